#include "language/strings.h"

#include <gtest/gtest.h>

#include "language/reference_data.h"
#include "language/string_arena.h"

namespace diurna {
namespace {

TEST(StringIds, AreThoseOfTheReference) {
  const StringIds ids(StringTable::Load(ModelTables().model, "symbols").value());
  const auto rows = ReadTable("string_ids.tsv");
  ASSERT_GT(rows.size(), 30U);
  for (const auto& row : rows) EXPECT_EQ(std::to_string(ids.Id(row[0])), row[1]) << row[0];
}

TEST(StringTable, FindsItsKeysAndNothingElse) {
  const StringTable symbols = StringTable::Load(ModelTables().model, "symbols").value();
  ASSERT_GT(symbols.size(), 400U);
  for (uint32_t i = 0; i < symbols.size(); ++i) EXPECT_EQ(symbols.Find(symbols.Key(i)), i);
  EXPECT_EQ(symbols.Find("no such symbol"), std::nullopt);
  EXPECT_EQ(symbols.Find(""), std::nullopt);
}

TEST(StringTable, IsNotMadeOfMissingSections) {
  EXPECT_FALSE(StringTable::Load(ModelTables().model, "no such table").has_value());
}

TEST(StringPool, GivesNothingBeyondItsEnd) {
  const StringPool pool(ModelTables().model);
  EXPECT_EQ(pool[(StringRef{0xFFFFFFF0, 32})], "");
  EXPECT_EQ(pool[(StringRef{0, 0xFFFFFFFF})], "");
}

TEST(StringArena, KeepsStringsInPlace) {
  StringArena arena;
  const std::string_view first = arena.Keep("first");
  const std::string_view large = arena.Keep(std::string(1 << 20, 'x'));
  for (int i = 0; i < 100000; ++i) arena.Keep("some more");
  const StringArena moved = std::move(arena);
  EXPECT_EQ(first, "first");
  EXPECT_EQ(large.size(), size_t{1} << 20);
  EXPECT_EQ(large.find_first_not_of('x'), std::string_view::npos);
  EXPECT_GT(moved.bytes(), size_t{1} << 20);
}

}  // namespace
}  // namespace diurna
