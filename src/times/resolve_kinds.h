// Resolution of each kind of time expression; resolver.h chooses among them. Internal to the room.

#ifndef DIURNA_TIMES_RESOLVE_KINDS_H_
#define DIURNA_TIMES_RESOLVE_KINDS_H_

#include <utility>

#include "times/resolver.h"

namespace diurna {

// "Monday", "the evening of the 4th", "last week".
ResolvedTime ResolveDate(const TimeFrame& frame, const TimeContext& context, const TimeWords& words);
// "two days later", "a year earlier".
ResolvedTime ResolveOffset(const TimeFrame& frame, const TimeContext& context, const TimeWords& words);
// "three years", "the past three years".
ResolvedTime ResolveLength(const TimeFrame& frame, const TimeContext& context);
// "every Monday", "daily".
ResolvedTime ResolveSet(const TimeFrame& frame, const TimeWords& words);

// A part of a unit in whole smaller ones where that is how it is written: half an hour is 30 minutes.
std::pair<double, TimeUnit> PartOf(double fraction, TimeUnit unit);
// Gives a point the part of the day and its hours.
void SetPart(const PartOfDay& part, CalendarPoint* point);

}  // namespace diurna

#endif  // DIURNA_TIMES_RESOLVE_KINDS_H_
