#include "syntax/tree.h"

#include <gtest/gtest.h>

#include "support/small_tree.h"

namespace diurna {
namespace {

std::string Joined(const Analysis& analysis, const auto& tokens) {
  std::string out;
  for (const uint32_t token : tokens) {
    if (!out.empty()) out += ' ';
    out += analysis[token].text;
  }
  return out;
}

// "The three northern roads to the mine and the port were closed by heavy snow, police said."
SmallTree ClosedRoads() {
  return SmallTree({"The DET DT det 3", "three NUM CD nummod 3", "northern ADJ JJ amod 3",
                    "roads NOUN NNS nsubjpass 11", "to ADP IN prep 3", "the DET DT det 6", "mine NOUN NN pobj 4",
                    "and CCONJ CC cc 6", "our PRON PRP$ poss 9", "port NOUN NN conj 6", "are AUX VBP auxpass 11",
                    "closed VERB VBN ccomp 17", "by ADP IN agent 11", "heavy ADJ JJ amod 14", "snow NOUN NN pobj 12",
                    ", PUNCT , punct 17", "police NOUN NNS nsubj 17", "said VERB VBD ROOT 17", ". PUNCT . punct 17"});
}

TEST(Tree, ChildrenByRelation) {
  const SmallTree tree = ClosedRoads();
  const uint32_t roads = tree["roads"];
  EXPECT_EQ(Joined(*tree, ModifiersOf(*tree, roads)), "northern");
  EXPECT_EQ(Joined(*tree, DeterminersOf(*tree, roads)), "The");
  EXPECT_EQ(Joined(*tree, PrepositionsOf(*tree, roads)), "to");
  EXPECT_EQ(Joined(*tree, ObjectsOf(*tree, tree["to"])), "mine");
  EXPECT_EQ(Joined(*tree, SubjectsOf(*tree, tree["closed"])), "roads");
  EXPECT_EQ(Joined(*tree, CoreArgumentsOf(*tree, tree["said"])), "police");
  EXPECT_EQ(Joined(*tree, ModifiersAndPossessorsOf(*tree, tree["port"])), "our");
  EXPECT_TRUE(DirectObjectsOf(*tree, tree["closed"]).empty());
  EXPECT_TRUE(ClausesOn(*tree, roads).empty());
}

TEST(Tree, WhatANounHangsOn) {
  const SmallTree tree = ClosedRoads();
  EXPECT_EQ(PrepositionOf(*tree, tree["mine"]), "to");
  EXPECT_EQ(PrepositionOf(*tree, tree["roads"]), "");
  EXPECT_EQ(AbovePreposition(*tree, tree["mine"]), tree["roads"]);
  EXPECT_EQ(AbovePreposition(*tree, tree["police"]), tree["police"]);
  EXPECT_EQ(FirstConjunct(*tree, tree["port"]), tree["mine"]);
  EXPECT_EQ(FirstConjunct(*tree, tree["roads"]), tree["roads"]);
  EXPECT_EQ(Joined(*tree, Conjuncts(*tree, tree["mine"])), "mine port");
}

TEST(Tree, Definite) {
  const SmallTree tree = ClosedRoads();
  EXPECT_TRUE(IsDefinite(*tree, tree["roads"]));
  EXPECT_TRUE(IsDefinite(*tree, tree["port"]));
  EXPECT_FALSE(IsDefinite(*tree, tree["snow"]));
}

TEST(Tree, BeforeItsNoun) {
  const SmallTree tree({"closed ADJ JJ amod 1", "roads NOUN NNS nsubj 2", "mean VERB VBP ROOT 2",
                        "schools NOUN NNS dobj 2", "empty ADJ JJ amod 3"});
  EXPECT_TRUE(StandsBeforeItsNoun(*tree, tree["closed"]));
  EXPECT_FALSE(StandsBeforeItsNoun(*tree, tree["empty"]));
  EXPECT_FALSE(StandsBeforeItsNoun(*tree, tree["roads"]));
}

TEST(Tree, StrayPreposition) {
  const SmallTree tree({"They PRON PRP nsubj 1", "lifted VERB VBD ROOT 1", "bans NOUN NNS dobj 1", "on ADP IN prep 1",
                        "trade NOUN NN pobj 3"});
  EXPECT_EQ(StrayPreposition(*tree, tree["bans"]), tree["on"]);
  EXPECT_EQ(StrayPreposition(*tree, tree["They"]), std::nullopt);
  EXPECT_EQ(StrayPreposition(*tree, tree["trade"]), std::nullopt);
}

TEST(Tree, PassiveAuxiliary) {
  const SmallTree now = ClosedRoads();
  EXPECT_TRUE(HasPassiveAuxiliary(*now, now["closed"]));
  EXPECT_TRUE(HasPresentPassiveAuxiliary(*now, now["closed"]));
  EXPECT_FALSE(HasPassiveAuxiliary(*now, now["said"]));
  const SmallTree then({"Roads NOUN NNS nsubjpass 2", "were AUX VBD auxpass 2", "closed VERB VBN ROOT 2"});
  EXPECT_TRUE(HasPassiveAuxiliary(*then, then["closed"]));
  EXPECT_FALSE(HasPresentPassiveAuxiliary(*then, then["closed"]));
}

TEST(Tree, FormsOfVerbs) {
  const SmallTree tree({"Let VERB VB ROOT 0", "it PRON PRP nsubj 2", "close VERB VB ccomp 0", "to PART TO aux 5",
                        "be AUX VB auxpass 5", "sold VERB VBN advcl 0", "shops NOUN NNS nsubj 8", "had AUX VBD aux 8",
                        "gone VERB VBN conj 0", "leaving VERB VBG advcl 0"});
  EXPECT_TRUE(HasInfinitiveMarker(*tree, tree["sold"]));
  EXPECT_FALSE(HasInfinitiveMarker(*tree, tree["close"]));
  EXPECT_TRUE(IsInfinitive(*tree, tree["sold"]));
  EXPECT_TRUE(IsInfinitive(*tree, tree["close"]));
  EXPECT_FALSE(IsInfinitive(*tree, tree["gone"]));
  EXPECT_TRUE(IsFinite(*tree, tree["gone"]));
  EXPECT_FALSE(IsFinite(*tree, tree["leaving"]));
}

// A root verb with many objects in one long enumeration.
TEST(Tree, EndlessSentencesAreLookedAtNearBy) {
  constexpr uint32_t kWords = 1000;
  std::string text(2 * kWords, ' ');
  for (uint32_t i = 0; i < kWords; ++i) text[2 * i] = 'x';
  Analysis::Builder flat(text), chain(text);
  for (uint32_t i = 0; i < kWords; ++i) {
    Token token;
    token.span = {2 * i, 2 * i + 1};
    token.pos = Pos::kNoun;
    token.dep = i == kWords / 2 ? Dep::kRoot : Dep::kDobj;
    token.head = kWords / 2;
    flat.tokens().push_back(token);
    token.dep = i == 0 ? Dep::kRoot : Dep::kConj;
    token.head = i == 0 ? 0 : i - 1;
    chain.tokens().push_back(token);
  }
  flat.sentences().push_back({0, kWords});
  chain.sentences().push_back({0, kWords});
  const Analysis many_children = flat.Finish(), many_conjuncts = chain.Finish();
  const auto children = ChildrenOf(many_children, kWords / 2);
  ASSERT_EQ(children.size(), 2 * kMostChildren);
  EXPECT_EQ(children.front(), kWords / 2 - kMostChildren);
  EXPECT_EQ(children.back(), kWords / 2 + kMostChildren);
  EXPECT_EQ(Conjuncts(many_conjuncts, 0).size(), kMostConjuncts);
}

TEST(Tree, ClauseExtentLeavesSubordinatesOut) {
  const SmallTree tree({"Guards NOUN NNS nsubj 1", "opened VERB VBD ROOT 1", "gates NOUN NNS dobj 1",
                        "at ADP IN prep 1", "dawn NOUN NN pobj 3", "after ADP IN mark 7", "crowds NOUN NNS nsubj 7",
                        "gathered VERB VBD advcl 1", ". PUNCT . punct 1"});
  const auto all = [](uint32_t) { return false; };
  TokenRange extent = ClauseExtent(*tree, tree["opened"], all);
  EXPECT_EQ(tree.Words(extent.begin, extent.end), "Guards opened gates at dawn");
  EXPECT_EQ(extent.head, tree["opened"]);
  extent = ClauseExtent(*tree, tree["opened"], [&](uint32_t child) { return child == tree["at"]; });
  EXPECT_EQ(tree.Words(extent.begin, extent.end), "Guards opened gates");
  extent = ClauseExtent(*tree, tree["gathered"], all);
  EXPECT_EQ(tree.Words(extent.begin, extent.end), "crowds gathered");
}

TEST(Tree, ClauseExtentCutsLongArguments) {
  const SmallTree tree({"Guards NOUN NNS nsubj 1", "opened VERB VBD ROOT 1", "gates NOUN NNS dobj 1",
                        "of ADP IN prep 2", "forts NOUN NNS pobj 3", "of ADP IN prep 4", "towns NOUN NNS pobj 5",
                        "of ADP IN prep 6", "lords NOUN NNS pobj 7", "of ADP IN prep 8", "lands NOUN NNS pobj 9",
                        "of ADP IN prep 10", "kings NOUN NNS pobj 11", "of ADP IN prep 12", "isles NOUN NNS pobj 13",
                        "of ADP IN prep 14", "seas NOUN NNS pobj 15", "of ADP IN prep 16", "storms NOUN NNS pobj 17"});
  const TokenRange extent = ClauseExtent(*tree, tree["opened"], [](uint32_t) { return false; });
  EXPECT_EQ(extent.begin, 0u);
  EXPECT_EQ(extent.end, tree["gates"] + 8 + 1);
}

}  // namespace
}  // namespace diurna
