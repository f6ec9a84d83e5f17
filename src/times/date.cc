// The order of the steps, then the two that come last: the weekday, whose side of the anchor the tense or a relation
// chooses, and the time of day, which needs a day to stand on.

#include "times/date.h"

#include <fmt/format.h>

#include "times/resolve_kinds.h"

namespace diurna {

namespace {

constexpr int kNoon = 43200;  // seconds
constexpr int kHour = 3600;
constexpr int kSaturday = 6;

// The anchor of "this", "last", "next": the publication, in a narrative the time told last.
std::optional<CalendarPoint> NowOf(const TimeContext& context) {
  return (context.narrative || !context.published) && context.reference ? context.reference : context.publication();
}

}  // namespace

DateResolver::DateResolver(const TimeFrame& frame, const TimeContext& context, const TimeWords& words)
    : f_(frame),
      context_(context),
      words_(words),
      published_(context.publication()),
      now_(NowOf(context)),
      told_(context.reference ? context.reference : published_),
      told_day_(ToldDay()),
      // Told in the past tense on a working day, the weekend is the one before.
      passed_weekend_(InNews() && context.tense == TimeTense::kPast && WeekdayOf(*context.published) < kSaturday) {}

std::optional<CalendarPoint> DateResolver::ToldDay() const {
  // What has happened did not happen on a day to come.
  const bool any_day = context_.tense == TimeTense::kFuture || !InNews();
  const std::optional<CalendarPoint>& last_day = any_day ? context_.day : context_.past_day;
  if (last_day && !(context_.as_of && published_)) return last_day;
  return context_.narrative ? std::nullopt : published_;
}

ResolvedTime DateResolver::Resolve() {
  if (!ResolveCoarse()) return std::move(out_);
  if (f_.fiscal) point_.fiscal = true;
  if (!ResolveWithinYear()) return std::move(out_);
  ResolveWeekday();
  ResolveTimeOfDay();
  SetValue();
  return std::move(out_);
}

void DateResolver::ResolveWeekday() {
  if (f_.weekday == 0 || point_.day > 0) return;
  const bool told_day = told_day_ && told_day_->has_day();
  if (f_.nth_weekday != 0 && point_.month > 0) {
    if (!point_.year) return;
    const CivilDay day = NthWeekday(*point_.year, point_.month, f_.weekday, f_.nth_weekday);
    if (day.month == point_.month) point_ = PointOf(day);
  } else if (point_.week > 0 && point_.year) {
    point_ = PointOf(AddDays(*FirstDay(point_), f_.weekday - 1));
  } else if (f_.relation && f_.relation->narrative && told_day) {
    constexpr int kHalfWeek = 3;
    out_.from_narrative = true;
    const CivilDay from = told_day_->civil();
    if (f_.relation->shift == 0) {
      point_ = PointOf(NearestWeekday(AddDays(from, -kHalfWeek), f_.weekday, 1));
    } else {
      TakeNearestWeekday(from, f_.relation->shift);
    }
  } else if (context_.narrative ? told_day : published_.has_value()) {
    const CivilDay from = context_.narrative ? told_day_->civil() : *context_.published;
    if (f_.relation && f_.relation->shift != 0) {
      TakeNearestWeekday(from, f_.relation->shift);
    } else {
      // "The schools open again on Monday" is a plan.
      const bool ahead = context_.tense == TimeTense::kFuture ||
                         (context_.tense == TimeTense::kPresent && !context_.headline && !context_.narrative);
      point_ = PointOf(NearestWeekday(from, f_.weekday, ahead ? 1 : -1));
    }
  } else {
    point_.weekday = f_.weekday;
  }
}

// "last Monday", "the following Monday": never the day itself.
void DateResolver::TakeNearestWeekday(CivilDay from, int shift) {
  const int direction = shift > 0 ? 1 : -1;
  point_ = PointOf(NearestWeekday(AddDays(from, direction), f_.weekday, direction));
}

void DateResolver::ResolveTimeOfDay() {
  if (!f_.HasTimeOfDay()) return;
  const bool no_day = !point_.year && point_.weekday == 0 && point_.month == 0 && point_.day == 0;
  if (no_day && known_ && !f_.relation && told_day_ && told_day_->has_day()) {
    point_ = PointOf(told_day_->civil());
    out_.from_narrative = context_.day.has_value();
  }
  out_.type = TimeType::kTime;
  if (f_.part) {
    const PartOfDay& part = words_.parts()[static_cast<size_t>(*f_.part)];
    SetPart(part, &point_);
    if (part.mod != TimeMod::kNone && f_.modifier == TimeMod::kNone) out_.mod = TimexName(part.mod);
    if (f_.modifier == TimeMod::kStart && part.early_start >= 0) {
      point_.part_start = part.early_start;
      point_.part_end = part.early_end;
    }
  }
  if (f_.clock >= 0) ResolveClock();
}

void DateResolver::ResolveClock() {
  constexpr int kOne = 13 * kHour;
  const int afternoon_from = f_.part ? words_.parts()[static_cast<size_t>(*f_.part)].afternoon_from : -1;
  const bool afternoon =
      f_.meridiem == 12 || (!f_.meridiem && afternoon_from >= 0 && f_.clock >= afternoon_from * kHour);
  int seconds = static_cast<int>(f_.clock);
  if (afternoon && seconds < kNoon) seconds += kNoon;
  if (f_.meridiem == 0 && seconds >= kNoon && seconds < kOne) seconds -= kNoon;
  point_.hour = seconds / kHour;
  point_.minute = seconds % kHour / 60;
  if (seconds % 60 != 0) point_.second = seconds % 60;
  out_.clock = fmt::format("{:02}:{:02}", point_.hour % 24, point_.minute);
  // "It began at midnight": of two midnights the one that has passed.
  if (point_.hour == 24 && context_.tense == TimeTense::kPast && point_.has_day() && context_.published &&
      point_.civil() == *context_.published) {
    point_.hour = 0;
  }
  point_.part = {};
}

void DateResolver::SetValue() {
  const bool time = f_.HasTimeOfDay();
  if (out_.value.empty()) {
    const bool anything = point_.dated() || point_.month > 0 || point_.day > 0 || point_.weekday > 0 ||
                          point_.season != Season::kNone || point_.quarter > 0 || point_.half > 0 || time;
    out_.value = anything ? TimexValue(point_) : "XXXX-XX-XX";
  } else if (time && !known_) {
    out_.value = TimexValue(point_);
  }
  if (known_ && point_.dated()) out_.point = point_;
}

ResolvedTime ResolveDate(const TimeFrame& frame, const TimeContext& context, const TimeWords& words) {
  return DateResolver(frame, context, words).Resolve();
}

}  // namespace diurna
