#include "times/holiday.h"

#include <gtest/gtest.h>

namespace diurna {
namespace {

std::optional<Holiday> Parse(std::string_view date) {
  return Holiday::Parse(date, [](std::string_view name) { return name == "solday" ? 4 : 0; });
}

TEST(Holiday, FallsOnItsDay) {
  EXPECT_EQ(Parse("12-25")->In(2023), (CivilDay{2023, 12, 25}));
  EXPECT_EQ(Parse("4 solday 11")->In(2023), (CivilDay{2023, 11, 23}));
  EXPECT_EQ(Parse("easter -2")->In(2024), (CivilDay{2024, 3, 29}));
  EXPECT_FALSE(Parse("02-29")->In(2023));
  EXPECT_FALSE(Parse("")->In(2023));
}

TEST(Holiday, RefusesWhatIsNoDate) {
  for (const char* date : {"13-40", "12-5", "4 moonday 11", "6 solday 11", "0 solday 11", "4 solday 13", "advent -2"}) {
    EXPECT_FALSE(Parse(date)) << date;
  }
}

}  // namespace
}  // namespace diurna
