// The readers that ParseNumeral is made of, each for one kind of numeral. All take the atom at which the numeral would
// start, and give nullopt where none of their kind does.

#ifndef DIURNA_NUMERALS_GRAMMAR_H_
#define DIURNA_NUMERALS_GRAMMAR_H_

#include <cstdint>
#include <optional>

#include "numerals/numeral.h"
#include "numerals/numeral_text.h"

namespace diurna {

// "1,200", "2½", "two hundred and six", "a dozen", "half a million", "3 lakh 50 thousand".
std::optional<Numeral> ParseCardinal(const NumeralText& text, uint32_t at);
// "third", "twenty-first". Those in digits ("21st") are the caller's.
std::optional<Numeral> ParseOrdinal(const NumeralText& text, uint32_t at);
// "two-thirds", "a quarter", "1/3 of", "half".
std::optional<Numeral> ParseFraction(const NumeralText& text, uint32_t at);
// "dozens", "tens of thousands", "several hundred".
std::optional<Numeral> ParseVague(const NumeralText& text, uint32_t at);

// The product of the multipliers from a hundred up that stand at `*at` ("million", "lakh crore", "bn"), 1 where there
// are none; `*at` is moved behind them. Behind words a hundred belongs to the piece before it: only digits take it
// here.
double ReadMultipliers(const NumeralText& text, bool after_digits, uint32_t* at, Numeral* numeral);

}  // namespace diurna

#endif  // DIURNA_NUMERALS_GRAMMAR_H_
