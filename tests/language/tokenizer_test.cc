#include "language/tokenizer.h"

#include <gtest/gtest.h>

#include <chrono>

#include "language/reference_data.h"

namespace diurna {
namespace {

std::string Split(std::string_view text) {
  Tokenizer::Workspace workspace;
  std::vector<TextToken> tokens;
  ModelTables().tokenizer.Run(text, workspace, tokens);
  std::string out;
  for (const TextToken& token : tokens) {
    if (!out.empty()) out += '|';
    out += text.substr(token.begin, token.size);
  }
  return out;
}

// Tokens, their order and all attributes, beside the reference. One workspace for all texts, and each text twice, so
// that what was kept from one is used in others.
TEST(Tokenizer, AgreesWithTheReferenceOnStrangeTexts) {
  const std::vector<ReferenceText> texts = ReadTexts("tokens.tsv");
  ASSERT_GT(texts.size(), 500U);
  Tokenizer::Workspace workspace;
  std::vector<TextToken> tokens;
  for (int round = 0; round < 2; ++round) {
    for (const ReferenceText& reference : texts) {
      SCOPED_TRACE(reference.text);
      ModelTables().tokenizer.Run(reference.text, workspace, tokens);
      ASSERT_EQ(tokens.size(), reference.tokens.size());
      for (size_t i = 0; i < tokens.size(); ++i) {
        const Lexeme& lexeme = workspace.lexemes[tokens[i].lexeme];
        const std::vector<std::string> here = {std::to_string(tokens[i].begin),   std::to_string(tokens[i].size),
                                               tokens[i].space_after ? "1" : "0", std::to_string(lexeme.norm_id),
                                               std::to_string(lexeme.prefix_id),  std::to_string(lexeme.suffix_id),
                                               std::to_string(lexeme.shape_id),   lexeme.is_space ? "1" : "0",
                                               std::string(lexeme.lower),         std::string(lexeme.norm)};
        EXPECT_EQ(here, reference.tokens[i]);
        EXPECT_EQ(lexeme.text, std::string_view(reference.text).substr(tokens[i].begin, tokens[i].size));
      }
    }
  }
}

TEST(Tokenizer, SuffixesTakeTheLongest) {
  const Tokenizer& tokenizer = ModelTables().tokenizer;
  EXPECT_EQ(tokenizer.SuffixLength("5km"), 2U);
  EXPECT_EQ(tokenizer.SuffixLength("akm"), 0U);
  EXPECT_EQ(tokenizer.SuffixLength("5US$"), 3U);
  EXPECT_EQ(tokenizer.SuffixLength("wait..."), 3U);
  EXPECT_EQ(tokenizer.SuffixLength("a……"), 6U);
  EXPECT_EQ(tokenizer.SuffixLength("minister’s"), 4U);
  EXPECT_EQ(tokenizer.SuffixLength("end."), 1U);
  EXPECT_EQ(tokenizer.SuffixLength("A."), 0U);
  EXPECT_EQ(tokenizer.SuffixLength("AB."), 1U);
  EXPECT_EQ(tokenizer.SuffixLength("."), 0U);
  EXPECT_EQ(tokenizer.SuffixLength(""), 0U);
}

TEST(Tokenizer, PrefixesLookAheadByOne) {
  const Tokenizer& tokenizer = ModelTables().tokenizer;
  EXPECT_EQ(tokenizer.PrefixLength("+a"), 1U);
  EXPECT_EQ(tokenizer.PrefixLength("+5"), 0U);
  EXPECT_EQ(tokenizer.PrefixLength("..a"), 2U);
  EXPECT_EQ(tokenizer.PrefixLength(".a"), 0U);
  EXPECT_EQ(tokenizer.PrefixLength("US$5"), 3U);
  EXPECT_EQ(tokenizer.PrefixLength("“a"), 3U);
  EXPECT_EQ(tokenizer.PrefixLength(""), 0U);
}

TEST(Tokenizer, KnowsAddresses) {
  const Tokenizer& tokenizer = ModelTables().tokenizer;
  for (const char* address :
       {"example.com", "https://example.com/a?b#c", "xy+z://example.com:80", "a@b.cd", "8.8.8.8:53/x",
        "http://u:p@h.org/", "x.y@z@example.org", "пример.рф", "172.32.0.1", "a_b.co"}) {
    EXPECT_TRUE(tokenizer.IsAddress(address)) << address;
  }
  for (const char* other :
       {"example", "example.c", "-a.com", "a-.com", "10.0.0.1", "192.168.1.1", "172.16.0.1", "127.0.0.1", "256.1.1.1",
        "8.8.8", "8.8.8.8:5", "example.com:123456", "@b.c", "http://", ".", "a..bc", ""}) {
    EXPECT_FALSE(tokenizer.IsAddress(other)) << other;
  }
}

TEST(Tokenizer, MergesSpecialCasesThatWereSplit) {
  EXPECT_EQ(Split("(see a.m.)"), "(|see|a.m.|)");
  EXPECT_EQ(Split("nice:)"), "nice|:)");
  EXPECT_EQ(Split(": )"), ":|)");
}

TEST(Tokenizer, EmptyTextHasNoTokens) { EXPECT_EQ(Split(""), ""); }

TEST(Tokenizer, ClearForgetsEverything) {
  Tokenizer::Workspace workspace;
  std::vector<TextToken> tokens;
  ModelTables().tokenizer.Run("one two three", workspace, tokens);
  EXPECT_EQ(workspace.lexemes.size(), 3U);
  workspace.Clear();
  EXPECT_EQ(workspace.lexemes.size(), 0U);
  ModelTables().tokenizer.Run("four one", workspace, tokens);
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(workspace.lexemes[tokens[1].lexeme].text, "one");
}

// Chunks without end must not take time in the square of their length.
TEST(Tokenizer, ReadsEndlessChunksInLinearTime) {
  const auto start = std::chrono::steady_clock::now();
  for (const std::string_view piece : {"a", "(", ".", "a.", "a@", "1,", "-", "'", "a.b@", "日", "://"}) {
    std::string text;
    while (text.size() < 1000000) text += piece;
    EXPECT_FALSE(Split(text).empty());
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

TEST(Tokenizer, SurvivesBytesThatAreNoText) {
  std::string bytes;
  for (int i = 0; i < 3000; ++i) bytes += static_cast<char>(i * 7919 % 251 + (i % 3) * 2);
  Tokenizer::Workspace workspace;
  std::vector<TextToken> tokens;
  ModelTables().tokenizer.Run(bytes, workspace, tokens);
  uint32_t end = 0;
  for (const TextToken& token : tokens) {
    EXPECT_GE(token.begin, end);
    end = token.begin + token.size;
  }
  EXPECT_EQ(end + (tokens.back().space_after ? 1U : 0U), bytes.size());
}

}  // namespace
}  // namespace diurna
