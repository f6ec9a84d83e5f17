// What is asked of a tree again and again, each question said once. All take the analysis and a token's index, cost no
// more than the depth of the tree or the number of children, and know nothing of what words mean.

#ifndef DIURNA_SYNTAX_TREE_H_
#define DIURNA_SYNTAX_TREE_H_

#include <cstdint>
#include <vector>

#include "diurna/analysis.h"

namespace diurna {

// A common or proper noun.
inline bool IsNoun(const Token& token) { return token.pos == Pos::kNoun || token.pos == Pos::kPropn; }
// A full verb or an auxiliary.
inline bool IsVerb(const Token& token) { return token.pos == Pos::kVerb || token.pos == Pos::kAux; }

// A verb or auxiliary that heads a clause.
bool IsClauseVerb(const Token& token);
// "who", "which", "that" as a relative pronoun.
bool IsRelativePronoun(const Token& token);
bool HasChild(const Analysis& analysis, uint32_t token, Dep dep);
// Whether `token` stands in the subtree of `top`, by their edges.
bool IsWithin(const Analysis& analysis, uint32_t token, uint32_t top);
// `token` and all its conjuncts, in order.
std::vector<uint32_t> Conjuncts(const Analysis& analysis, uint32_t token);
// The same, appended to `out`.
void AddConjuncts(const Analysis& analysis, uint32_t token, std::vector<uint32_t>* out);
// Whether `below` is `above` or stands in its subtree, by the chain of heads.
bool Dominates(const Analysis& analysis, uint32_t above, uint32_t below);
// The nearest verb at or above a token, auxiliaries skipped; the root where there is none.
uint32_t VerbAbove(const Analysis& analysis, uint32_t token);
// Bytes of everything below a token.
Span SubtreeSpan(const Analysis& analysis, uint32_t token);

}  // namespace diurna

#endif  // DIURNA_SYNTAX_TREE_H_
