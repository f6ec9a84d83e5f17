// Digits are part of a name by how they are written (together with letters, behind a hash), by a word that numbered
// things have before them ("Article 5"), by a capitalized name that they do not count ("Boeing 737"), or by a name that
// the recogniser sees around them. A number that counts the noun behind it is none, whatever stands before.

#include "numbers/names.h"

#include <string_view>

#include "numbers/money.h"
#include "numbers/units.h"
#include "syntax/relation.h"
#include "syntax/word.h"

namespace diurna {

namespace {

bool IsNameType(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
    case EntityType::kOrg:
    case EntityType::kProduct:
    case EntityType::kFac:
    case EntityType::kGpe:
    case EntityType::kLaw:
    case EntityType::kEvent:
    case EntityType::kWorkOfArt:
      return true;
    default:
      return false;
  }
}

// Whether two tokens stand in the same name.
bool InSameName(const Analysis& analysis, const Token& one, const Token& other) {
  return one.entity && one.entity == other.entity && IsNameType(analysis.entities()[*one.entity].type);
}

// Right behind an auxiliary or "to" a word is a verb, whatever its tag: "could top 500".
bool IsBehindModal(const NumberText& text, uint32_t i) {
  return text.HasBefore(i) && (IsAuxiliary(text.TokenOf(i - 1)) || IsInfinitiveMarker(text.TokenOf(i - 1)));
}

// Whether a number counts a noun that stands behind it.
bool CountsNounBehind(const NumberText& text, const Numeral& numeral) {
  const Token& token = text.TokenOf(numeral.begin);
  return token.head > text.atom(numeral.end - 1).token && token.dep == Dep::kNummod &&
         IsNoun(text.analysis()[token.head]);
}

// By a word that numbered things have: "Article 5", "flight 12".
bool IsIndex(const NumberText& text, const Numeral& numeral, uint32_t before) {
  constexpr double kLeastCount = 1000;  // an index is rarely as high
  if (!text.Is(before, NumberCue::kNameBefore)) return false;
  const uint32_t token = text.atom(before).token;
  const bool starts_sentence = text.analysis().sentences()[text.analysis()[token].sentence].begin == token;
  const bool counts = CountsNounBehind(text, numeral);
  if (text.IsCapitalized(before)) {
    if (!(starts_sentence && counts)) return true;
  } else if (IsDirectObject(text.TokenOf(numeral.begin)) || IsBehindModal(text, before)) {
    return false;  // "will pass 1,000" acts on the number
  }
  return numeral.plain_digits && !counts && numeral.value < kLeastCount;
}

// By a capitalized name right before digits that do not count what follows: "Boeing 737".
bool IsModelOfName(const NumberText& text, const Numeral& numeral, uint32_t before) {
  if (!numeral.plain_digits || !text.IsCapitalized(before)) return false;
  const uint32_t name = text.atom(before).token, number = text.atom(numeral.begin).token;
  const Token& name_token = text.analysis()[name];
  if (name_token.pos != Pos::kPropn || CountsNounBehind(text, numeral)) return false;
  if (text.analysis().sentences()[name_token.sentence].begin == name) return false;
  const Token& token = text.analysis()[number];
  return token.head == name || name_token.head == number || InSameName(text.analysis(), name_token, token);
}

}  // namespace

bool IsWrittenIntoName(const NumberText& text, uint32_t at) {
  constexpr std::u32string_view kNameSigns = U"#@_/:";
  if (at == 0 || !text.IsDigits(at) || !text.Glued(at)) return false;
  if (text.IsWord(at - 1)) return true;
  const char32_t before = text.atom(at - 1).sign;
  if (before != 0 && kNameSigns.find(before) != std::u32string_view::npos) return true;
  // "F-16", "COVID-19": letters, a hyphen, digits.
  return before == U'-' && text.Glued(at - 1) && at >= 2 && text.IsWord(at - 2) &&
         text.KindOf(at - 2) == NumeralWord::Kind::kNone;
}

std::optional<uint32_t> EndOfNameFromDigits(const NumberText& text, const Numeral& digits) {
  const uint32_t end = digits.end, next = end + 1;
  if (!text.Follows(end) || !text.Glued(end)) return std::nullopt;
  if (text.IsWord(end)) {
    const bool letters = !digits.attached_letter && digits.multiplier == 1 && !UnitAt(text, end).Found() &&
                         !CurrencyAt(text, end).Found();
    return letters ? std::optional(end) : std::nullopt;
  }
  if (!text.Follows(next) || !text.Glued(next)) return std::nullopt;
  const bool plus = text.Glued(digits.begin) && text.IsSign(end, U'+');
  const bool digits_behind = text.IsDigits(next) && (plus || text.IsSign(end, U'/') || text.IsSign(end, U':'));
  const bool letter_behind = text.IsSign(end, U'-') && text.IsCapitalized(next) && text.atom(next).span.size() == 1;
  return digits_behind || letter_behind ? std::optional(end + 2) : std::nullopt;
}

bool IsNamedBefore(const NumberText& text, const Numeral& numeral) {
  const uint32_t at = numeral.begin;
  if (!text.HasBefore(at)) return false;
  uint32_t before = at - 1;
  if (text.IsSign(before, U'.') && text.Glued(before) && before > 0) --before;  // "No. 5"
  if (!text.IsWord(before)) return false;
  return text.Is(before, NumberCue::kNameBeforeAnyCase) || IsIndex(text, numeral, before) ||
         IsModelOfName(text, numeral, before);
}

bool IsNamedBehind(const NumberText& text, const Numeral& numeral) {
  constexpr double kMostHouses = 200;  // in a street whose name is not told: "10 Street"
  constexpr uint32_t kLongestStreet = 4;
  const uint32_t end = numeral.end;
  if (!text.Follows(end)) return false;
  for (uint32_t i = end; !numeral.spelled && i < end + kLongestStreet; ++i) {
    if (!text.Follows(i) || !text.IsCapitalized(i)) break;
    if (text.Is(i, NumberCue::kStreet) && (i > end || numeral.value < kMostHouses)) return true;
  }
  return text.IsCapitalized(end) && InSameName(text.analysis(), text.TokenOf(numeral.begin), text.TokenOf(end));
}

bool IsPostcode(const NumberText& text, const Numeral& numeral) {
  constexpr uint32_t kDigits = 5, kState = 2;
  const uint32_t at = numeral.begin;
  return numeral.plain_digits && text.HasBefore(at) && text.atom(at).span.size() == kDigits &&
         text.atom(at - 1).span.size() == kState && text.IsCapitalized(at - 1) &&
         text.Is(at - 1, NumberCue::kLocalState);
}

bool IsPosition(const NumberText& text, const Suffix& suffix) {
  if (suffix.kind != SuffixKind::kUnit || text.words().units.unit(suffix.unit).kind != UnitKind::kTemperature) {
    return false;
  }
  const uint32_t next = suffix.end;
  if (!text.Follows(next)) return false;
  if (text.IsDigits(next) && text.Glued(next)) return true;  // minutes
  // Letters stand for sides in capitals: "38° N".
  const bool letter = text.atom(next).span.size() == 1;
  return text.Is(next, NumberCue::kPositionAfter) && (!letter || text.IsCapitalized(next));
}

AtomRange WrittenTogether(const NumberText& text, AtomRange digits, uint32_t from) {
  auto [begin, end] = digits;
  while (begin > 0 && text.Glued(begin) && (text.IsWord(begin - 1) || text.IsSign(begin - 1, U'-')) &&
         text.atom(begin - 1).span.begin >= from) {
    --begin;
  }
  const auto is_sign = [&](uint32_t i) { return text.atom(i).type == Atom::Type::kSign; };
  const auto joins = [&](uint32_t i) {
    const bool joint = text.IsSign(i, U'-') || text.IsSign(i, U'/') || text.IsSign(i, U':');
    return joint && text.Follows(i + 1) && text.Glued(i + 1) && !is_sign(i + 1);
  };
  while (text.Follows(end) && text.Glued(end) && (!is_sign(end) || joins(end))) ++end;
  return {begin, end};
}

}  // namespace diurna
