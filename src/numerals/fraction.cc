// Fractions of a whole, in percent: signs and strokes ("½", "1/3 of"), words ("two-thirds", "a quarter"), and so many
// in so many ("one in five"). An ordinal is a fraction only where a share follows: "a third of voters", but "a third
// man". What is a count and no share is left to cardinals: "half a million", "half a dozen".

#include <cmath>

#include "numerals/digits.h"
#include "numerals/grammar.h"

namespace diurna {

namespace {

using Kind = NumeralWord::Kind;

constexpr double kWhole = 100;  // percent
constexpr double kMillion = 1e6;

// "½", but not "½ million".
std::optional<Numeral> FractionSign(const NumeralText& text, uint32_t at) {
  uint32_t behind = at + 1;
  Numeral out;
  if (ReadMultipliers(text, true, &behind, &out) != 1) return std::nullopt;
  out = Numeral{.begin = at, .end = at + 1, .value = kWhole * VulgarFraction(text.atom(at).sign), .fraction = true};
  return out;
}

// "1/3 of", "3/4 the".
std::optional<Numeral> FractionWithStroke(const NumeralText& text, uint32_t at) {
  const double over = *ParseDigits(text.Text(at)), under = *ParseDigits(text.Text(at + 2));
  const bool share = text.Follows(at + 3) && (text.Is(at + 3, NumeralCue::kOf) || text.Is(at + 3, NumeralCue::kThe));
  if (over <= 0 || over >= under || !share) return std::nullopt;
  return Numeral{.begin = at, .end = at + 3, .value = kWhole * over / under, .fraction = true};
}

bool IsStroke(const NumeralText& text, uint32_t at) {
  return text.IsDigits(at) && text.Follows(at + 2) && text.IsSign(at + 1, U'/') && text.Glued(at + 1) &&
         text.IsDigits(at + 2) && text.Glued(at + 2) && text.Text(at).size() == 1 && text.Text(at + 2).size() <= 2;
}

// "two-thirds": how many of which part, in percent, up to atom `end`.
struct Parts {
  double count = 1;
  double part = 0;
  uint32_t end = 0;
};

std::optional<Parts> PartsInWords(const NumeralText& text, uint32_t at) {
  Parts out;
  uint32_t i = at;
  const bool article = text.Is(at, NumeralCue::kIndefiniteArticle);
  const bool number = text.KindOf(at) == Kind::kUnit && text.Word(at).value >= 1;
  const bool counted = article || number;
  if (number) out.count = text.Word(at).value;
  if (counted) {
    ++i;
    if (!text.Follows(i)) return std::nullopt;
    i = text.Joined(i);
  }
  const NumeralWord& word = text.Word(i);
  if (word.kind == Kind::kFraction && (word.plural || counted || text.IsHalf(i))) {
    out.part = word.value;
  } else if (counted) {
    out.part = word.ordinal_part;
  }
  if (out.part == 0 || (word.plural && out.count == 1)) return std::nullopt;
  // "a two-third majority": several of a singular only with a hyphen
  if (!word.plural && out.count > 1 && !text.IsHyphen(i - 1)) return std::nullopt;
  out.end = i + 1;
  return out;
}

// "half a million" and "half a dozen" are numbers, "half an hour" is a time, "half-brother" neither.
bool HalfOfACount(const NumeralText& text, uint32_t behind_half) {
  if (!text.Follows(behind_half)) return false;
  const bool article = text.Is(behind_half, NumeralCue::kIndefiniteArticle);
  if (article || text.IsHyphen(behind_half)) return true;
  const Kind kind = text.KindOf(text.Joined(behind_half));
  return kind == Kind::kMultiplier || kind == Kind::kGroup;
}

// Whether what follows a fraction shows that it is a share of something. `plain`: it is no ordinal.
bool ShareFollows(const NumeralText& text, uint32_t at, bool plain) {
  if (!text.Follows(at)) return plain;
  if (text.Is(at, NumeralCue::kOf) || text.Is(at, NumeralCue::kThe) || text.Is(at, NumeralCue::kShareAfter))
    return true;
  if (text.atom(at).type == Atom::Type::kSign) return true;
  return plain;
}

std::optional<Numeral> FractionInWords(const NumeralText& text, uint32_t at) {
  const std::optional<Parts> parts = PartsInWords(text, at);
  if (!parts) return std::nullopt;
  const uint32_t last = parts->end - 1, end = parts->end;
  if (text.IsHalf(last) && HalfOfACount(text, end)) return std::nullopt;
  Numeral out;
  out.begin = at;
  out.spelled = true;
  // "a quarter of a million"
  if (text.Follows(end + 2) && text.Is(end, NumeralCue::kOf) && text.Is(end + 1, NumeralCue::kIndefiniteArticle) &&
      text.KindOf(end + 2) == Kind::kMultiplier && text.Word(end + 2).value >= kMillion) {
    out.multiplier = text.Word(end + 2).value;
    out.value = parts->count * parts->part / kWhole * out.multiplier;
    out.end = end + 3;
    return out;
  }
  if (!ShareFollows(text, end, text.KindOf(last) == Kind::kFraction)) return std::nullopt;
  out.fraction = true;
  out.value = parts->count * parts->part;
  out.end = end;
  return out.value <= kWhole ? std::optional(out) : std::nullopt;
}

// The atom behind "in", "out of" or "of every", where the whole of "one in five" would stand.
std::optional<uint32_t> BehindIn(const NumeralText& text, uint32_t at) {
  const auto each = [&](uint32_t i) { return text.Follows(i) && text.Is(i, NumeralCue::kEach); };
  uint32_t i = text.Joined(at);
  if (text.Is(i, NumeralCue::kIn)) {
    ++i;
  } else if (text.Is(i, NumeralCue::kOut) && text.Follows(i + 1)) {
    i = text.Joined(i + 1);
    if (!text.Is(i, NumeralCue::kOf)) return std::nullopt;
    ++i;
  } else if (text.Is(i, NumeralCue::kOf) && each(i + 1)) {
    ++i;
  } else {
    return std::nullopt;
  }
  if (each(i)) ++i;
  i = text.Joined(i);
  return text.Follows(i) ? std::optional(i) : std::nullopt;
}

// Whether so many in `whole` is rather a share than a count in a time or place ("two in 17 days").
bool IsRoundWhole(double whole) {
  constexpr double kAnyUpTo = 10;
  constexpr double kRound[] = {12, 20, 50, 100, 1000, 10000, 100000};
  if (whole <= kAnyUpTo) return true;
  for (const double round : kRound) {
    if (whole == round) return true;
  }
  return false;
}

}  // namespace

std::optional<Numeral> ParseFraction(const NumeralText& text, uint32_t at) {
  if (!text.Exists(at)) return std::nullopt;
  if (VulgarFraction(text.atom(at).sign) > 0) return FractionSign(text, at);
  if (IsStroke(text, at)) return FractionWithStroke(text, at);
  return FractionInWords(text, at);
}

std::optional<Numeral> ParseInSoMany(const NumeralText& text, const Numeral& cardinal) {
  constexpr double kMostParts = 1000, kMostWhole = 1e5, kFirstYear = 1900, kLastYear = 2100;
  const double part = cardinal.value;
  const uint32_t at = cardinal.end;
  if (!text.Follows(at) || part < 1 || part >= kMostParts || part != std::floor(part)) return std::nullopt;
  const std::optional<uint32_t> second = BehindIn(text, at);
  const std::optional<Numeral> whole = second ? ParseCardinal(text, *second) : std::nullopt;
  if (!whole || whole->value <= part || whole->value > kMostWhole || whole->multiplier > kMostWhole) {
    return std::nullopt;
  }
  // "two in 2019"
  if (whole->plain_digits && whole->value >= kFirstYear && whole->value <= kLastYear) return std::nullopt;
  const bool out_of = text.Is(at, NumeralCue::kOut) || text.Is(at + 1, NumeralCue::kOut);
  if (!out_of && !IsRoundWhole(whole->value)) return std::nullopt;
  if (text.IsHyphen(whole->end)) return std::nullopt;
  Numeral out = cardinal;
  out.end = whole->end;
  out.value = kWhole * part / whole->value;
  out.fraction = true;
  out.plain_digits = false;
  return out;
}

}  // namespace diurna
