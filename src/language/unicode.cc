// The model was trained on attributes that Python's string methods and regular expressions computed, so letters,
// digits, white space and lower case are those of its Unicode version, not of this system's C library. The tables map
// the upper bits of a code point to a block of 256 entries; equal blocks are stored once, and nearly all of Unicode
// shares a few.
//
// Lower-casing is the full mapping of the Unicode standard, section 3.13: one code point can become two (U+0130), and
// a capital sigma becomes a final one after a cased letter when no cased letter follows, skipping what is
// case-ignorable on both sides. Mappings that depend on a language (Turkish, Lithuanian) are left out, as Python does.

#include "language/unicode.h"

#include <algorithm>

#include "base/utf8.h"

namespace diurna {

namespace {

constexpr size_t kBlocks = 0x110000 >> 8;
constexpr char32_t kCapitalSigma = 0x03A3;
constexpr char32_t kSmallSigma = 0x03C3;
constexpr char32_t kFinalSigma = 0x03C2;

template <typename T>
bool Fits(std::span<const uint16_t> index, std::span<const T> table) {
  return index.size() == kBlocks && !table.empty() &&
         (static_cast<size_t>(*std::max_element(index.begin(), index.end())) + 1) * 256 <= table.size();
}

}  // namespace

std::optional<Unicode> Unicode::Load(const FlatFile& model) {
  Unicode unicode;
  unicode.bits_index_ = model.Array<uint16_t>("unicode.bits_index");
  unicode.bits_ = model.Array<uint32_t>("unicode.bits");
  unicode.lower_index_ = model.Array<uint16_t>("unicode.lower_index");
  unicode.lower_ = model.Array<int32_t>("unicode.lower");
  unicode.long_lower_ = model.Array<LongLower>("unicode.lower_long");
  if (!Fits(unicode.bits_index_, unicode.bits_) || !Fits(unicode.lower_index_, unicode.lower_)) return std::nullopt;
  return unicode;
}

void Unicode::AppendLower(std::string_view text, std::string* out) const {
  for (size_t at = 0; at < text.size();) {
    const unsigned char byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      out->push_back(static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte));
      ++at;
      continue;
    }
    const size_t begin = at;
    const char32_t c = DecodeUtf8(text, &at);
    if (c == kCapitalSigma) {
      AppendUtf8(IsFinalSigma(text, begin, at) ? kFinalSigma : kSmallSigma, out);
      continue;
    }
    const auto found = std::find_if(long_lower_.begin(), long_lower_.end(), [c](LongLower l) { return l.from == c; });
    if (found != long_lower_.end()) {
      AppendUtf8(found->first, out);
      AppendUtf8(found->second, out);
      continue;
    }
    const int32_t shift = lower_[(static_cast<size_t>(lower_index_[c >> 8]) << 8) | (c & 0xFF)];
    AppendUtf8(static_cast<char32_t>(static_cast<int32_t>(c) + shift), out);
  }
}

bool Unicode::IsFinalSigma(std::string_view text, size_t begin, size_t end) const {
  uint32_t bits = 0;
  for (size_t at = begin; at > 0;) {
    at = PreviousCodePoint(text, at);
    size_t next = at;
    bits = Bits(DecodeUtf8(text, &next));
    if ((bits & kCaseIgnorableBit) == 0) break;
  }
  if ((bits & kCasedBit) == 0) return false;
  bits = 0;
  for (size_t at = end; at < text.size();) {
    bits = Bits(DecodeUtf8(text, &at));
    if ((bits & kCaseIgnorableBit) == 0) break;
  }
  return (bits & kCasedBit) == 0;
}

}  // namespace diurna
