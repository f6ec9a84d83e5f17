// Entries of the lexicon carry sentences that they must read and sentences that they must leave alone; this reads them
// all, as `diurna lexicon check` does for a folder of a user's own.

#include "record/lexicon_examples.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace diurna {
namespace {

TEST(LexiconExamples, EveryOneIsReadByTheEntryThatCarriesIt) {
  const Result<ExampleReport> report = CheckExamples({.data_folder = DIURNA_DATA_DIR, .lexicon_folders = {}});
  ASSERT_TRUE(report.ok()) << report.status().message();
  EXPECT_GT(report->examples, 800u);
  EXPECT_GT(report->counters, 50u);
  EXPECT_EQ(Describe(report->failures), "");
}

// A folder of a user's own with one file.
std::string FolderWith(const std::string& name, const std::string& toml) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / name;
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "mine.toml") << toml;
  return folder.string();
}

TEST(LexiconExamples, AFailureTellsTheLineAndWhatWasReadInstead) {
  const std::string folder = FolderWith("failing", R"([[service_frame]]
name = "hibernate"
state = "suspended"
predicate = ["hibernate"]
role = ["agent"]
examples = [
  "The railway hibernated on Monday.",
  "The railway was closed on Monday.",
]
counter = ["Schools hibernated."]
)");
  const Result<ExampleReport> report = CheckExamples({.data_folder = DIURNA_DATA_DIR, .lexicon_folders = {folder}});
  ASSERT_TRUE(report.ok()) << report.status().message();
  EXPECT_EQ(report->examples, 2u);  // the folder's, not the built-in ones
  EXPECT_EQ(report->counters, 1u);
  ASSERT_EQ(report->failures.size(), 2u) << Describe(report->failures);
  EXPECT_EQ(report->failures[0].file, folder + "/mine.toml");
  EXPECT_EQ(report->failures[0].line, 8u);
  EXPECT_NE(report->failures[0].message.find("service rail suspended by lexicon/services.toml:"), std::string::npos)
      << report->failures[0].message;
  EXPECT_EQ(report->failures[1].line, 10u);
  EXPECT_NE(report->failures[1].message.find("left alone"), std::string::npos);
}

TEST(LexiconExamples, WordsAddedToABuiltInEntryAndToAClassAreRead) {
  const std::string folder = FolderWith("extending", R"([[system]]
extends = "rail"
words = ["funicular"]

[[class]]
extends = "force"
words = ["zouave"]

[[event_frame]]
name = "zouaves drill"
type = "MOBILIZE"
predicate = ["drill"]
agent = ["@force"]
examples = ["Zouaves drilled on the parade ground."]

[[service_frame]]
name = "hibernate"
state = "suspended"
predicate = ["hibernate"]
role = ["agent"]
examples = ["The funicular hibernated on Monday."]
)");
  const Result<ExampleReport> report = CheckExamples({.data_folder = DIURNA_DATA_DIR, .lexicon_folders = {folder}});
  ASSERT_TRUE(report.ok()) << report.status().message();
  EXPECT_EQ(report->examples, 2u);
  EXPECT_EQ(Describe(report->failures), "");
}

}  // namespace
}  // namespace diurna
