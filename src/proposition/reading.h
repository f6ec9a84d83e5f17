// What the passes of the proposition floor share while they read one report, and the small questions to a tree that
// all of them ask. Not part of the floor's interface.

#ifndef DIURNA_PROPOSITION_READING_H_
#define DIURNA_PROPOSITION_READING_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "actors/mentions.h"
#include "diurna/analysis.h"
#include "diurna/document.h"
#include "proposition/cues.h"
#include "proposition/propositions.h"
#include "syntax/tree.h"

namespace diurna {

// One report being read. Passes run in this order; each adds to `out`.
struct Reading {
  Reading(const Cues& all_cues, const Document& a_document, const Analysis& an_analysis, Mentions* all_mentions);

  const Cues& cues;
  const Document& document;
  const Analysis& analysis;
  Mentions* mentions;
  Propositions out;

  // Per token: lemma, lower case, mended where the lexicon says so; and what the lexicon knows of it, or null.
  std::vector<std::string_view> lemma;
  std::vector<const WordCue*> word;
  // Per proposition: what the lexicon knows of its predicate (with particle), or null.
  std::vector<const WordCue*> predicate_word;

  const Token& token(uint32_t i) const { return analysis[i]; }
  // The first child of `i` with that relation, or -1.
  int32_t Child(uint32_t i, Dep dep) const;
  bool Has(uint32_t i, Dep dep) const { return Child(i, dep) >= 0; }
  const FormCue* Form(uint32_t i) const { return cues.Form(analysis[i].lower); }
  // Someone or something that can act or speak.
  bool CanAct(uint32_t i) const;
  // The proposition headed by `i`, or null.
  Proposition* PropositionOf(uint32_t i) {
    return out.of_token[i] < 0 ? nullptr : &out.items[static_cast<size_t>(out.of_token[i])];
  }
  const Proposition* PropositionOf(uint32_t i) const { return const_cast<Reading*>(this)->PropositionOf(i); }
};

// ---- the passes ----

// Clauses headed by verbs and adjectives, and event nouns: predicates, form and roles (clauses.cc, nominals.cc).
void ReadClauses(Reading* reading);
void ReadNominal(Reading* reading, uint32_t head);
// Roles of event nouns from the verbs that carry them; content and governors linked (nominals.cc, clauses.cc).
void FillNominals(Reading* reading);
void LinkContents(Reading* reading);
// Negation and modality of all propositions (modality.cc).
void SetModality(Reading* reading);
// Spans in quotation marks (quotations.cc).
std::vector<Span> FindQuotations(const Document& document);
// Who says what (attribution.cc).
void Attribute(Reading* reading);

}  // namespace diurna

#endif  // DIURNA_PROPOSITION_READING_H_
