#include "language/attribute_ruler.h"

#include <gtest/gtest.h>

#include "language/reference_data.h"

namespace diurna {
namespace {

TEST(AttributeRuler, AgreesWithTheReference) {
  const Tables& tables = ModelTables();
  Tokenizer::Workspace workspace;
  std::vector<TextToken> tokens;
  size_t checked = 0;
  for (const ReferenceText& reference : ReadTexts("readings.tsv")) {
    SCOPED_TRACE(reference.text);
    tables.tokenizer.Run(reference.text, workspace, tokens);
    ASSERT_EQ(tokens.size(), reference.tokens.size());
    std::vector<RulerToken> ruler_tokens;
    for (size_t i = 0; i < tokens.size(); ++i) {
      const Lexeme& lexeme = workspace.lexemes[tokens[i].lexeme];
      ruler_tokens.push_back({tables.ruler.Value(reference.tokens[i][0]), lexeme.lower_value,
                              tables.ruler.Value(reference.tokens[i][1]), lexeme.is_space});
    }
    for (size_t i = 0; i < tokens.size(); ++i) {
      const std::vector<std::string>& row = reference.tokens[i];
      const uint16_t context = tables.ruler.Context(ruler_tokens, i);
      EXPECT_TRUE(context == 0 || tables.ruler.HasContext(ruler_tokens[i].lower));
      const RulerOutcome outcome = tables.ruler.Apply(ruler_tokens[i], context);
      const Lexeme& lexeme = workspace.lexemes[tokens[i].lexeme];
      EXPECT_EQ(outcome.tag.empty() ? row[0] : outcome.tag, row[2]) << lexeme.text;
      EXPECT_EQ(Name(outcome.pos), row[3]) << lexeme.text;
      EXPECT_EQ(outcome.morph, row[4]) << lexeme.text;
      EXPECT_EQ(outcome.dep.empty() ? row[1] : outcome.dep, row[5]) << lexeme.text;
      std::string scratch;
      const std::string_view lemma =
          outcome.lemma.empty()
              ? tables.lemmatizer.Lemma(lexeme.text, lexeme.lower, outcome.pos, outcome.morph, &scratch)
              : outcome.lemma;
      EXPECT_EQ(lemma, row[6]) << lexeme.text;
      ++checked;
    }
  }
  EXPECT_GT(checked, 300U);
}

TEST(AttributeRuler, ReadsTwoTokensWhereARuleNamesTwo) {
  const AttributeRuler& ruler = ModelTables().ruler;
  const RulerToken gon{ruler.Value("VBG"), ruler.Value("gon"), ruler.Value("ROOT"), false};
  const RulerToken na{ruler.Value("TO"), ruler.Value("na"), ruler.Value("aux"), false};
  const std::vector<RulerToken> both = {gon, na};
  EXPECT_EQ(ruler.Apply(both[0], ruler.Context(both, 0)).lemma, "go");
  EXPECT_EQ(ruler.Apply(both[1], ruler.Context(both, 1)).lemma, "to");
  const std::vector<RulerToken> turned = {na, gon};
  EXPECT_EQ(ruler.Context(turned, 0), 0);
  EXPECT_EQ(ruler.Context(turned, 1), 0);
  EXPECT_EQ(ruler.Apply(gon, 0).lemma, "");
}

TEST(AttributeRuler, KnowsNoValueThatNoRuleNames) { EXPECT_EQ(ModelTables().ruler.Value("Karaganda"), 0U); }

}  // namespace
}  // namespace diurna
