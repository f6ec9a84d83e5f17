// TimeMention: a time expression of a report with its calendar value.

#ifndef DIURNA_TIMES_TIME_MENTION_H_
#define DIURNA_TIMES_TIME_MENTION_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diurna/optional_index.h"
#include "diurna/span.h"
#include "diurna/vocabulary.h"
#include "syntax/token_range.h"

namespace diurna {

enum class TimeType : uint8_t { kDate, kTime, kDuration, kSet };
// How the words before a time bound it: "since Monday", "until 0:00 on the 19th", "by noon".
enum class TimeBound : uint8_t { kNone, kSince, kFrom, kUntil, kBy, kBefore, kAfter, kDuring, kAsOf };

struct TimeMention {
  Span span;  // extent by the TIMEX3 guidelines
  TokenRange tokens;
  TimeType type = TimeType::kDate;
  std::string value;     // TIMEX3: "2022-01-04TEV", "P3D", "XXXX-WXX-1", "PRESENT_REF"
  std::string mod;       // TIMEX3: START, MID, END, APPROX, MORE_THAN, ...
  std::string quant;     // TIMEX3, of a set: EVERY
  std::string freq;      // TIMEX3, of a set: 2X
  OptionalIndex anchor;  // index of the mention that it was resolved against; none: the publication date
  // For the record, where the value is a point or a stretch of the calendar: local ISO 8601 as precise as the text.
  // "the evening of the 4th": start 2022-01-04T18:00, end 2022-01-05T00:00, kPartOfDay.
  std::string start, end;
  std::optional<Granularity> granularity = Granularity::kDay;  // nothing: coarser than a decade
  TimeBound bound = TimeBound::kNone;
  OptionalIndex range_end;    // of X in "from X to Y", "between X and Y": the index of Y
  OptionalIndex range_begin;  // of Y: the index of X
  std::string duration;       // ISO 8601, of a kDuration: "P180D"
  bool daily = false;         // a bare clock time that recurs ("a curfew from 10 pm to 5 am")
  std::string clock;          // "23:00" where the expression names a clock time
  bool future = false;        // lies after the publication date by its context
  double confidence = 1;
};

}  // namespace diurna

#endif  // DIURNA_TIMES_TIME_MENTION_H_
