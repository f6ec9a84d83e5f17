// Bound: how the words around a number bound it.

#ifndef DIURNA_NUMERALS_BOUND_H_
#define DIURNA_NUMERALS_BOUND_H_

#include <cstdint>
#include <string_view>

namespace diurna {

enum class Bound : uint8_t {
  kExactly,
  kAbout,
  kMoreThan,
  kAtLeast,
  kLessThan,
  kAtMost,
  kBetween,
  kDozens,
  kHundreds,
  kThousands,
  kMillions,
};
std::string_view Name(Bound bound);
// kAbout for a name that is none.
Bound BoundNamed(std::string_view name);

}  // namespace diurna

#endif  // DIURNA_NUMERALS_BOUND_H_
