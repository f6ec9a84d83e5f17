#include "record/word_classes.h"

#include <vector>

namespace diurna {

WordSet WordsOf(const LexiconEntry& entry, std::string_view key) {
  const std::vector<std::string_view> words = entry.List(key);
  return {words.begin(), words.end()};
}

WordClasses::WordClasses(const Lexicon& lexicon) {
  for (const LexiconEntry& entry : lexicon.Entries("class")) {
    WordSet& words = classes_[entry.Text("name")];
    for (const std::string_view word : entry.List("words")) words.insert(word);
  }
}

const WordSet& WordClasses::operator[](std::string_view name) const {
  static const WordSet none;
  const auto found = classes_.find(name);
  return found == classes_.end() ? none : found->second;
}

}  // namespace diurna
