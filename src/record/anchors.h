// Anchors: the place, time and source of a fact.

#ifndef DIURNA_RECORD_ANCHORS_H_
#define DIURNA_RECORD_ANCHORS_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "actors/actors.h"
#include "actors/mentions.h"
#include "diurna/analysis.h"
#include "diurna/document.h"
#include "diurna/record.h"
#include "proposition/propositions.h"
#include "record/draft.h"
#include "record/kinds.h"
#include "record/place_choice.h"
#include "record/scope.h"
#include "record/sentence_index.h"
#include "record/word_classes.h"
#include "syntax/lemmas.h"

namespace diurna {

struct PlaceAnchor {
  std::optional<Place> place;
  PlaceOrigin origin = PlaceOrigin::kNowhere;
};
struct TimeAnchor {
  std::optional<Time> time;
  TimeOrigin origin = TimeOrigin::kNowhere;
};

// What all facts of one report are anchored in.
struct AnchorGround {
  const Document& document;
  const Analysis& analysis;
  const Mentions& mentions;
  const Propositions& propositions;
  const ActorFinder& actors;
  const WordClasses& words;
  const Lemmas& lemmas;
  const Kinds& kinds;
  const SentenceIndex& sentences;
  const Scope& scope;
  const PlaceWeights& place_weights;
};

// All that the ground refers to must outlive it; const members are thread-safe.
class AnchorFinder {
 public:
  explicit AnchorFinder(const AnchorGround& ground);

  PlaceAnchor PlaceFor(uint32_t token, PlaceReach reach) const;
  // What it is chosen from.
  std::vector<PlaceOption> PlacesFor(uint32_t token, PlaceReach reach) const {
    return place_options_.For(token, reach);
  }
  // The places named in one breath with the place of a fact ("in Cairo, ALEXANDRIA and SUEZ"), whose predicate is
  // `token`; each has its own row (rule 14 of the contract).
  std::vector<Place> PlacesBeside(uint32_t token, const Place& place) const;
  // The mention that dates a predicate, in its own sentence. Null where there is none.
  const TimeMention* TimeMentionFor(uint32_t token) const;
  TimeAnchor TimeFor(uint32_t token) const;
  // As of when a predicate is told, whatever its sentence says of its beginning.
  TimeAnchor NowFor(uint32_t token) const;
  // Who tells the fact of a predicate, outermost first; empty where it is the reporter.
  std::vector<Party> SourceFor(uint32_t token, Span evidence) const;
  Party PartyOf(uint32_t head) const { return actors_.PartyOf(analysis_, mentions_, head); }
  Time TimeOf(const TimeMention& mention, TimeBasis basis) const;

 private:
  // What speaks for a time mention as the time of a fact: how far up the fact's verbs stand.
  struct Predicate {
    uint32_t token = 0;
    std::vector<uint32_t> verbs;  // at and above it
  };
  Predicate PredicateAt(uint32_t token) const;
  // Whether a token stands at or below another, by the chain of heads.
  bool IsBelow(uint32_t token, uint32_t above) const { return propositions_.ancestry.Dominates(above, token); }
  double ScoreOf(const TimeMention& mention, const Predicate& predicate) const;
  void FindToldDays();
  // Who counts, records or reports what stands at a token, without a clause of speech: the agent, or -1.
  int32_t TellerOf(uint32_t token) const;

  const Document& document_;
  const Analysis& analysis_;
  const Mentions& mentions_;
  const Propositions& propositions_;
  const ActorFinder& actors_;
  const WordClasses& words_;
  const Lemmas& lemmas_;
  const Kinds& kinds_;
  const SentenceIndex& sentences_;
  const PlaceWeights& place_weights_;
  const PlaceOptions place_options_;
  std::vector<int32_t> told_day_;  // per sentence: the day that it or the nearest one before it tells, or -1
};

}  // namespace diurna

#endif  // DIURNA_RECORD_ANCHORS_H_
