// Each expression was resolved by itself: a weekday or a day of the month to the side of the publication that the tense
// asks for, a clock time to the day told last. An end may say less than the other: what it leaves open is taken from
// there, first of days, then of the clock times on them. Where both leave it open the tense tells which moves: of what
// is past the beginning moves back, else the end moves on.

#include "times/range_order.h"

#include <algorithm>
#include <string_view>

#include "syntax/closed_class.h"
#include "times/civil_day.h"

namespace diurna {

namespace {

bool IsDate(const TimeExpression& e) { return e.frame.kind == TimeKind::kDate && !e.frame.year && !e.frame.relation; }

// "the 15th": the month is open.
bool IsDayAlone(const TimeExpression& e) {
  return IsDate(e) && e.frame.day > 0 && e.frame.month == 0 && !e.frame.relation_unit;
}
// "Monday": the week is open.
bool IsWeekdayAlone(const TimeExpression& e) {
  return IsDate(e) && e.frame.weekday > 0 && e.frame.day == 0 && e.frame.month == 0 && e.frame.nth_weekday == 0;
}
// "October 2", "October": the year is open.
bool IsYearOpen(const TimeExpression& e) { return IsDate(e) && e.frame.month > 0 && !e.time.explicit_year; }

bool HasDay(const TimeExpression& e) { return e.time.point && e.time.point->has_day(); }

// Whether one begins after the other, as far as both are told.
bool IsAfter(const TimeExpression& a, const TimeExpression& b) {
  const std::string_view x = a.time.record.start, y = b.time.record.start;
  const size_t common = std::min(x.size(), y.size());
  return common > 0 && x.substr(0, common) > y.substr(0, common);
}

void SetDay(CivilDay day, TimeExpression* e) {
  CalendarPoint point = *e->time.point;
  point.year = day.year;
  point.month = day.month;
  point.day = day.day;
  e->time.MoveTo(point);
}

// Moves a day of the month to a month; a day that the month does not have stays where it was.
void SetMonth(CivilDay month, TimeExpression* e) {
  if (e->frame.day <= DaysInMonth(month.year, month.month)) SetDay({month.year, month.month, e->frame.day}, e);
}

class RangeOrderer {
 public:
  RangeOrderer(const TimeText& text, TimeExpressions* expressions) : text_(text), all_(*expressions) {}

  void Order(const TimeRange& range) {
    TimeExpression* const from = DayOf(range.from);
    TimeExpression* const to = DayOf(range.to);
    if (from != nullptr && to != nullptr && from->time.point && to->time.point) {
      OrderDays(from, to);
      MoveClock(range.from, *from);
      MoveClock(range.to, *to);
    }
    OrderClocks(range);
  }

 private:
  // The expression of an end that is a clock time or a part of a day alone, and the one that is more.
  TimeExpression* ClockOf(RangeEnd end) { return Find(end, true); }
  TimeExpression* DayOf(RangeEnd end) { return Find(end, false); }
  TimeExpression* Find(RangeEnd end, bool bare) {
    for (size_t i = end.first; i <= end.last; ++i) {
      if (all_[i].frame.BareTime() == bare) return &all_[i];
    }
    return nullptr;
  }

  static void OrderDays(TimeExpression* from, TimeExpression* to) {
    const bool days = HasDay(*from) && HasDay(*to);
    const bool past = to->context.tense == TimeTense::kPast;
    if (days && IsDayAlone(*from) && to->frame.day > 0 && (!IsDayAlone(*to) || (past && IsAfter(*from, *to)))) {
      const CivilDay end = to->time.point->civil();
      SetMonth(AddMonths(end.year, end.month, from->frame.day > end.day ? -1 : 0), from);
      return;
    }
    if (!IsAfter(*from, *to)) return;
    if (days && IsDayAlone(*to)) {
      const CivilDay begin = from->time.point->civil();
      SetMonth(AddMonths(begin.year, begin.month, to->frame.day < begin.day ? 1 : 0), to);
    } else if (days && IsWeekdayAlone(*from) && (past || !IsWeekdayAlone(*to)) && AreNear(*from, *to)) {
      SetDay(NearestWeekday(to->time.point->civil(), from->frame.weekday, -1), from);
    } else if (days && IsWeekdayAlone(*to)) {
      SetDay(NearestWeekday(from->time.point->civil(), to->frame.weekday, 1), to);
    } else if (IsYearOpen(*to) && (!past || !IsYearOpen(*from))) {
      MoveYears(1, to);
    } else if (IsYearOpen(*from)) {
      MoveYears(-1, from);
    }
  }

  // Whether it may be the week of a weekday that is wrong, not the year of the other end.
  static bool AreNear(const TimeExpression& from, const TimeExpression& to) {
    constexpr int kFarthest = 14;
    return DaysBetween(to.time.point->civil(), from.time.point->civil()) <= kFarthest;
  }

  // A year on or back; February 29 stays.
  static void MoveYears(int years, TimeExpression* e) {
    CalendarPoint point = *e->time.point;
    if (!point.year) return;
    *point.year += years;
    if (point.day > 0 && !ValidDay(*point.year, point.month, point.day)) return;
    e->time.MoveTo(point);
  }

  // The clock time beside a day goes where the day went.
  void MoveClock(RangeEnd end, const TimeExpression& day) {
    TimeExpression* const clock = ClockOf(end);
    if (clock != nullptr && HasDay(*clock) && HasDay(day) && clock->time.point->civil() != day.time.point->civil()) {
      SetDay(day.time.point->civil(), clock);
    }
  }

  void OrderClocks(const TimeRange& range) {
    TimeExpression* const from = ClockOf(range.from);
    TimeExpression* to = ClockOf(range.to);
    // "5:00 of the next day"
    if (to == nullptr && all_[range.to.first].frame.HasTimeOfDay()) to = &all_[range.to.first];
    if (from == nullptr || to == nullptr || !HasDay(*from) || !HasDay(*to)) return;
    // The day of one end is that of both.
    if (from->day && !to->day) SetDay(from->time.point->civil(), to);
    const CivilDay day = from->time.point->civil();
    if (day != to->time.point->civil() || !IsAfter(*from, *to)) return;
    // "until 5 a.m. on Tuesday" ends on that day; "between 8 p.m. and 5 a.m. on Tuesday" begins on it.
    const bool ends_there = to->day && range.to.first > 0 && to->begin > 0 &&
                            to->day == OptionalIndex(static_cast<uint32_t>(range.to.last)) &&
                            closed_class::kUntil.Has(text_.Word(to->begin - 1));
    ends_there ? SetDay(AddDays(day, -1), from) : SetDay(AddDays(day, 1), to);
  }

  const TimeText& text_;
  TimeExpressions& all_;
};

}  // namespace

void OrderRanges(const TimeText& text, const std::vector<TimeRange>& ranges, TimeExpressions* expressions) {
  RangeOrderer orderer(text, expressions);
  for (const TimeRange& range : ranges) orderer.Order(range);
}

}  // namespace diurna
