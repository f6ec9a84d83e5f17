#include "view/table.h"

#include <gtest/gtest.h>
#include <utf8proc.h>

#include <fstream>
#include <sstream>

#include "base/utf8.h"
#include "support/sample_record.h"

namespace diurna {
namespace {

std::string Stored(const std::string& name) {
  std::ifstream file(std::string(DIURNA_SOURCE_DIR) + "/tests/view/" + name);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(Table, WideToTheByte) { EXPECT_EQ(ToTable(SampleRecord(), {100, false}), Stored("table_100.txt")); }

TEST(Table, NarrowToTheByte) { EXPECT_EQ(ToTable(SampleRecord(), {50, false}), Stored("table_50.txt")); }

TEST(Table, ColourIsBoldAndDimAlone) {
  std::string coloured = ToTable(SampleRecord(), {100, true});
  EXPECT_NE(coloured.find("\x1b[1mEVENTS 1\x1b[0m\n"), std::string::npos);
  EXPECT_NE(coloured.find("\x1b[2m\u201Cbecause of the flood\u201D\x1b[0m\n"), std::string::npos);
  for (const char* escape : {"\x1b[1m", "\x1b[2m", "\x1b[33m", "\x1b[0m"}) {
    for (size_t at; (at = coloured.find(escape)) != std::string::npos;) {
      coloured.erase(at, std::string_view(escape).size());
    }
  }
  EXPECT_EQ(coloured, ToTable(SampleRecord(), {100, false}));
}

size_t Width(std::string_view line) {
  size_t width = 0;
  for (size_t at = 0; at < line.size();) {
    width += static_cast<size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(DecodeUtf8(line, &at))));
  }
  return width;
}

TEST(Table, NoLineIsWiderThanTheTerminal) {
  Record record = SampleRecord();
  record.document.title = "東京で大規模な停電、二百万世帯に影響が出ていると発表された";
  record.events[0].evidence.text = std::string(300, 'x') + " 東京で大規模な停電";
  record.events[0].place->name = "東京都千代田区霞が関一丁目";
  for (const unsigned width : {20U, 33U, 60U, 80U, 100U, 171U}) {
    std::istringstream lines(ToTable(record, {width, false}));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(Width(line), width) << line;
  }
}

TEST(Table, AReportCannotWriteOnTheTerminal) {
  Record record = SampleRecord();
  record.document.title = "Quake\x1b[2J hits\nMarsa\u202E Alba\u009B31m";
  const std::string table = ToTable(record, {100, false});
  EXPECT_EQ(table.substr(0, table.find('\n')), "Quake [2J hits Marsa Alba 31m");
}

TEST(Table, EmptyRegistersAreNamedOnce) {
  Record record;
  record.document.id = "quiet";
  EXPECT_EQ(ToTable(record, {100, false}),
            "quiet\n\nNothing found under events, figures, measures, services, prices, offices, statements, links.\n");
}

}  // namespace
}  // namespace diurna
