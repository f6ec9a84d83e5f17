#include "syntax/morphology.h"

#include <gtest/gtest.h>

namespace diurna {
namespace {

TEST(Morphology, Singular) {
  EXPECT_EQ(SingularOf("schools"), "school");
  EXPECT_EQ(SingularOf("churches"), "church");
  EXPECT_EQ(SingularOf("boxes"), "box");
  EXPECT_EQ(SingularOf("glass"), "glass");
  EXPECT_EQ(SingularOf("cities"), "cities");
  EXPECT_EQ(SingularOf("gas"), "gas");
}

TEST(Morphology, WithoutFinalS) {
  EXPECT_EQ(WithoutFinalS("protests"), "protest");
  EXPECT_EQ(WithoutFinalS("protest"), "");
  EXPECT_EQ(WithoutFinalS("gas"), "");
  EXPECT_EQ(WithoutFinalS(""), "");
}

TEST(Morphology, MenAreOneMan) {
  EXPECT_EQ(SingularOfMen("englishmen"), "englishman");
  EXPECT_EQ(SingularOfMen("english"), "");
  EXPECT_EQ(SingularOfMen(""), "");
}

TEST(Morphology, Doers) {
  EXPECT_TRUE(EndsLikeADoer("miner"));
  EXPECT_TRUE(EndsLikeADoer("unionist"));
  EXPECT_TRUE(EndsLikeADoer("trainee"));
  EXPECT_FALSE(EndsLikeADoer("beer"));
  EXPECT_FALSE(EndsLikeADoer("bridge"));
}

}  // namespace
}  // namespace diurna
