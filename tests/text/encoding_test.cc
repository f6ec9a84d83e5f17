#include "text/encoding.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace diurna {
namespace {

std::string Utf16(std::string_view utf8, bool little) {
  std::string out;
  for (size_t at = 0; at < utf8.size();) {
    const char32_t point = DecodeUtf8(utf8, &at);
    const auto unit = [&](char32_t value) {
      const char high = static_cast<char>(value >> 8);
      const char low = static_cast<char>(value & 0xFF);
      out.push_back(little ? low : high);
      out.push_back(little ? high : low);
    };
    if (point < 0x10000) {
      unit(point);
    } else {
      unit(0xD800 + ((point - 0x10000) >> 10));
      unit(0xDC00 + (point & 0x3FF));
    }
  }
  return out;
}

struct Expected {
  std::string text;
  Encoding encoding;
  uint32_t replaced = 0;
};

void ExpectDecoded(std::string_view bytes, const Expected& expected) {
  const Result<Decoded> decoded = Decode(bytes);
  ASSERT_TRUE(decoded.ok()) << decoded.status().message();
  EXPECT_EQ(decoded->text, expected.text);
  EXPECT_EQ(decoded->encoding, expected.encoding);
  EXPECT_EQ(decoded->replaced, expected.replaced);
}

const char kText[] = "Çelin’s banks — “closed”\r\nfor 3 days 🌊\n";

TEST(Encoding, Utf8WithAndWithoutMark) {
  ExpectDecoded(kText, {kText, Encoding::kUtf8});
  ExpectDecoded(std::string("\xEF\xBB\xBF") + kText, {kText, Encoding::kUtf8});
  ExpectDecoded("plain ASCII\r\n", {"plain ASCII\r\n", Encoding::kUtf8});
}

TEST(Encoding, Utf16WithAndWithoutMark) {
  ExpectDecoded("\xFF\xFE" + Utf16(kText, true), {kText, Encoding::kUtf16Le});
  ExpectDecoded("\xFE\xFF" + Utf16(kText, false), {kText, Encoding::kUtf16Be});
  ExpectDecoded(Utf16(kText, true), {kText, Encoding::kUtf16Le});
  ExpectDecoded(Utf16(kText, false), {kText, Encoding::kUtf16Be});
}

TEST(Encoding, Utf16WithTornPairsAndAnOddEnd) {
  ExpectDecoded("\xFF\xFE" + Utf16("ab", true) + std::string("\x3D\xD8", 2) + Utf16("c", true) + "x",
                {"ab\uFFFDc\uFFFD", Encoding::kUtf16Le, 2});
}

TEST(Encoding, Windows1252) {
  ExpectDecoded("The caf\xE9 said \x93no\x94 \x96 it\x92s \x80 5\n",
                {"The café said “no” – it’s € 5\n", Encoding::kWindows1252});
}

TEST(Encoding, BrokenUtf8KeepsItsOtherCharacters) {
  ExpectDecoded("Çelin, Çelin\xFF and Çelin", {"Çelin, Çelin\uFFFD and Çelin", Encoding::kUtf8, 1});
  // Cut in the middle of a character.
  ExpectDecoded("it is over \xE2\x80", {"it is over \uFFFD", Encoding::kUtf8, 1});
  // A replacement character that the source itself has is no damage.
  ExpectDecoded("a \uFFFD b", {"a \uFFFD b", Encoding::kUtf8, 0});
}

std::string Refusal(std::string_view bytes) {
  const Result<Decoded> decoded = Decode(bytes);
  return decoded.ok() ? "" : decoded.status().message();
}

TEST(Encoding, RefusesWhatIsNoText) {
  EXPECT_NE(Refusal("%PDF-1.7\n...").find("PDF"), std::string::npos);
  EXPECT_NE(Refusal("PK\x03\x04 ...").find("ZIP"), std::string::npos);
  EXPECT_NE(Refusal("\x89PNG\r\n\x1a\n").find("picture"), std::string::npos);
  EXPECT_NE(Refusal(std::string(200, '\0')).find("binary"), std::string::npos);
  std::string noise;
  for (uint32_t i = 0, state = 1; i < 4096; ++i) {
    state = state * 1664525 + 1013904223;
    noise.push_back(static_cast<char>(state >> 24));
  }
  EXPECT_NE(Refusal(noise).find("binary"), std::string::npos);
  // A Russian sentence in KOI8-R.
  EXPECT_NE(Refusal("\xF7 \xC7\xCF\xD2\xCF\xC4\xC5 \xD7\xD7\xC5\xC4\xC5\xCE \xCB\xCF\xCD").find("iconv"),
            std::string::npos);
}

}  // namespace
}  // namespace diurna
