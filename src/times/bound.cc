// The bound is looked for right before the time, then one thin word further back ("until about noon").

#include "times/bound.h"

namespace diurna {

namespace {

constexpr uint32_t kReach = 2;  // tokens back from the time to where the bound ends

}  // namespace

TimeBound BoundOf(const TimeWords& words, const Analysis& analysis, uint32_t token) {
  const uint32_t start = analysis.sentences()[analysis[token].sentence].begin;
  // The word `back` tokens before the time, in its sentence.
  const auto word = [&](size_t back) -> uint32_t {
    return token >= start + back ? words.Id(analysis[token - static_cast<uint32_t>(back)].lower) : 0;
  };
  for (uint32_t back = 1; back <= kReach; ++back) {
    const uint32_t last = word(back);
    for (const TimeWords::BoundPhrase& phrase : words.bounds()) {
      const size_t size = phrase.words.size();
      bool fits = phrase.words.back() == last;
      for (size_t k = 1; k < size && fits; ++k) fits = word(back + k) == phrase.words[size - 1 - k];
      if (!fits) continue;
      // "shortly before half past three" is no other time than that
      const bool open = phrase.bound == TimeBound::kBefore || phrase.bound == TimeBound::kAfter;
      return open && words.Is(TimeCue::kClose, word(back + size)) ? TimeBound::kNone : phrase.bound;
    }
    if (!words.Is(TimeCue::kBoundFiller, last)) break;
  }
  return TimeBound::kNone;
}

}  // namespace diurna
