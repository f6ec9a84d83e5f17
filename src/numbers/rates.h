// Rates: what a number is per: "3 crowns a litre", "$5-a-barrel", "40 cases per 100,000 people", "90 km/h".

#ifndef DIURNA_NUMBERS_RATES_H_
#define DIURNA_NUMBERS_RATES_H_

#include <cstdint>

#include "numbers/number_mention.h"
#include "numbers/number_text.h"

namespace diurna {

// Sets `per` of a mention where a rate begins at atom `at`. What it is per is not what it counts.
bool ReadRate(const NumberText& text, uint32_t at, NumberMention* mention);

}  // namespace diurna

#endif  // DIURNA_NUMBERS_RATES_H_
