#include "times/calendar.h"

#include <gtest/gtest.h>

#include "times/timex.h"

namespace diurna {
namespace {

CalendarPoint Point(int year, int month = 0, int day = 0) {
  CalendarPoint point;
  point.year = year;
  point.month = month;
  point.day = day;
  return point;
}

TEST(Calendar, MovesByUnitsAndCutsToThem) {
  EXPECT_EQ(TimexValue(*Shift(Point(2024, 1, 31), TimeUnit::kMonth, 1)), "2024-02");
  EXPECT_EQ(TimexValue(*Shift(Point(2024, 1, 31), TimeUnit::kDay, -31)), "2023-12-31");
  EXPECT_EQ(TimexValue(*Shift(Point(2021, 1, 3), TimeUnit::kWeek, 0)), "2020-W53");
  EXPECT_EQ(TimexValue(*Shift(Point(2021, 1, 3), TimeUnit::kWeek, 1)), "2021-W01");
  EXPECT_EQ(TimexValue(*Shift(Point(2024, 2, 10), TimeUnit::kQuarter, -1)), "2023-Q4");
  EXPECT_EQ(TimexValue(*Shift(Point(2024, 2, 10), TimeUnit::kWeekend, 0)), "2024-W06-WE");
  EXPECT_EQ(TimexValue(*Shift(Point(1987), TimeUnit::kDecade, 1)), "199");
  EXPECT_EQ(TimexValue(*Shift(Point(1987), TimeUnit::kCentury, -1)), "18");
  EXPECT_EQ(TimexValue(*Shift(Point(-479), TimeUnit::kYear, 1)), "BC0479");
}

TEST(Calendar, RefusesWhatIsNotKnownFinelyEnough) {
  EXPECT_FALSE(Shift(Point(2024, 5), TimeUnit::kDay, 1));
  EXPECT_FALSE(Shift(Point(2024), TimeUnit::kMonth, 1));
  EXPECT_FALSE(Shift(CalendarPoint(), TimeUnit::kYear, 1));
}

TEST(Calendar, MovesPartsOfAYearOverItsTurn) {
  EXPECT_EQ(TimexValue(*Shift(Point(2024, 1, 10), TimeUnit::kSeason, 0)), "2023-WI");
  EXPECT_EQ(TimexValue(*Shift(Point(2024, 12, 10), TimeUnit::kSeason, 1)), "2025-SP");
  EXPECT_EQ(TimexValue(*Shift(Point(2024, 3, 10), TimeUnit::kHalf, -1)), "2023-H2");
}

TEST(Calendar, MovesClockTimesOverMidnight) {
  CalendarPoint late = Point(2024, 2, 28);
  late.hour = 23;
  late.minute = 30;
  EXPECT_EQ(TimexValue(*Shift(late, TimeUnit::kMinute, 45)), "2024-02-29T00:15");
  EXPECT_EQ(TimexValue(*Shift(Point(2024, 2, 28), TimeUnit::kHour, 48)), "2024-03-01");
  EXPECT_FALSE(Shift(Point(2024, 2, 28), TimeUnit::kHour, 5));
}

}  // namespace
}  // namespace diurna
