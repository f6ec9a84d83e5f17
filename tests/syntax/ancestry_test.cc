#include "syntax/ancestry.h"

#include <gtest/gtest.h>

#include <string>

#include "support/small_tree.h"
#include "syntax/tree.h"

namespace diurna {
namespace {

TEST(Ancestry, AgreesWithTheClimb) {
  // The relative clause stands apart from its noun, so that the tree's branches cross.
  const SmallTree tree({"A DET DT det 1", "man NOUN NN nsubj 3", "was AUX VBD aux 3", "seen VERB VBN ROOT 3",
                        "today NOUN NN npadvmod 3", "who PRON WP nsubj 6", "fled VERB VBD relcl 1",
                        "town NOUN NN dobj 6", ". PUNCT . punct 3"});
  const Ancestry ancestry(*tree);
  for (uint32_t i = 0; i < tree->size(); ++i) {
    EXPECT_EQ(ancestry.VerbAbove(i), VerbAbove(*tree, i)) << i;
    for (uint32_t k = 0; k < tree->size(); ++k) {
      EXPECT_EQ(ancestry.Dominates(i, k), Dominates(*tree, i, k)) << i << " over " << k;
    }
  }
  EXPECT_EQ(ancestry.Root(tree["town"]), tree["seen"]);
  EXPECT_EQ(ancestry.Depth(tree["seen"]), 0u);
  EXPECT_EQ(ancestry.Depth(tree["town"]), 3u);
  EXPECT_EQ(ancestry.Steps(tree["man"], tree["town"]), 2u);
}

TEST(Ancestry, HasNoLimitOfDepth) {
  // A chain as deep as a climb would never go: each token hangs on the one before.
  const uint32_t depth = 50000;
  std::string text(2 * depth, ' ');
  Analysis::Builder builder(text);
  for (uint32_t i = 0; i < depth; ++i) {
    text[2 * i] = 'x';
    Token token;
    token.span = {2 * i, 2 * i + 1};
    token.pos = i == 0 ? Pos::kVerb : Pos::kNoun;
    token.dep = i == 0 ? Dep::kRoot : Dep::kPobj;
    token.head = i == 0 ? 0 : i - 1;
    builder.tokens().push_back(token);
  }
  builder.sentences().push_back({0, depth});
  const Analysis analysis = builder.Finish();
  const Ancestry ancestry(analysis);
  EXPECT_EQ(ancestry.VerbAbove(depth - 1), 0u);
  EXPECT_EQ(ancestry.Depth(depth - 1), depth - 1);
  EXPECT_TRUE(ancestry.Dominates(1, depth - 1));
  EXPECT_FALSE(ancestry.Dominates(depth - 1, 1));
}

}  // namespace
}  // namespace diurna
