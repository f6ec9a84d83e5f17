// WordClasses: the classes of words of the lexicon, by name.

#ifndef DIURNA_RECORD_WORD_CLASSES_H_
#define DIURNA_RECORD_WORD_CLASSES_H_

#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "lexicon/lexicon.h"

namespace diurna {

// A set of words, views into the lexicon.
using WordSet = std::unordered_set<std::string_view>;

// The words of a list of an entry, as a set.
WordSet WordsOf(const LexiconEntry& entry, std::string_view key);

// The entries of section "class". Const, thread-safe; the lexicon must outlive it.
class WordClasses {
 public:
  explicit WordClasses(const Lexicon& lexicon);
  // The words of a class; an empty set for a name that there is not.
  const WordSet& operator[](std::string_view name) const;

 private:
  std::unordered_map<std::string_view, WordSet> classes_;
};

}  // namespace diurna

#endif  // DIURNA_RECORD_WORD_CLASSES_H_
