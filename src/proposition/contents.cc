// Contents: the clause that a predicate governs ("said that ...", "agreed to ..."), and with it what governs each
// clause.

#include "proposition/extraction.h"
#include "syntax/closed_class.h"

namespace diurna {

namespace {

// How surely a clause is governed. The higher goes first; of several of the highest rank the nearest.
enum Rank { kNone, kGerund, kPurpose, kInfinitive, kFinite };

struct Governed {
  OptionalIndex head;
  Rank rank = kNone;
};

uint32_t Distance(uint32_t a, uint32_t b) { return a < b ? b - a : a - b; }

// The gerund behind a preposition that a verb governs, not one of time or manner ("after leaving").
Governed GerundOf(const Extraction& x, uint32_t preposition) {
  if (!closed_class::kGovernsGerund.Has(x.analysis[preposition].lower)) return {};
  const OptionalIndex gerund = x.Child(preposition, Dep::kPcomp);
  if (!gerund || !IsClauseVerb(x.analysis[*gerund])) return {};
  return {gerund, kGerund};
}

// An infinitive behind a verb that governs infinitives, read as one of purpose.
bool IsInfinitiveReadAsPurpose(const Extraction& x, uint32_t verb, uint32_t clause) {
  if (clause < verb || !IsBaseForm(x.analysis[clause])) return false;
  if (x.word[verb] == nullptr || x.word[verb]->governors.empty()) return false;
  const OptionalIndex mark = x.Child(clause, Dep::kMark);
  return !mark || closed_class::kFor.Has(x.analysis[*mark].lower);
}

// What a child of a predicate is as its content.
Governed AsContent(const Extraction& x, const Proposition& p, uint32_t child) {
  const Token& token = x.analysis[child];
  const auto clause = [&](bool is, Rank rank) { return is ? Governed{child, rank} : Governed{}; };
  switch (token.dep) {
    case Dep::kCcomp:
      // Before the verb only speech has its clause; elsewhere it is a clause strung on without a conjunction.
      return clause(child > p.head || x.IsOfSpeech(p.head), kFinite);
    case Dep::kXcomp:
      return clause(true, kInfinitive);
    case Dep::kAcl:
    case Dep::kRelcl:
      // "a plan to close", "the claim that ..."
      return clause(p.form == Form::kNominal && (x.Has(child, Dep::kMark) || IsBaseForm(token)), kInfinitive);
    case Dep::kAdvcl:
      return clause(IsInfinitiveReadAsPurpose(x, p.head, child), kPurpose);
    case Dep::kPrep:
      return GerundOf(x, child);
    case Dep::kDobj:
      // "accused rebels of killing": hung on the object.
      if (p.form == Form::kNominal || x.IsEventNoun(child)) return {};
      for (const uint32_t preposition : PrepositionsOf(x.analysis, child)) {
        if (const Governed gerund = GerundOf(x, preposition); gerund.head) return gerund;
      }
      return {};
    default:
      return {};
  }
}

OptionalIndex ContentOf(const Extraction& x, const Proposition& p) {
  Governed best;
  for (const uint32_t child : x.Children(p.head)) {
    const Governed here = AsContent(x, p, child);
    const bool nearer =
        here.rank == kFinite && best.rank == kFinite && Distance(child, p.head) < Distance(*best.head, p.head);
    if (here.rank > best.rank || nearer) best = here;
  }
  return best.head;
}

void LinkGoverned(Extraction* x, size_t k) {
  Proposition& p = x->out.items[k];
  if (p.form == Form::kAdjective && IsAdjectivalModifier(x->analysis[p.head])) return;
  p.content = ContentOf(*x, p);
  if (!p.content) return;
  std::vector<uint32_t> heads;
  AddConjuncts(x->analysis, *p.content, &heads);
  for (const uint32_t head : heads) {
    Proposition* governed = x->PropositionOf(head);
    if (governed != nullptr && governed != &p && !governed->governor) governed->governor = static_cast<uint32_t>(k);
  }
}

// "Denied reports that a truck had been looted": what is denied is what the reports say.
void LinkThroughNoun(Extraction* x, size_t k, uint32_t noun) {
  if (x->word[noun] == nullptr || !x->word[noun]->speech_noun) return;
  for (const uint32_t child : x->Children(noun)) {
    const Dep dep = x->analysis[child].dep;
    if ((dep != Dep::kAcl && dep != Dep::kCcomp) || !x->Has(child, Dep::kMark)) continue;
    Proposition* governed = x->PropositionOf(child);
    if (governed == nullptr) continue;
    const OptionalIndex governor = governed->governor;
    if (!governor || x->out.items[*governor].head == noun) {
      governed->governor = static_cast<uint32_t>(k);
    }
  }
}

}  // namespace

void LinkContents(Extraction* extraction) {
  std::vector<Proposition>& items = extraction->out.items;
  for (size_t k = 0; k < items.size(); ++k) LinkGoverned(extraction, k);
  for (size_t k = 0; k < items.size(); ++k) {
    for (const uint32_t theme : items[k].themes) LinkThroughNoun(extraction, k, theme);
  }
  // A predicative adjective is governed with its copula.
  for (Proposition& p : items) {
    const Token& token = extraction->analysis[p.head];
    if (p.form != Form::kAdjective || p.governor || !IsPredicateAdjective(token)) continue;
    if (const Proposition* copula = extraction->PropositionOf(token.head)) p.governor = copula->governor;
  }
}

}  // namespace diurna
