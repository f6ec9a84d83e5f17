#include "language/attributes.h"

#include <gtest/gtest.h>

#include "language/reference_data.h"

namespace diurna {
namespace {

std::string Shape(std::string_view text) {
  std::string out;
  ModelTables().attributes.AppendShape(text, &out);
  return out;
}

TEST(Attributes, ShapeClassesLettersAndDigitsAndCutsRuns) {
  EXPECT_EQ(Shape("Almaty"), "Xxxxx");
  EXPECT_EQ(Shape("ABCDEFG1234567..........x"), "XXXXdddd....x");
  EXPECT_EQ(Shape("McDonald's"), "XxXxxxx'x");
  EXPECT_EQ(Shape("Ёлка日本²½"), "Xxxxxd½");
  EXPECT_EQ(Shape(std::string(99, 'a')), "xxxx");
  EXPECT_EQ(Shape(std::string(100, 'a')), "LONG");
  EXPECT_EQ(Shape(""), "");
}

TEST(Attributes, NormComesFromSpecialCaseThenListThenLowerCase) {
  LexemeTable table;
  const Attributes& attributes = ModelTables().attributes;
  const std::string_view special = "not";
  EXPECT_EQ(table[table.Intern("n't", &special, attributes)].norm, "not");
  EXPECT_EQ(table[table.Intern("Colour", nullptr, attributes)].norm, "color");
  EXPECT_EQ(table[table.Intern("€", nullptr, attributes)].norm, "$");
  EXPECT_EQ(table[table.Intern("”", nullptr, attributes)].norm, "\"");
  EXPECT_EQ(table[table.Intern("Council", nullptr, attributes)].norm, "council");
}

TEST(LexemeTable, GivesOneIndexToAWordAndNorm) {
  LexemeTable table;
  const Attributes& attributes = ModelTables().attributes;
  const std::string_view norm = "would";
  const uint32_t plain = table.Intern("'d", nullptr, attributes);
  const uint32_t special = table.Intern("'d", &norm, attributes);
  EXPECT_NE(plain, special);
  EXPECT_EQ(table[special].norm, "would");
  EXPECT_EQ(table[plain].norm, "'d");
  std::vector<uint32_t> indices;
  indices.reserve(20000);
  for (int i = 0; i < 20000; ++i) indices.push_back(table.Intern("word" + std::to_string(i), nullptr, attributes));
  for (int i = 0; i < 20000; ++i) {
    const std::string word = "word" + std::to_string(i);
    ASSERT_EQ(table.Intern(word, nullptr, attributes), indices[static_cast<size_t>(i)]);
    ASSERT_EQ(table[indices[static_cast<size_t>(i)]].text, word);
  }
  EXPECT_EQ(table.Intern("'d", nullptr, attributes), plain);
  table.Clear();
  EXPECT_EQ(table.size(), 0U);
  EXPECT_EQ(table.Intern("again", nullptr, attributes), 0U);
}

}  // namespace
}  // namespace diurna
