#include "times/digits.h"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

namespace diurna {
namespace {

// What a piece is worth as a class, or nothing.
std::optional<double> Worth(std::string_view piece, DigitClass digits) {
  std::vector<TimeSense> senses;
  AddDigitSenses(piece, &senses);
  for (const TimeSense& sense : senses) {
    if (sense.word_class == static_cast<uint8_t>(digits)) return sense.value;
  }
  return std::nullopt;
}

TEST(Digits, MayMeanSeveralThings) {
  EXPECT_EQ(Worth("1345", DigitClass::kNum), 1345);
  EXPECT_EQ(Worth("1345", DigitClass::kHhMm), 13 * 3600 + 45 * 60);
  EXPECT_EQ(Worth("1345", DigitClass::kYear), 1345);
  EXPECT_EQ(Worth("2400", DigitClass::kHhMm), 86400);
  EXPECT_FALSE(Worth("2401", DigitClass::kHhMm));
  EXPECT_EQ(Worth("05", DigitClass::kDd), 5);
  EXPECT_EQ(Worth("05", DigitClass::kMm), 5);
  EXPECT_FALSE(Worth("13", DigitClass::kMm));
  EXPECT_EQ(Worth("80s", DigitClass::kDecade), 8);
  EXPECT_EQ(Worth("1980s", DigitClass::kDecade), 198);
  EXPECT_FALSE(Worth("1980s", DigitClass::kAges));
  EXPECT_FALSE(Worth("1987s", DigitClass::kDecade));
  EXPECT_EQ(Worth("31st", DigitClass::kDayOrdinal), 31);
  EXPECT_FALSE(Worth("32nd", DigitClass::kDayOrdinal));
  EXPECT_EQ(Worth("32nd", DigitClass::kOrd), 32);
}

TEST(Digits, KnowClockTimes) {
  EXPECT_EQ(Worth("13:45", DigitClass::kClock), 13 * 3600 + 45 * 60);
  EXPECT_EQ(Worth("13:45:20", DigitClass::kClockSeconds), 13 * 3600 + 45 * 60 + 20);
  EXPECT_EQ(Worth("10.30", DigitClass::kDotClock), 10 * 3600 + 30 * 60);
  EXPECT_EQ(Worth("10.30", DigitClass::kNum), 10.3);
  EXPECT_EQ(Worth("1,460", DigitClass::kNum), 1460);
  EXPECT_FALSE(Worth("25:99", DigitClass::kClock));
}

}  // namespace
}  // namespace diurna
