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
// Its words on one line, without a trailing possessive.
std::string NounPhraseText(const Analysis& analysis, uint32_t head, bool with_prepositions = true);

}  // namespace diurna

#endif  // DIURNA_SYNTAX_NOUN_PHRASE_H_
