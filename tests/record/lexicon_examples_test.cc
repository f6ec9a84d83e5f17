// Every frame of the lexicon carries sentences that it must read and sentences that it must leave alone. This reads
// them all: each stands alone as the body of a report, and a row of the entry must come out, or none.

#include <gtest/gtest.h>

#include <algorithm>

#include "diurna/reader.h"
#include "lexicon/lexicon.h"
#include "record/engine.h"

namespace diurna {
namespace {

constexpr std::string_view kSections[] = {"event_frame", "figure_frame", "measure_frame", "service_frame",
                                          "office_frame"};

class LexiconExamples : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Result<Engine> opened = Engine::Open({.data_folder = DIURNA_DATA_DIR, .lexicon_folders = {}});
    ASSERT_TRUE(opened.ok()) << opened.status().message();
    engine_ = new Engine(std::move(opened).value());
  }
  static void TearDownTestSuite() { delete engine_; }

  static Drafts Read(std::string_view sentence) {
    const Metadata metadata{.id = "example", .title = "", .publisher = "", .published = "2024-05-14", .url = ""};
    const std::string text = "A report\nTest Wire, 2024-05-14\n\n" + std::string(sentence) + "\n";
    const Result<Document> document = engine_->parser().Parse(text, "example", metadata);
    EXPECT_TRUE(document.ok());
    Language::Workspace workspace;
    return engine_->Find(*document, workspace).drafts;
  }

  // Whether the sentence gives a row such as the entry promises: in its register, of its type (kind, state, change).
  static bool Gives(std::string_view section, const LexiconEntry& entry, std::string_view sentence) {
    const Drafts drafts = Read(sentence);
    const auto any = [](const auto& rows, auto of, std::string_view wanted) {
      return std::any_of(rows.begin(), rows.end(), [&](const auto& draft) { return draft.row.*of == wanted; });
    };
    if (section == "event_frame") return any(drafts.events, &Event::type, entry.Text("type"));
    if (section == "figure_frame") return any(drafts.figures, &Figure::kind, entry.Text("kind"));
    if (section == "measure_frame") return any(drafts.measures, &Measure::type, entry.Text("type"));
    if (section == "service_frame") return any(drafts.services, &Service::state, entry.Text("state"));
    return any(drafts.offices, &Office::change, entry.Text("change"));
  }

  // Whether the entry itself made a row of the sentence.
  static bool Matches(const LexiconEntry& entry, std::string_view sentence) {
    const Drafts drafts = Read(sentence);
    const auto made = [&](const auto& rows) {
      return std::any_of(rows.begin(), rows.end(), [&](const auto& draft) {
        return draft.why.file == entry.file() && draft.why.line == entry.line();
      });
    };
    return made(drafts.events) || made(drafts.figures) || made(drafts.measures) || made(drafts.services) ||
           made(drafts.offices);
  }

  static Engine* engine_;
};

Engine* LexiconExamples::engine_ = nullptr;

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
