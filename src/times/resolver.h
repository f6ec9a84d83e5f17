// Resolution of time expressions: what a rule captured, read against the publication date and the times told before.
//
//   "the 19th of this month", published 2022-01-06    is 2022-01-19           date_within.cc
//   "two days later", told after 2022-01-04           is 2022-01-06           offset.cc
//   "the past three years", published 2022-01-06      is P3Y, 2019 to 2022    length.cc
//   "every Monday"                                    is XXXX-WXX-1           length.cc

#ifndef DIURNA_TIMES_RESOLVER_H_
#define DIURNA_TIMES_RESOLVER_H_

#include <optional>
#include <string>

#include "times/calendar.h"
#include "times/frame.h"
#include "times/tense.h"
#include "times/time_mention.h"
#include "times/timex.h"
#include "times/words.h"

namespace diurna {

// What is known where an expression stands.
struct TimeContext {
  std::optional<CivilDay> published;
  bool narrative = false;                  // a history: times are told in order, far from the publication
  std::optional<CalendarPoint> reference;  // the time told last
  std::optional<CalendarPoint> day;        // the day told last
  std::optional<CalendarPoint> past_day;   // the day told last that does not lie after the publication
  std::optional<CalendarPoint> month;      // the month named last, near enough to be meant by "the 5th"
  std::optional<CalendarPoint> period;     // the quarter or month that this sentence compares
  bool headline = false;                   // the expression stands in the title
  bool as_of = false;                      // behind "as of"
  std::optional<int> year;                 // the year told last in this paragraph
  TimeTense tense = TimeTense::kUnknown;

  std::optional<CalendarPoint> publication() const {
    return published ? std::optional(PointOf(*published)) : std::nullopt;
  }
};

// An expression's value.
struct ResolvedTime {
  TimeType type = TimeType::kDate;
  std::string value, mod;              // TIMEX3
  std::string quant, freq;             // of a set: "EVERY", "2X"
  std::optional<CalendarPoint> point;  // where the value is a point of the calendar
  RecordTime record;
  std::string duration, clock;
  bool from_narrative = false;  // counted from the time told last
  bool explicit_year = false;
  double confidence = 1;

  // Takes another point of the calendar for its value.
  void MoveTo(const CalendarPoint& to);
};

// The words must be those that the frame's match was found with.
ResolvedTime ResolveTime(const TimeFrame& frame, const TimeContext& context, const TimeWords& words);

}  // namespace diurna

#endif  // DIURNA_TIMES_RESOLVER_H_
