// Ties each clock time to the day that is named beside it: "1:30 am on the 5th", "Friday at 8 p.m. (1900 GMT)".

#ifndef DIURNA_TIMES_CLOCK_DAYS_H_
#define DIURNA_TIMES_CLOCK_DAYS_H_

#include "times/expression.h"
#include "times/time_text.h"

namespace diurna {

// Sets `day` and `partner` of the expressions.
void TieClocksToDays(const TimeText& text, TimeExpressions* expressions);

}  // namespace diurna

#endif  // DIURNA_TIMES_CLOCK_DAYS_H_
