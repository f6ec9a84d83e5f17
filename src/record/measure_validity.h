// MeasureValidity: from when until when a measure holds, how long, and at which hours of the day.
//
// Validity is read from the measure's clause: bounds of its times, its durations, and pairs of clock times that recur
// daily. What a clause leaves open a later sentence may tell ("These measures will start on the 5th"), or an earlier
// one ("during this period").

#ifndef DIURNA_RECORD_MEASURE_VALIDITY_H_
#define DIURNA_RECORD_MEASURE_VALIDITY_H_

#include <cstdint>
#include <span>
#include <vector>

#include "actors/mentions.h"
#include "base/term_set.h"
#include "diurna/record.h"
#include "diurna/vocabulary.h"
#include "lexicon/lexicon.h"
#include "record/draft.h"
#include "record/measure_nouns.h"
#include "record/report_view.h"

namespace diurna {

// Const members are thread-safe; the lexicon and the nouns must outlive it.
class MeasureValidity {
 public:
  MeasureValidity(const Lexicon& lexicon, const MeasureNouns& nouns);

  // Fills what is empty of a measure's validity from the times near its noun or predicate `token` and its `anchor`,
  // which stand in one sentence.
  static void Set(const ReportView& view, uint32_t anchor, uint32_t token, Measure* measure);
  // Fills what other sentences tell, when all measures of the report are found.
  void SetFromOtherSentences(const ReportView& view, Drafts* drafts) const;

 private:
  // "These measures will start on the 5th and continue until the 19th": the validity that a predicate gives to measures
  // told before, given by index.
  void SetOfEarlier(const ReportView& view, uint32_t predicate, std::span<const uint32_t> told, Drafts* drafts) const;
  // Whether a proposition says from when until when such measures hold.
  bool TellsOfEarlier(const ReportView& view, const Proposition& proposition) const;

  const MeasureNouns& nouns_;
  TermSet<MeasureType> lasting_;
};

}  // namespace diurna

#endif  // DIURNA_RECORD_MEASURE_VALIDITY_H_
