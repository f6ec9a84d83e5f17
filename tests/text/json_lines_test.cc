#include "text/json_lines.h"

#include <gtest/gtest.h>

#include <cerrno>
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
  EXPECT_EQ(std::fseek(stream, 0, SEEK_SET), 0);
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

// Gives its bytes, then fails for ever.
ssize_t GiveAndFail(void* cookie, char* buffer, size_t size) {
  auto* const rest = static_cast<std::string_view*>(cookie);
  if (rest->empty()) {
    errno = EIO;
    return -1;
  }
  const size_t got = rest->copy(buffer, size);
  rest->remove_prefix(got);
  return static_cast<ssize_t>(got);
}

// A line that was cut short by it is no report, and the lines before it are.
TEST(JsonLines, AStreamThatFailsIsToldOnce) {
  for (std::string_view text : {"{\"text\": \"one\"}\n{\"text\": \"tw", "{\"text\": \"one\"}\n{\"text\": \"two\"}"}) {
    std::FILE* const stream = fopencookie(&text, "rb", {GiveAndFail, nullptr, nullptr, nullptr});
    JsonLines reader(stream);
    Line line;
    ASSERT_TRUE(reader.Next(&line.report, &line.status));
    EXPECT_EQ(line.report.text, "one");
    ASSERT_TRUE(reader.Next(&line.report, &line.status));
    EXPECT_EQ(line.status.message(), "could not be read further: Input/output error");
    EXPECT_EQ(line.report.line, 2U);
    EXPECT_FALSE(reader.Next(&line.report, &line.status));
    EXPECT_FALSE(reader.Next(&line.report, &line.status));
    std::fclose(stream);
  }
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
