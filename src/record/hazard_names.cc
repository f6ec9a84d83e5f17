#include "record/hazard_names.h"

#include "syntax/word.h"

namespace diurna {

HazardNames::HazardNames(const Analysis& analysis, const Lemmas& lemmas, const WordClasses& words)
    : analysis_(analysis) {
  const WordSet& storms = words["storm_noun"];
  const WordSet& bodies = words["body"];
  const WordSet& alerts = words["alert_noun"];
  for (uint32_t i = 0; i + 1 < analysis.size(); ++i) {
    // "Hurricane Mara", "Tropical Storm Mara": a capital kind and a capital name that is no title of a body.
    const Token& name = analysis[i + 1];
    if (IsProperNoun(analysis[i]) && storms.contains(lemmas[i]) && IsProperNoun(name) && name.text.size() > 2 &&
        !bodies.contains(lemmas[i + 1]) && !alerts.contains(lemmas[i + 1])) {
      nouns_.emplace(name.text, lemmas[i]);
    }
  }
}

std::string_view HazardNames::NounOf(uint32_t token) const {
  const auto found = nouns_.find(analysis_[token].text);
  return found == nouns_.end() ? std::string_view() : found->second;
}

}  // namespace diurna
