#include "record/measure_validity.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "syntax/closed_class.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

constexpr uint32_t kSentencesBack = 3;  // to what another sentence speaks of

// Types that hold from an hour until an hour of each day.
constexpr TermSet<MeasureType> kDaily = {MeasureType::kCurfew, MeasureType::kLockdown,
                                         MeasureType::kMovementRestriction, MeasureType::kClosure,
                                         MeasureType::kRegulation};

// Types whose "by Friday" is when they must be done with.
constexpr TermSet<MeasureType> kWithDeadline = {MeasureType::kRegulation, MeasureType::kDeferral,
                                                MeasureType::kWithdrawal, MeasureType::kEvacuationOrder,
                                                MeasureType::kElectionCall};

// Statuses that end a measure.
constexpr TermSet<MeasureStatus> kEnded = {MeasureStatus::kLifted, MeasureStatus::kExpired};

// Where a measure is told, and the verbs that govern it there.
struct Telling {
  Telling(const ReportView& view, uint32_t anchor_in, uint32_t token_in)
      : anchor(anchor_in),
        token(token_in),
        anchor_verb(view.propositions.ancestry.VerbAbove(anchor)),
        token_verb(view.propositions.ancestry.VerbAbove(token)) {}
  uint32_t anchor, token, anchor_verb, token_verb;
};

// The times of a measure's sentence that are near enough to be its own, by index.
std::span<const uint32_t> TimesNear(const ReportView& view, const Telling& telling) {
  constexpr uint32_t kFarthest = 800;  // tokens; binds only in endless sentences
  const std::span<const uint32_t> times = view.sentences.TimesIn(view.analysis[telling.token].sentence);
  const auto [first, last] = std::minmax({telling.anchor, telling.token});
  const bool together = last - first <= kFarthest;
  const uint32_t leftmost = together ? first : telling.token, rightmost = together ? last : telling.token;
  const auto begin_of = [&](uint32_t index) { return view.mentions.times[index].tokens.begin; };
  const auto begin = std::partition_point(times.begin(), times.end(),
                                          [&](uint32_t index) { return begin_of(index) + kFarthest < leftmost; });
  const auto end = std::partition_point(begin, times.end(),
                                        [&](uint32_t index) { return begin_of(index) <= rightmost + kFarthest; });
  return {begin, end};
}

// The word before a time, in lower case; empty at the start of the text.
std::string_view WordBefore(const Analysis& analysis, const TimeMention& time) {
  return time.tokens.begin > 0 ? analysis[time.tokens.begin - 1].lower : std::string_view();
}

// Whether a stretch of time is how long the measure lasts: "for 15 days", "extended by a week", "a 72-hour ban", "three
// days of mourning".
bool Lasts(const ReportView& view, const TimeMention& time, const Telling& telling) {
  const Analysis& analysis = view.analysis;
  const uint32_t head = time.tokens.head, token = telling.token;
  if (IsNoun(analysis[token])) {
    if (head < token && IsWithin(analysis, head, token)) return true;
    if (head < token && IsWithin(analysis, token, head)) return true;
  }
  const std::string_view before = WordBefore(analysis, time);
  if (view.words["lasting_preposition"].contains(before)) return true;
  const WordSet& not_lasting = view.words["not_lasting"];
  if (not_lasting.contains(before) || not_lasting.contains(analysis[time.tokens.begin].lower)) return false;
  const uint32_t verb = view.propositions.ancestry.VerbAbove(head);
  return verb == telling.anchor_verb || verb == telling.token_verb;
}

// Whether a time is a stretch of so many days or hours; "some minutes", "each day" are none.
bool IsCountedStretch(const TimeMention& time) {
  return !time.duration.empty() && time.duration.find_first_of("XE") == std::string::npos;
}

// Whether a time is an hour of the day at which the measure begins or ends. Hours belong to what their own verb says:
// of two measures in a sentence to one.
bool IsOwnHour(const ReportView& view, const TimeMention& time, const Telling& telling) {
  constexpr size_t kDatedHour = 11;  // bytes of a start that goes on behind its day: "2022-01-04T"
  if (time.clock.empty() || (!time.daily && time.start.size() >= kDatedHour)) return false;
  const uint32_t verb = view.propositions.ancestry.VerbAbove(time.tokens.head);
  return verb == telling.anchor || verb == telling.anchor_verb || verb == telling.token_verb;
}

// Takes a time as the measure's first or last day, where it bounds it.
void SetBound(const Analysis& analysis, const TimeMention& time, Measure* measure) {
  if (time.start.empty() || time.daily) return;
  const std::string_view before = WordBefore(analysis, time);
  const bool to_new_end = measure->status == MeasureStatus::kExtended && closed_class::kTo.Has(before);
  const bool deadline = time.bound == TimeBound::kBy && kWithDeadline.Has(measure->type);
  if (time.bound == TimeBound::kUntil || time.range_begin || to_new_end || deadline ||
      closed_class::kThrough.Has(before)) {
    if (measure->end.empty()) measure->end = time.start;
  } else if (time.bound == TimeBound::kSince || time.bound == TimeBound::kFrom || time.range_end) {
    if (measure->start.empty()) measure->start = time.start;
  }
}

// Fills what is empty of a measure's validity from the times near its telling.
void SetFromTimes(const ReportView& view, const Telling& telling, Measure* measure) {
  std::vector<const TimeMention*> hours;
  for (const uint32_t index : TimesNear(view, telling)) {
    const TimeMention& time = view.mentions.times[index];
    if (measure->duration.empty() && IsCountedStretch(time) && Lasts(view, time, telling)) {
      measure->duration = time.duration;
    }
    if (IsOwnHour(view, time, telling)) hours.push_back(&time);
    SetBound(view.analysis, time, measure);
  }
  if (kDaily.Has(measure->type) && hours.size() >= 2) {
    measure->daily_from = hours[0]->clock;
    measure->daily_until = hours[1]->clock;
  }
}

// Whether the day on which a measure was ended is its end.
bool EndsWhenTold(const Measure& measure) { return kEnded.Has(measure.status) && measure.end.empty(); }

// Whether a sentence says "during this period".
bool RefersToSpan(const ReportView& view, uint32_t sentence) {
  const Analysis& analysis = view.analysis;
  const WordSet& spans = view.words["told_span"];
  const Sentence& bounds = analysis.sentences()[sentence];
  for (uint32_t i = bounds.begin; i + 2 < bounds.end; ++i) {
    if (closed_class::kDuring.Has(analysis[i].lower) && closed_class::kDemonstrative.Has(analysis[i + 1].lower) &&
        spans.contains(analysis[i + 2].lower)) {
      return true;
    }
  }
  return false;
}

// The drafts of measures by the sentence that tells them.
class DraftIndex {
 public:
  DraftIndex(const Analysis& analysis, const std::vector<Draft<Measure>>& drafts) : of_(analysis.sentences().size()) {
    sentence_.reserve(drafts.size());
    for (const Draft<Measure>& draft : drafts) {
      const uint32_t sentence = analysis[draft.token].sentence;
      of_[sentence].push_back(static_cast<uint32_t>(sentence_.size()));
      sentence_.push_back(sentence);
    }
  }

  uint32_t SentenceOf(size_t draft) const { return sentence_[draft]; }
  // The drafts of a sentence, by index and in order; of a sentence that never ends the first ones.
  std::span<const uint32_t> In(uint32_t sentence) const {
    constexpr size_t kMost = 100;
    const std::vector<uint32_t>& all = of_[sentence];
    return {all.data(), std::min(all.size(), kMost)};
  }
  // The sentence before `sentence` that told a measure last, if it is near.
  OptionalIndex LastToldBefore(uint32_t sentence) const {
    for (uint32_t back = 1; back <= std::min(sentence, kSentencesBack); ++back) {
      if (!of_[sentence - back].empty()) return sentence - back;
    }
    return std::nullopt;
  }

 private:
  std::vector<uint32_t> sentence_;         // per draft
  std::vector<std::vector<uint32_t>> of_;  // per sentence
};

// "During this period a curfew will be imposed": as long as the measure before.
class SpanInheritance {
 public:
  SpanInheritance(const ReportView& view, const DraftIndex& index, std::vector<Draft<Measure>>* drafts)
      : view_(view), index_(index), drafts_(*drafts), refers_(view.sentences.size()), ended_(view.sentences.size()) {}

  void Apply() {
    for (size_t i = 0; i < drafts_.size(); ++i) Note(i, index_.SentenceOf(i));
    for (size_t i = 0; i < drafts_.size(); ++i) {
      const Measure& measure = drafts_[i].row;
      const uint32_t sentence = index_.SentenceOf(i);
      if (!measure.start.empty() || !measure.end.empty() || !measure.duration.empty()) continue;
      if (!Refers(sentence)) continue;
      const OptionalIndex told = index_.LastToldBefore(sentence);
      const OptionalIndex before = told ? LastEnded(sentence, *told) : std::nullopt;
      if (!before) continue;
      Inherit(drafts_[*before], &drafts_[i]);
      Note(i, sentence);
    }
  }

 private:
  static void Inherit(const Draft<Measure>& before, Draft<Measure>* draft) {
    draft->row.start = before.row.start;
    draft->row.end = before.row.end;
    if (draft->anchors.place == PlaceOrigin::kOwnSentence) return;
    draft->row.place = before.row.place;
    draft->anchors.place = PlaceOrigin::kEarlierRow;
  }

  void Note(size_t draft, uint32_t sentence) {
    if (!drafts_[draft].row.end.empty()) ended_[sentence] = Later(ended_[sentence], static_cast<uint32_t>(draft));
  }

  bool Refers(uint32_t sentence) {
    if (!refers_[sentence]) refers_[sentence] = RefersToSpan(view_, sentence);
    return *refers_[sentence];
  }

  static OptionalIndex Later(OptionalIndex one, OptionalIndex other) {
    if (!one || !other) return one ? one : other;
    return std::max(*one, *other);
  }

  // Of the near sentences up to `last` the last draft that has an end.
  OptionalIndex LastEnded(uint32_t sentence, uint32_t last) const {
    OptionalIndex found;
    for (uint32_t at = sentence - std::min(sentence, kSentencesBack); at <= last; ++at) {
      found = Later(found, ended_[at]);
    }
    return found;
  }

  const ReportView& view_;
  const DraftIndex& index_;
  std::vector<Draft<Measure>>& drafts_;
  std::vector<std::optional<bool>> refers_;  // per sentence, once asked
  std::vector<OptionalIndex> ended_;         // per sentence: the last draft that has an end
};

}  // namespace

MeasureValidity::MeasureValidity(const Lexicon& lexicon, const MeasureNouns& nouns)
    : nouns_(nouns), lasting_(TermsOfClass<MeasureType>(lexicon, "lasting_measure")) {}

void MeasureValidity::Set(const ReportView& view, uint32_t anchor, uint32_t token, Measure* measure) {
  SetFromTimes(view, Telling(view, anchor, token), measure);
  if (!EndsWhenTold(*measure)) return;
  if (const TimeMention* time = view.anchors.TimeMentionFor(anchor)) measure->end = time->start;
}

void MeasureValidity::SetFromOtherSentences(const ReportView& view, Drafts* drafts) const {
  const DraftIndex index(view.analysis, drafts->measures);
  for (const Proposition& p : view.propositions.items) {
    if (!TellsOfEarlier(view, p)) continue;
    const OptionalIndex told = index.LastToldBefore(view.analysis[p.head].sentence);
    if (told) SetOfEarlier(view, p.head, index.In(*told), drafts);
  }
  SpanInheritance(view, index, &drafts->measures).Apply();
}

bool MeasureValidity::TellsOfEarlier(const ReportView& view, const Proposition& proposition) const {
  if (proposition.form == Form::kNominal || !view.words["validity_verb"].contains(proposition.predicate) ||
      !view.sentences.InBody(proposition.head)) {
    return false;
  }
  const auto stands_for = [&](uint32_t filler) {
    return view.words["measure_anaphor"].contains(view.lemmas[filler]) && nouns_.At(view, filler) == nullptr;
  };
  return std::any_of(proposition.agents.begin(), proposition.agents.end(), stands_for) ||
         std::any_of(proposition.themes.begin(), proposition.themes.end(), stands_for);
}

void MeasureValidity::SetOfEarlier(const ReportView& view, uint32_t predicate, std::span<const uint32_t> told,
                                   Drafts* drafts) const {
  const Telling telling(view, predicate, predicate);
  std::optional<const TimeMention*> dating;  // of the predicate, once asked
  for (const uint32_t draft : told) {
    Measure& measure = drafts->measures[draft].row;
    if (!lasting_.Has(measure.type)) continue;
    const std::string start = measure.start, end = measure.end;
    SetFromTimes(view, telling, &measure);
    if (EndsWhenTold(measure)) {
      if (!dating) dating = view.anchors.TimeMentionFor(predicate);
      if (*dating != nullptr) measure.end = (*dating)->start;
    }
    if (measure.start == start && measure.end == end) continue;
    Evidence evidence = view.excerpts.Of(view.excerpts.Clause(predicate));
    const bool known = std::any_of(measure.also.begin(), measure.also.end(),
                                   [&](const Evidence& also) { return also.bytes == evidence.bytes; });
    if (!known) measure.also.push_back(std::move(evidence));
    drafts->limits.HoldTellings(&measure.also);
  }
}

}  // namespace diurna
