// Time expressions have most years; what is left are those that nothing dates. A number of four digits counts a plural
// noun right behind it; a word such as "in" or "since" before it says year, and so does the want of a noun.

#include "numbers/years.h"

#include "syntax/word.h"

namespace diurna {

bool IsYear(const NumberText& text, const NumberDraft& draft) {
  constexpr double kFirst = 1500, kLast = 2100;
  constexpr double kModern = 1900;  // the first year that needs no word before it
  constexpr uint32_t kDigits = 4;
  const uint32_t begin = draft.numeral.begin, end = draft.numeral.end;
  const Atom& atom = text.atom(begin);
  if (draft.value < kFirst || draft.value > kLast || atom.span.size() != kDigits) return false;
  const bool modern = draft.value >= kModern;
  const Token& token = text.TokenOf(begin);
  const Token& head = text.analysis()[token.head];
  const bool counts = token.dep == Dep::kNummod && token.head > atom.token;
  const bool behind_the = begin > 0 && text.Is(begin - 1, NumeralCue::kThe);
  if (begin > 0 && text.Is(begin - 1, NumberCue::kYearBefore)) {
    // "of 2000 people"
    const bool counts_next = counts && IsPluralCommonNoun(head) && atom.token + 1 == token.head;
    if (!counts_next) return true;
  }
  const bool plural = IsPluralCommonNoun(head) || text.IsLower(head, NumberCue::kPluralNoun);
  if (text.Follows(end) && counts && plural && !(behind_the && modern)) return false;
  if (!modern || behind_the) return modern;
  return !text.Follows(end) || text.TokenOf(end).pos != Pos::kNoun || IsSingularCommonNoun(text.TokenOf(end));
}

}  // namespace diurna
