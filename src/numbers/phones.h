// Telephone numbers: "+44 20 7946 0018", "555-0142", "call 911".

#ifndef DIURNA_NUMBERS_PHONES_H_
#define DIURNA_NUMBERS_PHONES_H_

#include <cstdint>
#include <optional>

#include "numbers/number_text.h"

namespace diurna {

// The atom behind a telephone number whose digits begin at atom `at`, or nothing. A plus or an open bracket right
// before it belongs to it.
std::optional<uint32_t> EndOfPhone(const NumberText& text, uint32_t at);

}  // namespace diurna

#endif  // DIURNA_NUMBERS_PHONES_H_
