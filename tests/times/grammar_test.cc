#include "times/grammar.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "lexicon/compiler.h"
#include "support/plain_analysis.h"

namespace diurna {
namespace {

constexpr const char* kWords = R"(
[[number_word]]
name = "1"
words = ["one"]
value = 1
kind = "unit"

[[time_class]]
name = "MOON"
slot = "month"

[[time_word]]
class = "MOON"
words = ["frostmoon", "frost moon"]
value = "1"

[[time_word]]
class = "MOON"
words = ["hay"]
value = "7"
capital = true
)";

std::string Rule(const std::string& name, const std::string& match, const std::string& more = "") {
  return "\n[[time_rule]]\nname = \"" + name + "\"\nmatch = \"" + match + "\"\nis = \"date\"\n" + more;
}

class AllowAll : public TimeGuardian {
 public:
  bool Allows(TimeGuard, uint32_t, uint32_t) const override { return true; }
};

// What the rules match at the start of a text: the rule, its expressions, its captures.
std::string Match(const std::string& rules, const std::string& text, TimeGenre genre = TimeGenre::kNews) {
  std::vector<LexiconProblem> problems;
  const std::string image = CompileLexicon(BuiltInLexiconSchema(), {{"times.toml", kWords + rules}}, &problems);
  if (!problems.empty()) return problems[0].message;
  const Result<Lexicon> lexicon = Lexicon::FromImage(image);
  if (!lexicon.ok()) return lexicon.status().message();
  const Result<TimeGrammar> grammar = TimeGrammar::Make(*lexicon);
  if (!grammar.ok()) return grammar.status().message();
  const Analysis analysis = PlainAnalysis(text);
  const TimeText cut(analysis, grammar->words());
  TimeMatch match;
  if (!grammar->Match(cut, 0, genre, AllowAll(), &match)) return "none";
  std::string out = match.rule->name + ":";
  for (const auto& [begin, end] : match.extents) {
    out += fmt::format(" [{}]", Span{cut[begin].span.begin, cut[end - 1].span.end}.In(text));
  }
  for (const TimeCapture& capture : match.captures) out += fmt::format(" {}", static_cast<int>(capture.value));
  return out;
}

TEST(TimeGrammarTest, ItemsMayBeOptionalOrOneOfSeveral) {
  const std::string rules = Rule("a", "MOON ( the | of )? DAY ,? YEAR");
  EXPECT_EQ(Match(rules, "frostmoon 5 2021"), "a: [frostmoon 5 2021] 1 5 2021");
  EXPECT_EQ(Match(rules, "frostmoon the 5 2021"), "a: [frostmoon the 5 2021] 1 5 2021");
  EXPECT_EQ(Match(rules, "frostmoon of 5 , 2021"), "a: [frostmoon of 5 , 2021] 1 5 2021");
  EXPECT_EQ(Match(rules, "frostmoon in 5 2021"), "none");
}

TEST(TimeGrammarTest, TheLongestMatchWinsThenTheFirstRule) {
  const std::string rules = Rule("short", "MOON") + Rule("long", "MOON DAY") + Rule("late", "MOON DAY");
  EXPECT_EQ(Match(rules, "frostmoon 5"), "long: [frostmoon 5] 1 5");
  EXPECT_EQ(Match(rules, "frost moon 5"), "long: [frost moon 5] 1 5");
  EXPECT_EQ(Match(rules, "frostmoon"), "short: [frostmoon] 1");
}

TEST(TimeGrammarTest, BracesMarkTheExpressions) {
  EXPECT_EQ(Match(Rule("a", "from { MOON } to { MOON }"), "from frostmoon to Hay"), "a: [frostmoon] [Hay] 1 7");
}

TEST(TimeGrammarTest, WordsMayAskForACapital) {
  EXPECT_EQ(Match(Rule("a", "MOON"), "Hay"), "a: [Hay] 7");
  EXPECT_EQ(Match(Rule("a", "MOON"), "hay"), "none");
}

TEST(TimeGrammarTest, PartsAreWrittenOnce) {
  const std::string part = "\n[[time_part]]\nname = \"DATED\"\nmatch = \"( MOON DAY | DAY MOON )\"\n";
  EXPECT_EQ(Match(part + Rule("a", "on DATED"), "on 5 frostmoon"), "a: [on 5 frostmoon] 5 1");
}

TEST(TimeGrammarTest, NeighboursAndGenreMayBeAskedFor) {
  EXPECT_EQ(Match(Rule("a", "MOON", "not_before = [\"cheese\"]\n"), "frostmoon cheese"), "none");
  EXPECT_EQ(Match(Rule("a", "MOON", "before = [\"cheese\"]\n"), "frostmoon cheese"), "a: [frostmoon] 1");
  EXPECT_EQ(Match(Rule("a", "MOON", "before = [\"cheese\"]\n"), "frostmoon"), "none");
  EXPECT_EQ(Match(Rule("a", "MOON", "after = [\"by\"]\n"), "frostmoon"), "none");
  EXPECT_EQ(Match(Rule("a", "MOON", "only = \"narrative\"\n"), "frostmoon"), "none");
  EXPECT_EQ(Match(Rule("a", "MOON", "only = \"narrative\"\n"), "frostmoon", TimeGenre::kNarrative), "a: [frostmoon] 1");
}

TEST(TimeGrammarTest, NoMatchGoesOnInTheNextLine) { EXPECT_EQ(Match(Rule("a", "MOON DAY"), "frostmoon\n5"), "none"); }

}  // namespace
}  // namespace diurna
