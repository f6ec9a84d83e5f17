#include "numerals/bound.h"

namespace diurna {

std::string_view Name(Bound bound) {
  static constexpr std::string_view kNames[] = {"exactly", "about",  "more_than", "at_least",  "less_than", "at_most",
                                                "between", "dozens", "hundreds",  "thousands", "millions"};
  return kNames[static_cast<size_t>(bound)];
}

Bound BoundNamed(std::string_view name) {
  for (uint8_t b = 0; b <= static_cast<uint8_t>(Bound::kMillions); ++b) {
    if (Name(static_cast<Bound>(b)) == name) return static_cast<Bound>(b);
  }
  return Bound::kAbout;
}

}  // namespace diurna
