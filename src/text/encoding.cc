// A text file does not say what its bytes mean, so the evidence is weighed in the order of its strength. A byte order
// mark is a statement. Latin text in UTF-16 has a zero byte in every other place, which no other text has. A
// well-formed multi-byte sequence of UTF-8 hardly ever comes about by chance in a text of another encoding, so such
// sequences are counted against the bytes that fit none: the majority tells whether a broken file was meant as UTF-8 or
// is in Windows-1252, the one-byte encoding of Western files. Left out: UTF-16 without a mark in scripts other than
// Latin, and the legacy encodings of other scripts, which are refused rather than turned into wrong letters.

#include "text/encoding.h"

#include <array>

#include "base/utf8.h"

namespace diurna {
namespace {

struct Signature {
  std::string_view bytes;
  std::string_view what;
};

constexpr Signature kSignatures[] = {
    {"%PDF-", "a PDF file, not plain text; extract its text first, for example with pdftotext"},
    {"PK\x03\x04", "a ZIP archive or office document, not plain text; save it as plain text first"},
    {"\xD0\xCF\x11\xE0", "an office document, not plain text; save it as plain text first"},
    {"{\\rtf", "a rich text document, not plain text; save it as plain text first"},
    {"\x1F\x8B", "compressed with gzip; unpack it first"},
    {"\xFD"
     "7zXZ",
     "compressed with xz; unpack it first"},
    {"BZh", "compressed with bzip2; unpack it first"},
    {"\x28\xB5\x2F\xFD", "compressed with zstd; unpack it first"},
    {"\x89PNG", "a picture, not text"},
    {"\xFF\xD8\xFF", "a picture, not text"},
    {"GIF8", "a picture, not text"},
    {"\x7F"
     "ELF",
     "a program, not text"},
    {std::string_view("\xFF\xFE\0\0", 4), "in UTF-32; convert it to UTF-8 first, for example with iconv"},
    {std::string_view("\0\0\xFE\xFF", 4), "in UTF-32; convert it to UTF-8 first, for example with iconv"},
};

// What Windows-1252 has at 0x80 to 0x9F; its five unassigned bytes stand for themselves, as on the web.
constexpr std::array<char16_t, 32> kWindows1252High = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                       0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

// Control characters that no text has: all but tab, line ends, form feed and escape.
constexpr bool IsForeignControl(unsigned char byte) {
  return byte < 0x20 ? byte != '\t' && byte != '\n' && byte != '\v' && byte != '\f' && byte != '\r' && byte != 0x1B
                     : byte == 0x7F;
}

Status Binary() { return Status::Unsupported("looks like binary data, not text"); }

// More than one in a hundred.
bool TooManyControls(std::string_view text) {
  size_t controls = 0;
  for (const char c : text) controls += IsForeignControl(static_cast<unsigned char>(c));
  return controls * 100 > text.size();
}

// The byte order of UTF-16 without a mark, or kUtf8 where there is no sign of it.
Encoding GuessUtf16(std::string_view bytes) {
  constexpr size_t kSample = 65536;
  const size_t pairs = std::min(bytes.size(), kSample) / 2;
  if (pairs < 2) return Encoding::kUtf8;
  size_t first = 0;
  size_t second = 0;
  for (size_t i = 0; i < pairs; ++i) {
    first += bytes[2 * i] == '\0';
    second += bytes[2 * i + 1] == '\0';
  }
  if (second * 2 > pairs && first * 50 <= pairs) return Encoding::kUtf16Le;
  if (first * 2 > pairs && second * 50 <= pairs) return Encoding::kUtf16Be;
  return Encoding::kUtf8;
}

Decoded FromUtf16(std::string_view bytes, Encoding encoding) {
  Decoded decoded;
  decoded.encoding = encoding;
  decoded.text.reserve(bytes.size() / 2 + bytes.size() / 16);
  const size_t high = encoding == Encoding::kUtf16Be ? 0 : 1;
  const auto unit = [&](size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(bytes[2 * i + high]) << 8 |
                                 static_cast<unsigned char>(bytes[2 * i + 1 - high]));
  };
  const size_t units = bytes.size() / 2;
  for (size_t i = 0; i < units; ++i) {
    char32_t point = unit(i);
    if (point >= 0xD800 && point < 0xE000) {
      const char32_t low = point < 0xDC00 && i + 1 < units ? unit(i + 1) : 0;
      if (low >= 0xDC00 && low < 0xE000) {
        point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
        ++i;
      } else {
        point = kReplacement;
        ++decoded.replaced;
      }
    }
    AppendUtf8(point, &decoded.text);
  }
  if (bytes.size() % 2 != 0) {
    AppendUtf8(kReplacement, &decoded.text);
    ++decoded.replaced;
  }
  return decoded;
}

Decoded FromWindows1252(std::string_view bytes) {
  Decoded decoded;
  decoded.encoding = Encoding::kWindows1252;
  decoded.text.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    AppendUtf8(byte >= 0x80 && byte < 0xA0 ? char32_t{kWindows1252High[byte - 0x80]} : char32_t{byte}, &decoded.text);
  }
  return decoded;
}

// Ill-formed pieces become U+FFFD and are counted.
Decoded FromUtf8(std::string_view bytes) {
  Decoded decoded;
  decoded.text = RepairUtf8(bytes, &decoded.replaced);
  return decoded;
}

// For and against UTF-8: multi-byte sequences, whole or torn after their second byte, and bytes that fit none.
bool MeantAsUtf8(std::string_view bytes) {
  size_t sequences = 0;
  size_t strays = 0;
  for (size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const size_t begin = at;
    DecodeUtf8(bytes, &at);
    ++(at - begin > 1 ? sequences : strays);
  }
  return sequences >= strays;
}

Result<Decoded> Checked(Decoded decoded) {
  if (TooManyControls(decoded.text)) return Binary();
  return decoded;
}

}  // namespace

Result<Decoded> Decode(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) return Status::Unsupported("is " + std::string(signature.what));
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) return Checked(FromUtf8(bytes.substr(3)));
  if (bytes.starts_with("\xFF\xFE")) return Checked(FromUtf16(bytes.substr(2), Encoding::kUtf16Le));
  if (bytes.starts_with("\xFE\xFF")) return Checked(FromUtf16(bytes.substr(2), Encoding::kUtf16Be));
  if (const Encoding guess = GuessUtf16(bytes); guess != Encoding::kUtf8) return Checked(FromUtf16(bytes, guess));
  if (TooManyControls(bytes)) return Binary();
  if (ValidUtf8(bytes) || MeantAsUtf8(bytes)) return FromUtf8(bytes);

  size_t high = 0;
  for (const char c : bytes) high += static_cast<unsigned char>(c) >= 0x80;
  if (high * 10 > bytes.size() * 3) {
    return Status::Unsupported(
        "is in an encoding that is not read (UTF-8, UTF-16 and Windows-1252 are); convert it to UTF-8 first, for "
        "example with iconv");
  }
  return FromWindows1252(bytes);
}

}  // namespace diurna
