// Sentences that never end: what they cost must grow with their length and no faster. The trees are made by hand, of
// the shapes that a parser gives to such text.

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "proposition/propositions.h"

namespace diurna {
namespace {

struct Word {
  std::string_view text;
  Pos pos;
  std::string_view tag;
  Dep dep;
};

// `count` times the pattern in one sentence, whose first word is the root. `head` gives the head of every other word,
// from its index and its index within the pattern.
struct Endless {
  Endless(const std::vector<Word>& pattern, uint32_t count, const std::function<uint32_t(uint32_t, uint32_t)>& head) {
    for (uint32_t k = 0; k < count; ++k) {
      for (const Word& word : pattern) document.text.append(word.text).append(" ");
    }
    Analysis::Builder builder(document.text);
    uint32_t at = 0;
    for (uint32_t k = 0; k < count; ++k) {
      for (uint32_t w = 0; w < pattern.size(); ++w) {
        const Word& word = pattern[w];
        const auto i = static_cast<uint32_t>(builder.tokens().size());
        Token token;
        token.span = {at, at + static_cast<uint32_t>(word.text.size())};
        token.text = token.lower = token.norm = token.lemma = word.text;
        token.tag = word.tag;
        token.pos = word.pos;
        token.dep = i == 0 ? Dep::kRoot : word.dep;
        token.head = i == 0 ? 0 : head(i, w);
        token.space_after = true;
        at = token.span.end + 1;
        builder.tokens().push_back(token);
      }
    }
    builder.sentences().push_back({0, static_cast<uint32_t>(builder.tokens().size())});
    document.paragraphs.push_back({0, static_cast<uint32_t>(document.text.size())});
    analysis = builder.Finish();
    mentions.actor_of.assign(analysis.size(), std::nullopt);
    mentions.antecedent.assign(analysis.size(), std::nullopt);
    mentions.time_of.assign(analysis.size(), std::nullopt);
    mentions.place_of.assign(analysis.size(), std::nullopt);
    mentions.number_of.assign(analysis.size(), std::nullopt);
  }

  Document document;
  Analysis analysis;
  Mentions mentions;
};

class EndlessTest : public testing::Test {
 protected:
  static const PropositionExtractor& Extractor() {
    static const PropositionExtractor extractor = [] {
      Result<Lexicon> lexicon = Lexicon::BuiltIn();
      Result<PropositionExtractor> made = PropositionExtractor::Make(*lexicon);
      return std::move(*made);
    }();
    return extractor;
  }

  // Seconds of this thread to extract once, the least of several runs.
  static double Cost(const Endless& text) {
    double least = std::numeric_limits<double>::max();
    for (int run = 0; run < 3; ++run) {
      Mentions mentions = text.mentions;
      timespec begin{}, end{};
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin);
      const Propositions found = Extractor().Extract(text.document, text.analysis, &mentions);
      for (uint32_t i = 0; i < text.analysis.size(); i += 7) {
        SourcesOf(found, text.analysis, text.analysis[i].span);
      }
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
      const double seconds =
          static_cast<double>(end.tv_sec - begin.tv_sec) + 1e-9 * static_cast<double>(end.tv_nsec - begin.tv_nsec);
      least = std::min(least, seconds);
    }
    return least;
  }

  // Eight times the text may cost eight times as much and a little more; were it quadratic it would be 64 times.
  static void ExpectLinear(const std::vector<Word>& pattern, const std::function<uint32_t(uint32_t, uint32_t)>& head) {
    constexpr uint32_t kWords = 4000;
    constexpr double kMost = 24;
    const auto count = kWords / static_cast<uint32_t>(pattern.size());
    const double small = Cost(Endless(pattern, count, head));
    const double large = Cost(Endless(pattern, 8 * count, head));
    EXPECT_LT(large, kMost * small) << small << " s, then " << large << " s";
  }
};

TEST_F(EndlessTest, VerbsThatHangOnOneAnother) {
  const std::vector<Word> pattern = {{"killed", Pos::kVerb, "VBN", Dep::kConj}};
  ExpectLinear(pattern, [](uint32_t i, uint32_t) { return i - 1; });
}

TEST_F(EndlessTest, VerbsThatAllHangOnTheFirst) {
  for (const Dep dep : {Dep::kConj, Dep::kAdvcl, Dep::kCcomp, Dep::kXcomp, Dep::kParataxis}) {
    const std::vector<Word> pattern = {{"killed", Pos::kVerb, "VBD", dep}};
    ExpectLinear(pattern, [](uint32_t, uint32_t) { return 0u; });
  }
}

TEST_F(EndlessTest, ClausesOfSpeechInOneAnother) {
  const std::vector<Word> pattern = {{"police", Pos::kNoun, "NNS", Dep::kNsubj},
                                     {"said", Pos::kVerb, "VBD", Dep::kCcomp}};
  ExpectLinear(pattern, [](uint32_t i, uint32_t w) { return w == 0 ? i + 1 : i < 2 ? 0 : i - 2; });
}

TEST_F(EndlessTest, QuotationsBesideVerbsOfSpeech) {
  const std::vector<Word> pattern = {{"\"", Pos::kPunct, "``", Dep::kPunct}, {"closed", Pos::kVerb, "VBD", Dep::kCcomp},
                                     {"\"", Pos::kPunct, "''", Dep::kPunct}, {",", Pos::kPunct, ",", Dep::kPunct},
                                     {"he", Pos::kPron, "PRP", Dep::kNsubj}, {"said", Pos::kVerb, "VBD", Dep::kConj}};
  ExpectLinear(pattern, [](uint32_t i, uint32_t w) {
    constexpr uint32_t kHeads[] = {1, 5, 1, 5, 5, 0};
    return w == 5 ? (i < 6 ? 0 : i - 6) : i - w + kHeads[w];
  });
}

TEST_F(EndlessTest, NounsOfOneEnumerationAsSubjectsOfMany) {
  const std::vector<Word> pattern = {{"strike", Pos::kNoun, "NN", Dep::kConj},
                                     {"closed", Pos::kVerb, "VBD", Dep::kConj}};
  ExpectLinear(pattern, [](uint32_t i, uint32_t w) { return w == 0 ? (i < 2 ? 1 : i - 2) : i < 2 ? 0 : i - 2; });
}

TEST_F(EndlessTest, PhrasesOfOneVerb) {
  const std::vector<Word> pattern = {{"in", Pos::kAdp, "IN", Dep::kPrep}, {"towns", Pos::kNoun, "NNS", Dep::kPobj}};
  ExpectLinear(pattern, [](uint32_t i, uint32_t w) { return w == 0 ? 0u : i - 1; });
  ExpectLinear(pattern, [](uint32_t i, uint32_t) { return i - 1; });
}

}  // namespace
}  // namespace diurna
