#include "text/header_date.h"

#include <gtest/gtest.h>

#include "support/built_in_parser.h"

namespace diurna {
namespace {

std::string Shown(std::string_view text) {
  const std::optional<HeaderDate> date = ReadWholeDate(text, BuiltInLayoutWords().dates);
  if (!date) return "-";
  std::string shown = ToIso(*date);
  if (date->weekday) shown += " w" + std::to_string(*date->weekday);
  if (date->short_year) shown += " short";
  if (date->ambiguous) shown += " ambiguous";
  return shown;
}

TEST(HeaderDate, Shapes) {
  const std::pair<const char*, const char*> cases[] = {
      {"2024-03-06", "2024-03-06"},
      {"2024-03-06T10:15:30.25Z", "2024-03-06"},
      {"2024-03-06T10:15:00+05:30", "2024-03-06"},
      {"2024/3/6", "2024-03-06"},
      {"20240306", "2024-03-06"},
      {"6 March 2024", "2024-03-06"},
      {"6th of March, 2024", "2024-03-06"},
      {"06-Mar-2024", "2024-03-06"},
      {"March 6, 2024", "2024-03-06"},
      {"MARCH 6TH, 2024", "2024-03-06"},
      {"Mar. 6 2024", "2024-03-06"},
      {"Sept. 9, 2024", "2024-09-09"},
      {"Wednesday, March 6, 2024 ", "2024-03-06 w3"},
      {"Wed 6 Mar 2024", "2024-03-06 w3"},
      {"6 March 2024, 10:15 GMT", "2024-03-06"},
      {"6 March 2024 at 10.15pm (GMT)", "2024-03-06"},
      {"6 March 2024 | 1015 GMT", "2024-03-06"},
      {"10:15 GMT, 6 March 2024", "2024-03-06"},
      {"6.3.2024", "2024-03-06"},
      {"31/12/2024", "2024-12-31"},
      {"12/31/2024", "2024-12-31"},
      {"05/05/2024", "2024-05-05"},
      {"03/06/2024", "2024-03-06 ambiguous"},
      {"Thursday 06/03/2025", "2025-03-06 w4"},
      {"6 March", "0000-03-06"},
      {"January 6th", "0000-01-06"},
      {"March 6 10:15", "0000-03-06"},
      {"Wednesday", "0000-00-00 w3"},
      {"6 March '24", "2024-03-06 short"},
      {"6 Mar 24", "2024-03-06 short"},
      {"6-Mar-98", "1998-03-06 short"},
      {"31.12.24", "2024-12-31 short"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(Shown(text), expected) << text;
}

TEST(HeaderDate, WhatIsNone) {
  for (const char* text :
       {"", "March", "March 2024", "31 February 2024", "2024-13-01", "2024", "Marching 6", "6 marches", "Sundays",
        "6 March 2024 was a Wednesday", "45/45/2024", "10:15", "1-800-555"}) {
    EXPECT_EQ(Shown(text), "-") << text;
  }
}

TEST(HeaderDate, BytesOfABeginning) {
  const std::optional<HeaderDate> date = ReadHeaderDate("March 6, 2024 - Ferries", BuiltInLayoutWords().dates);
  ASSERT_TRUE(date);
  EXPECT_EQ(date->size, 13U);
}

}  // namespace
}  // namespace diurna
