// What digits may mean in a time expression: "1345" is a number and a clock time, "05" a day and a month, "1980s" a
// decade. Values are checked against one another only when a rule has matched.

#ifndef DIURNA_TIMES_DIGITS_H_
#define DIURNA_TIMES_DIGITS_H_

#include <string_view>
#include <vector>

#include "times/words.h"

namespace diurna {

// The senses of a piece that starts with a digit, appended.
void AddDigitSenses(std::string_view piece, std::vector<TimeSense>* senses);

}  // namespace diurna

#endif  // DIURNA_TIMES_DIGITS_H_
