// Negation and modality: whether what a proposition tells happened, and if not, what it is instead.
//
// FactBank's question, answered per clause in the contract's eight values. Three things speak, in this order: what
// governs the clause ("threatened to", "denied that", "likely to"), its own auxiliaries and negation, and the words
// that introduce it ("if", "without"). What a verb does not decide passes through it: under "will begin to withdraw"
// the withdrawal is planned too, and under "did not manage to leave" nobody left. An event noun takes its modality from
// its modifiers, from what governs it as an object ("called for a strike") and from the verb that carries it. Left out:
// whom to believe; that is the reader's affair, who gets the chain of speakers.

#include <algorithm>

#include "proposition/reading.h"

namespace diurna {

namespace {

enum class Governed : uint8_t { kNone, kInfinitive, kGerund, kClause, kPrepositional };

class ModalityReader {
 public:
  explicit ModalityReader(Reading* reading)
      : r_(*reading), a_(reading->analysis), items_(reading->out.items), done_(items_.size(), 0) {}

  void Read() {
    for (Proposition& p : items_) p.negated = IsNegated(p);
    for (size_t k = 0; k < items_.size(); ++k) {
      if (items_[k].form != Form::kNominal) Settle(k, 0);
    }
    ReadNominals();
  }

 private:
  // ---- negation ----

  bool NegatorBelow(uint32_t head) const {
    for (const uint32_t child : a_.children(head)) {
      const Dep dep = a_[child].dep;
      if (dep == Dep::kNeg) return true;
      if (dep != Dep::kDet && dep != Dep::kAdvmod && dep != Dep::kPreconj && dep != Dep::kPredet && dep != Dep::kCc)
        continue;
      const FormCue* form = r_.Form(child);
      if (form != nullptr && form->negator && child < head) return true;
      // "no longer", "not yet" as one phrase
      if (dep == Dep::kAdvmod && a_[child].left_edge + 1 == child) {
        const FormCue* before = r_.Form(a_[child].left_edge);
        if (before != nullptr && before->negator && a_[child].lower == "longer") return true;
      }
    }
    return false;
  }
  bool IsNegatedPhrase(uint32_t head) const {
    const FormCue* form = r_.Form(head);
    if (form != nullptr && form->negator) return true;
    for (const uint32_t child : a_.children(head)) {
      if (a_[child].dep != Dep::kDet && a_[child].dep != Dep::kNeg && a_[child].dep != Dep::kPreconj) continue;
      const FormCue* cue = r_.Form(child);
      if (cue != nullptr && cue->negator) return true;
    }
    return false;
  }

  bool IsNegated(const Proposition& p) const {
    if (NegatorBelow(p.head)) return true;
    const Token& token = a_[p.head];
    if (p.form == Form::kNominal) return false;
    if (token.dep == Dep::kAmod) return false;
    if (token.dep == Dep::kAcomp && NegatorBelow(token.head)) return true;
    // A subject or object that is nobody; it must be the clause's own, not one that it shares.
    for (const std::vector<uint32_t>* list : {&p.agents, &p.themes, &p.recipients}) {
      for (const uint32_t role : *list) {
        if (a_[role].head == p.head && IsNegatedPhrase(role)) return true;
      }
    }
    if (token.dep == Dep::kAcomp) {
      for (const uint32_t role : p.themes) {
        if (a_[role].head == token.head && IsNegatedPhrase(role)) return true;
      }
    }
    // "no reason to panic"
    if (token.dep == Dep::kAcl && IsInfinitive(p.head) && IsNegatedPhrase(token.head)) return true;
    // "did not march or chant"
    if (token.dep == Dep::kConj && NegatorBelow(token.head) && !r_.Has(p.head, Dep::kNsubj)) {
      for (const uint32_t child : a_.children(token.head)) {
        if (a_[child].dep == Dep::kCc && (a_[child].lower == "or" || a_[child].lower == "nor")) return true;
      }
    }
    return false;
  }

  // ---- clauses ----

  Modality Settle(size_t k, int depth) {
    if (done_[k] != 0 || depth > 20) return items_[k].modality;
    done_[k] = 1;
    Proposition& p = items_[k];
    const Token& token = a_[p.head];
    // The auxiliaries of a predicative adjective are its copula's.
    const uint32_t verb = (token.dep == Dep::kAcomp && IsClauseVerb(a_[token.head])) ? token.head : p.head;
    bool own = false;
    Modality modality = OwnModality(verb, &own);
    if (verb != p.head && !own) {
      if (const int32_t copula = r_.out.of_token[verb]; copula >= 0) {
        modality = Settle(static_cast<size_t>(copula), depth + 1);
        if (items_[static_cast<size_t>(copula)].negated) p.negated = true;
      }
      p.modality = p.negated ? Modality::kDenied : modality;
      return p.modality;
    }
    bool conditional = IsConditional(verb);
    if (token.dep == Dep::kConj && !own && !r_.Has(p.head, Dep::kNsubj) && !r_.Has(p.head, Dep::kNsubjpass) &&
        !HasAux(p.head)) {
      if (const int32_t first = r_.out.of_token[token.head]; first >= 0) {
        const Proposition& before = items_[static_cast<size_t>(first)];
        const Modality shared = Settle(static_cast<size_t>(first), depth + 1);
        // Its negation is not shared: "did not stop and was shot".
        if (shared != Modality::kDenied || !before.negated) modality = shared;
        if (modality == Modality::kOngoing && token.tag != "VBG") modality = Modality::kHappened;
      }
    }
    modality = UnderGovernor(k, verb, modality, own, depth);
    if (conditional && modality != Modality::kDenied) modality = Modality::kPossible;
    if (p.negated) {
      if (modality != Modality::kCalledFor && modality != Modality::kThreatened && !conditional)
        modality = Modality::kDenied;
    }
    if (modality == Modality::kPlanned && IsForecast(p)) modality = Modality::kPossible;
    p.modality = modality;
    return modality;
  }

  bool HasAux(uint32_t verb) const { return r_.Has(verb, Dep::kAux) || r_.Has(verb, Dep::kAuxpass); }

  Modality OwnModality(uint32_t verb, bool* own) const {
    bool be_now = false, been = false, being = false, modal = false;
    Modality modality = Modality::kHappened;
    for (const uint32_t child : a_.children(verb)) {
      const Token& token = a_[child];
      if (token.dep != Dep::kAux && token.dep != Dep::kAuxpass) continue;
      if (token.tag == "MD" || token.lower == "will") {
        const FormCue* form = r_.Form(child);
        if (form != nullptr && form->modal) {
          modality = form->modal_modality;
          modal = true;
        }
      } else if (token.lemma == "be") {
        if (token.tag == "VBZ" || token.tag == "VBP") be_now = true;
        if (token.lower == "been" && Present(verb)) been = true;
        if (token.lower == "being") being = true;
      }
    }
    if (modal) {
      *own = true;
      return modality;
    }
    const Proposition* p = r_.PropositionOf(verb);
    const bool state = p != nullptr && p->form == Form::kAdjective;  // "are missing" tells no course of things
    if (!state && ((a_[verb].tag == "VBG" && (be_now || been)) || (being && be_now))) {
      *own = true;
      return Modality::kOngoing;
    }
    return Modality::kHappened;
  }
  // "have been", not "had been".
  bool Present(uint32_t verb) const {
    for (const uint32_t child : a_.children(verb)) {
      if (a_[child].dep == Dep::kAux && (a_[child].lower == "have" || a_[child].lower == "has")) return true;
    }
    return false;
  }

  bool IsConditional(uint32_t verb) const {
    for (const uint32_t child : a_.children(verb)) {
      if (a_[child].dep != Dep::kMark && !(a_[child].dep == Dep::kAdvmod && child < verb)) continue;
      const FormCue* form = r_.Form(child);
      if (form != nullptr && form->context && form->context_modality == Modality::kPossible) return true;
    }
    return false;
  }

  bool IsForecast(const Proposition& p) const {
    if (p.form == Form::kPassive) {
      return std::any_of(p.agents.begin(), p.agents.end(), [&](uint32_t t) { return NaturalForce(t); });
    }
    const std::vector<uint32_t>& subject = p.agents.empty() ? p.themes : p.agents;
    return std::any_of(subject.begin(), subject.end(), [&](uint32_t t) { return NaturalForce(t); });
  }
  bool NaturalForce(uint32_t t) const { return r_.word[t] != nullptr && r_.word[t]->natural_force; }

  bool IsInfinitive(uint32_t verb) const {
    if (a_[verb].tag != "VB") {
      // "to be closed", "to have left"
      for (const uint32_t child : a_.children(verb)) {
        if (a_[child].dep == Dep::kAux && a_[child].tag == "TO") return true;
      }
      return false;
    }
    return !r_.Has(verb, Dep::kAux) || std::any_of(a_.children(verb).begin(), a_.children(verb).end(), [&](uint32_t c) {
      return a_[c].dep == Dep::kAux && a_[c].tag == "TO";
    });
  }

  Governed RelationOf(uint32_t head, std::string_view* preposition) const {
    uint32_t at = head;
    for (int steps = 0; a_[at].dep == Dep::kConj && steps < 10; ++steps) at = a_[at].head;
    switch (a_[at].dep) {
      case Dep::kXcomp:
      case Dep::kAdvcl:
      case Dep::kAcl:
      case Dep::kRelcl:
        if (IsInfinitive(at)) return Governed::kInfinitive;
        return a_[at].tag == "VBG" ? Governed::kGerund : Governed::kClause;
      case Dep::kCcomp:
        if (IsInfinitive(at)) return Governed::kInfinitive;
        return a_[at].tag == "VBG" && !HasAux(at) ? Governed::kGerund : Governed::kClause;
      case Dep::kPcomp:
        *preposition = a_[a_[at].head].lower;
        return Governed::kPrepositional;
      default:
        return Governed::kNone;
    }
  }

  bool Applies(const Governor& governor, Governed relation, std::string_view preposition) const {
    switch (relation) {
      case Governed::kInfinitive:
        return governor.infinitive;
      case Governed::kGerund:
        return governor.gerund || governor.infinitive || governor.clause || governor.theme;
      case Governed::kClause:
        return governor.clause;
      case Governed::kPrepositional:
        return std::find(governor.prepositions.begin(), governor.prepositions.end(), preposition) !=
               governor.prepositions.end();
      case Governed::kNone:
        break;
    }
    return false;
  }

  Modality UnderGovernor(size_t k, uint32_t verb, Modality modality, bool own, int depth) {
    Proposition& p = items_[k];
    std::string_view preposition;
    const Governed relation = RelationOf(verb, &preposition);
    if (relation == Governed::kPrepositional) {
      const FormCue* form = r_.cues.Form(preposition);
      if (form != nullptr && form->context) return form->context_modality;
    }
    if (p.governor >= 0) {
      const auto g = static_cast<size_t>(p.governor);
      const Proposition& above = items_[g];
      const Modality above_modality = above.form == Form::kNominal ? Modality::kHappened : Settle(g, depth + 1);
      const Modality effect = EffectOf(above, r_.predicate_word[g], relation, preposition);
      if (effect != Modality::kHappened) {
        if (above.negated && relation != Governed::kClause) {
          if (effect == Modality::kDenied) return Modality::kHappened;
          p.negated = true;
          return Modality::kDenied;
        }
        if (effect == Modality::kOngoing && (a_[above.head].tag == "VBD" || above.modality == Modality::kPlanned)) {
          return above.modality;
        }
        // "said it plans to ask": the nearer word counts; a plan under a mere possibility stays possible.
        if (above_modality == Modality::kDenied && effect == Modality::kPlanned) return Modality::kDenied;
        return effect;
      }
      if ((relation == Governed::kInfinitive || relation == Governed::kGerund) && !own) {
        if (above.negated) {
          p.negated = true;
          return Modality::kDenied;
        }
        if (above_modality != Modality::kHappened) return above_modality;
        if (above.form == Form::kNominal && modality == Modality::kHappened) return Modality::kPlanned;
        return modality;
      }
      return modality;
    }
    if (own) return modality;
    const Token& token = a_[verb];
    const bool infinitive = IsInfinitive(verb) && r_.Has(verb, Dep::kAux);
    if (token.dep == Dep::kAcl && infinitive) {
      // "the first to leave" left; "a law to ban" has not banned yet; in a headline it is the future tense.
      return a_[token.head].pos == Pos::kAdj || a_[token.head].tag == "JJ" ? modality : Modality::kPlanned;
    }
    if (token.dep == Dep::kRoot && infinitive) return Modality::kPlanned;
    if (token.dep == Dep::kAdvcl) {
      const int32_t matrix = r_.out.of_token[VerbAbove(a_, token.head)];
      const bool participle = token.tag == "VBG" && !r_.Has(verb, Dep::kMark);
      if (infinitive) {
        // A purpose: of those who took to the streets to protest it is told that they did; of a law that it should.
        if (r_.Has(verb, Dep::kDobj) || r_.Has(verb, Dep::kCcomp)) return Modality::kPlanned;
      }
      if ((infinitive || participle) && matrix >= 0) {
        const Modality shared = Settle(static_cast<size_t>(matrix), depth + 1);
        if (shared != Modality::kHappened && shared != Modality::kDenied) return shared;
      }
    }
    return modality;
  }

  Modality EffectOf(const Proposition& above, const WordCue* cue, Governed relation,
                    std::string_view preposition) const {
    for (const WordCue* word : {cue, r_.word[above.head]}) {
      if (word == nullptr) continue;
      for (const uint16_t index : word->governors) {
        const Governor& governor = r_.cues.governors()[index];
        if (Applies(governor, relation, preposition)) return governor.modality;
      }
    }
    // "is to step down", not "is to": only where nothing else is said of the subject.
    return Modality::kHappened;
  }

  // ---- event nouns ----

  struct Effect {
    int rank = 0;  // 5 own negation, 4 own words, 3 governed by the main clause, 2 by another, 1 carried
    Modality modality = Modality::kHappened;
    bool negated = false;
  };

  void ReadNominals() {
    std::vector<Effect> effects(items_.size());
    const auto offer = [&](uint32_t token, int rank, Modality modality, bool negated) {
      const int32_t k = r_.out.of_token[token];
      if (k < 0 || items_[static_cast<size_t>(k)].form != Form::kNominal) return;
      Effect& effect = effects[static_cast<size_t>(k)];
      if (rank > effect.rank) effect = {rank, modality, negated};
    };
    for (size_t k = 0; k < items_.size(); ++k) {
      const Proposition& p = items_[k];
      if (p.form == Form::kNominal) {
        // Its own words.
        for (const uint32_t child : a_.children(p.head)) {
          if (a_[child].dep != Dep::kAmod && a_[child].dep != Dep::kNmod && a_[child].dep != Dep::kCompound) continue;
          const FormCue* form = r_.Form(child);
          if (form != nullptr && form->modifier) offer(p.head, 4, form->modifier_modality, false);
        }
        if (p.negated) offer(p.head, 5, Modality::kDenied, true);
        if (a_[p.head].dep == Dep::kPobj) OfferContext(p.head, offer);
      }
      for (const WordCue* word : {r_.predicate_word[k], r_.word[p.head]}) {
        if (word == nullptr) continue;
        for (const uint16_t index : word->governors) {
          const Governor& governor = r_.cues.governors()[index];
          const Modality effect = p.negated && governor.modality != Modality::kCalledFor && p.form != Form::kNominal
                                      ? Modality::kDenied
                                      : governor.modality;
          if (effect == Modality::kHappened) continue;  // says nothing that the verb does not
          const auto theme_by = [&](std::string_view preposition) {
            return std::find(governor.prepositions.begin(), governor.prepositions.end(), preposition) !=
                   governor.prepositions.end();
          };
          const int rank = a_[p.head].dep == Dep::kAcl || a_[p.head].dep == Dep::kRelcl ? 2 : 3;
          if (p.content >= 0 && p.form != Form::kNominal) continue;  // it governs the clause, not the noun
          if (governor.theme ? p.form != Form::kNominal || theme_by("of")
                             : p.form == Form::kNominal && theme_by("of")) {
            for (const uint32_t theme : p.themes) offer(theme, rank, effect, p.negated);
          }
          if (governor.agent) {
            for (const uint32_t agent : p.agents) offer(agent, rank, effect, p.negated);
          }
          for (const Oblique& oblique : p.obliques) {
            if (theme_by(oblique.preposition)) offer(oblique.token, rank, effect, p.negated);
          }
        }
      }
      if (p.form == Form::kNominal || r_.predicate_word[k] == nullptr) continue;
      for (const uint16_t index : r_.predicate_word[k]->light) {
        const LightCue& light = r_.cues.light_verbs()[index];
        if (light.noun == "theme") {
          for (const uint32_t theme : p.themes) offer(theme, 1, p.modality, p.negated);
        } else if (light.noun == "agent") {
          for (const uint32_t agent : p.agents) offer(agent, 1, p.modality, p.negated);
          if (p.agents.empty()) {
            for (const uint32_t theme : p.themes) offer(theme, 1, p.modality, p.negated);
          }
        } else {
          for (const Oblique& oblique : p.obliques) {
            if (oblique.preposition == light.noun) offer(oblique.token, 1, p.modality, p.negated);
          }
        }
      }
    }
    for (size_t k = 0; k < items_.size(); ++k) {
      if (items_[k].form != Form::kNominal || effects[k].rank == 0) continue;
      items_[k].modality = effects[k].modality;
      items_[k].negated = items_[k].negated || effects[k].negated;
    }
  }

  template <typename Offer>
  void OfferContext(uint32_t noun, const Offer& offer) const {
    const uint32_t preposition = a_[noun].head;
    const FormCue* form = r_.Form(preposition);
    if (form != nullptr && form->context)
      offer(noun, 4, form->context_modality, form->context_modality == Modality::kDenied);
    for (const Phrase& phrase : r_.cues.contexts()) {
      const size_t length = phrase.words.size();
      if (preposition + 1 < length) continue;
      bool same = true;
      for (size_t w = 0; w < length && same; ++w)
        same = a_[preposition + 1 - static_cast<uint32_t>(length - w)].lower == phrase.words[w];
      if (same) offer(noun, 4, phrase.modality, phrase.modality == Modality::kDenied);
    }
  }

  Reading& r_;
  const Analysis& a_;
  std::vector<Proposition>& items_;
  std::vector<uint8_t> done_;
};

}  // namespace

void SetModality(Reading* reading) { ModalityReader(reading).Read(); }

}  // namespace diurna
