// Words are taken one by one as long as each may follow the one before: a unit behind a ten or a multiplier, a
// multiplier behind anything. Multipliers from a thousand up close a group ("two hundred thousand and six").

#include "times/spelled_number.h"

#include "syntax/closed_class.h"

namespace diurna {

namespace {

using Kind = TimeNumberWord::Kind;

class SpelledNumberReader {
 public:
  SpelledNumberReader(const TimeText& text, uint32_t at) : text_(text), at_(at), end_(at) {}

  std::optional<SpelledNumber> Read() {
    constexpr uint32_t kLongest = 20;
    const std::optional<double> digits = Digits();
    if (digits) {
      Begin(*digits);
    } else if (WordAt(at_ + 1).kind == Kind::kMultiplier && closed_class::kIndefiniteArticle.Has(text_.Word(at_))) {
      Begin(1);
    }
    spelled_ = !digits;
    while (end_ < text_.size() && !ordinal_ && Take()) {
    }
    const uint32_t length = end_ - at_;
    if (length == 0 || length > kLongest || (digits && length == 1)) return std::nullopt;
    return SpelledNumber{length, ordinal_.value_or(total_ + group_), ordinal_.has_value()};
  }

 private:
  // What digits at the first atom are worth.
  std::optional<double> Digits() const {
    std::optional<double> value;
    for (const TimeSense& sense : text_.SensesOf(text_[at_])) {
      if (sense.word_class == static_cast<uint8_t>(DigitClass::kNum)) value = sense.value;
    }
    return value;
  }

  void Begin(double value) {
    group_ = value;
    last_ = Kind::kUnit;
    ++end_;
  }

  // The word of an atom, which must not start a line.
  const TimeNumberWord& WordAt(uint32_t i) const {
    return text_.words().Number(i < text_.size() && (i == 0 || text_.Continues(i)) ? text_[i].word : 0);
  }

  // Takes the word at the end, with a hyphen or "and" before it.
  bool Take() {
    if (end_ > at_ && text_[end_].line_start) return false;
    const uint32_t next = PastJoint();
    const TimeNumberWord& word = WordAt(next);
    const bool any = last_ != Kind::kNone;
    const bool fresh = !any || last_ == Kind::kMultiplier;
    if (word.kind == Kind::kMultiplier && any) {
      Multiply(word.value);
    } else if ((word.kind == Kind::kUnit && (fresh || last_ == Kind::kTen)) ||
               ((word.kind == Kind::kTeen || word.kind == Kind::kTen) && fresh)) {
      group_ += word.value;
    } else if (spelled_ && MayEnd(word.ordinal_kind)) {
      ordinal_ = total_ + group_ + word.ordinal;
    } else {
      return false;
    }
    last_ = word.kind;
    end_ = next + 1;
    return true;
  }

  void Multiply(double value) {
    constexpr double kThousand = 1000;
    if (value >= kThousand) {
      total_ += group_ * value;
      group_ = 0;
    } else {
      group_ *= value;
    }
  }

  // Whether an ordinal of that kind may stand here: "first", "twenty-first", "hundred and first".
  bool MayEnd(Kind ordinal) const {
    if (ordinal == Kind::kNone) return false;
    return last_ == Kind::kNone || (last_ == Kind::kTen && ordinal == Kind::kUnit) ||
           (last_ == Kind::kMultiplier && ordinal != Kind::kMultiplier);
  }

  // The atom behind a hyphen or "and" that joins numbers, else the end.
  uint32_t PastJoint() const {
    if (last_ == Kind::kNone) return end_;
    const std::string_view joint = text_.Word(end_);
    const bool hyphen = joint == "-";
    const TimeNumberWord& next = WordAt(end_ + 1);
    if ((hyphen || (last_ == Kind::kMultiplier && closed_class::kAnd.Has(joint))) && next.kind != Kind::kNone) {
      return last_ == Kind::kTen || last_ == Kind::kMultiplier || next.kind == Kind::kMultiplier ? end_ + 1 : end_;
    }
    return hyphen && last_ == Kind::kTen && next.ordinal_kind == Kind::kUnit ? end_ + 1 : end_;
  }

  const TimeText& text_;
  const uint32_t at_;
  uint32_t end_;
  double total_ = 0, group_ = 0;
  std::optional<double> ordinal_;
  Kind last_ = Kind::kNone;  // of what was taken last
  bool spelled_ = false;     // no digits begin it
};

}  // namespace

std::optional<SpelledNumber> ReadSpelledNumber(const TimeText& text, uint32_t at) {
  return SpelledNumberReader(text, at).Read();
}

}  // namespace diurna
