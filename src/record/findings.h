// Findings: all that one trip through the floors found in a report.

#ifndef DIURNA_RECORD_FINDINGS_H_
#define DIURNA_RECORD_FINDINGS_H_

#include <memory>
#include <vector>

#include "actors/mentions.h"
#include "diurna/analysis.h"
#include "diurna/document.h"
#include "diurna/record.h"
#include "proposition/propositions.h"
#include "record/draft.h"
#include "text/normal_form.h"

namespace diurna {

// A plain value. The document that was given and the engine that made it must outlive it.
struct Findings {
  std::unique_ptr<const NormalDocument> normal;  // the way back to the text as it was given
  const Document& document;                      // in normal form; all places below are places in it
  Analysis analysis;
  Mentions mentions;
  Propositions propositions;
  Drafts drafts;
};

// Mentions of a normal document as mentions of the text as it was given. Their tokens stay those of the analysis.
template <typename MentionType>
std::vector<MentionType> InSource(const NormalDocument& normal, std::vector<MentionType> mentions) {
  for (MentionType& mention : mentions) mention.span = normal.ToSource(mention.span);
  return mentions;
}

// The record that the findings make: the rows of the drafts, with their evidence in the words and places of the text as
// it was given, and the account of the document.
Record Assemble(const Findings& findings);
// The same, with the rows taken out of the findings.
Record Assemble(Findings&& findings);

}  // namespace diurna

#endif  // DIURNA_RECORD_FINDINGS_H_
