// Conversions: a number that says the one before it in another unit or currency: "90 miles (145 km)", "5,000 crowns, or
// about $220".

#ifndef DIURNA_NUMBERS_CONVERSIONS_H_
#define DIURNA_NUMBERS_CONVERSIONS_H_

#include <cstdint>
#include <vector>

#include "numbers/number_mention.h"
#include "numbers/number_text.h"

namespace diurna {

// Sets `converts` of a mention that begins with atom `begin`. `found` are the numbers before it.
void ReadConversion(const NumberText& text, uint32_t begin, const std::vector<NumberMention>& found,
                    NumberMention* mention);

}  // namespace diurna

#endif  // DIURNA_NUMBERS_CONVERSIONS_H_
