// Analysis: what the language layer makes of a text: tokens, their syntax, sentences and names.
//
// Example, one made by hand, as a test of a floor above makes it:
//
//   diurna::Analysis::Builder builder("Ferries stay");
//   builder.tokens().resize(2);
//   diurna::Token& ferries = builder.tokens()[0];
//   ferries.span = {0, 7};
//   ferries.text = "Ferries";
//   ferries.pos = diurna::Pos::kNoun;
//   ferries.dep = diurna::Dep::kNsubj;
//   ferries.head = 1;
//   diurna::Token& stay = builder.tokens()[1];
//   stay.span = {8, 12};
//   stay.text = "stay";
//   stay.pos = diurna::Pos::kVerb;
//   stay.dep = diurna::Dep::kRoot;
//   stay.head = 1;
//   builder.sentences() = {{0, 2}};
//   const diurna::Analysis analysis = builder.Finish();
//   for (const uint32_t child : analysis.children(1)) {
//     std::cout << analysis[child].text << " is " << diurna::Name(analysis[child].dep) << '\n';  // Ferries is nsubj
//   }

#ifndef DIURNA_ANALYSIS_H_
#define DIURNA_ANALYSIS_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "diurna/optional_index.h"
#include "diurna/span.h"

namespace diurna {

// Universal part of speech. The order is the alphabetical one of Universal Dependencies, then SPACE.
enum class Pos : uint8_t {
  kNone,
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
  kX,
  kSpace,
};

// Grammatical relation of a token to its head, in the CLEAR style. The language layer maps a model's labels to these,
// so that another model can feed everything above. kDep stands for any label without a name here.
enum class Dep : uint8_t {
  kDep,
  kRoot,
  kAcl,
  kAcomp,
  kAdvcl,
  kAdvmod,
  kAgent,
  kAmod,
  kAppos,
  kAttr,
  kAux,
  kAuxpass,
  kCase,
  kCc,
  kCcomp,
  kCompound,
  kConj,
  kCsubj,
  kCsubjpass,
  kDative,
  kDet,
  kDobj,
  kExpl,
  kIntj,
  kMark,
  kMeta,
  kNeg,
  kNmod,
  kNpadvmod,
  kNsubj,
  kNsubjpass,
  kNummod,
  kOprd,
  kParataxis,
  kPcomp,
  kPobj,
  kPoss,
  kPreconj,
  kPredet,
  kPrep,
  kPrt,
  kPunct,
  kQuantmod,
  kRelcl,
  kXcomp,
};

// Kind of name, those of OntoNotes 5.
enum class EntityType : uint8_t {
  kNone,
  kCardinal,
  kDate,
  kEvent,
  kFac,
  kGpe,
  kLanguage,
  kLaw,
  kLoc,
  kMoney,
  kNorp,
  kOrdinal,
  kOrg,
  kPercent,
  kPerson,
  kProduct,
  kQuantity,
  kTime,
  kWorkOfArt,
};

// The names as a model and its users write them: "VERB", "nsubj", "GPE". Empty for kNone; "dep" and "ROOT" for theirs.
std::string_view Name(Pos pos);
std::string_view Name(Dep dep);
std::string_view Name(EntityType type);

// One token. White space that is not a single blank between two tokens is a token of its own (Pos::kSpace).
// The views live as long as the Analysis and the model that made it.
struct Token {
  Span span;               // bytes into the text
  std::string_view text;   // the token's own words
  std::string_view lower;  // lower case, full Unicode mapping
  std::string_view norm;   // normal form: "'re" is "are", "n't" is "not"
  std::string_view lemma;
  std::string_view tag;    // Penn Treebank tag: "VBD"
  std::string_view morph;  // "Number=Sing|Person=3"; empty when there are no features
  std::string_view label;  // the model's own dependency label
  Pos pos = Pos::kNone;
  Dep dep = Dep::kDep;
  bool space_after = false;  // one blank follows before the next token
  uint32_t head = 0;         // index of the head token; its own index at the root of a sentence
  uint32_t left_edge = 0;    // first and last token of its subtree, both inclusive
  uint32_t right_edge = 0;
  uint32_t sentence = 0;  // index into sentences()
  OptionalIndex entity;   // index into entities(), or none
};

// Tokens [begin, end).
struct Sentence {
  uint32_t begin = 0;
  uint32_t end = 0;
};

// Tokens [begin, end) that form a name.
struct Entity {
  uint32_t begin = 0;
  uint32_t end = 0;
  EntityType type = EntityType::kNone;
};

// The analysis of one text. It points into the text and the model, both of which must outlive it. Movable, not
// copyable; const members may be called from many threads.
class Analysis {
 public:
  Analysis();
  ~Analysis();
  Analysis(Analysis&&) noexcept;
  Analysis& operator=(Analysis&&) noexcept;
  Analysis(const Analysis&) = delete;
  Analysis& operator=(const Analysis&) = delete;

  std::string_view text() const { return text_; }
  std::span<const Token> tokens() const { return tokens_; }
  const Token& operator[](uint32_t i) const { return tokens_[i]; }
  uint32_t size() const { return static_cast<uint32_t>(tokens_.size()); }
  std::span<const Sentence> sentences() const { return sentences_; }
  std::span<const Entity> entities() const { return entities_; }

  // The tokens whose head is `i`, in the order of the text.
  std::span<const uint32_t> children(uint32_t i) const {
    return {children_.data() + child_begin_[i], child_begin_[i + 1] - child_begin_[i]};
  }
  // Index of the first token that ends after byte `at`; size() past the last one. O(log n).
  uint32_t TokenAt(uint32_t at) const;
  // Bytes from the start of token `first` to the end of token `last`, both inclusive.
  Span SpanOf(uint32_t first, uint32_t last) const { return {tokens_[first].span.begin, tokens_[last].span.end}; }
  // Tokens [begin, end) that overlap the bytes of `span`.
  std::pair<uint32_t, uint32_t> TokensIn(Span span) const;

  // For whoever makes an analysis: fill these, then call Finish().
  class Builder;

 private:
  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<Sentence> sentences_;
  std::vector<Entity> entities_;
  std::vector<uint32_t> child_begin_;
  std::vector<uint32_t> children_;
  struct Arena;
  std::unique_ptr<Arena> arena_;  // strings that are neither in the text nor in the model
};

// Makes an Analysis. The caller fills tokens (span, texts, tag, pos, morph, label, dep, head), sentences and entities;
// Finish derives edges, children, and each token's sentence and entity. Keep() stores a string for the analysis's life.
class Analysis::Builder {
 public:
  explicit Builder(std::string_view text);
  // Takes over the storage of an analysis that is no longer wanted, so that nothing is allocated again.
  Builder(std::string_view text, Analysis&& reuse);
  std::string_view text() const { return analysis_.text_; }
  std::vector<Token>& tokens() { return analysis_.tokens_; }
  std::vector<Sentence>& sentences() { return analysis_.sentences_; }
  std::vector<Entity>& entities() { return analysis_.entities_; }
  std::string_view Keep(std::string_view string);
  // Returns writable storage for `size` bytes, for the analysis's life.
  char* Allocate(size_t size);
  Analysis Finish();

 private:
  Analysis analysis_;
};

}  // namespace diurna

#endif  // DIURNA_ANALYSIS_H_
