// Reads the phrases of tests/times/phrases/*.txt through the whole engine up to the time finder.
//
// A line is a report of its own; "\n" in it is a line break. Each expression stands in brackets with what is expected:
//   On [the evening of the 4th|2022-01-04TEV start=2022-01-04T18:00 end=2022-01-05T00:00 granularity=part_of_day] ...
// value first, then what differs from the usual: mod and end empty, start the value where that is a plain date,
// granularity day, no `daily`, no range (`to=N`: ends with the Nth expression, counted from 0). A line "@DATE" sets the
// date of publication of the lines behind it, "@" alone leaves it unknown. Lines that start with # are comments.

#include "times/times.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include "language/language.h"
#include "lexicon/compiler.h"
#include "view/times.h"

namespace diurna {
namespace {

struct Expected {
  Span span;
  std::string value, mod, start, end, granularity = "day";
  bool daily = false;
  int to = -1;
};

struct Phrase {
  Document document;
  std::vector<Expected> times;
};

Phrase ParsePhrase(const std::string& line, const std::string& published) {
  Phrase phrase;
  std::string& text = phrase.document.text;
  phrase.document.published = published;
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '[') {
      const size_t bar = line.find('|', i);
      const size_t close = line.find(']', i);
      Expected expected;
      expected.span.begin = static_cast<uint32_t>(text.size());
      text += line.substr(i + 1, bar - i - 1);
      expected.span.end = static_cast<uint32_t>(text.size());
      std::istringstream fields(line.substr(bar + 1, close - bar - 1));
      fields >> expected.value;
      if (!expected.value.empty() && expected.value[0] >= '0' && expected.value[0] <= '9')
        expected.start = expected.value;
      for (std::string field; fields >> field;) {
        const size_t equals = field.find('=');
        const std::string key = field.substr(0, equals);
        const std::string value = equals == std::string::npos ? "" : field.substr(equals + 1);
        if (key == "mod") expected.mod = value;
        if (key == "start") expected.start = value;
        if (key == "end") expected.end = value;
        if (key == "granularity") expected.granularity = value;
        if (key == "daily") expected.daily = true;
        if (key == "to") expected.to = std::stoi(value);
      }
      phrase.times.push_back(expected);
      i = close;
    } else if (line.compare(i, 2, "\\n") == 0) {
      text += '\n';
      ++i;
    } else {
      text += line[i];
    }
  }
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) phrase.document.paragraphs.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    at = end + 1;
  }
  return phrase;
}

class Times : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Result<Lexicon> lexicon = Lexicon::BuiltIn();
    ASSERT_TRUE(lexicon.ok()) << lexicon.status().message();
    Result<TimeFinder> finder = TimeFinder::Make(*lexicon);
    ASSERT_TRUE(finder.ok()) << finder.status().message();
    finder_ = new TimeFinder(std::move(*finder));
    Result<Language> language = Language::Open(std::string(DIURNA_DATA_DIR) + "/english.model");
    ASSERT_TRUE(language.ok()) << language.status().message();
    language_ = new Language(std::move(*language));
  }
  static void TearDownTestSuite() {
    delete finder_;
    delete language_;
    finder_ = nullptr;
    language_ = nullptr;
  }
  void SetUp() override { ASSERT_TRUE(finder_ != nullptr && language_ != nullptr); }

  static std::vector<TimeMention> Find(const Document& document) {
    const Analysis analysis = language_->Analyze(document.text);
    return finder_->Find(document, analysis);
  }

  static TimeFinder* finder_;
  static Language* language_;
};

TimeFinder* Times::finder_ = nullptr;
Language* Times::language_ = nullptr;

TEST_F(Times, PhrasesHaveTheirValues) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(DIURNA_SOURCE_DIR) + "/tests/times/phrases")) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  int phrases = 0;
  for (const std::filesystem::path& path : files) {
    std::ifstream file(path);
    std::string published;
    int number = 0;
    for (std::string line; std::getline(file, line);) {
      ++number;
      if (line.empty() || line[0] == '#') continue;
      if (line[0] == '@') {
        published = line.substr(1);
        continue;
      }
      ++phrases;
      SCOPED_TRACE(fmt::format("{}:{}: {}", path.filename().string(), number, line));
      const Phrase phrase = ParsePhrase(line, published);
      const std::vector<TimeMention> found = Find(phrase.document);
      std::string listed;
      for (const TimeMention& time : found) listed += fmt::format("[{}] ", time.span.In(phrase.document.text));
      EXPECT_EQ(found.size(), phrase.times.size()) << listed;
      if (found.size() != phrase.times.size()) continue;
      for (size_t i = 0; i < found.size(); ++i) {
        const TimeMention& time = found[i];
        const Expected& expected = phrase.times[i];
        EXPECT_EQ(time.span.In(phrase.document.text), expected.span.In(phrase.document.text));
        EXPECT_EQ(time.value, expected.value);
        EXPECT_EQ(time.mod, expected.mod);
        EXPECT_EQ(time.start, expected.start);
        EXPECT_EQ(time.end, expected.end);
        if (!time.start.empty()) {
          // The contract's coarsest is a decade.
          EXPECT_EQ(time.granularity ? Name(*time.granularity) : "century", expected.granularity);
        }
        EXPECT_EQ(time.daily, expected.daily);
        EXPECT_EQ(time.range_end, expected.to);
      }
    }
  }
  EXPECT_GT(phrases, 250);
}

TEST_F(Times, SaysHowAWordBeforeBoundsATime) {
  const Phrase phrase = ParsePhrase(
      "The road has been shut since [Monday|x]. It will stay shut until [Friday|x] or be open by [noon|x]. "
      "As of [Tuesday|x] two lanes were open.",
      "2024-03-06");
  const std::vector<TimeMention> found = Find(phrase.document);
  ASSERT_EQ(found.size(), 4u);
  EXPECT_EQ(found[0].bound, TimeBound::kSince);
  EXPECT_EQ(found[1].bound, TimeBound::kUntil);
  EXPECT_EQ(found[2].bound, TimeBound::kBy);
  EXPECT_EQ(found[3].bound, TimeBound::kAsOf);
  EXPECT_TRUE(found[1].future);
  EXPECT_FALSE(found[0].future);
}

TEST_F(Times, BoundsReachOverThinWordsOnly) {
  const Phrase phrase = ParsePhrase(
      "The pool shuts until about [noon|x]. It opened shortly before [Monday|x]. Effective [Friday|x] it is free. "
      "Since the great storm of [Tuesday|x] it leaks.",
      "2024-03-06");
  const std::vector<TimeMention> found = Find(phrase.document);
  ASSERT_EQ(found.size(), 4u);
  EXPECT_EQ(found[0].bound, TimeBound::kUntil);
  EXPECT_EQ(found[1].bound, TimeBound::kNone);
  EXPECT_EQ(found[2].bound, TimeBound::kFrom);
  EXPECT_EQ(found[3].bound, TimeBound::kNone);
}

TEST_F(Times, TellsHistoriesFromNews) {
  // Months of a history belong to the year told last, those of a report to the year of publication.
  const std::string history =
      "In 1861 the valley rose. In March 1861 the fort fell. By late 1862 the rivers were closed, and in 1863 the "
      "coast "
      "was lost. In May the capital fell. From 1864 the army starved; in early 1865 it gave up. Peace was signed in "
      "1866, and by 1867 the last troops had left. The forts were razed in 1868 and the last prisoners freed in 1869.";
  const std::vector<TimeMention> told = Find(ParsePhrase(history, "2009-12-19").document);
  const auto may = [](const std::vector<TimeMention>& times, const std::string& text) {
    for (const TimeMention& time : times) {
      if (time.span.In(text) == "May") return time.value;
    }
    return std::string("none");
  };
  EXPECT_EQ(may(told, history), "1863-05");
  const std::string news =
      "Police said on Monday that the fort, built in 1863, would open again. In May the roof fell in.";
  EXPECT_EQ(may(Find(ParsePhrase(news, "2009-12-19").document), news), "2009-05");
}

TEST_F(Times, WritesTimeMlThatKeepsTheText) {
  Document document =
      ParsePhrase("Prices < 5 & \"rising\" since [Monday|x].\nThe fair ends [tomorrow|x].", "2024-03-06").document;
  document.id = "a<b";
  EXPECT_EQ(
      ToTimeMl(document, Find(document)),
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
      "xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">\n"
      "<DOCID>a&lt;b</DOCID>\n"
      "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2024-03-06\" temporalFunction=\"false\" "
      "functionInDocument=\"CREATION_TIME\">2024-03-06</TIMEX3></DCT>\n"
      "<TEXT>Prices &lt; 5 &amp; \"rising\" since <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2024-03-04\">Monday"
      "</TIMEX3>.\nThe fair ends <TIMEX3 tid=\"t2\" type=\"DATE\" value=\"2024-03-07\">tomorrow</TIMEX3>.</TEXT>\n"
      "</TimeML>\n");
}

// What a terminal takes for a command is written as XML can write it, and no other character changes.
TEST_F(Times, WritesTimeMlWithoutControls) {
  Document document;
  document.text = "Rain\x1B[2J and\x7F snow\u009B31m fell\r\nin \u00E9t\u00E9.";
  const std::string xml = ToTimeMl(document, {});
  const size_t begin = xml.find("<TEXT>") + 6;
  EXPECT_EQ(xml.substr(begin, xml.find("</TEXT>") - begin),
            "Rain\uFFFD[2J and&#127; snow&#155;31m fell&#13;\nin \u00E9t\u00E9.");
}

// The attributes of a start tag, in order.
std::vector<std::pair<std::string, std::string>> Attributes(std::string_view tag) {
  std::vector<std::pair<std::string, std::string>> out;
  for (size_t at = 0; (at = tag.find("=\"", at)) != std::string_view::npos;) {
    const size_t name = tag.rfind(' ', at) + 1;
    const size_t end = tag.find('"', at + 2);
    out.emplace_back(tag.substr(name, at - name), tag.substr(at + 2, end - at - 2));
    at = end + 1;
  }
  return out;
}

// What TimeML 1.2.1 asks of TIMEX3: its attributes and no others, unique ids, the types and modifiers of its schema, a
// value, anchors that exist, tags that nest, and under the tags the text itself.
TEST_F(Times, TimeMlKeepsToItsSchema) {
  static const std::set<std::string> kNames = {"tid", "type", "value", "mod", "quant", "freq", "anchorTimeID"};
  static const std::set<std::string> kTypes = {"DATE", "TIME", "DURATION", "SET"};
  static const std::set<std::string> kMods = {"BEFORE",    "AFTER",     "ON_OR_BEFORE",  "ON_OR_AFTER",
                                              "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
                                              "START",     "MID",       "END",           "APPROX"};
  std::string text;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(DIURNA_SOURCE_DIR) + "/tests/times/phrases")) {
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      if (!line.empty() && line[0] != '#' && line[0] != '@') text += ParsePhrase(line, "").document.text + "\n";
    }
  }
  Document document;
  document.text = text;
  document.published = "2024-03-06";
  const std::string xml = ToTimeMl(document, Find(document));
  const size_t begin = xml.find("<TEXT>") + 6;
  const std::string_view body = std::string_view(xml).substr(begin, xml.find("</TEXT>") - begin);
  std::set<std::string> ids = {"t0"};
  std::vector<std::string> anchors;
  std::string plain;
  bool open = false;
  for (size_t at = 0; at < body.size();) {
    if (body[at] != '<') {
      const size_t end = std::min(body.find('<', at), body.size());
      plain += body.substr(at, end - at);
      at = end;
      continue;
    }
    const size_t end = body.find('>', at);
    ASSERT_NE(end, std::string_view::npos);
    const std::string_view tag = body.substr(at + 1, end - at - 1);
    at = end + 1;
    if (tag == "/TIMEX3") {
      ASSERT_TRUE(open);
      open = false;
      continue;
    }
    ASSERT_TRUE(tag.starts_with("TIMEX3 ")) << tag;
    ASSERT_FALSE(open) << tag;
    open = true;
    std::set<std::string> seen;
    for (const auto& [name, value] : Attributes(tag)) {
      EXPECT_TRUE(kNames.contains(name)) << tag;
      EXPECT_TRUE(seen.insert(name).second) << tag;
      EXPECT_FALSE(value.empty()) << tag;
      if (name == "tid") {
        EXPECT_TRUE(ids.insert(value).second) << tag;
      }
      if (name == "type") {
        EXPECT_TRUE(kTypes.contains(value)) << tag;
      }
      if (name == "mod") {
        EXPECT_TRUE(kMods.contains(value)) << tag;
      }
      if (name == "anchorTimeID") anchors.push_back(value);
    }
    for (const char* name : {"tid", "type", "value"}) EXPECT_TRUE(seen.contains(name)) << name << " in " << tag;
  }
  EXPECT_FALSE(open);
  EXPECT_GT(ids.size(), 400u);
  EXPECT_FALSE(anchors.empty());
  for (const std::string& anchor : anchors) EXPECT_TRUE(ids.contains(anchor)) << anchor;
  for (const auto& [entity, sign] : {std::pair("&amp;", "&"), std::pair("&lt;", "<"), std::pair("&gt;", ">")}) {
    for (size_t at = 0; (at = plain.find(entity, at)) != std::string::npos; ++at) {
      plain.replace(at, std::string_view(entity).size(), sign);
    }
  }
  EXPECT_EQ(plain, text);
}

TEST_F(Times, CountsCodePointsInJson) {
  const Document document = ParsePhrase("Zürich: am Tag. Closed on [Monday|x].", "2024-03-06").document;
  const std::string json = ToDatesJson(document, Find(document));
  EXPECT_NE(json.find("26,\n        32"), std::string::npos) << json;
}

TEST_F(Times, SurvivesAnything) {
  // Pieces of times in any order, with and without a date of publication.
  static constexpr const char* kPieces[] = {
      "May",   "31",     "2019",  "February",   "30",         "the",     "5th",   "of",     "this month", "a.m.",
      "25:99", "-",      "–",     "/",          "last",       "week",    "two",   "ago",    "BC",         "99999",
      "1e9",   "years",  "\n",    ".",          "'99",        "0000",    "13",    "from",   "to",         "Monday",
      "and",   "a half", "00:00", "Q9",         "century",    "million", "ninth", "Easter", "until",      "the next",
      "day",   "9",      "T",     "2022-13-45", "12/31/0001", "later"};
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    std::string line;
    for (int i = 0; i < 40; ++i) {
      line += kPieces[random() % std::size(kPieces)];
      if (random() % 4 != 0) line += ' ';
    }
    const Document document = ParsePhrase(line, round % 3 == 0   ? ""
                                                : round % 3 == 1 ? "2024-02-29"
                                                                 : "9999-12-31")
                                  .document;
    uint32_t at = 0;
    for (const TimeMention& time : Find(document)) {
      EXPECT_LE(at, time.span.begin);
      EXPECT_LT(time.span.begin, time.span.end);
      EXPECT_FALSE(time.value.empty());
      at = time.span.end;
    }
    EXPECT_LE(at, document.text.size());
  }
}

// The finder over a lexicon of these entries and one number.
Status MakeWith(const std::string& toml) {
  constexpr const char* kNumber = "[[number_word]]\nname = \"1\"\nwords = [\"one\"]\nvalue = 1\nkind = \"unit\"\n";
  std::vector<LexiconProblem> problems;
  const std::string image =
      CompileLexicon(BuiltInLexiconSchema(), {{"own/number_words.toml", kNumber}, {"own/times.toml", toml}}, &problems);
  if (!problems.empty()) return Status::BadInput(problems[0].message);
  Result<Lexicon> lexicon = Lexicon::FromImage(image);
  if (!lexicon.ok()) return lexicon.status();
  return TimeFinder::Make(*lexicon).status();
}

TEST(TimeLexicon, BadEntriesAreNamedWithFileAndLine) {
  const auto rule = [](const std::string& match) {
    return fmt::format("\n[[time_rule]]\nname = \"own\"\nmatch = \"{}\"\nis = \"date\"\n", match);
  };
  EXPECT_TRUE(MakeWith(rule("YEAR")).ok());
  EXPECT_EQ(MakeWith(rule("SOL")).message(), "own/times.toml:2: nothing is called SOL");
  EXPECT_EQ(MakeWith(rule("( YEAR")).message(), "own/times.toml:2: a ( without its )");
  EXPECT_EQ(MakeWith(rule("YEAR )")).message(), "own/times.toml:2: a ) without its ( in \"YEAR )\"");
  EXPECT_EQ(MakeWith("[[time_word]]\nclass = \"SOL\"\nwords = [\"sol\"]\n").message(),
            "own/times.toml:1: no [[time_class]] is called SOL");
  EXPECT_EQ(MakeWith("[[holiday]]\nname = \"x\"\nwords = [\"x day\"]\ndate = \"13-40\"\n").message(),
            "own/times.toml:1: date is like \"12-25\", \"4 thursday 11\" or \"easter -2\"");
  EXPECT_EQ(
      MakeWith("[[part_of_day]]\nname = \"x\"\nwords = [\"x\"]\nvalue = \"MO\"\nstart = 6\nend = 9\nearly_end = 7\n")
          .message(),
      "own/times.toml:1: early_start and early_end stand together or not at all");
  EXPECT_EQ(MakeWith(rule("YEAR") + "fix = {sol = \"1\"}\n").message(), "own/times.toml:2: fix names no slot sol");
  EXPECT_EQ(MakeWith("[[time_part]]\nname = \"A\"\nmatch = \"A YEAR\"\n" + rule("A")).message(),
            "own/times.toml:5: the parts name one another in a circle, by way of A");
}

}  // namespace
}  // namespace diurna
