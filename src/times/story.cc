// What was told holds for a while: a day until another is told or the report has gone on for some sentences, a month
// for "the 5th" a little longer, a year named beside it to the end of its sentence. Clock times come last, when the
// days beside them are known.

#include "times/story.h"

#include <cstdlib>

#include "times/bound.h"
#include "times/neighbours.h"

namespace diurna {

namespace {

constexpr uint32_t kMonthHolds = 6;   // sentences for which "the 5th" is a day of the month named last
constexpr uint32_t kDayHolds = 10;    // sentences for which a day told last is the one meant
constexpr uint32_t kOldDayHolds = 2;  // the same of what lies weeks back: it is soon left behind
constexpr int kRecent = 14;           // days
constexpr int kOtherAge = 25;         // years between a history and what it names in passing
constexpr int kNoon = 43200;          // seconds
constexpr int kAfternoonBegins = 12;  // hours at which a part of the day begins
constexpr int kAfternoonEnds = 20;    // whose bare clock times are after noon

// A point without its time of day.
CalendarPoint DayOf(CalendarPoint point) {
  point.hour = point.minute = point.second = -1;
  point.part = {};
  return point;
}

class Story {
 public:
  Story(const TimeText& text, const Document& document, TimeGenre genre, TimeExpressions* expressions)
      : text_(text), document_(document), all_(*expressions) {
    context_.published = ParseCivilDay(document.published);
    context_.narrative = genre == TimeGenre::kNarrative;
  }

  void Resolve() {
    for (size_t i = 0; i < all_.size(); ++i) {
      Enter(i);
      TakeYearOfNext(text_, i, &all_);
      TimeExpression& e = all_[i];
      e.time = ResolveTime(e.frame, e.context, text_.words());
      if (e.time.from_narrative) e.anchor = told_;
      OrderRange(text_, i, &all_);
      PlaceEndedUnit(text_, i, &all_);
      TakeNamedDay(text_, i, &all_);
      Remember(i);
    }
    for (TimeExpression& e : all_) ResolveClock(&e);
    KeepLocalTimes();
  }

 private:
  bool narrative() const { return context_.narrative; }

  // What holds where expression `i` stands.
  void Enter(size_t i) {
    TimeExpression& e = all_[i];
    const uint32_t sentence = text_.SentenceOf(e.begin);
    const uint32_t begin = text_[e.begin].span.begin;
    while (paragraph_ < document_.paragraphs.size() && document_.paragraphs[paragraph_].end <= begin) {
      ++paragraph_;
      context_.year.reset();
    }
    if (sentence > year_until_) context_.year.reset();
    if (sentence > month_until_) context_.month.reset();
    if (!narrative() && sentence > day_until_) context_.past_day.reset();
    const uint32_t first = text_[e.begin].token;
    e.bound = BoundOf(text_.words(), text_.analysis(), first);
    context_.tense = TenseAt(text_.words(), text_.analysis(), first, text_[e.end - 1].token);
    context_.headline = paragraph_ == 0 && begin < document_.body_begin;
    context_.as_of = e.bound == TimeBound::kAsOf;
    e.context = context_;
    e.context.period = PeriodBefore(text_, i, all_);
    if (context_.tense == TimeTense::kFuture || context_.tense == TimeTense::kPresent) e.context.year.reset();
  }

  // What expression `i` tells the ones behind it.
  void Remember(size_t i) {
    const TimeExpression& e = all_[i];
    if (!e.time.point || e.frame.kind == TimeKind::kReference || e.frame.BareTime()) return;
    const CalendarPoint point = DayOf(*e.time.point);
    if (IsOtherAge(point)) return;
    context_.reference = point;
    told_ = static_cast<uint32_t>(i);
    if (point.has_day()) {
      RememberDay(point, text_.SentenceOf(e.begin));
    } else if (narrative()) {
      context_.day.reset();
    }
    if (narrative()) return;
    RememberMonth(e, point);
    RememberYear(e, point);
  }

  // In a history a year from another age, named in passing, is no step of the story.
  bool IsOtherAge(const CalendarPoint& point) const {
    return narrative() && context_.reference && context_.reference->year && point.year && point.month == 0 &&
           std::abs(*context_.reference->year - *point.year) > kOtherAge;
  }

  void RememberDay(const CalendarPoint& point, uint32_t sentence) {
    context_.day = point;
    const std::optional<CivilDay>& published = context_.published;
    if (published && point.civil() > *published) return;
    context_.past_day = point;
    const bool old = published && DaysBetween(point.civil(), *published) > kRecent;
    day_until_ = sentence + (old ? kOldDayHolds : kDayHolds);
  }

  void RememberMonth(const TimeExpression& e, const CalendarPoint& point) {
    if (!point.year || point.month == 0 || e.frame.day == 0 || e.frame.relation_unit) return;
    if (e.frame.month == 0 && !context_.month) return;
    context_.month = point;
    month_until_ = text_.SentenceOf(e.begin) + kMonthHolds;
  }

  // In news an earlier year named as the time of something holds for the months behind it; named with its day it holds
  // in the next sentence too.
  void RememberYear(const TimeExpression& e, const CalendarPoint& point) {
    const bool earlier =
        e.time.explicit_year && context_.published && point.year && *point.year < context_.published->year;
    if (earlier && (e.frame.month > 0 || (e.begin > 0 && text_.Is(TimeCue::kWhen, e.begin - 1)))) {
      context_.year = point.year;
      year_until_ = text_.SentenceOf(e.begin) + (point.has_day() ? 1 : 0);
    } else if (e.frame.weekday > 0 || e.frame.day_offset || (e.frame.relation && !e.frame.relation->narrative)) {
      context_.year.reset();
    }
  }

  // A clock time on the day that it is tied to.
  void ResolveClock(TimeExpression* clock) {
    if (!clock->day) return;
    const std::optional<CalendarPoint>& day = all_[*clock->day].time.point;
    if (!day || !day->has_day()) return;
    // "Saturday afternoon at 3:30"
    TimeFrame& f = clock->frame;
    const bool afternoon = day->part_start >= kAfternoonBegins && day->part_start < kAfternoonEnds;
    if (afternoon && !f.meridiem && !f.part && f.clock > 0 && f.clock < kNoon) f.meridiem = 12;
    TimeContext context = clock->context;
    context.day = context.past_day = context.reference = PointOf(day->civil());
    context.as_of = false;
    clock->time = ResolveTime(f, context, text_.words());
    clock->anchor = clock->day;
  }

  // "13:40 (0040 UTC)": the record keeps local time.
  void KeepLocalTimes() {
    for (size_t i = 1; i < all_.size(); ++i) {
      TimeExpression& e = all_[i];
      const TimeExpression& local = all_[i - 1];
      if (e.frame.clock >= 0 && local.frame.clock >= 0 && e.begin == local.end + 1 && text_.Word(e.begin - 1) == "(") {
        e.time.record = local.time.record;
      }
    }
  }

  const TimeText& text_;
  const Document& document_;
  TimeExpressions& all_;
  TimeContext context_;
  OptionalIndex told_;  // the expression told last
  size_t paragraph_ = 0;
  // The last sentences for which the context's year, month and past day hold.
  uint32_t year_until_ = 0, month_until_ = 0, day_until_ = 0;
};

}  // namespace

void ResolveInOrder(const TimeText& text, const Document& document, TimeGenre genre, TimeExpressions* expressions) {
  Story(text, document, genre, expressions).Resolve();
}

}  // namespace diurna
