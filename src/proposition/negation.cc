// Negation: whether a clause or noun is said not to be, by its own words.

#include <algorithm>
#include <cctype>

#include "proposition/extraction.h"
#include "syntax/closed_class.h"

namespace diurna {

namespace {

// "Decree No. 12": a number follows.
bool Numbers(const Analysis& a, uint32_t token) {
  const uint32_t dot = token + 1 < a.size() && a[token + 1].text == "." ? 1 : 0;
  return closed_class::kNo.Has(a[token].lower) && token + dot + 1 < a.size() &&
         std::isdigit(static_cast<unsigned char>(a[token + dot + 1].text.front())) != 0;
}

bool IsNegator(const Extraction& x, uint32_t token) {
  if (Numbers(x.analysis, token)) return false;
  const FormCue* form = x.FormCueOf(token);
  return form != nullptr && form->negator;
}

// A negation of the verb or noun: "did NOT", "NO LONGER", "NEITHER ... nor".
bool HasNegator(const Extraction& x, uint32_t head) {
  const Analysis& a = x.analysis;
  for (const uint32_t child : x.Children(head)) {
    const Token& token = a[child];
    switch (token.dep) {
      case Dep::kNeg:
        return true;
      case Dep::kDet:
      case Dep::kAdvmod:
      case Dep::kPreconj:
      case Dep::kPredet:
      case Dep::kCc:
        break;
      default:
        continue;
    }
    if (child < head && IsNegator(x, child)) return true;
    // "no longer" as one phrase
    if (IsAdverbialModifier(token) && token.left_edge + 1 == child && closed_class::kLonger.Has(token.lower) &&
        IsNegator(x, token.left_edge)) {
      return true;
    }
  }
  return false;
}

// A noun phrase that is nobody or nothing.
bool IsNegatedPhrase(const Extraction& x, uint32_t head) {
  if (IsNegator(x, head)) return true;
  const std::span<const uint32_t> children = x.Children(head);
  return std::any_of(children.begin(), children.end(), [&](uint32_t child) {
    const Dep dep = x.analysis[child].dep;
    return (dep == Dep::kDet || dep == Dep::kNeg || dep == Dep::kPreconj) && IsNegator(x, child);
  });
}

// Whether one of the fillers hangs on `verb` and is nobody: it must be the clause's own, not one that it shares.
bool AnyNegated(const Extraction& x, const std::vector<uint32_t>& fillers, uint32_t verb) {
  return std::any_of(fillers.begin(), fillers.end(),
                     [&](uint32_t filler) { return x.analysis[filler].head == verb && IsNegatedPhrase(x, filler); });
}

// "Did not march or chant": the first verb's negation holds for both.
bool SharesNegation(const Extraction& x, uint32_t verb) {
  const Token& token = x.analysis[verb];
  if (!IsConjunct(token) || !HasNegator(x, token.head) || x.Has(verb, Dep::kNsubj)) return false;
  const std::span<const uint32_t> children = x.Children(token.head);
  return std::any_of(children.begin(), children.end(), [&](uint32_t child) {
    return x.analysis[child].dep == Dep::kCc && closed_class::kAlternative.Has(x.analysis[child].lower);
  });
}

bool IsNegated(const Extraction& x, const Proposition& p) {
  if (HasNegator(x, p.head)) return true;
  const Token& token = x.analysis[p.head];
  if (p.form == Form::kNominal || IsAdjectivalModifier(token)) return false;
  if (AnyNegated(x, p.agents, p.head) || AnyNegated(x, p.themes, p.head) || AnyNegated(x, p.recipients, p.head)) {
    return true;
  }
  if (IsPredicateAdjective(token) && (HasNegator(x, token.head) || AnyNegated(x, p.themes, token.head))) return true;
  // "no reason to panic"
  if (IsReducedClause(token) && IsInfinitive(x.analysis, p.head) && IsNegatedPhrase(x, token.head)) return true;
  return SharesNegation(x, p.head);
}

}  // namespace

void SetNegation(Extraction* extraction) {
  for (Proposition& p : extraction->out.items) p.negated = IsNegated(*extraction, p);
}

}  // namespace diurna
