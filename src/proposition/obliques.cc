#include "proposition/obliques.h"

#include <string>

#include "syntax/closed_class.h"

namespace diurna {

namespace {

constexpr int kDeepestPreposition = 2;     // prepositions on prepositions
constexpr size_t kMostObliques = 200;      // of one predicate; binds only in endless sentences
constexpr uint32_t kParticleOfCopula = 3;  // tokens from "be" to its particle: "is not yet BACK"

void AddOblique(const Extraction& x, uint32_t preposition, int depth, std::vector<Oblique>* out) {
  const Analysis& a = x.analysis;
  std::vector<uint32_t> objects;
  for (const uint32_t child : x.Children(preposition)) {
    if (out->size() >= kMostObliques) return;
    const Token& token = a[child];
    const bool below = IsPrepositional(token) || (IsPrepositionalClause(token) && IsAdposition(token));
    if (IsPrepositionalObject(token)) {
      objects.clear();
      AddConjuncts(a, child, &objects);
      for (const uint32_t object : objects) {
        out->push_back({ObliqueRole::kPreposition, a[preposition].lower, object});
      }
    } else if (below && depth < kDeepestPreposition) {
      const size_t before = out->size();
      AddOblique(x, child, depth + 1, out);
      if (closed_class::kSecondPreposition.Has(token.lower)) {
        for (size_t k = before; k < out->size(); ++k) (*out)[k].preposition = a[preposition].lower;
      }
    } else if (IsConjunct(token) && IsPrepositionOrMarker(token) && depth < kDeepestPreposition) {
      AddOblique(x, child, depth + 1, out);
    }
  }
}

// Whether verb and particle are one word of the lexicon, whatever the parser makes of them.
bool IsFixed(const Extraction& x, uint32_t verb, std::string_view particle) {
  std::string key(x.lemma[verb]);
  key.append("_").append(particle);
  const WordCue* cue = x.cues.Word(key);
  return cue != nullptr && cue->fixed_particle;
}

}  // namespace

void AddOblique(const Extraction& extraction, uint32_t preposition, std::vector<Oblique>* out) {
  AddOblique(extraction, preposition, 0, out);
}

void AddObliquesOf(const Extraction& extraction, uint32_t word, std::vector<Oblique>* out) {
  for (const uint32_t preposition : PrepositionsOf(extraction.analysis, word)) {
    AddOblique(extraction, preposition, out);
  }
}

std::vector<uint32_t> AgentsOf(const Extraction& extraction, uint32_t verb) {
  const Analysis& a = extraction.analysis;
  std::vector<uint32_t> out;
  for (const uint32_t by : ChildrenThat<IsAgentPhrase>(a, verb)) {
    for (const uint32_t object : extraction.Children(by)) {
      if (IsPrepositionalObject(a[object]) && !extraction.IsTime(object)) AddConjuncts(a, object, &out);
      if (IsPrepositionalClause(a[object])) out.push_back(object);
    }
  }
  return out;
}

OptionalIndex ParticleOf(const Extraction& extraction, uint32_t verb) {
  const Extraction& x = extraction;
  const Analysis& a = x.analysis;
  const OptionalIndex own = x.Child(verb, Dep::kPrt);
  if (own) return own;
  for (const uint32_t child : x.Children(verb)) {
    if (child < verb) continue;
    const Token& token = a[child];
    const bool may_be =
        IsAdverbialModifier(token) || IsPrepositional(token) || IsPredicateAdjective(token) || token.dep == Dep::kDep;
    const FormCue* form = may_be ? x.cues.Form(token.lower) : nullptr;
    if (form == nullptr || !form->particle) continue;
    const bool next = child == verb + 1;
    const bool fixed = IsFixed(x, verb, token.lower);
    if (IsPrepositional(token)) {
      // Without an object it is no preposition; with one, only a verb that never goes without its particle.
      const bool bare = !x.Has(child, Dep::kPobj) && !x.Has(child, Dep::kPcomp);
      if (next && (bare || fixed)) return child;
    } else if (fixed || next || (closed_class::kBe.Has(x.lemma[verb]) && child <= verb + kParticleOfCopula)) {
      return child;
    }
  }
  return std::nullopt;
}

}  // namespace diurna
