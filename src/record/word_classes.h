// WordClasses: the classes of words of the lexicon, by name.

#ifndef DIURNA_RECORD_WORD_CLASSES_H_
#define DIURNA_RECORD_WORD_CLASSES_H_

#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/term_set.h"
#include "lexicon/lexicon.h"

namespace diurna {

// A set of words, views into the lexicon.
using WordSet = std::unordered_set<std::string_view>;

// The words of a list of an entry, as a set.
WordSet WordsOf(const LexiconEntry& entry, std::string_view key);

// The same of a list of terms of a vocabulary; the schema holds the key to it.
template <Vocabulary E>
TermSet<E> TermsOf(const LexiconEntry& entry, std::string_view key) {
  TermSet<E> terms;
  for (const std::string_view name : entry.List(key)) {
    if (const std::optional<E> term = Parse<E>(name)) terms.Add(*term);
  }
  return terms;
}

// The terms of a vocabulary that a class of words lists.
template <Vocabulary E>
TermSet<E> TermsOfClass(const Lexicon& lexicon, std::string_view name) {
  for (const LexiconEntry& entry : lexicon.Entries("class")) {
    if (entry.Text("name") == name) return TermsOf<E>(entry, "words");
  }
  return {};
}

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
