// The two ways of writing a time: TIMEX3 values, as the corpora of the field have them ("2022-01-04TEV", "1987-Q3",
// "XXXX-WXX-1", "P3D"), and what the record wants: a start and end in local ISO 8601 with their granularity.
//
// All functions are pure.

#ifndef DIURNA_TIMES_TIMEX_H_
#define DIURNA_TIMES_TIMEX_H_

#include <optional>
#include <string>

#include "times/calendar.h"
#include "times/time_mention.h"

namespace diurna {

// What the record wants of a point, as described in time_mention.h; start and end are empty without a year.
struct RecordTime {
  std::string start, end;
  std::optional<Granularity> granularity = Granularity::kDay;  // nothing: coarser than a decade
};
RecordTime RecordTimeOf(const CalendarPoint& point);

// TIMEX3: "2022-01-04TEV", "1987-Q3", "XXXX-WXX-1", "BC0490", "198". What is not known is X.
std::string TimexValue(const CalendarPoint& point);
// "P3D", "PT2H": the duration of TIMEX3; a negative count writes X. "P1Y6M" is made of two.
std::string TimexDuration(double count, TimeUnit unit);

}  // namespace diurna

#endif  // DIURNA_TIMES_TIMEX_H_
