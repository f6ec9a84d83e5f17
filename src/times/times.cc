// Time expressions, end to end: cut the tokens into atoms, match the rules from left to right, resolve each match
// against what is known at its place, then tie neighbours together: a clock time to the day beside it, the two ends of
// a range, a month to the year of the month behind it. Whether a report is news or a history is decided once, from what
// it shows: the share of its years that lie before the publication, against words such as weekdays and "today" that
// only make sense near it.

#include "times/times.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "times/grammar.h"
#include "times/resolver.h"
#include "times/syntax.h"

namespace diurna {

namespace {

// An expression on its way: where it stands, what it captured.
struct Found {
  TimeFrame frame;
  uint32_t begin = 0, end = 0;  // atoms
  TimeContext context;          // as it was where the expression stands
  ResolvedTime time;
  int32_t anchor = -1;
  int32_t day = -1;      // the expression whose day a clock time takes
  int32_t partner = -1;  // the expression beside it that makes up one time with it

  bool clock() const { return frame.clock >= 0 && frame.BareTime(); }
};

template <size_t N>
bool OneOf(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsDash(std::string_view word) { return word == "-" || word == "–" || word == "—"; }

TimeBound BoundOf(const Analysis& analysis, uint32_t token) {
  static constexpr std::pair<std::string_view, TimeBound> kBounds[] = {
      {"since", TimeBound::kSince},    {"from", TimeBound::kFrom},      {"starting", TimeBound::kFrom},
      {"beginning", TimeBound::kFrom}, {"until", TimeBound::kUntil},    {"till", TimeBound::kUntil},
      {"through", TimeBound::kUntil},  {"by", TimeBound::kBy},          {"before", TimeBound::kBefore},
      {"after", TimeBound::kAfter},    {"during", TimeBound::kDuring},  {"throughout", TimeBound::kDuring},
      {"between", TimeBound::kFrom},   {"effective", TimeBound::kFrom}, {"following", TimeBound::kAfter}};
  static constexpr std::array<std::string_view, 6> kThin = {"at", "on", "in", "the", "about", "around"};
  static constexpr std::array<std::string_view, 4> kClose = {"shortly", "just", "immediately", "right"};
  const Sentence& sentence = analysis.sentences()[analysis[token].sentence];
  const auto word = [&](uint32_t back) {
    return token >= sentence.begin + back ? analysis[token - back].lower : std::string_view();
  };
  for (uint32_t back = 1; back <= 2; ++back) {
    const std::string_view w = word(back);
    if (w == "of" && word(back + 1) == "as") return TimeBound::kAsOf;
    for (const auto& [name, bound] : kBounds) {
      if (w != name) continue;
      // "shortly before half past three" is no other time than that
      const bool close = (bound == TimeBound::kBefore || bound == TimeBound::kAfter) && OneOf(word(back + 1), kClose);
      return close ? TimeBound::kNone : bound;
    }
    if (!OneOf(w, kThin)) break;
  }
  return TimeBound::kNone;
}

}  // namespace

struct TimeFinder::Impl {
  explicit Impl(TimeGrammar g) : grammar(std::move(g)), resolver(grammar) {}
  TimeGrammar grammar;
  TimeResolver resolver;
};

namespace {

// The passes over one report.
class TimeReading {
 public:
  TimeReading(const TimeGrammar& grammar, const TimeResolver& resolver, const Document& document,
              const Analysis& analysis)
      : grammar_(grammar),
        resolver_(resolver),
        document_(document),
        analysis_(analysis),
        atoms_(grammar.Cut(analysis)),
        published_(ParseCivilDay(document.published)),
        narrative_(IsNarrative()) {}

  std::vector<TimeMention> Read() {
    Collect();
    JoinClocks();
    Resolve();
    std::vector<TimeMention> mentions = Mentions();
    LinkRanges(&mentions);
    return mentions;
  }

 private:
  bool IsNarrative() const;
  void Collect();
  void JoinClocks();
  void Resolve();
  void ShareYear(size_t i);
  std::optional<CalendarPoint> PeriodBefore(size_t i) const;
  void OrderRange(size_t i);
  void PlaceEndedUnit(size_t i);
  void TakeNamedDay(size_t i);
  std::vector<TimeMention> Mentions() const;
  void LinkRanges(std::vector<TimeMention>* mentions) const;

  const TimeAtom& Atom(uint32_t i) const { return atoms_.atoms[i]; }
  uint32_t SentenceOf(uint32_t atom) const { return analysis_[Atom(atom).token].sentence; }
  // The words of an atom in lower case.
  std::string_view Word(uint32_t atom) const {
    const TimeAtom& a = Atom(atom);
    const Token& token = analysis_[a.token];
    return a.span == token.span ? token.lower : a.span.In(analysis_.text());
  }

  const TimeGrammar& grammar_;
  const TimeResolver& resolver_;
  const Document& document_;
  const Analysis& analysis_;
  const TimeAtoms atoms_;
  const std::optional<CivilDay> published_;
  const bool narrative_;
  std::vector<Found> found_;
};

bool TimeReading::IsNarrative() const {
  constexpr int kEnough = 10;  // years named before one may speak of a history
  constexpr int kHeading = 3;  // a year that is a line of its own weighs as much as this many
  static constexpr std::array<std::string_view, 10> kBefore = {"in",    "of",    ",",    "since", "by",
                                                               "until", "early", "late", "from",  "the"};
  int past = 0, near = 0;
  const uint32_t size = static_cast<uint32_t>(atoms_.atoms.size());
  for (uint32_t i = 0; i < size; ++i) {
    const TimeAtom& atom = Atom(i);
    for (uint32_t s = 0; s < atom.sense_count; ++s) {
      const TimeSense& sense = atoms_.senses[atom.first_sense + s];
      if (sense.slot == TimeSlot::kYear) {
        const Token* before = i > 0 ? &analysis_[Atom(i - 1).token] : nullptr;
        const bool dated =
            atom.line_start || before == nullptr || OneOf(before->lower, kBefore) || before->pos == Pos::kPropn;
        if (!dated) continue;
        if (published_ && static_cast<int>(sense.value) >= published_->year) {
          near += 2;
        } else {
          past += atom.line_start && (i + 1 == size || Atom(i + 1).line_start) ? kHeading : 1;
        }
      } else if (sense.slot == TimeSlot::kEra) {
        ++past;
      } else if (sense.slot == TimeSlot::kWeekday || sense.slot == TimeSlot::kDayOffset) {
        ++near;
      }
    }
  }
  // A word that only makes sense near the publication weighs as much as two or three far years.
  return past >= kEnough && 2 * past > 5 * near + 6;
}

void TimeReading::Collect() {
  constexpr uint32_t kReach = 8;  // an expression shows its nature within so many atoms
  const TimeSyntax syntax(analysis_, atoms_);
  const TimeRegister kind = narrative_ ? TimeRegister::kNarrative : TimeRegister::kNews;
  const uint32_t size = static_cast<uint32_t>(atoms_.atoms.size());
  uint32_t hint = 0;
  TimeMatch match;
  for (uint32_t at = 0; at < size;) {
    hint = std::max(hint, at);
    while (hint < size && !grammar_.Suggests(Atom(hint))) ++hint;
    if (hint >= size) break;
    if (hint > at + kReach) at = hint - kReach;
    if (!grammar_.Match(atoms_, at, kind, syntax, &match)) {
      ++at;
      continue;
    }
    if (match.rule->kind != TimeKind::kIgnore) {
      std::vector<TimeFrame> frames = FramesOf(match);
      for (size_t i = 0; i < frames.size(); ++i) {
        if (match.extents[i].first >= match.extents[i].second) continue;
        Found found;
        found.frame = std::move(frames[i]);
        found.begin = match.extents[i].first;
        found.end = match.extents[i].second;
        found_.push_back(std::move(found));
      }
    }
    at = match.end;
  }
}

// Ties each clock time to the day that is named beside it: "1:30 am on the 5th", "Friday at 8 p.m. (1900 GMT)".
void TimeReading::JoinClocks() {
  static constexpr std::array<std::string_view, 13> kBetween = {
      "on", "of", ",", "at", "in", "the", "from", "between", "local", "time", "about", "(", ")"};
  const auto beside = [&](const Found& a, const Found& b) {
    if (b.begin < a.end || b.begin - a.end > 3 || SentenceOf(a.begin) != SentenceOf(b.begin)) return false;
    for (uint32_t i = a.end; i < b.begin; ++i) {
      if (!OneOf(Word(i), kBetween)) return false;
    }
    return true;
  };
  const auto names_day = [](const Found& f) {
    return f.frame.kind == TimeKind::kDate && f.frame.clock < 0 &&
           (f.frame.day > 0 || f.frame.weekday > 0 || f.frame.day_offset || f.frame.holiday >= 0 ||
            (f.frame.relation && f.frame.relation_unit == TimeUnit::kDay));
  };
  for (size_t i = found_.size(); i-- > 0;) {
    Found& f = found_[i];
    if (!f.clock() || i + 1 >= found_.size()) continue;
    Found& next = found_[i + 1];
    const bool range = next.begin == f.end + 1 &&
                       (Word(f.end) == "to" || Word(f.end) == "until" || Word(f.end) == "and" || IsDash(Word(f.end)));
    if (!range && !beside(f, next)) continue;
    // "From 9 pm to 5 am until March 29": the day ends all, not the hour alone.
    if (range && names_day(next) && (Word(f.end) == "until" || Word(f.end) == "till")) continue;
    if (names_day(next)) {
      f.day = static_cast<int32_t>(i + 1);
    } else if (next.clock() && next.day >= 0 && Word(next.begin - 1) == "(") {
      f.day = next.day;
    } else if (range && next.clock() && next.day >= 0) {
      // "from 9 to 5 p.m. on Monday"
      f.day = next.day;
      continue;
    } else {
      continue;
    }
    f.partner = static_cast<int32_t>(i + 1);
    next.partner = static_cast<int32_t>(i);
  }
  for (size_t i = 1; i < found_.size(); ++i) {
    Found& f = found_[i];
    Found& previous = found_[i - 1];
    if (!f.clock() || f.day >= 0 || !beside(previous, f)) continue;
    if (names_day(previous) && previous.partner < 0) {
      f.day = static_cast<int32_t>(i - 1);
    } else if (previous.clock() && previous.day >= 0 && previous.day < static_cast<int32_t>(i) &&
               Word(f.begin - 1) == "(") {
      f.day = previous.day;
    } else {
      continue;
    }
    f.partner = static_cast<int32_t>(i - 1);
    previous.partner = static_cast<int32_t>(i);
  }
}

// A month takes the year of the month that it is coordinated with: "in March and April 2012".
void TimeReading::ShareYear(size_t i) {
  static constexpr std::array<std::string_view, 10> kJoints = {"-",  "–",     "—",    "to",      "and",
                                                               "or", "until", "till", "through", ","};
  Found& f = found_[i];
  if (f.frame.kind != TimeKind::kDate || f.frame.month == 0 || f.frame.year || f.frame.relation) return;
  if (i + 1 >= found_.size()) return;
  const Found& next = found_[i + 1];
  if (next.frame.kind != TimeKind::kDate || next.frame.month == 0 || !next.frame.year || next.begin <= f.end) return;
  if (next.begin - f.end > 2 || !OneOf(Word(f.end), kJoints)) return;
  f.frame.year = *next.frame.year - (f.frame.month > next.frame.month ? 1 : 0);
  f.frame.era = next.frame.era;
}

// The quarter or month told in the same sentence before expression i.
std::optional<CalendarPoint> TimeReading::PeriodBefore(size_t i) const {
  constexpr size_t kMostBack = 50;  // expressions; binds only in endless sentences
  for (size_t k = i; k-- > 0 && i - k <= kMostBack && SentenceOf(found_[k].begin) == SentenceOf(found_[i].begin);) {
    const std::optional<CalendarPoint>& point = found_[k].time.point;
    if (found_[k].frame.kind == TimeKind::kDate && point && point->year &&
        (point->quarter > 0 || (point->month > 0 && point->day == 0))) {
      return point;
    }
  }
  return std::nullopt;
}

// "Monday through Friday" are days of one week, "January to June" months of one year, whichever side of the publication
// each would be on by itself.
void TimeReading::OrderRange(size_t i) {
  constexpr int kWeek = 7;
  if (i == 0 || narrative_) return;
  Found& from = found_[i - 1];
  Found& to = found_[i];
  const auto alone = [](const Found& f) {
    return f.frame.kind == TimeKind::kDate && f.frame.day == 0 && !f.frame.year && !f.frame.relation &&
           f.frame.nth_weekday == 0 && f.time.point && f.time.point->year && f.time.point->part.empty();
  };
  const auto weekday = [](const Found& f) { return f.frame.weekday > 0 && f.time.point->has_day(); };
  const auto month = [](const Found& f) { return f.frame.month > 0 && f.frame.weekday == 0; };
  if (to.begin != from.end + 1 || !alone(from) || !alone(to)) return;
  const std::string_view joint = Word(from.end);
  const bool between = joint == "and" && from.begin > 0 && Word(from.begin - 1) == "between";
  if (joint != "to" && joint != "through" && joint != "until" && !IsDash(joint) && !between) return;
  const bool past = to.context.tense == TimeTense::kPast;
  Found& moved = past ? from : to;
  CalendarPoint point = *moved.time.point;
  if (weekday(from) && weekday(to) && from.time.point->civil() > to.time.point->civil()) {
    const CivilDay day = AddDays(point.civil(), past ? -kWeek : kWeek);
    point.year = day.year;
    point.month = day.month;
    point.day = day.day;
  } else if (month(from) && month(to) &&
             *from.time.point->year * 12 + from.time.point->month > *to.time.point->year * 12 + to.time.point->month) {
    *point.year += past ? -1 : 1;
  } else {
    return;
  }
  moved.time.point = point;
  moved.time.value = TimexValue(point);
  moved.time.record = RecordTimeOf(point);
}

// "the week ended March 16" is the week of that day, whenever the report was written.
void TimeReading::PlaceEndedUnit(size_t i) {
  if (i == 0) return;
  Found& whole = found_[i - 1];
  const Found& end = found_[i];
  const std::optional<TimeUnit> unit = whole.frame.unit ? whole.frame.unit : whole.frame.relation_unit;
  if (whole.frame.kind != TimeKind::kDate || !unit || whole.frame.relation || whole.frame.fiscal || !end.time.point ||
      !end.time.point->has_day()) {
    return;
  }
  if (*unit != TimeUnit::kWeek && *unit != TimeUnit::kMonth && *unit != TimeUnit::kQuarter) return;
  if (end.begin <= whole.end || end.begin - whole.end > 2) return;
  const std::string_view joint = Word(whole.end);
  if (joint != "ended" && joint != "ending") return;
  const std::optional<CalendarPoint> point = Shift(*end.time.point, *unit, 0);
  if (!point || whole.frame.year) return;
  whole.time.point = point;
  whole.time.value = TimexValue(*point);
  whole.time.record = RecordTimeOf(*point);
}

// "Feb. 3, a Sunday" is one day.
void TimeReading::TakeNamedDay(size_t i) {
  constexpr uint32_t kReach = 3;  // atoms between the two
  if (i == 0) return;
  Found& f = found_[i];
  const Found& before = found_[i - 1];
  if (f.frame.kind != TimeKind::kDate || f.frame.weekday == 0 || f.frame.day > 0 || !f.time.point || f.begin == 0)
    return;
  if (Word(f.begin - 1) != "a" || f.begin - before.end > kReach || f.begin <= before.end) return;
  const std::optional<CalendarPoint>& day = before.time.point;
  if (!day || !day->has_day() || WeekdayOf(day->civil()) != f.frame.weekday) return;
  f.time.point = PointOf(day->civil());
  f.time.value = TimexValue(*f.time.point);
  f.time.record = RecordTimeOf(*f.time.point);
  f.anchor = static_cast<int32_t>(i) - 1;
}

void TimeReading::Resolve() {
  constexpr uint32_t kMonthHolds = 6;  // sentences for which "the 5th" is a day of the month named last
  constexpr int kRecent = 14;          // days
  constexpr int kOtherAge = 25;        // years between a history and what it names in passing
  TimeContext context;
  context.published = published_;
  context.narrative = narrative_;
  int32_t told = -1;
  size_t paragraph = 0;
  uint32_t year_until = 0;   // last sentence for which context.year holds
  uint32_t month_until = 0;  // and context.month
  uint32_t day_until = 0;    // and context.past_day
  for (size_t i = 0; i < found_.size(); ++i) {
    Found& f = found_[i];
    const uint32_t sentence = SentenceOf(f.begin);
    while (paragraph < document_.paragraphs.size() && document_.paragraphs[paragraph].end <= Atom(f.begin).span.begin) {
      ++paragraph;
      context.year.reset();
    }
    if (sentence > year_until) context.year.reset();
    if (sentence > month_until) context.month.reset();
    if (!narrative_ && sentence > day_until) context.past_day.reset();
    const uint32_t first = Atom(f.begin).token;
    context.tense = TenseAt(grammar_, analysis_, first, Atom(f.end - 1).token);
    context.headline = paragraph == 0 && Atom(f.begin).span.begin < document_.body_begin;
    context.as_of = BoundOf(analysis_, first) == TimeBound::kAsOf;
    f.context = context;
    f.context.period = PeriodBefore(i);
    if (context.tense == TimeTense::kFuture || context.tense == TimeTense::kPresent) f.context.year.reset();
    ShareYear(i);
    f.time = resolver_.Resolve(f.frame, f.context);
    if (f.time.from_narrative) f.anchor = told;
    OrderRange(i);
    PlaceEndedUnit(i);
    TakeNamedDay(i);
    if (!f.time.point || f.frame.kind == TimeKind::kReference || f.frame.BareTime()) continue;
    CalendarPoint point = *f.time.point;
    point.hour = point.minute = point.second = -1;
    point.part = {};
    // In a history a year from another age, named in passing, is no step of the story.
    if (narrative_ && context.reference && context.reference->year && point.year && point.month == 0 &&
        std::abs(*context.reference->year - *point.year) > kOtherAge) {
      continue;
    }
    context.reference = point;
    if (point.has_day()) {
      context.day = point;
      if (!published_ || point.civil() <= *published_) {
        context.past_day = point;
        // What lies weeks back is soon left behind, yesterday carries on.
        day_until = sentence + (published_ && DaysBetween(point.civil(), *published_) > kRecent ? 2 : 10);
      }
    } else if (narrative_) {
      context.day.reset();
    }
    told = static_cast<int32_t>(i);
    if (narrative_) continue;
    if (point.year && point.month > 0 && f.frame.day > 0 && !f.frame.relation_unit &&
        (f.frame.month > 0 || context.month)) {
      context.month = point;
      month_until = sentence + kMonthHolds;
    }
    // In news an earlier year named as the time of something holds for the months behind it; named with its day it
    // holds in the next sentence too.
    const std::string_view before = f.begin > 0 ? Word(f.begin - 1) : std::string_view();
    static constexpr std::array<std::string_view, 6> kWhen = {"in", "since", "during", "until", "by", "on"};
    if (f.time.explicit_year && published_ && point.year && *point.year < published_->year &&
        (f.frame.month > 0 || OneOf(before, kWhen))) {
      context.year = point.year;
      year_until = sentence + (point.has_day() ? 1 : 0);
    } else if (f.frame.weekday > 0 || f.frame.day_offset || (f.frame.relation && !f.frame.relation->narrative)) {
      context.year.reset();
    }
  }
  // Clock times, now that the days beside them are known.
  for (Found& f : found_) {
    if (f.day < 0) continue;
    const Found& day = found_[static_cast<size_t>(f.day)];
    if (!day.time.point || !day.time.point->has_day()) continue;
    // "Saturday afternoon at 3:30"
    constexpr int kNoon = 43200;
    if (day.time.point->part_start >= 12 && f.frame.meridiem < 0 && f.frame.clock > 0 && f.frame.clock < kNoon &&
        f.frame.part < 0 && day.time.point->part_start < 20) {
      f.frame.meridiem = 12;
    }
    TimeContext at = f.context;
    at.day = at.past_day = at.reference = PointOf(day.time.point->civil());
    at.as_of = false;
    f.time = resolver_.Resolve(f.frame, at);
    f.anchor = f.day;
  }
  // "13:40 (0040 UTC)": the record keeps local time.
  for (size_t i = 1; i < found_.size(); ++i) {
    Found& f = found_[i];
    const Found& local = found_[i - 1];
    if (f.frame.clock >= 0 && local.frame.clock >= 0 && f.begin == local.end + 1 && Word(f.begin - 1) == "(") {
      f.time.record = local.time.record;
    }
  }
}

std::vector<TimeMention> TimeReading::Mentions() const {
  std::vector<TimeMention> out;
  out.reserve(found_.size());
  for (const Found& f : found_) {
    TimeMention mention;
    mention.span = {Atom(f.begin).span.begin, Atom(f.end - 1).span.end};
    const uint32_t first = Atom(f.begin).token;
    const uint32_t last = Atom(f.end - 1).token;
    // The head is the token whose own head lies outside.
    uint32_t head = last;
    for (uint32_t t = first; t <= last; ++t) {
      if (analysis_[t].head < first || analysis_[t].head > last || analysis_[t].head == t) {
        head = t;
        break;
      }
    }
    mention.tokens = {first, last + 1, head};
    mention.type = f.time.type;
    mention.value = f.time.value;
    mention.mod = f.time.mod;
    mention.quant = f.time.quant;
    mention.freq = f.time.freq;
    mention.anchor = f.anchor;
    mention.start = f.time.record.start;
    mention.end = f.time.record.end;
    mention.granularity = f.time.record.granularity;
    mention.bound = BoundOf(analysis_, first);
    mention.duration = f.time.duration;
    mention.clock = f.time.clock;
    mention.confidence = f.time.confidence;
    // ISO dates compare as strings as far as both go.
    const size_t common = std::min<size_t>({10, mention.start.size(), document_.published.size()});
    mention.future = published_ && common > 0 && mention.start.compare(0, common, document_.published, 0, common) > 0;
    out.push_back(std::move(mention));
  }
  return out;
}

// Ties the two ends of a range: "from 10 pm to 5 am", "between 3 and 5 May", "1997-98".
void TimeReading::LinkRanges(std::vector<TimeMention>* mentions) const {
  static constexpr std::array<std::string_view, 4> kTo = {"to", "until", "till", "through"};
  static constexpr std::array<std::string_view, 14> kThin = {"at",      "on",       "in",    "the",       "and",
                                                             "up",      "continue", "run",   "continues", "runs",
                                                             "lasting", "last",     "lasts", "about"};
  std::vector<TimeMention>& out = *mentions;
  const auto dated = [](const Found& f) {
    return f.frame.kind == TimeKind::kDate || f.frame.kind == TimeKind::kReference || f.frame.kind == TimeKind::kOffset;
  };
  const auto unit_end = [&](size_t i) { return found_[i].partner == static_cast<int32_t>(i + 1) ? i + 1 : i; };
  for (size_t a = 0; a < found_.size(); ++a) {
    const size_t a_last = unit_end(a);
    const size_t b = a_last + 1;
    if (b >= found_.size()) break;
    const size_t b_last = unit_end(b);
    const Found& from = found_[a];
    const Found& to = found_[b];
    const uint32_t gap_begin = found_[a_last].end;
    const uint32_t gap = to.begin > gap_begin ? to.begin - gap_begin : 0;
    a = a_last;
    if (!dated(from) || !dated(to) || gap == 0 || gap > 5 || SentenceOf(from.begin) != SentenceOf(to.begin)) continue;
    const uint32_t first = Atom(from.begin).token;
    const bool between = first > 0 && analysis_[first - 1].lower == "between";
    bool linked = false, clean = true;
    for (uint32_t k = gap_begin; k < to.begin; ++k) {
      const std::string_view word = Word(k);
      if (OneOf(word, kTo) || (word == "and" && between)) {
        linked = true;
      } else if (IsDash(word)) {
        // A dash may also set words apart: both ends are then of different kinds.
        const TimeMention& x = out[a_last];
        const TimeMention& y = out[b];
        linked = gap == 1 && (x.granularity == y.granularity || from.clock()) && x.start <= y.start;
      } else if (!OneOf(word, kThin)) {
        clean = false;
      }
    }
    if (!linked || !clean) continue;
    const size_t a_first = static_cast<size_t>(&from - found_.data());
    for (size_t k = a_first; k <= a_last; ++k) {
      out[k].range_end = static_cast<int32_t>(b);
      if (out[k].bound == TimeBound::kNone) out[k].bound = TimeBound::kFrom;
    }
    for (size_t k = b; k <= b_last; ++k) {
      out[k].range_begin = static_cast<int32_t>(a_first);
      out[k].bound = TimeBound::kUntil;
    }
    // Clock times that recur: no day stands beside them but "the next day".
    if (from.clock() && from.day < 0 && to.frame.clock >= 0 && to.day < 0) {
      bool daily = to.frame.relation.has_value() && to.frame.relation->narrative;
      const Sentence& sentence = analysis_.sentences()[analysis_[first].sentence];
      for (const TimeAtom& atom : atoms_.atoms) {
        if (atom.token >= sentence.end) break;
        if (atom.token >= sentence.begin && grammar_.Recurs(atom)) daily = true;
      }
      // "From 9 pm to 5 am until March 29": every night of them.
      const size_t after = b_last + 1;
      if (after < found_.size() && found_[after].begin > 0 && found_[after].begin <= found_[b_last].end + 2 &&
          found_[after].frame.clock < 0 && dated(found_[after]) && OneOf(Word(found_[after].begin - 1), kTo)) {
        daily = true;
      }
      if (!daily) continue;
      for (size_t k : {a_first, b}) {
        out[k].daily = true;
        out[k].start.clear();
        out[k].end.clear();
        out[k].future = false;
        out[k].value = "XXXX-XX-XXT" + out[k].clock;
      }
    }
  }
}

}  // namespace

TimeFinder::TimeFinder() = default;
TimeFinder::TimeFinder(TimeFinder&&) noexcept = default;
TimeFinder& TimeFinder::operator=(TimeFinder&&) noexcept = default;
TimeFinder::~TimeFinder() = default;

Result<TimeFinder> TimeFinder::Make(const Lexicon& lexicon) {
  Result<TimeGrammar> grammar = TimeGrammar::Make(lexicon);
  if (!grammar.ok()) return grammar.status();
  TimeFinder finder;
  finder.impl_ = std::make_unique<Impl>(std::move(*grammar));
  return finder;
}

std::vector<TimeMention> TimeFinder::Find(const Document& document, const Analysis& analysis) const {
  return TimeReading(impl_->grammar, impl_->resolver, document, analysis).Read();
}

}  // namespace diurna
