// Dates as the head of a report writes them.

#ifndef DIURNA_TEXT_HEADER_DATE_H_
#define DIURNA_TEXT_HEADER_DATE_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "text/layout_words.h"

namespace diurna {

struct HeaderDate {
  int year = 0;   // 0 where none is written
  int month = 0;  // 1 to 12; 0 where only a weekday is written
  int day = 0;
  std::optional<int> weekday;  // 0 Sunday to 6 Saturday
  bool short_year = false;     // of two digits, read as 1970 to 2069
  bool ambiguous = false;      // 03/06/2024: either number may be the month; month and day are then as in America
  size_t size = 0;             // bytes that it takes, weekday, clock time and zone included

  bool full() const { return year != 0 && month != 0 && !ambiguous; }
};

// The date that `text` begins with: "2024-03-06T10:15Z", "6 March 2024", "Wednesday, Mar. 6th", "06-Mar-24 10:15 GMT",
// "6.3.2024", "Wednesday". Empty where it begins with none, or with one that no calendar has.
std::optional<HeaderDate> ReadHeaderDate(std::string_view text, const DateWords& words);
// The same where nothing follows but punctuation.
std::optional<HeaderDate> ReadWholeDate(std::string_view text, const DateWords& words);

// "2024-03-06"; requires full().
std::string ToIso(const HeaderDate& date);
// Day of the week of a date, 0 Sunday to 6 Saturday.
int WeekdayOf(int year, int month, int day);
// Days since 1970-01-01.
int DayNumber(int year, int month, int day);
bool IsCalendarDate(int year, int month, int day);

// "January 6"; requires a month.
std::string MonthAndDay(const HeaderDate& date, const DateWords& words);

}  // namespace diurna

#endif  // DIURNA_TEXT_HEADER_DATE_H_
