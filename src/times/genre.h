// Whether a report is news, told from its day of publication, or a narrative, told in the order of what happened.

#ifndef DIURNA_TIMES_GENRE_H_
#define DIURNA_TIMES_GENRE_H_

#include <optional>

#include "times/civil_day.h"
#include "times/rule.h"
#include "times/time_text.h"

namespace diurna {

// kNews or kNarrative. O(atoms).
TimeGenre GenreOf(const TimeText& text, std::optional<CivilDay> published);

}  // namespace diurna

#endif  // DIURNA_TIMES_GENRE_H_
