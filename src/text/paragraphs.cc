// Two habits exist in plain text: a line a paragraph, and lines broken at 60 to 80 characters with blank lines between
// the paragraphs. They are told apart by looking at the lines that another line follows at once: in broken text nearly
// all of them are of about the same, full length, and most end in the middle of a sentence. List items and indented
// lines begin a paragraph in either. Left out: text broken in the middle of words.

#include "text/paragraphs.h"

#include "base/utf8.h"
#include "text/letters.h"

namespace diurna {
namespace {

struct Line {
  Span span;  // without white space at its ends
  uint32_t length = 0;
  bool after_blank = false;
  bool indented = false;
};

bool IsLineEnd(char32_t point) {
  return (point >= '\n' && point <= '\r') || point == 0x85 || point == 0x2028 || point == 0x2029;
}

std::vector<Line> FindLines(std::string_view text) {
  std::vector<Line> lines;
  bool blank = true;
  size_t begin = 0;
  const auto add = [&](size_t end) {
    const std::string_view whole = text.substr(begin, end - begin);
    const std::string_view line = Trim(whole);
    if (line.empty()) {
      blank = true;
      return;
    }
    const auto at = static_cast<uint32_t>(line.data() - text.data());
    uint32_t length = 0;
    for (const char c : line) length += !IsUtf8Continuation(c);
    lines.push_back({{at, at + static_cast<uint32_t>(line.size())}, length, blank, at > begin});
    blank = false;
  };
  for (size_t at = 0; at < text.size();) {
    const size_t here = at;
    const char32_t point = DecodeUtf8(text, &at);
    if (!IsLineEnd(point)) continue;
    if (point == '\r' && at < text.size() && text[at] == '\n') ++at;
    add(here);
    begin = at;
  }
  add(text.size());
  return lines;
}

bool EndsSentence(std::string_view line) {
  const char32_t last = Last(line);
  return last == '.' || last == '!' || last == '?' || last == ':' || last == '"' || last == 0x201D;
}

bool IsListItem(std::string_view line) {
  const char32_t first = First(line);
  if (IsDash(first) || first == '*' || first == 0x2022 || first == 0xB7 || first == 0x25CF) return true;
  size_t digits = 0;
  while (digits < line.size() && IsDigit(static_cast<unsigned char>(line[digits]))) ++digits;
  return digits > 0 && digits < 3 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
         line[digits + 1] == ' ';
}

bool IsBroken(std::string_view text, const std::vector<Line>& lines) {
  constexpr uint32_t kShortest = 40;
  constexpr uint32_t kLongest = 100;
  uint32_t followed = 0;
  uint32_t full = 0;
  uint32_t open = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].length > 2 * kLongest) return false;
    if (lines[i + 1].after_blank) continue;
    ++followed;
    full += lines[i].length >= kShortest && lines[i].length <= kLongest;
    open += !EndsSentence(lines[i].span.In(text));
  }
  return followed >= 4 && full * 10 >= followed * 8 && open * 10 >= followed * 6;
}

}  // namespace

std::vector<Span> FindParagraphs(std::string_view text) {
  const std::vector<Line> lines = FindLines(text);
  const bool broken = IsBroken(text, lines);
  constexpr size_t kMostHeadLines = 4;
  size_t head = 1;
  while (head < lines.size() && !lines[head].after_blank) ++head;
  if (head > kMostHeadLines) head = 0;
  std::vector<Span> paragraphs;
  for (size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (broken && i >= head && i > 0 && !line.after_blank && !line.indented && !IsListItem(line.span.In(text))) {
      paragraphs.back().end = line.span.end;
    } else {
      paragraphs.push_back(line.span);
    }
  }
  return paragraphs;
}

}  // namespace diurna
