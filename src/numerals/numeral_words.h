// NumeralWords: what each word is in a numeral, from lexicon/number_words.toml and the closed classes of English.

#ifndef DIURNA_NUMERALS_NUMERAL_WORDS_H_
#define DIURNA_NUMERALS_NUMERAL_WORDS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "diurna/status.h"
#include "diurna/vocabulary.h"
#include "lexicon/lexicon.h"
#include "numerals/word_ids.h"

namespace diurna {

// What a word does in or beside a numeral, each a bit of its mask.
enum class NumeralCue : uint8_t {
  // Of [[numeral_cue]].
  kSeveral,       // makes a multiplier vague: "several hundred"
  kShareAfter,    // behind a fraction, shows that it is a share: "two-thirds more"
  kDecimalPoint,  // "three point five"
  kMinus,         // "minus 20"
  // Of closed classes.
  kIndefiniteArticle,
  kThe,
  kAnd,
  kOf,
  kIn,
  kOut,   // "three out of ten"
  kEach,  // "one in every five"
  kOne,
};

struct NumeralWord {
  enum class Kind : uint8_t {
    kNone,
    kUnit,        // 0 to 9
    kTeen,        // 10 to 19
    kTen,         // 20, 30 ... 90
    kMultiplier,  // hundred, thousand, million ...
    kGroup,       // dozen
    kFraction,    // half, quarter; thirds, tenths
    kVague,       // dozens, thousands
  };
  Kind kind = Kind::kNone;
  bool plural = false;          // of kFraction: "thirds"
  bool only_before_of = false;  // of kVague: "tens of thousands", never "tens"
  Bound bound = Bound::kAbout;  // of kVague
  uint32_t cues = 0;
  double value = 0;         // of kFraction in percent
  double ordinal = 0;       // what it is worth as an ordinal, or 0
  double ordinal_part = 0;  // what an ordinal is worth as a fraction ("a fifth"), in percent, or 0
  double attached = 0;      // the multiplier that it is right behind digits ("5bn"), or 0
  bool Is(NumeralCue cue) const { return ((cues >> static_cast<uint32_t>(cue)) & 1u) != 0; }
};

// Const members are thread-safe.
class NumeralWords {
 public:
  // Words get their ids from `ids`. Fails on a lexicon without number words, and on entries that contradict themselves,
  // each named with file and line.
  static Result<NumeralWords> Make(const Lexicon& lexicon, WordIds* ids);

  // What the word of an id is; nothing for the id 0 and for words of other tables.
  const NumeralWord& word(uint32_t id) const { return words_[id < words_.size() ? id : 0]; }

 private:
  friend class NumeralWordsReader;
  NumeralWords() = default;

  std::vector<NumeralWord> words_ = std::vector<NumeralWord>(1);
};

}  // namespace diurna

#endif  // DIURNA_NUMERALS_NUMERAL_WORDS_H_
