#include "text/layout_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lexicon/compiler.h"
#include "support/built_in_parser.h"
#include "text/header_line.h"
#include "text/language_identification.h"

namespace diurna {
namespace {

Lexicon WithEntries(const std::string& toml) {
  std::vector<LexiconProblem> problems;
  const std::vector<LexiconSource> sources = {{"own/layout.toml", toml}};
  std::string image = CompileLexicon(BuiltInLexiconSchema(), sources, &problems);
  EXPECT_TRUE(problems.empty()) << problems[0].message;
  return *Lexicon::FromImage(std::move(image));
}

TEST(LayoutWords, KnowsTheCalendarOfTheTimeExpressions) {
  const DateWords& dates = BuiltInLayoutWords().dates;
  EXPECT_EQ(dates.months[0], "january");
  EXPECT_EQ(dates.months[8], "september");
  EXPECT_EQ(dates.weekdays[0], "sunday");
  EXPECT_EQ(dates.weekdays[6], "saturday");
  EXPECT_TRUE(dates.zones.Has("gmt"));
  EXPECT_TRUE(dates.clock.Has("a.m."));
}

TEST(LayoutWords, TheLongerLabelIsTriedFirst) {
  const std::vector<HeaderLabel>& labels = BuiltInLayoutWords().labels;
  ASSERT_GT(labels.size(), 40U);
  for (size_t i = 1; i < labels.size(); ++i) EXPECT_GE(labels[i - 1].words.size(), labels[i].words.size());
}

TEST(LayoutWords, ALexiconWithoutMonthsIsRefused) {
  const Result<LayoutWords> words = LayoutWords::Make(WithEntries(""));
  ASSERT_FALSE(words.ok());
  EXPECT_EQ(words.status().code(), StatusCode::kBadInput);
  EXPECT_NE(words.status().message().find("month 1"), std::string::npos) << words.status().message();
}

TEST(LayoutWords, StaffBylinesNameNobody) {
  for (const char* line : {"From our correspondent", "By our correspondent"}) {
    const std::optional<HeaderLine> read = ReadHeaderLine(line, BuiltInLayoutWords());
    ASSERT_TRUE(read) << line;
    EXPECT_TRUE(read->byline);
    EXPECT_EQ(read->author, "");
  }
  EXPECT_FALSE(ReadHeaderLine("By", BuiltInLayoutWords()));
}

TEST(Phrases, TheLongestThatATextBeginsWith) {
  Phrases phrases;
  for (const char* phrase : {"published", "published on", "a.m."}) phrases.Add(phrase);
  EXPECT_EQ(phrases.Leading("Published on Monday"), 12U);
  EXPECT_EQ(phrases.Leading("PUBLISHED: Monday"), 9U);
  EXPECT_EQ(phrases.Leading("publishedon"), 0U);
  EXPECT_EQ(phrases.Leading("A.M.GMT"), 4U) << "a point ends a word";
  EXPECT_EQ(phrases.Leading(""), 0U);
}

TEST(LanguageIdentifier, NeedsEnglish) {
  const Lexicon german =
      WithEntries("[[language_words]]\nname = \"German\"\ntag = \"de\"\nwords = [\"der\", \"die\"]\n");
  EXPECT_FALSE(LanguageIdentifier::Make(german).ok());
}

TEST(LanguageIdentifier, ALanguageIsAnEntry) {
  const Lexicon lexicon = WithEntries(
      "[[language_words]]\nname = \"Danish\"\ntag = \"da\"\nwords = [\"og\", \"ikke\", \"det\", \"blev\"]\n"
      "[[language_words]]\nname = \"English\"\ntag = \"en\"\nwords = [\"the\", \"of\"]\n");
  const LanguageIdentifier identifier = *LanguageIdentifier::Make(lexicon);
  EXPECT_EQ(identifier.Identify("Det blev ikke til noget, og det ved de."), "da");
  EXPECT_EQ(identifier.Identify("The end of the strike"), "en");
  EXPECT_EQ(identifier.Identify("12 14"), "und");
}

}  // namespace
}  // namespace diurna
