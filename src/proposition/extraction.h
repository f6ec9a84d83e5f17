// What the passes of the proposition floor share while they read one report, and the questions that several of them
// ask. Not part of the floor's interface.

#ifndef DIURNA_PROPOSITION_EXTRACTION_H_
#define DIURNA_PROPOSITION_EXTRACTION_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "actors/mentions.h"
#include "diurna/analysis.h"
#include "diurna/document.h"
#include "diurna/optional_index.h"
#include "proposition/cues.h"
#include "proposition/propositions.h"
#include "syntax/tree.h"

namespace diurna {

// One report while its propositions are extracted. Passes run in the order of their declaration below; each adds to
// `out`. All that it refers to must outlive it. Not thread-safe.
struct Extraction {
  Extraction(const Cues& all_cues, const Document& a_document, const Analysis& an_analysis, Mentions* all_mentions);

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

  // ---- the tree ----

  std::span<const uint32_t> Children(uint32_t i) const { return ChildrenOf(analysis, i); }
  // The first child of `i` with that relation, or none.
  OptionalIndex Child(uint32_t i, Dep dep) const;
  bool Has(uint32_t i, Dep dep) const { return Child(i, dep).has_value(); }
  // Whether an auxiliary hangs on the verb.
  bool HasAuxiliary(uint32_t verb) const { return Has(verb, Dep::kAux) || Has(verb, Dep::kAuxpass); }
  uint32_t VerbAbove(uint32_t i) const { return out.ancestry.VerbAbove(i); }
  // Whether a token is part of a name or mention of one of these kinds: a date or a time of day.
  bool IsDateName(uint32_t i) const;
  // The same, or a time that the text states otherwise.
  bool IsTime(uint32_t i) const;
  bool IsInTitle(uint32_t i) const { return analysis[i].span.begin < document.body_begin; }

  // ---- the lexicon ----

  const FormCue* FormCueOf(uint32_t i) const { return cues.Form(analysis[i].lower); }
  // What is known of a verb with the particle that the parser gives it, else of the verb; or null.
  const WordCue* VerbCue(uint32_t verb) const;
  bool IsEventNoun(uint32_t i) const { return word[i] != nullptr && word[i]->nominal.has_value(); }
  // A verb of saying.
  bool IsOfSpeech(uint32_t i) const { return word[i] != nullptr && !word[i]->speech.empty(); }
  // Someone or something that can act or speak.
  bool CanAct(uint32_t i) const;

  // ---- what was found ----

  // The proposition headed by `i`, or null.
  Proposition* PropositionOf(uint32_t i) { return out.of_token[i] ? &out.items[*out.of_token[i]] : nullptr; }
  const Proposition* PropositionOf(uint32_t i) const { return const_cast<Extraction*>(this)->PropositionOf(i); }
  // A new proposition, without roles yet. Earlier references to propositions are void.
  Proposition& Add(uint32_t head, std::string_view predicate, Form form);
};

// The nouns that a light verb carries, as its entry says where they stand.
std::vector<uint32_t> NounsCarried(const LightCue& light, const Proposition& verb);

// ---- the passes ----

// Clauses headed by verbs and adjectives, and event nouns: predicates, form and roles (clauses.cc, verbs.cc,
// adjectives.cc, nominals.cc).
void FindPropositions(Extraction* extraction);
void AddNominal(Extraction* extraction, uint32_t head);
// Roles of event nouns from the verbs that carry them (nominals.cc).
void FillNominals(Extraction* extraction);
// The clause that each predicate governs, and what governs each (contents.cc).
void LinkContents(Extraction* extraction);
// Negation and modality of all propositions (negation.cc, modality.cc, nominal_modality.cc).
void SetNegation(Extraction* extraction);
void SetModality(Extraction* extraction);
void SetNominalModality(Extraction* extraction);
// Spans in quotation marks (quotations.cc).
std::vector<Span> FindQuotations(const Document& document);
// Who says what (attribution.cc).
void Attribute(Extraction* extraction);

}  // namespace diurna

#endif  // DIURNA_PROPOSITION_EXTRACTION_H_
