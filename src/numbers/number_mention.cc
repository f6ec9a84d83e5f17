// Names of kinds as tests and messages write them; records have their own.

#include "numbers/number_mention.h"

namespace diurna {

std::string_view Name(NumberKind kind) {
  static constexpr std::string_view kNames[] = {"count",   "percent", "percent_point", "money", "quantity", "fraction",
                                                "ordinal", "age",     "score",         "year",  "phone",    "name"};
  return kNames[static_cast<size_t>(kind)];
}

}  // namespace diurna
