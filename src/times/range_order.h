// The order of a range's ends: it begins before it ends, whatever each end would be by itself.
//
//   "from the 3rd to the 9th of last month"              both are of last month
//   "between 8 p.m. and 5 a.m. on Tuesday"                ends on Wednesday
//   "from Monday to Friday last week"                     both are of last week
//   "from 5 pm on Monday until October 2"                 October follows that Monday

#ifndef DIURNA_TIMES_RANGE_ORDER_H_
#define DIURNA_TIMES_RANGE_ORDER_H_

#include <vector>

#include "times/expression.h"
#include "times/ranges.h"
#include "times/time_text.h"

namespace diurna {

// Moves an end that leaves its day, month or year open to where the other end puts it. What is told in full stays.
void OrderRanges(const TimeText& text, const std::vector<TimeRange>& ranges, TimeExpressions* expressions);

}  // namespace diurna

#endif  // DIURNA_TIMES_RANGE_ORDER_H_
