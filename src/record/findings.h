// Findings: all that one trip through the floors found in a report.

#ifndef DIURNA_RECORD_FINDINGS_H_
#define DIURNA_RECORD_FINDINGS_H_

#include "actors/mentions.h"
#include "diurna/analysis.h"
#include "diurna/document.h"
#include "diurna/record.h"
#include "proposition/propositions.h"
#include "record/draft.h"

namespace diurna {

// A plain value. The document and the engine that made it must outlive it.
struct Findings {
  const Document& document;
  Analysis analysis;
  Mentions mentions;
  Propositions propositions;
  Drafts drafts;
};

// The record that the findings make: the rows of the drafts, and the account of their document.
Record Assemble(const Findings& findings);
// The same, with the rows taken out of the findings.
Record Assemble(Findings&& findings);

}  // namespace diurna

#endif  // DIURNA_RECORD_FINDINGS_H_
