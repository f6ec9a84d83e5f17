// Time expressions: found by rules of lexicon/times*.toml, valued by the calendar.

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
  static Result<TimeFinder> Make(const Lexicon& lexicon);
  TimeFinder(TimeFinder&&) noexcept;
  TimeFinder& operator=(TimeFinder&&) noexcept;
  ~TimeFinder();

  // All time expressions in the order of the text, resolved. `document.published` may be empty.
  std::vector<TimeMention> Find(const Document& document, const Analysis& analysis) const;

 private:
  TimeFinder();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace diurna

#endif  // DIURNA_TIMES_TIMES_H_
