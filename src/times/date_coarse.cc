// The year, and whatever is named by its distance: from the publication in news, from the time told last in narratives.
// A unit that is named without either is the present one.

#include "times/date.h"

namespace diurna {

namespace {

constexpr int kYearWithoutAnchor = 2000;   // the century of two digits without any other
constexpr int kDecadeWithoutAnchor = 199;  // the same of "the 80s"
constexpr int kFarAhead = 20;              // years by which two digits may lie ahead of the anchor
constexpr int kFullDecade = 20;            // smaller decades are written without their century

}  // namespace

bool DateResolver::ResolveCoarse() {
  if (f_.year) {
    point_.year = f_.era < 0 ? 1 - *f_.year : *f_.year;
    out_.explicit_year = true;
  } else if (f_.short_year) {
    ResolveShortYear();
  } else if (f_.decade) {
    ResolveDecade();
  } else if (f_.unit == TimeUnit::kCentury && f_.ordinal) {
    // The fifth century BC are the years that begin with 4.
    const int century = static_cast<int>(*f_.ordinal);
    point_.century = f_.era < 0 ? -century : century - 1;
  } else if (f_.day_offset) {
    return ResolveDayOffset();
  } else if (IsRelatedUnit()) {
    ResolveRelatedUnit();
  } else if (IsPresentUnit()) {
    ResolvePresentUnit();
  }
  return true;
}

// "'98"
void DateResolver::ResolveShortYear() {
  const int base = now_ && now_->year ? *now_->year : kYearWithoutAnchor;
  int year = base / 100 * 100 + *f_.short_year;
  if (year > base + kFarAhead) year -= 100;
  point_.year = year;
}

// "the 1980s", "the 80s"
void DateResolver::ResolveDecade() {
  int decade = *f_.decade;
  if (decade < kFullDecade) {
    const int base = now_ && now_->year ? *now_->year / 10 : kDecadeWithoutAnchor;
    decade = base / 10 * 10 + decade % 10;
    if (decade > base) decade -= 10;
  }
  point_.decade = f_.era < 0 ? -decade : decade;
}

// "yesterday", "today"; in a narrative no day, but the past or the present.
bool DateResolver::ResolveDayOffset() {
  const int offset = *f_.day_offset;
  if (context_.narrative) {
    out_.value = TimexName(offset == 0  ? TimeReference::kPresent
                           : offset > 0 ? TimeReference::kFuture
                                        : TimeReference::kPast);
    if (!f_.part) return false;
  }
  if (published_) {
    point_ = PointOf(AddDays(*context_.published, offset));
  } else {
    known_ = false;
    out_.value = "XXXX-XX-XX";
  }
  return true;
}

// Whether a relation speaks of a unit or part of the day: "last week", "this morning", but not "last May".
bool DateResolver::IsRelatedUnit() const {
  if (!f_.relation || (f_.weekday != 0 && !f_.relation_unit)) return false;
  const bool names_none = f_.month == 0 && f_.season == Season::kNone && !f_.holiday && f_.quarter == 0;
  return f_.relation_unit || f_.part || names_none;
}

void DateResolver::ResolveRelatedUnit() {
  const TimeRelation relation = *f_.relation;
  const TimeUnit unit = f_.relation_unit.value_or(TimeUnit::kDay);
  const bool fine = unit <= TimeUnit::kDay;
  std::optional<CalendarPoint> base = relation.narrative ? (fine ? told_day_ : told_) : now_;
  if (relation.narrative) out_.from_narrative = true;
  if (fine && base && !base->has_day() && told_day_) base = told_day_;
  const bool passed = unit == TimeUnit::kWeekend && relation.shift == 0 && !relation.narrative && passed_weekend_;
  const std::optional<CalendarPoint> moved = base ? Shift(*base, unit, passed ? -1 : relation.shift) : std::nullopt;
  if (moved) {
    point_ = *moved;
    return;
  }
  known_ = false;
  out_.value = TimexName(relation.shift < 0   ? TimeReference::kPast
                         : relation.shift > 0 ? TimeReference::kFuture
                                              : TimeReference::kPresent);
  if (unit == TimeUnit::kDay && f_.part) out_.value = "XXXX-XX-XX";
}

// Whether nothing but a unit is named: "the end of the month", "later in the year".
bool DateResolver::IsPresentUnit() const {
  return f_.unit && !f_.ordinal && !f_.relation && f_.season == Season::kNone && f_.month == 0 && f_.quarter == 0 &&
         !f_.holiday && f_.weekday == 0;
}

void DateResolver::ResolvePresentUnit() {
  const TimeUnit unit = *f_.unit;
  // A business report's quarter is the one told of, or the one that has ended.
  const bool quarter = unit == TimeUnit::kQuarter;
  const bool told_quarter = quarter && told_ && told_->quarter > 0;
  const std::optional<CalendarPoint> base = unit <= TimeUnit::kDay ? told_day_ : told_quarter ? told_ : now_;
  const bool passed = (quarter && !told_quarter) || (unit == TimeUnit::kWeekend && passed_weekend_);
  const std::optional<CalendarPoint> same = base ? Shift(*base, unit, passed ? -1 : 0) : std::nullopt;
  if (same) {
    point_ = *same;
  } else {
    known_ = false;
    out_.value = TimexDuration(1, unit);
  }
}

}  // namespace diurna
