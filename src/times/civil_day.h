// Days of the proleptic Gregorian calendar: "2022-01-05" and what follows from it, such as its weekday and ISO week.
//
// All functions are pure. Years before Christ are zero (1 BC) and less. Dates of the Julian calendar are not converted:
// they are taken as written. Weekdays are numbered from 1, Monday, to 7, Sunday.

#ifndef DIURNA_TIMES_CIVIL_DAY_H_
#define DIURNA_TIMES_CIVIL_DAY_H_

#include <optional>
#include <string_view>

namespace diurna {

// A day of the calendar; valid as made by the functions below.
struct CivilDay {
  int year = 0;
  int month = 1;
  int day = 1;
  friend auto operator<=>(const CivilDay&, const CivilDay&) = default;
};

// A week by ISO 8601; `year` is the year that the week belongs to.
struct IsoWeek {
  int year = 0;
  int week = 1;
};

// "2022-01-05" and longer; nothing where it is no such date.
std::optional<CivilDay> ParseCivilDay(std::string_view iso);
// Of the years from -9998 to 9999.
bool ValidDay(int year, int month, int day);
int DaysInMonth(int year, int month);
int WeekdayOf(CivilDay day);
CivilDay AddDays(CivilDay day, int days);
int DaysBetween(CivilDay from, CivilDay to);
// The first day of the month that lies `count` months from the one given.
CivilDay AddMonths(int year, int month, int count);
// The day of the nearest such weekday: at or before `from` for a negative direction, else at or after.
CivilDay NearestWeekday(CivilDay from, int weekday, int direction);
// The nth such weekday of the month; from the month's end where nth is negative.
CivilDay NthWeekday(int year, int month, int weekday, int nth);
CivilDay MondayOf(IsoWeek week);
IsoWeek WeekOf(CivilDay day);
// Easter Sunday of the Gregorian calendar (the anonymous algorithm of Meeus, Jones and Butcher).
CivilDay EasterSunday(int year);

// a / b rounded down, for counts of units before and after a zero; b is positive.
constexpr int FloorDiv(int a, int b) { return a >= 0 ? a / b : -((-a + b - 1) / b); }

}  // namespace diurna

#endif  // DIURNA_TIMES_CIVIL_DAY_H_
