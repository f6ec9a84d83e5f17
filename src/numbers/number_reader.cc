// A numeral is first told from what is no number at all: a telephone number, a piece of a name, "one" as a pronoun.
// What is written with it (a sign, a unit, a second number) makes a draft, whose kind its unit or currency tells. A
// bare count may still be an age, a year or an index. What it counts, its bounds and its rate stand further away, and
// last come the numbers of its sentence that it shares these with.

#include "numbers/number_reader.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "numbers/ages.h"
#include "numbers/bounds.h"
#include "numbers/carried.h"
#include "numbers/conversions.h"
#include "numbers/counted.h"
#include "numbers/money.h"
#include "numbers/names.h"
#include "numbers/phones.h"
#include "numbers/ranges.h"
#include "numbers/rates.h"
#include "numbers/units.h"
#include "numbers/years.h"
#include "syntax/relation.h"
#include "syntax/word.h"

namespace diurna {

namespace {

constexpr double kMillion = 1e6;

NumberMention MentionOf(const NumberText& text, AtomRange atoms, NumberKind kind, double value) {
  NumberMention mention;
  mention.span = {text.atom(atoms.begin).span.begin, text.atom(atoms.end - 1).span.end};
  mention.bound_span = mention.span;
  mention.tokens.begin = text.atom(atoms.begin).token;
  mention.tokens.end = text.atom(atoms.end - 1).token + 1;
  mention.tokens.head = HeadOf(text.analysis(), mention.tokens.begin, mention.tokens.end);
  mention.kind = kind;
  mention.value = value;
  return mention;
}

// "one" that is no count: "no one", "this one", "one of".
bool IsPronounOne(const NumberText& text, const Numeral& numeral) {
  const uint32_t at = numeral.begin, next = at + 1;
  if (numeral.value != 1 || !numeral.spelled || numeral.end != next || !text.Is(at, NumeralCue::kOne)) return false;
  if (text.Follows(next) && (text.Is(next, NumeralCue::kOf) || text.IsSign(next, U'-'))) return true;
  if (text.HasBefore(at)) {
    const Token& before = text.TokenOf(at - 1);
    if (IsDeterminer(before) || IsAdjective(before)) return true;
    if (text.Is(at - 1, NumberCue::kNo) || text.Is(at - 1, NumeralCue::kEach)) return true;
    if (text.Is(at - 1, NumberCue::kAdditionalBefore) && !text.Follows(next)) return true;
  }
  const Token& token = text.TokenOf(at);
  if (token.dep == Dep::kNummod) return false;
  const bool stands_as_noun = IsCoreArgument(token) || IsConjunct(token) || IsRoot(token) || IsApposition(token);
  return !stands_as_noun || IsPersonalPronoun(token);
}

// Whether a minus or a dash right before a numeral makes it negative.
bool IsNegative(const NumberText& text, uint32_t at) {
  if (!text.HasBefore(at)) return false;
  if (text.IsSign(at - 1, U'-')) {
    return text.Glued(at) && (!text.Glued(at - 1) || at == 1) && text.IsDigits(at);
  }
  return text.Is(at - 1, NumeralCue::kMinus) && (at < 2 || text.KindOf(at - 2) == NumeralWord::Kind::kNone);
}

// A numeral with its sign and suffix.
NumberDraft DraftOf(const NumberText& text, const Numeral& numeral, const std::optional<CurrencyBefore>& sign) {
  NumberDraft draft;
  draft.numeral = numeral;
  draft.begin = numeral.begin;
  draft.value = numeral.value;
  if (sign) {
    draft.begin = sign->begin;
    draft.sign = sign->sense;
  } else if (IsNegative(text, numeral.begin)) {
    draft.begin = numeral.begin - 1;
    draft.value = -numeral.value;
  }
  draft.suffix = SuffixAt(text, numeral.end, sign.has_value());
  // "billions of dollars"
  if (numeral.vague && !draft.suffix.Found() && text.Follows(numeral.end) && text.Is(numeral.end, NumeralCue::kOf)) {
    draft.suffix = CurrencyAt(text, numeral.end + 1);
  }
  draft.end = draft.suffix.Found() ? draft.suffix.end : numeral.end;
  return draft;
}

// By the suffix and the sign before.
void SetKind(const NumberText& text, NumberDraft* draft) {
  const Suffix& suffix = draft->suffix;
  draft->span_end = draft->numeral.end;
  draft->currency = draft->sign;
  switch (suffix.kind) {
    case SuffixKind::kPercent:
      draft->kind = NumberKind::kPercent;
      draft->span_end = suffix.end;
      break;
    case SuffixKind::kPercentPoint:
      draft->kind = NumberKind::kPercentPoint;
      draft->span_end = suffix.end;
      break;
    case SuffixKind::kAge:
      draft->kind = NumberKind::kAge;
      break;
    case SuffixKind::kUnit:
      draft->kind = NumberKind::kQuantity;
      draft->unit = text.Text(suffix.begin, suffix.end - 1);
      break;
    case SuffixKind::kCurrency:
      draft->kind = NumberKind::kMoney;
      draft->span_end = suffix.end;
      if (suffix.sense->own || draft->sign == nullptr) draft->currency = suffix.sense;
      break;
    case SuffixKind::kNone:
      break;
  }
  if (draft->sign != nullptr) draft->kind = NumberKind::kMoney;
  if (draft->numeral.fraction && draft->kind == NumberKind::kCount) draft->kind = NumberKind::kFraction;
}

// Whether something that can be counted begins at atom `at`.
bool CountsAt(const NumberText& text, uint32_t at) {
  if (!text.Follows(at) || text.atom(at).type == Atom::Type::kSign) return false;
  const Token& token = text.TokenOf(at);
  return IsNoun(token) || text.Is(at, NumeralCue::kOf) || IsPastParticiple(token) ||
         (IsAdjective(token) && text.Follows(at + 1) && text.TokenOf(at + 1).pos == Pos::kNoun);
}

// A count with a unit that no suffix tells: "5m" of metres where nothing is counted, "magnitude 6.3".
void FindUnitOfCount(const NumberText& text, NumberDraft* draft) {
  const Numeral& numeral = draft->numeral;
  if (numeral.attached_letter && numeral.multiplier == kMillion && !CountsAt(text, draft->end)) {
    draft->kind = NumberKind::kQuantity;
    draft->value /= kMillion;
    if (draft->high) *draft->high /= kMillion;
    draft->unit = text.Text(numeral.end - 1);
    draft->span_end = numeral.end - 1 > draft->begin ? numeral.end - 1 : numeral.end;
  } else if (std::optional<std::string> unit = UnitBefore(text, draft->begin)) {
    draft->kind = NumberKind::kQuantity;
    draft->unit = std::move(*unit);
  }
}

// "scores" and "hundreds" alone count where people or things follow, or where they are a subject.
bool VagueCounts(const NumberText& text, const Numeral& numeral) {
  if (numeral.bound != Bound::kAbout) return true;
  const uint32_t at = numeral.begin, end = numeral.end;
  if (at > 0) {
    const Token& before = text.TokenOf(at - 1);
    if (IsDeterminer(before) || IsPossessivePronoun(before) || IsPlainAdjective(before)) return false;
    if (text.TokenOf(at).pos == Pos::kVerb) return false;
  }
  if (!text.Follows(end)) return false;
  const Token& next = text.TokenOf(end);
  return text.Is(end, NumeralCue::kOf) || text.Is(end, NumberCue::kAdditionalAfter) || text.Is(end, NumberCue::kDead) ||
         IsPastTense(next) || (IsPresentTense(next) && !IsThirdPersonPresent(next));
}

// A hundredth of a currency in the currency, without the noise of binary fractions.
double InWholeCurrency(double hundredths) { return std::round(hundredths * kMillion / 100) / kMillion; }

NumberMention MentionOf(const NumberText& text, const NumberDraft& draft) {
  NumberMention mention = MentionOf(text, {draft.begin, draft.SpanEnd()}, draft.kind, draft.value);
  mention.high = draft.high;
  mention.unit = draft.unit;
  if (draft.kind != NumberKind::kMoney || draft.currency == nullptr) return mention;
  if (draft.currency->part) {
    mention.value = InWholeCurrency(mention.value);
    if (mention.high) mention.high = InWholeCurrency(*mention.high);
  }
  if (NamesCurrency(*draft.currency)) {
    mention.currency = text.words().currencies.currency(draft.currency->currency).code;
  }
  return mention;
}

void SetCounted(const NumberText& text, const NumberDraft& draft, NumberMention* mention) {
  constexpr double kThousand = 1000;
  const uint32_t behind = draft.Behind();
  mention->counted = CountedBy(text.analysis(), text.words(), *mention, text.atom(behind - 1).token + 1);
  // "250 a day earlier"
  if (text.Follows(behind + 1) && text.Is(behind, NumeralCue::kIndefiniteArticle) &&
      mention->counted == text.atom(behind + 1).token) {
    mention->counted = std::nullopt;
  }
  // "1.200 people": the dot parts thousands where whole things are counted.
  if (!mention->counted || mention->kind != NumberKind::kCount || mention->high) return;
  const bool several = IsPluralCommonNoun(text.analysis()[*mention->counted]);
  if (several && draft.numeral.three_decimals && draft.numeral.multiplier == 1) {
    mention->value = std::round(mention->value * kThousand);
  }
}

// The last atom of the noun that is counted, where it stands behind the number; else 0.
uint32_t CountedBehind(const NumberText& text, const NumberDraft& draft, const NumberMention& mention) {
  const bool behind = mention.counted && *mention.counted >= mention.tokens.end;
  return behind ? text.AtomOf(*mention.counted, draft.Behind()) : 0;
}

}  // namespace

uint32_t NumberReader::Read(const Numeral& numeral) {
  const uint32_t at = numeral.begin;
  if (numeral.ordinal) return Keep(at, numeral.end, NumberKind::kOrdinal, numeral.value);
  const std::optional<CurrencyBefore> sign = FindCurrencyBefore(text_, at);
  if (text_.IsDigits(at)) {
    if (const std::optional<uint32_t> end = ReadNoNumber(numeral, sign.has_value())) return *end;
  }
  if (IsPronounOne(text_, numeral)) return numeral.end;
  if (!sign && !numeral.fraction && !numeral.vague && IsPostcode(text_, numeral)) {
    return Keep(at, numeral.end, NumberKind::kName, 0);
  }
  NumberDraft draft = DraftOf(text_, numeral, sign);
  if (!numeral.fraction) {
    if (const auto pair = ReadRange(text_, &draft)) return Keep(draft.begin, pair->end, pair->kind, draft.value);
  }
  return ReadDraft(std::move(draft));
}

std::optional<uint32_t> NumberReader::ReadNoNumber(const Numeral& digits, bool money) {
  const uint32_t at = digits.begin;
  if (const std::optional<uint32_t> end = EndOfPhone(text_, at)) {
    const bool plus = at > 0 && text_.IsSign(at - 1, U'+') && text_.Glued(at);
    const bool bracket = at > 0 && text_.IsSign(at - 1, U'(') && text_.IsSign(at + 1, U')');
    return Keep(plus || bracket ? at - 1 : at, *end, NumberKind::kPhone, 0);
  }
  const std::optional<uint32_t> end = EndOfNameFromDigits(text_, digits);
  if (!money && IsWrittenIntoName(text_, at)) return KeepName(at, end.value_or(digits.end));
  const uint32_t next = digits.end;  // "21st"
  if (text_.Follows(next) && text_.Glued(next) && text_.Is(next, NumberCue::kOrdinalEnding)) {
    return Keep(at, next + 1, NumberKind::kOrdinal, digits.value);
  }
  return end ? std::optional(KeepName(at, *end)) : std::nullopt;
}

uint32_t NumberReader::Keep(uint32_t begin, uint32_t end, NumberKind kind, double value) {
  found_.push_back(MentionOf(text_, {begin, end}, kind, value));
  return end;
}

uint32_t NumberReader::KeepName(uint32_t begin, uint32_t end) {
  const AtomRange name = WrittenTogether(text_, {begin, end}, found_.empty() ? 0 : found_.back().span.end);
  return Keep(name.begin, name.end, NumberKind::kName, 0);
}

uint32_t NumberReader::ReadDraft(NumberDraft draft) {
  const Numeral& numeral = draft.numeral;
  SetKind(text_, &draft);
  const bool one_word = numeral.begin + 1 == numeral.end;
  if (numeral.vague && draft.kind == NumberKind::kCount && one_word && !VagueCounts(text_, numeral)) {
    return numeral.end;
  }
  if (draft.kind == NumberKind::kCount) FindUnitOfCount(text_, &draft);
  if (const std::optional<uint32_t> end = ReadNoCount(draft)) return *end;
  NumberMention mention = MentionOf(text_, draft);
  if (mention.kind != NumberKind::kAge) SetCounted(text_, draft, &mention);
  const uint32_t counted = CountedBehind(text_, draft, mention);
  ReadBounds(text_, draft, counted, &mention);
  if (mention.kind == NumberKind::kCount && !numeral.vague && IsAgeByWords(text_, draft, mention)) {
    mention.kind = NumberKind::kAge;
    mention.counted = std::nullopt;
  } else {
    Relate(draft, counted, &mention);
  }
  found_.push_back(std::move(mention));
  return std::max(draft.Behind(), numeral.end);
}

std::optional<uint32_t> NumberReader::ReadNoCount(const NumberDraft& draft) {
  const Numeral& numeral = draft.numeral;
  const bool count = draft.kind == NumberKind::kCount;
  const bool unit = draft.kind == NumberKind::kQuantity;
  const bool plain = count && !numeral.vague && !draft.IsRange();
  const auto keep = [&](NumberKind kind) { return Keep(draft.begin, numeral.end, kind, draft.value); };
  if (plain && IsAgeInCommas(text_, draft, found_)) return keep(NumberKind::kAge);
  if (!numeral.vague && (count || (unit && draft.suffix.kind == SuffixKind::kUnit)) &&
      (IsNamedBefore(text_, numeral) || (count && IsNamedBehind(text_, numeral)))) {
    return keep(NumberKind::kName);
  }
  if (plain && numeral.plain_digits && IsYear(text_, draft)) return keep(NumberKind::kYear);
  if (unit && IsPosition(text_, draft.suffix)) {
    return Keep(draft.begin, draft.suffix.end, NumberKind::kName, draft.value);
  }
  return std::nullopt;
}

void NumberReader::Relate(const NumberDraft& draft, uint32_t counted, NumberMention* mention) {
  constexpr uint32_t kNear = 8;  // atoms from a number to the noun that a rate may stand behind
  const Analysis& analysis = text_.analysis();
  const uint32_t behind = draft.Behind();
  if (!ReadRate(text_, behind, mention) && counted != 0 && counted < behind + kNear) {
    ReadRate(text_, counted + 1, mention);
  }
  ShareMeasure(analysis, *mention, &found_);
  TakeUpMeasure(text_, draft.begin, found_, mention);
  ReadConversion(text_, draft.begin, found_, mention);
  if (mention->converts && text_.Follows(behind) && text_.IsSign(behind, U')')) {
    // "50 tenge (about 0.74 yuan) per litre"
    NumberMention& converted = found_[*mention->converts];
    if (converted.per.empty() && ReadRate(text_, behind + 1, &converted)) ShareRate(analysis, converted, &found_);
  }
  ShareRate(analysis, *mention, &found_);
  // A noun that is a number of the same kind is not counted.
  if (mention->counted && !found_.empty() && found_.back().kind == mention->kind) {
    const uint32_t noun = *mention->counted;
    const TokenRange& before = found_.back().tokens;
    if (before.begin <= noun && noun < before.end) mention->counted = std::nullopt;
  }
  TakeUpCounted(text_, found_, mention);
  if (mention->kind == NumberKind::kFraction && mention->value >= 1) mention->value = std::round(mention->value);
}

}  // namespace diurna
