// Atoms: a text cut finer than into tokens: runs of digits, words and signs, whatever the tokenizer made of "US$3bn",
// "10–15" or "180-day".

#ifndef DIURNA_NUMERALS_ATOMS_H_
#define DIURNA_NUMERALS_ATOMS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/analysis.h"
#include "diurna/span.h"

namespace diurna {

class NumberWords;

struct Atom {
  enum class Type : uint8_t { kWord, kDigits, kSign };
  Span span;
  uint32_t token = 0;
  Type type = Type::kWord;
  bool glued = false;    // nothing stands between it and the atom before
  bool newline = false;  // a line ends between it and the atom before
  uint32_t word = 0;     // id of a word or sign in NumberWords, 0 where no table has it
  char32_t sign = 0;     // of kSign; dashes of all kinds are U+002D, apostrophes U+0027
};

// The atoms of the analysed text, appended to `atoms`, which is emptied first.
void CutAtoms(const Analysis& analysis, const NumberWords& words, std::vector<Atom>* atoms);

// The pieces of a phrase of the lexicon, cut in the same way.
std::vector<std::string> CutPhrase(std::string_view phrase);

}  // namespace diurna

#endif  // DIURNA_NUMERALS_ATOMS_H_
