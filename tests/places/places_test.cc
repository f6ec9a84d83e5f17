#include "places/places.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.h"
#include "places/names.h"
#include "view/places.h"

namespace diurna {
namespace {

class PlacesTest : public testing::Test {
 protected:
  struct Tools {
    Result<Language> language = Language::Open(DIURNA_DATA_DIR "/english.model");
    Result<Gazetteer> gazetteer = Gazetteer::Open(DIURNA_DATA_DIR "/world.gazetteer");
    Result<Lexicon> lexicon = Lexicon::BuiltIn();
    std::unique_ptr<PlaceFinder> finder;
  };

  static void SetUpTestSuite() {
    tools_ = new Tools;
    if (!tools_->gazetteer.ok() || !tools_->lexicon.ok()) return;
    Result<PlaceFinder> finder = PlaceFinder::Make(*tools_->lexicon, *tools_->gazetteer);
    if (finder.ok()) tools_->finder = std::make_unique<PlaceFinder>(std::move(finder).value());
  }
  static void TearDownTestSuite() {
    delete tools_;
    tools_ = nullptr;
  }
  void SetUp() override {
    ASSERT_TRUE(tools_->language.ok()) << tools_->language.status().message();
    ASSERT_TRUE(tools_->gazetteer.ok()) << tools_->gazetteer.status().message();
    ASSERT_TRUE(tools_->lexicon.ok()) << tools_->lexicon.status().message();
    ASSERT_NE(tools_->finder, nullptr);
  }

  std::vector<PlaceMention> Find(const std::string& text, const std::string& publisher = {}) {
    document_ = {};
    document_.publisher = publisher;
    document_.text = text;
    analysis_ = tools_->language->Analyze(document_.text);
    return tools_->finder->Find(document_, analysis_);
  }

  static Tools* tools_;
  Document document_;
  Analysis analysis_;
};
PlacesTest::Tools* PlacesTest::tools_ = nullptr;

std::vector<std::string> Fields(std::string_view line) {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == '|') {
      fields.emplace_back();
    } else {
      fields.back().push_back(c);
    }
  }
  for (std::string& field : fields) {
    field.erase(0, std::min(field.find_first_not_of(' '), field.size()));
    field.erase(field.find_last_not_of(' ') + 1);
  }
  return fields;
}

TEST_F(PlacesTest, ReadsTheTable) {
  std::ifstream file(DIURNA_SOURCE_DIR "/tests/places/places.txt");
  ASSERT_TRUE(file.is_open());
  std::vector<PlaceMention> places;
  int number = 0, checked = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == '>') {
      // A report's publisher stands before two colons.
      const size_t colons = line.find(":: ");
      places = Find(line.substr(colons == std::string::npos ? 2 : colons + 3),
                    colons == std::string::npos ? std::string() : line.substr(2, colons - 3));
      continue;
    }
    ++checked;
    const bool unwanted = line[0] == '!';
    const std::vector<std::string> want = Fields(unwanted ? line.substr(1) : line);
    bool found = false;
    std::string seen;
    for (const PlaceMention& mention : places) {
      const std::string words(mention.span.In(document_.text));
      std::string kind = mention.demonym ? "demonym" : mention.described ? "described" : "";
      seen += words + " | " + mention.place.name + " | " + mention.place.country + " | " +
              std::string(Name(mention.place.precision)) + (kind.empty() ? "" : " | " + kind) + "\n";
      if (words != want[0]) continue;
      if (unwanted) {
        found = true;
        continue;
      }
      found = found || (want.size() >= 4 && mention.place.name == want[1] && mention.place.country == want[2] &&
                        (want.size() < 6 || mention.place.admin1 == want[5]) &&
                        Name(mention.place.precision) == want[3] && kind == (want.size() > 4 ? want[4] : ""));
    }
    EXPECT_NE(found, unwanted) << "places.txt:" << number << ": " << line << "\nfound:\n" << seen;
  }
  EXPECT_GT(checked, 30);
}

TEST_F(PlacesTest, ADistanceAndADirectionMoveThePoint) {
  const std::vector<PlaceMention> places = Find("The bus left the road 40 km north of Nairobi in Kenya.");
  const auto named = std::find_if(places.begin(), places.end(), [&](const PlaceMention& mention) {
    return mention.span.In(document_.text) == "Nairobi";
  });
  const auto moved = std::find_if(places.begin(), places.end(), [](const PlaceMention& m) { return m.described; });
  ASSERT_NE(named, places.end());
  ASSERT_NE(moved, places.end());
  EXPECT_NEAR(Kilometres(named->place.lat, named->place.lon, moved->place.lat, moved->place.lon), 40, 0.1);
  EXPECT_GT(moved->place.lat, named->place.lat);
  EXPECT_EQ(&places[*moved->inside], &*named);
}

TEST_F(PlacesTest, DirectionsAndUnitsHaveSeveralSpellings) {
  const Result<PlaceNames> names = PlaceNames::Make(*tools_->lexicon, tools_->gazetteer->table());
  ASSERT_TRUE(names.ok()) << names.status().message();
  EXPECT_EQ(names->Bearing("northeast"), 45);
  EXPECT_EQ(names->Bearing("north-east"), 45);
  EXPECT_EQ(names->Bearing("north"), 0);
  EXPECT_EQ(names->Bearing("northern"), std::nullopt);
  EXPECT_EQ(names->UnitKilometres("metres"), 0.001);
  EXPECT_EQ(names->UnitKilometres("miles"), 1.609344);
  EXPECT_EQ(names->UnitKilometres("litres"), std::nullopt);
}

TEST_F(PlacesTest, HomonymsCarryARunnerUpAndLessConfidence) {
  const std::vector<PlaceMention> bare = Find("He was seen in Springfield.");
  const std::vector<PlaceMention> told = Find("He was seen in Springfield, Missouri.");
  ASSERT_FALSE(bare.empty());
  ASSERT_FALSE(told.empty());
  EXPECT_TRUE(bare[0].runner_up.has_value());
  EXPECT_LT(bare[0].confidence, told[0].confidence);
  EXPECT_EQ(told[0].inside, 1u);
}

TEST_F(PlacesTest, AnUnknownNameLiesWhereTheTextPutsIt) {
  const std::vector<PlaceMention> places = Find("The cholera began in the village of Xarqumbo, Kenya, on Monday.");
  const auto unknown = std::find_if(places.begin(), places.end(), [](const PlaceMention& m) { return !m.resolved; });
  ASSERT_NE(unknown, places.end());
  EXPECT_EQ(unknown->place.country, "KE");
  EXPECT_TRUE(unknown->place.has_point);
  EXPECT_LT(unknown->confidence, 0.5);
}

TEST_F(PlacesTest, ResolvesAPhraseWithoutAText) {
  EXPECT_EQ(tools_->finder->Resolve("Almaty", {}).country, "KZ");
  EXPECT_EQ(tools_->finder->Resolve("JACKSON, Miss.", {}).admin1, "Mississippi");
  EXPECT_EQ(tools_->finder->Resolve("Xarqumbo", {}).geonames_id, 0);
  EXPECT_EQ(tools_->finder->Resolve("", {}).name, "");
}

TEST_F(PlacesTest, OddTextsAreReadWithoutError) {
  for (const std::string& text : {std::string(), std::string("   \n\n"), std::string("1 2 3 4 5 6 7 8 9 10, 11."),
                                  std::string("Алматы и Астана. 东京 は 日本 の 首都。 القاهرة"),
                                  std::string(5000, 'A'), std::string("of of of The The, , ,")}) {
    for (const PlaceMention& mention : Find(text)) {
      EXPECT_LE(mention.span.end, text.size());
      EXPECT_GE(mention.confidence, 0);
      EXPECT_LE(mention.confidence, 1);
    }
  }
}

TEST_F(PlacesTest, JsonCountsCodePointsAndLeavesOutWhatHasNoName) {
  const std::vector<PlaceMention> places = Find("Ärzte flew to the air base near Mosul.");
  const std::string json = ToPlacesJson(document_, places);
  EXPECT_NE(json.find("\"text\": \"Mosul\""), std::string::npos) << json;
  EXPECT_NE(json.find("\"start\": 32"), std::string::npos) << json;
  EXPECT_EQ(json.find("air base"), std::string::npos) << json;
  const std::string map = ToGeoJson(document_, analysis_, places);
  EXPECT_NE(map.find("air base"), std::string::npos) << map;
  EXPECT_NE(map.find("\"kind\": \"described\""), std::string::npos) << map;
  EXPECT_NE(map.find("\"evidence\": \"Ärzte flew to the air base near Mosul.\""), std::string::npos) << map;
  EXPECT_NE(map.find("\"FeatureCollection\""), std::string::npos);
  EXPECT_NE(map.find("43.1"), std::string::npos) << map;  // longitude first, then latitude
  EXPECT_LT(map.find("43.1"), map.find("36.3"));
}

}  // namespace
}  // namespace diurna
