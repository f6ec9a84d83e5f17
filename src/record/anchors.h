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
#include "diurna/optional_index.h"
#include "diurna/record.h"
#include "proposition/propositions.h"
#include "record/draft.h"
#include "record/kinds.h"
#include "record/scope.h"
#include "record/sentence_index.h"
#include "record/word_classes.h"
#include "syntax/lemmas.h"

namespace diurna {

// How far back a fact's place reaches where its own words name none.
enum class PlaceReach {
  kLocal,     // what happened somewhere: the sentence's, the paragraph's, then the report's place
  kNational,  // what an authority decides or a country-wide system suffers: the country where the report is about one
};

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
};

// All that the ground refers to must outlive it; const members are thread-safe.
class AnchorFinder {
 public:
  explicit AnchorFinder(const AnchorGround& ground);

  PlaceAnchor PlaceFor(uint32_t token, PlaceReach reach) const;
  // The places named in one breath with a place of a sentence ("in Cairo, ALEXANDRIA and SUEZ"); each has its own row
  // (rule 14 of the contract).
  std::vector<Place> PlacesBeside(uint32_t sentence, const Place& place) const;
  // The mention that dates a predicate, in its own sentence. Null where there is none.
  const TimeMention* TimeMentionFor(uint32_t token) const;
  TimeAnchor TimeFor(uint32_t token) const;
  // Who tells the fact of a predicate, outermost first; empty where it is the reporter.
  std::vector<Party> SourceFor(uint32_t token, Span evidence) const;
  Party PartyOf(uint32_t head) const { return actors_.PartyOf(analysis_, mentions_, head); }
  Time TimeOf(const TimeMention& mention, TimeBasis basis) const;

 private:
  // What speaks for a place mention as the place of a fact, and how far up the fact's verbs stand.
  struct Predicate {
    uint32_t token = 0;
    std::vector<uint32_t> verbs;  // at and above it
  };
  Predicate PredicateAt(uint32_t token) const;
  double ScoreOf(const PlaceMention& mention, const Predicate& predicate) const;
  double ScoreOf(const TimeMention& mention, const Predicate& predicate) const;
  // The place of a sentence before, in the same paragraph; null where there is none.
  const PlaceMention* PlaceBefore(uint32_t sentence) const;
  // Whether a sentence speaks of the nation.
  bool SpeaksOfNation(uint32_t sentence) const;
  void FindToldDays();
  // Who counts, records or reports what stands at a token, without a clause of speech: the agent, or none.
  OptionalIndex TellerOf(uint32_t token) const;

  const Document& document_;
  const Analysis& analysis_;
  const Mentions& mentions_;
  const Propositions& propositions_;
  const ActorFinder& actors_;
  const WordClasses& words_;
  const Lemmas& lemmas_;
  const Kinds& kinds_;
  const SentenceIndex& sentences_;
  const Scope& scope_;
  std::vector<OptionalIndex> told_day_;  // per sentence: the day that it or the nearest one before it tells, or none
};

}  // namespace diurna

#endif  // DIURNA_RECORD_ANCHORS_H_
