// The grammar of time expressions: words and rules of lexicon/times.toml, compiled for matching over a token sequence.
//
// Tokens are first cut into atoms: a token with digits in it may be several ("1939–45", "01/05/2022", "1:30am"). Each
// atom gets its senses: the classes of words that it may stand for, with their values ("may" is a MONTH of value 5).
// A rule is a pattern over classes and words:
//
//   MONTH DAY ,? YEAR        one after the other; ? makes the item before it optional
//   ( late | early in ) YEAR ( | ) alternatives
//   { MONTH DAY } - { DAY }  braces mark what is a time expression; without any the whole match is one
//
// Capitals name a class or a [[time_part]], everything else is a token in lower case.

#ifndef DIURNA_TIMES_GRAMMAR_H_
#define DIURNA_TIMES_GRAMMAR_H_

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diurna/analysis.h"
#include "diurna/span.h"
#include "diurna/status.h"
#include "lexicon/lexicon.h"
#include "times/calendar.h"

namespace diurna {

// The part of a time that a word fills in. From kNumber to kDayOrdinal they come from digits and number words.
enum class TimeSlot : uint8_t {
  kNone,
  kNumber,     // "three", "1,500"
  kOrdinal,    // "third", "3rd"
  kYear,       // four digits
  kShortYear,  // two digits
  kDay,        // one or two digits
  kMonth,      // 1 to 12
  kClock,      // seconds since midnight
  kClockUnit,  // "13:45:20" named its seconds
  kDecade,     // "1980s": 198; "80s": 8
  kWeekday,    // 1 Monday
  kUnit,       // TimeUnit
  kSeason,     // Season
  kPart,       // index of parts()
  kHoliday,    // index of holidays()
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
};

enum class TimeMod : uint8_t { kNone, kStart, kMid, kEnd, kApprox, kMoreThan, kLessThan, kEqualOrMore, kEqualOrLess };
std::string_view TimexName(TimeMod mod);
enum class TimeReference : uint8_t { kPast, kPresent, kFuture };

// What a relative expression counts from, and by how much: "last year" is one back from the publication date.
struct TimeRelation {
  bool narrative = false;  // from the time told last
  int shift = 0;
  static TimeRelation Of(double value) {
    const int code = static_cast<int>(value);
    return {code >= 100, (code % 100) - 50};
  }
  double code() const { return (narrative ? 100 : 0) + shift + 50; }
};

struct PartOfDay {
  std::string name;
  std::string value;
  TimeMod mod = TimeMod::kNone;
  int start = 0, end = 0;
};

struct Holiday {
  enum class Kind : uint8_t { kUnknown, kFixed, kNthWeekday, kEaster };
  std::string name;
  Kind kind = Kind::kUnknown;
  int month = 0, day = 0, weekday = 0, nth = 0;  // nth of kNthWeekday; days from Easter of kEaster
  std::optional<CivilDay> In(int year) const;
};

// One value that an atom, or several from it on, may have.
struct TimeSense {
  uint8_t word_class = 0;
  TimeSlot slot = TimeSlot::kNone;
  uint8_t length = 1;  // atoms
  double value = 0;
};

struct TimeAtom {
  Span span;
  uint32_t token = 0;
  uint32_t word = 0;         // of the vocabulary; 0 where no rule knows it
  uint64_t classes = 0;      // bits of the classes of its senses
  uint32_t first_sense = 0;  // into TimeAtoms::senses
  uint32_t sense_count = 0;
  bool line_start = false;  // a line break stands before it
  bool glued = false;       // nothing stands before it, not even a blank
};

struct TimeAtoms {
  std::vector<TimeAtom> atoms;
  std::vector<TimeSense> senses;
};

enum class TimeKind : uint8_t { kDate, kOffset, kDuration, kPeriod, kSet, kReference, kIgnore };
enum class TimeGuard : uint8_t {
  kNone,
  kYear,
  kModifiesNothing,
  kRate,
  kAdjective,
  kNounPhrase,
  kCommonNoun,
  kBarePlural,
  kAlone,
  kMonth,
  kCount,
};
enum class TimeRegister : uint8_t { kAny, kNews, kNarrative };

struct TimeCapture {
  TimeSlot slot = TimeSlot::kNone;
  uint8_t part = 0;  // which of the rule's braces
  double value = 0;
  uint32_t atom = 0;
};

struct TimeRule {
  std::string name;
  TimeKind kind = TimeKind::kDate;
  TimeGuard guard = TimeGuard::kNone;
  TimeRegister only = TimeRegister::kAny;
  std::vector<TimeCapture> fixed;
  std::vector<uint32_t> after, not_after, before, not_before;  // words, sorted
  uint32_t program = 0;                                        // where its code begins
};

// One match: the rule, what it captured and the atoms [begin, end) of each of its expressions.
struct TimeMatch {
  const TimeRule* rule = nullptr;
  std::vector<TimeCapture> captures;
  std::vector<std::pair<uint32_t, uint32_t>> extents;
  uint32_t end = 0;
};

// Decides whether a rule's guard holds for the atoms [begin, end) of a match.
class TimeGuardian {
 public:
  virtual ~TimeGuardian() = default;
  virtual bool Allows(const TimeRule& rule, uint32_t begin, uint32_t end) const = 0;
};

// The compiled grammar. Const members are thread-safe.
class TimeGrammar {
 public:
  static Result<TimeGrammar> Make(const Lexicon& lexicon);

  TimeAtoms Cut(const Analysis& analysis) const;
  // The longest match that starts at atom `at`; of several the rule that stands first. False where there is none.
  bool Match(const TimeAtoms& atoms, uint32_t at, TimeRegister kind, const TimeGuardian& guardian,
             TimeMatch* match) const;
  // True for an atom that may belong to a time expression by itself.
  bool Suggests(const TimeAtom& atom) const { return (atom.classes & strong_) != 0; }

  // True for a word of the class RECURRENCE.
  bool Recurs(const TimeAtom& atom) const { return (atom.classes & recurrence_) != 0; }

  // True for a word of the class PLAN, lower case: what it governs lies ahead.
  bool Plans(std::string_view lower) const { return IsOf(plan_, lower); }
  // True for a verb of the class TERM, lower case: it sets how long something is to last.
  bool SetsTerm(std::string_view lower) const { return IsOf(term_, lower); }
  // True for a verb of the class MOVE, lower case: it moves something to another time.
  bool Moves(std::string_view lower) const { return IsOf(move_, lower); }
  // True for a verb of the class INVARIANT, lower case: its past looks like its present.
  bool Invariant(std::string_view lower) const { return IsOf(invariant_, lower); }

  const std::vector<PartOfDay>& parts() const { return parts_; }
  const std::vector<Holiday>& holidays() const { return holidays_; }

 private:
  friend class TimeGrammarCompiler;
  TimeGrammar() = default;

  enum class Op : uint8_t { kWord, kClass, kFork, kJump, kOpen, kClose, kAccept };
  struct Instruction {
    Op op = Op::kAccept;
    uint32_t x = 0;  // word, class, or target; a fork tries the next instruction first, then x
  };
  struct Phrase {
    std::vector<uint32_t> words;
    TimeSense sense;
    uint64_t pos = 0;
    bool capital = false;
  };
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  struct NumberWord {
    enum class Kind : uint8_t { kNone, kUnit, kTeen, kTen, kMultiplier, kOrdinal };
    Kind kind = Kind::kNone;
    Kind ordinal_kind = Kind::kNone;
    double value = 0;
    double ordinal = 0;
  };
  struct Run;
  bool Step(Run* run, uint32_t pc, uint32_t at) const;
  uint32_t Word(std::string_view lower) const;
  bool IsOf(uint8_t word_class, std::string_view lower) const;
  void AddDigits(std::string_view text, TimeAtom* atom, std::vector<TimeSense>* senses) const;
  void AddNumbers(TimeAtoms* atoms) const;
  void AddWords(const Analysis& analysis, TimeAtoms* atoms) const;

  std::unordered_map<std::string, uint32_t, Hash, std::equal_to<>> words_;
  std::vector<std::vector<Phrase>> phrases_;  // by first word
  std::vector<NumberWord> numbers_;           // by word
  std::vector<Instruction> code_;
  std::vector<TimeRule> rules_;
  std::vector<std::vector<uint32_t>> rules_by_word_;      // rules that may start with the word
  std::array<std::vector<uint32_t>, 64> rules_by_class_;  // with the class
  std::vector<PartOfDay> parts_;
  std::vector<Holiday> holidays_;
  uint64_t strong_ = 0;
  uint64_t recurrence_ = 0;
  uint8_t plan_ = 0xFF;       // the class PLAN
  uint8_t term_ = 0xFF;       // the class TERM
  uint8_t move_ = 0xFF;       // the class MOVE
  uint8_t invariant_ = 0xFF;  // the class INVARIANT
  uint32_t hyphen_ = 0, and_ = 0, a_ = 0, an_ = 0, half_ = 0;
};

}  // namespace diurna

#endif  // DIURNA_TIMES_GRAMMAR_H_
