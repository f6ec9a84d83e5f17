// TimeExpression: a time expression of a report on its way from a match to a TimeMention.

#ifndef DIURNA_TIMES_EXPRESSION_H_
#define DIURNA_TIMES_EXPRESSION_H_

#include <cstdint>
#include <vector>

#include "diurna/optional_index.h"
#include "times/frame.h"
#include "times/resolver.h"
#include "times/time_mention.h"
#include "times/time_text.h"

namespace diurna {

struct TimeExpression {
  TimeFrame frame;
  uint32_t begin = 0, end = 0;  // atoms
  TimeBound bound = TimeBound::kNone;
  TimeContext context;  // as it was where the expression stands
  ResolvedTime time;
  OptionalIndex anchor;   // the expression that it was resolved against; none: the publication
  OptionalIndex day;      // the expression whose day a clock time takes
  OptionalIndex partner;  // the expression beside it that makes up one time with it

  // A clock time and nothing else.
  bool IsClock() const { return frame.clock >= 0 && frame.BareTime(); }
};

// Those of a report, in the order of the text.
using TimeExpressions = std::vector<TimeExpression>;

}  // namespace diurna

#endif  // DIURNA_TIMES_EXPRESSION_H_
