#include "places/gazetteer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>

#include "places/table.h"

namespace diurna {
namespace {

class GazetteerTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    gazetteer_ = new Result<Gazetteer>(Gazetteer::Open(DIURNA_DATA_DIR "/world.gazetteer"));
  }
  static void TearDownTestSuite() {
    delete gazetteer_;
    gazetteer_ = nullptr;
  }
  void SetUp() override { ASSERT_TRUE(gazetteer_->ok()) << gazetteer_->status().message(); }

  const PlaceTable& table() const { return (*gazetteer_)->table(); }
  std::string Fold(std::string_view name) const {
    std::string folded;
    table().Fold(name, &folded);
    return folded;
  }
  const PlaceRecord* First(std::string_view name) const {
    const PlaceList named = table().Named(Fold(name));
    return named.empty() ? nullptr : &table()[named[0]];
  }

  static Result<Gazetteer>* gazetteer_;
};
Result<Gazetteer>* GazetteerTest::gazetteer_ = nullptr;

TEST_F(GazetteerTest, CountriesByNameAlternateNameAndPeople) {
  const struct {
    std::string_view name, code;
  } cases[] = {{"Kazakhstan", "KZ"},    {"Burma", "MM"},        {"Kazakh", "KZ"},  {"the United States", "US"},
               {"U.S.", "US"},          {"South Korean", "KR"}, {"Britons", "GB"}, {"Côte d'Ivoire", "CI"},
               {"Cote d’Ivoire", "CI"}, {"Swiss", "CH"},        {"Almaty", ""},    {"", ""},
               {"nowhere at all", ""}};
  for (const auto& c : cases) EXPECT_EQ((*gazetteer_)->CountryOf(c.name), c.code) << c.name;
  EXPECT_EQ((*gazetteer_)->CountryName("KZ"), "Kazakhstan");
  EXPECT_EQ((*gazetteer_)->CountryName("QQ"), "");
}

TEST_F(GazetteerTest, FoldsSpellingsOfOneName) {
  EXPECT_EQ(Fold("São  Paulo"), "sao paulo");
  EXPECT_EQ(Fold("The Hague"), "hague");
  EXPECT_EQ(Fold("St. Louis"), "saint louis");
  EXPECT_EQ(Fold("Port-au-Prince"), "port au prince");
  EXPECT_EQ(Fold("D.C."), "dc");
  EXPECT_EQ(Fold("İstanbul"), "istanbul");
  EXPECT_EQ(Fold("Łódź"), "lodz");
  EXPECT_EQ(Fold("Алматы"), "алматы");
  EXPECT_EQ(Fold("东京"), "东京");
  EXPECT_EQ(Fold("\xFF\xFE"), "\xFF\xFE");
  EXPECT_EQ(Fold(" - "), "");
}

TEST_F(GazetteerTest, SpellingsOfOneSoundShareASkeleton) {
  EXPECT_EQ(PlaceTable::Sound("mangystau"), PlaceTable::Sound("mangistau"));
  EXPECT_EQ(PlaceTable::Sound("mangystau"), PlaceTable::Sound("mangghystau"));
  EXPECT_EQ(PlaceTable::Sound("kharkiv"), PlaceTable::Sound("karkiv"));
  EXPECT_NE(PlaceTable::Sound("almaty"), PlaceTable::Sound("aktobe"));
  EXPECT_EQ(PlaceTable::Sound("oa"), "");
  EXPECT_EQ(PlaceTable::Sound("алматы"), "");
}

TEST_F(GazetteerTest, FindsPlacesByNamesInSeveralLanguages) {
  const struct {
    std::string_view name;
    double lat, lon;
  } cases[] = {{"Almaty", 43.25, 76.91}, {"Алматы", 43.25, 76.91},    {"Nur-Sultan", 51.18, 71.45},
               {"Pequín", 39.9, 116.4},  {"Zhanaozen", 43.34, 52.86}, {"Texas", 31.2, -99}};
  for (const auto& c : cases) {
    const PlaceRecord* place = First(c.name);
    ASSERT_NE(place, nullptr) << c.name;
    EXPECT_NEAR(place->lat, c.lat, 1.2) << c.name;
    EXPECT_NEAR(place->lon, c.lon, 1.2) << c.name;
  }
  EXPECT_EQ(First("Qwertyuiopville"), nullptr);
}

TEST_F(GazetteerTest, EveryRecordIsWhole) {
  for (uint32_t i = 0; i < table().size(); ++i) {
    const PlaceRecord& place = table()[i];
    ASSERT_FALSE(table().Name(place).empty()) << i;
    ASSERT_LE(place.kind, static_cast<uint8_t>(PlaceKind::kAirport)) << i;
    ASSERT_TRUE(place.country == kNoCountry || place.country < table().countries().size()) << i;
    ASSERT_TRUE(place.admin1 == kNoPlace || table()[place.admin1].Kind() == PlaceKind::kAdmin1) << i;
    ASSERT_TRUE(place.admin2 == kNoPlace || table()[place.admin2].Kind() == PlaceKind::kAdmin2) << i;
    ASSERT_TRUE(std::isnan(place.lat) || (std::abs(place.lat) <= 90 && std::abs(place.lon) <= 180)) << i;
  }
  // Countries where nobody lives, and a dissolved one, have no point.
  const std::set<std::string_view> pointless = {"AN", "AQ", "BV", "UM"};
  for (const CountryRecord& country : table().countries()) {
    ASSERT_LT(country.place, table().size());
    EXPECT_TRUE(!std::isnan(table()[country.place].lat) || pointless.contains(country.Code())) << country.Code();
  }
}

TEST(GazetteerFileTest, AMissingFileIsNamed) {
  const Result<Gazetteer> gazetteer = Gazetteer::Open("/nonexistent/world.gazetteer");
  ASSERT_FALSE(gazetteer.ok());
  EXPECT_NE(gazetteer.status().message().find("/nonexistent/world.gazetteer"), std::string::npos);
}

}  // namespace
}  // namespace diurna
