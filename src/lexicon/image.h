// The layout of a lexicon image, shared by the compiler that writes it and the class that reads it.
//
// A flat file of kind "lexicon" with the sections
//   strings   all strings, one after the other
//   entries   ImageEntry, in order
//   fields    ImageField, those of an entry one after the other
//   values    ImageString, the strings of text, words and map fields
//   schema    the text of the schema, so that a user's own folder can be held against it

#ifndef DIURNA_LEXICON_IMAGE_H_
#define DIURNA_LEXICON_IMAGE_H_

#include <cstdint>
#include <string_view>

namespace diurna {

inline constexpr std::string_view kLexiconKind = "lexicon";
inline constexpr uint32_t kLexiconVersion = 1;

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
  double number;         // of a number or flag
  uint32_t first_value;  // into values
  uint32_t values;
};

}  // namespace diurna

#endif  // DIURNA_LEXICON_IMAGE_H_
