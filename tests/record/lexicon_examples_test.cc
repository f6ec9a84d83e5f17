// Every frame of the lexicon carries sentences that it must read and sentences that it must leave alone. This reads them
// all: each stands alone as the body of a report, and a row of the entry must come out, or none.

#include <gtest/gtest.h>

#include "diurna/reader.h"
#include "lexicon/lexicon.h"

namespace diurna {
namespace {

constexpr std::string_view kSections[] = {"event_frame", "figure_frame", "measure_frame", "service_frame", "office_frame"};

class LexiconExamples : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Result<Reader> opened = Reader::Open({.data_folder = DIURNA_DATA_DIR, .lexicon_folders = {}});
    ASSERT_TRUE(opened.ok()) << opened.status().message();
    reader_ = new Reader(std::move(opened).value());
  }
  static void TearDownTestSuite() { delete reader_; }

  // Whether reading the sentence gives a row that this entry made.
  static bool Reads(const LexiconEntry& entry, std::string_view sentence) {
    const Metadata metadata{.id = "example", .title = "", .publisher = "", .published = "2024-05-14", .url = ""};
    const std::string text = "A report\nTest Wire, 2024-05-14\n\n" + std::string(sentence) + "\n";
    const Result<Document> document = ParseDocument(text, "example", metadata);
    EXPECT_TRUE(document.ok());
    const Result<Record> record = reader_->Read(*document);
    EXPECT_TRUE(record.ok());
    bool found = false;
    const auto look = [&](const auto& rows) {
      for (const auto& row : rows) {
        found = found || (row.trace.frame_file == entry.file() && row.trace.frame_line == entry.line());
      }
    };
    look(record->events);
    look(record->figures);
    look(record->measures);
    look(record->services);
    look(record->offices);
    return found;
  }

  static Reader* reader_;
};

Reader* LexiconExamples::reader_ = nullptr;

TEST_F(LexiconExamples, AreReadByTheirFrames) {
  const Result<Lexicon> lexicon = Lexicon::BuiltIn();
  ASSERT_TRUE(lexicon.ok());
  int read = 0;
  for (const std::string_view section : kSections) {
    for (const LexiconEntry& entry : lexicon->Entries(section)) {
      for (const std::string_view sentence : entry.List("examples")) {
        EXPECT_TRUE(Reads(entry, sentence)) << entry.file() << ":" << entry.line() << ": not read: " << sentence;
        ++read;
      }
    }
  }
  EXPECT_GT(read, 150);
}

TEST_F(LexiconExamples, CounterExamplesAreLeftAlone) {
  const Result<Lexicon> lexicon = Lexicon::BuiltIn();
  ASSERT_TRUE(lexicon.ok());
  int read = 0;
  for (const std::string_view section : kSections) {
    for (const LexiconEntry& entry : lexicon->Entries(section)) {
      for (const std::string_view sentence : entry.List("counter")) {
        EXPECT_FALSE(Reads(entry, sentence)) << entry.file() << ":" << entry.line() << ": read: " << sentence;
        ++read;
      }
    }
  }
  EXPECT_GT(read, 5);
}

}  // namespace
}  // namespace diurna
