// NumberDraft: a numeral with what is written with it, while it is found out what it is.

#ifndef DIURNA_NUMBERS_DRAFT_H_
#define DIURNA_NUMBERS_DRAFT_H_

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "numbers/number_mention.h"
#include "numbers/suffix.h"
#include "numerals/numeral.h"

namespace diurna {

struct NumberDraft {
  Numeral numeral;     // of a range from the first numeral to the second
  uint32_t begin = 0;  // first atom of the number: its currency's sign, its minus, or the numeral
  uint32_t end = 0;    // atom behind the number, its unit or currency
  double value = 0;
  std::optional<double> high;  // of a range
  Suffix suffix;
  const CurrencySense* sign = nullptr;  // currency of the sign before it; of a range, also before its second number

  // What it is taken for.
  NumberKind kind = NumberKind::kCount;
  uint32_t span_end = 0;  // atom behind the mention's span, which holds no unit
  std::string unit;
  const CurrencySense* currency = nullptr;

  bool IsRange() const { return high.has_value(); }
  // Never before the atom behind `begin`.
  uint32_t SpanEnd() const { return std::max(span_end, begin + 1); }
  // The atom behind all that is written with it.
  uint32_t Behind() const { return suffix.Found() ? suffix.end : SpanEnd(); }
};

}  // namespace diurna

#endif  // DIURNA_NUMBERS_DRAFT_H_
