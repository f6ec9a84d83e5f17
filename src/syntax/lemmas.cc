#include "syntax/lemmas.h"

#include <algorithm>
#include <cctype>

#include "syntax/morphology.h"
#include "syntax/word.h"

namespace diurna {

Lemmas::Lemmas(const Analysis& analysis) {
  lemmas_.reserve(analysis.size());
  for (const Token& token : analysis.tokens()) {
    const bool cased =
        std::any_of(token.lemma.begin(), token.lemma.end(), [](unsigned char c) { return std::isupper(c); });
    const bool plural_name = cased && IsPluralProperNoun(token);
    lemmas_.push_back(plural_name ? SingularOf(token.lower) : cased || token.lemma.empty() ? token.lower : token.lemma);
  }
}

}  // namespace diurna
