#include "times/calendar.h"

#include <gtest/gtest.h>

namespace diurna {
namespace {

CalendarPoint Point(int year, int month = 0, int day = 0) {
  CalendarPoint point;
  point.year = year;
  point.month = month;
  point.day = day;
  return point;
}

TEST(TimeCalendar, KnowsWeekdaysAndMonthEnds) {
  EXPECT_EQ(WeekdayOf({2024, 3, 6}), 3);
  EXPECT_EQ(WeekdayOf({1900, 1, 1}), 1);
  EXPECT_EQ(DaysInMonth(2000, 2), 29);
  EXPECT_EQ(DaysInMonth(1900, 2), 28);
  EXPECT_EQ(AddDays({2023, 12, 31}, 1), (CivilDay{2024, 1, 1}));
  EXPECT_FALSE(ValidDay(2023, 2, 29));
  EXPECT_FALSE(ValidDay(2023, 13, 1));
}

TEST(TimeCalendar, FindsMovableFeasts) {
  EXPECT_EQ(EasterSunday(2024), (CivilDay{2024, 3, 31}));
  EXPECT_EQ(EasterSunday(2019), (CivilDay{2019, 4, 21}));
  EXPECT_EQ(EasterSunday(1818), (CivilDay{1818, 3, 22}));
  EXPECT_EQ(NthWeekday(2023, 11, 4, 4), (CivilDay{2023, 11, 23}));
  EXPECT_EQ(NthWeekday(2023, 5, 1, -1), (CivilDay{2023, 5, 29}));
}

TEST(TimeCalendar, ReadsOnlyRealDays) {
  EXPECT_EQ(ParseCivilDay("2022-01-06"), (CivilDay{2022, 1, 6}));
  EXPECT_EQ(ParseCivilDay("2022-01-06T10:00"), (CivilDay{2022, 1, 6}));
  EXPECT_FALSE(ParseCivilDay("2022-02-30"));
  EXPECT_FALSE(ParseCivilDay("2022-1-6"));
  EXPECT_FALSE(ParseCivilDay(""));
  EXPECT_FALSE(ParseCivilDay("XXXX-01-06"));
}

TEST(TimeCalendar, MovesByUnitsAndCutsToThem) {
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

TEST(TimeCalendar, RefusesWhatIsNotKnownFinelyEnough) {
  EXPECT_FALSE(Shift(Point(2024, 5), TimeUnit::kDay, 1));
  EXPECT_FALSE(Shift(Point(2024), TimeUnit::kMonth, 1));
  EXPECT_FALSE(Shift(CalendarPoint(), TimeUnit::kYear, 1));
}

TEST(TimeCalendar, WritesValues) {
  CalendarPoint point = Point(2022, 1, 4);
  point.part = "EV";
  EXPECT_EQ(TimexValue(point), "2022-01-04TEV");
  point.part = {};
  point.hour = 1;
  point.minute = 30;
  EXPECT_EQ(TimexValue(point), "2022-01-04T01:30");
  CalendarPoint unknown;
  unknown.month = 1;
  unknown.day = 5;
  EXPECT_EQ(TimexValue(unknown), "XXXX-01-05");
  CalendarPoint monday;
  monday.weekday = 1;
  EXPECT_EQ(TimexValue(monday), "XXXX-WXX-1");
  EXPECT_EQ(TimexValue(Point(-489)), "BC0490");
  EXPECT_EQ(TimexDuration(1.5, TimeUnit::kHour), "PT1.5H");
  EXPECT_EQ(TimexDuration(-1, TimeUnit::kDecade), "PXDE");
  EXPECT_EQ(TimexDuration(1, TimeUnit::kFortnight), "P2W");
}

TEST(TimeCalendar, GivesTheRecordItsHours) {
  CalendarPoint night = Point(2022, 1, 31);
  night.part = "NI";
  night.part_start = 20;
  night.part_end = 28;
  const RecordTime time = RecordTimeOf(night);
  EXPECT_EQ(time.start, "2022-01-31T20:00");
  EXPECT_EQ(time.end, "2022-02-01T04:00");
  EXPECT_EQ(time.granularity, Granularity::kPartOfDay);

  CalendarPoint midnight = Point(2024, 3, 6);
  midnight.hour = 24;
  midnight.minute = 0;
  EXPECT_EQ(RecordTimeOf(midnight).start, "2024-03-07T00:00");

  EXPECT_EQ(RecordTimeOf(Point(2022, 1)).start, "2022-01");
  EXPECT_EQ(RecordTimeOf(Point(2022, 1)).granularity, Granularity::kMonth);
  EXPECT_EQ(RecordTimeOf(CalendarPoint()).start, "");
}

}  // namespace
}  // namespace diurna
