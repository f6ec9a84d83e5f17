// The wall that no exception crosses: what may throw (memory that is exhausted, above all) becomes a failure by name.

#ifndef DIURNA_BASE_GUARDED_H_
#define DIURNA_BASE_GUARDED_H_

#include <string_view>
#include <utility>

#include "diurna/status.h"

namespace diurna {

// The failure for an exception that is being handled; to be called in a handler. `name` is what messages call the
// input.
Status FailureOfException(std::string_view name);

// What `work` returns, a Status or a Result; a failure where it throws. What `work` took is given back by then.
template <typename Work>
auto Guarded(std::string_view name, Work&& work) -> decltype(std::forward<Work>(work)()) {
  try {
    return std::forward<Work>(work)();
  } catch (...) {
    return FailureOfException(name);
  }
}

}  // namespace diurna

#endif  // DIURNA_BASE_GUARDED_H_
