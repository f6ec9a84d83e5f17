// Attribute ruler: part of speech, morphology and some lemmas by rules over tag, word and label.

#ifndef DIURNA_LANGUAGE_ATTRIBUTE_RULER_H_
#define DIURNA_LANGUAGE_ATTRIBUTE_RULER_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/flat_file.h"
#include "diurna/analysis.h"
#include "language/strings.h"

namespace diurna {

// What the rules look at: ids from AttributeRuler::Value (0 for a value that no rule names).
struct RulerToken {
  uint32_t tag = 0;
  uint32_t lower = 0;
  uint32_t dep = 0;
  bool is_space = false;
};

// What the rules say of a token. The views are the model's; tag, dep and lemma are null where no rule sets them.
struct RulerOutcome {
  Pos pos = Pos::kNone;
  std::string_view morph;
  std::string_view lemma;
  std::string_view tag;
  std::string_view dep;
};

// Const and thread-safe.
class AttributeRuler {
 public:
  // nullopt when a section is missing or damaged, or has more rules over several tokens than a context has bits.
  static std::optional<AttributeRuler> Load(const FlatFile& model);

  // Id of a tag, a lower-case word or a label.
  uint32_t Value(std::string_view string) const;

  // Of the rules over several tokens, one bit each: those that hold around token `i` and set it.
  uint16_t Context(std::span<const RulerToken> tokens, size_t i) const;
  // False when no rule over several tokens sets a token with this word, so that its context is 0.
  bool HasContext(uint32_t lower) const { return lower < has_context_.size() && has_context_[lower]; }

  // Applies all rules to one token: in order, the later wins.
  RulerOutcome Apply(const RulerToken& token, uint16_t context) const;

 private:
  struct Rule {
    uint32_t first_token, tokens, target, sets;
    StringRef pos, morph, lemma, tag, dep;
  };
  struct Conditions {
    uint32_t first, count;
  };
  struct Condition {
    uint32_t attribute, negated, first, count;
  };
  bool Holds(const Rule& rule, uint32_t at, const RulerToken& token) const;

  StringPool pool_;
  StringTable values_;
  std::span<const Rule> rules_;
  std::span<const Conditions> tokens_;
  std::span<const Condition> conditions_;
  std::span<const uint32_t> ids_;
  std::vector<Pos> pos_;            // of each rule
  std::vector<uint32_t> contexts_;  // the rules over several tokens
  std::vector<bool> has_context_;   // by value id
};

}  // namespace diurna

#endif  // DIURNA_LANGUAGE_ATTRIBUTE_RULER_H_
