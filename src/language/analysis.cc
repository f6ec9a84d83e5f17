#include "diurna/analysis.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace diurna {

namespace {

constexpr std::array<std::string_view, 19> kPosNames = {"",      "ADJ",  "ADP",  "ADV",  "AUX",  "CCONJ", "DET",
                                                        "INTJ",  "NOUN", "NUM",  "PART", "PRON", "PROPN", "PUNCT",
                                                        "SCONJ", "SYM",  "VERB", "X",    "SPACE"};

constexpr std::array<std::string_view, 45> kDepNames = {
    "dep",       "ROOT",     "acl",     "acomp",     "advcl",  "advmod", "agent",     "amod",  "appos",
    "attr",      "aux",      "auxpass", "case",      "cc",     "ccomp",  "compound",  "conj",  "csubj",
    "csubjpass", "dative",   "det",     "dobj",      "expl",   "intj",   "mark",      "meta",  "neg",
    "nmod",      "npadvmod", "nsubj",   "nsubjpass", "nummod", "oprd",   "parataxis", "pcomp", "pobj",
    "poss",      "preconj",  "predet",  "prep",      "prt",    "punct",  "quantmod",  "relcl", "xcomp"};

constexpr std::array<std::string_view, 19> kEntityNames = {
    "",     "CARDINAL", "DATE", "EVENT",   "FAC",    "GPE",     "LANGUAGE", "LAW",  "LOC",        "MONEY",
    "NORP", "ORDINAL",  "ORG",  "PERCENT", "PERSON", "PRODUCT", "QUANTITY", "TIME", "WORK_OF_ART"};

}  // namespace

std::string_view Name(Pos pos) { return kPosNames[static_cast<size_t>(pos)]; }
std::string_view Name(Dep dep) { return kDepNames[static_cast<size_t>(dep)]; }
std::string_view Name(EntityType type) { return kEntityNames[static_cast<size_t>(type)]; }

// A bump allocator in blocks; blocks are kept when an analysis's storage is used again.
struct Analysis::Arena {
  static constexpr size_t kBlock = 1 << 14;
  struct Block {
    std::unique_ptr<char[]> data;
    size_t size;
  };

  char* Allocate(size_t size) {
    while (current_ < blocks_.size() && used_ + size > blocks_[current_].size) {
      ++current_;
      used_ = 0;
    }
    if (current_ == blocks_.size()) {
      const size_t block = std::max(kBlock, size);
      blocks_.push_back({std::make_unique<char[]>(block), block});
      used_ = 0;
    }
    char* at = blocks_[current_].data.get() + used_;
    used_ += size;
    return at;
  }

  void Reset() {
    current_ = 0;
    used_ = 0;
  }

 private:
  std::vector<Block> blocks_;
  size_t current_ = 0;
  size_t used_ = 0;
};

Analysis::Analysis() : arena_(std::make_unique<Arena>()) {}
Analysis::~Analysis() = default;
Analysis::Analysis(Analysis&&) noexcept = default;
Analysis& Analysis::operator=(Analysis&&) noexcept = default;

uint32_t Analysis::TokenAt(uint32_t at) const {
  const auto found =
      std::partition_point(tokens_.begin(), tokens_.end(), [at](const Token& token) { return token.span.end <= at; });
  return static_cast<uint32_t>(found - tokens_.begin());
}

std::pair<uint32_t, uint32_t> Analysis::TokensIn(Span span) const {
  const uint32_t begin = TokenAt(span.begin);
  const auto end = std::partition_point(tokens_.begin() + begin, tokens_.end(),
                                        [&](const Token& token) { return token.span.begin < span.end; });
  return {begin, static_cast<uint32_t>(end - tokens_.begin())};
}

Analysis::Builder::Builder(std::string_view text) { analysis_.text_ = text; }

Analysis::Builder::Builder(std::string_view text, Analysis&& reuse) : analysis_(std::move(reuse)) {
  if (!analysis_.arena_) analysis_.arena_ = std::make_unique<Arena>();
  analysis_.text_ = text;
  analysis_.tokens_.clear();
  analysis_.sentences_.clear();
  analysis_.entities_.clear();
  analysis_.child_begin_.clear();
  analysis_.children_.clear();
  analysis_.arena_->Reset();
}

char* Analysis::Builder::Allocate(size_t size) { return analysis_.arena_->Allocate(size); }

std::string_view Analysis::Builder::Keep(std::string_view string) {
  char* at = Allocate(string.size());
  std::memcpy(at, string.data(), string.size());
  return {at, string.size()};
}

Analysis Analysis::Builder::Finish() {
  std::vector<Token>& tokens = analysis_.tokens_;
  const uint32_t n = static_cast<uint32_t>(tokens.size());
  // Children by counting sort on the head: each list comes out in the order of the text.
  std::vector<uint32_t>& begin = analysis_.child_begin_;
  begin.assign(n + 1, 0);
  for (uint32_t i = 0; i < n; ++i) {
    if (tokens[i].head != i) ++begin[tokens[i].head + 1];
  }
  for (uint32_t i = 0; i < n; ++i) begin[i + 1] += begin[i];
  analysis_.children_.resize(begin[n]);
  for (uint32_t i = 0; i < n; ++i) {
    if (tokens[i].head != i) analysis_.children_[begin[tokens[i].head]++] = i;
  }
  for (uint32_t i = n; i > 0; --i) begin[i] = begin[i - 1];
  if (n > 0) begin[0] = 0;
  // Edges: a token whose children have all given it theirs gives its own to its head, so a tree may be of any depth.
  std::vector<uint32_t> waits_for(n), ready;
  for (uint32_t i = 0; i < n; ++i) {
    tokens[i].left_edge = tokens[i].right_edge = i;
    waits_for[i] = begin[i + 1] - begin[i];
    if (waits_for[i] == 0) ready.push_back(i);
  }
  while (!ready.empty()) {
    const Token& child = tokens[ready.back()];
    const bool root = child.head == ready.back();
    ready.pop_back();
    if (root) continue;
    Token& head = tokens[child.head];
    head.left_edge = std::min(head.left_edge, child.left_edge);
    head.right_edge = std::max(head.right_edge, child.right_edge);
    if (--waits_for[child.head] == 0) ready.push_back(child.head);
  }
  for (uint32_t s = 0; s < analysis_.sentences_.size(); ++s) {
    for (uint32_t i = analysis_.sentences_[s].begin; i < analysis_.sentences_[s].end; ++i) tokens[i].sentence = s;
  }
  for (Token& token : tokens) token.entity = std::nullopt;
  for (uint32_t e = 0; e < analysis_.entities_.size(); ++e) {
    for (uint32_t i = analysis_.entities_[e].begin; i < analysis_.entities_[e].end; ++i) {
      tokens[i].entity = e;
    }
  }
  return std::move(analysis_);
}

}  // namespace diurna
