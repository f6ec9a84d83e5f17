#include "record/report_view.h"

#include <algorithm>
#include <utility>

#include "record/elapsed.h"

namespace diurna {

ReportView::ReportView(const ViewTools& tools, const Document& document_in, const Analysis& analysis_in,
                       const Mentions& mentions_in, const Propositions& propositions_in)
    : document(document_in),
      analysis(analysis_in),
      mentions(mentions_in),
      propositions(propositions_in),
      words(tools.words),
      lemmas(analysis),
      hazards(analysis, lemmas, words),
      kinds(analysis, mentions, lemmas, words),
      sentences(document, analysis, mentions),
      excerpts(document, analysis, propositions),
      scope(FindScope(document, analysis, mentions, sentences, tools.places, tools.gazetteer)),
      anchors({document, analysis, mentions, propositions, tools.actors, words, lemmas, kinds, sentences, scope,
               tools.place_weights}) {}

const Proposition* ReportView::PropositionOf(uint32_t token) const {
  const int32_t index = propositions.of_token[token];
  return index < 0 ? nullptr : &propositions.items[static_cast<size_t>(index)];
}

bool ReportView::Quoted(Span span) const {
  const std::vector<Span>& all = propositions.quotations;
  const auto first = std::partition_point(all.begin(), all.end(), [&](Span q) { return q.end <= span.begin; });
  return first != all.end() && first->Overlaps(span);
}

Anchors ReportView::Anchor(uint32_t token, Span evidence, PlaceReach reach, Row* row) const {
  row->evidence = excerpts.Of(evidence);
  PlaceAnchor place = anchors.PlaceFor(token, reach);
  row->place = std::move(place.place);
  TimeAnchor time = anchors.TimeFor(token);
  row->time = std::move(time.time);
  if (std::optional<Time> then = ElapsedTime(document, analysis, mentions, sentences, token)) {
    // "Ten years after the ferry sank": told for comparison (rule 6).
    row->background = then->granularity == Granularity::kYear;
    row->time = std::move(then);
    time.origin = TimeOrigin::kOwnSentence;
  }
  row->source = anchors.SourceFor(token, row->evidence.bytes);
  if (const Proposition* proposition = PropositionOf(token)) row->modality = proposition->modality;
  return {place.origin, time.origin};
}

}  // namespace diurna
