#include "text/json_lines.h"

#include <gtest/gtest.h>

#include <vector>

namespace diurna {
namespace {

struct Line {
  JsonReport report;
  Status status;
};

std::vector<Line> Read(std::string_view text) {
  std::FILE* const stream = std::tmpfile();
  EXPECT_EQ(std::fwrite(text.data(), 1, text.size(), stream), text.size());
  std::rewind(stream);
  std::vector<Line> lines;
  JsonLines reader(stream);
  for (Line line; reader.Next(&line.report, &line.status);) lines.push_back(line);
  std::fclose(stream);
  return lines;
}

TEST(JsonLines, AllFields) {
  const std::vector<Line> lines = Read(
      "\xEF\xBB\xBF{\"id\": \"a\", \"text\": \"Ferries\\nstay \\u00e7\", \"title\": \"T\", \"published\": "
      "\"2024-03-06\", "
      "\"publisher\": \"P\", \"url\": \"https://u.example\", \"other\": [1]}\r\n"
      "\n"
      "{\"text\":\"x\",\"title\":null,\"id\":17}");
  ASSERT_EQ(lines.size(), 2U);
  ASSERT_TRUE(lines[0].status.ok()) << lines[0].status.message();
  const JsonReport& first = lines[0].report;
  EXPECT_EQ(first.line, 1U);
  EXPECT_EQ(first.text, "Ferries\nstay ç");
  EXPECT_EQ(first.metadata.id, "a");
  EXPECT_EQ(first.metadata.title, "T");
  EXPECT_EQ(first.metadata.published, "2024-03-06");
  EXPECT_EQ(first.metadata.publisher, "P");
  EXPECT_EQ(first.metadata.url, "https://u.example");
  ASSERT_TRUE(lines[1].status.ok()) << lines[1].status.message();
  EXPECT_EQ(lines[1].report.line, 3U);
  EXPECT_EQ(lines[1].report.metadata.id, "17");
  EXPECT_EQ(lines[1].report.metadata.title, "");
}

TEST(JsonLines, ABadLineIsToldAndTheOthersAreRead) {
  const std::vector<Line> lines = Read(
      "{\"text\": \"one\"}\n"
      "{\"text\": \n"
      "[1, 2]\n"
      "{\"id\": \"no text\"}\n"
      "{\"text\": 5}\n"
      "{\"text\": \"\xFF\"}\n"
      "{\"text\": \"two\"}\n");
  ASSERT_EQ(lines.size(), 7U);
  EXPECT_TRUE(lines[0].status.ok());
  EXPECT_NE(lines[1].status.message().find("is not JSON"), std::string::npos);
  EXPECT_NE(lines[2].status.message().find("no object"), std::string::npos);
  EXPECT_EQ(lines[3].status.message(), "has no \"text\"");
  EXPECT_EQ(lines[4].status.message(), "has a \"text\" that is no string");
  EXPECT_EQ(lines[5].status.message(), "is not UTF-8, as JSON must be");
  EXPECT_TRUE(lines[6].status.ok());
  EXPECT_EQ(lines[6].report.text, "two");
  EXPECT_EQ(lines[6].report.line, 7U);
}

TEST(JsonLines, ALineThatIsTooLongDoesNotFillMemory) {
  const std::vector<Line> lines = Read("{\"text\": \"" + std::string(30 << 20, 'a') + "\"}\n{\"text\": \"two\"}\n");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].status.message(), "is longer than 6 MiB");
  EXPECT_EQ(lines[1].report.text, "two");
}

TEST(JsonLines, Recognised) {
  EXPECT_TRUE(LooksLikeJsonLines("{\"id\": 1"));
  EXPECT_TRUE(LooksLikeJsonLines("\xEF\xBB\xBF\n { \"text\""));
  EXPECT_FALSE(LooksLikeJsonLines("{braces} in a text"));
  EXPECT_FALSE(LooksLikeJsonLines("Ferries stay in port"));
  EXPECT_FALSE(LooksLikeJsonLines(""));
}

}  // namespace
}  // namespace diurna
