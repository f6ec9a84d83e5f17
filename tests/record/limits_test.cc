#include "record/limits.h"

#include <gtest/gtest.h>

namespace diurna {
namespace {

TEST(LimitsTest, ASentenceHasRoomForSoManyRowsOfEachRegister) {
  LimitCount limits;
  for (size_t k = 0; k < kMostRowsOfSentence; ++k) EXPECT_TRUE(limits.Admit(Register::kMeasures, 7));
  EXPECT_TRUE(limits.Warnings().empty());
  EXPECT_FALSE(limits.Admit(Register::kMeasures, 7));
  EXPECT_TRUE(limits.Admit(Register::kMeasures, 6));
  EXPECT_TRUE(limits.Admit(Register::kServices, 7));
  EXPECT_EQ(limits.Warnings(),
            std::vector<std::string>{"1 row was left out: of one sentence each register takes 100 at most"});
}

TEST(LimitsTest, ListsAreCutAndTheRestIsCounted) {
  LimitCount limits;
  std::vector<Place> places(kMostPlacesOfFact);
  std::vector<Evidence> also(kMostTellings + 3);
  std::vector<Party> parties(kMostParties + 1);
  limits.HoldPlaces(&places);
  EXPECT_TRUE(limits.Warnings().empty());
  limits.HoldTellings(&also);
  limits.HoldTellings(&also);
  limits.HoldParties(&parties);
  EXPECT_EQ(also.size(), kMostTellings);
  EXPECT_EQ(parties.size(), kMostParties);
  EXPECT_EQ(limits.Warnings(),
            (std::vector<std::string>{"3 further tellings were left out: a row's `also` lists 200 at most",
                                      "1 party of an event was left out: an event names of each role 50 at most"}));
}

}  // namespace
}  // namespace diurna
