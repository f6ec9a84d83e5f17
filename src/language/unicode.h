// Unicode: what the model's tokenizer and attributes ask of a code point, as the Python that made the model file knew
// it.

#ifndef DIURNA_LANGUAGE_UNICODE_H_
#define DIURNA_LANGUAGE_UNICODE_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/flat_file.h"

namespace diurna {

// Bits of a code point; the names in model/convert_tables.py are in the same order.
enum CharacterBits : uint32_t {
  kSpaceBit = 1U << 0,    // str.isspace
  kAlphaBit = 1U << 1,    // str.isalpha
  kUpperBit = 1U << 2,    // str.isupper
  kDigitBit = 1U << 3,    // str.isdigit
  kDecimalBit = 1U << 4,  // \d
  kCasedBit = 1U << 5,    // Cased, and not Case_Ignorable
  kCaseIgnorableBit = 1U << 6,
  // Classes of the model's tokenizer; language/tokenizer.cc says what they are for.
  kPrefixBit = 1U << 7,
  kSuffixBit = 1U << 8,
  kInfixBit = 1U << 9,
  kFullStopBeforeBit = 1U << 10,
  kFullStopAfterCapitalBit = 1U << 11,
  kInnerStopBeforeBit = 1U << 12,
  kInnerStopAfterBit = 1U << 13,
  kLetterBit = 1U << 14,
  kLetterOrDigitBit = 1U << 15,
  kTopLevelDomainBit = 1U << 16,
  kWordBit = 1U << 17,  // \w
};

// Two-stage tables read where they lie in the model file. Const and thread-safe.
class Unicode {
 public:
  Unicode() = default;
  // nullopt when a section is missing or damaged.
  static std::optional<Unicode> Load(const FlatFile& model);

  uint32_t Bits(char32_t code_point) const {
    return bits_[(static_cast<size_t>(bits_index_[code_point >> 8]) << 8) | (code_point & 0xFF)];
  }
  // Appends the lower case of `text` as Python's str.lower does: the full mapping, with the final sigma.
  void AppendLower(std::string_view text, std::string* out) const;

 private:
  // Whether the capital sigma at bytes [begin, end) of `text` ends a word.
  bool IsFinalSigma(std::string_view text, size_t begin, size_t end) const;

  struct LongLower {
    uint32_t from, first, second;
  };
  std::span<const uint16_t> bits_index_;
  std::span<const uint32_t> bits_;
  std::span<const uint16_t> lower_index_;
  std::span<const int32_t> lower_;  // what to add to the code point
  std::span<const LongLower> long_lower_;
};

// Start of the code point that ends at byte `end` > 0.
inline size_t PreviousCodePoint(std::string_view text, size_t end) {
  size_t at = end - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

}  // namespace diurna

#endif  // DIURNA_LANGUAGE_UNICODE_H_
