// Ranges and pairs: two numbers joined by a dash, "to", "and" or "or": "10–15 people", "between 10 and 15", "a 5-4
// vote".

#ifndef DIURNA_NUMBERS_RANGES_H_
#define DIURNA_NUMBERS_RANGES_H_

#include <cstdint>
#include <optional>

#include "numbers/draft.h"
#include "numbers/number_mention.h"
#include "numbers/number_text.h"

namespace diurna {

// A pair of numbers that is no range but one thing: a result (kScore), a span of years (kYear).
struct NumberPair {
  NumberKind kind = NumberKind::kScore;
  uint32_t end = 0;  // the atom behind it
};

// Where a second number makes a range of a draft, takes it in; tells of a pair that is none and leaves the draft alone.
std::optional<NumberPair> ReadRange(const NumberText& text, NumberDraft* draft);

}  // namespace diurna

#endif  // DIURNA_NUMBERS_RANGES_H_
