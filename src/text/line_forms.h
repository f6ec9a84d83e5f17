// What the form of a line tells: an item of a list, a row of a table.

#ifndef DIURNA_TEXT_LINE_FORMS_H_
#define DIURNA_TEXT_LINE_FORMS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace diurna {

// A gap of so many blanks inside a line sets columns apart; two stand behind full stops, and where lines were
// stretched.
inline constexpr uint32_t kColumnBlanks = 3;

// Bytes of the mark of a list item that `line` begins with, "-", an asterisk, a bullet, "12." or "3)"; 0 where it
// begins with none. A number is a mark only before a blank or the end.
size_t ListMark(std::string_view line);

}  // namespace diurna

#endif  // DIURNA_TEXT_LINE_FORMS_H_
