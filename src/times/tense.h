// The tense of what happens at a time: "on Friday" of "they met on Friday" lies behind, of "they will meet on Friday"
// ahead.

#ifndef DIURNA_TIMES_TENSE_H_
#define DIURNA_TIMES_TENSE_H_

#include <cstdint>

#include "diurna/analysis.h"
#include "times/words.h"

namespace diurna {

// As far as the syntax tells.
enum class TimeTense : uint8_t { kUnknown, kPast, kPresent, kFuture };

// The tense of the clause in which token `last` stands, the last of an expression that begins with token `first`.
TimeTense TenseAt(const TimeWords& words, const Analysis& analysis, uint32_t first, uint32_t last);

}  // namespace diurna

#endif  // DIURNA_TIMES_TENSE_H_
