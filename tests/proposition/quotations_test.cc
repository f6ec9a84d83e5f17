#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "proposition/extraction.h"

namespace diurna {
namespace {

std::vector<std::string> QuotationsOf(const std::string& text) {
  Document document;
  document.text = text;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) document.paragraphs.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    at = end + 1;
  }
  std::vector<std::string> out;
  for (const Span span : FindQuotations(document)) out.emplace_back(span.In(text));
  return out;
}

TEST(Quotations, StraightMarksPair) {
  EXPECT_EQ(QuotationsOf("\"Stay home,\" she said. \"It is dark.\""),
            (std::vector<std::string>{"\"Stay home,\"", "\"It is dark.\""}));
}

TEST(Quotations, CurlyAndAngularMarks) {
  EXPECT_EQ(QuotationsOf("He said “go” and «leave» and „bitte“."),
            (std::vector<std::string>{"“go”", "«leave»", "„bitte“"}));
}

TEST(Quotations, OpenOneEndsWithItsParagraph) {
  EXPECT_EQ(QuotationsOf("\"We wait.\n\"And wait.\" End"), (std::vector<std::string>{"\"We wait.", "\"And wait.\""}));
}

TEST(Quotations, InchesAreNone) { EXPECT_TRUE(QuotationsOf("A 12\" pipe burst.").empty()); }

TEST(Quotations, NothingInNothing) { EXPECT_TRUE(QuotationsOf("").empty()); }

}  // namespace
}  // namespace diurna
