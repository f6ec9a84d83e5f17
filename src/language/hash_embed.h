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

// The embedding tables of one encoder: NORM, PREFIX, SUFFIX, SHAPE and, where there are six, SPACY and IS_SPACE. A row
// is what the encoder's first layer makes of it, kPlanes floats. Const and thread-safe; points into the model file.
class HashEmbed {
 public:
  // Reads the sections `prefix`.embed, .embed.rows and .embed.seeds.
  static Result<HashEmbed> Load(const FlatFile& model, const std::string& prefix);

  static constexpr uint32_t kMostRows = 4 * 6;

  // Whether the flags of a token matter beside its type's attributes.
  bool uses_flags() const { return tables_.size() > 4; }
  // Writes the rows whose sum embeds the token; returns how many they are, at most kMostRows.
  uint32_t Find(const TokenFeatures& token, const float** rows) const;

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
