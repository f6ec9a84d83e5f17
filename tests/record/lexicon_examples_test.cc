// Every frame of the lexicon carries sentences that it must read and sentences that it must leave alone. This reads
// them all: each stands alone as the body of a report, and a row of the entry must come out, or none.

#include <gtest/gtest.h>

#include <algorithm>

#include "diurna/reader.h"
#include "lexicon/lexicon.h"

namespace diurna {
namespace {

constexpr std::string_view kSections[] = {"event_frame", "figure_frame", "measure_frame", "service_frame",
                                          "office_frame"};

class LexiconExamples : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Result<Reader> opened = Reader::Open({.data_folder = DIURNA_DATA_DIR, .lexicon_folders = {}});
    ASSERT_TRUE(opened.ok()) << opened.status().message();
    reader_ = new Reader(std::move(opened).value());
  }
  static void TearDownTestSuite() { delete reader_; }

  static Record Read(std::string_view sentence) {
    const Metadata metadata{.id = "example", .title = "", .publisher = "", .published = "2024-05-14", .url = ""};
    const std::string text = "A report\nTest Wire, 2024-05-14\n\n" + std::string(sentence) + "\n";
    const Result<Document> document = ParseDocument(text, "example", metadata);
    EXPECT_TRUE(document.ok());
    Result<Record> record = reader_->Read(*document);
    EXPECT_TRUE(record.ok());
    return std::move(record).value();
  }

  // Whether the sentence gives a row such as the entry promises: in its register, of its type (kind, state, change).
  static bool Gives(std::string_view section, const LexiconEntry& entry, std::string_view sentence) {
    const Record record = Read(sentence);
    const auto any = [](const auto& rows, auto of, std::string_view wanted) {
      return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.*of == wanted; });
    };
    if (section == "event_frame") return any(record.events, &Event::type, entry.Text("type"));
    if (section == "figure_frame") return any(record.figures, &Figure::kind, entry.Text("kind"));
    if (section == "measure_frame") return any(record.measures, &Measure::type, entry.Text("type"));
    if (section == "service_frame") return any(record.services, &Service::state, entry.Text("state"));
    return any(record.offices, &Office::change, entry.Text("change"));
  }

  // Whether the entry itself made a row of the sentence.
  static bool Matches(const LexiconEntry& entry, std::string_view sentence) {
    const Record record = Read(sentence);
    const auto made = [&](const auto& rows) {
      return std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
        return row.trace.frame_file == entry.file() && row.trace.frame_line == entry.line();
      });
    };
    return made(record.events) || made(record.figures) || made(record.measures) || made(record.services) ||
           made(record.offices);
  }

  static Reader* reader_;
};

Reader* LexiconExamples::reader_ = nullptr;

TEST_F(LexiconExamples, GiveTheRowsThatTheirFramesPromise) {
  const Result<Lexicon> lexicon = Lexicon::BuiltIn();
  ASSERT_TRUE(lexicon.ok());
  int read = 0;
  for (const std::string_view section : kSections) {
    for (const LexiconEntry& entry : lexicon->Entries(section)) {
      for (const std::string_view sentence : entry.List("examples")) {
        EXPECT_TRUE(Gives(section, entry, sentence))
            << entry.file() << ":" << entry.line() << ": not read: " << sentence;
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
        EXPECT_FALSE(Matches(entry, sentence)) << entry.file() << ":" << entry.line() << ": read: " << sentence;
        ++read;
      }
    }
  }
  EXPECT_GT(read, 3);
}

}  // namespace
}  // namespace diurna
