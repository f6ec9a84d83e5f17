// Reads data/propositions.txt: reports and the propositions, attributions and sources that they hold.
//
// A block is a text, each of its lines behind "> ", then what is expected of it, one thing a line:
//   cut_off agent=army theme=telephones in=capital     a proposition: predicate, then what fills its roles
//   no cut_off                                         no proposition of that predicate
//   @say by=ministry to=reporters "flights resume"     an attribution: act, speaker (pronouns resolved), content
//   source "flights resume" ministry > officials       who says what stands there, outermost first
// Several heads of a role are joined by "+". Roles of agents, themes and recipients that are not named must be empty,
// obliques may be there; further words are a modality (happened where there is none), a form, "not" for negation, and
// of attributions "clause" and "quoted". A line that starts with # is a comment.

#include "proposition/propositions.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "language/language.h"
#include "lexicon/lexicon.h"

namespace diurna {
namespace {

struct Block {
  int line = 0;
  std::string text;
  std::vector<std::pair<int, std::string>> expected;
};

std::vector<Block> ReadBlocks(const std::string& path) {
  std::vector<Block> blocks;
  std::ifstream file(path);
  bool in_text = false;
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    if (line.rfind("> ", 0) == 0) {
      if (!in_text) blocks.push_back({number, "", {}});
      in_text = true;
      blocks.back().text.append(blocks.back().text.empty() ? "" : "\n").append(line, 2);
    } else if (!blocks.empty()) {
      in_text = false;
      blocks.back().expected.emplace_back(number, line);
    }
  }
  return blocks;
}

// Words of a line, where "..." is one.
std::vector<std::string> Words(const std::string& line) {
  std::vector<std::string> words;
  for (size_t at = 0; at < line.size();) {
    if (line[at] == ' ') {
      ++at;
      continue;
    }
    if (line[at] == '"') {
      const size_t end = std::min(line.rfind('"'), line.size());
      words.push_back(line.substr(at, end - at));
      at = end + 1;
      continue;
    }
    const size_t end = std::min(line.find(' ', at), line.size());
    words.push_back(line.substr(at, end - at));
    at = end;
  }
  return words;
}

class PropositionsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Result<Language> language = Language::Open(DIURNA_DATA_DIR "/english.model");
    ASSERT_TRUE(language.ok()) << language.status().message();
    language_ = new Language(std::move(*language));
    workspace_ = new Language::Workspace;
    Result<Lexicon> lexicon = Lexicon::BuiltIn();
    ASSERT_TRUE(lexicon.ok()) << lexicon.status().message();
    Result<PropositionExtractor> extractor = PropositionExtractor::Make(*lexicon);
    ASSERT_TRUE(extractor.ok()) << extractor.status().message();
    extractor_ = new PropositionExtractor(std::move(*extractor));
  }
  static void TearDownTestSuite() {
    delete extractor_;
    delete workspace_;
    delete language_;
  }

  static Language* language_;
  static Language::Workspace* workspace_;
  static PropositionExtractor* extractor_;
};
Language* PropositionsTest::language_ = nullptr;
Language::Workspace* PropositionsTest::workspace_ = nullptr;
PropositionExtractor* PropositionsTest::extractor_ = nullptr;

// One report, read.
class Read {
 public:
  Read(const std::string& text, const Language& language, Language::Workspace& workspace,
       const PropositionExtractor& extractor) {
    document_.text = text;
    std::vector<uint32_t> breaks;
    for (size_t at = 0; at < text.size();) {
      const size_t end = std::min(text.find('\n', at), text.size());
      document_.paragraphs.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
      breaks.push_back(static_cast<uint32_t>(at));
      at = end + 1;
    }
    analysis_ = language.Analyze(document_.text, workspace, breaks);
    mentions_.antecedent.assign(analysis_.size(), std::nullopt);
    propositions_ = extractor.Extract(document_, analysis_, &mentions_);
  }

  bool Holds(const std::string& line) const {
    const std::vector<std::string> words = Words(line);
    if (words[0] == "no") return !Any([&](const Proposition& p) { return p.predicate == words[1]; });
    if (words[0] == "source") return SourceHolds(words);
    if (words[0][0] == '@') {
      for (const Attribution& attribution : propositions_.attributions) {
        if (Describe(attribution, words) == Sorted(words)) return true;
      }
      return false;
    }
    return Any([&](const Proposition& p) { return Describe(p, words) == Sorted(words); });
  }

  std::string Found() const {
    std::string out;
    for (const Proposition& p : propositions_.items) {
      out += "  ";
      for (const std::string& word : Describe(p, {})) out += word + " ";
      for (const Oblique& o : p.obliques) out += std::string(Marker(o)) + "=" + Text(o.token) + " ";
      out += '\n';
    }
    for (const Attribution& x : propositions_.attributions) {
      out += "  ";
      for (const std::string& word : Describe(x, {})) out += word + " ";
      out += '\n';
    }
    return out;
  }

 private:
  static std::vector<std::string> Sorted(std::vector<std::string> words) {
    std::sort(words.begin() + 1, words.end());
    return words;
  }
  template <typename Test>
  bool Any(const Test& test) const {
    return std::any_of(propositions_.items.begin(), propositions_.items.end(), test);
  }
  std::string Text(uint32_t token) const { return std::string(analysis_[token].text); }
  std::string Joined(const std::vector<uint32_t>& tokens) const {
    std::string out;
    for (const uint32_t token : tokens) out += std::string(out.empty() ? "" : "+") + Text(token);
    return out;
  }

  // As an expectation is written; of obliques and form what `asked` asks for.
  std::vector<std::string> Describe(const Proposition& p, const std::vector<std::string>& asked) const {
    std::vector<std::string> out = {p.predicate};
    if (!p.agents.empty()) out.push_back("agent=" + Joined(p.agents));
    if (!p.themes.empty()) out.push_back("theme=" + Joined(p.themes));
    if (!p.recipients.empty()) out.push_back("recipient=" + Joined(p.recipients));
    if (p.negated) out.emplace_back("not");
    if (p.modality != Modality::kHappened) out.emplace_back(Name(p.modality));
    for (const std::string& word : asked) {
      if (word == Name(p.form)) out.push_back(word);
      const size_t equals = word.find('=');
      if (equals == std::string::npos) continue;
      std::vector<uint32_t> objects;
      for (const Oblique& oblique : p.obliques) {
        if (Marker(oblique) == word.substr(0, equals)) objects.push_back(oblique.token);
      }
      if (!objects.empty()) out.push_back(word.substr(0, equals) + "=" + Joined(objects));
    }
    return Sorted(out);
  }

  std::vector<std::string> Describe(const Attribution& x, const std::vector<std::string>&) const {
    std::vector<std::string> out = {std::string("@").append(Name(x.act))};
    if (x.speaker) out.push_back("by=" + Text(Resolve(mentions_, *x.speaker)));
    if (x.addressee) out.push_back("to=" + Text(*x.addressee));
    if (!x.content.empty()) out.push_back(std::string("\"").append(x.content.In(document_.text)));
    if (x.clause) out.emplace_back("clause");
    if (x.quoted) out.emplace_back("quoted");
    return Sorted(out);
  }

  bool SourceHolds(const std::vector<std::string>& words) const {
    const std::string evidence = words[1].substr(1);
    const size_t at = document_.text.find(evidence);
    if (at == std::string::npos) return false;
    const Span span{static_cast<uint32_t>(at), static_cast<uint32_t>(at + evidence.size())};
    std::string chain;
    for (const uint32_t k : SourcesOf(propositions_, analysis_, span)) {
      const OptionalIndex speaker = propositions_.attributions[k].speaker;
      chain += std::string(chain.empty() ? "" : " > ") + Text(Resolve(mentions_, *speaker));
    }
    std::string wanted;
    for (size_t i = 2; i < words.size(); ++i) wanted += std::string(i > 2 ? " " : "") + words[i];
    return chain == wanted;
  }

  Document document_;
  Analysis analysis_;
  Mentions mentions_;
  Propositions propositions_;
};

TEST_F(PropositionsTest, AsWrittenInTheData) {
  const std::vector<Block> blocks = ReadBlocks(DIURNA_SOURCE_DIR "/tests/proposition/data/propositions.txt");
  ASSERT_GT(blocks.size(), 100u);
  for (const Block& block : blocks) {
    ASSERT_FALSE(block.expected.empty()) << "propositions.txt:" << block.line << ": nothing is expected";
    const Read read(block.text, *language_, *workspace_, *extractor_);
    for (const auto& [line, expected] : block.expected) {
      EXPECT_TRUE(read.Holds(expected)) << "propositions.txt:" << line << ": " << block.text << "\n  wanted "
                                        << expected << "\n"
                                        << read.Found();
    }
  }
}

TEST_F(PropositionsTest, OddTextsAreReadWithoutHarm) {
  for (const char* text : {"", " ", "\n\n", "\"", "said", "said said said.", "According to", "by by by of of", "….",
                           "“”", "He said \"", "of of of said that that", "Said, said, said, \"said\""}) {
    const Read read(text, *language_, *workspace_, *extractor_);
    EXPECT_FALSE(read.Holds("cut_off agent=army"));
  }
}

TEST_F(PropositionsTest, RolesAreFoundFromTheirTokens) {
  Document document;
  document.text = "Hundreds of homes were destroyed by the flood.";
  const Analysis analysis = language_->Analyze(document.text);
  Mentions mentions;
  const Propositions propositions = extractor_->Extract(document, analysis, &mentions);
  const auto roles = propositions.RolesOf(2);  // homes
  ASSERT_EQ(roles.size(), 1u);
  EXPECT_EQ(roles[0].role, RoleOf::kTheme);
  EXPECT_EQ(propositions.items[roles[0].proposition].predicate, "destroy");
  EXPECT_EQ(propositions.counts[0], OptionalIndex(2U));
  EXPECT_TRUE(propositions.RolesOf(8).empty());
}

}  // namespace
}  // namespace diurna
