// Noun phrases by dependency: what stands before the head and modifies it, and behind it only an "of" or the like that
// is part of the name. Clauses, appositions and conjuncts are other phrases.

#include "syntax/noun_phrase.h"

#include <algorithm>

#include "syntax/children.h"
#include "syntax/closed_class.h"
#include "syntax/name.h"
#include "syntax/word.h"

namespace diurna {

namespace {

bool ModifiesBefore(const Token& token) {
  switch (token.dep) {
    case Dep::kCompound:
    case Dep::kAmod:
    case Dep::kNmod:
    case Dep::kNummod:
    case Dep::kPoss:
    case Dep::kCase:
    case Dep::kQuantmod:
    case Dep::kDet:
    case Dep::kNpadvmod:
    case Dep::kPredet:
      return true;
    case Dep::kAdvmod:
      return token.pos != Pos::kSconj;
    default:
      return false;
  }
}

constexpr uint32_t kLongest = 60;  // tokens of a phrase to either side of its head; binds only in endless ones

uint32_t FirstFor(uint32_t head) { return head - std::min(head, kLongest); }

// The phrase without what its end is trimmed of.
TokenRange CoreOf(const Analysis& a, uint32_t head, bool with_prepositions, int depth);

// Where the phrase ends that the preposition of a name adds: "Bank OF ENGLAND".
uint32_t EndOfNamePhrase(const Analysis& a, uint32_t preposition, int depth) {
  uint32_t end = 0;
  for (const uint32_t object : ObjectsOf(a, preposition)) {
    end = std::max(end, CoreOf(a, object, true, depth + 1).end);
  }
  return end;
}

// The head with what modifies it and the phrases that may be part of its name.
TokenRange WithModifiers(const Analysis& a, uint32_t head, bool with_prepositions, int depth) {
  constexpr int kDeepest = 4;            // prepositions on prepositions
  constexpr uint32_t kFarthestPrep = 2;  // tokens from the phrase so far to a preposition of its name
  TokenRange range{head, head + 1, head};
  for (const uint32_t child : ChildrenOf(a, head)) {
    if (child < head) {
      if (ModifiesBefore(a[child])) range.begin = std::min(range.begin, std::max(a[child].left_edge, FirstFor(head)));
    } else if (with_prepositions && depth < kDeepest && IsPrepositional(a[child]) &&
               child <= range.end + kFarthestPrep && closed_class::kInsideName.Has(a[child].lower)) {
      range.end = std::max(range.end, EndOfNamePhrase(a, child, depth));
    }
  }
  return range;
}

// A name is never cut, unless the recogniser's span runs over the head's own sentence or a line.
void WidenToName(const Analysis& a, TokenRange* range) {
  const uint32_t head = range->head;
  const Entity* name = EntityAt(a, head);
  if (name == nullptr || name->type == EntityType::kDate || name->type == EntityType::kTime) return;
  if (a[name->begin].sentence != a[head].sentence) return;
  uint32_t begin = std::max(name->begin, FirstFor(head)), end = std::min(name->end, head + kLongest);
  for (uint32_t i = begin; i < end; ++i) {
    if (!IsSpace(a[i])) continue;
    if (i < head) begin = i + 1;
    if (i > head) end = i;
  }
  range->begin = std::min(range->begin, begin);
  range->end = std::max(range->end, end);
}

// A phrase starts in the line of its head, and neither with an article nor with a mark.
void TrimFront(const Analysis& a, TokenRange* range) {
  const uint32_t head = range->head;
  for (uint32_t i = head; i > range->begin; --i) {
    if (!IsSpace(a[i - 1])) continue;
    range->begin = i;
    break;
  }
  const auto loose = [&](const Token& token) {
    return IsDeterminer(token) || IsPunctuation(token) || IsCoordinator(token) || IsSpace(token) ||
           (IsAdverb(token) && IsAdverbialModifier(token) && token.head == head);
  };
  while (range->begin < head && loose(a[range->begin])) ++range->begin;
}

TokenRange CoreOf(const Analysis& a, uint32_t head, bool with_prepositions, int depth) {
  TokenRange range = WithModifiers(a, head, with_prepositions, depth);
  WidenToName(a, &range);
  TrimFront(a, &range);
  return range;
}

}  // namespace

TokenRange NounPhrase(const Analysis& analysis, uint32_t head, bool with_prepositions) {
  TokenRange range = CoreOf(analysis, head, with_prepositions, 0);
  const auto loose = [](const Token& token) {
    return IsPossessiveEnding(token) || IsPunctuation(token) || IsSpace(token);
  };
  while (range.end > head + 1 && loose(analysis[range.end - 1])) {
    // A bracket or a dot that belongs to the name stays.
    const std::string_view text = analysis[range.end - 1].text;
    if (text == ")" || text == ".") break;
    --range.end;
  }
  return range;
}

std::string TextOf(const Analysis& analysis, uint32_t begin, uint32_t end) {
  std::string out;
  if (begin >= end) return out;
  bool blank = false;
  for (const char c : analysis.SpanOf(begin, end - 1).In(analysis.text())) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      blank = true;
      continue;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out += c;
  }
  return out;
}

std::string NounPhraseText(const Analysis& analysis, uint32_t head, bool with_prepositions) {
  const TokenRange range = NounPhrase(analysis, head, with_prepositions);
  return TextOf(analysis, range.begin, range.end);
}

}  // namespace diurna
