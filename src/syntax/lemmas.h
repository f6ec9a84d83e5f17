// Lemmas: the lemma of every token in lower case, of names too.

#ifndef DIURNA_SYNTAX_LEMMAS_H_
#define DIURNA_SYNTAX_LEMMAS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "diurna/analysis.h"

namespace diurna {

// Views into the analysis, which must outlive it. A plural that the tagger took for a name ("Schools" at the start of a
// line) has its singular, by its ending.
class Lemmas {
 public:
  explicit Lemmas(const Analysis& analysis);
  std::string_view operator[](uint32_t token) const { return lemmas_[token]; }

 private:
  std::vector<std::string_view> lemmas_;
};

}  // namespace diurna

#endif  // DIURNA_SYNTAX_LEMMAS_H_
