// Encoder: a vector for each token that knows its four neighbours to each side.

#ifndef DIURNA_LANGUAGE_ENCODER_H_
#define DIURNA_LANGUAGE_ENCODER_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "diurna/status.h"
#include "language/features.h"
#include "language/hash_embed.h"
#include "language/kernels.h"

namespace diurna {

// Const and thread-safe; points into the model file and its kernels.
class Encoder {
 public:
  static constexpr uint32_t kLayers = 4;       // of windows of three, so that a token sees four to each side
  static constexpr uint32_t kBlockRows = 248;  // tokens that one call of Encode may ask for

  // Scratch memory of one thread and its cache of embedded lexemes, of a fixed size. Not to be shared between encoders.
  class Workspace {
   public:
    Workspace();

   private:
    friend class Encoder;
    struct Entry {
      uint64_t norm = 0;
      uint64_t prefix = 0;
      uint64_t suffix = 0;
      uint64_t shape = 0;
      uint64_t used = 0;  // number of the block that last used it; 0 is never
      uint32_t flags = 0;
    };

    std::vector<Entry> entries_;
    // kLexemeFloats for each entry, for each row of a block, and zeros; memory is touched as entries fill.
    std::unique_ptr<float[]> lexemes_;
    std::vector<const float*> rows_;
    std::vector<float*> missing_;
    std::vector<float> vectors_;  // of the lexemes that are computed together
    std::vector<float> products_;
    std::vector<float> layers_[2];
    std::vector<float> scratch_;
    uint64_t block_ = 0;
  };

  // Reads the sections that begin with `prefix`.
  static Result<Encoder> Load(const FlatFile& model, const std::string& prefix, const Kernels* kernels);

  // Writes kWidth floats for each token of [begin, end), at most kBlockRows, of the document `tokens`. `layers` below
  // kLayers stops after so many window layers, for whoever looks inside.
  void Encode(std::span<const TokenFeatures> tokens, uint32_t begin, uint32_t end, Workspace& workspace, float* out,
              uint32_t layers = kLayers) const;

 private:
  explicit Encoder(HashEmbed embed) : embed_(std::move(embed)) {}
  // Points rows_[i] at the lexeme of token first + i; tokens outside the document are zeros.
  void FindLexemes(std::span<const TokenFeatures> tokens, int64_t first, uint32_t count, Workspace& workspace) const;

  HashEmbed embed_;
  const Kernels* kernels_ = nullptr;
  const float* embed_bias_ = nullptr;
  const float* embed_norm_ = nullptr;
  WindowLayer layers_[kLayers];
};

}  // namespace diurna

#endif  // DIURNA_LANGUAGE_ENCODER_H_
