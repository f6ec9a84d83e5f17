// What an expression takes from one beside it: a month the year of the month behind it, a week the day that ends it.
// Each function speaks of expression `i` and looks at those before or behind it.

#ifndef DIURNA_TIMES_NEIGHBOURS_H_
#define DIURNA_TIMES_NEIGHBOURS_H_

#include <cstddef>
#include <optional>

#include "times/expression.h"
#include "times/time_text.h"

namespace diurna {

// Before `i` is resolved: gives a month the year of the month that it is coordinated with, "in March and April 2012".
void TakeYearOfNext(const TimeText& text, size_t i, TimeExpressions* expressions);
// The quarter or month told in the same sentence before `i`, which "a year earlier" compares with.
std::optional<CalendarPoint> PeriodBefore(const TimeText& text, size_t i, const TimeExpressions& expressions);

// After `i` is resolved. "Monday through Friday" are days of one week, "January to June" months of one year, whichever
// side of the publication each would be on by itself: moves one of the two in news.
void OrderRange(const TimeText& text, size_t i, TimeExpressions* expressions);
// "the week ended March 16" is the week of that day, whenever the report was written.
void PlaceEndedUnit(const TimeText& text, size_t i, TimeExpressions* expressions);
// "Feb. 3, a Sunday" is one day.
void TakeNamedDay(const TimeText& text, size_t i, TimeExpressions* expressions);

}  // namespace diurna

#endif  // DIURNA_TIMES_NEIGHBOURS_H_
