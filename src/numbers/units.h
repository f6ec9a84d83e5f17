// What a number measures by: units, percent signs and ages behind it, and units before it.

#ifndef DIURNA_NUMBERS_UNITS_H_
#define DIURNA_NUMBERS_UNITS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "numbers/number_text.h"
#include "numbers/suffix.h"

namespace diurna {

// "12 km/h", "7 percent", "5-year-old": what stands at atom `at`, behind the numeral. Currencies are money.h's.
Suffix UnitAt(const NumberText& text, uint32_t at);

// The unit named before a number that begins with atom `begin`: "magnitude 6.3", "category of about 4". In lower case.
std::optional<std::string> UnitBefore(const NumberText& text, uint32_t begin);

}  // namespace diurna

#endif  // DIURNA_NUMBERS_UNITS_H_
