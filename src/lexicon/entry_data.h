// An entry as it is written in a file, before classes are put in for "@name" and before it is laid out in an image.

#ifndef DIURNA_LEXICON_ENTRY_DATA_H_
#define DIURNA_LEXICON_ENTRY_DATA_H_

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace diurna {

struct FieldData {
  std::string key;
  double number = 0;                // of a number or flag
  std::vector<std::string> values;  // of text, words and map (key, value, key, value ...); "@class" as written
  std::vector<uint32_t> lines;      // of each value, where it comes from a file; else empty
};

// A sentence that the entry must read, or that it must leave alone (counter).
struct ExampleData {
  std::string sentence;
  std::string file;
  uint32_t line = 0;
  bool counter = false;
};

struct EntryData {
  std::string section;
  std::string file;
  uint32_t line = 0;
  std::string name;  // empty without one
  // Of an entry that adds to another: the name of that one, and the keys whose values take the place of its own.
  std::string extends;
  std::vector<std::string> overrides;
  std::vector<FieldData> fields;
  std::vector<ExampleData> examples;
  std::vector<std::string> extended_by;  // "FILE:LINE" of the entries that added to this one

  FieldData* Find(std::string_view key) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const FieldData& f) { return f.key == key; });
    return found == fields.end() ? nullptr : &*found;
  }
  const FieldData* Find(std::string_view key) const { return const_cast<EntryData*>(this)->Find(key); }
};

}  // namespace diurna

#endif  // DIURNA_LEXICON_ENTRY_DATA_H_
