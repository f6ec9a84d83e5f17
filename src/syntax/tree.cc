#include "syntax/tree.h"

#include <algorithm>

#include "syntax/closed_class.h"

namespace diurna {

bool HasChild(const Analysis& analysis, uint32_t token, Dep dep) {
  const auto children = analysis.children(token);
  return std::any_of(children.begin(), children.end(), [&](uint32_t child) { return analysis[child].dep == dep; });
}

bool IsWithin(const Analysis& analysis, uint32_t token, uint32_t top) {
  return analysis[top].left_edge <= token && token <= analysis[top].right_edge;
}

Span SubtreeSpan(const Analysis& analysis, uint32_t token) {
  return analysis.SpanOf(analysis[token].left_edge, analysis[token].right_edge);
}

bool IsClauseVerb(const Token& token) {
  return (token.pos == Pos::kVerb || token.pos == Pos::kAux) && token.dep != Dep::kAux && token.dep != Dep::kAuxpass;
}

bool IsRelativePronoun(const Token& token) {
  return token.tag == "WDT" || token.tag == "WP" ||
         (closed_class::kThat.Has(token.lower) && token.tag != "DT" && token.dep != Dep::kMark);
}

void AddConjuncts(const Analysis& analysis, uint32_t token, std::vector<uint32_t>* out) {
  // A conjunct hangs on the one before it.
  for (uint32_t at = token;;) {
    out->push_back(at);
    uint32_t next = at;
    for (const uint32_t child : analysis.children(at)) {
      if (analysis[child].dep != Dep::kConj || child < at) continue;
      // A verb that hangs on a noun by "and" is a clause of its own that the parser misplaced.
      if (IsClauseVerb(analysis[child]) && !IsClauseVerb(analysis[at])) continue;
      if (next != at) {
        AddConjuncts(analysis, child, out);
      } else {
        next = child;
      }
    }
    if (next == at) return;
    at = next;
  }
}

bool Dominates(const Analysis& analysis, uint32_t above, uint32_t below) {
  for (uint32_t at = below, steps = 0; steps < 200; ++steps) {
    if (at == above) return true;
    if (analysis[at].head == at) return false;
    at = analysis[at].head;
  }
  return false;
}

uint32_t VerbAbove(const Analysis& analysis, uint32_t token) {
  for (uint32_t at = token, steps = 0;; ++steps) {
    if (IsClauseVerb(analysis[at]) || analysis[at].head == at || steps > 200) return at;
    at = analysis[at].head;
  }
}

std::vector<uint32_t> Conjuncts(const Analysis& analysis, uint32_t token) {
  std::vector<uint32_t> out;
  AddConjuncts(analysis, token, &out);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace diurna
