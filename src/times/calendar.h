// Points of the calendar that may be known in part ("May", "the third quarter of 1987", "half past six"), and how units
// of time move them.
//
//   Shift(PointOf({2024, 1, 31}), TimeUnit::kMonth, 1)  is February 2024
//
// All functions are pure. Years and days are those of civil_day.h.

#ifndef DIURNA_TIMES_CALENDAR_H_
#define DIURNA_TIMES_CALENDAR_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "times/civil_day.h"

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
  // A year, or a decade or century without one.
  bool dated() const { return year || decade || century; }
};

CalendarPoint PointOf(CivilDay day);
CalendarPoint PointOf(IsoWeek week);

// `base` cut to the unit and moved by `count` of them: the day two days on, the month three months before. Nothing
// where the base is not known as finely as the unit asks, or the count is beyond all calendars.
std::optional<CalendarPoint> Shift(const CalendarPoint& base, TimeUnit unit, int count);

// The first day that may belong to the point; nothing where the year is unknown.
std::optional<CivilDay> FirstDay(const CalendarPoint& point);

}  // namespace diurna

#endif  // DIURNA_TIMES_CALENDAR_H_
