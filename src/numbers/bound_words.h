// BoundWords: phrases that bound a number, "more than" before it and "or so" behind, from [[number_bound]] of
// lexicon/numbers.toml.

#ifndef DIURNA_NUMBERS_BOUND_WORDS_H_
#define DIURNA_NUMBERS_BOUND_WORDS_H_

#include <cstdint>
#include <vector>

#include "diurna/vocabulary.h"
#include "lexicon/entry_problems.h"
#include "lexicon/lexicon.h"
#include "numbers/phrase_table.h"
#include "numerals/word_ids.h"

namespace diurna {

struct BoundPhrase {
  Bound bound = Bound::kAbout;
  bool preposition = false;  // "about", "over": no bound where a noun or verb governs it
};

// Const members are thread-safe.
class BoundWords {
 public:
  // Words get their ids from `ids`; entries that contradict themselves go to `problems`.
  BoundWords(const Lexicon& lexicon, WordIds* ids, EntryProblems* problems);

  // Backward; payloads are for phrase().
  const PhraseTable& before() const { return before_; }
  const PhraseTable& behind() const { return behind_; }
  const BoundPhrase& phrase(uint32_t payload) const { return phrases_[payload]; }

 private:
  void Add(const LexiconEntry& entry, WordIds* ids, EntryProblems* problems);

  PhraseTable before_ = PhraseTable(PhraseTable::Direction::kBackward);
  PhraseTable behind_;
  std::vector<BoundPhrase> phrases_;
};

}  // namespace diurna

#endif  // DIURNA_NUMBERS_BOUND_WORDS_H_
