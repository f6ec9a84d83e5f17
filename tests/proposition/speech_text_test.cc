#include "proposition/speech_text.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "lexicon/lexicon.h"
#include "support/small_tree.h"

namespace diurna {
namespace {

// A sentence with everything that SpeechText asks for.
class SpeechTextTest : public testing::Test {
 protected:
  static const Cues& BuiltInCues() {
    static const Cues cues = [] {
      Result<Lexicon> lexicon = Lexicon::BuiltIn();
      return std::move(*Cues::Make(*lexicon));
    }();
    return cues;
  }

  void Make(const SmallTree& tree) {
    document_.text = std::string(tree->text());
    document_.paragraphs = {{0, static_cast<uint32_t>(document_.text.size())}};
    mentions_.antecedent.assign(tree->size(), std::nullopt);
    extraction_ = std::make_unique<Extraction>(BuiltInCues(), document_, *tree, &mentions_);
    extraction_->out.quotations = FindQuotations(document_);
    text_ = std::make_unique<SpeechText>(*extraction_);
  }
  Span At(std::string_view words) const {
    const auto begin = static_cast<uint32_t>(document_.text.find(words));
    return {begin, begin + static_cast<uint32_t>(words.size())};
  }
  std::string_view In(Span span) const { return span.In(document_.text); }

  Document document_;
  Mentions mentions_;
  std::unique_ptr<Extraction> extraction_;
  std::unique_ptr<SpeechText> text_;
};

TEST_F(SpeechTextTest, StretchesBetweenSemicolons) {
  const SmallTree tree({"Two NUM CD nsubj 1", "died VERB VBD ROOT 1", "; PUNCT : punct 1", "shops NOUN NNS nsubj 4",
                        "closed VERB VBD conj 1", ". PUNCT . punct 1"});
  Make(tree);
  const auto words = [&](uint32_t token) {
    const TokenRange segment = text_->Segment(token);
    return tree.Words(segment.begin, segment.end);
  };
  EXPECT_EQ(words(tree["died"]), "Two died");
  EXPECT_EQ(words(tree["closed"]), "shops closed .");
  EXPECT_TRUE(text_->HasVerbBehind(tree["died"]));
  EXPECT_FALSE(text_->HasVerbBehind(tree["closed"]));
}

TEST_F(SpeechTextTest, TrimsMarksAndThat) {
  const SmallTree tree({"said VERB VBD ROOT 0", ", PUNCT , punct 0", "that SCONJ IN mark 4", "roads NOUN NNS nsubj 4",
                        "closed VERB VBD ccomp 0", ". PUNCT . punct 0"});
  Make(tree);
  EXPECT_EQ(In(text_->Trimmed(1, 5)), "roads closed");
  EXPECT_EQ(In(text_->SentenceSpan(tree["roads"])), "said , that roads closed");
}

TEST_F(SpeechTextTest, Quotations) {
  const SmallTree tree({"\" PUNCT `` punct 1", "Leave VERB VB ROOT 1", "now ADV RB advmod 1", "\" PUNCT '' punct 1",
                        ", PUNCT , punct 1", "said VERB VBD conj 1", "\" PUNCT `` punct 7", "Blue PROPN NNP nsubj 5",
                        "\" PUNCT '' punct 7"});
  Make(tree);
  ASSERT_EQ(text_->quotations().size(), 2u);
  EXPECT_TRUE(text_->HasVerb(0));
  EXPECT_FALSE(text_->HasVerb(1));
  EXPECT_EQ(text_->QuotationAt(tree->SpanOf(1, 1).begin), 0u);
  EXPECT_EQ(text_->QuotationAt(tree->SpanOf(5, 5).begin), std::nullopt);
  EXPECT_EQ(text_->QuotationAt(tree->SpanOf(7, 7).begin), 1u);
  EXPECT_EQ(text_->FirstQuotationIn(At("said")), 1u);
}

TEST_F(SpeechTextTest, HalfOfItQuoted) {
  const SmallTree tree({"He PRON PRP nsubj 1", "said VERB VBD ROOT 1", "\" PUNCT `` punct 3", "leave VERB VB ccomp 1",
                        "\" PUNCT '' punct 3", "and CCONJ CC cc 1", "\" PUNCT `` punct 7", "hide VERB VB conj 3",
                        "\" PUNCT '' punct 7", "from ADP IN prep 7", "everyone PRON NN pobj 9"});
  Make(tree);
  EXPECT_TRUE(text_->MostlyQuoted(At("\" leave \" and \" hide \"")));
  EXPECT_TRUE(text_->MostlyQuoted(At("leave")));
  EXPECT_TRUE(text_->MostlyQuoted(At("ve \" and")));
  EXPECT_FALSE(text_->MostlyQuoted(At("He said \" leave")));
  EXPECT_FALSE(text_->MostlyQuoted(At("from everyone")));
  EXPECT_FALSE(text_->MostlyQuoted({}));
}

TEST_F(SpeechTextTest, WithMarks) {
  const SmallTree tree({"\" PUNCT `` punct 1", "Leave VERB VB ROOT 1", "now ADV RB advmod 1", ". PUNCT . punct 1",
                        "\" PUNCT '' punct 1"});
  Make(tree);
  EXPECT_EQ(In(text_->WithMarks(At("Leave now"))), "\" Leave now . \"");
  EXPECT_EQ(In(text_->WithMarks(At("Leave"))), "\" Leave");
  EXPECT_TRUE(text_->WithMarks({}).empty());
}

}  // namespace
}  // namespace diurna
