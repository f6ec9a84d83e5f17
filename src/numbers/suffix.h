// Suffix: what stands behind a numeral and makes it more than a count: a percent sign, a unit, a currency, "years old".

#ifndef DIURNA_NUMBERS_SUFFIX_H_
#define DIURNA_NUMBERS_SUFFIX_H_

#include <cstdint>

#include "numbers/number_text.h"
#include "numbers/number_words.h"

namespace diurna {

struct Suffix {
  SuffixKind kind = SuffixKind::kNone;
  uint32_t begin = 0, end = 0;           // atoms [begin, end)
  uint32_t unit = 0;                     // index, of kUnit
  const CurrencySense* sense = nullptr;  // of kCurrency
  bool Found() const { return kind != SuffixKind::kNone; }
};

// The suffix of a numeral that ends before atom `at`. A number with a currency's sign before it can only have the noun
// of one: "$5 million US dollars".
Suffix SuffixAt(const NumberText& text, uint32_t at, bool has_sign);

}  // namespace diurna

#endif  // DIURNA_NUMBERS_SUFFIX_H_
