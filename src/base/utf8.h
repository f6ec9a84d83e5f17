// UTF-8: validity, decoding and encoding of single code points, and the exchange of byte and code point offsets.
//
// The engine counts in bytes of UTF-8 from end to end; the record counts in code points. CodePointIndex is the one
// place where the two meet. All functions are pure; a const CodePointIndex may be used from many threads.

#ifndef DIURNA_BASE_UTF8_H_
#define DIURNA_BASE_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace diurna {

// What DecodeUtf8 gives for bytes that are no code point, and what AppendUtf8 writes for a number that is none.
inline constexpr char32_t kReplacement = 0xFFFD;

// True when `text` is well-formed (Unicode 15, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
bool ValidUtf8(std::string_view text);

// The code point that starts at byte `*at`, which must be less than text.size(); `*at` moves past it. At ill-formed
// bytes the result is kReplacement and `*at` moves past the longest prefix that could have started a code point, at
// least one byte (the practice of Unicode 15, section 3.9, so that a decoder counts as others do).
char32_t DecodeUtf8(std::string_view text, size_t* at);

// Appends the UTF-8 form of `code_point`, or of kReplacement for surrogates and numbers above U+10FFFF.
void AppendUtf8(char32_t code_point, std::string* out);

// `text` with kReplacement for what is ill-formed in it; the number of replacements is added to `*replaced`, where
// given.
std::string RepairUtf8(std::string_view text, uint32_t* replaced = nullptr);

// True for the bytes 10xxxxxx, which continue a code point. A byte that is none of these starts one.
constexpr bool IsUtf8Continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Exchanges byte and code point offsets of one text. Building reads the text once; each exchange looks at no more than
// 64 bytes or code points, and at nothing when the text is ASCII. The text must be valid UTF-8, shorter than 4 GiB,
// and outlive the index.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);

  // Number of code points that start before `byte`. Offsets at or past the end give size().
  uint32_t CodePoint(uint32_t byte) const;
  // Byte at which code point number `code_point` starts. Numbers at or past the end give the text's size in bytes.
  uint32_t Byte(uint32_t code_point) const;
  // Number of code points in the text.
  uint32_t size() const { return size_; }

 private:
  std::string_view text_;
  uint32_t size_ = 0;
  std::vector<uint32_t> points_at_;  // code points that start before byte 64 i; empty when the text is ASCII
  std::vector<uint32_t> bytes_at_;   // byte at which code point 64 i starts; empty when the text is ASCII
};

}  // namespace diurna

#endif  // DIURNA_BASE_UTF8_H_
