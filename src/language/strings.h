// Strings of the language model: the ids by which the network knows them, and tables with strings for keys.

#ifndef DIURNA_LANGUAGE_STRINGS_H_
#define DIURNA_LANGUAGE_STRINGS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/flat_file.h"
#include "diurna/optional_index.h"

namespace diurna {

// MurmurHash64A by Austin Appleby, little-endian: the hash behind spaCy's string ids.
uint64_t MurmurHash64A(std::string_view bytes, uint64_t seed);

// A string in the model file's section "strings".
struct StringRef {
  uint32_t offset = 0;
  uint32_t size = 0;
};

// The bytes that StringRefs point into. A reference that leaves them gives the empty string.
class StringPool {
 public:
  StringPool() = default;
  explicit StringPool(const FlatFile& model) : bytes_(model.Text("strings")) {}
  std::string_view operator[](StringRef ref) const {
    if (ref.offset > bytes_.size() || ref.size > bytes_.size() - ref.offset) return {};
    return bytes_.substr(ref.offset, ref.size);
  }

 private:
  std::string_view bytes_;
};

// A table from strings to numbers, open-addressed by XXH3-64, read where it lies in the model file: the sections
// NAME.slots (a power of two; 1 + entry, or 0), NAME.keys and NAME.values. Const and thread-safe.
class StringTable {
 public:
  StringTable() = default;
  // nullopt when a section is missing or they do not fit together.
  static std::optional<StringTable> Load(const FlatFile& model, std::string_view name);

  // Index of the entry with this key, or none.
  OptionalIndex Find(std::string_view key) const;
  // The key and the value of an entry.
  std::string_view Key(uint32_t entry) const { return pool_[keys_[entry]]; }
  uint32_t Value(uint32_t entry) const { return values_[entry]; }
  size_t size() const { return values_.size(); }

 private:
  StringPool pool_;
  std::span<const uint32_t> slots_;
  std::span<const StringRef> keys_;
  std::span<const uint32_t> values_;
};

// The id of a string: 0 for the empty one, a small number for the names of the model's symbol table, and
// MurmurHash64A with seed 1 of its UTF-8 form for all others.
class StringIds {
 public:
  StringIds() = default;
  explicit StringIds(StringTable symbols) : symbols_(symbols) {}
  uint64_t Id(std::string_view string) const;

 private:
  StringTable symbols_;
};

}  // namespace diurna

#endif  // DIURNA_LANGUAGE_STRINGS_H_
