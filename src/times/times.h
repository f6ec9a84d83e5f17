// Time expressions of a report with their values: found by the rules of lexicon/times.toml, valued by the calendar.
//
//   Result<TimeFinder> finder = TimeFinder::Make(*Lexicon::BuiltIn());
//   Document document;
//   document.text = "The road was shut on Tuesday evening.";
//   document.published = "2022-01-06";
//   const Analysis analysis = language.Analyze(document.text);
//   for (const TimeMention& time : finder->Find(document, analysis)) ...
//       // "Tuesday evening": value 2022-01-04TEV, start 2022-01-04T18:00, end 2022-01-05T00:00
//
// The trip through the room, a file for each step:
//
//   time_text     tokens are cut into atoms, which get the senses of words.h and digits.h, and numerals
//   genre         news or a narrative?
//   grammar       rules are matched from left to right, under guards (guards, year_guard); patterns are in pattern.h
//   frame         what a match captured, by slot
//   clock_days    clock times are tied to the days beside them
//   story         all are resolved in order, each against what was told before it: resolver, date, offset, length,
//                 tense, bound, neighbours; calendar and timex do the arithmetic and the writing
//   ranges        the two ends of a range are tied

#ifndef DIURNA_TIMES_TIMES_H_
#define DIURNA_TIMES_TIMES_H_

#include <memory>
#include <string>
#include <vector>

#include "diurna/analysis.h"
#include "diurna/document.h"
#include "diurna/status.h"
#include "lexicon/lexicon.h"
#include "times/time_mention.h"

namespace diurna {

// The rules, ready to run. Const members are thread-safe.
class TimeFinder {
 public:
  // Fails where an entry of the lexicon cannot be read, named with file and line.
  static Result<TimeFinder> Make(const Lexicon& lexicon);
  TimeFinder(TimeFinder&&) noexcept;
  TimeFinder& operator=(TimeFinder&&) noexcept;
  ~TimeFinder();

  // All time expressions in the order of the text, resolved; they do not overlap. `document.published` may be empty.
  std::vector<TimeMention> Find(const Document& document, const Analysis& analysis) const;

 private:
  TimeFinder();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace diurna

#endif  // DIURNA_TIMES_TIMES_H_
