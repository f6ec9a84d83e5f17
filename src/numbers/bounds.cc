// Bounds before a number are read backward from it, phrase by phrase, over fillers such as "an estimated" and "a total
// of". Of two bounds the outer one says more ("at least about 20"). A preposition that bounds numbers ("about", "over")
// does not where a talk or protest governs it ("protests over 20 arrests").

#include "numbers/bounds.h"

#include <algorithm>
#include <optional>

#include "syntax/relation.h"

namespace diurna {

namespace {

struct BoundBefore {
  Bound bound = Bound::kExactly;
  uint32_t begin = 0;  // its first atom
  bool additional = false;
};

// Whether the preposition at atom `at` bounds the number, and opens no phrase that a word before it governs.
bool BoundsHere(const NumberText& text, uint32_t at) {
  const Token& token = text.TokenOf(at);
  if (IsVerbParticle(token)) return false;  // "takes over"
  // A noun right before it that takes such a phrase: "talks about", "protests over".
  if (text.HasBefore(at) && text.TokenOf(at - 1).pos == Pos::kNoun && text.IsLemma(at - 1, NumberCue::kTakesAbout)) {
    return false;
  }
  if (!IsPrepositional(token) || token.head == text.atom(at).token) return true;
  return !text.IsLemma(text.analysis()[token.head], NumberCue::kTakesAbout);
}

BoundBefore ReadBoundBefore(const NumberText& text, uint32_t number) {
  constexpr uint32_t kMostSteps = 8;  // phrases and fillers
  BoundBefore out;
  out.begin = number;
  bool found = false;
  uint32_t at = number;
  for (uint32_t steps = 0; steps < kMostSteps && text.HasBefore(at); ++steps) {
    const uint32_t before = at - 1;
    if (const auto phrase = text.PhraseEndingAt(text.words().bounds.before(), before)) {
      const BoundPhrase& bound = text.words().bounds.phrase(phrase->payload);
      if (bound.preposition && !BoundsHere(text, before)) break;
      if (!found || bound.bound != Bound::kAbout) out.bound = bound.bound;
      found = true;
      out.begin = at = phrase->begin;
      continue;
    }
    const bool total_of =
        text.Is(before, NumeralCue::kOf) && before > 0 && text.Is(before - 1, NumberCue::kFiller);  // "a total of"
    if (text.Is(before, NumberCue::kAdditionalBefore)) {
      out.additional = true;
      out.begin = before;
    } else if (!total_of && !text.Is(before, NumberCue::kFiller)) {
      break;
    }
    at = before;
  }
  return out;
}

struct BoundBehind {
  Bound bound = Bound::kExactly;
  uint32_t end = 0;  // the atom behind it
};

// The bound at atom `at`, behind a number or behind what it counts.
std::optional<BoundBehind> ReadBoundBehind(const NumberText& text, uint32_t at) {
  if (!text.Follows(at)) return std::nullopt;
  const uint32_t first = text.Joined(at);
  const auto phrase = text.PhraseAt(text.words().bounds.behind(), first);
  if (!phrase || (text.IsSign(first, U'+') && !text.Glued(first))) return std::nullopt;
  return BoundBehind{text.words().bounds.phrase(phrase->payload).bound, phrase->end};
}

// A word of `cue` that makes the number come on top of another, and begins no comparison ("more than").
bool IsAdditional(const NumberText& text, uint32_t at, NumberCue cue) {
  return text.Follows(at) && text.Is(at, cue) && !(text.Follows(at + 1) && text.Is(at + 1, NumberCue::kThan));
}

}  // namespace

void ReadBounds(const NumberText& text, const NumberDraft& draft, uint32_t counted, NumberMention* mention) {
  const BoundBefore before = ReadBoundBefore(text, draft.begin);
  mention->additional = before.additional;
  mention->bound_span.begin = text.atom(before.begin).span.begin;
  if (draft.numeral.vague) {
    mention->bound = draft.numeral.bound;
  } else {
    mention->bound = draft.IsRange() ? Bound::kBetween : before.bound;
  }
  const uint32_t behind = draft.Behind();
  std::optional<BoundBehind> after = ReadBoundBehind(text, behind);
  if (!after && counted != 0) after = ReadBoundBehind(text, counted + 1);
  if (after) {
    if (mention->bound == Bound::kExactly || mention->bound == Bound::kAbout) mention->bound = after->bound;
    mention->bound_span.end = std::max(mention->bound_span.end, text.atom(after->end - 1).span.end);
  } else if (IsAdditional(text, behind, NumberCue::kAdditionalAfter) ||
             (counted != 0 && IsAdditional(text, counted + 1, NumberCue::kMore))) {
    mention->additional = true;
  }
}

}  // namespace diurna
