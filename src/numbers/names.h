// Numbers that are part of a name or an index, or stand for a place: "F-16", "Article 5", "10 Downing Street", "NY
// 10001", "16:45", "38° north". They count nothing.

#ifndef DIURNA_NUMBERS_NAMES_H_
#define DIURNA_NUMBERS_NAMES_H_

#include <cstdint>
#include <optional>

#include "numbers/number_text.h"
#include "numbers/suffix.h"
#include "numerals/numeral.h"

namespace diurna {

// Digits at atom `at` that are written together with letters, or behind a hash, a stroke or a colon: "COVID-19", "#5".
bool IsWrittenIntoName(const NumberText& text, uint32_t at);

// The atom behind a name that digits begin, with what is written right behind them: "P5+1", "4G", "10/12", "737-B".
std::optional<uint32_t> EndOfNameFromDigits(const NumberText& text, const Numeral& digits);

// By the words before it: "Article 5", "Boeing 737".
bool IsNamedBefore(const NumberText& text, const Numeral& numeral);
// By the words behind it: "10 Downing Street", "7 News".
bool IsNamedBehind(const NumberText& text, const Numeral& numeral);
// "NY 10001".
bool IsPostcode(const NumberText& text, const Numeral& numeral);
// Degrees of latitude or longitude: "38° north", "5°30'".
bool IsPosition(const NumberText& text, const Suffix& suffix);

// All that is written together with atoms [begin, end): letters and hyphens before, none of them before byte `from`,
// and letters, digits and joining signs behind.
struct AtomRange {
  uint32_t begin = 0, end = 0;
};
AtomRange WrittenTogether(const NumberText& text, AtomRange digits, uint32_t from);

}  // namespace diurna

#endif  // DIURNA_NUMBERS_NAMES_H_
