// Noun phrases, by dependency.

#ifndef DIURNA_SYNTAX_NOUN_PHRASE_H_
#define DIURNA_SYNTAX_NOUN_PHRASE_H_

#include <cstdint>
#include <string>

#include "diurna/analysis.h"
#include "syntax/token_range.h"

namespace diurna {

// Tokens of the noun phrase headed by `head`: its modifiers and short "of" phrases, without clauses, appositions,
// coordination or leading articles.
TokenRange NounPhrase(const Analysis& analysis, uint32_t head, bool with_prepositions = true);
// The words of tokens [begin, end) on one line: white space between them is one blank. Empty for an empty range.
std::string TextOf(const Analysis& analysis, uint32_t begin, uint32_t end);
// The words of a noun phrase on one line, without a trailing possessive.
std::string NounPhraseText(const Analysis& analysis, uint32_t head, bool with_prepositions = true);

}  // namespace diurna

#endif  // DIURNA_SYNTAX_NOUN_PHRASE_H_
