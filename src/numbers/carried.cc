// The parser of a small model seldom ties two numbers of a sentence together, so all of it is read from what stands
// right before each of them ("from", "to"), how far apart they are, and what kind they have.

#include "numbers/carried.h"

#include "syntax/closed_class.h"
#include "syntax/relation.h"
#include "syntax/word.h"

namespace diurna {

namespace {

bool InOneSentence(const Analysis& analysis, const NumberMention& one, const NumberMention& other) {
  return analysis[one.tokens.begin].sentence == analysis[other.tokens.begin].sentence;
}

// Whether a word of `words` stands right before a number.
template <size_t N>
bool IsBehind(const Analysis& analysis, const NumberMention& number, const ClosedClass<N>& words) {
  return number.tokens.begin > 0 && words.Has(analysis[number.tokens.begin - 1].lower);
}

// What a number may count that stands elsewhere: several things, or people by an adjective ("dead").
bool IsCountable(const NumberText& text, const Token& noun) {
  return IsPluralCommonNoun(noun) || text.IsLower(noun, NumberCue::kPluralNoun) || IsAdjective(noun);
}

// Whether a number stands where a noun would: as subject, object, conjunct or the like.
bool StandsAsNoun(const Token& token) {
  return IsDirectObject(token) || IsSubject(token) || IsConjunct(token) || IsApposition(token) || IsRoot(token) ||
         token.dep == Dep::kDep;
}

}  // namespace

void ShareMeasure(const Analysis& analysis, const NumberMention& mention, std::vector<NumberMention>* found) {
  if (mention.kind == NumberKind::kCount || mention.kind == NumberKind::kFraction || found->empty()) return;
  NumberMention& before = found->back();
  if (before.kind != NumberKind::kCount || before.tokens.end + 1 != mention.tokens.begin) return;
  if (!IsBehind(analysis, before, closed_class::kFrom) || !IsBehind(analysis, mention, closed_class::kTo)) return;
  before.kind = mention.kind;
  before.currency = mention.currency;
  before.unit = mention.unit;
}

void ShareRate(const Analysis& analysis, const NumberMention& mention, std::vector<NumberMention>* found) {
  constexpr uint32_t kNear = 20;  // tokens
  if (mention.per.empty()) return;
  for (auto before = found->rbegin(); before != found->rend(); ++before) {
    if (before->span.begin >= mention.span.begin || before->converts) continue;
    if (!InOneSentence(analysis, *before, mention)) return;
    if (before->kind != mention.kind || before->currency != mention.currency || !before->per.empty()) return;
    if (mention.tokens.begin - before->tokens.begin > kNear) return;
    const bool up = IsBehind(analysis, *before, closed_class::kFrom) && IsBehind(analysis, mention, closed_class::kTo);
    const bool down =
        IsBehind(analysis, *before, closed_class::kTo) && IsBehind(analysis, mention, closed_class::kFrom);
    if (up || down) before->per = mention.per;
    return;
  }
}

void TakeUpMeasure(const NumberText& text, uint32_t begin, const std::vector<NumberMention>& found,
                   NumberMention* mention) {
  constexpr uint32_t kNear = 12;  // tokens
  const Analysis& analysis = text.analysis();
  if (mention->kind != NumberKind::kCount || found.empty() || begin == 0) return;
  if (!text.Is(begin - 1, NumberCue::kFrom) && !text.Is(begin - 1, NumberCue::kTo)) return;
  const uint32_t end = mention->tokens.end;
  if (end < analysis.size() && analysis[end].pos == Pos::kNoun &&
      analysis[end].sentence == analysis[mention->tokens.begin].sentence) {
    return;
  }
  const NumberMention* before = &found.back();
  if (before->converts) before = &found[*before->converts];
  if (!InOneSentence(analysis, *before, *mention) || mention->tokens.begin - before->tokens.end > kNear) return;
  if (before->kind != NumberKind::kMoney && before->kind != NumberKind::kPercent &&
      before->kind != NumberKind::kQuantity) {
    return;
  }
  // "rose three times to 40": how often is no measure.
  const NumberWords& words = text.words();
  if (before->kind == NumberKind::kQuantity && words.units.KindOfNoun(words.ids.Id(before->unit)) == UnitKind::kTimes) {
    return;
  }
  mention->kind = before->kind;
  mention->currency = before->currency;
  mention->unit = before->unit;
  mention->per = before->per;
  if (!mention->counted) mention->counted = before->counted;
}

void TakeUpCounted(const NumberText& text, const std::vector<NumberMention>& found, NumberMention* mention) {
  constexpr uint32_t kMostNumbers = 20;
  const Analysis& analysis = text.analysis();
  if (mention->counted || mention->kind != NumberKind::kCount) return;
  if (!StandsAsNoun(analysis[mention->tokens.head])) return;
  uint32_t steps = 0;
  for (auto before = found.rbegin(); before != found.rend() && steps < kMostNumbers; ++before, ++steps) {
    if (!InOneSentence(analysis, *before, *mention)) return;
    if (before->kind != NumberKind::kCount || !before->counted) continue;
    if (!IsCountable(text, analysis[*before->counted])) continue;
    mention->counted = before->counted;
    return;
  }
}

}  // namespace diurna
