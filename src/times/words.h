// The vocabulary of time expressions: every word that classes, cues and rules of lexicon/times.toml name, with an id,
// and what it may stand for.
//
// A class is what rules call a group of words ("MONTH"); a word of it has a sense: the slot that it fills in and its
// value there ("may" is a MONTH of value 5). A cue is a group of words that only the readers of syntax and neighbours
// ask for ("postponed" is of kMove). A phrase of several tokens has its senses at its first word.

#ifndef DIURNA_TIMES_WORDS_H_
#define DIURNA_TIMES_WORDS_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/status.h"
#include "lexicon/lexicon.h"
#include "numerals/numeral_words.h"
#include "numerals/word_ids.h"
#include "times/holiday.h"
#include "times/slots.h"
#include "times/time_mention.h"

namespace diurna {

// Classes of digits and numbers, which rules name beside those of the lexicon; see the manual in times.toml.
enum class DigitClass : uint8_t {
  kNum,
  kOrd,
  kYear,
  kDigits,
  kDay,
  kDayOrdinal,
  kDd,
  kMm,
  kYy,
  kClock,
  kDotClock,
  kDecade,
  kHhMm,
  kHour,
  kClockSeconds,
  kAges,
  kFigures,
  kFarYear,
};

// Each class is a bit of an atom's mask.
inline constexpr uint32_t kMostTimeClasses = 64;
constexpr uint64_t ClassBit(uint32_t word_class) { return uint64_t{1} << word_class; }
constexpr uint64_t ClassBit(DigitClass digits) { return ClassBit(static_cast<uint32_t>(digits)); }

// Groups of words that only code asks for, each a bit of a word's mask. lexicon/schema/times.toml says what each means.
enum class TimeCue : uint8_t {
  kPlan,
  kTerm,
  kMove,
  kInvariant,
  kRecurrence,
  kDated,
  kBesideDay,
  kMonthJoint,
  kRangeFiller,
  kEnded,
  kWhen,
  kBoundFiller,
  kClose,
  kNoYearAfter,
  kNoYearBefore,
  kYearAfter,
  kOldYearAfter,
  kRoundYearAfter,
};

// One value that an atom, or several from it on, may have.
struct TimeSense {
  uint8_t word_class = 0;
  TimeSlot slot = TimeSlot::kNone;
  uint8_t length = 1;  // atoms
  double value = 0;
};

struct PartOfDay {
  std::string name;
  std::string value;  // TIMEX3: "EV"
  TimeMod mod = TimeMod::kNone;
  int start = 0, end = 0;                // hours, over 24 on the next day
  int early_start = -1, early_end = -1;  // of "early" in front of it, or -1
  int afternoon_from = -1;               // clock times from this hour on that stand beside it are after noon, or -1
};

// Const members are thread-safe.
class TimeWords {
 public:
  struct Phrase {
    std::vector<uint32_t> words;
    TimeSense sense;
    uint64_t pos = 0;      // a bit for each part of speech that the first word may have; 0 any
    bool capital = false;  // only when written with a capital
  };
  // Words before a time that bound it: "since", "as of".
  struct BoundPhrase {
    std::vector<uint32_t> words;
    TimeBound bound = TimeBound::kNone;
  };

  // Fails on an entry that contradicts itself or another, named with file and line.
  static Result<TimeWords> Make(const Lexicon& lexicon);

  // Id of a word in lower case; 0 where nothing names it.
  uint32_t Id(std::string_view lower) const { return ids_.Id(lower); }
  // The same; a new word gets an id.
  uint32_t Intern(std::string_view lower);
  // All ids are smaller.
  uint32_t size() const { return ids_.size(); }
  const WordIds& ids() const { return ids_; }
  // What the words are in a numeral, by the same ids.
  const NumeralWords& numerals() const { return *numerals_; }

  bool Is(TimeCue cue, uint32_t word) const { return ((words_[word].cues >> static_cast<uint32_t>(cue)) & 1u) != 0; }
  bool Is(TimeCue cue, std::string_view lower) const { return Is(cue, Id(lower)); }
  // The phrases that begin with a word, longest first.
  const std::vector<Phrase>& PhrasesFrom(uint32_t word) const { return words_[word].phrases; }

  std::optional<uint8_t> ClassNamed(std::string_view name) const;
  // Whether one of the classes may make up a time expression by itself.
  bool Suggests(uint64_t classes) const { return (classes & strong_) != 0; }
  // The number that `text` stands for in a slot, as in SlotValue; of kPart the index of the part of that name.
  std::optional<double> ValueOf(TimeSlot slot, std::string_view text) const;

  const std::vector<PartOfDay>& parts() const { return parts_; }
  const std::vector<Holiday>& holidays() const { return holidays_; }
  // Longer ones first.
  const std::vector<BoundPhrase>& bounds() const { return bounds_; }

 private:
  friend class TimeWordsReader;
  TimeWords() = default;

  struct Word {
    std::vector<Phrase> phrases;
    uint32_t cues = 0;
  };

  WordIds ids_;
  std::optional<NumeralWords> numerals_;
  std::vector<Word> words_ = std::vector<Word>(1);
  std::map<std::string, uint8_t, std::less<>> classes_;
  uint64_t strong_ = 0;
  std::vector<PartOfDay> parts_;
  std::vector<Holiday> holidays_;
  std::vector<BoundPhrase> bounds_;
};

// The words of a text that is parted by blanks.
std::vector<std::string_view> SplitAtBlanks(std::string_view text);

}  // namespace diurna

#endif  // DIURNA_TIMES_WORDS_H_
