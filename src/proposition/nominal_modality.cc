// Modality of event nouns: from their modifiers ("a planned march"), from what governs them as an object ("called for a
// strike"), from the preposition before them ("in case of war") and from the verb that carries them ("will carry out an
// attack"). The strongest of these decides.

#include <algorithm>

#include "proposition/extraction.h"
#include "syntax/closed_class.h"

namespace diurna {

namespace {

// What says something of a noun's modality, the weakest first.
enum Strength : uint8_t {
  kSilent,
  kCarried,         // by the verb that carries it
  kGovernedBeside,  // by a clause on a noun
  kGovernedInMain,  // by another clause
  kOwnWords,        // its modifiers, or the preposition before it
  kOwnNegation,
};

struct Effect {
  Strength strength = kSilent;
  Modality modality = Modality::kHappened;
  bool negated = false;
};

class NominalModality {
 public:
  explicit NominalModality(Extraction* extraction)
      : x_(*extraction), a_(extraction->analysis), items_(extraction->out.items), effects_(items_.size()) {}

  void Read() {
    for (size_t k = 0; k < items_.size(); ++k) {
      const Proposition& p = items_[k];
      if (p.form == Form::kNominal) OfferOwnWords(p);
      for (const WordCue* word : {x_.predicate_word[k], x_.word[p.head]}) {
        if (word != nullptr) OfferGoverned(p, *word);
      }
      if (p.form != Form::kNominal && x_.predicate_word[k] != nullptr) OfferCarried(p, *x_.predicate_word[k]);
    }
    for (size_t k = 0; k < items_.size(); ++k) {
      if (items_[k].form != Form::kNominal || effects_[k].strength == kSilent) continue;
      items_[k].modality = effects_[k].modality;
      items_[k].negated = items_[k].negated || effects_[k].negated;
    }
  }

 private:
  // For the noun at `token`, if it is one of events. Of equal strength the first offer holds.
  void Offer(uint32_t token, const Effect& effect) {
    const OptionalIndex k = x_.out.of_token[token];
    if (!k || items_[*k].form != Form::kNominal) return;
    Effect& settled = effects_[*k];
    if (effect.strength > settled.strength) settled = effect;
  }

  void OfferOwnWords(const Proposition& p) {
    for (const uint32_t child : ModifiersOf(a_, p.head)) {
      const FormCue* form = x_.FormCueOf(child);
      if (form != nullptr && form->modifier) Offer(p.head, {kOwnWords, form->modifier_modality, false});
    }
    if (p.negated) Offer(p.head, {kOwnNegation, Modality::kDenied, true});
    if (IsPrepositionalObject(a_[p.head])) OfferContext(p.head);
  }

  void OfferContext(uint32_t noun) {
    const uint32_t preposition = a_[noun].head;
    const auto offer = [&](Modality modality) { Offer(noun, {kOwnWords, modality, modality == Modality::kDenied}); };
    const FormCue* form = x_.FormCueOf(preposition);
    if (form != nullptr && form->context) offer(form->context_modality);
    for (const Phrase& phrase : x_.cues.contexts()) {
      if (EndsAt(phrase, preposition)) offer(phrase.modality);
    }
  }
  // Whether a phrase's last word stands at `last`.
  bool EndsAt(const Phrase& phrase, uint32_t last) const {
    const auto length = static_cast<uint32_t>(phrase.words.size());
    return last + 1 >= length && phrase.StandsAt(a_, last + 1 - length);
  }

  void OfferGoverned(const Proposition& p, const WordCue& word) {
    if (p.content && p.form != Form::kNominal) return;  // it governs the clause, not the noun
    const Strength strength = IsAdnominalClause(a_[p.head]) ? kGovernedBeside : kGovernedInMain;
    for (const uint16_t index : word.governors) {
      const Governor& governor = x_.cues.governors()[index];
      const bool denies = p.negated && governor.modality != Modality::kCalledFor && p.form != Form::kNominal;
      const Effect effect = {strength, denies ? Modality::kDenied : governor.modality, p.negated};
      if (effect.modality == Modality::kHappened) continue;  // says nothing that the verb does not
      // What a noun is "of" is its theme.
      const bool of_noun = governor.GovernsBehindOf();
      if (p.form == Form::kNominal ? of_noun : governor.theme) {
        for (const uint32_t theme : p.themes) Offer(theme, effect);
      }
      if (governor.agent) {
        for (const uint32_t agent : p.agents) Offer(agent, effect);
      }
      for (const Oblique& oblique : p.obliques) {
        if (governor.GovernsBehind(oblique.preposition)) Offer(oblique.token, effect);
      }
    }
  }

  void OfferCarried(const Proposition& p, const WordCue& word) {
    for (const uint16_t index : word.light) {
      for (const uint32_t noun : NounsCarried(x_.cues.light_verbs()[index], p)) {
        Offer(noun, {kCarried, p.modality, p.negated});
      }
    }
  }

  Extraction& x_;
  const Analysis& a_;
  std::vector<Proposition>& items_;
  std::vector<Effect> effects_;
};

}  // namespace

void SetNominalModality(Extraction* extraction) { NominalModality(extraction).Read(); }

}  // namespace diurna
