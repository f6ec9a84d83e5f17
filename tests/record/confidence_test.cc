#include "record/confidence.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace diurna {
namespace {

Draft<Figure> FigureOf(FigureKind kind) {
  Draft<Figure> draft;
  Figure& figure = draft.row;
  figure.kind = kind;
  figure.bound = Bound::kExactly;
  figure.who = "people";
  figure.evidence.text = "12 people were killed in the flood";
  return draft;
}

TEST(Confidence, VisitsEveryRowWithWhatItShows) {
  Drafts drafts;
  drafts.figures = {FigureOf(FigureKind::kKilled)};
  drafts.figures[0].row.time =
      Time{.start = "2024-05-02", .end = {}, .granularity = Granularity::kDay, .text = {}, .basis = TimeBasis::kStated};
  drafts.links.emplace_back().row.relation = LinkRelation::kCauses;
  std::vector<std::string> seen;
  VisitFeatures(&drafts, [&](Register name, const std::vector<std::string>& features, Row*) {
    for (const std::string& feature : features) seen.push_back(std::string(Name(name)) + " " + feature);
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
  Drafts drafts;
  drafts.figures = {FigureOf(FigureKind::kKilled), FigureOf(FigureKind::kOther)};
  ConfidenceModel(*lexicon).Set(&drafts);
  EXPECT_GT(drafts.figures[0].row.confidence, drafts.figures[1].row.confidence);
  for (const Draft<Figure>& figure : drafts.figures) {
    EXPECT_GT(figure.row.confidence, 0);
    EXPECT_LT(figure.row.confidence, 1);
  }
}

}  // namespace
}  // namespace diurna
