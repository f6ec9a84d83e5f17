#include "language/unicode.h"

#include <gtest/gtest.h>

#include "language/reference_data.h"

namespace diurna {
namespace {

std::string Lower(std::string_view text) {
  std::string out;
  ModelTables().unicode.AppendLower(text, &out);
  return out;
}

TEST(Unicode, LowersByTheFullMapping) {
  EXPECT_EQ(Lower("The END of 1990"), "the end of 1990");
  EXPECT_EQ(Lower("ÅNGSTRÖM Ǆ ǅ ЁЛКА ᲥᲐᲠᲗ"), "ångström ǆ ǆ ёлка ქართ");
  EXPECT_EQ(Lower("İstanbul"), "i\u0307stanbul");
  EXPECT_EQ(Lower("K Å Ω"), "k å ω");  // signs whose lower case is in another block
  EXPECT_EQ(Lower("𐐀"), "𐐨");
}

TEST(Unicode, LowersASigmaByItsPlace) {
  EXPECT_EQ(Lower("ΟΔΟΣ"), "οδος");
  EXPECT_EQ(Lower("ΟΔΟΣ."), "οδος.");
  EXPECT_EQ(Lower("ΣΟΦΟΣ ΣΑΣ"), "σοφος σας");
  EXPECT_EQ(Lower("Σ"), "σ");
  EXPECT_EQ(Lower("'Σ"), "'σ");
  // Case-ignorable marks are skipped on both sides.
  EXPECT_EQ(Lower("ΑΣ'"), "ας'");
  EXPECT_EQ(Lower("ΑΣ'Α"), "ασ'α");
  EXPECT_EQ(Lower("Α\u0301Σ\u0301"), "α\u0301ς\u0301");
}

TEST(Unicode, KnowsWhiteSpaceAsPythonDoes) {
  const Unicode& unicode = ModelTables().unicode;
  for (const char32_t c :
       std::u32string_view(U" \t\n\u000B\f\r\u001C\u001F\u0085\u00A0\u1680\u2003\u2028\u2029\u202F\u205F\u3000")) {
    EXPECT_NE(unicode.Bits(c) & kSpaceBit, 0U) << static_cast<uint32_t>(c);
  }
  for (const char32_t c : std::u32string_view(U"a.\u200B\u00AD\uFEFF\u180E\u2060")) {
    EXPECT_EQ(unicode.Bits(c) & kSpaceBit, 0U) << static_cast<uint32_t>(c);
  }
}

TEST(Unicode, CoversEveryCodePoint) {
  const Unicode& unicode = ModelTables().unicode;
  EXPECT_NE(unicode.Bits(U'é') & kAlphaBit, 0U);
  EXPECT_NE(unicode.Bits(U'٣') & kDecimalBit, 0U);
  EXPECT_EQ(unicode.Bits(U'½') & kDigitBit, 0U);
  EXPECT_NE(unicode.Bits(U'²') & kDigitBit, 0U);
  EXPECT_NE(unicode.Bits(0x2F800) & kAlphaBit, 0U);
  EXPECT_EQ(unicode.Bits(0x10FFFF), 0U);
}

TEST(Unicode, StepsBackByWholeCodePoints) {
  const std::string_view text = "aé😀";
  EXPECT_EQ(PreviousCodePoint(text, 7), 3U);
  EXPECT_EQ(PreviousCodePoint(text, 3), 1U);
  EXPECT_EQ(PreviousCodePoint(text, 1), 0U);
  EXPECT_EQ(PreviousCodePoint("\x80\x80", 2), 0U);  // ill-formed: never in front of the start
}

}  // namespace
}  // namespace diurna
