#include "language/parse_output.h"

#include <gtest/gtest.h>

namespace diurna {
namespace {

// "Zoë left\tOslo": three words and a white space token, in two sentences for the test's sake.
Analysis Example(const std::string& text) {
  Analysis::Builder builder(text);
  const auto add = [&](uint32_t begin, uint32_t end, const char* tag, Pos pos, const char* label, uint32_t head) {
    Token token;
    token.span = {begin, end};
    token.text = token.span.In(text);
    token.lemma = token.text;
    token.tag = tag;
    token.pos = pos;
    token.label = label;
    token.head = head;
    token.space_after = end < text.size() && text[end] == ' ';
    builder.tokens().push_back(token);
  };
  add(0, 4, "NNP", Pos::kPropn, "nsubj", 1);
  add(5, 9, "VBD", Pos::kVerb, "ROOT", 1);
  add(9, 10, "_SP", Pos::kSpace, "dep", 1);
  add(10, 14, "NNP", Pos::kPropn, "ROOT", 3);
  builder.tokens()[1].morph = "Tense=Past|VerbForm=Fin";
  builder.sentences() = {{0, 3}, {3, 4}};
  builder.entities() = {{0, 1, EntityType::kPerson}, {3, 4, EntityType::kGpe}};
  return builder.Finish();
}

TEST(ParseOutput, JsonCountsCodePoints) {
  const std::string text = "Zoë left\tOslo";
  EXPECT_EQ(
      ToJson(Example(text), "a \"b\""),
      R"({"id": "a \"b\"", "text": "Zoë left\tOslo", "ents": [{"start": 0, "end": 3, "label": "PERSON"}, )"
      R"({"start": 9, "end": 13, "label": "GPE"}], "sents": [{"start": 0, "end": 9}, {"start": 9, "end": 13}], "tokens": [)"
      R"({"id": 0, "start": 0, "end": 3, "tag": "NNP", "pos": "PROPN", "morph": "", "lemma": "Zoë", "dep": "nsubj", "head": 1}, )"
      R"({"id": 1, "start": 4, "end": 8, "tag": "VBD", "pos": "VERB", "morph": "Tense=Past|VerbForm=Fin", "lemma": "left", )"
      R"("dep": "ROOT", "head": 1}, )"
      R"({"id": 2, "start": 8, "end": 9, "tag": "_SP", "pos": "SPACE", "morph": "", "lemma": "\t", "dep": "dep", "head": 1}, )"
      R"({"id": 3, "start": 9, "end": 13, "tag": "NNP", "pos": "PROPN", "morph": "", "lemma": "Oslo", "dep": "ROOT", "head": 3}]})");
}

TEST(ParseOutput, JsonOfNothing) {
  EXPECT_EQ(ToJson(Analysis::Builder("").Finish(), ""), R"({"text": "", "ents": [], "sents": [], "tokens": []})");
}

TEST(ParseOutput, ConlluHasAColumnForEachFieldAndABlockForEachSentence) {
  const std::string text = "Zoë left\tOslo";
  EXPECT_EQ(ToConllu(Example(text), "r1"),
            "# newdoc id = r1\n# sent_id = 1\n# text = Zoë left \n"
            "1\tZoë\tZoë\tPROPN\tNNP\t_\t2\tnsubj\t_\tstart_char=0|end_char=3|NER=B-PERSON\n"
            "2\tleft\tleft\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No|start_char=4|end_char=8\n"
            "3\t\\t\t\\t\tSPACE\t_SP\t_\t2\tdep\t_\tSpaceAfter=No|start_char=8|end_char=9\n\n"
            "# sent_id = 2\n# text = Oslo\n"
            "1\tOslo\tOslo\tPROPN\tNNP\t_\t0\troot\t_\tSpaceAfter=No|start_char=9|end_char=13|NER=B-GPE\n\n");
  EXPECT_EQ(ToConllu(Analysis::Builder("").Finish(), "r1"), "");
}

}  // namespace
}  // namespace diurna
