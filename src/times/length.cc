// Lengths of time, and what recurs. A length counted from the publication ("the past three years", "the next two
// weeks") is a stretch of the calendar too, which the record gets; its value stays the length, as TIMEX3 asks.

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "times/resolve_kinds.h"

namespace diurna {

namespace {

using Lengths = std::vector<std::pair<double, TimeUnit>>;

Lengths LengthsOf(const TimeFrame& f) {
  Lengths lengths = f.lengths;
  if (lengths.empty() && f.unit) {
    // "half an hour", "months", "the past year"
    lengths.push_back({f.fraction ? 0 : f.number, *f.unit});
  } else if (lengths.empty() && f.relation_unit) {
    lengths.push_back({f.number, *f.relation_unit});
  }
  if (lengths.empty() || !f.fraction) return lengths;
  if (lengths[0].first == 0) {
    lengths[0] = PartOf(*f.fraction, lengths[0].second);
  } else {
    lengths[0].first += *f.fraction;
  }
  return lengths;
}

// "P1Y6M", "P1DT12H": one P, and one T before the first of the units below a day.
std::string DurationOf(const Lengths& lengths) {
  std::string value = "P";
  bool time = false;
  for (const auto& [count, unit] : lengths) {
    const std::string one = TimexDuration(count, unit);
    std::string_view tail = std::string_view(one).substr(1);
    if (tail.starts_with('T')) {
      if (time) tail.remove_prefix(1);
      time = true;
    }
    value += tail;
  }
  return value;
}

// The stretch of `count` units before or after the publication.
RecordTime Stretch(CivilDay published, int count, TimeUnit unit) {
  RecordTime out;
  const CalendarPoint today = PointOf(published);
  std::optional<CalendarPoint> edge = Shift(today, unit, count);
  if (!edge || unit < TimeUnit::kDay) return out;
  if (unit == TimeUnit::kWeek || unit == TimeUnit::kFortnight) {
    edge = PointOf(AddDays(published, count * (unit == TimeUnit::kWeek ? 7 : 14)));
  }
  const RecordTime there = RecordTimeOf(*edge);
  const RecordTime here = RecordTimeOf(today);
  out.start = count < 0 ? there.start : here.start;
  out.end = count < 0 ? here.start : there.start;
  out.granularity = there.granularity;
  return out;
}

std::string SetValue(const TimeFrame& f, const TimeWords& words) {
  const std::string part = f.part ? "T" + words.parts()[static_cast<size_t>(*f.part)].value : "";
  if (f.frequency) return TimexDuration(1, *f.frequency);
  if (f.day > 0 || (f.ordinal && *f.ordinal <= 31 && !f.unit && f.weekday == 0)) {
    return fmt::format("XXXX-XX-{:02}", f.day > 0 ? f.day : static_cast<int>(*f.ordinal));
  }
  if (f.weekday > 0) return fmt::format("XXXX-WXX-{}{}", f.weekday, part);
  if (f.part) return "XXXX-XX-XX" + part;
  if (f.season != Season::kNone) {
    CalendarPoint point;
    point.season = f.season;
    return TimexValue(point);
  }
  if (f.month > 0) return fmt::format("XXXX-{:02}", f.month);
  if (!f.lengths.empty() && f.lengths[0].first > 0 && f.lengths[0].second != TimeUnit::kWeekend) {
    return TimexDuration(f.lengths[0].first, f.lengths[0].second);
  }
  if (f.unit == TimeUnit::kWeekend) return "XXXX-WXX-WE";
  return TimexDuration(f.ordinal.value_or(1), f.unit.value_or(TimeUnit::kDay));
}

}  // namespace

std::pair<double, TimeUnit> PartOf(double fraction, TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kMinute:
      return {fraction * 60, TimeUnit::kSecond};
    case TimeUnit::kHour:
      return {fraction * 60, TimeUnit::kMinute};
    case TimeUnit::kDay:
      return {fraction * 24, TimeUnit::kHour};
    case TimeUnit::kYear:
      return {fraction * 12, TimeUnit::kMonth};
    case TimeUnit::kDecade:
      return {fraction * 10, TimeUnit::kYear};
    case TimeUnit::kCentury:
      return {fraction * 100, TimeUnit::kYear};
    default:
      return {fraction, unit};
  }
}

ResolvedTime ResolveLength(const TimeFrame& f, const TimeContext& context) {
  ResolvedTime out;
  out.type = TimeType::kDuration;
  const Lengths lengths = LengthsOf(f);
  if (lengths.empty()) {
    out.value = "PXD";
    return out;
  }
  out.value = out.duration = DurationOf(lengths);
  const auto [count, unit] = lengths[0];
  const bool counted = f.kind == TimeKind::kPeriod && f.relation && f.relation->shift != 0 && !f.relation->narrative &&
                       count > 0 && lengths.size() == 1;
  if (counted && context.published && !context.narrative) {
    out.record = Stretch(*context.published, static_cast<int>(count) * f.relation->shift, unit);
  }
  return out;
}

ResolvedTime ResolveSet(const TimeFrame& f, const TimeWords& words) {
  ResolvedTime out;
  out.type = TimeType::kSet;
  if (f.every) out.quant = "EVERY";
  if (f.times > 0) out.freq = fmt::format("{}X", f.times);
  out.value = SetValue(f, words);
  return out;
}

}  // namespace diurna
