// Bounds: what the words around a number make of it: "more than 300", "300 or so", "another 300", "300 more people".

#ifndef DIURNA_NUMBERS_BOUNDS_H_
#define DIURNA_NUMBERS_BOUNDS_H_

#include <cstdint>

#include "numbers/draft.h"
#include "numbers/number_mention.h"
#include "numbers/number_text.h"

namespace diurna {

// Sets `bound`, `bound_span` and `additional` of a mention. `counted` is the atom of the noun that it counts where that
// stands behind it, else 0: a bound may follow it ("300 people or more").
void ReadBounds(const NumberText& text, const NumberDraft& draft, uint32_t counted, NumberMention* mention);

}  // namespace diurna

#endif  // DIURNA_NUMBERS_BOUNDS_H_
