// Time expressions, end to end: cut the tokens into atoms, match the rules from left to right, resolve each match
// against what is known at its place, then tie neighbours together: a clock time to the day beside it, the two ends of
// a range, a month to the year of the month behind it. Whether a report is news or a history is decided once, from what
// it shows: the share of its years that lie far from the publication date, against words such as weekdays and "today"
// that only make sense near it.

#include "mention/times.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "mention/time_grammar.h"
#include "mention/time_resolver.h"
#include "mention/time_syntax.h"

namespace diurna {

namespace {

// An expression on its way: where it stands, what it captured.
struct Found {
  TimeFrame frame;
  uint32_t begin = 0, end = 0;  // atoms
  uint32_t match = 0;           // number of the match, the same for the ends of one range
  TimeContext context;          // as it was where the expression stands
  ResolvedTime time;
  int32_t anchor = -1;
  int32_t partner = -1;  // the day that a clock time was joined to, and the other way round
};

template <size_t N>
bool OneOf(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

TimeBound BoundOf(const Analysis& analysis, uint32_t token) {
  static constexpr std::pair<std::string_view, TimeBound> kBounds[] = {
      {"since", TimeBound::kSince},    {"from", TimeBound::kFrom},      {"starting", TimeBound::kFrom},
      {"beginning", TimeBound::kFrom}, {"until", TimeBound::kUntil},    {"till", TimeBound::kUntil},
      {"through", TimeBound::kUntil},  {"by", TimeBound::kBy},          {"before", TimeBound::kBefore},
      {"after", TimeBound::kAfter},    {"during", TimeBound::kDuring},  {"throughout", TimeBound::kDuring},
      {"between", TimeBound::kFrom},   {"effective", TimeBound::kFrom}, {"following", TimeBound::kAfter}};
  const Sentence& sentence = analysis.sentences()[analysis[token].sentence];
  const auto word = [&](uint32_t back) {
    return token >= sentence.begin + back ? analysis[token - back].lower : std::string_view();
  };
  static constexpr std::array<std::string_view, 5> kThin = {"at", "on", "in", "the", "about"};
  for (uint32_t back = 1; back <= 2; ++back) {
    const std::string_view w = word(back);
    if (w == "of" && word(back + 1) == "as") return TimeBound::kAsOf;
    for (const auto& [name, bound] : kBounds) {
      if (w == name) return bound;
    }
    if (!OneOf(w, kThin)) break;
  }
  return TimeBound::kNone;
}

bool Near(const TimeSense& sense, TimeSlot slot) { return sense.slot == slot; }

}  // namespace

struct TimeFinder::Impl {
  explicit Impl(TimeGrammar g) : grammar(std::move(g)), resolver(grammar) {}
  TimeGrammar grammar;
  TimeResolver resolver;

  bool IsNarrative(const Analysis& analysis, const TimeAtoms& atoms, std::optional<CivilDay> published) const;
  std::vector<Found> Collect(const Analysis& analysis, const TimeAtoms& atoms, bool narrative) const;
  void Resolve(const Analysis& analysis, const TimeAtoms& atoms, const Document& document, bool narrative,
               std::optional<CivilDay> published, std::vector<Found>* found) const;
  void JoinClocks(const Analysis& analysis, const TimeAtoms& atoms, std::vector<Found>* found) const;
};

bool TimeFinder::Impl::IsNarrative(const Analysis& analysis, const TimeAtoms& atoms,
                                   std::optional<CivilDay> published) const {
  static constexpr std::array<std::string_view, 10> kBefore = {"in",    "of",    ",",    "since", "by",
                                                               "until", "early", "late", "from",  "the"};
  int past = 0, near = 0;
  for (size_t i = 0; i < atoms.atoms.size(); ++i) {
    const TimeAtom& atom = atoms.atoms[i];
    for (uint32_t s = 0; s < atom.sense_count; ++s) {
      const TimeSense& sense = atoms.senses[atom.first_sense + s];
      if (Near(sense, TimeSlot::kYear) || Near(sense, TimeSlot::kEra)) {
        const Token* before = i > 0 ? &analysis[atoms.atoms[i - 1].token] : nullptr;
        const bool dated =
            atom.line_start || before == nullptr || (OneOf(before->lower, kBefore) || before->pos == Pos::kPropn);
        if (Near(sense, TimeSlot::kYear) && !dated) continue;
        if (Near(sense, TimeSlot::kEra) || !published || static_cast<int>(sense.value) < published->year) {
          const bool heading = atom.line_start && (i + 1 == atoms.atoms.size() || atoms.atoms[i + 1].line_start);
          past += heading ? 3 : 1;
        } else {
          ++near;
        }
      } else if (Near(sense, TimeSlot::kWeekday) || Near(sense, TimeSlot::kDayOffset)) {
        ++near;
      }
    }
  }
  return past >= 8 && past > 3 * near;
}

std::vector<Found> TimeFinder::Impl::Collect(const Analysis& analysis, const TimeAtoms& atoms, bool narrative) const {
  constexpr uint32_t kReach = 8;  // an expression shows its nature this soon
  const TimeSyntax syntax(analysis, atoms);
  const TimeRegister kind = narrative ? TimeRegister::kNarrative : TimeRegister::kNews;
  std::vector<Found> out;
  const uint32_t size = static_cast<uint32_t>(atoms.atoms.size());
  uint32_t next_hint = 0;
  uint32_t matches = 0;
  TimeMatch match;
  for (uint32_t at = 0; at < size;) {
    if (next_hint < at) next_hint = at;
    while (next_hint < size && !grammar.Suggests(atoms.atoms[next_hint])) ++next_hint;
    if (next_hint >= size) break;
    if (next_hint > at + kReach) at = next_hint - kReach;
    if (!grammar.Match(atoms, at, kind, syntax, &match)) {
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
        found.match = matches;
        out.push_back(std::move(found));
      }
    }
    ++matches;
    at = match.end;
  }
  return out;
}

// Ties clock times and parts of the day to the day named beside them.
void TimeFinder::Impl::JoinClocks(const Analysis& analysis, const TimeAtoms& atoms, std::vector<Found>* found) const {
  static constexpr std::array<std::string_view, 11> kBetween = {"on",   "of",      ",",     "at",   "in",   "the",
                                                                "from", "between", "local", "time", "about"};
  const auto joins = [&](const Found& a, const Found& b) {
    if (b.begin < a.end || b.begin - a.end > 3) return false;
    if (analysis[atoms.atoms[a.begin].token].sentence != analysis[atoms.atoms[b.begin].token].sentence) return false;
    for (uint32_t i = a.end; i < b.begin; ++i) {
      if (!OneOf(analysis[atoms.atoms[i].token].lower, kBetween)) return false;
    }
    return true;
  };
  const auto is_day = [](const Found& f) {
    return f.frame.kind == TimeKind::kDate && f.frame.clock < 0 && f.frame.part < 0 &&
           (f.frame.day > 0 || f.frame.weekday > 0 || f.frame.day_offset || f.frame.holiday >= 0 ||
            (f.frame.relation && f.frame.relation_unit == TimeUnit::kDay));
  };
  for (size_t i = 0; i < found->size(); ++i) {
    Found& f = (*found)[i];
    if (!f.frame.BareTime() || f.frame.clock < 0) continue;
    if (i + 1 < found->size() && is_day((*found)[i + 1]) && joins(f, (*found)[i + 1])) {
      f.partner = static_cast<int32_t>(i + 1);
    } else if (i > 0 && is_day((*found)[i - 1]) && (*found)[i - 1].partner < 0 && joins((*found)[i - 1], f)) {
      f.partner = static_cast<int32_t>(i - 1);
    } else {
      continue;
    }
    (*found)[static_cast<size_t>(f.partner)].partner = static_cast<int32_t>(i);
  }
}

void TimeFinder::Impl::Resolve(const Analysis& analysis, const TimeAtoms& atoms, const Document& document,
                               bool narrative, std::optional<CivilDay> published, std::vector<Found>* found) const {
  TimeContext context;
  context.published = published;
  context.narrative = narrative;
  constexpr int kOtherAge = 25;  // years
  int32_t told = -1;
  size_t paragraph = 0;
  uint32_t year_sentence = 0;
  static constexpr std::array<std::string_view, 10> kRange = {"-",  "–",     "—",    "to",      "and",
                                                              "or", "until", "till", "through", ","};
  for (size_t i = 0; i < found->size(); ++i) {
    Found& f = (*found)[i];
    const uint32_t token = atoms.atoms[f.begin].token;
    const uint32_t head = atoms.atoms[f.end - 1].token;
    const uint32_t at = atoms.atoms[f.begin].span.begin;
    while (paragraph < document.paragraphs.size() && document.paragraphs[paragraph].end <= at) {
      ++paragraph;
      context.year.reset();
    }
    if (context.year && analysis[token].sentence > year_sentence + 1) context.year.reset();
    context.tense = TenseAt(analysis, head);
    f.context = context;
    if (f.context.tense == TimeTense::kFuture || f.context.tense == TimeTense::kPresent) f.context.year.reset();
    // A month takes the year of the month that it is coordinated with: "in March and April 2012".
    if (f.frame.kind == TimeKind::kDate && f.frame.month > 0 && !f.frame.year && !f.frame.relation &&
        i + 1 < found->size()) {
      const Found& next = (*found)[i + 1];
      const uint32_t gap = next.begin - f.end;
      if (next.frame.kind == TimeKind::kDate && next.frame.month > 0 && next.frame.year && gap >= 1 && gap <= 2 &&
          OneOf(analysis[atoms.atoms[f.end].token].lower, kRange)) {
        f.frame.year = *next.frame.year - (f.frame.month > next.frame.month ? 1 : 0);
        f.frame.era = next.frame.era;
      }
    }
    f.time = resolver.Resolve(f.frame, f.context);
    if (f.time.from_narrative) f.anchor = told;
    if (!f.time.point || f.frame.BareTime()) continue;
    CalendarPoint point = *f.time.point;
    point.hour = point.minute = point.second = -1;
    point.part = {};
    // In a history a year from another age, named in passing, is no step of the story.
    if (narrative && context.reference && context.reference->year && point.year && point.month == 0 &&
        std::abs(*context.reference->year - *point.year) > kOtherAge) {
      continue;
    }
    context.reference = point;
    if (point.has_day()) {
      context.day = point;
    } else if (narrative) {
      context.day.reset();
    }
    told = static_cast<int32_t>(i);
    if (!narrative) {
      if (f.time.explicit_year && published && point.year && point.year != published->year) {
        context.year = point.year;
        year_sentence = analysis[token].sentence;
      } else if (f.frame.weekday > 0 || f.frame.day_offset || (f.frame.relation && !f.frame.relation->narrative)) {
        context.year.reset();
      }
    }
  }
  // Clock times, now that the days beside them are known.
  for (Found& f : *found) {
    if (!f.frame.BareTime() || f.frame.clock < 0 || f.partner < 0) continue;
    const Found& day = (*found)[static_cast<size_t>(f.partner)];
    if (!day.time.point || !day.time.point->has_day()) continue;
    TimeContext at = f.context;
    at.day = at.reference = day.time.point;
    f.time = resolver.Resolve(f.frame, at);
    f.anchor = f.partner;
  }
}

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
  const TimeAtoms atoms = impl_->grammar.Cut(analysis);
  const std::optional<CivilDay> published = ParseCivilDay(document.published);
  const bool narrative = impl_->IsNarrative(analysis, atoms, published);
  std::vector<Found> found = impl_->Collect(analysis, atoms, narrative);
  impl_->JoinClocks(analysis, atoms, &found);
  impl_->Resolve(analysis, atoms, document, narrative, published, &found);

  std::vector<TimeMention> out;
  out.reserve(found.size());
  for (const Found& f : found) {
    TimeMention mention;
    mention.span = {atoms.atoms[f.begin].span.begin, atoms.atoms[f.end - 1].span.end};
    const uint32_t first = atoms.atoms[f.begin].token;
    const uint32_t last = atoms.atoms[f.end - 1].token;
    // The head is the token whose own head lies outside.
    uint32_t head = last;
    for (uint32_t t = first; t <= last; ++t) {
      if (analysis[t].head < first || analysis[t].head > last || analysis[t].head == t) {
        head = t;
        break;
      }
    }
    mention.tokens = {first, last + 1, head};
    mention.type = f.time.type;
    mention.value = f.time.value;
    mention.mod = f.time.mod;
    mention.anchor = f.anchor;
    mention.start = f.time.record.start;
    mention.end = f.time.record.end;
    mention.granularity = f.time.record.granularity;
    mention.bound = BoundOf(analysis, first);
    mention.duration = f.time.duration;
    mention.clock = f.time.clock;
    mention.confidence = f.time.confidence;
    mention.future =
        published && !mention.start.empty() &&
        mention.start.substr(0, 10) > document.published.substr(0, std::min<size_t>(10, mention.start.size()));
    out.push_back(std::move(mention));
  }

  // The two ends of a range.
  static constexpr std::array<std::string_view, 9> kTo = {"-", "–", "—", "to", "until", "till", "through", "and", "up"};
  static constexpr std::array<std::string_view, 12> kThin = {"at",        "on",      "in",   "the",   "and", "continue",
                                                             "continues", "lasting", "last", "lasts", "run", "runs"};
  const auto unit_end = [&](size_t i) { return found[i].partner == static_cast<int32_t>(i + 1) ? i + 1 : i; };
  for (size_t i = 0; i < found.size(); ++i) {
    const size_t a_last = unit_end(i);
    if (a_last + 1 >= found.size()) break;
    const size_t b = a_last + 1;
    const size_t b_last = unit_end(b);
    const Found& from = found[i];
    const Found& to = found[b];
    const auto dated = [](const Found& f) {
      return f.frame.kind == TimeKind::kDate || f.frame.kind == TimeKind::kReference;
    };
    if (!dated(from) || !dated(to) || to.begin < found[a_last].end) continue;
    const uint32_t gap = to.begin - found[a_last].end;
    if (gap == 0 || gap > 5 ||
        analysis[atoms.atoms[from.begin].token].sentence != analysis[atoms.atoms[to.begin].token].sentence) {
      i = a_last;
      continue;
    }
    bool link = false, clean = true;
    std::string_view joint;
    for (uint32_t k = found[a_last].end; k < to.begin; ++k) {
      const std::string_view word = analysis[atoms.atoms[k].token].lower;
      if (OneOf(word, kTo) && word != "and" && word != "up") {
        joint = word;
      } else if (!OneOf(word, kThin) && !OneOf(word, kTo)) {
        clean = false;
      } else if (word == "and" && gap == 1) {
        joint = word;
      }
    }
    const uint32_t first = atoms.atoms[from.begin].token;
    const bool between = first > 0 && analysis[first - 1].lower == "between";
    link = clean && !joint.empty() && (joint != "and" || between);
    if (link) {
      for (size_t k = i; k <= a_last; ++k) {
        out[k].range_end = static_cast<int32_t>(b);
        if (out[k].bound == TimeBound::kNone) out[k].bound = TimeBound::kFrom;
      }
      for (size_t k = b; k <= b_last; ++k) {
        out[k].range_begin = static_cast<int32_t>(i);
        out[k].bound = TimeBound::kUntil;
      }
      // Clock times that recur: no day beside them but "the next day".
      if (from.frame.BareTime() && from.frame.clock >= 0 && from.partner < 0 && to.frame.clock >= 0 && to.partner < 0) {
        bool daily = to.frame.relation.has_value() && to.frame.relation->narrative;
        const Sentence& sentence = analysis.sentences()[analysis[first].sentence];
        for (const TimeAtom& atom : atoms.atoms) {
          if (atom.token >= sentence.end) break;
          if (atom.token >= sentence.begin && impl_->grammar.Recurs(atom)) daily = true;
        }
        out[i].daily = out[b].daily = daily;
      }
    }
    i = a_last;
  }
  return out;
}

}  // namespace diurna
