// Every reading of the digits is offered, the rules choose: "1345" is a year, a clock time and a number. What cannot be
// true of one piece alone (a month of 13, a clock time of 25:00) is not offered.

#include "times/digits.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "syntax/closed_class.h"

namespace diurna {

namespace {

constexpr double kMinute = 60;
constexpr double kHour = 3600;
constexpr size_t kMostDigits = 12;
constexpr double kMonthDays = 31;
constexpr double kMonths = 12;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool AllDigits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit); }

std::optional<double> Parse(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// The senses of one piece.
class DigitReader {
 public:
  DigitReader(std::string_view text, std::vector<TimeSense>* senses) : text_(text), senses_(senses) {}

  void Read() {
    const size_t digits = static_cast<size_t>(std::find_if_not(text_.begin(), text_.end(), IsDigit) - text_.begin());
    if (digits == 0 || digits > kMostDigits) return;
    const std::optional<double> value = Parse(text_.substr(0, digits));
    if (!value) return;
    const std::string_view rest = text_.substr(digits);
    if (rest.empty()) {
      Whole(*value);
    } else if (closed_class::kOrdinalEnding.Has(rest)) {
      Add(DigitClass::kOrd, TimeSlot::kOrdinal, *value);
      if (*value >= 1 && *value <= kMonthDays) Add(DigitClass::kDayOrdinal, TimeSlot::kDay, *value);
    } else if (closed_class::kPluralEnding.Has(rest)) {
      Plural(*value, digits);
    } else {
      Clock(*value, digits, rest);
      Number(rest[0]);
    }
  }

 private:
  void Add(DigitClass digits, TimeSlot slot, double value) {
    senses_->push_back({static_cast<uint8_t>(digits), slot, 1, value});
  }

  // "5", "05", "1345", "1987"
  void Whole(double value) {
    const size_t size = text_.size();
    Add(DigitClass::kNum, TimeSlot::kNumber, value);
    if (size <= 4) Add(DigitClass::kDigits, TimeSlot::kNumber, value);
    if (size == 4) {
      const double minutes = std::fmod(value, 100);
      constexpr double kFirstYear = 1000, kFarYear = 2200;
      if (value >= kFarYear) Add(DigitClass::kFarYear, TimeSlot::kFarYear, value);
      if (value >= kFirstYear && value < kFarYear) Add(DigitClass::kYear, TimeSlot::kYear, value);
      if (value <= 2400 && minutes < 60) {
        Add(DigitClass::kHhMm, TimeSlot::kClock, std::floor(value / 100) * kHour + minutes * kMinute);
      }
    }
    const bool is_day = value >= 1 && value <= kMonthDays;
    if (size <= 2) {
      if (is_day) Add(DigitClass::kDay, TimeSlot::kDay, value);
      if (value <= 24) Add(DigitClass::kHour, TimeSlot::kClock, value * kHour);
    }
    if (size == 2) {
      Add(DigitClass::kYy, TimeSlot::kShortYear, value);
      if (is_day) Add(DigitClass::kDd, TimeSlot::kDay, value);
      if (value >= 1 && value <= kMonths) Add(DigitClass::kMm, TimeSlot::kMonth, value);
    } else if (size == 1 && is_day) {
      Add(DigitClass::kMm, TimeSlot::kMonth, value);
      Add(DigitClass::kDd, TimeSlot::kDay, value);
    }
  }

  // "1980s", "80s"; the latter may be an age.
  void Plural(double value, size_t digits) {
    if (digits < 2 || digits > 4 || std::fmod(value, 10) != 0) return;
    Add(DigitClass::kDecade, TimeSlot::kDecade, value / 10);
    if (digits == 2) Add(DigitClass::kAges, TimeSlot::kNone, 0);
  }

  // "13:45", "13:45:20", "10.30"; the latter is a number as well.
  void Clock(double hours, size_t digits, std::string_view rest) {
    constexpr size_t kWithMinutes = 3, kWithSeconds = 6;
    const char sign = rest[0];
    if ((sign != ':' && sign != '.') || digits > 2 || rest.size() < kWithMinutes || !AllDigits(rest.substr(1, 2))) {
      return;
    }
    const std::optional<double> minutes = Parse(rest.substr(1, 2));
    if (!minutes || hours > 24 || *minutes >= 60) return;
    const double clock = hours * kHour + *minutes * kMinute;
    if (rest.size() == kWithMinutes) {
      Add(sign == ':' ? DigitClass::kClock : DigitClass::kDotClock, TimeSlot::kClock, clock);
    } else if (rest.size() == kWithSeconds && sign == ':' && rest[kWithMinutes] == ':') {
      const std::optional<double> seconds = Parse(rest.substr(kWithMinutes + 1));
      if (seconds && *seconds < 61) Add(DigitClass::kClockSeconds, TimeSlot::kClock, clock + *seconds);
    }
  }

  // "1,460", "2.5"
  void Number(char sign) {
    if (sign != ',' && sign != '.') return;
    std::string plain;
    std::copy_if(text_.begin(), text_.end(), std::back_inserter(plain), [](char c) { return c != ','; });
    if (const std::optional<double> value = Parse(plain)) Add(DigitClass::kNum, TimeSlot::kNumber, *value);
  }

  std::string_view text_;
  std::vector<TimeSense>* senses_;
};

}  // namespace

void AddDigitSenses(std::string_view piece, std::vector<TimeSense>* senses) { DigitReader(piece, senses).Read(); }

}  // namespace diurna
