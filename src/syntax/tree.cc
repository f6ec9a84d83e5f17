#include "syntax/tree.h"

#include <algorithm>

#include "syntax/closed_class.h"

namespace diurna {

std::vector<uint32_t> ChainAbove(const Analysis& analysis, uint32_t token) {
  constexpr size_t kLongest = 40;
  std::vector<uint32_t> chain = {token};
  while (analysis[token].head != token && chain.size() < kLongest) {
    token = analysis[token].head;
    chain.push_back(token);
  }
  return chain;
}

bool HasChild(const Analysis& analysis, uint32_t token, Dep dep) {
  const auto children = ChildrenOf(analysis, token);
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

namespace {

// Appends until the list has `most` tokens.
void AddConjuncts(const Analysis& analysis, uint32_t token, size_t most, std::vector<uint32_t>* out) {
  // A conjunct hangs on the one before it.
  for (uint32_t at = token; out->size() < most;) {
    out->push_back(at);
    uint32_t next = at;
    for (const uint32_t child : ChildrenOf(analysis, at)) {
      if (!IsConjunct(analysis[child]) || child < at) continue;
      // A verb that hangs on a noun by "and" is a clause of its own that the parser misplaced.
      if (IsClauseVerb(analysis[child]) && !IsClauseVerb(analysis[at])) continue;
      if (next != at) {
        AddConjuncts(analysis, child, most, out);
      } else {
        next = child;
      }
    }
    if (next == at) return;
    at = next;
  }
}

}  // namespace

void AddConjuncts(const Analysis& analysis, uint32_t token, std::vector<uint32_t>* out) {
  AddConjuncts(analysis, token, out->size() + kMostConjuncts, out);
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

std::string_view PrepositionOf(const Analysis& analysis, uint32_t noun) {
  const Token& token = analysis[noun];
  return IsPrepositionalObject(token) ? analysis[token.head].lower : std::string_view();
}

uint32_t AbovePreposition(const Analysis& analysis, uint32_t noun) {
  const Token& token = analysis[noun];
  return IsPrepositionalObject(token) ? analysis[token.head].head : noun;
}

OptionalIndex StrayPreposition(const Analysis& analysis, uint32_t noun) {
  const uint32_t next = noun + 1;
  const bool stray =
      next < analysis.size() && IsPrepositional(analysis[next]) && analysis[next].head == analysis[noun].head;
  return stray ? OptionalIndex(next) : std::nullopt;
}

uint32_t FirstConjunct(const Analysis& analysis, uint32_t token) {
  constexpr int kLongestEnumeration = 20;
  uint32_t first = token;
  for (int steps = 0; steps < kLongestEnumeration && IsConjunct(analysis[first]); ++steps) first = analysis[first].head;
  return first;
}

bool IsDefinite(const Analysis& analysis, uint32_t noun) {
  const auto children = ChildrenOf(analysis, noun);
  return std::any_of(children.begin(), children.end(), [&](uint32_t child) {
    const Token& token = analysis[child];
    return IsPossessor(token) || (IsDeterminerOfNoun(token) && closed_class::kDefinite.Has(token.lower));
  });
}

bool StandsBeforeItsNoun(const Analysis& analysis, uint32_t modifier) {
  return IsAdjectivalModifier(analysis[modifier]) && analysis[modifier].head > modifier;
}

bool HasInfinitiveMarker(const Analysis& analysis, uint32_t verb) {
  const auto children = ChildrenOf(analysis, verb);
  return std::any_of(children.begin(), children.end(), [&](uint32_t child) {
    return analysis[child].dep == Dep::kAux && IsInfinitiveMarker(analysis[child]);
  });
}

bool IsInfinitive(const Analysis& analysis, uint32_t verb) {
  return HasInfinitiveMarker(analysis, verb) || (IsBaseForm(analysis[verb]) && !HasChild(analysis, verb, Dep::kAux));
}

bool IsFinite(const Analysis& analysis, uint32_t verb) {
  if (IsTensed(analysis[verb])) return true;
  const AuxiliariesOf auxiliaries(analysis, verb);
  return std::any_of(auxiliaries.begin(), auxiliaries.end(), [&](uint32_t auxiliary) {
    return !IsInfinitiveMarker(analysis[auxiliary]) && !IsPresentParticiple(analysis[auxiliary]);
  });
}

bool HasDirectObject(const Analysis& analysis, uint32_t verb) { return !DirectObjectsOf(analysis, verb).empty(); }

bool HasPassiveAuxiliary(const Analysis& analysis, uint32_t verb) {
  return !ChildrenThat<IsPassiveAuxiliary>(analysis, verb).empty();
}

bool HasPresentPassiveAuxiliary(const Analysis& analysis, uint32_t verb) {
  const ChildrenThat<IsPassiveAuxiliary> auxiliaries(analysis, verb);
  return std::any_of(auxiliaries.begin(), auxiliaries.end(),
                     [&](uint32_t auxiliary) { return IsPresentTense(analysis[auxiliary]); });
}

TokenRange ClauseExtent(const Analysis& analysis, uint32_t predicate, const std::function<bool(uint32_t)>& leave_out) {
  constexpr uint32_t kLongest = 26;       // tokens to either side of the predicate
  constexpr uint32_t kLongArgument = 14;  // tokens; a longer one is cut
  // Of a cut argument the words before its head, which are more where it stands before the predicate, and behind it.
  constexpr uint32_t kKeptOfSubject = 6, kKeptOfObject = 2, kKeptBehind = 8;
  uint32_t first = predicate, last = predicate;
  for (const uint32_t child : OwnClauseOf(analysis, predicate)) {
    if (leave_out(child)) continue;
    uint32_t left = analysis[child].left_edge, right = analysis[child].right_edge;
    if (right - left > kLongArgument) {
      const uint32_t kept = child < predicate ? kKeptOfSubject : kKeptOfObject;
      left = std::max(left, child - std::min(child, kept));
      right = std::min(right, child + kKeptBehind);
    }
    if (left < first && predicate - left <= kLongest) first = left;
    if (right > last && right - predicate <= kLongest) last = right;
  }
  const Sentence& sentence = analysis.sentences()[analysis[predicate].sentence];
  return {std::max(first, sentence.begin), std::min(last + 1, sentence.end), predicate};
}

std::vector<uint32_t> Conjuncts(const Analysis& analysis, uint32_t token) {
  std::vector<uint32_t> out;
  AddConjuncts(analysis, token, &out);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace diurna
