// Entity recogniser: the names in a document and their kinds.

#ifndef DIURNA_LANGUAGE_ENTITY_RECOGNIZER_H_
#define DIURNA_LANGUAGE_ENTITY_RECOGNIZER_H_

#include <cstdint>
#include <span>
#include <vector>

#include "diurna/analysis.h"
#include "diurna/status.h"
#include "language/features.h"
#include "language/transition.h"

namespace diurna {

// Const and thread-safe; points into the model file.
class EntityRecognizer {
 public:
  // Scratch memory of one thread.
  class Workspace {
   public:
    explicit Workspace(const EntityRecognizer& recognizer);

   private:
    friend class EntityRecognizer;
    FeatureRows rows;          // of the first feature alone
    std::vector<float> start;  // the row of an open name's first word
    std::vector<float> last;   // the row of the word before, within a name
  };

  // Reads the sections net.names.*. A label that EntityType lacks is an error.
  static Result<EntityRecognizer> Load(const FlatFile& model, const Kernels* kernels);

  const TransitionNet& net() const { return net_; }

  // Appends the names of a document, in order. `vectors` are the net's Tokens; `sentence_start` is the parser's.
  void Recognize(std::span<const TokenFeatures> tokens, const float* vectors, std::span<const uint8_t> sentence_start,
                 Workspace& workspace, std::vector<Entity>& out) const;

 private:
  TransitionNet net_;
  std::vector<EntityType> types_;  // of each label
  // Outside a name only Begin, Unit and Out are valid, inside only In and Last of its label: a matrix for each case.
  Panels outside_;
  std::vector<TransitionNet::Move> outside_moves_;
  std::vector<float> outside_weights_;
  std::vector<float> outside_bias_;  // with and without Begin, times with and without Unit
  std::vector<Panels> inside_;       // of each label: In, Last
  std::vector<float> inside_weights_;
  std::vector<float> inside_bias_;  // of each label: with and without In
};

}  // namespace diurna

#endif  // DIURNA_LANGUAGE_ENTITY_RECOGNIZER_H_
