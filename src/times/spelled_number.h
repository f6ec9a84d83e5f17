// Numbers in words: "twenty-five", "a hundred and ten", "2.5 million", and ordinals: "twenty-first".

#ifndef DIURNA_TIMES_SPELLED_NUMBER_H_
#define DIURNA_TIMES_SPELLED_NUMBER_H_

#include <cstdint>
#include <optional>

#include "times/time_text.h"

namespace diurna {

struct SpelledNumber {
  uint32_t length = 0;  // atoms
  double value = 0;
  bool ordinal = false;
};

// The number that starts at an atom, where it is more than digits alone.
std::optional<SpelledNumber> ReadSpelledNumber(const TimeText& text, uint32_t at);

}  // namespace diurna

#endif  // DIURNA_TIMES_SPELLED_NUMBER_H_
