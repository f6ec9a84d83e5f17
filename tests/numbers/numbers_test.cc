#include "numbers/numbers.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "support/analysis_tsv.h"

namespace diurna {
namespace {

// A mention as the table writes it: "more than 5,000 = count 5000 more_than of people".
std::string Written(std::string_view text, const Analysis& analysis, const NumberMention& number) {
  std::ostringstream out;
  out.precision(12);
  out << number.bound_span.In(text) << " = " << Name(number.kind);
  switch (number.kind) {
    case NumberKind::kScore:
    case NumberKind::kPhone:
    case NumberKind::kName:
      return out.str();
    default:
      break;
  }
  out << ' ' << number.value;
  if (number.high) out << ".." << *number.high;
  if (number.bound != Bound::kExactly) out << ' ' << Name(number.bound);
  if (!number.currency.empty()) out << ' ' << number.currency;
  if (!number.unit.empty()) out << " [" << number.unit << ']';
  if (!number.per.empty()) out << " per " << number.per;
  if (number.counted) out << " of " << analysis[*number.counted].text;
  if (number.additional) out << " more";
  if (number.converts) out << " converted";
  return out.str();
}

struct Phrase {
  std::string country, sentence, expected;
};

std::vector<Phrase> ReadTable(const std::string& path) {
  std::vector<Phrase> out;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream fields(line);
    Phrase phrase;
    std::getline(fields, phrase.country, '\t');
    std::getline(fields, phrase.sentence, '\t');
    std::getline(fields, phrase.expected, '\t');
    if (phrase.country == "-") phrase.country.clear();
    out.push_back(phrase);
  }
  return out;
}

// Every line of numbers.tsv, a country of the report, a sentence and the numbers in it. The sentences' analyses are
// those of support/dump_analysis.py over them, one a line.
TEST(NumberFinder, ReadsEveryPhraseOfTheTable) {
  const std::string folder = DIURNA_SOURCE_DIR "/tests/numbers/data/";
  const std::vector<Phrase> table = ReadTable(folder + "numbers.tsv");
  ASSERT_GT(table.size(), 600u);
  std::string text;
  std::vector<Span> lines;
  for (const Phrase& phrase : table) {
    const uint32_t begin = static_cast<uint32_t>(text.size());
    text += phrase.sentence;
    lines.push_back({begin, static_cast<uint32_t>(text.size())});
    text += '\n';
  }
  const Result<Analysis> analysis = LoadAnalysisTsv(text, folder + "numbers.analysis.tsv");
  ASSERT_TRUE(analysis.ok()) << analysis.status().message();
  const Result<Lexicon> lexicon = Lexicon::BuiltIn();
  ASSERT_TRUE(lexicon.ok()) << lexicon.status().message();
  const Result<NumberFinder> finder = NumberFinder::Make(*lexicon);
  ASSERT_TRUE(finder.ok()) << finder.status().message();
  std::map<std::string, std::vector<NumberMention>> by_country;
  for (size_t i = 0; i < table.size(); ++i) {
    const Phrase& phrase = table[i];
    if (!by_country.contains(phrase.country)) {
      by_country[phrase.country] = finder->Find(*analysis, {}, phrase.country);
    }
    std::string got;
    for (const NumberMention& number : by_country[phrase.country]) {
      if (!lines[i].Contains(number.bound_span)) continue;
      got += (got.empty() ? "" : "; ") + Written(text, *analysis, number);
    }
    EXPECT_EQ(got, phrase.expected) << phrase.sentence;
  }
}

TEST(NumberFinder, NumbersInsideTimesAreTheirs) {
  const std::string text = "Eight law enforcement officers have died.\n";
  const Result<Lexicon> lexicon = Lexicon::BuiltIn();
  ASSERT_TRUE(lexicon.ok());
  const Result<NumberFinder> finder = NumberFinder::Make(*lexicon);
  ASSERT_TRUE(finder.ok());
  Analysis::Builder builder(text);
  uint32_t at = 0;
  for (const std::string_view word : {"Eight", "law", "enforcement", "officers", "have", "died"}) {
    Token token;
    token.span = {at, at + static_cast<uint32_t>(word.size())};
    token.text = token.span.In(text);
    token.lower = word == "Eight" ? "eight" : word;
    token.lemma = token.norm = token.lower;
    token.space_after = word != "died";
    token.head = static_cast<uint32_t>(builder.tokens().size());
    builder.tokens().push_back(token);
    at = token.span.end + 1;
  }
  builder.sentences().push_back({0, 6});
  const Analysis analysis = builder.Finish();
  EXPECT_EQ(finder->Find(analysis, {}, "").size(), 1u);
  EXPECT_TRUE(finder->Find(analysis, std::vector{Span{0, 5}}, "").empty());
}

TEST(NumberFinder, NothingButNumbersIsReadWithoutError) {
  const Result<Lexicon> lexicon = Lexicon::BuiltIn();
  ASSERT_TRUE(lexicon.ok());
  const Result<NumberFinder> finder = NumberFinder::Make(*lexicon);
  ASSERT_TRUE(finder.ok());
  const std::string text = "1 2 3,4 5.6.7 --8 $ 9% 10-11-12 \xC2\xBD \xE2\x82\xAC 1/2/3 (4) :5 6: +7 -";
  Analysis::Builder builder(text);
  for (uint32_t begin = 0; begin < text.size();) {
    const uint32_t end = static_cast<uint32_t>(std::min(text.find(' ', begin), text.size()));
    Token token;
    token.span = {begin, end};
    token.text = token.lower = token.lemma = token.norm = token.span.In(text);
    token.space_after = end < text.size();
    token.head = static_cast<uint32_t>(builder.tokens().size());
    builder.tokens().push_back(token);
    begin = end + 1;
  }
  builder.sentences().push_back({0, static_cast<uint32_t>(builder.tokens().size())});
  const Analysis analysis = builder.Finish();
  for (const NumberMention& number : finder->Find(analysis, {}, "")) {
    EXPECT_LE(number.span.end, text.size());
    EXPECT_LT(number.span.begin, number.span.end);
    EXPECT_TRUE(number.bound_span.Contains(number.span));
  }
}

}  // namespace
}  // namespace diurna
