// Span: a piece of a text, counted in bytes of its UTF-8 form.
//
// Example:
//
//   const std::string_view text = "Ferries stay in port";
//   const diurna::Span ferries{0, 7};
//   std::cout << ferries.In(text) << '\n';                           // Ferries
//   if (diurna::Span{0, 20}.Contains(ferries)) return 0;
//   return 1;

#ifndef DIURNA_SPAN_H_
#define DIURNA_SPAN_H_

#include <cstdint>
#include <string_view>

namespace diurna {

// Bytes [begin, end) of a document's UTF-8 text; both ends lie on code point boundaries. Inside the engine every
// mention, proposition and row carries one. Code points are counted only on the way out (see base/utf8.h).
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool Contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool Overlaps(Span other) const { return begin < other.end && other.begin < end; }
  std::string_view In(std::string_view text) const { return text.substr(begin, end - begin); }
  friend bool operator==(Span, Span) = default;
};

}  // namespace diurna

#endif  // DIURNA_SPAN_H_
