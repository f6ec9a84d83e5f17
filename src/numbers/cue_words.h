// CueWords: words around a number that say what it is, from [[number_cue]] of lexicon/numbers.toml and the closed
// classes of English. lexicon/schema/numbers.toml says what each cue means.

#ifndef DIURNA_NUMBERS_CUE_WORDS_H_
#define DIURNA_NUMBERS_CUE_WORDS_H_

#include <cstdint>
#include <vector>

#include "lexicon/lexicon.h"
#include "numbers/phrase_table.h"
#include "numerals/word_ids.h"

namespace diurna {

// Each a bit of a word's mask.
enum class NumberCue : uint8_t {
  // Of the lexicon.
  kFiller,
  kTakesAbout,
  kAdditionalBefore,
  kAdditionalAfter,
  kNameBefore,
  kNameBeforeAnyCase,
  kStreet,
  kPhone,
  kScore,
  kScoreNoun,
  kAgeBefore,
  kLevelVerb,
  kBringVerb,
  kMeasureNoun,
  kDead,
  kRateNoun,
  kYearBefore,
  kLocalState,
  kAgeGroup,
  kAgeVerb,
  kRangeBefore,
  kOffset,
  kPositionAfter,
  kPluralNoun,
  // Of closed classes.
  kAt,
  kBetween,
  kBy,
  kFrom,
  kMore,
  kNo,
  kOr,
  kOrdinalEnding,
  kPer,
  kThan,
  kTo,
};

// Const members are thread-safe.
class CueWords {
 public:
  // Words get their ids from `ids`.
  CueWords(const Lexicon& lexicon, WordIds* ids);

  bool Is(uint32_t word, NumberCue cue) const {
    return word < masks_.size() && ((masks_[word] >> static_cast<uint32_t>(cue)) & 1u) != 0;
  }
  // What writes a rate: "per", "for every".
  const PhraseTable& per() const { return per_; }

 private:
  std::vector<uint64_t> masks_;
  PhraseTable per_;
};

}  // namespace diurna

#endif  // DIURNA_NUMBERS_CUE_WORDS_H_
