// Datelines: "MARSA ALBA, March 6 (Harbour Wire) - ".

#ifndef DIURNA_TEXT_DATELINE_H_
#define DIURNA_TEXT_DATELINE_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "text/header_date.h"
#include "text/layout_words.h"

namespace diurna {

// Views into the paragraph.
struct Dateline {
  std::string_view place;   // as written: "JACKSON, Miss."; empty in "(Reuters) - "
  std::string_view agency;  // "Reuters"
  std::optional<HeaderDate> date;
  std::string_view date_words;
  size_t size = 0;  // bytes, dash and blanks behind it included
};

// The dateline that `paragraph` begins with, or nothing.
std::optional<Dateline> ReadDateline(std::string_view paragraph, const LayoutWords& words);

}  // namespace diurna

#endif  // DIURNA_TEXT_DATELINE_H_
