#include "base/terminal.h"

#include <fmt/format.h>

#include <iterator>

#include "base/utf8.h"

namespace diurna {
namespace {

std::string Escaped(std::string_view text, bool lines) {
  std::string shown;
  shown.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const char32_t point = DecodeUtf8(text, &at);
    const std::string_view bytes = text.substr(begin, at - begin);
    if (point == kReplacement && bytes != "\uFFFD") {
      for (const char c : bytes) {
        fmt::format_to(std::back_inserter(shown), "\\x{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
      }
    } else if (IsTerminalControl(point) && !(lines && (point == '\n' || point == '\t'))) {
      const auto number = static_cast<unsigned>(point);
      if (number < 0x100) {
        fmt::format_to(std::back_inserter(shown), "\\x{:02X}", number);
      } else {
        fmt::format_to(std::back_inserter(shown), "\\u{:04X}", number);
      }
    } else {
      shown += bytes;
    }
  }
  return shown;
}

}  // namespace

std::string OneLine(std::string_view text) {
  std::string line;
  for (size_t at = 0; at < text.size();) {
    const char32_t point = DecodeUtf8(text, &at);
    if (point == ' ' || point == 0xA0 || IsTerminalControl(point)) {
      if (!line.empty() && line.back() != ' ') line.push_back(' ');
    } else {
      AppendUtf8(point, &line);
    }
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

std::string Shown(std::string_view text) { return Escaped(text, true); }

std::string ShownName(std::string_view name) { return Escaped(name, false); }

}  // namespace diurna
