#include "support/plain_analysis.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace diurna {

Analysis PlainAnalysis(std::string_view text) {
  Analysis::Builder builder(text);
  const auto add = [&](size_t begin, size_t end, Pos pos) {
    Token token;
    token.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    token.text = token.span.In(text);
    std::string lower(token.text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    token.lower = token.lemma = token.norm = builder.Keep(lower);
    token.pos = pos;
    token.space_after = end < text.size() && text[end] == ' ';
    token.head = static_cast<uint32_t>(builder.tokens().size());
    builder.tokens().push_back(token);
  };
  for (size_t begin = 0; begin < text.size();) {
    if (text[begin] == '\n') {
      add(begin, begin + 1, Pos::kSpace);
      ++begin;
      continue;
    }
    const size_t end = std::min(text.find_first_of(" \n", begin), text.size());
    if (end > begin) add(begin, end, Pos::kX);
    begin = end < text.size() && text[end] == ' ' ? end + 1 : end;
  }
  builder.sentences().push_back({0, static_cast<uint32_t>(builder.tokens().size())});
  return builder.Finish();
}

}  // namespace diurna
