// What a text costs grows with its length and no faster, whatever stands in it. Each text of a kind is made at two
// lengths, and what reading it takes is counted, not timed: calls of operator new in every build, and in a build with
// DIURNA_COUNT_STEPS (./check --full) also the steps of base/step_counter.h, from which no loop can hide. Eight times
// the text may take twelve times as much: were a mechanism quadratic, it would be up to 64 times.

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/step_counter.h"
#include "diurna/reader.h"
#include "diurna/record.h"
#include "lexicon/lexicon.h"
#include "support/allocations.h"

namespace diurna {
namespace {

constexpr size_t kShort = 16 << 10, kLong = 128 << 10;  // bytes
constexpr double kMostRatio = 12;
// Bytes of a record for each byte of its report; what a report of short statements has, each with its evidence, place,
// time and speaker.
constexpr size_t kMostRecord = 40;

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

struct Cost {
  uint64_t allocations = 0;
  uint64_t steps = 0;  // none in a build that does not count them
  size_t record = 0;   // bytes
};

Cost CostOf(const std::string& text) {
  const uint64_t allocations = Allocations();
  const uint64_t steps = StepsOfThread().value_or(0);
  const Result<Document> document = TheReader().Parse(text, "cost", {});
  EXPECT_TRUE(document.ok()) << document.status().message();
  const Result<Record> record = TheReader().Read(*document);
  EXPECT_TRUE(record.ok()) << record.status().message();
  const std::string json = ToJson(*record);
  return {Allocations() - allocations, StepsOfThread().value_or(0) - steps, json.size()};
}

// `make` gives a text of some length at least, without its title.
template <typename Make>
void ExpectLinear(const Make& make) {
  const auto text = [&](size_t bytes) {
    std::string out = "Title\n\n" + make(bytes);
    out.resize(bytes);
    return out + "\n";
  };
  CostOf(text(kShort));  // what is filled once for all reports
  const Cost small = CostOf(text(kShort)), large = CostOf(text(kLong));
  EXPECT_LT(static_cast<double>(large.allocations), kMostRatio * static_cast<double>(small.allocations))
      << "allocations";
  if (StepsOfThread()) {
    EXPECT_LT(static_cast<double>(large.steps), kMostRatio * static_cast<double>(small.steps)) << "steps";
  }
  EXPECT_LE(large.record, kMostRecord * kLong) << "bytes of the record";
}

class RepeatedCostTest : public testing::TestWithParam<std::string_view> {};

TEST_P(RepeatedCostTest, GrowsAsTheText) {
  ExpectLinear([](size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += GetParam();
    return text;
  });
}

INSTANTIATE_TEST_SUITE_P(
    Patterns, RepeatedCostTest,
    testing::Values("a curfew from 6 p.m. to 6 a.m. in Ndola, ", "a state of emergency for 5 days and ",
                    "power was cut from 6 p.m. to 6 a.m. and ", "power was cut from Ndola to Kitwe and ", "@a ",
                    "killed ", "1 ", "a curfew and ", "two hundred and ", "555-1234-", "12 dead in Ndola, ",
                    "bread rose by 5 percent to $3 a loaf and ", "injured when London ", "Zambia strike, ",
                    "because the strike ", "according to the police ", "\"we will go,\" he said, ",
                    "He said he would go. ", "the ministry condemned the attack and ", "a man who killed a man who ",
                    "The bank of Kitwe closed. The council met. ", "Mary Banda was appointed minister and ",
                    "from Monday to Friday ", "( "));

TEST(CostTest, ARowOfNumbersIsReadOnce) {
  ExpectLinear([](size_t bytes) {
    std::string text;
    for (int n = 1; text.size() < bytes; ++n) text += std::to_string(n) + " and ";
    return text;
  });
}

// Measures by themselves and then many places for all of them.
TEST(CostTest, EachMeasureHasNotEachPlace) {
  ExpectLinear([](size_t bytes) {
    const std::string_view places[] = {"Kitwe, ", "Lusaka, ", "Mansa, ", "Kabwe, ", "Chingola, "};
    std::string text;
    while (text.size() < bytes / 3) text += "the curfew and ";
    text += "a curfew was imposed in Ndola, ";
    for (size_t k = 0; text.size() < bytes; ++k) text += places[k % std::size(places)];
    return text;
  });
}

// ---- mixtures ----

// Words of the lexicon's own: predicates, nouns and other words of its entries.
std::vector<std::string> WordsOfLexicon() {
  std::vector<std::string> words;
  const Result<Lexicon> lexicon = Lexicon::BuiltIn();
  EXPECT_TRUE(lexicon.ok());
  for (const std::string_view section :
       {"event_frame", "measure_frame", "service_frame", "figure_frame", "office_frame", "measure_noun", "system",
        "state_noun",  "state_word",    "figure_word",   "good",         "cause_cue",    "mode_word",    "class",
        "unit",        "currency",      "title",         "body",         "people",       "first_name",   "honorific"}) {
    for (const LexiconEntry& entry : lexicon->Entries(section)) {
      for (const std::string_view key : {"predicate", "words", "nouns", "adjectives", "prep"}) {
        for (const std::string_view word : entry.List(key)) {
          std::string& added = words.emplace_back(word);
          std::replace(added.begin(), added.end(), '_', ' ');
        }
      }
    }
  }
  return words;
}

const std::vector<std::string>& Grammar() {
  static const std::vector<std::string> words = {
      "the",   "a",     "of",     "in",    "on",     "at",    "to",   "from",  "by",    "for",    "with",   "and",
      "or",    ",",     ".",      "\"",    "(",      ")",     "-",    ":",     "that",  "which",  "who",    "he",
      "she",   "they",  "it",     "his",   "said",   "was",   "were", "has",   "been",  "will",   "may",    "not",
      "no",    "more",  "than",   "about", "until",  "since", "when", "while", "after", "before", "if",     "as",
      "Ndola", "Kitwe", "London", "Banda", "Monday", "March", "2024", "5",     "300",   "$3",     "6 p.m.", "5%"};
  return words;
}

// Words of both, drawn at random; every so many of them a stop and a line's end.
std::string Mixture(uint32_t seed, uint32_t to_stop, size_t bytes) {
  static const std::vector<std::string> lexicon = WordsOfLexicon();
  EXPECT_GT(lexicon.size(), 2000U);
  std::mt19937 random(seed);
  std::string text;
  while (text.size() < bytes) {
    const std::vector<std::string>& from = random() % 2 == 0 ? lexicon : Grammar();
    text += from[random() % from.size()];
    text += random() % to_stop == 0 ? ".\n" : " ";
  }
  return text;
}

class MixtureCostTest : public testing::TestWithParam<uint32_t> {};

TEST_P(MixtureCostTest, OfSentencesGrowsAsTheText) {
  ExpectLinear([](size_t bytes) { return Mixture(GetParam(), 20, bytes); });
}

TEST_P(MixtureCostTest, OfOneSentenceGrowsAsTheText) {
  ExpectLinear([](size_t bytes) { return Mixture(GetParam(), 100'000, bytes); });
}

// A phrase drawn at random and repeated.
TEST_P(MixtureCostTest, RepeatedGrowsAsTheText) {
  ExpectLinear([](size_t bytes) {
    const std::string phrase = Mixture(GetParam(), 100'000, 10 + 8 * (GetParam() % 10));
    std::string text;
    while (text.size() < bytes) text += phrase;
    return text;
  });
}

INSTANTIATE_TEST_SUITE_P(Seeds, MixtureCostTest, testing::Range(1U, 9U));

}  // namespace
}  // namespace diurna
