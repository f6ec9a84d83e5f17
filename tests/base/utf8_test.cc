#include "base/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace diurna {
namespace {

TEST(Utf8Test, AcceptsEveryCodePointAndItsNeighbours) {
  std::string all;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const size_t start = all.size();
    AppendUtf8(c, &all);
    size_t at = start;
    ASSERT_EQ(DecodeUtf8(all, &at), c);
    ASSERT_EQ(at, all.size());
  }
  EXPECT_TRUE(ValidUtf8(all));
}

TEST(Utf8Test, RejectsWhatIsNotWellFormed) {
  const std::vector<std::string> bad = {
      "\x80",              // continuation without a lead
      "\xC3",              // cut short
      "\xE2\x82",          // cut short
      "\xC0\xAF",          // overlong
      "\xE0\x80\xAF",      // overlong
      "\xF0\x8F\xBF\xBF",  // overlong
      "\xED\xA0\x80",      // surrogate
      "\xF4\x90\x80\x80",  // above U+10FFFF
      "\xF5\x80\x80\x80",  // never a lead
      "\xFF",              // never a lead
      "caf\xE9 au lait",   // Windows-1252
  };
  for (const std::string& text : bad) {
    EXPECT_FALSE(ValidUtf8(text)) << testing::PrintToString(text);
    EXPECT_FALSE(ValidUtf8("a long enough start: " + text + " and an end")) << testing::PrintToString(text);
  }
  EXPECT_TRUE(ValidUtf8(""));
  EXPECT_TRUE(ValidUtf8("caf\xC3\xA9 au lait"));
}

TEST(Utf8Test, ReplacesOncePerIllFormedPrefix) {
  // The example of Unicode 15, table 3-8: 61 F1 80 80 E1 80 C2 62 80 63 80 BF 64.
  const std::string text =
      "a\xF1\x80\x80\xE1\x80\xC2"
      "b\x80"
      "c\x80\xBF"
      "d";
  std::u32string decoded;
  for (size_t at = 0; at < text.size();) decoded += DecodeUtf8(text, &at);
  EXPECT_EQ(decoded, U"a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd");
}

TEST(Utf8Test, WritesReplacementForWhatIsNoCodePoint) {
  std::string out;
  AppendUtf8(0xD800, &out);
  AppendUtf8(0x110000, &out);
  EXPECT_EQ(out, "\xEF\xBF\xBD\xEF\xBF\xBD");
}

void ExpectIndexAgreesWithCounting(const std::string& text) {
  const CodePointIndex index(text);
  uint32_t point = 0;
  for (size_t at = 0; at < text.size();) {
    const uint32_t start = static_cast<uint32_t>(at);
    ASSERT_EQ(index.CodePoint(start), point);
    ASSERT_EQ(index.Byte(point), start);
    DecodeUtf8(text, &at);
    ++point;
    for (uint32_t inside = start + 1; inside < at; ++inside) ASSERT_EQ(index.CodePoint(inside), point);
  }
  EXPECT_EQ(index.size(), point);
  for (const uint32_t past : {0U, 1U, 1000U}) {
    EXPECT_EQ(index.CodePoint(static_cast<uint32_t>(text.size()) + past), point);
    EXPECT_EQ(index.Byte(point + past), text.size());
  }
}

TEST(CodePointIndexTest, AgreesWithCounting) {
  const std::string mixed = "Z\xC3\xBCrich \xE2\x80\x94 \xF0\x9F\x8C\x8A 12 \xE2\x82\xAC; ";
  std::string text;
  ExpectIndexAgreesWithCounting(text);
  ExpectIndexAgreesWithCounting("plain");
  ExpectIndexAgreesWithCounting(std::string(63, 'a') + "\xC3\xA9");
  ExpectIndexAgreesWithCounting(std::string(64, 'a') + "\xC3\xA9");
  for (int i = 0; i < 40; ++i) {
    text += mixed;
    ExpectIndexAgreesWithCounting(text);
    ExpectIndexAgreesWithCounting(std::string(static_cast<size_t>(i), 'x') + text);
  }
}

TEST(Utf8, RepairCountsWhatItReplaces) {
  uint32_t replaced = 0;
  EXPECT_EQ(RepairUtf8("\u00C7elin", &replaced), "\u00C7elin");
  EXPECT_EQ(replaced, 0U);
  EXPECT_EQ(RepairUtf8("a\xFF\uFFFD\xC3", &replaced), "a\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(replaced, 2U);
}

}  // namespace
}  // namespace diurna
