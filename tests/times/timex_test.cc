#include "times/timex.h"

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

TEST(Timex, WritesValues) {
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

TEST(Timex, GivesTheRecordItsHours) {
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

TEST(Timex, GivesTheRecordTheEndsOfPartsOfAYear) {
  CalendarPoint winter = Point(2023);
  winter.season = Season::kWinter;
  EXPECT_EQ(RecordTimeOf(winter).start, "2023-12");
  EXPECT_EQ(RecordTimeOf(winter).end, "2024-02");
  CalendarPoint half = Point(2023);
  half.half = 2;
  EXPECT_EQ(RecordTimeOf(half).start, "2023-07");
  EXPECT_EQ(RecordTimeOf(half).end, "2023-12");
  CalendarPoint decade;
  decade.decade = 198;
  EXPECT_EQ(RecordTimeOf(decade).start, "1980");
  EXPECT_EQ(RecordTimeOf(decade).end, "1989");
}

}  // namespace
}  // namespace diurna
