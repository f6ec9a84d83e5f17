// How the words before a time bound it: "since Monday", "until 0:00 on the 19th", "as of Tuesday".

#ifndef DIURNA_TIMES_BOUND_H_
#define DIURNA_TIMES_BOUND_H_

#include <cstdint>

#include "diurna/analysis.h"
#include "times/time_mention.h"
#include "times/words.h"

namespace diurna {

// Of the time whose first token is `token`. The words are those of [[time_bound]]; a preposition or article may stand
// between them and the time.
TimeBound BoundOf(const TimeWords& words, const Analysis& analysis, uint32_t token);

}  // namespace diurna

#endif  // DIURNA_TIMES_BOUND_H_
