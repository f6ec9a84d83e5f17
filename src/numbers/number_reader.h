// NumberReader: one numeral after the other, what it is with all that stands around it.

#ifndef DIURNA_NUMBERS_NUMBER_READER_H_
#define DIURNA_NUMBERS_NUMBER_READER_H_

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "numbers/draft.h"
#include "numbers/number_mention.h"
#include "numbers/number_text.h"
#include "numerals/numeral.h"

namespace diurna {

// Reads the numbers of a text in its order. The text must outlive it.
class NumberReader {
 public:
  explicit NumberReader(const NumberText& text) : text_(text) {}

  // Each reads what begins at an atom and gives the atom to go on from.
  uint32_t Read(const Numeral& numeral);
  // Digits that are no numeral: "1.2.3".
  uint32_t ReadDigits(uint32_t at) { return KeepName(at, at + 1); }

  std::vector<NumberMention> TakeFound() { return std::move(found_); }

 private:
  uint32_t Keep(uint32_t begin, uint32_t end, NumberKind kind, double value);
  uint32_t KeepName(uint32_t begin, uint32_t end);
  // The atom behind digits that are no number but an ordinal, a telephone number or a name, all of them kept.
  std::optional<uint32_t> ReadNoNumber(const Numeral& digits, bool money);
  uint32_t ReadDraft(NumberDraft draft);
  // Kept as something that counts nothing: an age, a name, a year.
  std::optional<uint32_t> ReadNoCount(const NumberDraft& draft);
  // Sets what a mention has to do with the numbers before it.
  void Relate(const NumberDraft& draft, uint32_t counted, NumberMention* mention);

  const NumberText& text_;
  std::vector<NumberMention> found_;
};

}  // namespace diurna

#endif  // DIURNA_NUMBERS_NUMBER_READER_H_
