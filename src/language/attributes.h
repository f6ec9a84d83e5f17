// Attributes of word types, and the table in which a thread keeps those that it has met.

#ifndef DIURNA_LANGUAGE_ATTRIBUTES_H_
#define DIURNA_LANGUAGE_ATTRIBUTES_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/flat_file.h"
#include "diurna/optional_index.h"
#include "language/string_arena.h"
#include "language/strings.h"
#include "language/unicode.h"

namespace diurna {

// A word type: a string, and the normal form where a special case of the tokenizer gives it one of its own.
struct Lexeme {
  std::string_view text;
  std::string_view lower;
  std::string_view norm;
  uint64_t norm_id = 0;
  uint64_t prefix_id = 0;
  uint64_t suffix_id = 0;
  uint64_t shape_id = 0;
  uint32_t lower_value = 0;  // id of `lower` among the attribute ruler's values; 0 when no rule names it
  OptionalIndex phrase;  // group of the special cases searched for in token sequences that start with `text`, or none
  bool is_space = false;
};

// Computes attributes. Const and thread-safe.
class Attributes {
 public:
  // nullopt when a section is missing or damaged.
  static std::optional<Attributes> Load(const FlatFile& model, const Unicode& unicode);

  // Fills all fields of `lexeme` from its text. Strings made are kept in `arena`. `special_norm`, unless null, is the
  // normal form that the tokenizer's special case gives; it must outlive the lexeme.
  void Fill(const std::string_view* special_norm, std::string* scratch, StringArena* arena, Lexeme* lexeme) const;

  // The shape of a word: capitals X, other letters x, digits d, all else itself; runs cut after four; "LONG" from 100
  // code points on.
  void AppendShape(std::string_view text, std::string* out) const;

 private:
  Unicode unicode_;
  StringIds ids_;
  StringPool pool_;
  StringTable ruler_values_;
  StringTable phrases_;
  std::span<const uint64_t> norm_keys_;
  std::span<const StringRef> norm_values_;
};

// The word types that one thread has met, each with a dense index. Not thread-safe. References and indices hold until
// Clear().
class LexemeTable {
 public:
  LexemeTable();

  // Index of the word type `text`; `special_norm` as in Attributes::Fill.
  uint32_t Intern(std::string_view text, const std::string_view* special_norm, const Attributes& attributes);
  const Lexeme& operator[](uint32_t index) const { return lexemes_[index]; }
  size_t size() const { return lexemes_.size(); }
  // Bytes held, roughly.
  size_t bytes() const { return arena_.bytes() + lexemes_.size() * (sizeof(Lexeme) + sizeof(Key)); }
  void Clear();

 private:
  struct Key {
    uint64_t hash;
    const char* special_norm;  // where the special case's normal form lies, or null
  };
  void Grow();

  std::vector<uint32_t> slots_;  // 1 + index, or 0; a power of two
  std::vector<Key> keys_;
  std::vector<Lexeme> lexemes_;
  StringArena arena_;
  std::string scratch_;
};

}  // namespace diurna

#endif  // DIURNA_LANGUAGE_ATTRIBUTES_H_
