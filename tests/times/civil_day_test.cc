#include "times/civil_day.h"

#include <gtest/gtest.h>

namespace diurna {
namespace {

TEST(CivilDay, KnowsWeekdaysAndMonthEnds) {
  EXPECT_EQ(WeekdayOf({2024, 3, 6}), 3);
  EXPECT_EQ(WeekdayOf({1900, 1, 1}), 1);
  EXPECT_EQ(DaysInMonth(2000, 2), 29);
  EXPECT_EQ(DaysInMonth(1900, 2), 28);
  EXPECT_EQ(AddDays({2023, 12, 31}, 1), (CivilDay{2024, 1, 1}));
  EXPECT_FALSE(ValidDay(2023, 2, 29));
  EXPECT_FALSE(ValidDay(2023, 13, 1));
}

TEST(CivilDay, FindsMovableFeasts) {
  EXPECT_EQ(EasterSunday(2024), (CivilDay{2024, 3, 31}));
  EXPECT_EQ(EasterSunday(2019), (CivilDay{2019, 4, 21}));
  EXPECT_EQ(EasterSunday(1818), (CivilDay{1818, 3, 22}));
  EXPECT_EQ(NthWeekday(2023, 11, 4, 4), (CivilDay{2023, 11, 23}));
  EXPECT_EQ(NthWeekday(2023, 5, 1, -1), (CivilDay{2023, 5, 29}));
}

TEST(CivilDay, ReadsOnlyRealDays) {
  EXPECT_EQ(ParseCivilDay("2022-01-06"), (CivilDay{2022, 1, 6}));
  EXPECT_EQ(ParseCivilDay("2022-01-06T10:00"), (CivilDay{2022, 1, 6}));
  EXPECT_FALSE(ParseCivilDay("2022-02-30"));
  EXPECT_FALSE(ParseCivilDay("2022-1-6"));
  EXPECT_FALSE(ParseCivilDay(""));
  EXPECT_FALSE(ParseCivilDay("XXXX-01-06"));
}

TEST(CivilDay, CountsWeekdaysFromADay) {
  const CivilDay wednesday{2024, 3, 6};
  EXPECT_EQ(NearestWeekday(wednesday, 3, 1), wednesday);
  EXPECT_EQ(NearestWeekday(wednesday, 3, -1), wednesday);
  EXPECT_EQ(NearestWeekday(wednesday, 1, -1), (CivilDay{2024, 3, 4}));
  EXPECT_EQ(NearestWeekday(wednesday, 1, 1), (CivilDay{2024, 3, 11}));
}

TEST(CivilDay, CountsMonthsOverTheTurnOfTheYear) {
  EXPECT_EQ(AddMonths(2024, 11, 3), (CivilDay{2025, 2, 1}));
  EXPECT_EQ(AddMonths(2024, 1, -1), (CivilDay{2023, 12, 1}));
  EXPECT_EQ(AddMonths(0, 1, -13), (CivilDay{-2, 12, 1}));
}

TEST(CivilDay, KnowsIsoWeeks) {
  EXPECT_EQ(WeekOf({2021, 1, 3}).year, 2020);
  EXPECT_EQ(WeekOf({2021, 1, 3}).week, 53);
  EXPECT_EQ(MondayOf({2021, 1}), (CivilDay{2021, 1, 4}));
}

}  // namespace
}  // namespace diurna
