// Calendar arithmetic over points that are known in part. Days, weekdays and months are those of Howard Hinnant's date
// library; what is added here is the coarser units that reports speak in (weeks by ISO 8601, quarters, seasons,
// decades) and the two ways of writing a point: TIMEX3 values and the record's local ISO 8601. A winter bears the year
// in which it begins when it follows from a date, and the year as written when the text names one. Leap seconds, zones
// and calendars other than the Gregorian are left out.

#include "times/calendar.h"

#include <date/date.h>
#include <date/iso_week.h>
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

namespace diurna {

namespace {

date::sys_days Days(CivilDay day) {
  return date::sys_days(date::year(day.year) / date::month(static_cast<unsigned>(day.month)) /
                        date::day(static_cast<unsigned>(day.day)));
}

CivilDay Civil(date::sys_days days) {
  const date::year_month_day ymd(days);
  return {int(ymd.year()), static_cast<int>(unsigned(ymd.month())), static_cast<int>(unsigned(ymd.day()))};
}

int FloorDiv(int a, int b) { return a >= 0 ? a / b : -((-a + b - 1) / b); }

Season SeasonOf(int month) {
  if (month >= 3 && month <= 5) return Season::kSpring;
  if (month >= 6 && month <= 8) return Season::kSummer;
  if (month >= 9 && month <= 11) return Season::kAutumn;
  return Season::kWinter;
}

constexpr std::string_view kSeasonCodes[] = {"", "SP", "SU", "FA", "WI"};
constexpr int kSeasonFirstMonth[] = {0, 3, 6, 9, 12};

// The month that stands for a point where only something coarser is known.
int MonthOf(const CalendarPoint& point) {
  if (point.month > 0) return point.month;
  if (point.quarter > 0) return point.quarter * 3 - 2;
  if (point.season != Season::kNone) return kSeasonFirstMonth[static_cast<int>(point.season)];
  return 0;
}

// "0490" with the sign of years before Christ as TIMEX3 has it.
std::string YearText(std::optional<int> year) {
  if (!year) return "XXXX";
  if (*year <= 0) return fmt::format("BC{:04}", 1 - *year);
  return fmt::format("{:04}", *year);
}

std::string IsoYear(int year) { return year < 0 ? fmt::format("-{:04}", -year) : fmt::format("{:04}", year); }

std::string IsoDay(CivilDay day) { return fmt::format("{}-{:02}-{:02}", IsoYear(day.year), day.month, day.day); }

CivilDay MondayOfWeek(int year, int week) {
  const iso_week::year_weeknum_weekday monday(iso_week::year(year), iso_week::weeknum(static_cast<unsigned>(week)),
                                              iso_week::mon);
  return Civil(date::sys_days(iso_week::sys_days(monday)));
}

void SetWeek(CivilDay day, CalendarPoint* point) {
  const iso_week::year_weeknum_weekday week{iso_week::sys_days(Days(day))};
  point->year = int(week.year());
  point->week = static_cast<int>(unsigned(week.weeknum()));
}

CivilDay MonthShifted(int year, int month, int count) {
  const int months = year * 12 + month - 1 + count;
  return {FloorDiv(months, 12), months - FloorDiv(months, 12) * 12 + 1, 1};
}

}  // namespace

std::string_view Name(Granularity granularity) {
  constexpr std::string_view kNames[] = {"minute", "hour",    "part_of_day", "day",    "week",
                                         "month",  "quarter", "year",        "decade", "century"};
  return kNames[static_cast<size_t>(granularity)];
}

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

std::optional<CivilDay> ParseCivilDay(std::string_view iso) {
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  CivilDay day;
  const auto parse = [&](size_t at, size_t size, int* out) {
    const auto [end, error] = std::from_chars(iso.data() + at, iso.data() + at + size, *out);
    return error == std::errc() && end == iso.data() + at + size;
  };
  if (!parse(0, 4, &day.year) || !parse(5, 2, &day.month) || !parse(8, 2, &day.day)) return std::nullopt;
  if (!ValidDay(day.year, day.month, day.day)) return std::nullopt;
  return day;
}

bool ValidDay(int year, int month, int day) {
  return year > -9999 && year < 10000 && month >= 1 && month <= 12 && day >= 1 && day <= DaysInMonth(year, month);
}

int DaysInMonth(int year, int month) {
  return static_cast<int>(unsigned(
      date::year_month_day_last(date::year(year), date::month_day_last(date::month(static_cast<unsigned>(month))))
          .day()));
}

int WeekdayOf(CivilDay day) { return static_cast<int>(date::weekday(Days(day)).iso_encoding()); }

CivilDay AddDays(CivilDay day, int days) { return Civil(Days(day) + date::days(days)); }

int DaysBetween(CivilDay from, CivilDay to) { return static_cast<int>((Days(to) - Days(from)).count()); }

CivilDay NthWeekday(int year, int month, int weekday, int nth) {
  if (nth < 0) {
    const CivilDay last{year, month, DaysInMonth(year, month)};
    return AddDays(last, -((WeekdayOf(last) - weekday + 7) % 7) + 7 * (nth + 1));
  }
  const CivilDay first{year, month, 1};
  return AddDays(first, (weekday - WeekdayOf(first) + 7) % 7 + 7 * (nth - 1));
}

CivilDay EasterSunday(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25;
  const int g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return {year, n / 31, n % 31 + 1};
}

std::optional<CalendarPoint> Shift(const CalendarPoint& base, TimeUnit unit, int count) {
  if (count > 100000 || count < -100000) return std::nullopt;
  CalendarPoint out;
  switch (unit) {
    case TimeUnit::kSecond:
    case TimeUnit::kMinute:
    case TimeUnit::kHour: {
      if (!base.has_day()) return std::nullopt;
      if (base.hour < 0) {
        // A day without a clock time: whole days of hours still move it.
        if (unit != TimeUnit::kHour || count % 24 != 0) return std::nullopt;
        return PointOf(AddDays(base.civil(), count / 24));
      }
      const int scale = unit == TimeUnit::kHour ? 60 : unit == TimeUnit::kMinute ? 1 : 0;
      const int minutes = base.hour * 60 + std::max(base.minute, 0) + scale * count;
      out = PointOf(AddDays(base.civil(), FloorDiv(minutes, 1440)));
      const int rest = minutes - FloorDiv(minutes, 1440) * 1440;
      out.hour = rest / 60;
      if (base.minute >= 0 || unit != TimeUnit::kHour) out.minute = rest % 60;
      return out;
    }
    case TimeUnit::kDay:
      if (!base.has_day()) return std::nullopt;
      return PointOf(AddDays(base.civil(), count));
    case TimeUnit::kWeekend:
    case TimeUnit::kWeek:
    case TimeUnit::kFortnight: {
      const int days = count * (unit == TimeUnit::kFortnight ? 14 : 7);
      if (base.year && base.week > 0) {
        SetWeek(AddDays(MondayOfWeek(*base.year, base.week), days), &out);
      } else if (base.has_day()) {
        SetWeek(AddDays(base.civil(), days), &out);
      } else {
        return std::nullopt;
      }
      out.weekend = unit == TimeUnit::kWeekend;
      return out;
    }
    case TimeUnit::kMonth: {
      if (!base.year) return std::nullopt;
      int month = MonthOf(base);
      int year = *base.year;
      if (base.week > 0) {
        const CivilDay thursday = AddDays(MondayOfWeek(year, base.week), 3);
        month = thursday.month;
        year = thursday.year;
      }
      if (month == 0) return std::nullopt;
      const CivilDay moved = MonthShifted(year, month, count);
      out.year = moved.year;
      out.month = moved.month;
      return out;
    }
    case TimeUnit::kQuarter: {
      const std::optional<CivilDay> first = FirstDay(base);
      if (!first || (MonthOf(base) == 0 && base.week == 0)) return std::nullopt;
      const int quarters = first->year * 4 + (first->month - 1) / 3 + count;
      out.year = FloorDiv(quarters, 4);
      out.quarter = quarters - *out.year * 4 + 1;
      return out;
    }
    case TimeUnit::kHalf: {
      const std::optional<CivilDay> first = FirstDay(base);
      if (!first || (MonthOf(base) == 0 && base.week == 0)) return std::nullopt;
      const int halves = first->year * 2 + (first->month - 1) / 6 + count;
      out.year = FloorDiv(halves, 2);
      out.half = halves - *out.year * 2 + 1;
      return out;
    }
    case TimeUnit::kSeason: {
      const std::optional<CivilDay> first = FirstDay(base);
      if (!first || (MonthOf(base) == 0 && base.week == 0)) return std::nullopt;
      const int year = SeasonOf(first->month) == Season::kWinter && first->month < 3 ? first->year - 1 : first->year;
      const int seasons = year * 4 + static_cast<int>(SeasonOf(first->month)) - 1 + count;
      out.year = FloorDiv(seasons, 4);
      out.season = static_cast<Season>(seasons - *out.year * 4 + 1);
      return out;
    }
    case TimeUnit::kYear:
      if (!base.year) return std::nullopt;
      out.year = *base.year + count;
      return out;
    case TimeUnit::kDecade:
      if (base.decade) {
        out.decade = *base.decade + count;
      } else if (base.year) {
        out.decade = (*base.year > 0 ? *base.year / 10 : -((1 - *base.year) / 10)) + count;
      } else {
        return std::nullopt;
      }
      return out;
    case TimeUnit::kCentury:
    case TimeUnit::kMillennium: {
      const int centuries = unit == TimeUnit::kCentury ? count : count * 10;
      if (base.century) {
        out.century = *base.century + centuries;
      } else if (base.year) {
        // There is no century 0: that of 1 BC is -1.
        out.century = FloorDiv(*base.year - (*base.year <= 0 ? 1 : 0), 100) + centuries;
      } else {
        return std::nullopt;
      }
      return out;
    }
  }
  return std::nullopt;
}

std::optional<CivilDay> FirstDay(const CalendarPoint& point) {
  if (!point.year) {
    if (point.decade) return CivilDay{*point.decade * 10, 1, 1};
    if (point.century) return CivilDay{*point.century * 100, 1, 1};
    return std::nullopt;
  }
  if (point.week > 0) return AddDays(MondayOfWeek(*point.year, point.week), point.weekend ? 5 : 0);
  if (point.half == 2) return CivilDay{*point.year, 7, 1};
  const int month = MonthOf(point);
  if (month == 0) return CivilDay{*point.year, 1, 1};
  return CivilDay{*point.year, month, std::max(point.day, 1)};
}

std::string TimexValue(const CalendarPoint& point) {
  if (point.century && !point.year) {
    return *point.century < 0 ? fmt::format("BC{:02}", -*point.century - 1) : fmt::format("{:02}", *point.century);
  }
  if (point.decade && !point.year) {
    return *point.decade < 0 ? fmt::format("BC{:03}", -*point.decade) : fmt::format("{:03}", *point.decade);
  }
  std::string value = (point.fiscal ? "FY" : "") + YearText(point.year);
  if (point.week > 0) {
    value += fmt::format("-W{:02}", point.week);
    if (point.weekend) value += "-WE";
  } else if (point.half > 0) {
    value += fmt::format("-H{}", point.half);
  } else if (point.quarter > 0) {
    value += fmt::format("-Q{}", point.quarter);
  } else if (point.season != Season::kNone) {
    value += fmt::format("-{}", kSeasonCodes[static_cast<int>(point.season)]);
  } else if (point.weekday > 0 && point.day == 0) {
    value += fmt::format("-WXX-{}", point.weekday);
  } else if (point.month > 0) {
    value += fmt::format("-{:02}", point.month);
    if (point.day > 0) value += fmt::format("-{:02}", point.day);
  } else if (point.day > 0) {
    value += fmt::format("-XX-{:02}", point.day);
  }
  const bool time = point.hour >= 0 || !point.part.empty();
  if (time && point.day == 0 && point.week == 0 && point.weekday == 0) {
    if (point.month == 0) value += "-XX";
    value += "-XX";
  }
  if (point.hour >= 0) {
    value += fmt::format("T{:02}:{:02}", point.hour, std::max(point.minute, 0));
    if (point.second >= 0) value += fmt::format(":{:02}", point.second);
  } else if (!point.part.empty()) {
    value += "T";
    value += point.part;
  }
  return value;
}

std::string TimexDuration(double count, TimeUnit unit) {
  constexpr std::string_view kCodes[] = {"S", "M",  "H", "D", "WE", "W",  "W", "M",
                                         "Q", "SE", "H", "Y", "DE", "CE", "ML"};
  if (unit == TimeUnit::kFortnight && count > 0) count *= 2;
  const bool time = unit <= TimeUnit::kHour;
  std::string number = "X";
  if (count >= 0) {
    number = std::abs(count - std::round(count)) < 1e-9 ? fmt::format("{:.0f}", count) : fmt::format("{:g}", count);
  }
  return fmt::format("P{}{}{}", time ? "T" : "", number, kCodes[static_cast<int>(unit)]);
}

RecordTime RecordTimeOf(const CalendarPoint& point) {
  RecordTime out;
  if (!point.year) {
    if (point.decade && *point.decade >= 0) {
      out.start = IsoYear(*point.decade * 10);
      out.end = IsoYear(*point.decade * 10 + 9);
      out.granularity = Granularity::kDecade;
    } else if (point.century && *point.century >= 0) {
      out.start = IsoYear(*point.century * 100);
      out.end = IsoYear(*point.century * 100 + 99);
      out.granularity = Granularity::kCentury;
    }
    return out;
  }
  if (point.week > 0) {
    const CivilDay monday = MondayOfWeek(*point.year, point.week);
    out.start = IsoDay(AddDays(monday, point.weekend ? 5 : 0));
    out.end = IsoDay(AddDays(monday, 6));
    out.granularity = Granularity::kWeek;
    return out;
  }
  if (point.half > 0) {
    out.start = fmt::format("{}-{:02}", IsoYear(*point.year), point.half == 1 ? 1 : 7);
    out.end = fmt::format("{}-{:02}", IsoYear(*point.year), point.half == 1 ? 6 : 12);
    out.granularity = Granularity::kQuarter;
    return out;
  }
  if (point.quarter > 0 || point.season != Season::kNone) {
    const CivilDay first = *FirstDay(point);
    const CivilDay last = MonthShifted(first.year, first.month, 2);
    out.start = fmt::format("{}-{:02}", IsoYear(first.year), first.month);
    out.end = fmt::format("{}-{:02}", IsoYear(last.year), last.month);
    out.granularity = Granularity::kQuarter;
    return out;
  }
  if (point.month == 0) {
    if (point.day > 0 || point.weekday > 0 || point.hour >= 0) return out;
    out.start = IsoYear(*point.year);
    out.granularity = Granularity::kYear;
    return out;
  }
  if (point.day == 0) {
    out.start = fmt::format("{}-{:02}", IsoYear(*point.year), point.month);
    out.granularity = Granularity::kMonth;
    return out;
  }
  if (!ValidDay(*point.year, point.month, point.day)) return out;
  const CivilDay day = point.civil();
  if (point.hour >= 0) {
    out.start = fmt::format("{}T{:02}:{:02}", IsoDay(AddDays(day, point.hour / 24)), point.hour % 24,
                            std::max(point.minute, 0));
    out.granularity = point.minute >= 0 ? Granularity::kMinute : Granularity::kHour;
  } else if (!point.part.empty() && point.part_start < point.part_end) {
    out.start = fmt::format("{}T{:02}:00", IsoDay(AddDays(day, point.part_start / 24)), point.part_start % 24);
    out.end = fmt::format("{}T{:02}:00", IsoDay(AddDays(day, point.part_end / 24)), point.part_end % 24);
    out.granularity = Granularity::kPartOfDay;
  } else {
    out.start = IsoDay(day);
    out.granularity = Granularity::kDay;
  }
  return out;
}

}  // namespace diurna
