// Holidays: days of the year that have a name, and the day that each falls on in a year.
//
//   "4 thursday 11" falls on 2023-11-23 in 2023, "easter -2" on 2023-04-07
//
// All functions are pure.

#ifndef DIURNA_TIMES_HOLIDAY_H_
#define DIURNA_TIMES_HOLIDAY_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "times/civil_day.h"

namespace diurna {

struct Holiday {
  enum class Kind : uint8_t { kUnknown, kFixed, kNthWeekday, kEaster };
  Kind kind = Kind::kUnknown;
  int month = 0, day = 0, weekday = 0, nth = 0;  // nth of kNthWeekday; days from Easter of kEaster

  // From the key `date` of [[holiday]]: "12-25", "4 thursday 11", "easter -2"; empty where it depends on another
  // calendar. `weekday_named` gives 1 to 7 for the name of a weekday, else 0. Nothing where it is none of these.
  static std::optional<Holiday> Parse(std::string_view date, const std::function<int(std::string_view)>& weekday_named);

  // The day in that year; nothing where the rule does not tell it.
  std::optional<CivilDay> In(int year) const;
};

}  // namespace diurna

#endif  // DIURNA_TIMES_HOLIDAY_H_
