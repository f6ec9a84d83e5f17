// The layout of a lexicon image, shared by the compiler that writes it and the class that reads it.
//
// A flat file of kind "lexicon" with the sections
//   strings   all strings, one after the other
//   entries   ImageEntry, in order
//   fields    ImageField, those of an entry one after the other
//   values    ImageString, the strings of text, words and map fields
//   examples  ImageExample, those of an entry one after the other
//   schema    the text of the schema, so that a user's own folder can be held against it
// A field keeps its words both as written ("@vehicle") and with classes put in: the first for an overlay, which may
// change the class, the second for whoever reads the lexicon.

#ifndef DIURNA_LEXICON_IMAGE_H_
#define DIURNA_LEXICON_IMAGE_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "base/flat_file.h"
#include "diurna/status.h"

namespace diurna {

inline constexpr std::string_view kLexiconKind = "lexicon";
inline constexpr uint32_t kLexiconVersion = 2;

struct ImageString {
  uint32_t offset;  // into strings, in bytes
  uint32_t size;
};

struct ImageEntry {
  ImageString section;
  ImageString file;
  ImageString name;  // of the key `name`; empty without one
  uint32_t line;
  uint32_t first_field;
  uint32_t fields;
};

struct ImageField {
  ImageString key;
  double number;           // of a number or flag
  uint32_t first_value;    // into values
  uint32_t values;         // with the words of classes
  uint32_t first_written;  // into values
  uint32_t written;        // as they stand in the file
};

struct ImageExample {
  ImageString sentence;
  ImageString file;
  uint32_t line;
  uint32_t entry;    // into entries
  uint32_t counter;  // 1 where the entry must leave the sentence alone
};

// The key of the field that lists who extended the entry, "FILE:LINE" each. No schema has it.
inline constexpr std::string_view kExtendedByKey = "<extended by>";

// An image with its arrays, checked to lie inside.
struct LexiconImage {
  static Result<LexiconImage> Open(FlatFile file);

  // The bytes of a string; empty where it lies outside.
  std::string_view At(ImageString string) const {
    if (string.offset > strings.size() || string.size > strings.size() - string.offset) return {};
    return strings.substr(string.offset, string.size);
  }

  FlatFile file;
  std::string_view strings;
  std::span<const ImageEntry> entries;
  std::span<const ImageField> fields;
  std::span<const ImageString> values;
  std::span<const ImageExample> examples;

 private:
  explicit LexiconImage(FlatFile opened) : file(std::move(opened)) {}
};

}  // namespace diurna

#endif  // DIURNA_LEXICON_IMAGE_H_
