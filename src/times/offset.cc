// Offsets: a number of units before or after the publication or the time told last.

#include <cmath>
#include <tuple>

#include "times/resolve_kinds.h"

namespace diurna {

namespace {

constexpr double kMostUnits = 100000;

// By how much an offset moves; a negative count where that is not told ("months later").
std::pair<double, TimeUnit> LengthOf(const TimeFrame& f) {
  double count = 1;
  TimeUnit unit = f.unit.value_or(TimeUnit::kDay);
  if (!f.lengths.empty()) {
    std::tie(count, unit) = f.lengths.front();
  } else if (f.number >= 0) {
    count = f.number;
  } else if (f.vague) {
    count = *f.vague;
  } else if (!f.fraction) {
    count = -1;
  }
  if (f.lengths.size() == 2 && count >= 0) {
    // "a year and two months later": in the smaller of the two
    static constexpr std::tuple<TimeUnit, TimeUnit, int> kParts[] = {{TimeUnit::kYear, TimeUnit::kMonth, 12},
                                                                     {TimeUnit::kWeek, TimeUnit::kDay, 7},
                                                                     {TimeUnit::kDay, TimeUnit::kHour, 24},
                                                                     {TimeUnit::kHour, TimeUnit::kMinute, 60}};
    for (const auto& [whole, part, parts] : kParts) {
      if (unit != whole || f.lengths[1].second != part) continue;
      count = count * parts + f.lengths[1].first;
      unit = part;
      break;
    }
  }
  if (f.fraction) {
    const double whole = f.lengths.empty() && f.number < 0 && !f.vague ? 0 : count;
    return PartOf(whole + *f.fraction, unit);
  }
  // "two and a half years ago"
  if (count != std::floor(count)) return PartOf(count, unit);
  return {count, unit};
}

}  // namespace

ResolvedTime ResolveOffset(const TimeFrame& f, const TimeContext& context, const TimeWords& words) {
  ResolvedTime out;
  const TimeRelation direction = f.direction.value_or(TimeRelation{});
  const bool from_told = direction.narrative || (context.narrative && context.reference.has_value());
  std::optional<CalendarPoint> base = from_told ? context.reference : context.publication();
  if (!base && direction.narrative && !context.narrative) base = context.publication();
  const auto [count, unit] = LengthOf(f);
  out.from_narrative = from_told;
  // Of accounts "a year earlier" is the same quarter or month then, not all of that year.
  const bool year_ago = direction.shift < 0 && !context.narrative && count == 1 && f.year_back && f.lengths.size() < 2;
  if (year_ago && context.period && (direction.narrative || context.period->quarter > 0)) {
    CalendarPoint same = *context.period;
    --*same.year;
    out.point = same;
    out.value = TimexValue(same);
    out.from_narrative = true;
    return out;
  }
  const bool fine = unit <= TimeUnit::kDay || f.part;
  if (fine && from_told && context.day && (!base || !base->has_day())) base = context.day;
  std::optional<CalendarPoint> point;
  if (base && count >= 0 && count < kMostUnits) point = Shift(*base, unit, static_cast<int>(count) * direction.shift);
  if (!point) {
    constexpr double kUnplaced = 0.5;
    out.value = TimexName(direction.shift < 0 ? TimeReference::kPast : TimeReference::kFuture);
    out.confidence = kUnplaced;
    return out;
  }
  if (f.part) SetPart(words.parts()[static_cast<size_t>(*f.part)], &*point);
  out.point = point;
  out.value = TimexValue(*point);
  if (point->hour >= 0 || f.part) out.type = TimeType::kTime;
  return out;
}

}  // namespace diurna
