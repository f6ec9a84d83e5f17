#include "times/time_text.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "support/plain_analysis.h"

namespace diurna {
namespace {

class TimeTextTest : public testing::Test {
 protected:
  static const TimeWords& Words() {
    static const auto* const kWords = new Result<TimeWords>(TimeWords::Make(*Lexicon::BuiltIn()));
    return **kWords;
  }

  static std::string Cut(std::string_view text) {
    const Analysis analysis = PlainAnalysis(text);
    const TimeText cut(analysis, Words());
    std::string out;
    for (uint32_t i = 0; i < cut.size(); ++i) out += fmt::format("[{}]", cut[i].span.In(text));
    return out;
  }

  // What the text's first atom is worth as a number or ordinal over `length` atoms, or nothing.
  static std::optional<double> Worth(std::string_view text, DigitClass digits, uint32_t length) {
    const Analysis analysis = PlainAnalysis(text);
    const TimeText cut(analysis, Words());
    for (const TimeSense& sense : cut.SensesOf(cut[0])) {
      if (sense.word_class == static_cast<uint8_t>(digits) && sense.length == length) return sense.value;
    }
    return std::nullopt;
  }
};

TEST_F(TimeTextTest, AtomsAreTheWordsOfTimes) {
  EXPECT_EQ(Cut("1939–45"), "[1939][–][45]");
  EXPECT_EQ(Cut("1:30am"), "[1:30][am]");
  EXPECT_EQ(Cut("13:45:20"), "[13:45:20]");
  EXPECT_EQ(Cut("01/05/2022"), "[01][/][05][/][2022]");
  EXPECT_EQ(Cut("28.02.2024"), "[28][.][02][.][2024]");
  EXPECT_EQ(Cut("2.5-hour"), "[2.5][-][hour]");
  EXPECT_EQ(Cut("the 21st"), "[the][21st]");
  EXPECT_EQ(Cut("mid-1980s"), "[mid][-][1980s]");
  EXPECT_EQ(Cut("o'clock and/or U.S.-led"), "[o'clock][and/or][U.S.-led]");
}

TEST_F(TimeTextTest, NumeralsHaveTheirSenseAtTheirFirstAtom) {
  EXPECT_EQ(Worth("twenty - five years", DigitClass::kNum, 1), 20);
  EXPECT_EQ(Worth("a hundred and ten days", DigitClass::kNum, 4), 110);
  EXPECT_EQ(Worth("2.5 million years", DigitClass::kNum, 2), 2500000);
  EXPECT_EQ(Worth("third day", DigitClass::kOrd, 1), 3);
  EXPECT_FALSE(Worth("13:45 dozen", DigitClass::kNum, 1));
  EXPECT_FALSE(Worth("21st dozen", DigitClass::kNum, 1));
}

TEST_F(TimeTextTest, FiguresAreDatesInOneToken) {
  const auto figures = [&](std::string_view text) {
    const Analysis analysis = PlainAnalysis(text);
    return (TimeText(analysis, Words())[0].classes & ClassBit(DigitClass::kFigures)) != 0;
  };
  EXPECT_TRUE(figures("12/05/87"));
  EXPECT_TRUE(figures("3.11.09"));
  EXPECT_FALSE(figures("12/05-87"));
  EXPECT_FALSE(figures("12/05"));
}

TEST_F(TimeTextTest, KnowsWhereLinesStart) {
  const Analysis analysis = PlainAnalysis("in May\nof 2021");
  const TimeText text(analysis, Words());
  ASSERT_EQ(text.size(), 4u);
  EXPECT_TRUE(text[0].line_start);
  EXPECT_TRUE(text.Continues(1));
  EXPECT_FALSE(text.Continues(2));
  EXPECT_TRUE(text.Continues(3));
}

}  // namespace
}  // namespace diurna
