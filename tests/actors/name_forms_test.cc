#include "actors/name_forms.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace diurna {
namespace {

class NameFormsTest : public testing::Test {
 protected:
  void SetUp() override {
    const Result<Lexicon> lexicon = Lexicon::BuiltIn();
    ASSERT_TRUE(lexicon.ok()) << lexicon.status().message();
    Result<ActorWords> words = ActorWords::Make(*lexicon);
    ASSERT_TRUE(words.ok()) << words.status().message();
    words_ = std::move(*words);
  }

  std::vector<std::string> Parts(std::string_view name) const { return NameParts(name, words_); }

  ActorWords words_;
};

TEST_F(NameFormsTest, PartsAreTheWordsInLowerCase) {
  EXPECT_EQ(Parts("Irena Dokic-Vale"), (std::vector<std::string>{"irena", "dokic-vale"}));
  EXPECT_TRUE(Parts("  ").empty());
}

TEST_F(NameFormsTest, EndingsAndJoinedArticlesAreNoParts) {
  EXPECT_EQ(Parts("Martin Orrel Jr."), (std::vector<std::string>{"martin", "orrel"}));
  EXPECT_EQ(Parts("Henry Orrel IV"), (std::vector<std::string>{"henry", "orrel"}));
  EXPECT_EQ(Parts("Jr."), (std::vector<std::string>{"jr."}));
  EXPECT_EQ(Parts("Samir al-Qudri"), (std::vector<std::string>{"samir", "qudri"}));
  EXPECT_EQ(Parts("al-Ma"), (std::vector<std::string>{"al-ma"}));
}

TEST_F(NameFormsTest, AnInitialIsOneLetter) {
  EXPECT_TRUE(IsInitial("j"));
  EXPECT_TRUE(IsInitial("j."));
  EXPECT_FALSE(IsInitial("jo"));
  EXPECT_FALSE(IsInitial(""));
}

TEST_F(NameFormsTest, InitialsAreOfAllWordsOrOfThoseInCapitals) {
  EXPECT_TRUE(AreInitials("TWF", "Telo Water Fund"));
  EXPECT_TRUE(AreInitials("T.W.F.", "Telo Water Fund"));
  EXPECT_TRUE(AreInitials("FWT", "Fund for Water of Telo"));
  EXPECT_TRUE(AreInitials("FFWOT", "Fund for Water of Telo"));
  EXPECT_FALSE(AreInitials("TWX", "Telo Water Fund"));
  EXPECT_FALSE(AreInitials("T", "Telo"));
  EXPECT_FALSE(AreInitials("two", "Telo Water Order"));
}

TEST_F(NameFormsTest, BodiesGoByTheirNameWithoutArticle) {
  EXPECT_EQ(BodyKey("The Telo Times"), "telo times");
  EXPECT_EQ(BodyKey("Theatre of Telo"), "theatre of telo");
  EXPECT_EQ(BodyKey("The"), "the");
}

TEST_F(NameFormsTest, AShortFormLacksOnlyACompanysEnding) {
  EXPECT_TRUE(IsShortForm("orrel", "orrel group", words_));
  EXPECT_TRUE(IsShortForm("orrel", "orrel motors ltd.", words_));
  EXPECT_FALSE(IsShortForm("orrel", "orrel bridge", words_));
  EXPECT_FALSE(IsShortForm("orrel", "orrel", words_));
  EXPECT_FALSE(IsShortForm("orr", "orrel group", words_));
}

}  // namespace
}  // namespace diurna
