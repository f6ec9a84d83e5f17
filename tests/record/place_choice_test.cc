#include "record/place_choice.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace diurna {
namespace {

TEST(PlaceChoice, EveryWeightIsThatOfAFeatureAndEveryFeatureHasItsName) {
  std::set<std::string_view> names;
  for (size_t i = 0; i < kPlaceFeatures; ++i) names.insert(Name(static_cast<PlaceFeature>(i)));
  EXPECT_EQ(names.size(), kPlaceFeatures);
  EXPECT_FALSE(names.contains(""));
  const Result<Lexicon> lexicon = Lexicon::BuiltIn();
  ASSERT_TRUE(lexicon.ok());
  size_t weights = 0;
  for (const LexiconEntry& entry : lexicon->Entries("place_choice")) {
    EXPECT_TRUE(names.contains(entry.Text("feature"))) << entry.Text("feature");
    ++weights;
  }
  EXPECT_GT(weights, kPlaceFeatures / 2);
}

TEST(PlaceChoice, TheFactsOwnPlaceOutweighsTheReports) {
  const Result<Lexicon> lexicon = Lexicon::BuiltIn();
  ASSERT_TRUE(lexicon.ok());
  const PlaceWeights weights(*lexicon);
  PlaceOption own, other, main;
  own[PlaceFeature::kOwnSentence] = own[PlaceFeature::kBelow] = own[PlaceFeature::kLocative] = 1;
  other[PlaceFeature::kOwnSentence] = other[PlaceFeature::kElsewhere] = other[PlaceFeature::kOtherDemonym] = 1;
  main[PlaceFeature::kMainPlace] = main[PlaceFeature::kIsMainPlace] = 1;
  EXPECT_GT(weights.Of(own), weights.Of(main));
  EXPECT_GT(weights.Of(own), weights.Of(other));
}

}  // namespace
}  // namespace diurna
