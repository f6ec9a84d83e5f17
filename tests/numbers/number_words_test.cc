#include "numbers/number_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

namespace diurna {
namespace {

// What is wrong with the built-in words and those of one more file on top of them.
std::string ProblemsWith(const std::string& toml) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "number_words";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "numbers.toml") << toml;
  const Result<Lexicon> lexicon = Lexicon::WithFolders({folder.string()});
  if (!lexicon.ok()) return lexicon.status().message();
  return NumberWords::Make(*lexicon).status().message();
}

TEST(NumberWords, EntriesThatContradictThemselvesAreNamedAllAtOnce) {
  const std::string problems = ProblemsWith(R"(
[[number_bound]]
name = "next to"
bound = "about"
before = ["next to"]
prepositions = ["beside"]

[[currency]]
name = "Zed"
nouns = ["zed"]
countries = ["Zedland"]
default = ["zeds"]
)");
  EXPECT_NE(problems.find("numbers.toml:2: prepositions: \"beside\" does not stand in before"), std::string::npos)
      << problems;
  EXPECT_NE(problems.find("numbers.toml:8: name: \"Zed\" is no ISO 4217 code"), std::string::npos) << problems;
  EXPECT_NE(problems.find("countries: \"Zedland\" is no ISO 3166-1"), std::string::npos) << problems;
  EXPECT_NE(problems.find("default: \"zeds\" stands in none"), std::string::npos) << problems;
  EXPECT_EQ(std::count(problems.begin(), problems.end(), '\n'), 3);
}

TEST(NumberWords, NumeralsAreCheckedToo) {
  const std::string problems = ProblemsWith(R"(
[[number_word]]
name = "whole"
words = ["whole"]
value = 100
kind = "fraction"

[[number_word]]
name = "ten"
words = ["tenfold"]
value = 10
kind = "multiplier"

[[vague_count]]
name = "none"
words = ["nones"]
value = 0
bound = "about"
)");
  EXPECT_NE(problems.find("a fraction is in percent, over 0 and under 100"), std::string::npos) << problems;
  EXPECT_NE(problems.find("a multiplier is 100 or more"), std::string::npos) << problems;
  EXPECT_NE(problems.find("a count is over 0"), std::string::npos) << problems;
}

TEST(NumberWords, KnowsBoundsUnitsCurrenciesAndCues) {
  const Result<Lexicon> lexicon = Lexicon::BuiltIn();
  ASSERT_TRUE(lexicon.ok());
  const Result<NumberWords> words = NumberWords::Make(*lexicon);
  ASSERT_TRUE(words.ok()) << words.status().message();
  const auto id = [&](std::string_view word) { return words->ids.Id(word); };

  // The longest phrase comes first.
  const auto* than = words->bounds.before().With(id("than"));
  ASSERT_NE(than, nullptr);
  EXPECT_TRUE(std::is_sorted(than->begin(), than->end(),
                             [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); }));
  EXPECT_EQ(words->bounds.before().With(id("kilometre")), nullptr);

  EXPECT_EQ(words->units.KindOfNoun(id("hours")), UnitKind::kTime);
  EXPECT_EQ(words->units.KindOfNoun(id("times")), UnitKind::kTimes);
  EXPECT_EQ(words->units.KindOfNoun(id("than")), UnitKind::kOther);
  EXPECT_TRUE(words->units.BeginsUnit(id("square")));
  EXPECT_FALSE(words->units.BeginsUnit(id("percentage")));
  EXPECT_TRUE(words->units.UnitOfSign("km"));
  EXPECT_EQ(words->units.UnitOfSign("KM"), std::nullopt) << "case counts";

  const auto* dollar = words->currencies.SensesOfSign("$");
  ASSERT_NE(dollar, nullptr);
  EXPECT_GT(dollar->size(), 10u);
  const auto* own = words->currencies.SensesOfSign("US$");
  ASSERT_NE(own, nullptr);
  ASSERT_EQ(own->size(), 1u);
  EXPECT_TRUE(own->front().own);
  EXPECT_EQ(words->currencies.currency(own->front().currency).code, "USD");

  EXPECT_TRUE(words->cues.Is(id("street"), NumberCue::kStreet));
  EXPECT_TRUE(words->cues.Is(id("from"), NumberCue::kFrom));
  EXPECT_FALSE(words->cues.Is(id("from"), NumberCue::kStreet));
  EXPECT_FALSE(words->cues.Is(0, NumberCue::kStreet));
}

}  // namespace
}  // namespace diurna
