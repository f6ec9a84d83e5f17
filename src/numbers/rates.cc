// What a number is per stands behind "per", a stroke or an article: with the article only a noun that rates are per
// counts ("a litre"), or else every noun would ("60 people a short walk away").

#include "numbers/rates.h"

#include <optional>

#include "numbers/units.h"
#include "syntax/relation.h"
#include "syntax/word.h"

namespace diurna {

namespace {

bool IsRateNoun(const NumberText& text, uint32_t i) {
  if (text.Is(i, NumberCue::kRateNoun)) return true;
  return text.IsLemma(i, NumberCue::kRateNoun) && IsSingularCommonNoun(text.TokenOf(i));
}

// "250 a day earlier" is no rate, "$1.03 a gallon before the war" is.
bool IsDistanceInTime(const NumberText& text, uint32_t noun) {
  if (!text.Follows(noun + 1) || !text.Is(noun + 1, NumberCue::kOffset)) return false;
  const Suffix unit = UnitAt(text, noun);
  return unit.kind == SuffixKind::kUnit && text.words().units.unit(unit.unit).kind == UnitKind::kTime;
}

// "/litre", written right behind the number.
bool IsStroke(const NumberText& text, uint32_t at) {
  return text.IsSign(at, U'/') && text.Glued(at) && text.Follows(at + 1) && text.Glued(at + 1) && text.IsWord(at + 1);
}

// "-a-barrel", "-per-day".
bool IsHyphened(const NumberText& text, uint32_t at) {
  return text.IsHyphen(at) && text.Follows(at + 2) && text.Glued(at + 1) && text.Glued(at + 2) &&
         (text.Is(at + 1, NumeralCue::kIndefiniteArticle) || text.Is(at + 1, NumberCue::kPer));
}

// The atom where that begins which a number is per, the words that say "per" standing at `at`.
std::optional<uint32_t> BehindPer(const NumberText& text, uint32_t at) {
  if (IsStroke(text, at)) return at + 1;
  if (IsHyphened(text, at)) return text.IsSign(at + 2, U'-') ? at + 3 : at + 2;
  if (const auto per = text.PhraseAt(text.words().cues.per(), at)) {
    // "every" needs a noun that rates are per, or a number.
    const bool noun = text.Follows(per->end) && (text.Is(per->end, NumberCue::kRateNoun) || text.IsDigits(per->end));
    return text.Is(at, NumeralCue::kEach) && !noun ? std::nullopt : std::optional(per->end);
  }
  const bool article = text.Is(at, NumeralCue::kIndefiniteArticle) && text.Follows(at + 1);
  return article && IsRateNoun(text, at + 1) && !IsDistanceInTime(text, at + 1) ? std::optional(at + 1) : std::nullopt;
}

// The last atom of a noun that begins at `at`, its number and modifiers before it: "100,000 inhabitants", "square
// metre".
std::optional<uint32_t> EndOfNoun(const NumberText& text, uint32_t at) {
  constexpr uint32_t kLongest = 4;
  uint32_t last = at;
  const std::optional<Numeral> number = text.MayStartNumeral(at) ? text.NumeralAt(at) : std::nullopt;
  if (number && !number->ordinal && text.Follows(number->end)) last = number->end;
  if (!text.IsWord(last)) return std::nullopt;
  for (; last < at + kLongest && text.Follows(last + 1) && text.IsWord(last + 1); ++last) {
    const Token& token = text.TokenOf(last);
    const bool modifier =
        (IsCompoundPart(token) || IsAdjectivalModifier(token)) && token.head == text.atom(last + 1).token;
    if (!modifier) break;
  }
  return last;
}

}  // namespace

bool ReadRate(const NumberText& text, uint32_t at, NumberMention* mention) {
  const std::optional<uint32_t> noun = text.Follows(at) ? BehindPer(text, at) : std::nullopt;
  if (!noun || !text.Follows(*noun)) return false;
  if (mention->counted == text.atom(*noun).token) mention->counted = std::nullopt;
  const std::optional<uint32_t> last = EndOfNoun(text, *noun);
  if (!last) return false;
  mention->per = text.Text(*noun, *last);
  return true;
}

}  // namespace diurna
