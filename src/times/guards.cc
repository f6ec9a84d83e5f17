// Guards look no further than the neighbours and the head of the words in question. The guard `year` is in
// year_guard.cc.

#include "times/guards.h"

#include <algorithm>

#include "syntax/closed_class.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

bool IsCapitalized(const Token& token) { return !token.text.empty() && token.text[0] >= 'A' && token.text[0] <= 'Z'; }

bool ModifiesNoun(const Token& token) {
  return token.dep == Dep::kCompound || token.dep == Dep::kAmod || token.dep == Dep::kNmod;
}

}  // namespace

bool TimeGuards::Allows(TimeGuard guard, uint32_t begin, uint32_t end) const {
  const Token& last = text_.TokenOf(end - 1);
  switch (guard) {
    case TimeGuard::kNone:
      return true;
    case TimeGuard::kYear:
      return IsYear(text_, begin, end);
    case TimeGuard::kModifiesNothing:
      return ModifiesNothing(end);
    case TimeGuard::kRate:
      return IsRate(begin, end);
    case TimeGuard::kAdjective:
      return IsAdjective(last) && (last.dep == Dep::kAmod || last.dep == Dep::kConj);
    case TimeGuard::kNounPhrase:
      return IsNounPhrase(begin, end);
    case TimeGuard::kCommonNoun:
      return IsCommonNoun(begin, end);
    case TimeGuard::kMonth:
      return IsMonth(begin, end);
    case TimeGuard::kCount:
      return IsCount(begin, end);
    case TimeGuard::kBarePlural:
      return IsBarePlural(begin, end);
    case TimeGuard::kAlone:
      return IsAlone(begin, end);
  }
  return true;
}

bool TimeGuards::ModifiesNothing(uint32_t end) const {
  if (!text_.Continues(end)) return true;
  const uint32_t token = text_[end - 1].token;
  const Token& next = text_.TokenOf(end);
  if (text_[end].glued && next.text == "-") return false;
  if (IsAdjective(next) && next.head > text_[end].token) return false;
  return !IsNoun(next) || next.head == token || text_.TokenOf(end - 1).head < token;
}

bool TimeGuards::IsRate(uint32_t begin, uint32_t end) const {
  if (text_.TokenOf(end - 1).dep != Dep::kNpadvmod || !text_.Continues(begin)) return false;
  const Token& previous = text_.TokenOf(begin - 1);
  return IsNoun(previous) || IsNumeral(previous) || IsAdverb(previous) || previous.text == ")" ||
         previous.pos == Pos::kSym;
}

bool TimeGuards::IsNounPhrase(uint32_t begin, uint32_t end) const {
  const Token& last = text_.TokenOf(end - 1);
  if (text_.Continues(end) && text_[end].glued && text_.TokenOf(end).text == "-") return false;
  // "Person of the Year"
  if (IsProperNoun(last) && IsCapitalized(last) && end - begin == 2 &&
      closed_class::kThe.Has(text_.TokenOf(begin).text)) {
    return false;
  }
  return !(ModifiesNoun(last) && last.head > text_[end - 1].token);
}

bool TimeGuards::IsCommonNoun(uint32_t begin, uint32_t end) const {
  const TimeAtom& atom = text_[end - 1];
  const Token& last = text_.TokenOf(end - 1);
  if (!IsCapitalized(last)) return true;
  if (end - begin > 1) return false;  // "Back to the Future"
  bool named = text_.Continues(end) && IsCapitalized(text_.TokenOf(end)) && IsProperNoun(text_.TokenOf(end));
  // "Yesterday Ada Pell left": the first word of a sentence is in capitals anyway.
  if (named && text_.analysis().sentences()[last.sentence].begin == atom.token) {
    const std::span<const TimeSense> senses = text_.SensesOf(atom);
    const bool dates = std::any_of(senses.begin(), senses.end(), [](const TimeSense& sense) {
      return sense.slot == TimeSlot::kDayOffset || sense.slot == TimeSlot::kReference;
    });
    if (dates) named = last.entity && last.entity == text_.TokenOf(end).entity;
  }
  const bool after_name = text_.Continues(begin) && IsProperNoun(text_.TokenOf(begin - 1));
  return !named && !after_name;
}

bool TimeGuards::IsMonth(uint32_t begin, uint32_t end) const {
  if (end - begin > 1 || !text_.Continues(begin)) return true;
  const Token& previous = text_.TokenOf(begin - 1);
  return !(IsCapitalized(previous) && previous.head == text_[begin].token &&
           (previous.dep == Dep::kCompound || previous.dep == Dep::kAmod));
}

// "2018 day five" is no length.
bool TimeGuards::IsCount(uint32_t begin, uint32_t end) const {
  if (IsPlural(text_.TokenOf(end - 1))) return true;
  for (uint32_t i = begin; i < end; ++i) {
    for (const TimeSense& sense : text_.SensesOf(text_[i])) {
      if (sense.slot == TimeSlot::kYear) return false;
    }
  }
  return true;
}

bool TimeGuards::IsBarePlural(uint32_t begin, uint32_t end) const {
  if (text_.TokenOf(end - 1).dep == Dep::kCompound || !text_.Continues(begin)) return false;
  const Token& previous = text_.TokenOf(begin - 1);
  return IsAdposition(previous) || IsFullVerb(previous) || IsSubordinator(previous) || IsCoordinator(previous);
}

bool TimeGuards::IsAlone(uint32_t begin, uint32_t end) const {
  const uint32_t token = text_[end - 1].token;
  const Token& last = text_.TokenOf(end - 1);
  if (last.dep == Dep::kMark) return false;
  for (uint32_t child : text_.analysis().children(token)) {
    if (child > token && !IsPunctuation(text_.analysis()[child])) return false;
  }
  if (!text_.Continues(end)) return true;
  const Token& next = text_.TokenOf(end);
  if (IsSubordinator(last) && last.dep == Dep::kPrep) {
    // "before" with a clause that the parser hung elsewhere
    return IsPunctuation(next) || IsCoordinator(next);
  }
  if (IsDeterminer(next) || IsPronoun(next) || IsNoun(next) || IsNumeral(next)) {
    return last.head >= text_[begin].token && IsAdverb(last);
  }
  return true;
}

}  // namespace diurna
