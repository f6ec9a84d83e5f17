#include "support/layouts.h"

#include <algorithm>

#include "base/utf8.h"

namespace diurna {
namespace {

constexpr std::string_view kNonBreaking = "\u00A0";
constexpr std::string_view kOtherBlanks[] = {"\u2002", "\u2009", "\u202F", "\u3000"};

bool IsWordLetter(char c) { return c >= 'a' && c <= 'z'; }

// `text` with every line changed by `change`.
template <typename Change>
std::string EachLine(std::string_view text, const Change& change) {
  std::string out;
  while (true) {
    const size_t end = std::min(text.find('\n'), text.size());
    out += change(text.substr(0, end));
    if (end == text.size()) return out;
    out += '\n';
    text.remove_prefix(end + 1);
  }
}

// `text` with every `from` replaced by what `to` gives for its number.
template <typename To>
std::string Replaced(std::string_view text, char from, const To& to) {
  std::string out;
  size_t count = 0;
  for (const char c : text) {
    if (c == from) {
      out += to(count++);
    } else {
      out += c;
    }
  }
  return out;
}

// `text` with `inside` in the middle of its long words and `around` at both ends of them.
std::string Strewn(std::string_view text, std::string_view around, std::string_view inside) {
  constexpr size_t kLong = 8;
  std::string out;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && IsWordLetter(text[end])) ++end;
    if (end - at >= kLong) {
      out += around;
      out += text.substr(at, kLong / 2);
      out += inside;
      out += text.substr(at + kLong / 2, end - at - kLong / 2);
      out += around;
    } else {
      out += text.substr(at, std::max(end - at, size_t{1}));
      end = std::max(end, at + 1);
    }
    at = end;
  }
  return out;
}

std::string Utf16(std::string_view text, bool big_endian) {
  std::string out = big_endian ? "\xFE\xFF" : "\xFF\xFE";
  const auto add = [&](char32_t unit) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  };
  for (size_t at = 0; at < text.size();) {
    const char32_t point = DecodeUtf8(text, &at);
    if (point < 0x10000) {
      add(point);
    } else {
      add(0xD800 + ((point - 0x10000) >> 10));
      add(0xDC00 + ((point - 0x10000) & 0x3FF));
    }
  }
  return out;
}

// A line broken into lines of at most `width` characters, where it has blanks to break it at.
std::string Wrapped(std::string_view line, size_t width) {
  std::string out;
  size_t length = 0;
  while (!line.empty()) {
    const size_t end = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    const auto points =
        static_cast<size_t>(std::count_if(word.begin(), word.end(), [](char c) { return !IsUtf8Continuation(c); }));
    if (length > 0 && length + 1 + points > width) {
      out += '\n';
      length = 0;
    } else if (length > 0) {
      out += ' ';
      ++length;
    }
    out += word;
    length += points;
  }
  return out;
}

std::string WindowsLines(std::string_view text) {
  return Replaced(text, '\n', [](size_t) { return "\r\n"; });
}

std::string Broken(std::string_view text) {
  return EachLine(text, [](std::string_view line) { return Wrapped(line, 72); });
}

std::string DoubledBlankLines(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (text[i] == '\n' && i > 0 && text[i - 1] == '\n') out += '\n';
  }
  return out;
}

}  // namespace

const std::vector<Layout>& Layouts() {
  static const std::vector<Layout> layouts = {
      {"CRLF", WindowsLines},
      {"CR", [](std::string_view text) { return Replaced(text, '\n', [](size_t) { return '\r'; }); }},
      {"UTF-8 with a mark", [](std::string_view text) { return "\xEF\xBB\xBF" + std::string(text); }},
      {"UTF-16, little endian", [](std::string_view text) { return Utf16(text, false); }},
      {"UTF-16, big endian", [](std::string_view text) { return Utf16(text, true); }},
      {"trailing blanks",
       [](std::string_view text) { return EachLine(text, [](auto line) { return std::string(line) + "  "; }); }},
      {"trailing tabs",
       [](std::string_view text) { return EachLine(text, [](auto line) { return std::string(line) + "\t"; }); }},
      {"leading blank lines", [](std::string_view text) { return "\n\n \n" + std::string(text); }},
      {"blank lines at the end", [](std::string_view text) { return std::string(text) + "\n\n"; }},
      {"no line end at the end", [](std::string_view text) { return std::string(text.substr(0, text.size() - 1)); }},
      {"doubled blank lines", DoubledBlankLines},
      {"blanks on blank lines",
       [](std::string_view text) {
         return EachLine(text, [](auto line) { return line.empty() ? " \t " : std::string(line); });
       }},
      {"indented lines",
       [](std::string_view text) {
         return EachLine(text, [](auto line) { return line.empty() ? "" : "  " + std::string(line); });
       }},
      {"doubled blanks", [](std::string_view text) { return Replaced(text, ' ', [](size_t) { return "  "; }); }},
      {"non-breaking blanks",
       [](std::string_view text) { return Replaced(text, ' ', [](size_t) { return kNonBreaking; }); }},
      {"other blanks",
       [](std::string_view text) {
         return Replaced(text, ' ', [](size_t i) { return kOtherBlanks[i % std::size(kOtherBlanks)]; });
       }},
      {"soft hyphens", [](std::string_view text) { return Strewn(text, "", "\u00AD"); }},
      {"zero-width blanks", [](std::string_view text) { return Strewn(text, "\u200B", "\u2060"); }},
  };
  return layouts;
}

const std::vector<Layout>& BrokenLayouts() {
  static const std::vector<Layout> layouts = {
      {"broken at 72", Broken},
      {"broken at 72, CRLF", [](std::string_view text) { return WindowsLines(Broken(text)); }},
  };
  return layouts;
}

}  // namespace diurna
