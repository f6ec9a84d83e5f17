// English numerals as a small recursive grammar. Vague plurals go first, then fractions, because a cardinal begins many
// of them ("two thirds"); a ten may begin an ordinal ("twenty-first").

#include "numerals/numeral.h"

#include "numerals/grammar.h"

namespace diurna {

std::optional<Numeral> ParseOrdinal(const NumeralText& text, uint32_t at) {
  if (!text.Exists(at)) return std::nullopt;
  constexpr double kTen = 10;
  Numeral out;
  out.begin = at;
  out.ordinal = true;
  out.spelled = true;
  const NumeralWord& word = text.Word(at);
  const double last = text.Word(at + 2).ordinal;
  if (word.kind == NumeralWord::Kind::kTen && text.IsHyphen(at + 1) && text.Follows(at + 2) && last > 0 &&
      last < kTen) {
    out.value = word.value + last;
    out.end = at + 3;
    return out;
  }
  if (word.ordinal == 0) return std::nullopt;
  out.value = word.ordinal;
  out.end = at + 1;
  return out;
}

std::optional<Numeral> ParseNumeral(const NumeralText& text, uint32_t at) {
  if (std::optional<Numeral> found = ParseVague(text, at)) return found;
  if (std::optional<Numeral> found = ParseFraction(text, at)) return found;
  if (text.KindOf(at) == NumeralWord::Kind::kTen) {
    if (std::optional<Numeral> found = ParseOrdinal(text, at)) return found;
  }
  if (std::optional<Numeral> found = ParseCardinal(text, at)) return found;
  return ParseOrdinal(text, at);
}

}  // namespace diurna
