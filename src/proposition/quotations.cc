// Quotations: what stands between quotation marks, curly or straight, double or angular.
//
// A straight mark says nothing of its direction: the first of a paragraph opens, the next closes. A quotation that runs
// on over paragraphs opens each anew and closes only the last, so an open one ends with its paragraph. Single quotation
// marks are left out (they are apostrophes first of all), and so are inches and minutes.

#include "proposition/extraction.h"

namespace diurna {

namespace {

// kLow is the German opening mark, whose closing one opens in English.
enum class Mark : uint8_t { kNone, kOpen, kLow, kClose, kEither };

// The quotation mark at `at`, and its length in bytes.
Mark MarkAt(std::string_view text, size_t at, size_t* length) {
  *length = 1;
  const auto byte = [&](size_t k) { return at + k < text.size() ? static_cast<unsigned char>(text[at + k]) : 0u; };
  if (text[at] == '"') return Mark::kEither;
  if (byte(0) == 0xE2 && byte(1) == 0x80) {
    *length = 3;
    if (byte(2) == 0x9C) return Mark::kOpen;                      // “
    if (byte(2) == 0x9E) return Mark::kLow;                       // „
    if (byte(2) == 0x9D || byte(2) == 0x9F) return Mark::kClose;  // ” ‟
    return Mark::kNone;
  }
  if (byte(0) == 0xC2) {
    *length = 2;
    if (byte(1) == 0xAB) return Mark::kOpen;   // «
    if (byte(1) == 0xBB) return Mark::kClose;  // »
    return Mark::kNone;
  }
  if (text[at] == '`' && byte(1) == '`') {
    *length = 2;
    return Mark::kOpen;
  }
  if (text[at] == '\'' && byte(1) == '\'') {
    *length = 2;
    return Mark::kClose;
  }
  return Mark::kNone;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::vector<Span> FindQuotations(const Document& document) {
  std::vector<Span> out;
  const std::string_view text = document.text;
  const auto find_in = [&](Span paragraph) {
    OptionalIndex open;
    bool low = false;
    size_t length = 1;
    for (size_t at = paragraph.begin; at < paragraph.end; at += length) {
      Mark mark = MarkAt(text, at, &length);
      if (mark == Mark::kNone) {
        length = 1;
        continue;
      }
      if (mark == Mark::kEither) {
        if (!open && at > 0 && IsDigit(text[at - 1])) continue;  // inches
        mark = open ? Mark::kClose : Mark::kOpen;
      }
      if (mark == Mark::kOpen && open && low) mark = Mark::kClose;
      if (mark == Mark::kClose && !open) {
        // An opening mark of another kind, or none: translations write ”so”.
        open = static_cast<uint32_t>(at);
      } else if (mark == Mark::kOpen || mark == Mark::kLow) {
        if (!open) {
          open = static_cast<uint32_t>(at);
          low = mark == Mark::kLow;
        }
      } else {
        out.push_back({*open, static_cast<uint32_t>(at + length)});
        open = std::nullopt;
        low = false;
      }
    }
    if (open && *open + 2 < paragraph.end) out.push_back({*open, paragraph.end});
  };
  if (document.paragraphs.empty()) {
    find_in({0, static_cast<uint32_t>(text.size())});
  } else {
    for (const Span paragraph : document.paragraphs) find_in(paragraph);
  }
  return out;
}

}  // namespace diurna
