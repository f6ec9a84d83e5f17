#include "text/phrases.h"

#include <algorithm>

#include "text/letters.h"

namespace diurna {

void Phrases::Add(std::string_view phrase) {
  const auto place = std::find_if(phrases_.begin(), phrases_.end(),
                                  [&](const std::string& other) { return other.size() < phrase.size(); });
  phrases_.emplace(place, phrase);
}

size_t Phrases::Leading(std::string_view text) const {
  for (const std::string& phrase : phrases_) {
    const bool open = phrase.ends_with('.');
    if (open ? ToLower(text.substr(0, phrase.size())) == phrase : StartsWithWord(text, phrase)) return phrase.size();
  }
  return 0;
}

bool Phrases::Has(std::string_view word) const {
  return std::find(phrases_.begin(), phrases_.end(), word) != phrases_.end();
}

}  // namespace diurna
