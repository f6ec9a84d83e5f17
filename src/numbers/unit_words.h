// UnitWords: what numbers are measured in, behind them ("km", "percent", "years old") or before ("magnitude 6.3"), from
// [[unit]] and [[number_cue]] of lexicon/numbers.toml.

#ifndef DIURNA_NUMBERS_UNIT_WORDS_H_
#define DIURNA_NUMBERS_UNIT_WORDS_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diurna/optional_index.h"
#include "lexicon/lexicon.h"
#include "numbers/phrase_table.h"
#include "numerals/word_ids.h"

namespace diurna {

// Kinds of units that the readers of numbers tell apart; all others are kOther.
enum class UnitKind : uint8_t { kOther, kTemperature, kTime, kTimes };

struct Unit {
  UnitKind kind = UnitKind::kOther;
  std::vector<std::string> countries;  // ISO 3166-1 alpha-2: where a noun that is a currency too is the unit
};

// What stands behind a numeral and makes it more than a count.
enum class SuffixKind : uint8_t { kNone, kUnit, kPercent, kPercentPoint, kAge, kCurrency };

struct SuffixPhrase {
  SuffixKind kind = SuffixKind::kNone;  // never kCurrency: those are CurrencyWords'
  uint32_t unit = 0;                    // index, of kUnit
};

// Const members are thread-safe.
class UnitWords {
 public:
  // Words get their ids from `ids`.
  UnitWords(const Lexicon& lexicon, WordIds* ids);

  const Unit& unit(uint32_t index) const { return units_[index]; }
  // Payloads are for phrase().
  const PhraseTable& behind() const { return behind_; }
  const SuffixPhrase& phrase(uint32_t payload) const { return phrases_[payload]; }
  // Backward; payloads are indices of units.
  const PhraseTable& before() const { return before_; }
  // Index of the unit that `sign` is written for ("km", "°C"), or none. Case counts.
  OptionalIndex UnitOfSign(std::string_view sign) const;
  // Whether a unit's phrase begins with a word.
  bool BeginsUnit(uint32_t word) const;
  // The kind of the unit that a word names by itself; kOther for one that names none.
  UnitKind KindOfNoun(uint32_t word) const;

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  void Add(std::string_view phrase, SuffixPhrase suffix, WordIds* ids);

  std::vector<Unit> units_;
  std::vector<SuffixPhrase> phrases_;
  PhraseTable behind_;
  PhraseTable before_ = PhraseTable(PhraseTable::Direction::kBackward);
  std::unordered_map<std::string, uint32_t, Hash, std::equal_to<>> signs_;
};

}  // namespace diurna

#endif  // DIURNA_NUMBERS_UNIT_WORDS_H_
