#include "actors/actors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "language/language.h"
#include "numbers/numbers.h"
#include "places/places.h"
#include "times/times.h"

namespace diurna {
namespace {

// What the mention floor makes of a text.
struct ReadText {
  Document document;
  Analysis analysis;
  Mentions mentions;
};

class ActorsTest : public testing::Test {
 protected:
  struct Floors {
    Language language;
    Gazetteer gazetteer;
    Lexicon lexicon;
  };

  static void SetUpTestSuite() {
    Result<Language> language = Language::Open(DIURNA_DATA_DIR "/english.model");
    Result<Gazetteer> gazetteer = Gazetteer::Open(DIURNA_DATA_DIR "/world.gazetteer");
    Result<Lexicon> lexicon = Lexicon::BuiltIn();
    if (!language.ok() || !gazetteer.ok() || !lexicon.ok()) return;
    floors_ = new Floors{std::move(*language), std::move(*gazetteer), std::move(*lexicon)};
  }
  static void TearDownTestSuite() {
    delete floors_;
    floors_ = nullptr;
  }

  void SetUp() override {
    ASSERT_NE(floors_, nullptr) << "build/data lacks english.model or world.gazetteer: run ./check";
    Result<ActorFinder> actors = ActorFinder::Make(floors_->lexicon, floors_->gazetteer);
    ASSERT_TRUE(actors.ok()) << actors.status().message();
    actors_ = std::make_unique<ActorFinder>(std::move(*actors));
  }

  std::unique_ptr<ReadText> Read(std::string text) {
    auto out = std::make_unique<ReadText>();
    out->document.text = std::move(text);
    out->analysis = floors_->language.Analyze(out->document.text);
    Result<PlaceFinder> places = PlaceFinder::Make(floors_->lexicon, floors_->gazetteer);
    EXPECT_TRUE(places.ok());
    const uint32_t size = out->analysis.size();
    out->mentions.places = places->Find(out->document, out->analysis);
    out->mentions.time_of.assign(size, std::nullopt);
    out->mentions.number_of.assign(size, std::nullopt);
    out->mentions.place_of.assign(size, std::nullopt);
    for (size_t k = 0; k < out->mentions.places.size(); ++k) {
      const TokenRange& tokens = out->mentions.places[k].tokens;
      for (uint32_t i = tokens.begin; i < tokens.end; ++i) out->mentions.place_of[i] = static_cast<uint32_t>(k);
    }
    actors_->Find(out->analysis, &out->mentions);
    return out;
  }

  // The n-th token with that text, counted from 1.
  static uint32_t Token(const ReadText& read, std::string_view text, int nth = 1) {
    for (uint32_t i = 0; i < read.analysis.size(); ++i) {
      if (read.analysis[i].text == text && --nth == 0) return i;
    }
    ADD_FAILURE() << "no token " << text;
    return 0;
  }

  Party PartyAt(const ReadText& read, std::string_view text, int nth = 1) {
    return actors_->PartyOf(read.analysis, read.mentions, Token(read, text, nth));
  }

  static Floors* floors_;
  std::unique_ptr<ActorFinder> actors_;
};
ActorsTest::Floors* ActorsTest::floors_ = nullptr;

TEST_F(ActorsTest, SurnamesAndPronounsGoToTheFullName) {
  const auto read =
      Read("Paul Haren closed the harbour on Monday. Haren said the cranes were unsafe. He promised an inquiry.\n");
  EXPECT_EQ(PartyAt(*read, "Haren", 2).name, "Paul Haren");
  const Party he = PartyAt(*read, "He");
  EXPECT_EQ(he.text, "He");
  EXPECT_EQ(he.name, "Paul Haren");
}

TEST_F(ActorsTest, GenderTellsWhoIsMeant) {
  const auto read =
      Read("Mayor Anna Lindqvist met the engineer Peter Osei at the dam. She thanked the crews. He warned of rain.\n");
  EXPECT_EQ(PartyAt(*read, "She").name, "Anna Lindqvist");
  EXPECT_EQ(PartyAt(*read, "He").name, "Peter Osei");
}

TEST_F(ActorsTest, TitlesBeforeANameGiveRoleCountryAndSector) {
  const auto read = Read("Kenyan Health Minister Grace Wanjiru visited the clinic. The minister left at noon.\n");
  const Party party = PartyAt(*read, "Wanjiru");
  EXPECT_EQ(party.name, "Grace Wanjiru");
  EXPECT_EQ(party.role, "Health Minister");
  EXPECT_EQ(party.country, "KE");
  EXPECT_EQ(party.sector, Sector::kGov);
  EXPECT_EQ(PartyAt(*read, "minister").name, "Grace Wanjiru");
}

TEST_F(ActorsTest, CountryBetweenTitleAndNameIsNoPartOfTheName) {
  const auto read = Read("The President of Kazakhstan Tokayev spoke on Monday. He promised calm.\n");
  EXPECT_EQ(PartyAt(*read, "He").name, "Tokayev");
}

TEST_F(ActorsTest, AppositionsAndRelativesTellWhoSomeoneIs) {
  const auto read = Read(
      "Irena Dokic, who leads the dockers' union, called for talks. Jan Novak, a spokesman for the port authority, "
      "declined to comment.\n");
  EXPECT_NE(PartyAt(*read, "Dokic").organization.find("union"), std::string::npos);
  const Party novak = PartyAt(*read, "Novak");
  EXPECT_EQ(novak.role, "spokesman");
  EXPECT_NE(novak.organization.find("port authority"), std::string::npos);
}

TEST_F(ActorsTest, SpokespersonBelongsToTheBodySpokenFor) {
  const auto read = Read("A spokesperson for the National Bank of Kazakhstan said all offices were shut.\n");
  const Party party = PartyAt(*read, "spokesperson");
  EXPECT_EQ(party.role, "spokesperson");
  EXPECT_EQ(party.organization, "National Bank of Kazakhstan");
  EXPECT_EQ(party.country, "KZ");
}

TEST_F(ActorsTest, GroupsHaveASectorOfTheirOwn) {
  const auto read =
      Read("The Kazakh government met. Police fired at protesters. Rebels shelled the road, and two doctors died.\n");
  const Party government = PartyAt(*read, "government");
  EXPECT_EQ(government.country, "KZ");
  EXPECT_EQ(government.sector, Sector::kGov);
  EXPECT_EQ(PartyAt(*read, "Police").sector, Sector::kCop);
  EXPECT_EQ(PartyAt(*read, "protesters").sector, Sector::kOpp);
  EXPECT_EQ(PartyAt(*read, "Rebels").sector, Sector::kReb);
  EXPECT_EQ(PartyAt(*read, "doctors").sector, Sector::kMed);
}

TEST_F(ActorsTest, FormerHoldersHaveNoSector) {
  const auto read = Read("Former president Ali Demir was questioned on Friday.\n");
  EXPECT_EQ(PartyAt(*read, "Demir").name, "Ali Demir");
  EXPECT_EQ(PartyAt(*read, "Demir").sector, std::nullopt);
}

TEST_F(ActorsTest, ATitleStandsForItsHolderNotForFormerOrDeputyOnes) {
  const auto read = Read(
      "Former Finance Minister Ali Demir spoke first. Deputy Finance Minister Sara Orrel nodded. "
      "The finance minister left early.\n");
  EXPECT_EQ(PartyAt(*read, "minister").name, "finance minister");
  const auto held = Read("Finance Minister Ali Demir spoke first. The finance minister left early.\n");
  EXPECT_EQ(PartyAt(*held, "minister").name, "Ali Demir");
}

TEST_F(ActorsTest, ParticlesAndSuffixesBelongToTheName) {
  const auto read = Read("Mr. Pieter van der Velde Jr. spoke to John Orrel III.\n");
  EXPECT_EQ(PartyAt(*read, "Velde").name, "Pieter van der Velde Jr.");
}

TEST_F(ActorsTest, AShortFormOfABodyIsTheBody) {
  const auto read = Read("The Orrel Group closed two mills. Orrel said orders were down.\n");
  EXPECT_EQ(PartyAt(*read, "Orrel", 2).name, PartyAt(*read, "Group").name);
}

TEST_F(ActorsTest, PlacesAreNoPersons) {
  const auto read = Read("Nur-Sultan was calm. Almaty, the largest city of Kazakhstan, was not.\n");
  EXPECT_TRUE(std::none_of(read->mentions.actors.begin(), read->mentions.actors.end(),
                           [](const Actor& actor) { return actor.person; }));
}

TEST_F(ActorsTest, ItIsTheBodyAndTheyAreTheGroup) {
  const auto read = Read(
      "The ministry raised the alarm. It closed two schools.\n"
      "The workers left the plant. They want higher wages.\n");
  EXPECT_EQ(PartyAt(*read, "It").name, "ministry");
  EXPECT_EQ(PartyAt(*read, "They").name, "workers");
}

TEST_F(ActorsTest, NounPhraseEndsBeforeClausesAndAppositions) {
  const auto read = Read("The head of the national fire service, a veteran of two floods, said the dam held.\n");
  EXPECT_EQ(NounPhraseText(read->analysis, Token(*read, "head")), "head of the national fire service");
  EXPECT_EQ(NounPhraseText(read->analysis, Token(*read, "head"), false), "head");
}

TEST_F(ActorsTest, EveryHeadAndAntecedentLiesInTheText) {
  const auto read = Read("He said she said they said it. \"Who?\" asked its. 12 of them, themselves.\n\n- - -\n");
  for (const Actor& actor : read->mentions.actors) {
    EXPECT_TRUE(std::is_sorted(actor.heads.begin(), actor.heads.end()));
    for (const uint32_t head : actor.heads) EXPECT_LT(head, read->analysis.size());
  }
  ASSERT_EQ(read->mentions.antecedent.size(), read->analysis.size());
  for (uint32_t i = 0; i < read->analysis.size(); ++i) {
    const OptionalIndex antecedent = read->mentions.antecedent[i];
    if (!antecedent) continue;
    EXPECT_LT(*antecedent, read->analysis.size());
    EXPECT_NE(*antecedent, i);
    actors_->PartyOf(read->analysis, read->mentions, i);
  }
}

}  // namespace
}  // namespace diurna
