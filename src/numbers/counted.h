// What a number counts or measures, read from the syntax around it.

#ifndef DIURNA_NUMBERS_COUNTED_H_
#define DIURNA_NUMBERS_COUNTED_H_

#include <cstdint>

#include "diurna/analysis.h"
#include "diurna/optional_index.h"
#include "numbers/number_mention.h"
#include "numbers/number_words.h"

namespace diurna {

// The token among [begin, end) whose head lies outside.
uint32_t HeadOf(const Analysis& analysis, uint32_t begin, uint32_t end);

// The token of the noun that `number` counts or measures, or none. `end` is the token behind the number, its currency
// and its unit. Nouns carried over from an earlier number of the sentence ("killing 20 people and injuring 100") are
// CarryCounted's work.
OptionalIndex CountedBy(const Analysis& analysis, const NumberWords& words, const NumberMention& number, uint32_t end);

}  // namespace diurna

#endif  // DIURNA_NUMBERS_COUNTED_H_
