#include "language/language.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "language/reference_data.h"
#include "support/allocations.h"

namespace diurna {
namespace {

const Language& Model() {
  static const Result<Language> language = Language::Open(DIURNA_DATA_DIR "/english.model");
  if (!language.ok()) {
    std::cerr << language.status().message() << '\n';
    std::abort();
  }
  return *language;
}

// tag, part of speech, morphology, label, lemma, head, sentence start, name: the columns of readings.tsv from the
// third.
std::vector<std::string> Row(const Analysis& analysis, uint32_t i) {
  const Token& token = analysis[i];
  std::string name = "-";
  if (token.entity) {
    const Entity& entity = analysis.entities()[*token.entity];
    name = (entity.begin == i ? "B-" : "I-") + std::string(Name(entity.type));
  }
  return {std::string(token.tag),
          std::string(Name(token.pos)),
          std::string(token.morph),
          std::string(token.label),
          std::string(token.lemma),
          std::to_string(token.head),
          analysis.sentences()[token.sentence].begin == i ? "1" : "0",
          name};
}

void ExpectSame(const ReferenceText& reference, const Analysis& analysis) {
  SCOPED_TRACE(reference.text);
  ASSERT_EQ(analysis.size(), reference.tokens.size());
  for (uint32_t i = 0; i < analysis.size(); ++i) {
    const std::vector<std::string>& row = reference.tokens[i];
    EXPECT_EQ(Row(analysis, i), std::vector<std::string>(row.begin() + 2, row.end())) << analysis[i].text;
  }
}

TEST(Language, AgreesWithTheReferenceFromTextToNames) {
  Language::Workspace workspace;
  for (int round = 0; round < 2; ++round) {
    for (const ReferenceText& reference : ReadTexts("readings.tsv")) {
      ExpectSame(reference, Model().Analyze(reference.text, workspace, reference.breaks));
    }
  }
}

TEST(Language, ThreadsWithWorkspacesOfTheirOwnReadTheSame) {
  const std::vector<ReferenceText> texts = ReadTexts("readings.tsv");
  std::vector<std::thread> threads;
  threads.reserve(3);
  for (size_t t = 0; t < 3; ++t) {
    threads.emplace_back([&texts, t] {
      Language::Workspace workspace;
      for (size_t i = 0; i < texts.size(); ++i) {
        const ReferenceText& reference = texts[(i + t * 7) % texts.size()];
        ExpectSame(reference, Model().Analyze(reference.text, workspace, reference.breaks));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST(Language, BreaksStartSentences) {
  const std::string_view text = "Port closed\nThree ships wait outside";
  Language::Workspace workspace;
  const uint32_t start = static_cast<uint32_t>(text.find("Three"));
  const std::vector<uint32_t> breaks = {0, start};
  const Analysis analysis = Model().Analyze(text, workspace, breaks);
  const uint32_t token = analysis.TokenAt(start);
  EXPECT_EQ(analysis.sentences()[analysis[token].sentence].begin, token);
  EXPECT_NE(analysis[0].sentence, analysis[token].sentence);
  // Offsets inside of a token and past the end are no trouble.
  const std::vector<uint32_t> odd = {2, 13, 14, 1000};
  EXPECT_EQ(Model().Analyze(text, workspace, odd).size(), analysis.size());
}

TEST(Language, ViewsOutliveTheWorkspace) {
  const std::string text = "The Ministers of several CITIES weren't Reachable; Wolves glorped.";
  Analysis analysis;
  {
    Language::Workspace workspace;
    analysis = Model().Analyze(text, workspace);
    const Analysis another = Model().Analyze("Something Else ENTIRELY was Written Here.", workspace);
    EXPECT_GT(another.size(), 5U);
  }
  std::string lower;
  std::string lemmas;
  for (const Token& token : analysis.tokens()) {
    lower.append(token.lower).push_back(' ');
    lemmas.append(token.lemma).push_back(' ');
  }
  EXPECT_EQ(lower, "the ministers of several cities were n't reachable ; wolves glorped . ");
  EXPECT_EQ(lemmas.substr(0, lemmas.find(" ;")), "the Ministers of several city be not reachable");
}

TEST(Language, EmptyAndWhiteTexts) {
  const Analysis empty = Model().Analyze("");
  EXPECT_EQ(empty.size(), 0U);
  EXPECT_TRUE(empty.sentences().empty());
  const Analysis white = Model().Analyze(" \n\n\t ");
  ASSERT_EQ(white.size(), 1U);
  EXPECT_EQ(white[0].pos, Pos::kSpace);
  EXPECT_EQ(white[0].label, "dep");
}

TEST(Language, TokensOfTheTextPointIntoIt) {
  const std::string text = "On Friday the Karesh bridge, 1.2km long, was re-opened.\r\n";
  const Analysis analysis = Model().Analyze(text);
  for (const Token& token : analysis.tokens()) {
    EXPECT_EQ(token.text.data(), text.data() + token.span.begin);
    EXPECT_EQ(token.text.size(), token.span.size());
  }
}

// After the first texts, what is allocated is the analysis itself: a number of blocks that does not grow with the text.
TEST(Language, AllocatesNothingPerTokenAfterWarmUp) {
  std::string text;
  for (const ReferenceText& reference : ReadTexts("readings.tsv")) text += reference.text + "\n";
  std::string twice = text + text + text + text;
  Language::Workspace workspace;
  uint32_t tokens = Model().Analyze(twice, workspace).size();
  tokens = Model().Analyze(twice, workspace).size();
  const uint64_t before = Allocations();
  EXPECT_EQ(Model().Analyze(twice, workspace).size(), tokens);
  EXPECT_LT(Allocations() - before, 40U) << tokens << " tokens";
}

TEST(Language, SaysWhatIsWrongWithAModelFile) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "diurna_language_test";
  std::filesystem::create_directories(folder);
  const std::string missing = (folder / "none.model").string();
  EXPECT_NE(Language::Open(missing).status().message().find(missing), std::string::npos);
  const std::string hollow = (folder / "hollow.model").string();
  std::ofstream(hollow, std::ios::binary) << FlatFileWriter("english", 1).Finish();
  const Result<Language> language = Language::Open(hollow);
  ASSERT_FALSE(language.ok());
  EXPECT_NE(language.status().message().find(hollow), std::string::npos);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace diurna
