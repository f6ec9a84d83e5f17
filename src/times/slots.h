// Slots: the parts of a time that a word fills in, and the values that the lexicon writes for them. "may" fills in
// kMonth with 5, "last" kRelation with one unit back from the publication, "early" kModifier with START. Every value is
// a number, so that a sense is one slot and one number.
//
// All functions are pure.

#ifndef DIURNA_TIMES_SLOTS_H_
#define DIURNA_TIMES_SLOTS_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace diurna {

enum class TimeSlot : uint8_t {
  kNone,
  kNumber,     // "three", "1,500"
  kOrdinal,    // "third", "3rd"
  kYear,       // four digits
  kShortYear,  // two digits
  kDay,        // one or two digits
  kMonth,      // 1 to 12
  kClock,      // seconds since midnight
  kDecade,     // "1980s": 198; "80s": 8
  kWeekday,    // 1 Monday
  kUnit,       // TimeUnit
  kSeason,     // Season
  kPart,       // index of TimeWords::parts()
  kHoliday,    // index of TimeWords::holidays()
  kModifier,   // TimeMod
  kQuantity,   // TimeMod
  kVague,      // a number, or -1 for "several"
  kRelation,   // TimeRelation
  kDirection,  // TimeRelation with the sign as shift
  kReference,  // TimeReference
  kDayOffset,  // days from the publication date
  kEra,        // -1 BC, 1 AD
  kMeridiem,   // 0 a.m., 12 p.m.
  kZone,
  kFraction,   // 0.5
  kFrequency,  // TimeUnit
  kQuarter,    // 1 to 4
  kMinutes,    // after the hour
  kTimes,      // how often in a unit; 0: the number that stands before it
  kEvery,      // in each of them
  kFiscal,     // quarters and years are those of accounts
  kFarYear,    // four digits that are a year only where the grammar leaves them nothing else to be
};
// "month", "day_offset": the names that the lexicon uses.
std::optional<TimeSlot> TimeSlotNamed(std::string_view name);

enum class TimeMod : uint8_t { kNone, kStart, kMid, kEnd, kApprox, kMoreThan, kLessThan, kEqualOrMore, kEqualOrLess };
// As TIMEX3 writes it: "MORE_THAN"; empty for kNone.
std::string_view TimexName(TimeMod mod);

enum class TimeReference : uint8_t { kPast, kPresent, kFuture };
// As TIMEX3 writes it: "PAST_REF".
std::string_view TimexName(TimeReference reference);

// What a relative expression counts from, and by how much: "last year" is one back from the publication date.
struct TimeRelation {
  bool narrative = false;  // from the time told last
  int shift = 0;

  // The relation as the number of a sense, and back.
  double code() const { return (narrative ? kNarrative : 0) + shift + kZero; }
  static TimeRelation Of(double value) {
    const int code = static_cast<int>(value);
    return {code >= kNarrative, code % kNarrative - kZero};
  }

 private:
  static constexpr int kNarrative = 100;
  static constexpr int kZero = 50;  // shifts lie between -50 and 49
};

// The number that `text` stands for in a slot: "5" of kMonth, "week" of kUnit, "narrative -1" of kRelation. Nothing
// where it does not suit the slot. kPart and kHoliday are named by the lexicon: see TimeWords::ValueOf.
std::optional<double> SlotValue(TimeSlot slot, std::string_view text);

}  // namespace diurna

#endif  // DIURNA_TIMES_SLOTS_H_
