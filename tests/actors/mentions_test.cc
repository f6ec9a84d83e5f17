#include "actors/mentions.h"

#include <gtest/gtest.h>

namespace diurna {
namespace {

TEST(Mentions, APronounStandsForWhatItsAntecedentsLeadTo) {
  Mentions mentions;
  mentions.antecedent = {std::nullopt, 0u, 1u, std::nullopt};
  EXPECT_EQ(Resolve(mentions, 2), 0u);
  EXPECT_EQ(Resolve(mentions, 1), 0u);
  EXPECT_EQ(Resolve(mentions, 0), 0u);
  EXPECT_EQ(Resolve(mentions, 3), 3u);
  EXPECT_EQ(Resolve(mentions, 4), 4u) << "past the tokens that have one";
}

TEST(Mentions, ACircleOfPronounsEnds) {
  Mentions mentions;
  mentions.antecedent = {1u, 0u, 2u};
  EXPECT_LT(Resolve(mentions, 0), 2u);
  EXPECT_EQ(Resolve(mentions, 2), 2u);
}

}  // namespace
}  // namespace diurna
