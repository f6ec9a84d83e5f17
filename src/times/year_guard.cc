// Four digits are a year or a count. Between 1900 and 2099 they are a year unless something speaks against it; outside,
// only where something speaks for it: a preposition before them, an era, the name recogniser. Round numbers are rather
// counts, others years. Those of far years are a count wherever they can be. Which words speak for or against is in
// lexicon/times.toml.

#include "syntax/closed_class.h"
#include "syntax/tree.h"
#include "times/guards.h"

namespace diurna {

namespace {

constexpr int kModern = 1900;        // the first year of which reports commonly speak
constexpr int kModernEnd = 2100;     // and the end of those
constexpr int kRound = 50;           // its multiples are round numbers
constexpr uint32_t kCountReach = 2;  // tokens to a counted noun, past an adjective

class YearGuard {
 public:
  YearGuard(const TimeText& text, uint32_t begin, uint32_t end)
      : text_(text),
        begin_(begin),
        end_(end),
        token_(text.TokenOf(end - 1)),
        follows_(text.Continues(end)),
        before_(text.Continues(begin) ? text.TokenOf(begin - 1).lower : std::string_view()),
        year_(ValueOf(TimeSlot::kYear)),
        far_(ValueOf(TimeSlot::kFarYear) != 0) {}

  bool Holds() const {
    if (far_) return IsPartOfDate();
    if (year_ == 0 || HasEra()) return true;
    if (Before(TimeCue::kNoYearAfter) || (text_[begin_].glued && begin_ > 0 && before_ == ".")) return false;
    if (follows_ && IsCountedByNext()) return false;
    if (year_ < kModern && (before_.empty() || before_ == ".") && follows_) return false;
    switch (Entity()) {
      case EntityType::kDate:
        return true;
      case EntityType::kMoney:
      case EntityType::kPercent:
      case EntityType::kQuantity:
        return false;
      default:
        break;
    }
    return IsModern() ? HoldsForModern() : HoldsForOther();
  }

 private:
  int ValueOf(TimeSlot slot) const {
    int year = 0;
    for (uint32_t i = begin_; i < end_; ++i) {
      for (const TimeSense& sense : text_.SensesOf(text_[i])) {
        if (sense.slot == slot) year = static_cast<int>(sense.value);
      }
    }
    return year;
  }

  // "the year 3000", "March 6, 3000": nothing follows that the digits could count, or they hang on the word before them
  // all the same. "On March 6, 3000 people marched", "3000 of them marched" count.
  bool IsPartOfDate() const {
    if (!follows_) return true;
    const Token& next = text_.TokenOf(end_);
    if (IsDeterminer(next) || IsPunctuation(next)) return true;
    if (IsNoun(next) || IsAdjective(next) || IsNumeral(next)) return false;
    return token_.head >= text_[begin_].token && token_.head < text_[end_ - 1].token;
  }

  bool Before(TimeCue cue) const { return text_.words().Is(cue, before_); }
  bool IsModern() const { return year_ >= kModern && year_ < kModernEnd; }
  bool IsRound() const { return year_ % kRound == 0; }

  // "BC" and "AD" say it; so does "the year".
  bool HasEra() const { return text_[end_ - 1].sense_count > 0 && IsProperNoun(token_) && end_ - begin_ > 1; }

  EntityType Entity() const {
    if (token_.entity < 0) return EntityType::kNone;
    return text_.analysis().entities()[static_cast<size_t>(token_.entity)].type;
  }

  // Whether what follows on the line makes the digits a count: "1200 per day", "1500 people".
  bool IsCountedByNext() const {
    const Token& next = text_.TokenOf(end_);
    if (text_.words().Is(TimeCue::kNoYearBefore, next.lower)) return true;
    if (text_[end_].glued && (next.text == "-" || next.text == "/") && end_ + 1 < text_.size() &&
        text_[end_ + 1].glued && year_ < kModern) {
      return true;
    }
    const uint32_t last = text_[end_ - 1].token;
    const Token& head = text_.analysis()[token_.head];
    const bool capital = !next.text.empty() && next.text[0] >= 'A' && next.text[0] <= 'Z';
    const bool counts = (token_.dep == Dep::kNummod || token_.dep == Dep::kQuantmod) && token_.head > last &&
                        token_.head <= last + kCountReach && IsPluralCommonNoun(head) && !capital;
    if (!counts || next.text == ")" || next.text == ",") return false;
    if (!IsModern() && (IsRound() || !closed_class::kThe.Has(before_))) return true;
    return IsRound() && !(Before(TimeCue::kRoundYearAfter) && token_.head > last + 1);
  }

  bool HoldsForModern() const {
    if (Entity() != EntityType::kCardinal || before_.empty() || Before(TimeCue::kYearAfter)) return true;
    // "a 2011 study", "the total 2020 population"
    return !IsRound() && follows_ && IsNoun(text_.TokenOf(end_));
  }

  bool HoldsForOther() const {
    if (!IsRound() && (closed_class::kOf.Has(before_) || closed_class::kAs.Has(before_))) return true;
    return Before(TimeCue::kOldYearAfter);
  }

  const TimeText& text_;
  const uint32_t begin_, end_;
  const Token& token_;             // the last
  const bool follows_;             // something stands behind it on the line
  const std::string_view before_;  // the word before, on the line
  const int year_;
  const bool far_;  // a year that none of today's reports is near
};

}  // namespace

bool IsYear(const TimeText& text, uint32_t begin, uint32_t end) { return YearGuard(text, begin, end).Holds(); }

}  // namespace diurna
