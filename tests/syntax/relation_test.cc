#include "syntax/relation.h"

#include <gtest/gtest.h>

#include <string>

#include "syntax/word.h"

namespace diurna {
namespace {

Token WithRelation(Dep dep) {
  Token token;
  token.dep = dep;
  return token;
}

// The relations for which a question is answered with yes, in the order of the enumeration.
std::string Relations(bool (*question)(const Token&)) {
  std::string out;
  for (int dep = 0; dep <= static_cast<int>(Dep::kXcomp); ++dep) {
    if (!question(WithRelation(static_cast<Dep>(dep)))) continue;
    if (!out.empty()) out += ' ';
    out += Name(static_cast<Dep>(dep));
  }
  return out;
}

TEST(Relation, Arguments) {
  EXPECT_EQ(Relations(IsSubject), "nsubj nsubjpass");
  EXPECT_EQ(Relations(IsExpletiveSubject), "expl");
  EXPECT_EQ(Relations(IsClausalSubject), "csubj csubjpass");
  EXPECT_EQ(Relations(IsCoreArgument), "dobj nsubj nsubjpass");
  EXPECT_EQ(Relations(IsNounBehindVerb), "attr dobj oprd");
  EXPECT_EQ(Relations(IsAscribed), "acomp oprd");
  EXPECT_EQ(Relations(IsCopulaComplement), "acomp advcl advmod attr ccomp oprd prt xcomp");
}

TEST(Relation, Modifiers) {
  EXPECT_EQ(Relations(IsModifier), "amod compound nmod");
  EXPECT_EQ(Relations(IsModifierOrPossessor), "amod compound nmod poss");
  EXPECT_EQ(Relations(IsNounModifier), "compound nmod");
  EXPECT_EQ(Relations(IsNumericModifier), "nummod");
  EXPECT_EQ(Relations(IsCount), "nummod quantmod");
}

TEST(Relation, Clauses) {
  EXPECT_EQ(Relations(IsClausalComplement), "ccomp");
  EXPECT_EQ(Relations(IsOpenComplement), "xcomp");
  EXPECT_EQ(Relations(IsAdnominalClause), "acl relcl");
  EXPECT_EQ(Relations(IsAttributive), "acl amod relcl");
  EXPECT_EQ(Relations(IsAuxiliaryOfVerb), "aux auxpass");
  EXPECT_EQ(
      Relations(IsInOwnClause),
      "acomp advmod agent amod attr aux auxpass compound dative det dobj expl neg npadvmod nsubj nsubjpass nummod "
      "oprd poss prep prt xcomp");
}

// The tags of the list for which a question is answered with yes.
std::string Tags(bool (*question)(const Token&)) {
  std::string out;
  for (const std::string_view tag : {"CD",   "IN", "JJ", "JJS", "MD",  "NN",  "NNP", "NNPS", "NNS", "POS", "PRP",
                                     "PRP$", "TO", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ",  "WDT", "WP",  "WP$"}) {
    Token token;
    token.tag = tag;
    if (!question(token)) continue;
    if (!out.empty()) out += ' ';
    out += tag;
  }
  return out;
}

TEST(Word, Forms) {
  EXPECT_EQ(Tags(IsBaseForm), "VB");
  EXPECT_EQ(Tags(IsPastForm), "VBD VBN");
  EXPECT_EQ(Tags(IsPresentTense), "VBP VBZ");
  EXPECT_EQ(Tags(IsTensed), "VBD VBP VBZ");
  EXPECT_EQ(Tags(HasVerbForm), "VB VBD VBG VBN VBP VBZ");
  EXPECT_EQ(Tags(IsPlural), "NNPS NNS");
  EXPECT_EQ(Tags(IsPossessivePronoun), "PRP$");
  EXPECT_EQ(Tags(IsPrepositionOrMarker), "IN TO");
}

TEST(Word, Nominals) {
  std::string out;
  for (int pos = 0; pos <= static_cast<int>(Pos::kSpace); ++pos) {
    Token token;
    token.pos = static_cast<Pos>(pos);
    if (IsNominal(token)) out.append(Name(token.pos)).append(" ");
  }
  EXPECT_EQ(out, "ADJ DET NOUN NUM PRON PROPN ");
}

}  // namespace
}  // namespace diurna
