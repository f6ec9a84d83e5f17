// NumberWords: all that the lexicon says of words in and around numbers, as tables over one set of word ids.

#ifndef DIURNA_NUMBERS_NUMBER_WORDS_H_
#define DIURNA_NUMBERS_NUMBER_WORDS_H_

#include "diurna/status.h"
#include "lexicon/lexicon.h"
#include "numbers/bound_words.h"
#include "numbers/cue_words.h"
#include "numbers/currency_words.h"
#include "numbers/unit_words.h"
#include "numerals/numeral_words.h"
#include "numerals/word_ids.h"

namespace diurna {

struct NumberWords {
  // Fails on entries that contradict themselves, each named with file and line.
  static Result<NumberWords> Make(const Lexicon& lexicon);

  WordIds ids;
  NumeralWords numerals;
  CueWords cues;
  BoundWords bounds;
  UnitWords units;
  CurrencyWords currencies;
};

}  // namespace diurna

#endif  // DIURNA_NUMBERS_NUMBER_WORDS_H_
