// A fact takes the time that stands nearest to its predicate in the syntax: below it, under the same verb, under a verb
// above, elsewhere in the sentence, in that order. The linear distance speaks against it. Where the sentence has none,
// the last day that was told is handed down, then the publication date. The weights are those of an experiment over
// annotated reports. The place is chosen in place_choice.cc.

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

// Index of a token in a list, or -1.
double IndexOf(const std::vector<uint32_t>& list, uint32_t token) {
  const auto found = std::find(list.begin(), list.end(), token);
  return found == list.end() ? -1 : static_cast<double>(found - list.begin());
}

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
      place_weights_(ground.place_weights),
      place_options_({document_, analysis_, mentions_, words_, lemmas_, sentences_, ground.scope}) {
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

PlaceAnchor AnchorFinder::PlaceFor(uint32_t token, PlaceReach reach) const {
  const std::vector<PlaceOption> options = PlacesFor(token, reach);
  const PlaceOption* best = nullptr;
  double best_score = 0;
  for (const PlaceOption& option : options) {
    const double score = place_weights_.Of(option);
    if (best == nullptr || score > best_score) best_score = score, best = &option;
  }
  if (best == nullptr) return {};
  return {best->mention != nullptr ? PlaceOf(document_, *best->mention) : *best->place, best->origin};
}

std::vector<Place> AnchorFinder::PlacesBeside(uint32_t token, const Place& place) const {
  std::vector<Place> beside;
  const auto near = sentences_.PlacesNear(analysis_[token].sentence, analysis_[token].span.begin, kFarthest);
  for (const uint32_t index : near) {
    const PlaceMention& mention = mentions_.places[index];
    if (mention.place.name != place.name || mention.span.In(document_.text) != place.text) continue;
    const uint32_t first = FirstConjunct(analysis_, mention.tokens.head);
    if (IsSubject(analysis_[first]) || IsDirectObject(analysis_[first])) break;  // they act, nothing is in them
    const std::vector<uint32_t> listed = Conjuncts(analysis_, first);
    for (const uint32_t other : near) {
      const PlaceMention& sibling = mentions_.places[other];
      if (other == index || sibling.demonym || sibling.inside >= 0 || sibling.place.name == place.name) continue;
      if (!std::binary_search(listed.begin(), listed.end(), sibling.tokens.head)) continue;
      beside.push_back(PlaceOf(document_, sibling));
    }
    break;
  }
  return beside;
}

double AnchorFinder::ScoreOf(const TimeMention& mention, const Predicate& predicate) const {
  const Ancestry& ancestry = propositions_.ancestry;
  const uint32_t head = mention.tokens.head;
  const uint32_t governor = ancestry.VerbAbove(head);
  const std::vector<uint32_t>& verbs = predicate.verbs;
  double score = kTimeElsewhere;
  if (IsBelow(head, predicate.token)) {
    score = kTimeBelow + kTimeEachStepDown * ancestry.Steps(predicate.token, head);
  } else if (!verbs.empty() && governor == verbs.front()) {
    score = kTimeSameVerb;
  } else if (const double up = IndexOf(verbs, governor); up >= 0) {
    score = kTimeVerbAbove - up;
  } else if (!verbs.empty() && IsBelow(governor, verbs.front())) {
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
  told_day_.resize(sentences_.size(), -1);
  for (uint32_t k = 0; k < told_day_.size(); ++k) {
    uint32_t best_depth = 0;
    for (const uint32_t index : sentences_.TimesIn(k)) {
      const TimeMention& mention = mentions_.times[index];
      if (!TellsDay(mention)) continue;
      if (!document_.published.empty() && mention.start.substr(0, 10) > document_.published) continue;
      const Ancestry& ancestry = propositions_.ancestry;
      const uint32_t depth = ancestry.Depth(ancestry.VerbAbove(mention.tokens.head));
      if (told_day_[k] < 0 || depth < best_depth) told_day_[k] = static_cast<int32_t>(index), best_depth = depth;
    }
    if (told_day_[k] < 0 && k > 0) told_day_[k] = told_day_[k - 1];
  }
}

TimeAnchor AnchorFinder::TimeFor(uint32_t token) const {
  if (const TimeMention* mention = TimeMentionFor(token)) {
    return {TimeOf(*mention, TimeBasis::kStated), TimeOrigin::kOwnSentence};
  }
  return NowFor(token);
}

TimeAnchor AnchorFinder::NowFor(uint32_t token) const {
  const uint32_t sentence = analysis_[token].sentence;
  if (const int32_t told = sentence == 0 ? -1 : told_day_[sentence - 1]; told >= 0) {
    Time time = TimeOf(mentions_.times[static_cast<size_t>(told)], TimeBasis::kInherited);
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
    // Who accuses is not told by himself that he does.
    if (attribution.speaker < 0 || (attribution.cue == token && attribution.act == SpeechAct::kAccuse)) continue;
    Party party = PartyOf(static_cast<uint32_t>(attribution.speaker));
    const bool known = std::any_of(chain.begin(), chain.end(), [&](const Party& p) { return p.name == party.name; });
    if (!party.text.empty() && !known) chain.push_back(std::move(party));
  }
  if (chain.empty()) {
    if (const int32_t teller = TellerOf(analysis_.TokenAt(evidence.begin + third)); teller >= 0) {
      chain.push_back(PartyOf(static_cast<uint32_t>(teller)));
    }
  }
  return chain;
}

int32_t AnchorFinder::TellerOf(uint32_t token) const {
  // "The ministry counts 12 dead", "put the toll at 9", "12 cases were recorded by the clinic".
  if (token >= analysis_.size()) return -1;
  for (const uint32_t above : ChainAbove(analysis_, token)) {
    const int32_t index = propositions_.of_token[above];
    if (index < 0) continue;
    const Proposition& p = propositions_.items[static_cast<size_t>(index)];
    if (!words_["telling_verb"].contains(p.predicate)) continue;
    for (const uint32_t agent : p.agents) {
      const uint32_t resolved = Resolve(mentions_, agent);
      if (IsWithin(analysis_, token, agent)) continue;
      if (kinds_.IsPerson(agent) || kinds_.IsBody(agent) || words_["speaking_noun"].contains(lemmas_[resolved]) ||
          IsProperNoun(analysis_[resolved])) {
        return static_cast<int32_t>(agent);
      }
    }
  }
  return -1;
}

}  // namespace diurna
