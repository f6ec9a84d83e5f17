#include "view/phrases.h"

#include <gtest/gtest.h>

namespace diurna {
namespace {

TEST(Phrases, Numbers) {
  const std::pair<double, const char*> cases[] = {
      {0, "0"},           {14, "14"},     {1300, "1,300"},          {234908, "234,908"},
      {0.88, "0.88"},     {-2.5, "-2.5"}, {2500000, "2.5 million"}, {1234567, "1,234,567"},
      {3e9, "3 billion"}, {0.99999, "1"}, {7.25, "7.25"},
  };
  for (const auto& [value, expected] : cases) EXPECT_EQ(PhraseNumber(value), expected);
}

TEST(Phrases, Times) {
  const auto say = [](const char* start, const char* end, std::optional<Granularity> granularity) {
    return PhraseTime({start, end, granularity, "", TimeBasis::kStated}, "2024");
  };
  EXPECT_EQ(say("2024-03-04", "", Granularity::kDay), "4 Mar");
  EXPECT_EQ(say("2023-03-04", "", Granularity::kDay), "4 Mar 2023");
  EXPECT_EQ(say("2024-03-04T23:00", "", Granularity::kMinute), "4 Mar 23:00");
  EXPECT_EQ(say("2024-03-05T18:00", "2024-03-06T00:00", Granularity::kPartOfDay), "5 Mar evening");
  EXPECT_EQ(say("2024-03-03", "2024-03-05", Granularity::kDay), "3\u20135 Mar");
  EXPECT_EQ(say("2024-02-28", "2024-03-02", Granularity::kDay), "28 Feb \u2013 2 Mar");
  EXPECT_EQ(say("2024-03-05T10:00", "2024-03-05T12:00", Granularity::kHour), "5 Mar 10:00\u201312:00");
  EXPECT_EQ(say("2024-02", "", Granularity::kMonth), "Feb 2024");
  EXPECT_EQ(say("2019", "", Granularity::kYear), "2019");
  EXPECT_EQ(say("1990", "", Granularity::kDecade), "1990s");
  EXPECT_EQ(say("2024-03-04", "", Granularity::kWeek), "week of 4 Mar");
  EXPECT_EQ(say("", "2024-03-04", Granularity::kDay), "until 4 Mar");
  EXPECT_EQ(say("2024-W10", "", Granularity::kWeek), "2024-W10");
  EXPECT_EQ(say("", "", std::nullopt), "");
}

TEST(Phrases, Figures) {
  Figure figure;
  figure.kind = FigureKind::kKilled;
  figure.value = 300;
  figure.bound = Bound::kMoreThan;
  figure.who = "people";
  EXPECT_EQ(Phrase(figure, ""), "killed: more than 300 people");
  figure.bound = Bound::kThousands;
  figure.value = 20000;
  EXPECT_EQ(Phrase(figure, ""), "killed: tens of thousands of people");
  figure.kind = FigureKind::kMoney;
  figure.bound = Bound::kBetween;
  figure.value = 2.5;
  figure.high = 3;
  figure.who = "";
  figure.unit = "USD";
  EXPECT_EQ(Phrase(figure, ""), "money: 2.50 to 3 USD");
  Figure rate;
  rate.kind = FigureKind::kRate;
  rate.value = 31;
  rate.unit = "percent";
  rate.who = "households";
  rate.running = Running::kAdditional;
  EXPECT_EQ(Phrase(rate, ""), "rate: 31 percent (households), additional");
}

TEST(Phrases, MeasuresAndServices) {
  Measure measure;
  measure.type = MeasureType::kCurfew;
  measure.status = MeasureStatus::kInForce;
  measure.daily_from = "23:00";
  measure.daily_until = "07:00";
  measure.end = "2022-01-19";
  EXPECT_EQ(Phrase(measure, "2022"), "curfew in force 23:00\u201307:00 daily until 19 Jan");
  Measure prices;
  prices.type = MeasureType::kPriceRegulation;
  prices.status = MeasureStatus::kAnnounced;
  prices.duration = "P180D";
  prices.goods = {"petrol", "flour"};
  EXPECT_EQ(Phrase(prices, "2022"), "price regulation announced for 180 days: petrol, flour");
  Service service;
  service.system = ServiceSystem::kPower;
  service.state = ServiceState::kDown;
  service.start = "2022-03-03";
  EXPECT_EQ(Phrase(service, "2022"), "power: down since 3 Mar");
  service.end = "2022-03-05";
  service.cause = "a storm";
  EXPECT_EQ(Phrase(service, "2022"), "power: down 3\u20135 Mar (a storm)");
  Service transport;
  transport.system = ServiceSystem::kPublicTransport;
  transport.state = ServiceState::kRestored;
  transport.start = "2022-03-05T06:00";
  EXPECT_EQ(Phrase(transport, "2022"), "public transport: restored on 5 Mar 06:00");
}

TEST(Phrases, Prices) {
  Price price;
  price.commodity = "petrol";
  price.from = 2.45;
  price.to = 3.1;
  price.unit = "litre";
  EXPECT_EQ(Phrase(price, ""), "petrol 2.45 \u2192 3.10 per litre");
  Price bread;
  bread.commodity = "bread";
  bread.change_percent = -12.5;
  bread.bound = Bound::kAbout;
  EXPECT_EQ(Phrase(bread, ""), "bread down about 12.5%");
}

TEST(Phrases, LinksNameBothEnds) {
  const std::vector<RowLabel> labels = {{"e1", "violence"}, {"e2", "arrest"}};
  Link link;
  link.relation = LinkRelation::kRespondsTo;
  link.from = labels[0].id;
  link.to = labels[1].id;
  EXPECT_EQ(Phrase(link, labels), "arrest (e2) answers violence (e1)");
  Link half;
  half.relation = LinkRelation::kCauses;
  half.to = labels[1].id;
  EXPECT_EQ(Phrase(half, labels), "\u2026 causes arrest (e2)");
}

Party PartyOf(std::string text, std::string name) {
  Party party;
  party.text = std::move(text);
  party.name = std::move(name);
  return party;
}

TEST(Phrases, SourcesOutermostFirst) {
  EXPECT_EQ(PhraseSource({PartyOf("state TV", ""), PartyOf("he", "Paul Haren")}), "state TV, citing Paul Haren");
  EXPECT_EQ(PhraseSource({}), "");
}

}  // namespace
}  // namespace diurna
