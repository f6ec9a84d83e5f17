// The calendar of time expressions: points that may be known in part, moved by units, written as TIMEX3 and ISO 8601.
//
// All functions are pure. Years are those of the proleptic Gregorian calendar; years before Christ are zero (1 BC) and
// less. Dates of the Julian calendar are not converted: they are taken as written.

#ifndef DIURNA_TIMES_CALENDAR_H_
#define DIURNA_TIMES_CALENDAR_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "times/time_mention.h"

namespace diurna {

enum class TimeUnit : uint8_t {
  kSecond,
  kMinute,
  kHour,
  kDay,
  kWeekend,
  kWeek,
  kFortnight,
  kMonth,
  kQuarter,
  kSeason,
  kHalf,
  kYear,
  kDecade,
  kCentury,
  kMillennium
};
// "day", "week": the names that the lexicon uses.
std::optional<TimeUnit> TimeUnitNamed(std::string_view name);

enum class Season : uint8_t { kNone, kSpring, kSummer, kAutumn, kWinter };

// A day of the calendar; valid as made by the functions below.
struct CivilDay {
  int year = 0;
  int month = 1;
  int day = 1;
  friend auto operator<=>(const CivilDay&, const CivilDay&) = default;
};

// A point of the calendar as far as it is known. Fields that are absent are unknown or coarser than asked for.
struct CalendarPoint {
  std::optional<int> year;
  std::optional<int> decade;   // 198 are the 1980s
  std::optional<int> century;  // 19 are the 1900s; -5 the fifth century BC
  int half = 0;                // 1 or 2
  int quarter = 0;             // 1 to 4
  bool fiscal = false;         // half, quarter and year are those of a fiscal year
  Season season = Season::kNone;
  int month = 0;  // 1 to 12
  int week = 0;   // ISO week; `year` is then the year that the week belongs to
  bool weekend = false;
  int day = 0;      // 1 to 31
  int weekday = 0;  // 1 Monday to 7 Sunday, where the week is unknown
  int hour = -1;    // 0 to 24
  int minute = -1;
  int second = -1;
  // The part of the day as TIMEX3 writes it ("EV"), its first hour and its end (over 24 on the next day).
  std::string_view part;
  int part_start = 0, part_end = 0;

  bool has_day() const { return year && month > 0 && day > 0; }
  CivilDay civil() const { return {*year, month, day}; }
};

CalendarPoint PointOf(CivilDay day);
// "2022-01-05" and longer; nothing where it is no such date.
std::optional<CivilDay> ParseCivilDay(std::string_view iso);
bool ValidDay(int year, int month, int day);
int DaysInMonth(int year, int month);
// 1 Monday to 7 Sunday.
int WeekdayOf(CivilDay day);
CivilDay AddDays(CivilDay day, int days);
int DaysBetween(CivilDay from, CivilDay to);
// The nth such weekday of the month; from the month's end where nth is negative.
CivilDay NthWeekday(int year, int month, int weekday, int nth);
// Easter Sunday of the Gregorian calendar (the anonymous algorithm of Meeus, Jones and Butcher).
CivilDay EasterSunday(int year);

// `base` cut to the unit and moved by `count` of them: the day two days on, the month three months before. Nothing
// where the base is not known as finely as the unit asks.
std::optional<CalendarPoint> Shift(const CalendarPoint& base, TimeUnit unit, int count);

// The first day that may belong to the point; nothing where the year is unknown.
std::optional<CivilDay> FirstDay(const CalendarPoint& point);

// TIMEX3: "2022-01-04TEV", "1987-Q3", "XXXX-WXX-1", "BC0490", "198".
std::string TimexValue(const CalendarPoint& point);
// ISO 8601 duration of TIMEX3: "P3D", "PT2H", "P1Y6M" by calls that add up; a negative count writes X.
std::string TimexDuration(double count, TimeUnit unit);

// What the record wants of a point: start, end and granularity as described in mentions.h; empty without a year.
struct RecordTime {
  std::string start, end;
  Granularity granularity = Granularity::kDay;
};
RecordTime RecordTimeOf(const CalendarPoint& point);

}  // namespace diurna

#endif  // DIURNA_TIMES_CALENDAR_H_
