// Phrases of one key are kept sorted by length when they are added, so that the first that fits is the longest.

#include "numbers/phrase_table.h"

#include <algorithm>
#include <utility>

namespace diurna {

void PhraseTable::Add(std::vector<uint32_t> words, uint32_t payload) {
  if (words.empty()) return;
  if (direction_ == Direction::kBackward) std::reverse(words.begin(), words.end());
  std::vector<Phrase>& phrases = by_key_[words.front()];
  const auto longer = [&](const Phrase& phrase) { return phrase.words.size() >= words.size(); };
  const auto at = std::partition_point(phrases.begin(), phrases.end(), longer);
  phrases.insert(at, Phrase{std::move(words), payload});
}

}  // namespace diurna
