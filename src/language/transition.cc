// A transition-based model scores every move in every state: the vectors of the state's feature tokens go through one
// hidden layer of maxout units and one linear layer. The hidden layer is linear before its maximum, so a token's part
// of it, in each place where the token may stand, can be computed once per token and only be added up per state (Chen
// and Manning 2014 call this pre-computation). That turns most of the work into one matrix product over tokens.

#include "language/transition.h"

#include <fmt/format.h>

#include <algorithm>

namespace diurna {

Result<TransitionNet> TransitionNet::Load(const FlatFile& model, const std::string& prefix, uint32_t feature_count,
                                          uint32_t last_action, const Kernels* kernels) {
  TransitionNet net;
  net.kernels = kernels;
  net.feature_count = feature_count;
  const std::span<const uint32_t> moves = model.Array<uint32_t>(prefix + ".moves");
  const uint32_t count = static_cast<uint32_t>(moves.size() / 2);
  const uint32_t panels = (count + kPanel - 1) / kPanel;
  SectionReader read(model);
  net.token = read.Matrix(prefix + ".token.weights", kWidth, kHidden / kPanel);
  net.token_bias = read.Floats(prefix + ".token.bias", kHidden);
  net.features = read.Matrix(prefix + ".features", kHidden, feature_count * kState / kPanel);
  net.missing = read.Floats(prefix + ".features.missing", size_t{feature_count} * kState);
  net.bias = read.Floats(prefix + ".features.bias", kState);
  net.scores = read.Matrix(prefix + ".scores.weights", kHidden, panels);
  net.score_bias = read.Floats(prefix + ".scores.bias", size_t{panels} * kPanel);
  net.labels = read.Lines(prefix + ".labels");
  if (!read.status().ok()) return read.status();
  for (size_t i = 0; i + 1 < moves.size(); i += 2) {
    if (moves[i] > last_action || moves[i + 1] >= net.labels.size()) {
      return Status::BadInput(fmt::format("the section {}.moves has an unknown move at place {}", prefix, i / 2));
    }
    net.moves.push_back({static_cast<uint8_t>(moves[i]), static_cast<uint16_t>(moves[i + 1])});
  }
  if (net.moves.empty() || panels > kMostScorePanels) {
    return Status::BadInput(
        fmt::format("the section {}.moves has {} moves, not 1 to {}", prefix, count, kMostScorePanels * kPanel));
  }
  return net;
}

FeatureRows::FeatureRows(const TransitionNet& net, uint32_t feature_count)
    : kernels_(net.kernels),
      features_(net.features),
      stride_(size_t{feature_count} * kState),
      token_of_(kTokens, kNone),
      rows_(kTokens * stride_),
      again_token_(feature_count, kNone),
      again_(stride_) {
  features_.panels = feature_count * kState / kPanel;
}

void FeatureRows::Start(const float* vectors, uint32_t size) {
  vectors_ = vectors;
  size_ = size;
  next_ = 0;
  std::fill(token_of_.begin(), token_of_.end(), kNone);
  std::fill(again_token_.begin(), again_token_.end(), kNone);
}

bool FeatureRows::Compute(uint32_t token) {
  if (token < next_) return false;
  const uint32_t slot = token % kTokens;
  const uint32_t count = std::min({kAhead, size_ - token, kTokens - slot});
  kernels_->multiply(features_, nullptr, vectors_ + size_t{token} * kHidden, kHidden, count,
                     rows_.data() + slot * stride_, stride_);
  next_ = token + count;
  for (uint32_t i = 0; i < count; ++i) token_of_[slot + i] = token + i;
  return true;
}

const float* FeatureRows::ComputeAgain(uint32_t token, uint32_t feature) {
  float* const row = again_.data() + size_t{feature} * kState;
  if (again_token_[feature] != token) {
    Panels part = features_;
    part.panels = kState / kPanel;
    part.weights += feature * part.panels * part.panel_stride;
    kernels_->multiply(part, nullptr, vectors_ + size_t{token} * kHidden, kHidden, 1, row, kState);
    again_token_[feature] = token;
  }
  return row;
}

}  // namespace diurna
