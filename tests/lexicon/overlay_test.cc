#include "lexicon/overlay.h"

#include <gtest/gtest.h>

#include "lexicon/compiler.h"
#include "lexicon/lexicon.h"

namespace diurna {
namespace {

constexpr std::string_view kSchema = R"(
[class]
summary = "words that frames treat alike"
[class.keys]
name = {kind = "text", required = true}
words = {kind = "words", required = true}
[frame]
summary = "for the test"
examples = "optional"
[frame.keys]
type = {kind = "text", required = true, values = ["a", "b"]}
words = {kind = "words"}
theme = {kind = "words"}
strong = {kind = "flag"}
means = {kind = "map"}
[built]
summary = "for data files"
built_in = true
[built.keys]
words = {kind = "words"}
[base]
summary = "only inherited from"
abstract = true
[base.keys]
words = {kind = "words"}
)";

constexpr std::string_view kBase = R"(
[[class]]
name = "vehicle"
words = ["car", "bus"]
[[class]]
name = "moved"
words = ["@vehicle", "crate"]
[[frame]]
name = "halt"
type = "a"
words = ["halt", "stop"]
theme = ["@moved"]
strong = true
means = {halt = "stop"}
examples = ["They halted a car."]
[[frame]]
name = "start"
type = "a"
words = ["start"]
)";

class LexiconOverlay : public testing::Test {
 protected:
  // The base with the text of each file on top; "user0.toml" and so on, one folder.
  Lexicon Put(std::vector<std::string> files) {
    LexiconProblems none;
    base_ = CompileLexicon(kSchema, {{"base.toml", std::string(kBase)}}, &none);
    EXPECT_TRUE(none.empty()) << Describe(none);
    Result<FlatFile> file = FlatFile::Wrap({reinterpret_cast<const std::byte*>(base_.data()), base_.size()}, "base",
                                           kLexiconKind, kLexiconVersion);
    Result<LexiconImage> image = LexiconImage::Open(std::move(file).value());
    std::vector<LexiconSource> sources;
    sources.reserve(files.size());
    for (std::string& text : files) {
      sources.push_back({"user" + std::to_string(sources.size()) + ".toml", std::move(text)});
    }
    Result<Lexicon> lexicon = Lexicon::FromImage(CompileOverlay(*image, {sources}, &problems_));
    EXPECT_TRUE(lexicon.ok());
    return std::move(lexicon).value();
  }
  using Words = std::vector<std::string_view>;

  std::string base_;
  LexiconProblems problems_;
};

TEST_F(LexiconOverlay, AnEntryOfTheSameNameReplaces) {
  const Lexicon lexicon = Put({"[[frame]]\nname = \"halt\"\ntype = \"b\"\nwords = [\"end\"]\n"});
  EXPECT_EQ(Describe(problems_), "");
  const auto frames = lexicon.Entries("frame");
  ASSERT_EQ(frames.size(), 2u);
  EXPECT_EQ(frames[0].name(), "halt");  // in the place of the old one
  EXPECT_EQ(frames[0].Text("type"), "b");
  EXPECT_EQ(frames[0].List("words"), (Words{"end"}));
  EXPECT_EQ(frames[0].file(), "user0.toml");
  EXPECT_TRUE(lexicon.Examples().empty());
}

TEST_F(LexiconOverlay, AnyOtherEntryIsAdded) {
  const Lexicon lexicon = Put({"[[frame]]\ntype = \"b\"\nwords = [\"end\", \"@moved\"]\n"});
  EXPECT_EQ(Describe(problems_), "");
  ASSERT_EQ(lexicon.Entries("frame").size(), 3u);
  EXPECT_EQ(lexicon.Entries("frame")[2].List("words"), (Words{"end", "car", "bus", "crate"}));
}

TEST_F(LexiconOverlay, AnExtensionAddsWordsPairsAndExamples) {
  const Lexicon lexicon = Put({R"(
[[frame]]
extends = "halt"
words = ["stop", "freeze"]
means = {freeze = "stop"}
examples = ["They froze it."]
counter = ["They froze."]
)"});
  EXPECT_EQ(Describe(problems_), "");
  const auto frames = lexicon.Entries("frame");
  ASSERT_EQ(frames.size(), 2u);
  EXPECT_EQ(frames[0].List("words"), (Words{"halt", "stop", "freeze"}));
  EXPECT_EQ(frames[0].Map("means").size(), 2u);
  EXPECT_TRUE(frames[0].Flag("strong"));
  EXPECT_EQ(frames[0].file(), "base.toml");
  EXPECT_EQ(frames[0].ExtendedBy(), (Words{"user0.toml:2"}));
  const std::vector<LexiconExample> examples = lexicon.Examples();
  ASSERT_EQ(examples.size(), 3u);
  EXPECT_EQ(examples[0].sentence, "They halted a car.");
  EXPECT_EQ(examples[1].sentence, "They froze it.");
  EXPECT_EQ(examples[1].entry, frames[0]);
  EXPECT_EQ(examples[1].file, "user0.toml");
  EXPECT_EQ(examples[1].line, 6u);
  EXPECT_FALSE(examples[1].counter);
  EXPECT_TRUE(examples[2].counter);
}

TEST_F(LexiconOverlay, WordsAddedToAClassReachEveryEntryThatNamesIt) {
  const Lexicon lexicon = Put({"[[class]]\nextends = \"vehicle\"\nwords = [\"rickshaw\"]\n"});
  EXPECT_EQ(Describe(problems_), "");
  EXPECT_EQ(lexicon.Entries("frame")[0].List("theme"), (Words{"car", "bus", "rickshaw", "crate"}));
}

TEST_F(LexiconOverlay, AClassThatIsReplacedReachesThemToo) {
  const Lexicon lexicon = Put({"[[class]]\nname = \"vehicle\"\nwords = [\"sledge\"]\n"});
  EXPECT_EQ(Describe(problems_), "");
  EXPECT_EQ(lexicon.Entries("frame")[0].List("theme"), (Words{"sledge", "crate"}));
}

TEST_F(LexiconOverlay, OverrideChangesWhatIsNamedInIt) {
  const Lexicon lexicon = Put({R"(
[[frame]]
extends = "halt"
override = ["type", "words", "strong"]
type = "b"
words = ["pause"]
strong = false
[[frame]]
extends = "start"
override = ["theme"]
theme = ["engine"]
)"});
  EXPECT_EQ(Describe(problems_), "");
  const auto frames = lexicon.Entries("frame");
  EXPECT_EQ(frames[0].Text("type"), "b");
  EXPECT_EQ(frames[0].List("words"), (Words{"pause"}));
  EXPECT_FALSE(frames[0].Flag("strong"));
  EXPECT_EQ(frames[1].List("theme"), (Words{"engine"}));
}

TEST_F(LexiconOverlay, SeveralExtensionsAddWhateverTheOrderOfFiles) {
  const std::string extension = "[[frame]]\nextends = \"mine\"\nwords = [\"two\"]\n";
  const std::string entry = "[[frame]]\nname = \"mine\"\ntype = \"a\"\nwords = [\"one\"]\n";
  for (const bool first : {false, true}) {
    const Lexicon lexicon = first ? Put({extension, entry, extension}) : Put({entry, extension, extension});
    EXPECT_EQ(Describe(problems_), "");
    EXPECT_EQ(lexicon.Entries("frame")[2].List("words"), (Words{"one", "two"}));
    EXPECT_EQ(lexicon.Entries("frame")[2].ExtendedBy().size(), 2u);
  }
}

TEST_F(LexiconOverlay, WhatIsWrongIsToldWithItsLine) {
  Put({R"(
[[frame]]
extends = "hold"
words = ["hold"]
[[frame]]
extends = "vehicle"
words = ["van"]
[[frame]]
extends = "halt"
type = "b"
[[frame]]
extends = "start"
theme = ["engine"]
[[frame]]
extends = "halt"
name = "halt more"
words = ["stay"]
[[frame]]
extends = "halt"
override = ["strong"]
words = ["stay"]
[[frame]]
extends = "halt"
means = {halt = "rest"}
[[frame]]
type = "a"
override = ["type"]
[[frame]]
type = "a"
words = [
  "x",
  "@nobody",
]
[[built]]
words = ["x"]
[[base]]
words = ["x"]
)"});
  std::vector<std::string> told;
  for (const LexiconProblem& problem : problems_) {
    told.push_back(std::to_string(problem.line) + ": " + problem.message.substr(0, 48));
  }
  std::sort(told.begin(), told.end());
  const std::vector<std::string> expected = {
      "10: extends 'halt': it has a 'type' of its own; to c", "13: extends 'start': it has no 'theme', which would ",
      "14: [[frame]] extends 'halt': it has no name of its ", "18: override: the entry gives no 'strong'",
      "24: extends 'halt': 'halt' is 'stop' in its 'means' ", "25: [[frame]]: 'override' stands beside 'extends' on",
      "2: extends 'hold': there is no [[frame]] of that na",  "32: @nobody: no [[class]] of that name",
      "34: [[built]] is read when the product's data files ", "36: unknown section [[base]]",
      "5: extends 'vehicle': there is no [[frame]] of that"};
  EXPECT_EQ(told, expected);
  for (const LexiconProblem& problem : problems_) EXPECT_EQ(problem.file, "user0.toml");
}

TEST_F(LexiconOverlay, ACircleOfClassesIsAProblem) {
  Put({"[[class]]\nextends = \"vehicle\"\nwords = [\"@moved\"]\n"});
  ASSERT_FALSE(problems_.empty());
  EXPECT_NE(problems_[0].message.find("circle"), std::string::npos);
}

}  // namespace
}  // namespace diurna
