// The encoder is a stack of residual convolutions over hash embeddings, as Honnibal's tok2vec describes it. The
// embedding is mixed to 96 floats by a maxout layer (the largest of three linear pieces per output; Goodfellow et al.
// 2013) and normalised (Ba, Kiros and Hinton 2016). Four layers follow, each of which sees a
// token between its two neighbours and adds what it makes of them to the token's vector, so that a vector knows four
// tokens to each side.
//
// Before and after a document stand rows of zeros. They are put there once, before the first window layer, and every
// layer transforms them like real rows; a layer that saw fresh zeros at its edges would give other numbers there. Since
// four layers reach four tokens, rows beyond the fourth never matter.
//
// Documents are encoded in blocks, each with the rows to its sides that its layers look at, so that memory does not
// grow with the document. Everything before the first window layer depends on the word type and two flags alone. So
// does the product of a vector with the first window layer's weights, at each of the three places of the window: the
// layer's output is a sum of three stored products. Both are kept per lexeme, in a table with four entries to a set
// that drops the one not used for longest. The other window layers use minimal filtering where the kernel does
// (kernels_body.h).
//
// Left out: batches of several documents. A short document pays for eight rows of padding.

#include "language/encoder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "language/sections.h"

namespace diurna {
namespace {

constexpr uint32_t kWays = 4;
constexpr uint32_t kSets = 1024;
constexpr uint32_t kEntries = kSets * kWays;
constexpr uint32_t kMostRows = Encoder::kBlockRows + 2 * Encoder::kLayers;
constexpr uint32_t kMissingRows = 32;  // lexemes that are computed together
static_assert(kMostRows <= kWindowRows);

uint32_t SetOf(const TokenFeatures& token, uint32_t flags) {
  const uint64_t mixed = (token.norm + flags) ^ (token.shape * 0x9e3779b97f4a7c15ULL) ^ (token.suffix << 7);
  return static_cast<uint32_t>((mixed * 0xd6e8feb86659fd93ULL) >> 40) % kSets;
}

}  // namespace

Encoder::Workspace::Workspace()
    : entries_(kEntries),
      lexemes_(std::make_unique_for_overwrite<float[]>(size_t{kEntries + kMostRows + 1} * kLexemeFloats)),
      rows_(kMostRows),
      vectors_(size_t{kMissingRows} * kWidth),
      products_(size_t{kMissingRows} * kPlanes),
      layers_{std::vector<float>(size_t{kMostRows} * kWidth), std::vector<float>(size_t{kMostRows} * kWidth)},
      scratch_(kWindowScratch) {
  missing_.reserve(kMissingRows);
  std::fill_n(lexemes_.get() + size_t{kEntries + kMostRows} * kLexemeFloats, kLexemeFloats, 0.0f);
}

Result<Encoder> Encoder::Load(const FlatFile& model, const std::string& prefix, const Kernels* kernels) {
  Result<HashEmbed> embed = HashEmbed::Load(model, prefix);
  if (!embed) return embed.status();
  Encoder encoder(std::move(*embed));
  encoder.kernels_ = kernels;
  SectionReader read(model);
  constexpr uint32_t kPanels = kPlanes / kPanel;
  encoder.embed_bias_ = read.Floats(prefix + ".layer0.bias", kPlanes);
  encoder.embed_norm_ = read.Floats(prefix + ".layer0.norm", 2 * kWidth);
  for (uint32_t i = 0; i < kLayers; ++i) {
    WindowLayer& layer = encoder.layers_[i];
    const std::string name = fmt::format("{}.layer{}", prefix, i + 1);
    layer.direct = read.Matrix(name + ".weights", 3 * kWidth, kPanels);
    layer.bias = read.Floats(name + ".bias", kPlanes);
    layer.norm = read.Floats(name + ".norm", 2 * kWidth);
    // The first window layer works from stored products.
    if (i == 0) continue;
    const Panels all = read.Matrix(name + ".minimal", 6 * kWidth, kPanels);
    if (!read.status().ok()) break;
    for (uint32_t product = 0; product < 6; ++product) {
      const size_t stride = size_t{kWidth} * kPanel;
      layer.minimal[product] = {all.weights + product * kPanels * stride, stride, kWidth, kPanels};
    }
  }
  if (!read.status().ok()) return read.status();
  return encoder;
}

void Encoder::FindLexemes(std::span<const TokenFeatures> tokens, int64_t first, uint32_t count,
                          Workspace& workspace) const {
  const uint64_t block = ++workspace.block_;
  float* const zeros = workspace.lexemes_.get() + size_t{kEntries + kMostRows} * kLexemeFloats;
  workspace.missing_.clear();
  uint32_t overflow = 0;

  float* const products = workspace.products_.data();
  const auto compute = [&] {
    const size_t missing = workspace.missing_.size();
    for (uint32_t place = 0; place < 3; ++place) {
      Panels part = layers_[0].direct;
      part.inputs = kWidth;
      part.weights += size_t{place} * kWidth * kPanel;
      kernels_->multiply(part, nullptr, workspace.vectors_.data(), kWidth, missing, products, kPlanes);
      for (size_t i = 0; i < missing; ++i) {
        std::memcpy(workspace.missing_[i] + kWidth + place * kPlanes, products + i * kPlanes, kPlanes * sizeof(float));
      }
    }
    workspace.missing_.clear();
  };

  for (uint32_t row = 0; row < count; ++row) {
    const int64_t i = first + row;
    if (i < 0 || i >= static_cast<int64_t>(tokens.size())) {
      workspace.rows_[row] = zeros;
      continue;
    }
    const TokenFeatures& token = tokens[static_cast<size_t>(i)];
    const uint32_t flags = embed_.uses_flags() ? (token.space_after ? 1U : 0U) | (token.is_space ? 2U : 0U) : 0U;
    const uint32_t set = SetOf(token, flags) * kWays;
    uint32_t oldest = set;
    uint32_t found = kEntries;
    for (uint32_t at = set; at < set + kWays; ++at) {
      const Workspace::Entry& entry = workspace.entries_[at];
      if (entry.norm == token.norm && entry.shape == token.shape && entry.suffix == token.suffix &&
          entry.prefix == token.prefix && entry.flags == flags && entry.used != 0) {
        found = at;
        break;
      }
      if (entry.used < workspace.entries_[oldest].used) oldest = at;
    }
    if (found < kEntries) {
      workspace.entries_[found].used = block;
      workspace.rows_[row] = workspace.lexemes_.get() + size_t{found} * kLexemeFloats;
      continue;
    }
    // An entry that this block points to already must stay as it is.
    uint32_t place = oldest;
    if (workspace.entries_[oldest].used == block) {
      place = kEntries + overflow++;
    } else {
      workspace.entries_[oldest] = {token.norm, token.prefix, token.suffix, token.shape, block, flags};
    }
    float* lexeme = workspace.lexemes_.get() + size_t{place} * kLexemeFloats;
    workspace.rows_[row] = lexeme;
    const float* rows[HashEmbed::kMostRows];
    kernels_->add_rows(rows, embed_.Find(token, rows), embed_bias_, products);
    kernels_->maxout_norm(products, 1, embed_norm_, lexeme, kWidth);
    std::memcpy(workspace.vectors_.data() + workspace.missing_.size() * kWidth, lexeme, kWidth * sizeof(float));
    workspace.missing_.push_back(lexeme);
    if (workspace.missing_.size() == kMissingRows) compute();
  }
  if (!workspace.missing_.empty()) compute();
}

void Encoder::Encode(std::span<const TokenFeatures> tokens, uint32_t begin, uint32_t end, Workspace& workspace,
                     float* out, uint32_t layers) const {
  uint32_t rows = end - begin + 2 * layers;
  FindLexemes(tokens, static_cast<int64_t>(begin) - layers, rows, workspace);
  if (layers == 0) {
    for (uint32_t row = 0; row < rows; ++row) {
      std::memcpy(out + size_t{row} * kWidth, workspace.rows_[row], kWidth * sizeof(float));
    }
    return;
  }
  const float* in = nullptr;
  for (uint32_t i = 0; i < layers; ++i) {
    rows -= 2;
    float* to = i + 1 == layers ? out : workspace.layers_[i % 2].data();
    if (i == 0) {
      kernels_->window_lexemes(workspace.rows_.data(), rows, layers_[0].bias, layers_[0].norm, to);
    } else {
      kernels_->window(layers_[i], in, rows, workspace.scratch_.data(), to);
    }
    in = to;
  }
}

}  // namespace diurna
