#include "support/small_tree.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <vector>

namespace diurna {

namespace {

// The enumerator of that name, the last one being `last`.
template <typename Enum>
Enum Named(std::string_view name, Enum last) {
  for (int value = 0; value <= static_cast<int>(last); ++value) {
    if (Name(static_cast<Enum>(value)) == name) return static_cast<Enum>(value);
  }
  std::fprintf(stderr, "SmallTree: no such name: %.*s\n", static_cast<int>(name.size()), name.data());
  std::abort();
}

std::string Lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

}  // namespace

SmallTree::SmallTree(std::initializer_list<std::string_view> lines) : text_(std::make_unique<std::string>()) {
  struct Line {
    std::string word, pos, tag, dep;
    uint32_t head = 0, begin = 0;
  };
  std::vector<Line> parsed;
  for (const std::string_view line : lines) {
    Line fields;
    std::istringstream(std::string(line)) >> fields.word >> fields.pos >> fields.tag >> fields.dep >> fields.head;
    if (!text_->empty()) *text_ += ' ';
    fields.begin = static_cast<uint32_t>(text_->size());
    *text_ += fields.word;
    parsed.push_back(std::move(fields));
  }
  Analysis::Builder builder(*text_);
  for (const Line& line : parsed) {
    Token token;
    token.span = {line.begin, line.begin + static_cast<uint32_t>(line.word.size())};
    token.text = builder.Keep(line.word);
    token.lower = token.norm = token.lemma = builder.Keep(Lower(line.word));
    token.tag = builder.Keep(line.tag);
    token.pos = Named(line.pos, Pos::kSpace);
    token.dep = Named(line.dep, Dep::kXcomp);
    token.head = line.head;
    token.space_after = true;
    builder.tokens().push_back(token);
  }
  builder.sentences().push_back({0, static_cast<uint32_t>(parsed.size())});
  analysis_ = builder.Finish();
}

uint32_t SmallTree::operator[](std::string_view word) const {
  const auto tokens = analysis_.tokens();
  const auto found = std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) { return token.text == word; });
  if (found == tokens.end()) std::abort();
  return static_cast<uint32_t>(found - tokens.begin());
}

std::string SmallTree::Words(uint32_t begin, uint32_t end) const {
  return std::string(analysis_.SpanOf(begin, end - 1).In(*text_));
}

}  // namespace diurna
