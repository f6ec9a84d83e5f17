// The tagger is one linear layer over the encoder's vector: a score for each tag, and the highest wins, the first of
// them in a tie. A token's tag does not depend on its neighbours' tags; the encoder has seen the neighbours. The layer
// was trained under a softmax, which does not change which score is highest and is left out.

#include "language/tagger.h"

namespace diurna {

Result<Tagger> Tagger::Load(const FlatFile& model, const Kernels* kernels) {
  Tagger tagger;
  tagger.kernels_ = kernels;
  SectionReader read(model);
  tagger.names_ = read.Lines("net.tagger.tags");
  const uint32_t panels = (static_cast<uint32_t>(tagger.names_.size()) + kPanel - 1) / kPanel;
  tagger.scores_ = read.Matrix("net.tagger.weights", kWidth, panels);
  tagger.bias_ = read.Floats("net.tagger.bias", panels * kPanel);
  if (!read.status().ok()) return read.status();
  return tagger;
}

void Tagger::Tag(const float* encoded, size_t rows, float* scratch, uint16_t* out) const {
  const size_t stride = scores_.panels * kPanel;
  kernels_->multiply(scores_, bias_, encoded, kWidth, rows, scratch, stride);
  for (size_t row = 0; row < rows; ++row) {
    const int best = kernels_->first_largest(scratch + row * stride, scores_.panels);
    out[row] = best < 0 || static_cast<size_t>(best) >= names_.size() ? 0 : static_cast<uint16_t>(best);
  }
}

}  // namespace diurna
