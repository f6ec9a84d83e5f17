// Modality of clauses: whether what a proposition tells happened, and if not, what it is instead.
//
// FactBank's question, answered per clause in the contract's eight values. Three things speak, in this order: what
// governs the clause ("threatened to", "denied that", "likely to"), its own auxiliaries and negation, and the words
// that introduce it ("if", "without"). What a verb does not decide passes through it: under "will begin to withdraw"
// the withdrawal is planned too, and under "did not manage to leave" nobody left. Left out: whom to believe; that is
// the reader's affair, who gets the chain of speakers.

#include <algorithm>
#include <optional>

#include "proposition/extraction.h"
#include "syntax/closed_class.h"

namespace diurna {

namespace {

constexpr int kMostGovernors = 20;    // clauses up that a clause asks for its modality
constexpr int kMostConjunctsUp = 10;  // of an enumeration, up to its first member

// How a clause hangs on what governs it.
enum class Governed : uint8_t { kNone, kInfinitive, kGerund, kClause, kPrepositional };

struct Relation {
  Governed governed = Governed::kNone;
  std::string_view preposition;  // of kPrepositional
};

Relation RelationOf(const Extraction& x, uint32_t head) {
  const Analysis& a = x.analysis;
  uint32_t at = head;
  for (int steps = 0; IsConjunct(a[at]) && steps < kMostConjunctsUp; ++steps) at = a[at].head;
  switch (a[at].dep) {
    case Dep::kXcomp:
    case Dep::kAdvcl:
    case Dep::kAcl:
    case Dep::kRelcl:
      if (IsInfinitive(a, at)) return {Governed::kInfinitive, {}};
      return {IsPresentParticiple(a[at]) ? Governed::kGerund : Governed::kClause, {}};
    case Dep::kCcomp:
      if (IsInfinitive(a, at)) return {Governed::kInfinitive, {}};
      return {IsPresentParticiple(a[at]) && !x.HasAuxiliary(at) ? Governed::kGerund : Governed::kClause, {}};
    case Dep::kPcomp:
      return {Governed::kPrepositional, a[a[at].head].lower};
    default:
      return {};
  }
}

bool Applies(const Governor& governor, const Relation& relation) {
  switch (relation.governed) {
    case Governed::kInfinitive:
      return governor.infinitive;
    case Governed::kGerund:
      return governor.gerund || governor.infinitive || governor.clause || governor.theme;
    case Governed::kClause:
      return governor.clause;
    case Governed::kPrepositional:
      return governor.GovernsBehind(relation.preposition);
    case Governed::kNone:
      break;
  }
  return false;
}

class ModalityReader {
 public:
  explicit ModalityReader(Extraction* extraction)
      : x_(*extraction), a_(extraction->analysis), items_(extraction->out.items), done_(items_.size(), 0) {}

  void Read() {
    for (size_t k = 0; k < items_.size(); ++k) {
      if (items_[k].form != Form::kNominal) Settle(k, 0);
    }
  }

 private:
  // Works out one proposition's modality, after those that it depends on.
  Modality Settle(size_t k, int depth) {
    Proposition& p = items_[k];
    if (done_[k] != 0 || depth > kMostGovernors) return p.modality;
    done_[k] = 1;
    const Token& token = a_[p.head];
    // The auxiliaries of a predicative adjective are its copula's.
    const uint32_t verb = IsPredicateAdjective(token) && IsClauseVerb(a_[token.head]) ? token.head : p.head;
    const std::optional<Modality> own = OwnModality(verb);
    if (verb != p.head && !own) {
      p.modality = OfCopula(verb, &p, depth);
      return p.modality;
    }
    const Modality first = own ? *own : SharedWithConjunct(p, depth);
    p.modality = WithCompany(verb, UnderGovernor(k, verb, first, own.has_value(), depth), &p);
    return p.modality;
  }

  Modality OfCopula(uint32_t verb, Proposition* p, int depth) {
    Modality modality = Modality::kHappened;
    if (const OptionalIndex copula = x_.out.of_token[verb]) {
      modality = Settle(*copula, depth + 1);
      if (items_[*copula].negated) p->negated = true;
    }
    return p->negated ? Modality::kDenied : modality;
  }

  // What the words that introduce the clause, its negation and the nature of its subject make of a modality.
  Modality WithCompany(uint32_t verb, Modality modality, Proposition* p) const {
    const bool conditional = IsConditional(verb);
    if (conditional && modality != Modality::kDenied) modality = Modality::kPossible;
    if (p->negated && modality != Modality::kCalledFor && modality != Modality::kThreatened && !conditional) {
      modality = Modality::kDenied;
    }
    return modality == Modality::kPlanned && IsForecast(*p) ? Modality::kPossible : modality;
  }

  // "Will march and chant": that of the first verb, for one without a subject or auxiliary of its own.
  Modality SharedWithConjunct(const Proposition& p, int depth) {
    const Token& token = a_[p.head];
    const OptionalIndex first = IsConjunct(token) ? x_.out.of_token[token.head] : std::nullopt;
    if (!first || x_.Has(p.head, Dep::kNsubj) || x_.Has(p.head, Dep::kNsubjpass) || x_.HasAuxiliary(p.head)) {
      return Modality::kHappened;
    }
    const Modality shared = Settle(*first, depth + 1);
    // Its negation is not shared: "did not stop and was shot".
    if (shared == Modality::kDenied && items_[*first].negated) return Modality::kHappened;
    return shared == Modality::kOngoing && !IsPresentParticiple(token) ? Modality::kHappened : shared;
  }

  // What modals and tense say; none where they say nothing but that it happened.
  std::optional<Modality> OwnModality(uint32_t verb) const {
    bool be_now = false, been = false, being = false;
    std::optional<Modality> modal;
    for (const uint32_t child : AuxiliariesOf(a_, verb)) {
      const Token& token = a_[child];
      if (IsModal(token) || closed_class::kWill.Has(token.lower)) {
        const FormCue* form = x_.FormCueOf(child);
        if (form != nullptr && form->modal) modal = form->modal_modality;
      } else if (closed_class::kBe.Has(token.lemma)) {
        be_now = be_now || IsPresentTense(token);
        been = been || (closed_class::kBeen.Has(token.lower) && HasPresentPerfect(verb));
        being = being || closed_class::kBeing.Has(token.lower);
      }
    }
    if (modal) return modal;
    const Proposition* p = x_.PropositionOf(verb);
    const bool state = p != nullptr && p->form == Form::kAdjective;  // "are missing" tells no course of things
    const bool goes_on = (IsPresentParticiple(a_[verb]) && (be_now || been)) || (being && be_now);
    return goes_on && !state ? std::optional(Modality::kOngoing) : std::nullopt;
  }
  // "have been", not "had been".
  bool HasPresentPerfect(uint32_t verb) const {
    const std::span<const uint32_t> children = x_.Children(verb);
    return std::any_of(children.begin(), children.end(), [&](uint32_t child) {
      return a_[child].dep == Dep::kAux && closed_class::kHavePresent.Has(a_[child].lower);
    });
  }

  bool IsConditional(uint32_t verb) const {
    for (const uint32_t child : x_.Children(verb)) {
      if (!IsClauseMarker(a_[child]) && !(IsAdverbialModifier(a_[child]) && child < verb)) continue;
      const FormCue* form = x_.FormCueOf(child);
      if (form != nullptr && form->context && form->context_modality == Modality::kPossible) return true;
    }
    return false;
  }

  bool IsForecast(const Proposition& p) const {
    const std::vector<uint32_t>& doers = p.form == Form::kPassive || !p.agents.empty() ? p.agents : p.themes;
    return std::any_of(doers.begin(), doers.end(),
                       [&](uint32_t token) { return x_.word[token] != nullptr && x_.word[token]->natural_force; });
  }

  Modality UnderGovernor(size_t k, uint32_t verb, Modality modality, bool own, int depth) {
    const Relation relation = RelationOf(x_, verb);
    if (relation.governed == Governed::kPrepositional) {
      const FormCue* form = x_.cues.Form(relation.preposition);
      if (form != nullptr && form->context) return form->context_modality;
    }
    if (items_[k].governor) return UnderProposition(k, relation, modality, own, depth);
    return own ? modality : OfFreeClause(verb, modality, depth);
  }

  // The modality that the governing proposition leaves to what it governs, of whose own words `modality` is; with `own`
  // these settle it.
  Modality UnderProposition(size_t k, const Relation& relation, Modality modality, bool own, int depth) {
    Proposition& p = items_[k];
    const auto g = *p.governor;
    const Proposition& above = items_[g];
    const Modality above_modality = above.form == Form::kNominal ? Modality::kHappened : Settle(g, depth + 1);
    const Modality effect = EffectOf(above, x_.predicate_word[g], relation);
    if (effect != Modality::kHappened) {
      if (above.negated && relation.governed != Governed::kClause) {
        if (effect == Modality::kDenied) return Modality::kHappened;
        p.negated = true;
        return Modality::kDenied;
      }
      if (effect == Modality::kOngoing && (IsPastTense(a_[above.head]) || above.modality == Modality::kPlanned)) {
        return above.modality;
      }
      // "said it plans to ask": the nearer word counts; a plan under a mere possibility stays possible.
      if (above_modality == Modality::kDenied && effect == Modality::kPlanned) return Modality::kDenied;
      return effect;
    }
    const bool passes = relation.governed == Governed::kInfinitive || relation.governed == Governed::kGerund;
    if (!passes || own) return modality;
    if (above.negated) {
      p.negated = true;
      return Modality::kDenied;
    }
    if (above_modality != Modality::kHappened) return above_modality;
    return above.form == Form::kNominal && modality == Modality::kHappened ? Modality::kPlanned : modality;
  }

  Modality EffectOf(const Proposition& above, const WordCue* cue, const Relation& relation) const {
    for (const WordCue* word : {cue, x_.word[above.head]}) {
      if (word == nullptr) continue;
      for (const uint16_t index : word->governors) {
        const Governor& governor = x_.cues.governors()[index];
        if (Applies(governor, relation)) return governor.modality;
      }
    }
    return Modality::kHappened;
  }

  // A clause that nothing governs, by its form and what it hangs on.
  Modality OfFreeClause(uint32_t verb, Modality modality, int depth) {
    const Token& token = a_[verb];
    const bool infinitive = IsInfinitive(a_, verb) && x_.Has(verb, Dep::kAux);
    if (IsReducedClause(token) && infinitive) {
      // "the first to leave" left; "a law to ban" has not banned yet; in a headline it is the future tense.
      const Token& noun = a_[token.head];
      return IsAdjective(noun) || IsPlainAdjective(noun) ? modality : Modality::kPlanned;
    }
    if (IsRoot(token) && infinitive) return Modality::kPlanned;
    if (token.dep != Dep::kAdvcl) return modality;
    // A purpose: of those who took to the streets to protest it is told that they did; of a law that it should.
    if (infinitive && (x_.Has(verb, Dep::kDobj) || x_.Has(verb, Dep::kCcomp))) return Modality::kPlanned;
    const bool participle = IsPresentParticiple(token) && !x_.Has(verb, Dep::kMark);
    const OptionalIndex matrix = x_.out.of_token[x_.VerbAbove(token.head)];
    if ((!infinitive && !participle) || !matrix) return modality;
    const Modality shared = Settle(*matrix, depth + 1);
    return shared == Modality::kHappened || shared == Modality::kDenied ? modality : shared;
  }

  Extraction& x_;
  const Analysis& a_;
  std::vector<Proposition>& items_;
  std::vector<uint8_t> done_;
};

}  // namespace

void SetModality(Extraction* extraction) { ModalityReader(extraction).Read(); }

}  // namespace diurna
