// NumberText: a report cut into atoms, with all that the readers of numbers ask of an atom: its words and signs, its
// token, whether a time expression has it, which phrases begin or end with it.

#ifndef DIURNA_NUMBERS_NUMBER_TEXT_H_
#define DIURNA_NUMBERS_NUMBER_TEXT_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "diurna/analysis.h"
#include "diurna/span.h"
#include "numbers/number_words.h"
#include "numbers/phrase_table.h"
#include "numerals/numeral.h"
#include "numerals/numeral_text.h"

namespace diurna {

class NumberText : public NumeralText {
 public:
  // All must outlive it. `times` in the order of the text; `country` is ISO 3166-1 alpha-2, or empty.
  NumberText(const NumberWords& words, const Analysis& analysis, std::span<const Span> times, std::string_view country);

  const NumberWords& words() const { return words_; }
  const Analysis& analysis() const { return analysis_; }
  std::string_view country() const { return country_; }
  bool has_pound_sign() const { return has_pound_sign_; }

  using NumeralText::Is;
  using NumeralText::Text;
  // By the word as it stands.
  bool Is(uint32_t i, NumberCue cue) const { return words_.cues.Is(WordId(i), cue); }
  // By the lemma of its token.
  bool IsLemma(uint32_t i, NumberCue cue) const { return IsLemma(TokenOf(i), cue); }
  bool IsLemma(const Token& token, NumberCue cue) const { return words_.cues.Is(words_.ids.Id(token.lemma), cue); }
  bool IsEither(uint32_t i, NumberCue cue) const { return Is(i, cue) || IsLemma(i, cue); }
  // By the token as it stands.
  bool IsLower(const Token& token, NumberCue cue) const { return words_.cues.Is(words_.ids.Id(token.lower), cue); }

  // The words of atoms [first, last], both inclusive, as they stand.
  std::string_view Text(uint32_t first, uint32_t last) const;
  bool IsCapitalized(uint32_t i) const;
  const Token& TokenOf(uint32_t i) const { return analysis_[atom(i).token]; }
  // Whether there is an atom before it, on the same line.
  bool HasBefore(uint32_t i) const { return i > 0 && Follows(i); }
  bool IsInTime(uint32_t i) const { return in_time_[i] != 0; }
  // The last atom of a token, looked for from atom `from` on; 0 where it is not there.
  uint32_t AtomOf(uint32_t token, uint32_t from) const;

  // The longest phrase of a table at atom `i`, or nothing. Its words may be joined by hyphens.
  struct Phrase {
    uint32_t begin = 0, end = 0;
    uint32_t payload = 0;
  };
  std::optional<Phrase> PhraseAt(const PhraseTable& table, uint32_t i) const;
  // The longest phrase of a backward table that ends with atom `i`.
  std::optional<Phrase> PhraseEndingAt(const PhraseTable& table, uint32_t i) const;

  bool MayStartNumeral(uint32_t i) const;
  // The numeral that starts at atom `i`, shares in so many included ("one in five").
  std::optional<Numeral> NumeralAt(uint32_t i) const;

 private:
  const NumberWords& words_;
  const Analysis& analysis_;
  std::string_view country_;
  bool has_pound_sign_;
  std::vector<uint8_t> in_time_;
};

}  // namespace diurna

#endif  // DIURNA_NUMBERS_NUMBER_TEXT_H_
