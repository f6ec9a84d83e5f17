// Excerpts: which words of a report are the evidence of a fact.

#ifndef DIURNA_RECORD_EXCERPTS_H_
#define DIURNA_RECORD_EXCERPTS_H_

#include <cstdint>

#include "base/utf8.h"
#include "diurna/analysis.h"
#include "diurna/document.h"
#include "diurna/record.h"
#include "proposition/propositions.h"

namespace diurna {

// All that is given must outlive it; const members are thread-safe.
class Excerpts {
 public:
  Excerpts(const Document& document, const Analysis& analysis, const Propositions& propositions)
      : document_(document), analysis_(analysis), propositions_(propositions), code_points_(document.text) {}

  // The words of a span, blanks and punctuation at the edges left out.
  Evidence Of(Span span) const;
  // Shortest clause around a predicate: its own words without subordinate clauses.
  Span Clause(uint32_t predicate) const;
  // The clause, widened to hold `token` where that stands in the same sentence.
  Span ClauseWith(uint32_t predicate, uint32_t token) const;

 private:
  // Whether a token introduces who says so, as in "according to the police".
  bool IsSource(uint32_t token) const;

  const Document& document_;
  const Analysis& analysis_;
  const Propositions& propositions_;
  CodePointIndex code_points_;
};

}  // namespace diurna

#endif  // DIURNA_RECORD_EXCERPTS_H_
