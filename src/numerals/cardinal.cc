// A cardinal is a row of pieces below a thousand ("two hundred and fifty-three", "1.5"), each with its multipliers
// ("million", "lakh crore"), in falling order of size: "3 lakh 50 thousand". Its first piece may be an article or a
// half ("a hundred", "half a million") or a multiplier alone ("hundred arrests"), and a piece may end in a half ("two
// and a half million").

#include <limits>

#include "numerals/digits.h"
#include "numerals/grammar.h"

namespace diurna {

namespace {

using Kind = NumeralWord::Kind;

constexpr double kHundred = 100;
// "a score" is rather a result than twenty.
constexpr double kScore = 20;

// ---- pieces in words ----

bool IsUnitAboveZero(const NumeralText& text, uint32_t i) {
  return text.Follows(i) && text.KindOf(i) == Kind::kUnit && text.Word(i).value > 0;
}

// "seven", "nineteen", "forty-two". Moves `*at` behind it.
std::optional<double> ReadBelow100(const NumeralText& text, uint32_t* at) {
  const NumeralWord& word = text.Word(*at);
  if (word.kind != Kind::kUnit && word.kind != Kind::kTeen && word.kind != Kind::kTen) return std::nullopt;
  ++*at;
  if (word.kind != Kind::kTen) return word.value;
  const uint32_t unit = text.Joined(*at);
  if (!IsUnitAboveZero(text, unit)) return word.value;
  *at = unit + 1;
  return word.value + text.Word(unit).value;
}

// What goes on a hundred: "and six", "six"; 0 where nothing does.
double ReadBehindHundred(const NumeralText& text, uint32_t* at) {
  uint32_t i = text.Follows(*at) && text.Is(*at, NumeralCue::kAnd) ? *at + 1 : text.Joined(*at);
  if (!text.Follows(i)) return 0;
  const std::optional<double> more = ReadBelow100(text, &i);
  if (more) *at = i;
  return more.value_or(0);
}

// "seven", "forty-two", "two hundred and six".
std::optional<double> ReadBelow1000(const NumeralText& text, uint32_t* at) {
  std::optional<double> value = ReadBelow100(text, at);
  if (!value) return std::nullopt;
  const uint32_t next = text.Joined(*at);
  if (text.Follows(next) && text.KindOf(next) == Kind::kMultiplier && text.Word(next).value == kHundred) {
    *at = next + 1;
    *value = *value * kHundred + ReadBehindHundred(text, at);
  }
  return value;
}

// ---- pieces in digits ----

// "1.200": one dot with three digits behind it, which may part thousands.
bool HasThreeDecimals(std::string_view digits) {
  const size_t dot = digits.find('.');
  return dot != std::string_view::npos && digits.size() - dot == 4 && dot > 0 && dot < 4 && digits[0] != '0' &&
         digits.find('.', dot + 1) == std::string_view::npos;
}

// Groups of three digits behind a first one, parted by blanks: "1 200", "1 299,00". True where there are any.
bool ReadBlankedGroups(const NumeralText& text, uint32_t* at, double* value) {
  constexpr size_t kGroup = 3;
  constexpr double kThousand = 1000;
  bool any = false;
  const auto group = [&] { return text.Follows(*at) && text.IsDigits(*at) && text.OneByteBehind(*at); };
  for (; group() && text.Text(*at).size() == kGroup && IsPlainDigits(text.Text(*at)); ++*at) {
    *value = *value * kThousand + *ParseDigits(text.Text(*at));
    any = true;
  }
  if (!group()) return any;
  // The last group carries the decimals.
  const std::string_view last = text.Text(*at);
  if (last.size() <= kGroup + 1 || last.size() > kGroup + 3 || (last[kGroup] != ',' && last[kGroup] != '.')) return any;
  if (const std::optional<double> rest = ParseDigits(last)) {
    *value = *value * kThousand + *rest;
    ++*at;
    any = true;
  }
  return any;
}

// A fraction behind whole digits: "2½", "2 1/2". 0 where there is none.
double ReadFractionBehind(const NumeralText& text, bool plain, uint32_t* at) {
  const uint32_t i = *at;
  if (!text.Follows(i)) return 0;
  if (const double sign = VulgarFraction(text.atom(i).sign); sign > 0) {
    ++*at;
    return sign;
  }
  const bool stroke = plain && text.Follows(i + 2) && text.IsDigits(i) && !text.Glued(i) && text.IsSign(i + 1, U'/') &&
                      text.Glued(i + 1) && text.IsDigits(i + 2) && text.Glued(i + 2);
  if (!stroke || text.Text(i).size() != 1 || text.Text(i + 2).size() > 2) return 0;
  const double over = *ParseDigits(text.Text(i)), under = *ParseDigits(text.Text(i + 2));
  if (over <= 0 || under <= over) return 0;
  *at += 3;
  return over / under;
}

// A run of digits with what is written with it: "1,200", "1 200", "2½". Says in `numeral` how it is written.
std::optional<double> ReadDigits(const NumeralText& text, uint32_t* at, Numeral* numeral) {
  constexpr size_t kLongestFirstGroup = 3;
  const std::string_view digits = text.Text(*at);
  std::optional<double> value = ParseDigits(digits);
  if (!value) return std::nullopt;
  const bool plain = IsPlainDigits(digits);
  numeral->plain_digits = plain;
  numeral->three_decimals = HasThreeDecimals(digits);
  ++*at;
  if (plain && digits.size() <= kLongestFirstGroup && digits[0] != '0' && ReadBlankedGroups(text, at, &*value)) {
    numeral->plain_digits = false;
  }
  if (const double fraction = ReadFractionBehind(text, plain, at); fraction > 0) {
    *value += fraction;
    numeral->plain_digits = false;
  }
  return value;
}

// ---- the whole ----

// The atom behind "and a half", "and-a-half", "and one half", or nullopt.
std::optional<uint32_t> BehindAndAHalf(const NumeralText& text, uint32_t i) {
  if (!text.Follows(i) || !text.Is(i, NumeralCue::kAnd) || !text.Follows(i + 1)) return std::nullopt;
  uint32_t half = text.IsHyphen(i + 1) ? i + 2 : i + 1;
  if (text.Is(half, NumeralCue::kIndefiniteArticle) || text.Is(half, NumeralCue::kOne)) ++half;
  half = text.Joined(half);
  return text.Follows(half) && text.IsHalf(half) ? std::optional(half + 1) : std::nullopt;
}

class CardinalReader {
 public:
  CardinalReader(const NumeralText& text, uint32_t at) : text_(text), at_(at) { out_.begin = at; }

  std::optional<Numeral> Read() {
    if (!text_.Exists(at_) || !ReadFirst()) return std::nullopt;
    if (!closed_) {
      while (goes_on_ && ReadNext()) {
      }
      ReadDecimals();
    }
    out_.value = total_;
    out_.end = at_;
    return out_;
  }

 private:
  // ---- the first piece; each false where the numeral does not begin so ----

  bool ReadFirst() {
    if (VulgarFraction(text_.atom(at_).sign) > 0) return ReadSign();
    if (text_.IsDigits(at_)) {
      const std::optional<double> value = ReadDigits(text_, &at_, &out_);
      if (value) Scale(*value, true);
      return value.has_value();
    }
    if (const std::optional<double> value = ReadBelow1000(text_, &at_)) {
      out_.spelled = true;
      Scale(*value, false);
      return true;
    }
    if ((text_.Is(at_, NumeralCue::kIndefiniteArticle) || text_.IsHalf(at_)) && text_.Follows(at_ + 1)) {
      return ReadArticleOrHalf();
    }
    return ReadBareMultiplier();
  }

  // "½ million"
  bool ReadSign() {
    const double value = VulgarFraction(text_.atom(at_).sign);
    ++at_;
    const uint32_t behind = at_;
    out_.multiplier = ReadMultipliers(text_, true, &at_, &out_);
    total_ = value * out_.multiplier;
    closed_ = true;
    return at_ > behind;
  }

  // "a hundred and six", "a dozen", "half a million", "a half million", "half-million".
  bool ReadArticleOrHalf() {
    double start = 1;
    uint32_t i = at_;
    if (text_.Is(i, NumeralCue::kIndefiniteArticle)) ++i;
    if (text_.IsHalf(i)) {
      start = 0.5;
      ++i;
      if (text_.Follows(i) && text_.Is(i, NumeralCue::kIndefiniteArticle)) ++i;
    }
    i = text_.Joined(i);
    if (!text_.Follows(i)) return false;
    const NumeralWord& word = text_.Word(i);
    const bool group = word.kind == Kind::kGroup && word.value != kScore;
    if (word.kind != Kind::kMultiplier && !group) return false;
    out_.spelled = true;
    at_ = i + 1;
    if (group) {
      Scale(start * word.value, false);
    } else if (word.value == kHundred && start == 1) {
      Scale(kHundred + ReadBehindHundred(text_, &at_), false);
    } else {
      ReadBehindMultiplier(start * word.value, word.value);
    }
    return true;
  }

  // Behind "a million": "and a half", or further multipliers.
  void ReadBehindMultiplier(double value, double multiplier) {
    out_.multiplier = multiplier;
    last_ = multiplier;
    total_ = value;
    if (const std::optional<uint32_t> half = BehindAndAHalf(text_, at_)) {
      total_ += multiplier / 2;
      at_ = *half;
      return;
    }
    const double more = ReadMultipliers(text_, false, &at_, &out_);
    total_ *= more;
    last_ *= more;
  }

  // "hundred people", "dozen arrests": without an article, in headlines.
  bool ReadBareMultiplier() {
    const NumeralWord& word = text_.Word(at_);
    if ((word.kind != Kind::kMultiplier && word.kind != Kind::kGroup) || word.value == kScore) return false;
    total_ = word.value;
    out_.spelled = true;
    ++at_;
    goes_on_ = false;
    return true;
  }

  // What stands behind the first piece: a half, a group ("two dozen"), multipliers.
  void Scale(double piece, bool digits) {
    const std::optional<uint32_t> half = BehindAndAHalf(text_, at_);
    if (half) {
      piece += 0.5;
      at_ = *half;
    }
    const uint32_t group = text_.Joined(at_);
    if (text_.Follows(group) && text_.KindOf(group) == Kind::kGroup) {
      total_ = piece * text_.Word(group).value;
      at_ = group + 1;
      closed_ = true;
      return;
    }
    out_.multiplier = ReadMultipliers(text_, digits, &at_, &out_);
    total_ = piece * out_.multiplier;
    if (!half && !digits) total_ += ReadHalfOf(out_.multiplier);
    goes_on_ = out_.multiplier != 1;
    last_ = out_.multiplier;
  }

  // "and a half" behind a multiplier.
  double ReadHalfOf(double multiplier) {
    if (multiplier == 1) return 0;
    const std::optional<uint32_t> half = BehindAndAHalf(text_, at_);
    if (!half) return 0;
    at_ = *half;
    return multiplier / 2;
  }

  // ---- later pieces ----

  // False where the numeral ends before it.
  bool ReadNext() {
    const bool with_and = text_.Follows(at_) && text_.Is(at_, NumeralCue::kAnd);
    uint32_t i = with_and ? at_ + 1 : text_.Joined(at_);
    if (!text_.Follows(i)) return false;
    const bool digits = text_.IsDigits(i);
    if (digits && with_and) return false;
    Numeral ignored;
    const std::optional<double> piece = digits ? ReadDigits(text_, &i, &ignored) : ReadBelow1000(text_, &i);
    if (!piece || BehindAndAHalf(text_, i)) return false;
    const double multiplier = ReadMultipliers(text_, digits, &i, &ignored);
    if (!GoesOn(*piece, multiplier, digits, with_and)) return false;
    at_ = i;
    total_ += *piece * multiplier;
    if (!digits) total_ += ReadHalfOf(multiplier);
    goes_on_ = multiplier != 1;
    last_ = multiplier;
    return true;
  }

  bool GoesOn(double piece, double multiplier, bool digits, bool with_and) const {
    constexpr double kThousand = 1000;
    // A later piece is smaller than the multiplier before it.
    if (multiplier >= last_ || piece >= last_) return false;
    // Bare digits do not go on a number.
    if (multiplier == 1 && digits) return false;
    if (multiplier == 1 && with_and && last_ < kThousand) return false;
    // "five million and three" and "two million five" need words throughout; "3 lakh 50 thousand" goes on.
    return out_.spelled || (!with_and && multiplier != 1);
  }

  // "three point five million"
  void ReadDecimals() {
    if (!out_.spelled || !text_.Is(at_, NumeralCue::kDecimalPoint) || !text_.Follows(at_ + 1)) return;
    uint32_t i = at_ + 1;
    if (text_.KindOf(i) != Kind::kUnit) return;
    double scale = 0.1;
    for (; text_.Follows(i) && text_.KindOf(i) == Kind::kUnit; ++i) {
      total_ += text_.Word(i).value * scale;
      scale /= 10;
    }
    out_.multiplier = ReadMultipliers(text_, true, &i, &out_);
    total_ *= out_.multiplier;
    at_ = i;
  }

  const NumeralText& text_;
  uint32_t at_;  // the atom behind what is read
  Numeral out_;
  double total_ = 0;
  double last_ = std::numeric_limits<double>::infinity();  // multiplier of the last piece, which the next is below
  bool goes_on_ = true;                                    // a further piece may follow
  bool closed_ = false;                                    // nothing may follow, not even decimals
};

}  // namespace

double ReadMultipliers(const NumeralText& text, bool after_digits, uint32_t* at, Numeral* numeral) {
  double product = 1;
  for (;;) {
    const uint32_t next = text.Joined(*at);
    if (!text.Follows(next)) return product;
    const NumeralWord& word = text.Word(next);
    if (word.kind == Kind::kMultiplier && (word.value > kHundred || after_digits || product > 1)) {
      product *= word.value;
      *at = next + 1;
      after_digits = false;
      continue;
    }
    // "5m", "5 mn": a letter alone must stand right behind the digits.
    const bool attached = after_digits && word.attached > 0 && next == *at && text.atom(next).type == Atom::Type::kWord;
    const bool letter = attached && text.Text(next).size() == 1;
    if (!attached || (letter && !text.Glued(next))) return product;
    numeral->attached_letter = letter;
    *at = next + 1;
    return word.attached;
  }
}

std::optional<Numeral> ParseCardinal(const NumeralText& text, uint32_t at) { return CardinalReader(text, at).Read(); }

}  // namespace diurna
