#include "diurna/vocabulary.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace diurna {
namespace {

template <Vocabulary E>
void HoldTogether(std::string_view own_name) {
  std::set<std::string_view> names;
  for (const E term : Terms<E>()) {
    EXPECT_EQ(Parse<E>(Name(term)), term) << Name(term);
    names.insert(Name(term));
  }
  EXPECT_EQ(names.size(), kTerms<E>) << own_name;
  EXPECT_FALSE(names.contains(""));
  const std::span<const std::string_view> found = NamesOf(own_name);
  ASSERT_EQ(found.size(), kTerms<E>) << own_name;
  EXPECT_EQ(found.data(), Names<E>().data());
}

TEST(Vocabulary, NamesAndTermsHoldTogether) {
  HoldTogether<Register>("register");
  HoldTogether<Modality>("modality");
  HoldTogether<PlacePrecision>("place_precision");
  HoldTogether<Granularity>("granularity");
  HoldTogether<TimeBasis>("time_basis");
  HoldTogether<Sector>("sector");
  HoldTogether<EventType>("event_type");
  HoldTogether<EventMode>("event_mode");
  HoldTogether<EventContext>("event_context");
  HoldTogether<AcledSubEvent>("acled_sub_event");
  HoldTogether<FigureKind>("figure_kind");
  HoldTogether<Bound>("bound");
  HoldTogether<Running>("running");
  HoldTogether<MeasureType>("measure_type");
  HoldTogether<MeasureStatus>("measure_status");
  HoldTogether<ServiceSystem>("service_system");
  HoldTogether<ServiceState>("service_state");
  HoldTogether<OfficeChange>("office_change");
  HoldTogether<SpeechAct>("speech_act");
  HoldTogether<LinkRelation>("link_relation");
}

TEST(Vocabulary, WordsOfOthersAreNotParsed) {
  EXPECT_EQ(Parse<EventType>("AGREE"), EventType::kAgree);
  EXPECT_EQ(Parse<EventType>("agree"), std::nullopt);
  EXPECT_EQ(Parse<EventType>(""), std::nullopt);
  EXPECT_EQ(Parse<EventMode>("martial-law"), EventMode::kMartialLaw);
  EXPECT_TRUE(NamesOf("weather").empty());
}

// What compares granularities relies on it.
TEST(Vocabulary, GranularitiesAreFromFineToCoarse) {
  EXPECT_LT(Granularity::kMinute, Granularity::kDay);
  EXPECT_LT(Granularity::kMonth, Granularity::kYear);
  EXPECT_LT(Granularity::kYear, Granularity::kDecade);
}

}  // namespace
}  // namespace diurna
