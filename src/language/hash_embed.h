// Hash embedding: the vectors that a token's attributes stand for.

#ifndef DIURNA_LANGUAGE_HASH_EMBED_H_
#define DIURNA_LANGUAGE_HASH_EMBED_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/flat_file.h"
#include "diurna/status.h"
#include "language/features.h"

namespace diurna {

// Four 32-bit hashes of `id`: MurmurHash3 with 128 bits over its eight bytes.
std::array<uint32_t, 4> HashRows(uint64_t id, uint32_t seed);

// The embedding tables of one encoder: NORM, PREFIX, SUFFIX, SHAPE and, where there are six, SPACY and IS_SPACE.
// Const and thread-safe; points into the model file.
class HashEmbed {
 public:
  // Reads the sections `prefix`.embed, .embed.rows and .embed.seeds.
  static Result<HashEmbed> Load(const FlatFile& model, const std::string& prefix);

  // Floats that Embed writes: kWidth for each table.
  uint32_t size() const;
  // Whether the flags of a token matter beside its type's attributes.
  bool uses_flags() const { return tables_.size() > 4; }
  void Embed(const TokenFeatures& token, float* out) const;

 private:
  struct Table {
    const float* rows;
    uint32_t count;
    uint32_t seed;
  };
  std::vector<Table> tables_;
};

}  // namespace diurna

#endif  // DIURNA_LANGUAGE_HASH_EMBED_H_
