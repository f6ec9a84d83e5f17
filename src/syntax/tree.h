// Questions asked of a tree, each said once. All take the analysis and a token's index, cost no more than the depth of
// the tree or the number of children, and know nothing of what words mean. What a token is by itself stands in word.h,
// what it is to its head in relation.h, its children by relation in children.h; what many tokens ask of those above
// them is answered at once by Ancestry (ancestry.h).

#ifndef DIURNA_SYNTAX_TREE_H_
#define DIURNA_SYNTAX_TREE_H_

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "diurna/analysis.h"
#include "diurna/optional_index.h"
#include "syntax/children.h"
#include "syntax/relation.h"
#include "syntax/token_range.h"
#include "syntax/word.h"

namespace diurna {

// A verb or auxiliary that heads a clause.
bool IsClauseVerb(const Token& token);
// "who", "which", "that" as a relative pronoun.
bool IsRelativePronoun(const Token& token);
bool HasChild(const Analysis& analysis, uint32_t token, Dep dep);
// Whether `token` stands in the subtree of `top`, by their edges.
bool IsWithin(const Analysis& analysis, uint32_t token, uint32_t top);
// `token` and its conjuncts behind it, in order; of an enumeration that never ends the first kMostConjuncts.
constexpr size_t kMostConjuncts = 100;
std::vector<uint32_t> Conjuncts(const Analysis& analysis, uint32_t token);
// The same, appended to `out`.
void AddConjuncts(const Analysis& analysis, uint32_t token, std::vector<uint32_t>* out);
// Whether `below` is `above` or stands in its subtree, by the chain of heads.
bool Dominates(const Analysis& analysis, uint32_t above, uint32_t below);
// The nearest verb at or above a token, auxiliaries skipped; the root where there is none.
uint32_t VerbAbove(const Analysis& analysis, uint32_t token);
// Tokens from `token` up to its root, both included; cut at 40, which only endless sentences reach.
std::vector<uint32_t> ChainAbove(const Analysis& analysis, uint32_t token);
// Bytes of everything below a token.
Span SubtreeSpan(const Analysis& analysis, uint32_t token);

// ---- nouns ----

// The preposition that a noun is the object of, in lower case; empty where there is none.
std::string_view PrepositionOf(const Analysis& analysis, uint32_t noun);
// The word that such a prepositional phrase hangs on: of "cases" in "dozens of CASES" "dozens". The noun itself where
// it is no object of a preposition.
uint32_t AbovePreposition(const Analysis& analysis, uint32_t noun);
// The preposition right behind a noun that the parser hung on the noun's own head, as may happen in "lifted the block
// ON social media", if there is one.
OptionalIndex StrayPreposition(const Analysis& analysis, uint32_t noun);
// The first member of the enumeration that a token stands in; itself where it stands in none.
uint32_t FirstConjunct(const Analysis& analysis, uint32_t token);
// Whether a possessor, "the" or a demonstrative says that it is a known one: "the attack", "his arrest".
bool IsDefinite(const Analysis& analysis, uint32_t noun);
// Whether an adjective or participle stands before the noun that it modifies: "CLOSED roads", not "roads CLOSED".
bool StandsBeforeItsNoun(const Analysis& analysis, uint32_t modifier);

// ---- verbs ----

// Whether a "to" stands with the verb: "TO close", "TO be closed", "TO have left".
bool HasInfinitiveMarker(const Analysis& analysis, uint32_t verb);
// Whether the verb is an infinitive, with "to" or as bare as in "let it CLOSE".
bool IsInfinitive(const Analysis& analysis, uint32_t verb);
// Whether the verb has a tense, by itself or by an auxiliary: such a clause has a subject.
bool IsFinite(const Analysis& analysis, uint32_t verb);
bool HasDirectObject(const Analysis& analysis, uint32_t verb);
// Whether a "be" or "get" says that the verb is passive: not so in the reduced "roads closed by snow".
bool HasPassiveAuxiliary(const Analysis& analysis, uint32_t verb);
// Whether that auxiliary is in the present tense: "roads ARE closed".
bool HasPresentPassiveAuxiliary(const Analysis& analysis, uint32_t verb);
// The shortest stretch of a predicate's sentence that holds its own clause: arguments and modifiers but no subordinate
// clause; an argument that drags on is cut near its head. Children for which `leave_out` holds stay out.
TokenRange ClauseExtent(const Analysis& analysis, uint32_t predicate, const std::function<bool(uint32_t)>& leave_out);

}  // namespace diurna

#endif  // DIURNA_SYNTAX_TREE_H_
