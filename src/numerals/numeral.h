// Numerals: what digits and number words are worth, in every convention of writing them.

#ifndef DIURNA_NUMERALS_NUMERAL_H_
#define DIURNA_NUMERALS_NUMERAL_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "numerals/atoms.h"
#include "numerals/bound.h"
#include "numerals/number_words.h"

namespace diurna {

// A numeral over atoms [begin, end).
struct Numeral {
  uint32_t begin = 0;
  uint32_t end = 0;
  double value = 0;
  Bound bound = Bound::kExactly;  // of vague ones: dozens, hundreds, ...
  bool vague = false;
  bool spelled = false;       // starts with a word
  bool bare_article = false;  // "a", "an" is its first word
  bool fraction = false;      // value in percent
  bool ordinal = false;
  bool plain_digits = false;     // one run of digits without separators
  bool three_decimals = false;   // "1.200": one dot and three digits behind it
  double multiplier = 1;         // the last multiplier ("million"), shared by the first number of a range
  bool attached_letter = false;  // that multiplier is a letter behind the digits ("5m")
};

// What a run of digits with separators is worth: 1,200 1'200 1.200.300 12,34,567 1.200,50 1,5 1.5. Nullopt for
// anything else with dots, such as a version or an address.
std::optional<double> ParseDigits(std::string_view digits);

// The numeral that starts at atom `at`, or nullopt. `text` is the document's.
std::optional<Numeral> ParseNumeral(std::string_view text, const std::vector<Atom>& atoms, const NumberWords& words,
                                    uint32_t at);

}  // namespace diurna

#endif  // DIURNA_NUMERALS_NUMERAL_H_
