// HazardNames: storms that have a name, and the common noun that each goes by.

#ifndef DIURNA_RECORD_HAZARD_NAMES_H_
#define DIURNA_RECORD_HAZARD_NAMES_H_

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "diurna/analysis.h"
#include "record/word_classes.h"
#include "syntax/lemmas.h"

namespace diurna {

// Read from names such as "Hurricane Mara" anywhere in a report. All that is given must outlive it.
class HazardNames {
 public:
  HazardNames(const Analysis& analysis, const Lemmas& lemmas, const WordClasses& words);
  // Of "Mara" "hurricane"; empty for all other tokens.
  std::string_view NounOf(uint32_t token) const;

 private:
  const Analysis& analysis_;
  std::unordered_map<std::string_view, std::string_view> nouns_;  // by name
};

}  // namespace diurna

#endif  // DIURNA_RECORD_HAZARD_NAMES_H_
