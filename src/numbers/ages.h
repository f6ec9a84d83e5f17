// Ages that no "years old" tells: "Ada Pell, 54, said", "aged 54", "died at 54", "people over 60".

#ifndef DIURNA_NUMBERS_AGES_H_
#define DIURNA_NUMBERS_AGES_H_

#include <cstdint>
#include <span>

#include "numbers/draft.h"
#include "numbers/number_mention.h"
#include "numbers/number_text.h"

namespace diurna {

// By its commas and what stands before them. `found` are the numbers before it.
bool IsAgeInCommas(const NumberText& text, const NumberDraft& draft, std::span<const NumberMention> found);

// By the words before it. `mention` has its bound and what it counts.
bool IsAgeByWords(const NumberText& text, const NumberDraft& draft, const NumberMention& mention);

}  // namespace diurna

#endif  // DIURNA_NUMBERS_AGES_H_
