#include "numerals/digits.h"

#include <gtest/gtest.h>

#include <optional>

namespace diurna {
namespace {

TEST(ParseDigits, ReadsThousandsInEveryConvention) {
  EXPECT_EQ(ParseDigits("1200"), 1200);
  EXPECT_EQ(ParseDigits("1,200"), 1200);
  EXPECT_EQ(ParseDigits("1,234,567"), 1234567);
  EXPECT_EQ(ParseDigits("12,34,567"), 1234567);
  EXPECT_EQ(ParseDigits("1.234.567"), 1234567);
  EXPECT_EQ(ParseDigits("1'200"), 1200);
  EXPECT_EQ(ParseDigits("1’200"), 1200);
  EXPECT_EQ(ParseDigits("12\u00A0500"), 12500);
  EXPECT_EQ(ParseDigits("1,234.5"), 1234.5);
  EXPECT_EQ(ParseDigits("1.234,5"), 1234.5);
  EXPECT_EQ(ParseDigits("0.88"), 0.88);
  EXPECT_EQ(ParseDigits("2,5"), 2.5);
  EXPECT_EQ(ParseDigits(".5"), 0.5);
}

TEST(ParseDigits, RefusesWhatIsNoNumber) {
  EXPECT_EQ(ParseDigits("192.168.0.1"), std::nullopt);
  EXPECT_EQ(ParseDigits("3.1.2"), std::nullopt);
  EXPECT_EQ(ParseDigits("1,2345"), std::nullopt);
  EXPECT_EQ(ParseDigits("1'20"), std::nullopt);
  EXPECT_EQ(ParseDigits(""), std::nullopt);
  EXPECT_EQ(ParseDigits("1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16.17.18"), std::nullopt);
  EXPECT_EQ(ParseDigits("12345678901234567890123456789012345678901"), std::nullopt);
}

TEST(IsPlainDigits, SeparatorsAndNothingAreNone) {
  EXPECT_TRUE(IsPlainDigits("1200"));
  EXPECT_FALSE(IsPlainDigits("1,200"));
  EXPECT_FALSE(IsPlainDigits(""));
}

TEST(VulgarFraction, KnowsEverySign) {
  EXPECT_EQ(VulgarFraction(U'½'), 0.5);
  EXPECT_EQ(VulgarFraction(U'⅔'), 2.0 / 3);
  EXPECT_EQ(VulgarFraction(U'⅞'), 0.875);
  EXPECT_EQ(VulgarFraction(U'x'), 0);
  EXPECT_EQ(VulgarFraction(U'€'), 0);
}

}  // namespace
}  // namespace diurna
