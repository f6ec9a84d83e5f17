// A day behind a clock time is looked for first, from the end of the text on, so that all clock times before one day
// get it ("at 3, 4 and 5 p.m. on Monday"); then a day before it.

#include "times/clock_days.h"

#include "syntax/closed_class.h"

namespace diurna {

namespace {

constexpr uint32_t kReach = 3;  // atoms between a clock time and its day

bool NamesDay(const TimeFrame& f) {
  return f.kind == TimeKind::kDate && f.clock < 0 &&
         (f.day > 0 || f.weekday > 0 || f.day_offset || f.holiday || (f.relation && f.relation_unit == TimeUnit::kDay));
}

class ClockTier {
 public:
  ClockTier(const TimeText& text, TimeExpressions* expressions) : text_(text), all_(*expressions) {}

  void Tie() {
    for (size_t i = all_.size(); i-- > 1;) {
      if (all_[i - 1].IsClock()) TieToNext(i - 1);
    }
    for (size_t i = 1; i < all_.size(); ++i) {
      if (all_[i].IsClock() && !all_[i].day) TieToPrevious(i);
    }
  }

 private:
  // Whether nothing but thin words stands between the two.
  bool IsBeside(const TimeExpression& a, const TimeExpression& b) const {
    if (b.begin < a.end || b.begin - a.end > kReach || text_.SentenceOf(a.begin) != text_.SentenceOf(b.begin)) {
      return false;
    }
    for (uint32_t i = a.end; i < b.begin; ++i) {
      if (!text_.Is(TimeCue::kBesideDay, i)) return false;
    }
    return true;
  }

  // Whether one word or dash between the two makes them a range.
  bool IsRange(const TimeExpression& from, const TimeExpression& to) const {
    if (to.begin != from.end + 1) return false;
    const std::string_view joint = text_.Word(from.end);
    return closed_class::kUpTo.Has(joint) || closed_class::kAnd.Has(joint) || IsDash(joint);
  }

  bool IsInBrackets(const TimeExpression& e) const { return text_.Word(e.begin - 1) == "("; }

  void TieToNext(size_t i) {
    TimeExpression& clock = all_[i];
    TimeExpression& next = all_[i + 1];
    const bool range = IsRange(clock, next);
    if (!range && !IsBeside(clock, next)) return;
    // "From 9 pm to 5 am until March 29": the day ends all, not the hour alone.
    if (range && NamesDay(next.frame) && closed_class::kUntil.Has(text_.Word(clock.end))) return;
    if (NamesDay(next.frame)) {
      clock.day = static_cast<uint32_t>(i + 1);
    } else if (next.IsClock() && next.day && IsInBrackets(next)) {
      clock.day = next.day;
    } else {
      // "from 9 to 5 p.m. on Monday"
      if (range && next.IsClock() && next.day) clock.day = next.day;
      return;
    }
    clock.partner = static_cast<uint32_t>(i + 1);
    next.partner = static_cast<uint32_t>(i);
  }

  void TieToPrevious(size_t i) {
    TimeExpression& clock = all_[i];
    TimeExpression& previous = all_[i - 1];
    if (!IsBeside(previous, clock)) return;
    if (NamesDay(previous.frame) && !previous.partner) {
      clock.day = static_cast<uint32_t>(i - 1);
    } else if (previous.IsClock() && previous.day && *previous.day < i && IsInBrackets(clock)) {
      clock.day = previous.day;
    } else {
      return;
    }
    clock.partner = static_cast<uint32_t>(i - 1);
    previous.partner = static_cast<uint32_t>(i);
  }

  const TimeText& text_;
  TimeExpressions& all_;
};

}  // namespace

void TieClocksToDays(const TimeText& text, TimeExpressions* expressions) { ClockTier(text, expressions).Tie(); }

}  // namespace diurna
