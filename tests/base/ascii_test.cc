#include "base/ascii.h"

#include <gtest/gtest.h>

namespace diurna {
namespace {

TEST(AsciiTest, OnlyAsciiLettersChange) {
  EXPECT_EQ(ToAsciiLower("Łódź ABC-9"), "Łódź abc-9");
  EXPECT_EQ(ToAsciiLower(""), "");
  EXPECT_EQ(ToAsciiUpper('z'), 'Z');
  EXPECT_EQ(ToAsciiUpper('['), '[');
  EXPECT_EQ(ToAsciiLower('@'), '@');
  EXPECT_TRUE(IsAsciiUpper('A'));
  EXPECT_FALSE(IsAsciiUpper('a'));
  EXPECT_TRUE(IsAsciiLower('a'));
}

}  // namespace
}  // namespace diurna
