// Currencies go first: "pounds" are a unit too, and money.cc tells them apart.

#include "numbers/suffix.h"

#include "numbers/money.h"
#include "numbers/units.h"

namespace diurna {

Suffix SuffixAt(const NumberText& text, uint32_t at, bool has_sign) {
  const Suffix money = CurrencyAt(text, at);
  return money.Found() || has_sign ? money : UnitAt(text, at);
}

}  // namespace diurna
