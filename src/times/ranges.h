// Ties the two ends of a range: "from 10 pm to 5 am", "between 3 and 5 May", "1997-98".

#ifndef DIURNA_TIMES_RANGES_H_
#define DIURNA_TIMES_RANGES_H_

#include <vector>

#include "times/expression.h"
#include "times/time_mention.h"
#include "times/time_text.h"

namespace diurna {

// `mentions` are those of the expressions, one each. Sets their ranges and bounds; clock times that recur become daily.
void LinkRanges(const TimeText& text, const TimeExpressions& expressions, std::vector<TimeMention>* mentions);

}  // namespace diurna

#endif  // DIURNA_TIMES_RANGES_H_
