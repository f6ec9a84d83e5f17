// NumberMention: a number of a report with what it counts.

#ifndef DIURNA_NUMBERS_NUMBER_MENTION_H_
#define DIURNA_NUMBERS_NUMBER_MENTION_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diurna/optional_index.h"
#include "diurna/span.h"
#include "diurna/vocabulary.h"
#include "syntax/token_range.h"

namespace diurna {

enum class NumberKind : uint8_t {
  kCount,
  kPercent,
  kPercentPoint,
  kMoney,
  kQuantity,
  kFraction,
  kOrdinal,
  kAge,
  kScore,
  kYear,
  kPhone,
  kName,
};
std::string_view Name(NumberKind kind);

struct NumberMention {
  Span span;          // digits or words of the number with its sign, multiplier, percent and currency: "$3 million"
  Span bound_span;    // with the words that bound it: "more than $3 million"; equals span where there are none
  TokenRange tokens;  // those of `span`
  NumberKind kind = NumberKind::kCount;
  double value = 0;  // fractions as percent (rule 19 of the contract), vague ones at twice the unit
  std::optional<double> high;
  Bound bound = Bound::kExactly;
  std::string currency;     // ISO 4217, of kMoney
  std::string unit;         // as written, of kQuantity: "km", "degrees Celsius", "megawatts"
  std::string per;          // of a rate, what it is per, as written: "litre", "day", "100,000 people"
  OptionalIndex counted;    // token of the noun that is counted or measured ("officers"), if any
  bool additional = false;  // "another 12", "a further 30", "12 more"
  OptionalIndex converts;   // of a conversion in brackets ("(145 km)", "(about RMB 0.88)"): the number that it repeats
};

}  // namespace diurna

#endif  // DIURNA_NUMBERS_NUMBER_MENTION_H_
