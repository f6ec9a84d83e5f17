#include "mention/numbers.h"

#include <gtest/gtest.h>

#include "mention/number_grammar.h"

namespace diurna {
namespace {

TEST(ParseDigits, ReadsThousandsInEveryConvention) {
  EXPECT_EQ(ParseDigits("1200"), 1200);
  EXPECT_EQ(ParseDigits("1,200"), 1200);
  EXPECT_EQ(ParseDigits("1,234,567"), 1234567);
  EXPECT_EQ(ParseDigits("12,34,567"), 1234567);
  EXPECT_EQ(ParseDigits("1.234.567"), 1234567);
  EXPECT_EQ(ParseDigits("1'200"), 1200);
  EXPECT_EQ(ParseDigits("1\xE2\x80\x99"
                        "200"),
            1200);
  EXPECT_EQ(ParseDigits("12\xC2\xA0"
                        "500"),
            12500);
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
  EXPECT_EQ(ParseDigits(""), std::nullopt);
  EXPECT_EQ(ParseDigits("1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16.17.18"), std::nullopt);
}

}  // namespace
}  // namespace diurna
