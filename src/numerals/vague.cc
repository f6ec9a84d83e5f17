// A vague plural is read as twice its unit: "dozens" as 24, "tens of thousands" as 20,000. "Several", "a few" and the
// like before a multiplier make the same of it.

#include "numerals/grammar.h"

namespace diurna {

namespace {

using Kind = NumeralWord::Kind;

// The bound of several of a unit, where the contract has a name for it.
Bound BoundOfSeveral(double unit) {
  constexpr double kDozen = 12, kHundred = 100, kThousand = 1000, kMillion = 1e6;
  if (unit == kDozen) return Bound::kDozens;
  if (unit == kHundred) return Bound::kHundreds;
  if (unit == kThousand) return Bound::kThousands;
  if (unit == kMillion) return Bound::kMillions;
  return Bound::kAtLeast;
}

// "dozens", "tens of thousands".
std::optional<Numeral> Plural(const NumeralText& text, Numeral out) {
  const NumeralWord& first = text.Word(out.begin);
  out.value = first.value;
  out.bound = first.bound;
  out.end = out.begin + 1;
  bool combined = false;
  while (text.Follows(out.end + 1) && text.Is(out.end, NumeralCue::kOf) && text.KindOf(out.end + 1) == Kind::kVague) {
    const NumeralWord& next = text.Word(out.end + 1);
    out.value *= next.value / 2;
    out.bound = next.bound;
    out.end += 2;
    combined = true;
  }
  return first.only_before_of && !combined ? std::nullopt : std::optional(out);
}

// "several hundred", "a few thousand", "a couple of dozen".
std::optional<Numeral> Several(const NumeralText& text, Numeral out) {
  uint32_t at = out.begin;
  if (text.Is(at, NumeralCue::kIndefiniteArticle) && text.Follows(at + 1)) ++at;
  if (!text.Is(at, NumeralCue::kSeveral)) return std::nullopt;
  ++at;
  if (text.Follows(at) && text.Is(at, NumeralCue::kOf)) ++at;
  out.value = 2;
  bool any = false;
  for (; text.Follows(at); ++at) {
    const NumeralWord& word = text.Word(at);
    const bool plural = word.kind == Kind::kVague && !word.only_before_of && !any;
    if (word.kind != Kind::kMultiplier && word.kind != Kind::kGroup && !plural) break;
    const double unit = word.kind == Kind::kVague ? word.value / 2 : word.value;
    out.value *= unit;
    out.bound = BoundOfSeveral(unit);
    any = true;
    // "several hundreds of thousands"
    if (text.Follows(at + 2) && text.Is(at + 1, NumeralCue::kOf) && text.KindOf(at + 2) == Kind::kVague) ++at;
  }
  out.end = at;
  return any ? std::optional(out) : std::nullopt;
}

}  // namespace

std::optional<Numeral> ParseVague(const NumeralText& text, uint32_t at) {
  Numeral out;
  out.begin = at;
  out.vague = true;
  out.spelled = true;
  return text.KindOf(at) == Kind::kVague ? Plural(text, out) : Several(text, out);
}

}  // namespace diurna
