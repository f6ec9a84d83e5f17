// A fact takes the mention that stands nearest to its predicate in the syntax: below it, under the same verb, under a
// verb above, elsewhere in the sentence, in that order. A preposition of place or of time speaks for a mention, the
// linear distance against it. Where the sentence has none, the place comes from earlier sentences of the paragraph,
// then from the report's main place or its country, by the reach of the fact; the time from the last day that was told,
// then from the publication date. The weights are those of an experiment over annotated reports.

#include "record/anchors.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "syntax/closed_class.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

constexpr uint32_t kFarthest = 4000;  // bytes to a mention that is looked at; binds only in endless sentences
constexpr double kEachByteAway = -0.004;

// Where a place stands in the syntax, seen from the predicate.
constexpr double kPlaceElsewhere = 0.5;
constexpr double kPlaceBelow = 6;
constexpr double kPlaceEachStepDown = -0.3;
constexpr double kPlaceSameVerb = 4;
constexpr double kPlaceVerbAbove = 2.5;
// What the place's own phrase says.
constexpr double kLocativePhrase = 2;
constexpr double kDirectionalPhrase = 0.5;
constexpr double kOwnDemonym = 0.2;
constexpr double kOtherDemonym = -2.2;
constexpr double kOfPhrase = 0.6;
constexpr double kComitativePhrase = -0.5;
constexpr double kNamesBody = -1.5;
constexpr double kPlaceModifier = 0.2;
constexpr double kEnoughForPlace = 1.0;

// Where a time stands in the syntax, seen from the predicate.
constexpr double kTimeElsewhere = 2;
constexpr double kTimeBelow = 10;
constexpr double kTimeEachStepDown = -0.1;
constexpr double kTimeSameVerb = 8;
constexpr double kTimeVerbAbove = 6;
constexpr double kTimeUnderVerb = 4;
constexpr double kEndNotBegin = -4;
constexpr double kCoarseTime = -1;
constexpr double kEnoughForTime = 0.8;

uint32_t Distance(Span a, Span b) { return a.begin > b.begin ? a.begin - b.begin : b.begin - a.begin; }

// Index of a token in a list, if it is there.
OptionalIndex IndexOf(const std::vector<uint32_t>& list, uint32_t token) {
  const auto found = std::find(list.begin(), list.end(), token);
  return found == list.end() ? std::nullopt : OptionalIndex(static_cast<uint32_t>(found - list.begin()));
}
bool Holds(const std::vector<uint32_t>& list, uint32_t token) { return IndexOf(list, token).has_value(); }

bool Ends(TimeBound bound) {
  return bound == TimeBound::kUntil || bound == TimeBound::kBefore || bound == TimeBound::kBy;
}

bool IsPoint(const TimeMention& mention) {
  return !mention.start.empty() && !mention.daily && mention.type != TimeType::kDuration &&
         mention.type != TimeType::kSet;
}

bool TellsDay(const TimeMention& mention) {
  return IsPoint(mention) && mention.granularity && *mention.granularity <= Granularity::kDay && !Ends(mention.bound) &&
         mention.start.size() >= 10;
}

}  // namespace

AnchorFinder::AnchorFinder(const AnchorGround& ground)
    : document_(ground.document),
      analysis_(ground.analysis),
      mentions_(ground.mentions),
      propositions_(ground.propositions),
      actors_(ground.actors),
      words_(ground.words),
      lemmas_(ground.lemmas),
      kinds_(ground.kinds),
      sentences_(ground.sentences),
      scope_(ground.scope) {
  FindToldDays();
}

Time AnchorFinder::TimeOf(const TimeMention& mention, TimeBasis basis) const {
  Time time;
  time.start = mention.start;
  time.end = mention.end;
  time.granularity = mention.granularity;
  time.text = std::string(mention.span.In(document_.text));
  time.basis = basis;
  return time;
}

AnchorFinder::Predicate AnchorFinder::PredicateAt(uint32_t token) const {
  Predicate predicate{token, {}};
  const std::vector<uint32_t> chain = ChainAbove(analysis_, token);
  std::copy_if(chain.begin(), chain.end(), std::back_inserter(predicate.verbs),
               [&](uint32_t t) { return IsVerb(analysis_[t]); });
  return predicate;
}

double AnchorFinder::ScoreOf(const PlaceMention& mention, const Predicate& predicate) const {
  const uint32_t head = mention.tokens.head;
  const std::vector<uint32_t> above = ChainAbove(analysis_, head);
  const std::vector<uint32_t>& verbs = predicate.verbs;
  double score = kPlaceElsewhere;
  if (const OptionalIndex steps = IndexOf(above, predicate.token)) {
    score = kPlaceBelow + kPlaceEachStepDown * *steps;
  } else if (!verbs.empty() && Holds(above, verbs.front())) {
    score = kPlaceSameVerb;
  } else if (std::any_of(verbs.begin(), verbs.end(), [&](uint32_t verb) { return Holds(above, verb); })) {
    score = kPlaceVerbAbove;
  }
  const std::string_view preposition = PrepositionOf(analysis_, head);
  if (closed_class::kLocative.Has(preposition)) {
    score += kLocativePhrase;
  } else if (closed_class::kDirectional.Has(preposition)) {
    score += kDirectionalPhrase;
  } else if (mention.demonym) {
    const uint32_t noun = analysis_[head].head;
    const bool own = noun == predicate.token || analysis_[predicate.token].head == noun ||
                     IsWithin(analysis_, noun, predicate.token);
    score += own ? kOwnDemonym : kOtherDemonym;
  } else if (closed_class::kOf.Has(preposition)) {
    score += kOfPhrase;
  } else if (closed_class::kComitative.Has(preposition)) {
    score += kComitativePhrase;
  } else if (IsCompoundPart(analysis_[head]) && words_["body"].contains(lemmas_[analysis_[head].head])) {
    score += kNamesBody;  // "the Kenya Red Cross" may act anywhere
  } else if (IsPossessor(analysis_[head]) || IsCompoundPart(analysis_[head])) {
    score += kPlaceModifier;
  }
  return score + kEachByteAway * Distance(mention.span, analysis_[predicate.token].span);
}

bool AnchorFinder::SpeaksOfNation(uint32_t sentence) const {
  const WordSet& national = words_["national"];
  const Sentence& bounds = analysis_.sentences()[sentence];
  for (uint32_t i = bounds.begin; i < bounds.end; ++i) {
    if (national.contains(analysis_[i].lower) || national.contains(lemmas_[i])) return true;
  }
  return false;
}

const PlaceMention* AnchorFinder::PlaceBefore(uint32_t sentence) const {
  constexpr uint32_t kSentencesBack = 2;
  const size_t paragraph = sentences_.ParagraphOf(sentences_.SpanOf(sentence).begin);
  for (uint32_t k = sentence; k-- > 0 && k + kSentencesBack >= sentence;) {
    if (analysis_.sentences()[k].begin < sentences_.body()) break;
    if (sentences_.ParagraphOf(sentences_.SpanOf(k).begin) != paragraph) break;
    for (const uint32_t index : sentences_.PlacesIn(k)) {
      const PlaceMention& mention = mentions_.places[index];
      if (closed_class::kLocative.Has(PrepositionOf(analysis_, mention.tokens.head))) return &mention;
    }
  }
  return nullptr;
}

PlaceAnchor AnchorFinder::PlaceFor(uint32_t token, PlaceReach reach) const {
  const uint32_t sentence = analysis_[token].sentence;
  const Predicate predicate = PredicateAt(token);
  const PlaceMention* best = nullptr;
  double best_score = -1e9;
  for (const uint32_t index : sentences_.PlacesNear(sentence, analysis_[token].span.begin, kFarthest)) {
    const PlaceMention& mention = mentions_.places[index];
    const double score = ScoreOf(mention, predicate);
    if (score > best_score) best_score = score, best = &mention;
  }
  if (best != nullptr && best_score > kEnoughForPlace) return {PlaceOf(document_, *best), PlaceOrigin::kOwnSentence};
  if (scope_.national && scope_.country_place) return {scope_.country_place, PlaceOrigin::kCountry};
  if (reach == PlaceReach::kNational && scope_.country_place && SpeaksOfNation(sentence)) {
    return {scope_.country_place, PlaceOrigin::kNation};
  }
  if (const PlaceMention* before = PlaceBefore(sentence)) {
    return {PlaceOf(document_, *before), PlaceOrigin::kEarlierSentence};
  }
  if (scope_.main_place) return {scope_.main_place, PlaceOrigin::kMainPlace};
  if (best != nullptr) return {PlaceOf(document_, *best), PlaceOrigin::kOwnSentence};
  return {};
}

std::vector<Place> AnchorFinder::PlacesBeside(uint32_t sentence, const Place& place) const {
  std::vector<Place> beside;
  for (const uint32_t index : sentences_.PlacesIn(sentence)) {
    const PlaceMention& mention = mentions_.places[index];
    if (mention.place.name != place.name || mention.span.In(document_.text) != place.text) continue;
    const uint32_t first = FirstConjunct(analysis_, mention.tokens.head);
    if (IsSubject(analysis_[first]) || IsDirectObject(analysis_[first])) break;  // they act, nothing is in them
    const std::vector<uint32_t> listed = Conjuncts(analysis_, first);
    for (const uint32_t other : sentences_.PlacesIn(sentence)) {
      const PlaceMention& sibling = mentions_.places[other];
      if (other == index || sibling.demonym || sibling.inside || sibling.place.name == place.name) continue;
      if (!Holds(listed, sibling.tokens.head)) continue;
      beside.push_back(PlaceOf(document_, sibling));
    }
    break;
  }
  return beside;
}

double AnchorFinder::ScoreOf(const TimeMention& mention, const Predicate& predicate) const {
  const std::vector<uint32_t> above = ChainAbove(analysis_, mention.tokens.head);
  const uint32_t governor = VerbAbove(analysis_, mention.tokens.head);
  const std::vector<uint32_t>& verbs = predicate.verbs;
  double score = kTimeElsewhere;
  if (const OptionalIndex steps = IndexOf(above, predicate.token)) {
    score = kTimeBelow + kTimeEachStepDown * *steps;
  } else if (!verbs.empty() && governor == verbs.front()) {
    score = kTimeSameVerb;
  } else if (const OptionalIndex up = IndexOf(verbs, governor)) {
    score = kTimeVerbAbove - *up;
  } else if (!verbs.empty() && Holds(ChainAbove(analysis_, governor), verbs.front())) {
    score = kTimeUnderVerb;
  }
  score += kEachByteAway * Distance(mention.span, analysis_[predicate.token].span);
  if (Ends(mention.bound)) score += kEndNotBegin;
  if (!mention.granularity || *mention.granularity >= Granularity::kYear) score += kCoarseTime;
  return score;
}

const TimeMention* AnchorFinder::TimeMentionFor(uint32_t token) const {
  const Predicate predicate = PredicateAt(token);
  const TimeMention* best = nullptr;
  double best_score = kEnoughForTime;
  for (const uint32_t index : sentences_.TimesNear(analysis_[token].sentence, analysis_[token].span.begin, kFarthest)) {
    const TimeMention& mention = mentions_.times[index];
    // When a fact ends is not when it is.
    if (!IsPoint(mention) || mention.bound == TimeBound::kUntil) continue;
    const double score = ScoreOf(mention, predicate);
    if (score > best_score) best_score = score, best = &mention;
  }
  return best;
}

// Of the days that a sentence tells, up to the publication, the one highest in its syntax is handed down.
void AnchorFinder::FindToldDays() {
  told_day_.resize(sentences_.size(), std::nullopt);
  for (uint32_t k = 0; k < told_day_.size(); ++k) {
    size_t best_depth = 0;
    for (const uint32_t index : sentences_.TimesIn(k)) {
      const TimeMention& mention = mentions_.times[index];
      if (!TellsDay(mention)) continue;
      if (!document_.published.empty() && mention.start.substr(0, 10) > document_.published) continue;
      const size_t depth = ChainAbove(analysis_, VerbAbove(analysis_, mention.tokens.head)).size();
      if (!told_day_[k] || depth < best_depth) told_day_[k] = index, best_depth = depth;
    }
    if (!told_day_[k] && k > 0) told_day_[k] = told_day_[k - 1];
  }
}

TimeAnchor AnchorFinder::TimeFor(uint32_t token) const {
  if (const TimeMention* mention = TimeMentionFor(token)) {
    return {TimeOf(*mention, TimeBasis::kStated), TimeOrigin::kOwnSentence};
  }
  const uint32_t sentence = analysis_[token].sentence;
  if (const OptionalIndex told = sentence == 0 ? std::nullopt : told_day_[sentence - 1]) {
    Time time = TimeOf(mentions_.times[*told], TimeBasis::kInherited);
    // The day is inherited, not the hour at which something else took place.
    if (time.start.size() > 10) time.start.resize(10);
    time.end.clear();
    time.granularity = Granularity::kDay;
    return {time, TimeOrigin::kEarlierSentence};
  }
  if (document_.published.empty()) return {};
  Time time;
  time.start = document_.published;
  time.granularity = Granularity::kDay;
  time.basis = TimeBasis::kPublication;
  return {time, TimeOrigin::kPublication};
}

std::vector<Party> AnchorFinder::SourceFor(uint32_t token, Span evidence) const {
  // The middle third decides: the edges of a clause may hold the attribution itself. Where it tells nothing, the
  // predicate.
  const uint32_t third = evidence.size() / 3;
  std::vector<Party> chain;
  std::vector<uint32_t> sources = SourcesOf(propositions_, analysis_, {evidence.begin + third, evidence.end - third});
  if (sources.empty()) sources = SourcesOf(propositions_, analysis_, analysis_[token].span);
  for (const uint32_t index : sources) {
    const Attribution& attribution = propositions_.attributions[index];
    if (!attribution.speaker) continue;
    Party party = PartyOf(*attribution.speaker);
    const bool known = std::any_of(chain.begin(), chain.end(), [&](const Party& p) { return p.name == party.name; });
    if (!party.text.empty() && !known) chain.push_back(std::move(party));
  }
  if (chain.empty()) {
    if (const OptionalIndex teller = TellerOf(analysis_.TokenAt(evidence.begin + third))) {
      chain.push_back(PartyOf(*teller));
    }
  }
  return chain;
}

OptionalIndex AnchorFinder::TellerOf(uint32_t token) const {
  // "The ministry counts 12 dead", "put the toll at 9", "12 cases were recorded by the clinic".
  if (token >= analysis_.size()) return std::nullopt;
  for (const uint32_t above : ChainAbove(analysis_, token)) {
    const OptionalIndex index = propositions_.of_token[above];
    if (!index) continue;
    const Proposition& p = propositions_.items[*index];
    if (!words_["telling_verb"].contains(p.predicate)) continue;
    for (const uint32_t agent : p.agents) {
      const uint32_t resolved = Resolve(mentions_, agent);
      if (IsWithin(analysis_, token, agent)) continue;
      if (kinds_.IsPerson(agent) || kinds_.IsBody(agent) || words_["speaking_noun"].contains(lemmas_[resolved]) ||
          IsProperNoun(analysis_[resolved])) {
        return agent;
      }
    }
  }
  return std::nullopt;
}

}  // namespace diurna
