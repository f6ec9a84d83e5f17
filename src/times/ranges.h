// Ranges: "from 10 pm to 5 am", "between 3 and 5 May", "1997-98": which expressions are the two ends of one, and what
// that tells their mentions.

#ifndef DIURNA_TIMES_RANGES_H_
#define DIURNA_TIMES_RANGES_H_

#include <cstddef>
#include <vector>

#include "times/expression.h"
#include "times/time_mention.h"
#include "times/time_text.h"

namespace diurna {

// Expressions [first, last] that make up one end: a clock time and the day beside it are one.
struct RangeEnd {
  size_t first = 0, last = 0;
};

struct TimeRange {
  RangeEnd from, to;
};

// The ranges of expressions that are resolved, in the order of the text.
std::vector<TimeRange> FindRanges(const TimeText& text, const TimeExpressions& expressions);

// `mentions` are those of the expressions, one each. Sets their ranges and bounds; clock times that recur become daily.
void LinkRanges(const TimeText& text, const TimeExpressions& expressions, const std::vector<TimeRange>& ranges,
                std::vector<TimeMention>* mentions);

}  // namespace diurna

#endif  // DIURNA_TIMES_RANGES_H_
