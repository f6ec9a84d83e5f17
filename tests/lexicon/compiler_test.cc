#include "lexicon/compiler.h"

#include <gtest/gtest.h>

#include "lexicon/lexicon.h"

namespace diurna {
namespace {

constexpr std::string_view kSchema = R"(
[class]
summary = "words that frames treat alike"
[class.keys]
name = {kind = "text", required = true}
words = {kind = "words", required = true}
[thing]
summary = "for the test"
examples = "optional"
[thing.keys]
name = {kind = "text", required = true}
type = {kind = "text", values = ["a", "b"]}
words = {kind = "words"}
factor = {kind = "number"}
plain = {kind = "flag"}
roles = {kind = "map"}
state = {kind = "text", vocabulary = "service_state", values = ["none"]}
)";

std::string Compile(std::string_view toml, LexiconProblems* problems) {
  return CompileLexicon(kSchema, {{"test.toml", std::string(toml)}}, problems);
}

TEST(LexiconCompiler, KeepsEveryKindOfValue) {
  LexiconProblems problems;
  Result<Lexicon> lexicon = Lexicon::FromImage(Compile(R"(
[[thing]]
name = "first"
type = "a"
words = ["one", "two"]
factor = 2.5
plain = true
roles = {agent = "who", theme = "what"}
)",
                                                       &problems));
  ASSERT_TRUE(lexicon.ok()) << lexicon.status().message();
  EXPECT_TRUE(problems.empty());
  const std::vector<LexiconEntry> things = lexicon->Entries("thing");
  ASSERT_EQ(things.size(), 1u);
  EXPECT_EQ(things[0].Text("type"), "a");
  EXPECT_EQ(things[0].Text("missing", "none"), "none");
  EXPECT_EQ(things[0].List("words"), (std::vector<std::string_view>{"one", "two"}));
  EXPECT_EQ(things[0].Number("factor"), 2.5);
  EXPECT_TRUE(things[0].Flag("plain"));
  ASSERT_EQ(things[0].Map("roles").size(), 2u);
  EXPECT_EQ(things[0].Map("roles")[0].first, "agent");
  EXPECT_EQ(things[0].file(), "test.toml");
  EXPECT_EQ(things[0].line(), 2u);
}

TEST(LexiconCompiler, ExpandsClassesOnceAndThroughOneAnother) {
  LexiconProblems problems;
  Result<Lexicon> lexicon = Lexicon::FromImage(Compile(R"(
[[class]]
name = "police"
words = ["police", "officer"]
[[class]]
name = "force"
words = ["@police", "army", "officer"]
[[thing]]
name = "first"
words = ["@force", "navy"]
)",
                                                       &problems));
  ASSERT_TRUE(lexicon.ok());
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(lexicon->Entries("thing")[0].List("words"),
            (std::vector<std::string_view>{"police", "officer", "army", "navy"}));
}

TEST(LexiconCompiler, ReportsEveryBadEntryWithItsLine) {
  LexiconProblems problems;
  Result<Lexicon> lexicon = Lexicon::FromImage(Compile(R"(
[[thing]]
name = "good"
[[thing]]
name = "bad value"
type = "c"
[[thing]]
name = "bad key"
colour = "red"
[[thing]]
type = "a"
[[thing]]
name = "no class"
words = ["@nobody"]
[[thing]]
name = "good"
[[stranger]]
name = "x"
)",
                                                       &problems));
  ASSERT_TRUE(lexicon.ok());
  EXPECT_EQ(lexicon->Entries("thing").size(), 1u);
  std::vector<uint32_t> lines;
  lines.reserve(problems.size());
  for (const LexiconProblem& problem : problems) lines.push_back(problem.line);
  std::sort(lines.begin(), lines.end());
  EXPECT_EQ(lines, (std::vector<uint32_t>{6, 9, 10, 14, 15, 17}));
}

TEST(LexiconCompiler, ASyntaxErrorIsAProblemWithItsLine) {
  LexiconProblems problems;
  Compile("[[thing]]\nname = \n", &problems);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].line, 2u);
}

TEST(Lexicon, ADamagedImageIsRefused) {
  LexiconProblems problems;
  std::string image = Compile("[[thing]]\nname = \"t\"\n", &problems);
  image[image.size() / 2] = static_cast<char>(image[image.size() / 2] ^ 1);
  EXPECT_FALSE(Lexicon::FromImage(image).ok());
}

TEST(Lexicon, TheBuiltInOneOpens) {
  Result<Lexicon> lexicon = Lexicon::BuiltIn();
  ASSERT_TRUE(lexicon.ok()) << lexicon.status().message();
  EXPECT_FALSE(BuiltInLexiconSchema().empty());
}

TEST(LexiconCompiler, AVocabularyOfTheRecordIsThatOfItsKey) {
  std::vector<LexiconProblem> problems;
  const Result<Lexicon> lexicon = Lexicon::FromImage(Compile(R"(
[[thing]]
name = "first"
state = "restored"
[[thing]]
name = "second"
state = "none"
)",
                                                             &problems));
  ASSERT_TRUE(problems.empty()) << problems.front().message;
  const std::vector<LexiconEntry> entries = lexicon->Entries("thing");
  EXPECT_EQ(entries[0].Term<ServiceState>("state"), ServiceState::kRestored);
  EXPECT_EQ(entries[1].Term<ServiceState>("state"), std::nullopt);
  EXPECT_EQ(entries[1].Text("state"), "none");

  Compile("[[thing]]\nname = 'third'\nstate = 'broken'\n", &problems);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].message, "state: 'broken' is none of: degraded, down, none, normal, restored, suspended");
}

TEST(LexiconCompiler, ASchemaNamesOnlyVocabulariesThatThereAre) {
  std::vector<LexiconProblem> problems;
  CompileLexicon("[thing]\n[thing.keys]\nstate = {kind = 'text', vocabulary = 'weather'}\n", {}, &problems);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].message, "thing.state: no vocabulary 'weather'");
}

}  // namespace
}  // namespace diurna
