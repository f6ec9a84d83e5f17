// TIMEX3 writes what is known and X for the rest; the record has only what is known, as precise as the text. Both write
// years before Christ in their own way: "BC0490" and, by ISO 8601, "-0489".

#include "times/timex.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace diurna {

namespace {

// "0490" with the sign of years before Christ as TIMEX3 has it.
std::string YearText(std::optional<int> year) {
  if (!year) return "XXXX";
  if (*year <= 0) return fmt::format("BC{:04}", 1 - *year);
  return fmt::format("{:04}", *year);
}

std::string IsoYear(int year) { return year < 0 ? fmt::format("-{:04}", -year) : fmt::format("{:04}", year); }

std::string IsoMonth(int year, int month) { return fmt::format("{}-{:02}", IsoYear(year), month); }

std::string IsoDay(CivilDay day) { return fmt::format("{}-{:02}-{:02}", IsoYear(day.year), day.month, day.day); }

// "-01-04", "-W03", "-Q3": what follows the year.
std::string WithinYear(const CalendarPoint& point) {
  constexpr std::string_view kSeasonCodes[] = {"", "SP", "SU", "FA", "WI"};
  if (point.week > 0) return fmt::format("-W{:02}{}", point.week, point.weekend ? "-WE" : "");
  if (point.half > 0) return fmt::format("-H{}", point.half);
  if (point.quarter > 0) return fmt::format("-Q{}", point.quarter);
  if (point.season != Season::kNone) return fmt::format("-{}", kSeasonCodes[static_cast<int>(point.season)]);
  if (point.weekday > 0 && point.day == 0) return fmt::format("-WXX-{}", point.weekday);
  if (point.month > 0) {
    return fmt::format("-{:02}", point.month) + (point.day > 0 ? fmt::format("-{:02}", point.day) : "");
  }
  return point.day > 0 ? fmt::format("-XX-{:02}", point.day) : "";
}

// "T13:45", "TEV".
std::string TimeOfDay(const CalendarPoint& point) {
  std::string out;
  if (point.hour >= 0) {
    out = fmt::format("T{:02}:{:02}", point.hour, std::max(point.minute, 0));
    if (point.second >= 0) out += fmt::format(":{:02}", point.second);
  } else if (!point.part.empty()) {
    out = fmt::format("T{}", point.part);
  }
  return out;
}

RecordTime RecordOfAge(const CalendarPoint& point) {
  RecordTime out;
  if (point.decade && *point.decade >= 0) {
    out.start = IsoYear(*point.decade * 10);
    out.end = IsoYear(*point.decade * 10 + 9);
    out.granularity = Granularity::kDecade;
  } else if (point.century && *point.century >= 0) {
    out.start = IsoYear(*point.century * 100);
    out.end = IsoYear(*point.century * 100 + 99);
    out.granularity = std::nullopt;
  }
  return out;
}

RecordTime RecordOfWeek(const CalendarPoint& point) {
  const CivilDay monday = MondayOf({*point.year, point.week});
  return {IsoDay(AddDays(monday, point.weekend ? 5 : 0)), IsoDay(AddDays(monday, 6)), Granularity::kWeek};
}

// Halves, quarters and seasons.
RecordTime RecordOfPartOfYear(const CalendarPoint& point) {
  const CivilDay first = *FirstDay(point);
  const CivilDay last = AddMonths(first.year, first.month, point.half > 0 ? 5 : 2);
  return {IsoMonth(first.year, first.month), IsoMonth(last.year, last.month), Granularity::kQuarter};
}

RecordTime RecordOfDay(const CalendarPoint& point) {
  constexpr int kHours = 24;
  if (!ValidDay(*point.year, point.month, point.day)) return {};
  const CivilDay day = point.civil();
  const auto at = [&](int hour, int minute) {
    return fmt::format("{}T{:02}:{:02}", IsoDay(AddDays(day, hour / kHours)), hour % kHours, minute);
  };
  if (point.hour >= 0) {
    return {at(point.hour, std::max(point.minute, 0)), "",
            point.minute >= 0 ? Granularity::kMinute : Granularity::kHour};
  }
  if (!point.part.empty() && point.part_start < point.part_end) {
    return {at(point.part_start, 0), at(point.part_end, 0), Granularity::kPartOfDay};
  }
  return {IsoDay(day), "", Granularity::kDay};
}

}  // namespace

RecordTime RecordTimeOf(const CalendarPoint& point) {
  if (!point.year) return RecordOfAge(point);
  if (point.week > 0) return RecordOfWeek(point);
  if (point.half > 0 || point.quarter > 0 || point.season != Season::kNone) return RecordOfPartOfYear(point);
  if (point.month == 0) {
    if (point.day > 0 || point.weekday > 0 || point.hour >= 0) return {};
    return {IsoYear(*point.year), "", Granularity::kYear};
  }
  if (point.day == 0) return {IsoMonth(*point.year, point.month), "", Granularity::kMonth};
  return RecordOfDay(point);
}

std::string TimexValue(const CalendarPoint& point) {
  if (point.century && !point.year) {
    return *point.century < 0 ? fmt::format("BC{:02}", -*point.century - 1) : fmt::format("{:02}", *point.century);
  }
  if (point.decade && !point.year) {
    return *point.decade < 0 ? fmt::format("BC{:03}", -*point.decade) : fmt::format("{:03}", *point.decade);
  }
  std::string value = (point.fiscal ? "FY" : "") + YearText(point.year) + WithinYear(point);
  const std::string time = TimeOfDay(point);
  if (!time.empty() && point.day == 0 && point.week == 0 && point.weekday == 0) {
    if (point.month == 0) value += "-XX";
    value += "-XX";
  }
  return value + time;
}

std::string TimexDuration(double count, TimeUnit unit) {
  constexpr std::string_view kCodes[] = {"S", "M",  "H", "D", "WE", "W",  "W", "M",
                                         "Q", "SE", "H", "Y", "DE", "CE", "ML"};
  constexpr double kWhole = 1e-9;  // so near to a whole number is one
  if (unit == TimeUnit::kFortnight && count > 0) count *= 2;
  const bool time = unit <= TimeUnit::kHour;
  std::string number = "X";
  if (count >= 0) {
    number = std::abs(count - std::round(count)) < kWhole ? fmt::format("{:.0f}", count) : fmt::format("{:g}", count);
  }
  return fmt::format("P{}{}{}", time ? "T" : "", number, kCodes[static_cast<int>(unit)]);
}

}  // namespace diurna
