// Encodings of text files: which one a file is in, and its text as UTF-8.

#ifndef DIURNA_TEXT_ENCODING_H_
#define DIURNA_TEXT_ENCODING_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "diurna/status.h"

namespace diurna {

enum class Encoding : uint8_t { kUtf8, kUtf16Le, kUtf16Be, kWindows1252 };

struct Decoded {
  std::string text;  // valid UTF-8; every character of the source but a byte order mark
  Encoding encoding = Encoding::kUtf8;
  uint32_t replaced = 0;  // pieces of the source that were no character, each now U+FFFD
};

// Decodes the bytes of a text file. A byte order mark decides; else zero bytes in every other place tell UTF-16, well
// formed multi-byte sequences UTF-8, other bytes above 0x7F Windows-1252. Fails on what is no text: known formats by
// their first bytes, control characters, legacy encodings of other scripts. The message completes "NAME: ...".
Result<Decoded> Decode(std::string_view bytes);

// What the bytes are, where their beginning is that of a format which is no text, and what to do; completes "is ...".
// Empty where it is none that is known.
std::string_view KnownFormat(std::string_view bytes);

}  // namespace diurna

#endif  // DIURNA_TEXT_ENCODING_H_
