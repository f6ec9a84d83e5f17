// Tagger: the part-of-speech tag of each token.

#ifndef DIURNA_LANGUAGE_TAGGER_H_
#define DIURNA_LANGUAGE_TAGGER_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "diurna/status.h"
#include "language/kernels.h"
#include "language/sections.h"

namespace diurna {

// Const and thread-safe; points into the model file.
class Tagger {
 public:
  // Reads the sections net.tagger.*.
  static Result<Tagger> Load(const FlatFile& model, const Kernels* kernels);

  // Floats of scratch memory that Tag needs for `rows` rows.
  size_t ScratchFloats(size_t rows) const { return rows * scores_.panels * kPanel; }
  // The tag of each of `rows` encoded tokens of kWidth floats, an index into names().
  void Tag(const float* encoded, size_t rows, float* scratch, uint16_t* out) const;
  const std::vector<std::string_view>& names() const { return names_; }

 private:
  const Kernels* kernels_ = nullptr;
  Panels scores_;
  const float* bias_ = nullptr;
  std::vector<std::string_view> names_;
};

}  // namespace diurna

#endif  // DIURNA_LANGUAGE_TAGGER_H_
