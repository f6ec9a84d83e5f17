#include "diurna/analysis.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace diurna {
namespace {

// Tokens of `text` at its blanks, with these heads.
Analysis::Builder WithHeads(std::string_view text, const std::vector<uint32_t>& heads) {
  Analysis::Builder builder(text);
  size_t begin = 0;
  for (const uint32_t head : heads) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    Token token;
    token.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    token.text = token.span.In(text);
    token.head = head;
    builder.tokens().push_back(token);
    begin = end + 1;
  }
  return builder;
}

std::vector<uint32_t> Children(const Analysis& analysis, uint32_t i) {
  return {analysis.children(i).begin(), analysis.children(i).end()};
}

TEST(AnalysisTest, DerivesChildrenAndEdges) {
  //                 0     1    2      3     4     5      6  7   8
  const char* text = "The flood cut two main roads to the coast";
  const Analysis analysis = WithHeads(text, {1, 2, 2, 5, 5, 2, 2, 8, 6}).Finish();
  EXPECT_EQ(Children(analysis, 2), (std::vector<uint32_t>{1, 5, 6}));
  EXPECT_EQ(Children(analysis, 5), (std::vector<uint32_t>{3, 4}));
  EXPECT_TRUE(Children(analysis, 0).empty());
  EXPECT_EQ(Children(analysis, 8), (std::vector<uint32_t>{7}));
  EXPECT_EQ(analysis[2].left_edge, 0U);
  EXPECT_EQ(analysis[2].right_edge, 8U);
  EXPECT_EQ(analysis[5].left_edge, 3U);
  EXPECT_EQ(analysis[5].right_edge, 5U);
  EXPECT_EQ(analysis.SpanOf(analysis[5].left_edge, analysis[5].right_edge).In(text), "two main roads");
}

TEST(AnalysisTest, EdgesAgreeWithTheSubtreeOfAnyTree) {
  std::mt19937 random(20220105);
  for (int round = 0; round < 300; ++round) {
    // A random forest, crossing arcs and all: each token hangs below one that comes earlier in a random order.
    const uint32_t n = 1 + static_cast<uint32_t>(random() % 24);
    std::vector<uint32_t> order(n);
    for (uint32_t i = 0; i < n; ++i) order[i] = i;
    std::shuffle(order.begin(), order.end(), random);
    std::vector<uint32_t> heads(n);
    for (uint32_t i = 0; i < n; ++i) heads[order[i]] = i == 0 || random() % 8 == 0 ? order[i] : order[random() % i];
    std::string text;
    for (uint32_t i = 0; i < n; ++i) text += i == 0 ? "w" : " w";
    const Analysis analysis = WithHeads(text, heads).Finish();
    std::vector<std::pair<uint32_t, uint32_t>> edges(n);
    for (uint32_t i = 0; i < n; ++i) edges[i] = {i, i};
    size_t children = 0;
    for (uint32_t i = 0; i < n; ++i) {
      for (uint32_t at = i; heads[at] != at; at = heads[at]) {
        edges[heads[at]].first = std::min(edges[heads[at]].first, i);
        edges[heads[at]].second = std::max(edges[heads[at]].second, i);
      }
      children += analysis.children(i).size();
      for (const uint32_t child : analysis.children(i)) EXPECT_EQ(heads[child], i);
    }
    EXPECT_EQ(children, static_cast<size_t>(
                            n - std::count_if(order.begin(), order.end(), [&](uint32_t i) { return heads[i] == i; })));
    for (uint32_t i = 0; i < n; ++i) {
      EXPECT_EQ(analysis[i].left_edge, edges[i].first);
      EXPECT_EQ(analysis[i].right_edge, edges[i].second);
    }
  }
}

TEST(AnalysisTest, TellsEachTokensSentenceAndName) {
  Analysis::Builder builder = WithHeads("Lake Elm rose . Roads closed .", {1, 2, 2, 2, 5, 5, 5});
  builder.sentences() = {{0, 4}, {4, 7}};
  builder.entities() = {{0, 2, EntityType::kLoc}};
  const Analysis analysis = std::move(builder).Finish();
  EXPECT_EQ(analysis[3].sentence, 0U);
  EXPECT_EQ(analysis[4].sentence, 1U);
  EXPECT_EQ(analysis[1].entity, 0u);
  EXPECT_EQ(analysis[2].entity, std::nullopt);
}

TEST(AnalysisTest, FindsTokensByBytes) {
  const Analysis analysis = WithHeads("Lake Elm rose", {1, 2, 2}).Finish();
  EXPECT_EQ(analysis.TokenAt(0), 0U);
  EXPECT_EQ(analysis.TokenAt(3), 0U);
  EXPECT_EQ(analysis.TokenAt(4), 1U) << "the blank belongs to the token after it";
  EXPECT_EQ(analysis.TokenAt(13), 3U);
  EXPECT_EQ(analysis.TokensIn({5, 10}), (std::pair<uint32_t, uint32_t>{1, 3}));
  EXPECT_EQ(analysis.TokensIn({0, 4}), (std::pair<uint32_t, uint32_t>{0, 1}));
}

TEST(AnalysisTest, KeptStringsLiveAsLongAsTheAnalysis) {
  Analysis::Builder builder = WithHeads("rose", {0});
  std::vector<std::string_view> kept;
  std::vector<std::string> expected;
  for (int i = 0; i < 3000; ++i) {
    expected.push_back("string number " + std::to_string(i));
    kept.push_back(builder.Keep(expected.back()));
  }
  const std::string long_one(100000, 'x');
  const std::string_view kept_long = builder.Keep(long_one);
  const Analysis analysis = std::move(builder).Finish();
  for (size_t i = 0; i < kept.size(); ++i) EXPECT_EQ(kept[i], expected[i]);
  EXPECT_EQ(kept_long, long_one);
}

TEST(AnalysisTest, ReusedStorageHoldsTheNewTextAlone) {
  Analysis first = WithHeads("Lake Elm rose", {1, 2, 2}).Finish();
  Analysis::Builder builder("Roads closed", std::move(first));
  EXPECT_TRUE(builder.tokens().empty());
  const Analysis second = builder.Finish();
  EXPECT_EQ(second.size(), 0U);
  EXPECT_EQ(second.text(), "Roads closed");
}

TEST(AnalysisTest, NamesAreTheModels) {
  EXPECT_EQ(Name(Pos::kVerb), "VERB");
  EXPECT_EQ(Name(Pos::kSpace), "SPACE");
  EXPECT_EQ(Name(Dep::kRoot), "ROOT");
  EXPECT_EQ(Name(Dep::kXcomp), "xcomp");
  EXPECT_EQ(Name(EntityType::kGpe), "GPE");
  EXPECT_EQ(Name(EntityType::kWorkOfArt), "WORK_OF_ART");
}

}  // namespace
}  // namespace diurna
