// The lexicon's words of numbers as tables: words by id, phrases as rows of ids.

#ifndef DIURNA_NUMERALS_NUMBER_WORDS_H_
#define DIURNA_NUMERALS_NUMBER_WORDS_H_

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diurna/status.h"
#include "lexicon/lexicon.h"
#include "numerals/bound.h"

namespace diurna {

// What a word is in a numeral.
enum class NumberWordKind : uint8_t { kNone, kUnit, kTeen, kTen, kMultiplier, kGroup, kFraction, kVague };

// Cues of lexicon/numbers.toml, each a bit of a word's mask.
enum class NumberCue : uint8_t {
  kSeveral,
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
  kShareAfter,
  kAgeGroup,
  kAgeVerb,
  kRangeBefore,
  kOffset,
  kCount,
};

struct NumberWord {
  NumberWordKind kind = NumberWordKind::kNone;
  double value = 0;             // fractions in percent
  Bound bound = Bound::kAbout;  // of kVague
  bool only_before_of = false;  // of kVague
  bool plural = false;          // "thirds"
  double ordinal = 0;           // what the word is worth as an ordinal, or 0
  double ordinal_part = 0;      // what it is worth as a fraction where it can be an ordinal too, in percent, or 0
  double attached = 0;          // multiplier when written right behind digits, or 0
  uint32_t cues = 0;
  bool Is(NumberCue cue) const { return (cues >> static_cast<uint32_t>(cue)) & 1u; }
};

// Phrases keyed by their first or last word; the longest wins.
class PhraseTable {
 public:
  struct Phrase {
    std::vector<uint32_t> words;
    uint32_t payload;
  };
  void Add(std::vector<uint32_t> words, uint32_t payload, bool backward);
  // The phrases that start (or end, where added backward) with `word`, longest first; null where there are none.
  const std::vector<Phrase>* With(uint32_t word) const {
    const auto found = by_key_.find(word);
    return found == by_key_.end() ? nullptr : &found->second;
  }

 private:
  std::unordered_map<uint32_t, std::vector<Phrase>> by_key_;
};

struct BoundWords {
  Bound bound = Bound::kAbout;
  bool preposition = false;
};

struct UnitWords {
  enum class Kind : uint8_t {
    kOther,
    kLength,
    kArea,
    kVolume,
    kMass,
    kSpeed,
    kTemperature,
    kTime,
    kAngle,
    kMagnitude,
    kLevel,
    kTimes,
  };
  Kind kind = Kind::kOther;
  std::vector<std::string> countries;  // where a noun shared with a currency is the unit
};

// One reading of a currency word or sign.
struct CurrencyReading {
  uint32_t currency = 0;  // index into currencies()
  bool is_default = false;
  bool part = false;  // a hundredth
  bool own = false;   // told apart by itself: "US$", "PLN"
};

struct Currency {
  std::string code;
  std::vector<std::string> countries;
  std::vector<std::vector<uint32_t>> adjectives;  // words
};

// Which table a phrase of words belongs to that stand behind a number.
enum class SuffixKind : uint8_t { kUnit, kPercent, kPercentPoint, kAge, kBoundAfter };

class NumberWords {
 public:
  static Result<NumberWords> Make(const Lexicon& lexicon);

  // Id of a lower-case word; 0 for a word that no table has.
  uint32_t Id(std::string_view lower) const {
    const auto found = ids_.find(lower);
    return found == ids_.end() ? 0 : found->second;
  }
  const NumberWord& word(uint32_t id) const { return words_[id]; }

  const PhraseTable& bounds_before() const { return bounds_before_; }
  const std::vector<BoundWords>& bounds() const { return bounds_; }
  // Payload: SuffixKind in the low 8 bits, index of a unit or bound above.
  const PhraseTable& suffixes() const { return suffixes_; }
  const PhraseTable& unit_before() const { return unit_before_; }
  const PhraseTable& per() const { return per_; }
  const std::vector<UnitWords>& units() const { return units_; }
  // Index of the unit that `sign` is written for ("km", "°C"), or -1. Case counts.
  int32_t UnitSign(std::string_view sign) const;
  // Readings of a currency sign or short form as written, or of a noun in lower case; null where it is none.
  const std::vector<CurrencyReading>* CurrencySign(std::string_view sign) const;
  const PhraseTable& currency_nouns() const { return currency_nouns_; }  // payload: index into noun_readings
  const std::vector<CurrencyReading>& noun_readings(uint32_t index) const { return noun_readings_[index]; }
  const std::vector<Currency>& currencies() const { return currencies_; }

  // Ids of words that the grammar itself names.
  uint32_t a = 0, an = 0, one = 0, and_ = 0, or_ = 0, to = 0, of = 0, half = 0, in = 0, out_of = 0, between = 0,
           from = 0, by = 0, the = 0, minus = 0, every = 0, for_ = 0, point = 0, each = 0, no = 0;

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  template <typename T>
  using Map = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  uint32_t Intern(std::string_view lower);
  std::vector<uint32_t> InternPhrase(std::string_view phrase);

  Map<uint32_t> ids_;
  std::vector<NumberWord> words_ = std::vector<NumberWord>(1);
  PhraseTable bounds_before_, suffixes_, unit_before_, per_, currency_nouns_;
  std::vector<BoundWords> bounds_;
  std::vector<UnitWords> units_;
  Map<uint32_t> unit_signs_;
  std::vector<Currency> currencies_;
  std::vector<std::vector<CurrencyReading>> noun_readings_;
  Map<std::vector<CurrencyReading>> currency_signs_;
};

}  // namespace diurna

#endif  // DIURNA_NUMERALS_NUMBER_WORDS_H_
