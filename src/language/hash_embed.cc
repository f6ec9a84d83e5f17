// Hash embeddings (Svenstrup, Hansen and Winther 2017; Serra and Karatzoglou's Bloom embeddings) give every string of
// an unbounded vocabulary a vector from a small table: several hashes of the string pick rows, and their sum is the
// vector. Two strings that share one row rarely share all four. Each attribute of a token has a table and a seed of its
// own, and the attributes' vectors stood side by side when the weights were trained. What follows them is linear up to
// a maximum, so the tables hold the rows' products with that layer, and the whole layer is a sum of rows. The hash is
// the one of the training; there is no table of strings, so a word never seen before is embedded like any other.

#include "language/hash_embed.h"

#include <fmt/format.h>

#include "language/kernels.h"

namespace diurna {
namespace {

uint64_t Mix(uint64_t h) {
  h ^= h >> 33;
  h *= 0xff51afd7ed558ccdULL;
  h ^= h >> 33;
  h *= 0xc4ceb9fe1a85ec53ULL;
  return h ^ (h >> 33);
}

}  // namespace

std::array<uint32_t, 4> HashRows(uint64_t id, uint32_t seed) {
  uint64_t first = id * 0x87c37b91114253d5ULL;
  first = (first << 31) | (first >> 33);
  first = (first * 0x4cf5ad432745937fULL) ^ seed ^ 8;
  uint64_t second = seed ^ 8;
  first += second;
  second += first;
  first = Mix(first);
  second = Mix(second);
  first += second;
  second += first;
  return {static_cast<uint32_t>(first), static_cast<uint32_t>(first >> 32), static_cast<uint32_t>(second),
          static_cast<uint32_t>(second >> 32)};
}

Result<HashEmbed> HashEmbed::Load(const FlatFile& model, const std::string& prefix) {
  const std::span<const float> values = model.Array<float>(prefix + ".embed");
  const std::span<const uint32_t> rows = model.Array<uint32_t>(prefix + ".embed.rows");
  const std::span<const uint32_t> seeds = model.Array<uint32_t>(prefix + ".embed.seeds");
  if ((rows.size() != 4 && rows.size() != 6) || seeds.size() != rows.size()) {
    return Status::BadInput(
        fmt::format("the sections {0}.embed.rows and {0}.embed.seeds must name 4 or 6 tables", prefix));
  }
  HashEmbed embed;
  uint64_t at = 0;
  for (size_t i = 0; i < rows.size(); ++i) {
    embed.tables_.push_back({values.data() + at * kPlanes, rows[i], seeds[i]});
    at += rows[i];
    if (rows[i] == 0 || at * kPlanes > values.size()) break;
  }
  if (embed.tables_.size() != rows.size() || at * kPlanes != values.size()) {
    return Status::BadInput(fmt::format("the section {}.embed has not the size that its rows make", prefix));
  }
  return embed;
}

uint32_t HashEmbed::Find(const TokenFeatures& token, const float** rows) const {
  const uint64_t ids[6] = {
      token.norm, token.prefix, token.suffix, token.shape, token.space_after ? 1U : 0U, token.is_space ? 1U : 0U};
  uint32_t count = 0;
  for (size_t i = 0; i < tables_.size(); ++i) {
    const Table& table = tables_[i];
    for (const uint32_t hash : HashRows(ids[i], table.seed)) {
      rows[count++] = table.rows + size_t{hash % table.count} * kPlanes;
    }
  }
  return count;
}

}  // namespace diurna
