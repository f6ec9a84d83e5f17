#include "syntax/name.h"

#include <gtest/gtest.h>

#include <string_view>

namespace diurna {
namespace {

bool Capitalized(std::string_view text, std::string_view lower) {
  Token token;
  token.text = text;
  token.lower = lower;
  return IsCapitalized(token);
}

TEST(NameTest, ACapitalIsALetterThatLoweringChanges) {
  EXPECT_TRUE(Capitalized("Telo", "telo"));
  EXPECT_TRUE(Capitalized("Łódź", "łódź"));
  EXPECT_TRUE(Capitalized("Алматы", "алматы"));
  EXPECT_FALSE(Capitalized("telo", "telo"));
  EXPECT_FALSE(Capitalized("öl", "öl"));
  EXPECT_FALSE(Capitalized("東京", "東京"));
  EXPECT_FALSE(Capitalized("12", "12"));
  EXPECT_FALSE(Capitalized("", ""));
}

TEST(NameTest, KindsOfNames) {
  EXPECT_TRUE(IsPlaceEntity(EntityType::kFac));
  EXPECT_FALSE(IsPlaceEntity(EntityType::kOrg));
  EXPECT_TRUE(IsNumericEntity(EntityType::kDate));
  EXPECT_FALSE(IsNumericEntity(EntityType::kGpe));
  EXPECT_FALSE(IsNumericEntity(EntityType::kNone));
}

}  // namespace
}  // namespace diurna
