// CurrencyWords: what the currencies of ISO 4217 and their hundredths are called and written, from [[currency]] of
// lexicon/numbers.toml. A noun or sign that several currencies share ("peso", "$") has several senses.

#ifndef DIURNA_NUMBERS_CURRENCY_WORDS_H_
#define DIURNA_NUMBERS_CURRENCY_WORDS_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/entry_problems.h"
#include "lexicon/lexicon.h"
#include "numbers/phrase_table.h"
#include "numerals/word_ids.h"

namespace diurna {

// One sense of a currency's noun or sign.
struct CurrencySense {
  uint32_t currency = 0;    // index
  bool is_default = false;  // the one that is meant in countries with no currency of that name
  bool part = false;        // a hundredth
  bool own = false;         // no other currency has it: "US$", "PLN"
};

struct Currency {
  std::string code;
  std::vector<std::string> countries;             // ISO 3166-1 alpha-2: where the bare noun or sign means this one
  std::vector<std::vector<uint32_t>> adjectives;  // what its noun is told apart by, in word ids: "hong kong"
};

// Const members are thread-safe.
class CurrencyWords {
 public:
  // Words get their ids from `ids`; entries that contradict themselves go to `problems`.
  CurrencyWords(const Lexicon& lexicon, WordIds* ids, EntryProblems* problems);

  const Currency& currency(uint32_t index) const { return currencies_[index]; }
  // Senses of a sign or short form as written; null where it is none.
  const std::vector<CurrencySense>* SensesOfSign(std::string_view sign) const;
  // Payloads are for SensesOfNoun().
  const PhraseTable& nouns() const { return nouns_; }
  const std::vector<CurrencySense>& SensesOfNoun(uint32_t payload) const { return noun_senses_[payload]; }

 private:
  friend class CurrencyWordsReader;
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  std::vector<Currency> currencies_;
  PhraseTable nouns_;
  std::vector<std::vector<CurrencySense>> noun_senses_;
  std::unordered_map<std::string, std::vector<CurrencySense>, Hash, std::equal_to<>> signs_;
};

}  // namespace diurna

#endif  // DIURNA_NUMBERS_CURRENCY_WORDS_H_
