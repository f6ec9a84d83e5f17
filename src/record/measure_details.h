// MeasureDetails: who decides a measure, what goods it is on, and by which instrument it is made.

#ifndef DIURNA_RECORD_MEASURE_DETAILS_H_
#define DIURNA_RECORD_MEASURE_DETAILS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "base/term_set.h"
#include "diurna/optional_index.h"
#include "diurna/vocabulary.h"
#include "lexicon/lexicon.h"
#include "proposition/propositions.h"
#include "record/measure_nouns.h"
#include "record/report_view.h"

namespace diurna {

// Where a measure stands: its noun or predicate `token`, and the proposition that holds it or that it is, null for
// none.
struct MeasureSite {
  uint32_t token = 0;
  uint32_t anchor = 0;  // the word that speaks for its place, time and clause, in the same sentence
  const Proposition* predicate = nullptr;
};

// Const members are thread-safe; the lexicon and the nouns must outlive it.
class MeasureDetails {
 public:
  MeasureDetails(const Lexicon& lexicon, const MeasureNouns& nouns);

  // Who decides: the agent, of a noun its possessor or whom it is "by", if the text names one.
  OptionalIndex Decider(const ReportView& view, const MeasureSite& site) const;
  // The goods that a measure is on, as written: "exports of RICE AND MAIZE", "ONION exports", "banned PLASTIC BAGS".
  std::vector<std::string> Goods(const ReportView& view, const MeasureSite& site, MeasureType type) const;
  // The decree, order, law or the like by which it is done, as written; empty where the clause names none.
  std::string Instrument(const ReportView& view, const MeasureSite& site) const;

 private:
  // Of `candidates` the first that may decide on the measure at `token`, or none.
  OptionalIndex FirstDecider(const ReportView& view, uint32_t token, const std::vector<uint32_t>& candidates) const;
  bool MayDecide(const ReportView& view, uint32_t token, uint32_t candidate) const;
  // The agent of what holds the measure, then of the noun itself, then of what governs both ("decided to"); or none.
  OptionalIndex AgentAbove(const ReportView& view, const MeasureSite& site) const;
  // Whom a noun, or the one around it that it is "of", names as its maker; or none.
  OptionalIndex MakerOfNoun(const ReportView& view, uint32_t token) const;
  // The same of one child of the noun.
  OptionalIndex MakerIn(const ReportView& view, uint32_t token, uint32_t noun, uint32_t child) const;

  const MeasureNouns& nouns_;
  TermSet<MeasureType> on_goods_;
  TermSet<Sector> deciding_;
};

}  // namespace diurna

#endif  // DIURNA_RECORD_MEASURE_DETAILS_H_
