#include "syntax/lemmas.h"

#include <algorithm>
#include <cctype>

namespace diurna {

namespace {

std::string_view SingularOf(std::string_view lower) {
  for (const std::string_view ending : {"ches", "shes", "sses", "xes"}) {
    if (lower.size() > ending.size() + 1 && lower.ends_with(ending)) return lower.substr(0, lower.size() - 2);
  }
  if (lower.size() > 3 && lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("ies")) {
    return lower.substr(0, lower.size() - 1);
  }
  return lower;
}

}  // namespace

Lemmas::Lemmas(const Analysis& analysis) {
  lemmas_.reserve(analysis.size());
  for (const Token& token : analysis.tokens()) {
    const bool cased =
        std::any_of(token.lemma.begin(), token.lemma.end(), [](unsigned char c) { return std::isupper(c); });
    const bool plural_name = cased && token.tag == "NNPS";
    lemmas_.push_back(plural_name ? SingularOf(token.lower) : cased || token.lemma.empty() ? token.lower : token.lemma);
  }
}

}  // namespace diurna
