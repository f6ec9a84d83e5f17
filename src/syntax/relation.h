// What a token is to its head, by the dependency between them: each relation, and each group of relations that is asked
// for again and again, under the name that grammars give it.
//
// The relations are those of the CLEAR style (diurna/analysis.h). A relation that is passed on along an enumeration
// ("roads and BRIDGES") is that of its first member; the others are conjuncts.

#ifndef DIURNA_SYNTAX_RELATION_H_
#define DIURNA_SYNTAX_RELATION_H_

#include "diurna/analysis.h"

namespace diurna {

// ---- arguments of a verb ----

// The subject of an active clause.
inline bool IsActiveSubject(const Token& token) { return token.dep == Dep::kNsubj; }
// The subject of a passive clause.
inline bool IsPassiveSubject(const Token& token) { return token.dep == Dep::kNsubjpass; }
inline bool IsSubject(const Token& token) { return IsActiveSubject(token) || IsPassiveSubject(token); }
// A subject that stands for nothing: "THERE is a plan".
inline bool IsExpletiveSubject(const Token& token) { return token.dep == Dep::kExpl; }
// A clause as the subject: "THAT HE LEFT surprised them".
inline bool IsClausalSubject(const Token& token) { return token.dep == Dep::kCsubj || token.dep == Dep::kCsubjpass; }
inline bool IsDirectObject(const Token& token) { return token.dep == Dep::kDobj; }
// To whom: "gave THEM bread", "gave bread TO them".
inline bool IsIndirectObject(const Token& token) { return token.dep == Dep::kDative; }
// A subject or direct object.
inline bool IsCoreArgument(const Token& token) { return IsSubject(token) || IsDirectObject(token); }
// The noun behind a copula: "he is MINISTER".
inline bool IsPredicateNoun(const Token& token) { return token.dep == Dep::kAttr; }
// The adjective behind a copula: "roads are CLOSED".
inline bool IsPredicateAdjective(const Token& token) { return token.dep == Dep::kAcomp; }
// What the verb makes of its object: "elected him PRESIDENT", "declared it OPEN".
inline bool IsObjectPredicate(const Token& token) { return token.dep == Dep::kOprd; }
// What is said of the subject or object behind a verb, by an adjective or as what the object becomes.
inline bool IsAscribed(const Token& token) { return IsPredicateAdjective(token) || IsObjectPredicate(token); }
// A noun that the verb has behind it without a preposition, as object or predicate.
inline bool IsNounBehindVerb(const Token& token) {
  return IsDirectObject(token) || IsPredicateNoun(token) || IsObjectPredicate(token);
}
// What may tell how things are behind a copula: a predicate noun or adjective, an adverb or particle ("is DOWN"), or a
// clause that the parser took it for ("is CLOSED").
inline bool IsCopulaComplement(const Token& token) {
  switch (token.dep) {
    case Dep::kAcomp:
    case Dep::kOprd:
    case Dep::kAttr:
    case Dep::kAdvmod:
    case Dep::kCcomp:
    case Dep::kPrt:
    case Dep::kXcomp:
    case Dep::kAdvcl:
      return true;
    default:
      return false;
  }
}

// ---- phrases with prepositions ----

// A preposition with its phrase.
inline bool IsPrepositional(const Token& token) { return token.dep == Dep::kPrep; }
// The "by" of a passive.
inline bool IsAgentPhrase(const Token& token) { return token.dep == Dep::kAgent; }
// The noun behind a preposition.
inline bool IsPrepositionalObject(const Token& token) { return token.dep == Dep::kPobj; }
// The clause behind a preposition: "without PAYING".
inline bool IsPrepositionalClause(const Token& token) { return token.dep == Dep::kPcomp; }
// A particle of the verb: "cut OFF".
inline bool IsVerbParticle(const Token& token) { return token.dep == Dep::kPrt; }

// ---- modifiers ----

// A noun before a noun: "POWER supply".
inline bool IsNounModifier(const Token& token) { return token.dep == Dep::kCompound || token.dep == Dep::kNmod; }
// The same where the two are one word or name in the parser's eyes.
inline bool IsCompoundPart(const Token& token) { return token.dep == Dep::kCompound; }
// An adjective or participle with a noun: "NATIONAL emergency".
inline bool IsAdjectivalModifier(const Token& token) { return token.dep == Dep::kAmod; }
// A noun or adjective with a noun.
inline bool IsModifier(const Token& token) { return IsNounModifier(token) || IsAdjectivalModifier(token); }
// A possessor: "the ARMY's raid", "ITS chairman".
inline bool IsPossessor(const Token& token) { return token.dep == Dep::kPoss; }
inline bool IsModifierOrPossessor(const Token& token) { return IsModifier(token) || IsPossessor(token); }
// An article, demonstrative, "no", "every" with its noun.
inline bool IsDeterminerOfNoun(const Token& token) { return token.dep == Dep::kDet; }
// A number with its noun: "TWELVE men".
inline bool IsNumericModifier(const Token& token) { return token.dep == Dep::kNummod; }
// The same, or what is part of a number: "MORE THAN twelve".
inline bool IsCount(const Token& token) { return IsNumericModifier(token) || token.dep == Dep::kQuantmod; }
inline bool IsAdverbialModifier(const Token& token) { return token.dep == Dep::kAdvmod; }
// "not", "never".
inline bool IsNegation(const Token& token) { return token.dep == Dep::kNeg; }
inline bool IsApposition(const Token& token) { return token.dep == Dep::kAppos; }
inline bool IsConjunct(const Token& token) { return token.dep == Dep::kConj; }

// ---- clauses ----

inline bool IsRoot(const Token& token) { return token.dep == Dep::kRoot; }
// "the men WHO FLED".
inline bool IsRelativeClause(const Token& token) { return token.dep == Dep::kRelcl; }
// A participle, infinitive or "that" clause on a noun: "the men ARRESTED", "a plan TO LEAVE".
inline bool IsReducedClause(const Token& token) { return token.dep == Dep::kAcl; }
// Any clause on a noun.
inline bool IsAdnominalClause(const Token& token) { return IsRelativeClause(token) || IsReducedClause(token); }
// A predicate that only describes a noun: an adjective, a participle, a relative clause.
inline bool IsAttributive(const Token& token) { return IsAdnominalClause(token) || IsAdjectivalModifier(token); }
// A clause with a subject of its own as object: "said that HE LEFT".
inline bool IsClausalComplement(const Token& token) { return token.dep == Dep::kCcomp; }
// A clause that takes its subject from the verb above: "wants TO LEAVE".
inline bool IsOpenComplement(const Token& token) { return token.dep == Dep::kXcomp; }
// "after", "because", "that" at the head of its clause.
inline bool IsClauseMarker(const Token& token) { return token.dep == Dep::kMark; }
inline bool IsAuxiliaryOfVerb(const Token& token) { return token.dep == Dep::kAux || token.dep == Dep::kAuxpass; }
// The "be" or "get" of a passive.
inline bool IsPassiveAuxiliary(const Token& token) { return token.dep == Dep::kAuxpass; }
// What belongs to a predicate's own clause and is told with it: arguments, phrases, adverbs, auxiliaries and, of a
// noun, its modifiers; no subordinate clause, conjunct, apposition or punctuation.
bool IsInOwnClause(const Token& token);

}  // namespace diurna

#endif  // DIURNA_SYNTAX_RELATION_H_
