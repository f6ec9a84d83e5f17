#include "record/confidence.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace diurna {
namespace {

Figure FigureOf(std::string kind) {
  Figure figure;
  figure.kind = std::move(kind);
  figure.bound = "exactly";
  figure.who = "people";
  figure.evidence.text = "12 people were killed in the flood";
  return figure;
}

TEST(Confidence, VisitsEveryRowWithWhatItShows) {
  Record record;
  record.figures = {FigureOf("killed")};
  record.figures[0].time = Time{.start = "2024-05-02", .end = {}, .granularity = "day", .text = {}, .basis = "stated"};
  record.links.emplace_back().relation = "causes";
  std::vector<std::string> seen;
  VisitFeatures(&record, [&](std::string_view name, const std::vector<std::string>& features, Row*) {
    for (const std::string& feature : features) seen.push_back(std::string(name) + " " + feature);
  });
  for (const char* expected : {"figures always", "figures kind:killed", "figures bound:exactly", "figures who",
                               "figures time:stated", "figures place:none", "links relation:causes"}) {
    EXPECT_EQ(std::count(seen.begin(), seen.end(), expected), 1) << expected;
  }
  EXPECT_EQ(std::count(seen.begin(), seen.end(), "figures source"), 0);
}

TEST(Confidence, IsAProbabilityThatTellsPlainCountsFromOddOnes) {
  const Result<Lexicon> lexicon = Lexicon::BuiltIn();
  ASSERT_TRUE(lexicon.ok());
  Record record;
  record.figures = {FigureOf("killed"), FigureOf("other")};
  ConfidenceModel(*lexicon).Set(&record);
  EXPECT_GT(record.figures[0].confidence, record.figures[1].confidence);
  for (const Figure& figure : record.figures) {
    EXPECT_GT(figure.confidence, 0);
    EXPECT_LT(figure.confidence, 1);
  }
}

}  // namespace
}  // namespace diurna
