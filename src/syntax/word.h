// What a token is by itself: its word class and its form. The tags of the language model (Universal part of speech,
// Penn Treebank) are read here and nowhere above.
//
// A word class is what the tagger took the word for in its sentence; a name for a form ("past participle") is a guess
// of the tagger's where English writes two forms alike.

#ifndef DIURNA_SYNTAX_WORD_H_
#define DIURNA_SYNTAX_WORD_H_

#include "diurna/analysis.h"

namespace diurna {

// ---- word classes ----

// A common or proper noun.
inline bool IsNoun(const Token& token) { return token.pos == Pos::kNoun || token.pos == Pos::kPropn; }
inline bool IsCommonNoun(const Token& token) { return token.pos == Pos::kNoun; }
inline bool IsProperNoun(const Token& token) { return token.pos == Pos::kPropn; }
// A full verb or an auxiliary.
inline bool IsVerb(const Token& token) { return token.pos == Pos::kVerb || token.pos == Pos::kAux; }
inline bool IsFullVerb(const Token& token) { return token.pos == Pos::kVerb; }
inline bool IsAuxiliary(const Token& token) { return token.pos == Pos::kAux; }
inline bool IsAdjective(const Token& token) { return token.pos == Pos::kAdj; }
inline bool IsAdverb(const Token& token) { return token.pos == Pos::kAdv; }
inline bool IsPronoun(const Token& token) { return token.pos == Pos::kPron; }
inline bool IsNumeral(const Token& token) { return token.pos == Pos::kNum; }
inline bool IsDeterminer(const Token& token) { return token.pos == Pos::kDet; }
// A preposition or a particle like one, whatever it governs.
inline bool IsAdposition(const Token& token) { return token.pos == Pos::kAdp; }
// The same, and "that", "because", "to" where the tagger writes them with the prepositions' tags.
inline bool IsPrepositionOrMarker(const Token& token) {
  return IsAdposition(token) || token.tag == "IN" || token.tag == "TO";
}
// "and", "or", "but".
inline bool IsCoordinator(const Token& token) { return token.pos == Pos::kCconj; }
// "that", "because", "while" before a clause.
inline bool IsSubordinator(const Token& token) { return token.pos == Pos::kSconj; }
// "to" before a verb, "not", a possessive "'s".
inline bool IsParticle(const Token& token) { return token.pos == Pos::kPart; }
inline bool IsPunctuation(const Token& token) { return token.pos == Pos::kPunct; }
// White space that is a token: a line break, a run of blanks.
inline bool IsSpace(const Token& token) { return token.pos == Pos::kSpace; }
// What may stand for a thing by itself: a noun, numeral, pronoun, determiner ("all of it") or adjective ("the latest").
inline bool IsNominal(const Token& token) {
  return IsNoun(token) || IsNumeral(token) || IsPronoun(token) || IsDeterminer(token) || IsAdjective(token);
}

// ---- forms of verbs ----

// "close", as behind "to" or a modal.
inline bool IsBaseForm(const Token& token) { return token.tag == "VB"; }
// "closed" as the past tense.
inline bool IsPastTense(const Token& token) { return token.tag == "VBD"; }
// "closed" as a participle.
inline bool IsPastParticiple(const Token& token) { return token.tag == "VBN"; }
// "closed", past tense or participle.
inline bool IsPastForm(const Token& token) { return IsPastTense(token) || IsPastParticiple(token); }
// "closing".
inline bool IsPresentParticiple(const Token& token) { return token.tag == "VBG"; }
// "closes", or "close" with a subject.
inline bool IsPresentTense(const Token& token) { return token.tag == "VBZ" || token.tag == "VBP"; }
// "closes".
inline bool IsThirdPersonPresent(const Token& token) { return token.tag == "VBZ"; }
// Present or past tense, by its own form.
inline bool IsTensed(const Token& token) { return IsPresentTense(token) || IsPastTense(token); }
// "can", "must", "'ll".
inline bool IsModal(const Token& token) { return token.tag == "MD"; }
// Any form of a verb but a modal.
inline bool HasVerbForm(const Token& token) { return token.tag.starts_with("VB"); }
// "to" before a verb (or, by the tagger's leave, before a noun).
inline bool IsInfinitiveMarker(const Token& token) { return token.tag == "TO"; }

// ---- forms of nouns, adjectives and pronouns ----

inline bool IsSingularCommonNoun(const Token& token) { return token.tag == "NN"; }
inline bool IsPluralCommonNoun(const Token& token) { return token.tag == "NNS"; }
inline bool IsPluralProperNoun(const Token& token) { return token.tag == "NNPS"; }
inline bool IsPlural(const Token& token) { return IsPluralCommonNoun(token) || IsPluralProperNoun(token); }
// "closed" in "closed roads", "big".
inline bool IsPlainAdjective(const Token& token) { return token.tag == "JJ"; }
inline bool IsSuperlative(const Token& token) { return token.tag == "JJS"; }
// "its", "their".
inline bool IsPossessivePronoun(const Token& token) { return token.tag == "PRP$"; }
// "it", "they".
inline bool IsPersonalPronoun(const Token& token) { return token.tag == "PRP"; }
// "who", "whom", "what".
inline bool IsWhPronoun(const Token& token) { return token.tag == "WP"; }
// "which", "that" before a relative clause, "what" before a noun.
inline bool IsWhDeterminer(const Token& token) { return token.tag == "WDT"; }
// "whose".
inline bool IsWhPossessive(const Token& token) { return token.tag == "WP$"; }
// The "'s" behind a noun, as the tagger sees it.
inline bool IsPossessiveEnding(const Token& token) { return token.tag == "POS"; }
// The same by its letters, whatever the tagger takes it for: "'s" in either writing.
inline bool IsWrittenPossessive(const Token& token) { return token.lower == "'s" || token.lower == "’s"; }

// ---- tags that several word classes share ----

// A preposition, or "that", "because" before a clause.
inline bool HasPrepositionTag(const Token& token) { return token.tag == "IN"; }

// ---- punctuation ----

inline bool IsComma(const Token& token) { return token.lower == ","; }
inline bool IsFullStop(const Token& token) { return token.lower == "."; }
inline bool IsColon(const Token& token) { return token.lower == ":"; }
inline bool IsSemicolon(const Token& token) { return token.lower == ";"; }

inline bool IsClosingQuote(const Token& token) { return token.tag == "''"; }

}  // namespace diurna

#endif  // DIURNA_SYNTAX_WORD_H_
