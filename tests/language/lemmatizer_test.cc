#include "language/lemmatizer.h"

#include <gtest/gtest.h>

#include <map>

#include "language/reference_data.h"

namespace diurna {
namespace {

TEST(Lemmatizer, AgreesWithTheReference) {
  std::map<std::string, Pos, std::less<>> parts;
  for (int i = 0; i <= static_cast<int>(Pos::kSpace); ++i) {
    parts.emplace(Name(static_cast<Pos>(i)), static_cast<Pos>(i));
  }
  const auto rows = ReadTable("lemmas.tsv");
  ASSERT_GT(rows.size(), 150U);
  for (const auto& row : rows) {
    ASSERT_TRUE(parts.contains(row[1])) << row[1];
    std::string lower;
    ModelTables().unicode.AppendLower(row[0], &lower);
    std::string scratch;
    EXPECT_EQ(ModelTables().lemmatizer.Lemma(row[0], lower, parts[row[1]], row[2], &scratch), row[3])
        << row[0] << ' ' << row[1] << ' ' << row[2];
  }
}

TEST(Lemmatizer, WordWithoutPartOfSpeechIsLowered) {
  std::string scratch;
  EXPECT_EQ(ModelTables().lemmatizer.Lemma("Houses", "houses", Pos::kNone, "", &scratch), "houses");
  EXPECT_EQ(ModelTables().lemmatizer.Lemma("", "", Pos::kNoun, "", &scratch), "");
}

}  // namespace
}  // namespace diurna
