// Texts that no reporter writes: the record must stay in proportion to them, and so must the time, which the limits of
// a test run hold.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/reader.h"
#include "diurna/record.h"
#include "record/limits.h"

namespace diurna {
namespace {

const Reader& TheReader() {
  static const Result<Reader> reader = [] {
    ReaderOptions options;
    options.data_folder = DIURNA_DATA_DIR;
    return Reader::Open(options);
  }();
  if (!reader.ok()) {
    ADD_FAILURE() << reader.status().message();
    std::abort();
  }
  return *reader;
}

Record Read(const std::string& text) {
  const Result<Document> document = TheReader().Parse(text, "endless", {});
  EXPECT_TRUE(document.ok()) << document.status().message();
  return *TheReader().Read(*document);
}

std::string Repeated(std::string_view text, size_t times) {
  std::string out;
  for (size_t i = 0; i < times; ++i) out += text;
  return out;
}

bool Warns(const Record& record, std::string_view what) {
  const std::vector<std::string>& warnings = record.document.warnings;
  return std::any_of(warnings.begin(), warnings.end(),
                     [&](const std::string& warning) { return warning.find(what) != std::string::npos; });
}

// Each statement's content is all that follows; held as often as it is deep it would be gigabytes.
TEST(EndlessReportTest, StatementsWithinStatementsEnd) {
  const std::string text = Repeated("The mayor said that ", 5000) + "the bridge must stay open.\n";
  const Record record = Read(text);
  size_t held = 0;
  for (const Statement& statement : record.statements) {
    if (statement.content) held += statement.content->text.size();
  }
  EXPECT_LE(held, 20 * text.size());
}

TEST(EndlessReportTest, AListWithoutAnEndIsRead) {
  const Record record = Read("Floods hit " + Repeated("Lima, Quito, Bogota, ", 4000) + "and Cusco on Monday.\n");
  EXPECT_FALSE(record.events.empty());
}

TEST(EndlessReportTest, AFactToldOverAndOverIsOneRow) {
  const Record record = Read(Repeated("The airport in Lima was closed. ", 3000) + "\n");
  EXPECT_EQ(record.services.size(), 1U);
  EXPECT_EQ(record.services.front().also.size(), kMostTellings);
  EXPECT_TRUE(Warns(record, "further tellings were left out"));
}

// Each measure in each place would be two million rows.
TEST(EndlessReportTest, MeasuresAndPlacesOfOneSentenceAreBounded) {
  const std::string text = Repeated("The curfew and ", 1000) + "the curfew was imposed in Ndola, " +
                           Repeated("Kitwe, Lusaka, Mansa, Kabwe, ", 500) + "and Mongu on Monday.\n";
  const Record record = Read(text);
  EXPECT_LE(record.measures.size(), kMostRowsOfSentence);
  EXPECT_LE(ToJson(record).size(), 2 * text.size());
  EXPECT_TRUE(Warns(record, "rows were left out"));
}

}  // namespace
}  // namespace diurna
