// All of these look at the atoms between two expressions: few, and each of a kind that the case allows.

#include "times/neighbours.h"

#include <algorithm>

#include "syntax/closed_class.h"

namespace diurna {

namespace {

constexpr int kWeek = 7;

// A weekday or month named without a year and day, resolved to one.
bool StandsAlone(const TimeExpression& e) {
  return e.frame.kind == TimeKind::kDate && e.frame.day == 0 && !e.frame.year && !e.frame.relation &&
         e.frame.nth_weekday == 0 && e.time.point && e.time.point->year && e.time.point->part.empty();
}

bool NamesWeekday(const TimeExpression& e) { return e.frame.weekday > 0 && e.time.point->has_day(); }
bool NamesMonth(const TimeExpression& e) { return e.frame.month > 0 && e.frame.weekday == 0; }

int Months(const CalendarPoint& point) { return *point.year * 12 + point.month; }

// Whether one word or dash between the two makes them a range: "Monday through Friday", "between May and June".
bool JoinsRange(const TimeText& text, const TimeExpression& from, const TimeExpression& to) {
  if (to.begin != from.end + 1) return false;
  const std::string_view joint = text.Word(from.end);
  if (closed_class::kUpTo.Has(joint) || IsDash(joint)) return true;
  return closed_class::kAnd.Has(joint) && from.begin > 0 && closed_class::kBetween.Has(text.Word(from.begin - 1));
}

}  // namespace

void TakeYearOfNext(const TimeText& text, size_t i, TimeExpressions* expressions) {
  constexpr uint32_t kReach = 2;  // atoms between the two
  if (i + 1 >= expressions->size()) return;
  TimeFrame& f = (*expressions)[i].frame;
  const uint32_t end = (*expressions)[i].end;
  const TimeExpression& next = (*expressions)[i + 1];
  if (f.kind != TimeKind::kDate || f.month == 0 || f.year || f.relation) return;
  if (next.frame.kind != TimeKind::kDate || next.frame.month == 0 || !next.frame.year) return;
  if (next.begin <= end || next.begin - end > kReach || !text.Is(TimeCue::kMonthJoint, end)) return;
  f.year = *next.frame.year - (f.month > next.frame.month ? 1 : 0);
  f.era = next.frame.era;
}

std::optional<CalendarPoint> PeriodBefore(const TimeText& text, size_t i, const TimeExpressions& expressions) {
  constexpr size_t kMostBack = 50;  // expressions; binds only in endless sentences
  const uint32_t sentence = text.SentenceOf(expressions[i].begin);
  for (size_t back = 1; back <= std::min(i, kMostBack); ++back) {
    const size_t k = i - back;
    if (text.SentenceOf(expressions[k].begin) != sentence) break;
    const std::optional<CalendarPoint>& point = expressions[k].time.point;
    if (expressions[k].frame.kind == TimeKind::kDate && point && point->year &&
        (point->quarter > 0 || (point->month > 0 && point->day == 0))) {
      return point;
    }
  }
  return std::nullopt;
}

void OrderRange(const TimeText& text, size_t i, TimeExpressions* expressions) {
  if (i == 0) return;
  TimeExpression& from = (*expressions)[i - 1];
  TimeExpression& to = (*expressions)[i];
  if (to.context.narrative || !StandsAlone(from) || !StandsAlone(to) || !JoinsRange(text, from, to)) return;
  const bool past = to.context.tense == TimeTense::kPast;
  TimeExpression& moved = past ? from : to;
  CalendarPoint point = *moved.time.point;
  if (NamesWeekday(from) && NamesWeekday(to) && from.time.point->civil() > to.time.point->civil()) {
    const CivilDay day = AddDays(point.civil(), past ? -kWeek : kWeek);
    point.year = day.year;
    point.month = day.month;
    point.day = day.day;
  } else if (NamesMonth(from) && NamesMonth(to) && Months(*from.time.point) > Months(*to.time.point)) {
    *point.year += past ? -1 : 1;
  } else {
    return;
  }
  moved.time.MoveTo(point);
}

void PlaceEndedUnit(const TimeText& text, size_t i, TimeExpressions* expressions) {
  constexpr uint32_t kReach = 2;  // atoms between the unit and the day
  if (i == 0) return;
  TimeExpression& whole = (*expressions)[i - 1];
  const TimeExpression& end = (*expressions)[i];
  const std::optional<TimeUnit> unit = whole.frame.unit ? whole.frame.unit : whole.frame.relation_unit;
  if (whole.frame.kind != TimeKind::kDate || !unit || whole.frame.relation || whole.frame.fiscal || whole.frame.year) {
    return;
  }
  if (*unit != TimeUnit::kWeek && *unit != TimeUnit::kMonth && *unit != TimeUnit::kQuarter) return;
  if (!end.time.point || !end.time.point->has_day()) return;
  if (end.begin <= whole.end || end.begin - whole.end > kReach || !text.Is(TimeCue::kEnded, whole.end)) return;
  const std::optional<CalendarPoint> point = Shift(*end.time.point, *unit, 0);
  if (point) whole.time.MoveTo(*point);
}

void TakeNamedDay(const TimeText& text, size_t i, TimeExpressions* expressions) {
  constexpr uint32_t kReach = 3;  // atoms between the two
  if (i == 0) return;
  TimeExpression& e = (*expressions)[i];
  const TimeExpression& before = (*expressions)[i - 1];
  if (e.frame.kind != TimeKind::kDate || e.frame.weekday == 0 || e.frame.day > 0 || !e.time.point) return;
  if (e.begin <= before.end || e.begin - before.end > kReach) return;
  if (!closed_class::kIndefiniteArticle.Has(text.Word(e.begin - 1))) return;
  const std::optional<CalendarPoint>& day = before.time.point;
  if (!day || !day->has_day() || WeekdayOf(day->civil()) != e.frame.weekday) return;
  e.time.MoveTo(PointOf(day->civil()));
  e.anchor = static_cast<uint32_t>(i - 1);
}

}  // namespace diurna
