// ReportView: one report with everything that the floors below found in it, and what all registers ask of it.

#ifndef DIURNA_RECORD_REPORT_VIEW_H_
#define DIURNA_RECORD_REPORT_VIEW_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "actors/actors.h"
#include "actors/mentions.h"
#include "diurna/analysis.h"
#include "diurna/document.h"
#include "places/gazetteer.h"
#include "places/places.h"
#include "proposition/propositions.h"
#include "record/anchors.h"
#include "record/draft.h"
#include "record/excerpts.h"
#include "record/hazard_names.h"
#include "record/kinds.h"
#include "record/scope.h"
#include "record/sentence_index.h"
#include "record/word_classes.h"
#include "syntax/closed_class.h"
#include "syntax/lemmas.h"
#include "syntax/tree.h"

namespace diurna {

// What a view looks with: made once, shared by all reports.
struct ViewTools {
  const ActorFinder& actors;
  const PlaceFinder& places;
  const Gazetteer& gazetteer;
  const WordClasses& words;
  const PlaceWeights& place_weights;
};

// Refers to all that it is made from, which must outlive it. Const members are thread-safe.
class ReportView {
 public:
  ReportView(const ViewTools& tools, const Document& document, const Analysis& analysis, const Mentions& mentions,
             const Propositions& propositions);
  ReportView(const ReportView&) = delete;
  ReportView& operator=(const ReportView&) = delete;

  const Document& document;
  const Analysis& analysis;
  const Mentions& mentions;
  const Propositions& propositions;
  const WordClasses& words;
  const Lemmas lemmas;
  const HazardNames hazards;
  const Kinds kinds;
  const SentenceIndex sentences;
  const Excerpts excerpts;
  const Scope scope;
  const AnchorFinder anchors;

  // The proposition headed by a token, or null.
  const Proposition* PropositionOf(uint32_t token) const;
  // Heads of the phrases that a proposition has behind a preposition of the class.
  template <size_t N>
  std::vector<uint32_t> Obliques(const Proposition& proposition, const ClosedClass<N>& prepositions) const {
    std::vector<uint32_t> out;
    for (const Oblique& oblique : proposition.obliques) {
      if (prepositions.Has(oblique.preposition)) out.push_back(oblique.token);
    }
    return out;
  }
  // Whether the bytes lie in quotation marks.
  bool Quoted(Span span) const;
  Party PartyOf(uint32_t head) const { return anchors.PartyOf(head); }

  // A draft with evidence, place, time, source and modality, for a fact whose predicate is `token`.
  template <typename RowType>
  Draft<RowType> MakeDraft(uint32_t token, Span evidence, PlaceReach reach) const {
    Draft<RowType> draft;
    draft.token = token;
    draft.anchors = Anchor(token, evidence, reach, &draft.row);
    return draft;
  }

 private:
  Anchors Anchor(uint32_t token, Span evidence, PlaceReach reach, Row* row) const;
};

}  // namespace diurna

#endif  // DIURNA_RECORD_REPORT_VIEW_H_
