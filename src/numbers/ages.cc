// An age in commas is digits alone behind a person's name or a noun for persons; a list of numbers looks much the same,
// so that behind a mere noun both commas must be there. By words it needs one for ages, or "over" and "under" with a
// group.

#include "numbers/ages.h"

#include "syntax/word.h"

namespace diurna {

namespace {

constexpr double kOldest = 120;

bool IsAgeGroup(const NumberText& text, uint32_t i) { return text.IsEither(i, NumberCue::kAgeGroup); }

bool IsBehindComma(const NumberText& text, uint32_t i) { return i >= 2 && text.Follows(i) && text.IsSign(i - 1, U','); }

// A person's name or group that ends with atom `i`, before a comma and an age.
bool EndsPerson(const NumberText& text, uint32_t i) {
  const Token& token = text.TokenOf(i);
  if (token.entity) {
    const EntityType type = text.analysis().entities()[*token.entity].type;
    if (type == EntityType::kPerson) return true;
  }
  // "a Covid patient, 54, died", but not in a list of numbers or dates
  if (IsSingularCommonNoun(token) && IsAgeGroup(text, i) && text.Follows(i + 3) && text.IsSign(i + 3, U','))
    return true;
  return token.pos == Pos::kPropn && text.IsCapitalized(i) && !token.entity;
}

// "Ada Pell, 54, said".
bool IsBetweenCommas(const NumberText& text, uint32_t begin, uint32_t end) {
  if (!IsBehindComma(text, begin)) return false;
  if (text.Follows(end)) {
    constexpr char32_t kClosing[] = {U',', U'.', U')', U';', U'-'};
    bool closed = false;
    for (const char32_t sign : kClosing) closed |= text.IsSign(end, sign);
    if (!closed) return false;
  }
  return EndsPerson(text, begin - 2);
}

// "two sisters, 8 and 11, were": the first of two.
bool IsFirstOfTwo(const NumberText& text, uint32_t begin, uint32_t end) {
  return IsBehindComma(text, begin) && IsAgeGroup(text, begin - 2) && text.Follows(end + 2) &&
         text.Is(end, NumeralCue::kAnd) && text.IsDigits(end + 1) && text.IsSign(end + 2, U',');
}

bool IsSecondOfTwo(const NumberText& text, uint32_t begin, uint32_t end, std::span<const NumberMention> found) {
  return begin >= 2 && text.Is(begin - 1, NumeralCue::kAnd) && text.Follows(end) && text.IsSign(end, U',') &&
         !found.empty() && found.back().kind == NumberKind::kAge &&
         found.back().span.end == text.atom(begin - 2).span.end;
}

}  // namespace

bool IsAgeInCommas(const NumberText& text, const NumberDraft& draft, std::span<const NumberMention> found) {
  if (draft.value <= 0 || draft.value >= kOldest || !draft.numeral.plain_digits) return false;
  const uint32_t begin = draft.numeral.begin, end = draft.numeral.end;
  return IsBetweenCommas(text, begin, end) || IsFirstOfTwo(text, begin, end) || IsSecondOfTwo(text, begin, end, found);
}

bool IsAgeByWords(const NumberText& text, const NumberDraft& draft, const NumberMention& mention) {
  const uint32_t begin = draft.begin, behind = draft.Behind();
  if (!text.HasBefore(begin) || mention.value <= 0 || mention.value > kOldest) return false;
  if (text.Is(begin - 1, NumberCue::kAgeBefore)) return true;
  if (begin < 2) return false;
  if (text.Is(begin - 1, NumeralCue::kOf) && text.Is(begin - 2, NumberCue::kAgeBefore)) return true;
  const bool counts = mention.counted && *mention.counted >= mention.tokens.end;
  const bool noun = text.Follows(behind) && text.IsWord(behind) && text.TokenOf(behind).pos == Pos::kNoun;
  if (counts || noun) return false;
  if (text.Is(begin - 1, NumberCue::kAt) && text.IsLemma(begin - 2, NumberCue::kAgeVerb)) return true;
  const bool beyond = mention.bound == Bound::kMoreThan || mention.bound == Bound::kLessThan;
  return beyond && IsAdposition(text.TokenOf(begin - 1)) && IsAgeGroup(text, begin - 2);
}

}  // namespace diurna
