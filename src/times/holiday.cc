// Three kinds of dates are known: fixed ones, the nth weekday of a month, and days from Easter. Left out: feasts of
// other calendars, which keep their name and have no day.

#include "times/holiday.h"

#include <charconv>
#include <cstdlib>

namespace diurna {

namespace {

// The word for the feast that others are counted from, in the lexicon's dates.
constexpr std::string_view kFromEaster = "easter";
// A leap year, so that February 29 is a date.
constexpr int kLeapYear = 2000;

bool ParseInt(std::string_view text, int* out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *out);
  return error == std::errc() && end == text.data() + text.size();
}

// "12-25"
bool ParseFixed(std::string_view date, Holiday* out) {
  out->kind = Holiday::Kind::kFixed;
  return date.size() == 5 && date[2] == '-' && ParseInt(date.substr(0, 2), &out->month) &&
         ParseInt(date.substr(3), &out->day) && ValidDay(kLeapYear, out->month, out->day);
}

}  // namespace

std::optional<Holiday> Holiday::Parse(std::string_view date,
                                      const std::function<int(std::string_view)>& weekday_named) {
  constexpr int kMostWeekdays = 5;  // of one month
  Holiday out;
  if (date.empty()) return out;
  const size_t blank = date.find(' ');
  if (blank == std::string_view::npos) {
    if (!ParseFixed(date, &out)) return std::nullopt;
    return out;
  }
  const std::string_view first = date.substr(0, blank);
  std::string_view rest = date.substr(blank + 1);
  const size_t second_blank = rest.find(' ');
  if (second_blank == std::string_view::npos) {
    out.kind = Kind::kEaster;
    if (first != kFromEaster || !ParseInt(rest, &out.nth)) return std::nullopt;
    return out;
  }
  out.kind = Kind::kNthWeekday;
  out.weekday = weekday_named(rest.substr(0, second_blank));
  rest = rest.substr(second_blank + 1);
  if (!ParseInt(first, &out.nth) || !ParseInt(rest, &out.month) || out.weekday < 1) return std::nullopt;
  if (out.month < 1 || out.month > 12 || out.nth == 0 || std::abs(out.nth) > kMostWeekdays) return std::nullopt;
  return out;
}

std::optional<CivilDay> Holiday::In(int year) const {
  switch (kind) {
    case Kind::kUnknown:
      return std::nullopt;
    case Kind::kFixed:
      if (!ValidDay(year, month, day)) return std::nullopt;
      return CivilDay{year, month, day};
    case Kind::kNthWeekday:
      return NthWeekday(year, month, weekday, nth);
    case Kind::kEaster:
      return AddDays(EasterSunday(year), nth);
  }
  return std::nullopt;
}

}  // namespace diurna
