// PhraseTable: phrases of the lexicon by the ids of their words (numerals/word_ids.h), found by their first or last
// word.

#ifndef DIURNA_NUMBERS_PHRASE_TABLE_H_
#define DIURNA_NUMBERS_PHRASE_TABLE_H_

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace diurna {

class PhraseTable {
 public:
  enum class Direction : uint8_t { kForward, kBackward };
  struct Phrase {
    std::vector<uint32_t> words;  // in the table's direction: the first of them is its key
    uint32_t payload;             // what the table's owner wants to know of it
  };

  explicit PhraseTable(Direction direction = Direction::kForward) : direction_(direction) {}

  void Add(std::vector<uint32_t> words, uint32_t payload);
  // The phrases that begin with `word`, or end with it in a backward table, longest first; null where there are none.
  const std::vector<Phrase>* With(uint32_t word) const {
    const auto found = by_key_.find(word);
    return found == by_key_.end() ? nullptr : &found->second;
  }

 private:
  Direction direction_;
  std::unordered_map<uint32_t, std::vector<Phrase>> by_key_;
};

}  // namespace diurna

#endif  // DIURNA_NUMBERS_PHRASE_TABLE_H_
