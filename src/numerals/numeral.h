// Numerals: what digits and number words are worth, in every convention of writing them.
//
//   WordIds ids;
//   Result<NumeralWords> words = NumeralWords::Make(lexicon, &ids);
//   const NumeralText text(analysis, ids, *words);
//   if (const std::optional<Numeral> numeral = ParseNumeral(text, 0)) ...   // "two and a half million": 2500000
//
// cardinal.cc reads "two hundred and six" and "1.5 million", fraction.cc "two-thirds" and "one in five", vague.cc
// "tens of thousands" and "several hundred". Left out: Roman numerals, arithmetic ("three times 12") and years told in
// words ("nineteen eighty-four").

#ifndef DIURNA_NUMERALS_NUMERAL_H_
#define DIURNA_NUMERALS_NUMERAL_H_

#include <cstdint>
#include <optional>

#include "diurna/vocabulary.h"
#include "numerals/numeral_text.h"

namespace diurna {

// A numeral over atoms [begin, end).
struct Numeral {
  uint32_t begin = 0;
  uint32_t end = 0;
  double value = 0;
  Bound bound = Bound::kExactly;  // of vague ones: dozens, hundreds, ...
  bool vague = false;
  bool spelled = false;   // starts with a word
  bool fraction = false;  // value in percent
  bool ordinal = false;
  bool plain_digits = false;     // one run of digits without separators
  bool three_decimals = false;   // "1.200": one dot and three digits behind it
  double multiplier = 1;         // the last multiplier ("million"), shared by the first number of a range
  bool attached_letter = false;  // that multiplier is a letter behind the digits ("5m")
};

// The numeral that starts at atom `at`, or nullopt. Takes time linear in its length.
std::optional<Numeral> ParseNumeral(const NumeralText& text, uint32_t at);

// The share that a cardinal begins: "one in five", "three out of ten", "9 in 10"; nullopt where it begins none. What
// stands behind must tell the share from a time ("two in 10 days").
std::optional<Numeral> ParseInSoMany(const NumeralText& text, const Numeral& cardinal);

}  // namespace diurna

#endif  // DIURNA_NUMERALS_NUMERAL_H_
