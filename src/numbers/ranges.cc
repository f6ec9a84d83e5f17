// A second number makes a range where it is higher and measured in the same. "from 5 to 10" is a change rather than a
// range, unless a word before it says so ("ranging from 5 to 10"); "5 or 6" is one, "5 or 60" two numbers. The first
// number takes the second's multiplier ("2 to 3 million").

#include "numbers/ranges.h"

#include "numbers/money.h"
#include "numbers/suffix.h"

namespace diurna {

namespace {

// Counts that are no results, and years, begin here.
constexpr double kThousand = 1000;

// The second number and what joins it to the first.
struct Second {
  uint32_t joint = 0;  // atom of the dash or word
  Numeral numeral;
  Suffix suffix;
  const CurrencySense* sign = nullptr;
};

// The atom that joins a number over atoms [begin, end) to one behind it.
std::optional<uint32_t> JointAt(const NumberText& text, uint32_t begin, uint32_t end) {
  if (!text.Follows(end) || !text.Follows(end + 1)) return std::nullopt;
  const auto before = [&](NumberCue cue) { return text.HasBefore(begin) && text.Is(begin - 1, cue); };
  bool joins = false;
  if (text.IsSign(end, U'-')) {
    joins = text.Glued(end) == text.Glued(end + 1);
  } else if (text.Is(end, NumberCue::kTo)) {
    const bool change = before(NumberCue::kFrom) && (begin < 2 || !text.IsLemma(begin - 2, NumberCue::kRangeBefore));
    joins = !change && !(begin > 0 && text.Is(begin - 1, NumberCue::kBy));
  } else if (text.Is(end, NumeralCue::kAnd)) {
    joins = before(NumberCue::kBetween);
  } else {
    joins = text.Is(end, NumberCue::kOr);
  }
  return joins ? std::optional(end) : std::nullopt;
}

std::optional<Second> ReadSecond(const NumberText& text, const NumberDraft& first) {
  const std::optional<uint32_t> joint = JointAt(text, first.begin, first.end);
  if (!joint) return std::nullopt;
  Second out;
  out.joint = *joint;
  uint32_t at = *joint + 1;
  if (text.Follows(at) && !text.IsDigits(at) && text.Follows(at + 1) && text.IsDigits(at + 1)) {
    out.sign = SenseOfSign(text, text.Text(at));
    if (out.sign != nullptr) ++at;
  }
  const std::optional<Numeral> numeral = text.IsInTime(at) ? std::nullopt : text.NumeralAt(at);
  if (!numeral || numeral->fraction || numeral->ordinal || numeral->vague) return std::nullopt;
  out.numeral = *numeral;
  out.suffix = SuffixAt(text, numeral->end, first.sign != nullptr || out.sign != nullptr);
  return out;
}

// "2 to 3 million": the first number with the second's multiplier.
double LowOf(const NumberDraft& first, const Second& second) {
  constexpr double kRoundingErrors = 1.0000001;
  const double low = first.value, multiplier = second.numeral.multiplier;
  const bool shared = first.numeral.multiplier == 1 && multiplier > 1 && low < kThousand && !first.suffix.Found() &&
                      low * multiplier < second.numeral.value * kRoundingErrors;
  return shared ? low * multiplier : low;
}

// Whether words of games and votes stand near: before atom `begin` or at `end`.
bool NearScore(const NumberText& text, uint32_t begin, uint32_t end) {
  constexpr uint32_t kNear = 6;
  if (text.Follows(end) && text.Is(text.Joined(end), NumberCue::kScoreNoun)) return true;
  if (text.Follows(end) && text.Follows(end + 1) && text.Is(end + 1, NumberCue::kScoreNoun)) return true;
  const Sentence& sentence = text.analysis().sentences()[text.TokenOf(begin).sentence];
  for (uint32_t at = begin; at > 0 && at + kNear > begin && text.atom(at - 1).token >= sentence.begin; --at) {
    if (text.IsLemma(at - 1, NumberCue::kScore) || text.IsLemma(at - 1, NumberCue::kScoreNoun)) return true;
  }
  return false;
}

// "a 5-4 vote", "2019-20": two plain numbers with a dash.
std::optional<NumberPair> PairOf(const NumberText& text, const NumberDraft& first, const Second& second, double low) {
  constexpr double kLastYear = 2100;
  const bool plain = !first.suffix.Found() && !second.suffix.Found() && first.sign == nullptr &&
                     first.numeral.plain_digits && second.numeral.plain_digits;
  if (!plain || !text.IsSign(second.joint, U'-')) return std::nullopt;
  const uint32_t end = second.numeral.end;
  if (first.value < kThousand && (low >= second.numeral.value || NearScore(text, first.begin, end))) {
    return NumberPair{NumberKind::kScore, end};
  }
  const bool years = first.value >= kThousand && first.value <= kLastYear && second.numeral.value < kLastYear;
  return years ? std::optional(NumberPair{NumberKind::kYear, end}) : std::nullopt;
}

bool IsRange(const NumberText& text, const NumberDraft& first, const Second& second, double low) {
  const double high = second.numeral.value;
  const bool near = !text.Is(second.joint, NumberCue::kOr) || high <= low + 2 || high <= 2 * low;
  const bool same = !first.suffix.Found() || first.suffix.kind == second.suffix.kind;
  const bool money_to_unit = first.sign != nullptr && second.suffix.kind == SuffixKind::kUnit;
  return low < high && near && same && !money_to_unit;
}

}  // namespace

std::optional<NumberPair> ReadRange(const NumberText& text, NumberDraft* draft) {
  const std::optional<Second> second = ReadSecond(text, *draft);
  if (!second) return std::nullopt;
  const double low = LowOf(*draft, *second);
  if (const auto pair = PairOf(text, *draft, *second, low)) return pair;
  if (!IsRange(text, *draft, *second, low)) return std::nullopt;
  draft->value = low;
  draft->high = second->numeral.value;
  draft->numeral.end = second->numeral.end;
  draft->numeral.plain_digits = false;
  draft->end = second->suffix.Found() ? second->suffix.end : second->numeral.end;
  if (second->suffix.Found()) draft->suffix = second->suffix;
  if (draft->sign == nullptr) draft->sign = second->sign;
  return std::nullopt;
}

}  // namespace diurna
