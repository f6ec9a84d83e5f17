// Folding as a property: of reports that are put together from sentences, facts that differ in a place, a day, a source
// or a number each keep their row, whatever the order; a fact told again does not.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/reader.h"

namespace diurna {
namespace {

Record Read(const std::vector<std::string>& sentences) {
  static const Result<Reader> reader = Reader::Open({.data_folder = DIURNA_DATA_DIR, .lexicon_folders = {}});
  if (!reader.ok()) {
    ADD_FAILURE() << reader.status().message();
    std::abort();
  }
  std::string text = "A week of news\nPlain Wire, 17 June 2024\n\n";
  for (const std::string& sentence : sentences) text += sentence + "\n\n";
  const Result<Document> document = reader->Parse(text, "fold", {});
  EXPECT_TRUE(document.ok()) << document.status().message();
  return *reader->Read(*document);
}

constexpr const char* kPlaces[] = {"Kitwe", "Lusaka", "Ndola"};
constexpr const char* kDays[] = {"2 June", "5 June", "11 June"};
constexpr const char* kSources[] = {"Police", "The Red Cross", "The governor"};
constexpr const char* kCounts[] = {"Seven", "Eleven", "Thirty"};

std::string Toll(size_t place, size_t day, size_t source, size_t count) {
  std::string number = kCounts[count];
  number.front() = static_cast<char>(number.front() - 'A' + 'a');
  return std::string(kSources[source]) + " said " + number + " people were killed in " + kPlaces[place] + " on " +
         kDays[day] + ".";
}

// Reads the sentences in every order that a rotation and a reversal give.
template <typename Count>
void ExpectRows(std::vector<std::string> sentences, size_t rows, const Count& count) {
  for (int way = 0; way < 2; ++way) {
    for (size_t turn = 0; turn < sentences.size(); ++turn) {
      std::rotate(sentences.begin(), sentences.begin() + 1, sentences.end());
      EXPECT_EQ(count(Read(sentences)), rows) << ::testing::PrintToString(sentences);
    }
    std::reverse(sentences.begin(), sentences.end());
  }
}

size_t Figures(const Record& record) { return record.figures.size(); }
size_t Prices(const Record& record) { return record.prices.size(); }
size_t Services(const Record& record) { return record.services.size(); }
size_t Measures(const Record& record) { return record.measures.size(); }
size_t Events(const Record& record) { return record.events.size(); }

TEST(FoldTest, CountsThatDifferInAllHaveTheirRows) {
  ExpectRows({Toll(0, 0, 0, 0), Toll(1, 1, 1, 1), Toll(2, 2, 2, 2)}, 3, Figures);
}

TEST(FoldTest, CountsThatDifferInOneThingHaveTheirRows) {
  for (const size_t one : {1, 2}) {
    ExpectRows({Toll(0, 0, 0, 0), Toll(one, 0, 0, 0)}, 2, Figures);
    ExpectRows({Toll(0, 0, 0, 0), Toll(0, one, 0, 0)}, 2, Figures);
    ExpectRows({Toll(0, 0, 0, 0), Toll(0, 0, one, 0)}, 2, Figures);
    ExpectRows({Toll(0, 0, 0, 0), Toll(0, 0, 0, one)}, 2, Figures);
  }
}

TEST(FoldTest, EveryMixtureOfPlaceDaySourceAndCountHasItsRow) {
  std::vector<std::string> sentences;
  sentences.reserve(16);
  for (size_t i = 0; i < 16; ++i) sentences.push_back(Toll(i & 1, i >> 1 & 1, i >> 2 & 1, i >> 3));
  ExpectRows(sentences, sentences.size(), Figures);
}

TEST(FoldTest, NumbersOfOneSentenceAreTwoFacts) {
  ExpectRows({"Six soldiers and six miners were killed in Kitwe."}, 2, Figures);
  ExpectRows({"Bread costs 9 kwacha a loaf in Kitwe and bread costs 9 kwacha a loaf in Lusaka."}, 2, Prices);
}

TEST(FoldTest, OtherRegistersKeepPlacesAndDaysApart) {
  std::vector<std::string> prices, cuts, curfews, fires;
  for (size_t i = 0; i < 3; ++i) {
    const auto told = [&](std::string_view what) { return fmt::format("{} in {} on {}.", what, kPlaces[i], kDays[i]); };
    prices.push_back(told("Bread cost 9 kwacha a loaf"));
    cuts.push_back(told("Power was cut"));
    curfews.push_back(told("The army imposed a curfew"));
    fires.push_back(told("A fire broke out"));
  }
  ExpectRows(prices, 3, Prices);
  ExpectRows(cuts, 3, Services);
  ExpectRows(curfews, 3, Measures);
  ExpectRows(fires, 3, Events);
}

TEST(FoldTest, WhatIsToldAgainIsOneRow) {
  ExpectRows({Toll(0, 0, 0, 0), "The blaze killed seven people."}, 1, Figures);
  ExpectRows({Toll(0, 0, 0, 0), "Seven people were killed, police said."}, 1, Figures);
  ExpectRows({"Power was cut in Kitwe on 2 June.", "Power was cut in Kitwe, the company said."}, 1, Services);
  ExpectRows({"The army imposed a curfew in Kitwe on 2 June.", "A curfew was imposed in Kitwe."}, 1, Measures);
}

TEST(FoldTest, WhatIsDeniedIsNoTellingOfWhatIsNot) {
  ExpectRows({"Seven people were killed in Kitwe.", "Seven people were not killed in Kitwe."}, 2, Figures);
}

}  // namespace
}  // namespace diurna
