#include "places/tokens.h"

#include <algorithm>
#include <string_view>

namespace diurna {

namespace {

constexpr uint32_t kLongestDateline = 14;  // tokens

}  // namespace

PlaceTokens::PlaceTokens(const Document& document, const Analysis& analysis, const PlaceNames& names)
    : analysis_(analysis) {
  ReadTokens(names);
  FindDatelines(document);
}

void PlaceTokens::ReadTokens(const PlaceNames& names) {
  words_.resize(analysis_.size());
  capital_.resize(analysis_.size());
  for (uint32_t i = 0; i < analysis_.size(); ++i) {
    const Token& token = At(i);
    if (token.pos == Pos::kSpace || token.text.empty()) continue;
    words_[i] = names.Words(token.lower);
    // A first letter that lower case changes; in scripts without case, a name by the model's word.
    const bool changed = token.text[0] != token.lower[0] || (static_cast<unsigned char>(token.text[0]) >= 0x80 &&
                                                             token.text.substr(0, 2) != token.lower.substr(0, 2));
    const bool caseless =
        static_cast<unsigned char>(token.text[0]) >= 0xD6 && (token.pos == Pos::kPropn || IsPlaceEntity(EntityAt(i)));
    capital_[i] = changed || caseless;
  }
}

// "JACKSON, Miss. (AP) -- ": a line that begins with a word in capitals and has a dash soon after.
void PlaceTokens::FindDatelines(const Document& document) {
  dateline_.resize(analysis_.size());
  bool line_start = true;
  for (uint32_t i = 0; i < analysis_.size(); ++i) {
    const Token& token = At(i);
    if (document.dateline_span.Overlaps(token.span)) dateline_[i] = true;
    if (token.pos == Pos::kSpace) {
      line_start = line_start || token.text.find('\n') != std::string_view::npos;
      continue;
    }
    if (!line_start) continue;
    line_start = false;
    if (token.text.size() < 3 ||
        !std::all_of(token.text.begin(), token.text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
      continue;
    for (uint32_t j = i + 1; j < analysis_.size() && j < i + kLongestDateline; ++j) {
      const std::string_view text = At(j).text;
      if (At(j).pos == Pos::kSpace) break;
      if (text != "--" && text != "—" && text != "–" && !(text == "-" && At(j - 1).space_after)) continue;
      std::fill(dateline_.begin() + i, dateline_.begin() + j, true);
      break;
    }
  }
}

}  // namespace diurna
