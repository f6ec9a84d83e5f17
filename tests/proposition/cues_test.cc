#include "proposition/cues.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "lexicon/lexicon.h"
#include "support/small_tree.h"

namespace diurna {
namespace {

Cues BuiltIn() {
  Result<Lexicon> lexicon = Lexicon::BuiltIn();
  return std::move(*Cues::Make(*lexicon));
}

// The failure that a file of the user's own brings about.
Status FailureOf(const std::string& name, const std::string& toml) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / ("cues_" + name);
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "own.toml") << toml;
  const Result<Lexicon> lexicon = Lexicon::WithFolders({folder.string()});
  if (!lexicon.ok()) return lexicon.status();
  return Cues::Make(*lexicon).status();
}

TEST(Cues, ActsOfSpeech) {
  const Cues cues = BuiltIn();
  const auto act = [&](std::string_view verb) { return cues.speech()[cues.Word(verb)->speech.front()].act; };
  EXPECT_EQ(cues.saying(), SpeechAct::kSay);
  EXPECT_EQ(act("warn"), SpeechAct::kWarn);
  EXPECT_TRUE(cues.TraitsOf(SpeechAct::kWarn).tells_facts);
  EXPECT_FALSE(cues.TraitsOf(SpeechAct::kSay).tells_facts);
  EXPECT_TRUE(cues.TraitsOf(SpeechAct::kPraise).of_things);
  EXPECT_TRUE(cues.TraitsOf(SpeechAct::kAccuse).of_persons);
  EXPECT_EQ(cues.Word("warning")->speech_noun, SpeechAct::kWarn);
  EXPECT_FALSE(cues.Word("police")->speech_noun.has_value());
}

TEST(Cues, OnlyCopulasHaveWhatTheirSubjectIs) {
  const Cues cues = BuiltIn();
  EXPECT_TRUE(cues.Word("become")->copula);
  EXPECT_FALSE(cues.Word("appoint")->copula);
}

TEST(Cues, TheLongestPhraseGoesFirst) {
  const Cues cues = BuiltIn();
  const SmallTree tree({"according VERB VBG prep 2", "to ADP IN prep 0", "police NOUN NNS ROOT 2",
                        "according VERB VBG prep 2", "them PRON PRP pobj 3"});
  const Phrase* phrase = cues.attributions().At(*tree, 0);
  ASSERT_NE(phrase, nullptr);
  EXPECT_EQ(phrase->words.size(), 2u);
  phrase = cues.attributions().At(*tree, 3);
  ASSERT_NE(phrase, nullptr);
  EXPECT_EQ(phrase->words.size(), 1u);
  EXPECT_EQ(cues.attributions().At(*tree, 2), nullptr);
}

TEST(Cues, FailuresNameTheEntry) {
  Status status = FailureOf("class", "[[verb_class]]\nname = \"odd\"\nverbs = [\"go\"]\n");
  EXPECT_EQ(status.code(), StatusCode::kBadInput);
  EXPECT_NE(status.message().find("'odd' is no class of verbs"), std::string::npos) << status.message();
  EXPECT_NE(status.message().find("own.toml:1"), std::string::npos) << status.message();
  status = FailureOf("particle", "[[particle]]\nname = \"mine\"\nwords = []\nverbs = [\"go\"]\n");
  EXPECT_NE(status.message().find("'go' has no particle"), std::string::npos) << status.message();
  EXPECT_FALSE(FailureOf("act", "[[act_class]]\nname = \"odd\"\nacts = [\"say\"]\n").ok());
}

}  // namespace
}  // namespace diurna
