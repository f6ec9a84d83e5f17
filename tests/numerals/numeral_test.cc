#include "numerals/numeral.h"

#include <gtest/gtest.h>

#include <fstream>
#include <optional>
#include <sstream>
#include <string>

#include "lexicon/lexicon.h"
#include "numerals/numeral_words.h"
#include "numerals/word_ids.h"
#include "support/plain_analysis.h"

namespace diurna {
namespace {

// The words of the built-in lexicon.
struct Words {
  Words() : lexicon(Lexicon::BuiltIn()), numerals(NumeralWords::Make(*lexicon, &ids)) {}
  Result<Lexicon> lexicon;
  WordIds ids;
  Result<NumeralWords> numerals;
};

// The numeral at atom `at` of a phrase as the table writes it; "-" where none is.
std::string Written(const Words& words, const std::string& phrase, uint32_t at) {
  const Analysis analysis = PlainAnalysis(phrase);
  const NumeralText text(analysis, words.ids, *words.numerals);
  std::optional<Numeral> numeral = ParseNumeral(text, at);
  if (!numeral) return "-";
  if (!numeral->vague && !numeral->fraction && !numeral->ordinal) {
    if (const std::optional<Numeral> share = ParseInSoMany(text, *numeral)) numeral = share;
  }
  std::ostringstream out;
  out.precision(12);
  const Span span{text.atom(numeral->begin).span.begin, text.atom(numeral->end - 1).span.end};
  out << span.In(phrase) << " = " << numeral->value;
  if (numeral->bound != Bound::kExactly) out << ' ' << Name(numeral->bound);
  if (numeral->fraction) out << " share";
  if (numeral->ordinal) out << " ordinal";
  if (numeral->three_decimals) out << " three_decimals";
  if (numeral->attached_letter) out << " letter";
  return out.str();
}

// Every line of numerals.tsv: a phrase, its numeral, and the atom where it starts if that is not the first.
TEST(ParseNumeral, ReadsEveryPhraseOfTheTable) {
  const Words words;
  ASSERT_TRUE(words.numerals.ok()) << words.numerals.status().message();
  std::ifstream file(DIURNA_SOURCE_DIR "/tests/numerals/data/numerals.tsv");
  size_t read = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream fields(line);
    std::string phrase, expected, at;
    std::getline(fields, phrase, '\t');
    std::getline(fields, expected, '\t');
    std::getline(fields, at, '\t');
    EXPECT_EQ(Written(words, phrase, at.empty() ? 0 : static_cast<uint32_t>(std::stoul(at))), expected) << phrase;
    ++read;
  }
  EXPECT_GT(read, 70u);
}

TEST(ParseNumeral, EndsWithItsLine) {
  const Words words;
  ASSERT_TRUE(words.numerals.ok());
  EXPECT_EQ(Written(words, "two\nhundred", 0), "two = 2");
  EXPECT_EQ(Written(words, "12\n345", 0), "12 = 12");
  EXPECT_EQ(Written(words, "one\nin five", 0), "one = 1");
}

TEST(ParseNumeral, AnyAtomMayBeAsked) {
  const Words words;
  ASSERT_TRUE(words.numerals.ok());
  for (uint32_t at = 0; at < 20; ++at) EXPECT_FALSE(Written(words, "½ 1/ 3/ a half- and -", at).empty());
}

TEST(NumeralWords, WordsOfOtherTablesAreNone) {
  Words words;
  ASSERT_TRUE(words.numerals.ok());
  EXPECT_EQ(words.numerals->word(words.ids.Id("seven")).value, 7);
  EXPECT_EQ(words.numerals->word(words.ids.Id("bn")).attached, 1e9);
  EXPECT_EQ(words.numerals->word(words.ids.Id("fifth")).ordinal, 5);
  EXPECT_EQ(words.numerals->word(words.ids.Id("fifth")).ordinal_part, 20);
  EXPECT_EQ(words.numerals->word(words.ids.Id("quarter")).kind, NumeralWord::Kind::kFraction);
  EXPECT_TRUE(words.numerals->word(words.ids.Id("an")).Is(NumeralCue::kIndefiniteArticle));
  EXPECT_EQ(words.numerals->word(words.ids.Intern("kilometre")).kind, NumeralWord::Kind::kNone);
  EXPECT_EQ(words.numerals->word(0).kind, NumeralWord::Kind::kNone);
}

}  // namespace
}  // namespace diurna
