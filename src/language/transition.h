// What the parser and the name recogniser share: the network that scores the moves of a transition system.

#ifndef DIURNA_LANGUAGE_TRANSITION_H_
#define DIURNA_LANGUAGE_TRANSITION_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/status.h"
#include "language/kernels.h"
#include "language/sections.h"

namespace diurna {

// A state is scored from a few of its tokens, its features. Each feature's part of the hidden layer depends on its
// token alone and is a row of kState floats; a learned row stands for a feature that the state lacks.
struct TransitionNet {
  struct Move {
    uint8_t action = 0;
    uint16_t label = 0;  // index into labels
  };

  Panels token;  // kWidth -> kHidden
  const float* token_bias = nullptr;
  Panels features;  // kHidden -> feature_count * kState
  uint32_t feature_count = 0;
  const float* missing = nullptr;  // feature_count rows
  const float* bias = nullptr;     // kState
  Panels scores;                   // kHidden -> moves
  const float* score_bias = nullptr;
  std::vector<Move> moves;  // in the order of the scores
  std::vector<std::string_view> labels;
  const Kernels* kernels = nullptr;

  // Reads the sections that begin with `prefix`; actions above `last_action` are an error.
  static Result<TransitionNet> Load(const FlatFile& model, const std::string& prefix, uint32_t feature_count,
                                    uint32_t last_action, const Kernels* kernels);

  // kHidden floats for each of `rows` encoded tokens of kWidth floats.
  void Tokens(const float* encoded, size_t rows, float* out) const {
    kernels->multiply(token, token_bias, encoded, kWidth, rows, out, kHidden);
  }
};

// The hidden-layer rows of the tokens around a state, computed when first asked for, ahead in small batches, and kept
// for the last kTokens tokens; an older one is computed again, so that memory does not grow with the document.
class FeatureRows {
 public:
  // Of the net's first `feature_count` features.
  FeatureRows(const TransitionNet& net, uint32_t feature_count);

  // Starts a document; `vectors` holds kHidden floats for each of `size` tokens and must outlive the use.
  void Start(const float* vectors, uint32_t size);
  // What the token adds as this feature, kState floats. A state asks for its furthest token first and for each feature
  // once; the pointers are good until the next state asks.
  const float* Get(uint32_t token, uint32_t feature) {
    const uint32_t slot = token % kTokens;
    if (token_of_[slot] != token && !Compute(token)) return ComputeAgain(token, feature);
    return rows_.data() + slot * stride_ + feature * kState;
  }

 private:
  static constexpr uint32_t kTokens = 256;
  static constexpr uint32_t kAhead = 24;
  static constexpr uint32_t kNone = UINT32_MAX;

  // Computes the rows of a token that was never asked for, and of some after it; false for any other.
  bool Compute(uint32_t token);
  const float* ComputeAgain(uint32_t token, uint32_t feature);

  const Kernels* kernels_;
  Panels features_;
  size_t stride_;
  const float* vectors_ = nullptr;
  uint32_t size_ = 0;
  uint32_t next_ = 0;  // tokens before it were computed once
  std::vector<uint32_t> token_of_;
  std::vector<float> rows_;
  std::vector<uint32_t> again_token_;  // by feature, the last token that was computed again, and its row
  std::vector<float> again_;
};

}  // namespace diurna

#endif  // DIURNA_LANGUAGE_TRANSITION_H_
