// The order of times as the record writes them.

#ifndef DIURNA_RECORD_TIME_ORDER_H_
#define DIURNA_RECORD_TIME_ORDER_H_

#include <algorithm>
#include <string_view>

namespace diurna {

// Whether a time ends before it begins, as far as both are told: ISO 8601 compares as it is written. False where one is
// not told or lies before the first year, which has a sign.
inline bool EndsBefore(std::string_view end, std::string_view start) {
  if (end.starts_with('-') || start.starts_with('-')) return false;
  const size_t common = std::min(end.size(), start.size());
  return end.substr(0, common) < start.substr(0, common);
}

}  // namespace diurna

#endif  // DIURNA_RECORD_TIME_ORDER_H_
