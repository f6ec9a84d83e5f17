// Rules of time expressions as values: a [[time_rule]] of lexicon/times.toml, and a match of it in a text.

#ifndef DIURNA_TIMES_RULE_H_
#define DIURNA_TIMES_RULE_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "times/slots.h"

namespace diurna {

// How the value of an expression is found; the manual in times.toml says more.
enum class TimeKind : uint8_t { kDate, kOffset, kDuration, kPeriod, kSet, kReference, kIgnore };

// A test of the syntax that a match must pass; see guards.h.
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

// The kind of text in which a rule holds: news is told from the day of publication, a narrative in its own order.
enum class TimeGenre : uint8_t { kAny, kNews, kNarrative };

// A slot filled in, by an atom of a match or by the rule itself.
struct TimeCapture {
  TimeSlot slot = TimeSlot::kNone;
  uint8_t part = 0;  // which of the rule's braces
  double value = 0;
};

struct TimeRule {
  std::string name;
  TimeKind kind = TimeKind::kDate;
  TimeGuard guard = TimeGuard::kNone;
  TimeGenre only = TimeGenre::kAny;
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

}  // namespace diurna

#endif  // DIURNA_TIMES_RULE_H_
