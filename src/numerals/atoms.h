// Atoms: a text cut finer than into tokens: runs of digits, words and signs, whatever the tokenizer made of "US$3bn",
// "10–15" or "180-day".
//
//   "US$3bn"   US$ | 3 | bn
//   "10–15"    10 | – | 15        the dash's sign is '-'
//   "180-day"  180 | - | day
//   "40m."     40 | m | .
//   "1,200.50" one atom; so are "1 200" with a no-break blank, "1'200" and, at the start of a token, ".5"

#ifndef DIURNA_NUMERALS_ATOMS_H_
#define DIURNA_NUMERALS_ATOMS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "diurna/analysis.h"
#include "diurna/span.h"
#include "numerals/word_ids.h"

namespace diurna {

struct Atom {
  enum class Type : uint8_t { kWord, kDigits, kSign };
  Span span;
  uint32_t token = 0;
  Type type = Type::kWord;
  bool glued = false;    // nothing stands between it and the atom before
  bool newline = false;  // a line ends between it and the atom before
  uint32_t word = 0;     // id of a word or sign, 0 where it has none
  char32_t sign = 0;     // of kSign; dashes of all kinds are U+002D, apostrophes U+0027
};

// The atoms of the analysed text, put into `atoms`, which is emptied first. Their words are looked up in `ids`, in
// lower case and dashes as "-". Takes time linear in the text.
void CutAtoms(const Analysis& analysis, const WordIds& ids, std::vector<Atom>* atoms);

// The ids of the pieces of a phrase of the lexicon, cut in the same way; new pieces get one.
std::vector<uint32_t> InternPhrase(std::string_view phrase, WordIds* ids);

}  // namespace diurna

#endif  // DIURNA_NUMERALS_ATOMS_H_
