// Days, weekdays, months and ISO weeks are those of Howard Hinnant's date library; what is added is counting weekdays
// within a month and from a day.

#include "times/civil_day.h"

#include <date/date.h>
#include <date/iso_week.h>

#include <charconv>

namespace diurna {

namespace {

constexpr int kWeek = 7;

date::sys_days Days(CivilDay day) {
  return date::sys_days(date::year(day.year) / date::month(static_cast<unsigned>(day.month)) /
                        date::day(static_cast<unsigned>(day.day)));
}

CivilDay Civil(date::sys_days days) {
  const date::year_month_day ymd(days);
  return {int(ymd.year()), static_cast<int>(unsigned(ymd.month())), static_cast<int>(unsigned(ymd.day()))};
}

}  // namespace

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

CivilDay AddMonths(int year, int month, int count) {
  constexpr int kMonths = 12;
  const int months = year * kMonths + month - 1 + count;
  const int moved = FloorDiv(months, kMonths);
  return {moved, months - moved * kMonths + 1, 1};
}

CivilDay NearestWeekday(CivilDay from, int weekday, int direction) {
  const int back = (WeekdayOf(from) - weekday + kWeek) % kWeek;
  return AddDays(from, direction < 0 ? -back : (kWeek - back) % kWeek);
}

CivilDay NthWeekday(int year, int month, int weekday, int nth) {
  if (nth < 0) {
    const CivilDay last{year, month, DaysInMonth(year, month)};
    return AddDays(last, -((WeekdayOf(last) - weekday + kWeek) % kWeek) + kWeek * (nth + 1));
  }
  const CivilDay first{year, month, 1};
  return AddDays(first, (weekday - WeekdayOf(first) + kWeek) % kWeek + kWeek * (nth - 1));
}

CivilDay MondayOf(IsoWeek week) {
  const iso_week::year_weeknum_weekday monday(iso_week::year(week.year),
                                              iso_week::weeknum(static_cast<unsigned>(week.week)), iso_week::mon);
  return Civil(date::sys_days(iso_week::sys_days(monday)));
}

IsoWeek WeekOf(CivilDay day) {
  const iso_week::year_weeknum_weekday week{iso_week::sys_days(Days(day))};
  return {int(week.year()), static_cast<int>(unsigned(week.weeknum()))};
}

CivilDay EasterSunday(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25;
  const int g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return {year, n / 31, n % 31 + 1};
}

}  // namespace diurna
