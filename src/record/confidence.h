// Confidence: how likely a row is one that a careful reader would write down too.
//
// A logistic regression for each register over what the finished row shows: its kind, modality, where its time and
// place come from, which fields it could fill, how long its evidence is. The weights are in lexicon/confidence.toml,
// fitted by tools/fit/fit_confidence.py over annotated reports, so that of rows at 0.8 eight in ten have their key
// fields right.

#ifndef DIURNA_RECORD_CONFIDENCE_H_
#define DIURNA_RECORD_CONFIDENCE_H_

#include <array>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "diurna/record.h"
#include "lexicon/lexicon.h"
#include "record/draft.h"

namespace diurna {

// Called with a register, a row of it, and what the regression goes by: "kind:killed", "time:stated", "source",
// ...
using FeatureVisitor = std::function<void(Register name, const std::vector<std::string>& features, Row* row)>;
// Visits every row of the drafts, in their order.
void VisitFeatures(Drafts* drafts, const FeatureVisitor& visit);

// Const, thread-safe.
class ConfidenceModel {
 public:
  explicit ConfidenceModel(const Lexicon& lexicon);
  // Sets the confidence of every row.
  void Set(Drafts* drafts) const;

 private:
  using Weights = std::unordered_map<std::string, double>;  // by feature
  std::array<Weights, kTerms<Register>> weights_;           // by register
};

}  // namespace diurna

#endif  // DIURNA_RECORD_CONFIDENCE_H_
