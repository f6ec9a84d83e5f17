// The names of granularities, as the record writes them.

#include "times/time_mention.h"

namespace diurna {

std::string_view Name(Granularity granularity) {
  constexpr std::string_view kNames[] = {"minute", "hour",    "part_of_day", "day",    "week",
                                         "month",  "quarter", "year",        "decade", "century"};
  return kNames[static_cast<size_t>(granularity)];
}

}  // namespace diurna
