// Units that reports speak in beside days and months: weeks by ISO 8601, quarters, seasons, decades, centuries. A
// winter bears the year in which it begins when it follows from a date, and the year as written when the text names
// one. Leap seconds, zones and calendars other than the Gregorian are left out.

#include "times/calendar.h"

#include <algorithm>
#include <array>

namespace diurna {

namespace {

Season SeasonOf(int month) {
  if (month >= 3 && month <= 5) return Season::kSpring;
  if (month >= 6 && month <= 8) return Season::kSummer;
  if (month >= 9 && month <= 11) return Season::kAutumn;
  return Season::kWinter;
}

// The month that stands for a point where only something coarser is known.
int MonthOf(const CalendarPoint& point) {
  constexpr int kSeasonFirstMonth[] = {0, 3, 6, 9, 12};
  if (point.month > 0) return point.month;
  if (point.quarter > 0) return point.quarter * 3 - 2;
  return kSeasonFirstMonth[static_cast<int>(point.season)];
}

// Hours and less move a clock time; whole days of hours move a day without one, too.
std::optional<CalendarPoint> ShiftClock(const CalendarPoint& base, TimeUnit unit, int count) {
  constexpr int kDayMinutes = 1440;
  if (!base.has_day()) return std::nullopt;
  if (base.hour < 0) {
    if (unit != TimeUnit::kHour || count % 24 != 0) return std::nullopt;
    return PointOf(AddDays(base.civil(), count / 24));
  }
  const int scale = unit == TimeUnit::kHour ? 60 : unit == TimeUnit::kMinute ? 1 : 0;
  const int minutes = base.hour * 60 + std::max(base.minute, 0) + scale * count;
  const int days = FloorDiv(minutes, kDayMinutes);
  const int rest = minutes - days * kDayMinutes;
  CalendarPoint out = PointOf(AddDays(base.civil(), days));
  out.hour = rest / 60;
  if (base.minute >= 0 || unit != TimeUnit::kHour) out.minute = rest % 60;
  return out;
}

std::optional<CalendarPoint> ShiftWeek(const CalendarPoint& base, TimeUnit unit, int count) {
  const int days = count * (unit == TimeUnit::kFortnight ? 14 : 7);
  std::optional<CivilDay> from;
  if (base.year && base.week > 0) {
    from = MondayOf({*base.year, base.week});
  } else if (base.has_day()) {
    from = base.civil();
  } else {
    return std::nullopt;
  }
  CalendarPoint out = PointOf(WeekOf(AddDays(*from, days)));
  out.weekend = unit == TimeUnit::kWeekend;
  return out;
}

std::optional<CalendarPoint> ShiftMonth(const CalendarPoint& base, int count) {
  if (!base.year) return std::nullopt;
  int month = MonthOf(base);
  int year = *base.year;
  if (base.week > 0) {
    // A week belongs to the month of its Thursday.
    const CivilDay thursday = AddDays(MondayOf({year, base.week}), 3);
    month = thursday.month;
    year = thursday.year;
  }
  if (month == 0) return std::nullopt;
  const CivilDay moved = AddMonths(year, month, count);
  CalendarPoint out;
  out.year = moved.year;
  out.month = moved.month;
  return out;
}

// Quarters, halves and seasons: equal parts of a year, which `base` must be fine enough to lie in.
std::optional<CalendarPoint> ShiftPartOfYear(const CalendarPoint& base, TimeUnit unit, int count) {
  const std::optional<CivilDay> first = FirstDay(base);
  if (!first || (MonthOf(base) == 0 && base.week == 0)) return std::nullopt;
  const Season season = SeasonOf(first->month);
  int year = first->year, parts = 4, part = 0;
  if (unit == TimeUnit::kQuarter) {
    part = (first->month - 1) / 3;
  } else if (unit == TimeUnit::kHalf) {
    parts = 2;
    part = (first->month - 1) / 6;
  } else {
    part = static_cast<int>(season) - 1;
    if (season == Season::kWinter && first->month < 3) --year;
  }
  const int moved = year * parts + part + count;
  CalendarPoint out;
  out.year = FloorDiv(moved, parts);
  const int index = moved - *out.year * parts + 1;
  if (unit == TimeUnit::kQuarter) out.quarter = index;
  if (unit == TimeUnit::kHalf) out.half = index;
  if (unit == TimeUnit::kSeason) out.season = static_cast<Season>(index);
  return out;
}

std::optional<CalendarPoint> ShiftDecade(const CalendarPoint& base, int count) {
  CalendarPoint out;
  if (base.decade) {
    out.decade = *base.decade + count;
  } else if (base.year) {
    out.decade = (*base.year > 0 ? *base.year / 10 : -((1 - *base.year) / 10)) + count;
  } else {
    return std::nullopt;
  }
  return out;
}

std::optional<CalendarPoint> ShiftCentury(const CalendarPoint& base, int count) {
  CalendarPoint out;
  if (base.century) {
    out.century = *base.century + count;
  } else if (base.year) {
    // There is no century 0: that of 1 BC is -1.
    out.century = FloorDiv(*base.year - (*base.year <= 0 ? 1 : 0), 100) + count;
  } else {
    return std::nullopt;
  }
  return out;
}

}  // namespace

std::optional<TimeUnit> TimeUnitNamed(std::string_view name) {
  constexpr std::array<std::string_view, 15> kNames = {"second", "minute",    "hour",   "day",     "weekend",
                                                       "week",   "fortnight", "month",  "quarter", "season",
                                                       "half",   "year",      "decade", "century", "millennium"};
  for (size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<TimeUnit>(i);
  }
  return std::nullopt;
}

CalendarPoint PointOf(CivilDay day) {
  CalendarPoint point;
  point.year = day.year;
  point.month = day.month;
  point.day = day.day;
  return point;
}

CalendarPoint PointOf(IsoWeek week) {
  CalendarPoint point;
  point.year = week.year;
  point.week = week.week;
  return point;
}

std::optional<CalendarPoint> Shift(const CalendarPoint& base, TimeUnit unit, int count) {
  constexpr int kMost = 100000;
  if (count > kMost || count < -kMost) return std::nullopt;
  switch (unit) {
    case TimeUnit::kSecond:
    case TimeUnit::kMinute:
    case TimeUnit::kHour:
      return ShiftClock(base, unit, count);
    case TimeUnit::kDay:
      if (!base.has_day()) return std::nullopt;
      return PointOf(AddDays(base.civil(), count));
    case TimeUnit::kWeekend:
    case TimeUnit::kWeek:
    case TimeUnit::kFortnight:
      return ShiftWeek(base, unit, count);
    case TimeUnit::kMonth:
      return ShiftMonth(base, count);
    case TimeUnit::kQuarter:
    case TimeUnit::kHalf:
    case TimeUnit::kSeason:
      return ShiftPartOfYear(base, unit, count);
    case TimeUnit::kYear: {
      if (!base.year) return std::nullopt;
      CalendarPoint out;
      out.year = *base.year + count;
      return out;
    }
    case TimeUnit::kDecade:
      return ShiftDecade(base, count);
    case TimeUnit::kCentury:
      return ShiftCentury(base, count);
    case TimeUnit::kMillennium:
      return ShiftCentury(base, count * 10);
  }
  return std::nullopt;
}

std::optional<CivilDay> FirstDay(const CalendarPoint& point) {
  if (!point.year) {
    if (point.decade) return CivilDay{*point.decade * 10, 1, 1};
    if (point.century) return CivilDay{*point.century * 100, 1, 1};
    return std::nullopt;
  }
  if (point.week > 0) return AddDays(MondayOf({*point.year, point.week}), point.weekend ? 5 : 0);
  if (point.half == 2) return CivilDay{*point.year, 7, 1};
  const int month = MonthOf(point);
  if (month == 0) return CivilDay{*point.year, 1, 1};
  return CivilDay{*point.year, month, std::max(point.day, 1)};
}

}  // namespace diurna
