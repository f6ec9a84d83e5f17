// The schema of a lexicon: which sections there are, and which keys an entry of each may have (lexicon/schema/*.toml).
//
//   [service_frame]
//   summary = "a predicate that tells the state of a system"
//   inherits = "frame"            the keys of that section too
//   examples = "required"         or "optional"; without it entries have none
//   [service_frame.keys]
//   state = {kind = "text", required = true, values = ["down", "restored"], doc = "what it tells"}
//
// `vocabulary = "service_state"` stands for the words of a vocabulary of the record (diurna/vocabulary.h), beside any
// in `values`. A list is a set of words, whose order means nothing, unless its key says `ordered = true`
// (tools/format_lexicon.py). `abstract = true` marks a section that only others inherit from; `built_in = true` one
// that is read when data files are built, so that an entry of a user's own would do nothing. Every section has the key
// `name` (text) whether it says so or not, and `extends` and `override`, which the overlay reads (overlay.h).

#ifndef DIURNA_LEXICON_SCHEMA_H_
#define DIURNA_LEXICON_SCHEMA_H_

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "lexicon/problems.h"

namespace diurna {

enum class FieldKind : uint8_t { kText, kWords, kNumber, kFlag, kMap };

struct KeySchema {
  FieldKind kind = FieldKind::kText;
  bool required = false;
  std::set<std::string, std::less<>> values;  // the only ones that it may have; empty: any
};

enum class ExampleRule : uint8_t { kNone, kOptional, kRequired };

struct SectionSchema {
  std::map<std::string, KeySchema, std::less<>> keys;
  ExampleRule examples = ExampleRule::kNone;
  bool abstract = false;
  bool built_in = false;
};

using LexiconSchema = std::map<std::string, SectionSchema, std::less<>>;  // by the section's name

// Keys with a meaning in every section.
inline constexpr std::string_view kNameKey = "name";
inline constexpr std::string_view kExtendsKey = "extends";
inline constexpr std::string_view kOverrideKey = "override";
inline constexpr std::string_view kExamplesKey = "examples";
inline constexpr std::string_view kCounterKey = "counter";
inline constexpr std::string_view kClassSection = "class";

// Reads `text`, the files of a schema one after the other. Problems name the file "schema".
LexiconSchema ReadLexiconSchema(std::string_view text, LexiconProblems* problems);

}  // namespace diurna

#endif  // DIURNA_LEXICON_SCHEMA_H_
