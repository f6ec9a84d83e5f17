#include "syntax/noun_phrase.h"

#include <gtest/gtest.h>

#include "support/small_tree.h"

namespace diurna {
namespace {

TEST(NounPhrase, ModifiersAndTheNameBehind) {
  const SmallTree tree({"The DET DT det 2", "old ADJ JJ amod 2", "Bank PROPN NNP nsubj 6", "of ADP IN prep 2",
                        "Mira PROPN NNP pobj 3", "clearly ADV RB advmod 6", "failed VERB VBD ROOT 6"});
  EXPECT_EQ(NounPhraseText(*tree, tree["Bank"]), "old Bank of Mira");
  EXPECT_EQ(NounPhraseText(*tree, tree["Bank"], false), "old Bank");
  const TokenRange range = NounPhrase(*tree, tree["Bank"]);
  EXPECT_EQ(range.head, tree["Bank"]);
  EXPECT_EQ(tree.Words(range.begin, range.end), "old Bank of Mira");
}

TEST(NounPhrase, NeitherClausesNorConjunctsNorOtherPhrases) {
  const SmallTree tree({"two NUM CD nummod 1", "men NOUN NNS nsubj 6", "in ADP IN prep 1", "hats NOUN NNS pobj 2",
                        "who PRON WP nsubj 5", "ran VERB VBD relcl 1", "fell VERB VBD ROOT 6"});
  EXPECT_EQ(NounPhraseText(*tree, tree["men"]), "two men");
  EXPECT_EQ(NounPhraseText(*tree, tree["hats"]), "hats");
}

TEST(NounPhrase, LosesAPossessive) {
  const SmallTree tree({"Mira PROPN NNP poss 2", "'s PART POS case 0", "mayor NOUN NN ROOT 2"});
  EXPECT_EQ(NounPhraseText(*tree, tree["Mira"]), "Mira");
  EXPECT_EQ(NounPhraseText(*tree, tree["mayor"]), "Mira 's mayor");
}

}  // namespace
}  // namespace diurna
