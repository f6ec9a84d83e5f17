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
  size_t at;
  std::string_view bytes;
  std::string_view what;  // completes "is ..."
};

constexpr std::string_view kOffice = "an office document, not plain text; save it as plain text first";
constexpr std::string_view kArchive = "an archive, not plain text; unpack it first";
constexpr std::string_view kPicture = "a picture, not text; give the text of the report";
constexpr std::string_view kUtf32 = "in UTF-32; convert it to UTF-8 first, for example with iconv";

constexpr Signature kSignatures[] = {
    {0, "%PDF-", "a PDF file, not plain text; extract its text first, for example with pdftotext"},
    {0, "\xD0\xCF\x11\xE0", kOffice},
    {0, "{\\rtf", "a rich text document, not plain text; save it as plain text first"},
    {0, "\x1F\x8B", "compressed with gzip; unpack it first, for example with gunzip"},
    {0,
     "\xFD"
     "7zXZ",
     "compressed with xz; unpack it first, for example with unxz"},
    {0, "BZh", "compressed with bzip2; unpack it first, for example with bunzip2"},
    {0, "\x28\xB5\x2F\xFD", "compressed with zstd; unpack it first, for example with unzstd"},
    {0, "Rar!\x1A", kArchive},
    {0, "7z\xBC\xAF\x27\x1C", kArchive},
    {257, std::string_view("ustar\0", 6), kArchive},
    {257, std::string_view("ustar  \0", 8), kArchive},
    {0, "WARC/1.", "an archive of web pages (WARC), not plain text; save the reports in it as plain text first"},
    {0, "SQLite format 3", "a database, not text; write its reports as plain text or JSON lines first"},
    {0, "\x89PNG", kPicture},
    {0, "\xFF\xD8\xFF", kPicture},
    {0, "GIF8", kPicture},
    {0,
     "\x7F"
     "ELF",
     "a program, not text"},
    {0, std::string_view("\xFF\xFE\0\0", 4), kUtf32},
    {0, std::string_view("\0\0\xFE\xFF", 4), kUtf32},
};

// What lies in a ZIP archive tells of which kind it is; the names of its files stand in it as they are.
constexpr std::string_view kZip = "PK\x03\x04";
constexpr Signature kInZip[] = {
    {0, "word/", "a Word document (.docx), not plain text; save it as plain text first"},
    {0, "xl/", "an Excel workbook (.xlsx), not plain text; save it as plain text or JSON lines first"},
    {0, "ppt/", "a presentation (.pptx), not plain text; save it as plain text first"},
    {0, "mimetypeapplication/epub", "an e-book (.epub), not plain text; save it as plain text first"},
    {0, "mimetypeapplication/vnd.oasis", kOffice},
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

std::string_view KnownFormat(std::string_view bytes) {
  if (bytes.starts_with(kZip)) {
    for (const Signature& signature : kInZip) {
      if (bytes.find(signature.bytes) != std::string_view::npos) return signature.what;
    }
    return "a ZIP archive, not plain text; unpack it first";
  }
  for (const Signature& signature : kSignatures) {
    if (bytes.size() > signature.at && bytes.substr(signature.at).starts_with(signature.bytes)) return signature.what;
  }
  return {};
}

Result<Decoded> Decode(std::string_view bytes) {
  if (const std::string_view format = KnownFormat(bytes); !format.empty()) {
    return Status::Unsupported("is " + std::string(format));
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
