// Years that no time expression has: "the 1970 of their parents", "by 2050".

#ifndef DIURNA_NUMBERS_YEARS_H_
#define DIURNA_NUMBERS_YEARS_H_

#include "numbers/draft.h"
#include "numbers/number_text.h"

namespace diurna {

// Whether four plain digits are a year and no count ("2000 people").
bool IsYear(const NumberText& text, const NumberDraft& draft);

}  // namespace diurna

#endif  // DIURNA_NUMBERS_YEARS_H_
