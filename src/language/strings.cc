// spaCy names every string by 64 bits. The network's embeddings are looked up by hashes of these ids, so the ids are
// part of the model: any other hash would read other rows. The names of attributes, parts of speech, labels and entity
// types are symbols with numbers of their own, also where they happen to be words ("case", "mark") or suffixes ("ORG").
//
// Tables are hashed by XXH3 and keep their keys, so that a look-up is exact; collisions go to the next slot, and half
// of the slots are empty.

#include "language/strings.h"

#include <xxhash.h>

#include <cstring>
#include <string>

namespace diurna {

uint64_t MurmurHash64A(std::string_view bytes, uint64_t seed) {
  constexpr uint64_t kMultiplier = 0xC6A4A7935BD1E995U;
  constexpr int kShift = 47;
  uint64_t hash = seed ^ (bytes.size() * kMultiplier);
  while (bytes.size() >= 8) {
    uint64_t block;
    std::memcpy(&block, bytes.data(), 8);
    block *= kMultiplier;
    block ^= block >> kShift;
    block *= kMultiplier;
    hash = (hash ^ block) * kMultiplier;
    bytes.remove_prefix(8);
  }
  if (!bytes.empty()) {
    uint64_t rest = 0;
    std::memcpy(&rest, bytes.data(), bytes.size());
    hash = (hash ^ rest) * kMultiplier;
  }
  hash = (hash ^ (hash >> kShift)) * kMultiplier;
  return hash ^ (hash >> kShift);
}

std::optional<StringTable> StringTable::Load(const FlatFile& model, std::string_view name) {
  const std::string stem(name);
  StringTable table;
  table.pool_ = StringPool(model);
  table.slots_ = model.Array<uint32_t>(stem + ".slots");
  table.keys_ = model.Array<StringRef>(stem + ".keys");
  table.values_ = model.Array<uint32_t>(stem + ".values");
  const size_t slots = table.slots_.size();
  if ((slots & (slots - 1)) != 0 || slots <= table.keys_.size() || table.keys_.size() != table.values_.size()) {
    return std::nullopt;
  }
  return table;
}

OptionalIndex StringTable::Find(std::string_view key) const {
  if (slots_.empty()) return std::nullopt;
  const size_t mask = slots_.size() - 1;
  for (size_t at = XXH3_64bits(key.data(), key.size()) & mask;; at = (at + 1) & mask) {
    const uint32_t slot = slots_[at];
    if (slot == 0 || slot > keys_.size()) return std::nullopt;
    if (pool_[keys_[slot - 1]] == key) return slot - 1;
  }
}

uint64_t StringIds::Id(std::string_view string) const {
  if (string.empty()) return 0;
  const OptionalIndex symbol = symbols_.Find(string);
  return symbol ? symbols_.Value(*symbol) : MurmurHash64A(string, 1);
}

}  // namespace diurna
