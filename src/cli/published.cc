#include "cli/published.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "base/terminal.h"
#include "lexicon/lexicon.h"
#include "text/header_date.h"
#include "text/layout_words.h"
#include "text/letters.h"

namespace diurna {
namespace {

constexpr int kLastMonth = 12;
constexpr int kLastDay = 31;

// The numbers of a date that is written in digits and signs between them, and how many digits each has.
struct Numbers {
  std::vector<int> values;
  std::vector<size_t> digits;
};

std::optional<Numbers> ReadNumbers(std::string_view text) {
  Numbers numbers;
  bool open = false;
  for (const char c : text) {
    if (IsDigit(static_cast<unsigned char>(c))) {
      if (!open) {
        numbers.values.push_back(0);
        numbers.digits.push_back(0);
      }
      open = true;
      constexpr size_t kMostDigits = 8;
      if (++numbers.digits.back() > kMostDigits) return std::nullopt;
      numbers.values.back() = numbers.values.back() * 10 + (c - '0');
    } else if (c == '-' || c == '/' || c == '.' || c == ' ') {
      open = false;
    } else {
      return std::nullopt;
    }
  }
  return numbers;
}

std::string Iso(int year, int month, int day) { return fmt::format("{:04}-{:02}-{:02}", year, month, day); }

// What is wrong with a year, a month and a day; empty where nothing is.
std::string CalendarProblem(int year, int month, int day) {
  if (month < 1 || month > kLastMonth) return fmt::format("there is no month {}", month);
  if (day < 1 || day > kLastDay || !IsCalendarDate(year, month, day)) {
    return fmt::format("the month {:04}-{:02} has no day {}", year, month, day);
  }
  return "";
}

// What is wrong with three numbers, in whichever order they stand.
std::string ProblemOfThree(const Numbers& numbers) {
  const std::vector<int>& n = numbers.values;
  if (numbers.digits[0] == 4) {
    if (std::string problem = CalendarProblem(n[0], n[1], n[2]); !problem.empty()) return problem;
    return fmt::format("the year {} is none in which reports were published", n[0]);
  }
  if (numbers.digits[2] == 4) {
    const bool day_first = CalendarProblem(n[2], n[1], n[0]).empty();
    const bool month_first = CalendarProblem(n[2], n[0], n[1]).empty();
    if (day_first && month_first && n[0] != n[1]) {
      return fmt::format("it can be {} or {}", Iso(n[2], n[1], n[0]), Iso(n[2], n[0], n[1]));
    }
    if (!day_first && !month_first) {
      return n[1] > kLastMonth ? CalendarProblem(n[2], n[0], n[1]) : CalendarProblem(n[2], n[1], n[0]);
    }
    return fmt::format("the year {} is none in which reports were published", n[2]);
  }
  if (numbers.digits[0] <= 2 && numbers.digits[2] <= 2) return "its year must have four digits";
  return "";
}

bool NamesOnlyAYear(const Numbers& numbers) { return numbers.values.size() == 1 && numbers.digits[0] == 4; }

// The problem where the value reads as no date, or as one that leaves something open.
std::string Problem(std::string_view value, const std::optional<HeaderDate>& date) {
  const std::optional<Numbers> numbers = ReadNumbers(value);
  if (numbers && numbers->values.size() == 3) return ProblemOfThree(*numbers);
  if (numbers && (NamesOnlyAYear(*numbers) || numbers->values.size() == 2)) return "it names no day";
  if (date && date->month != 0) return "it has no year";
  return "";
}

}  // namespace

std::string PublishedProblem(const std::string& value) {
  const std::string_view text = Trim(value);
  if (text.empty()) return "";
  const Result<Lexicon> lexicon = Lexicon::BuiltIn();
  if (!lexicon.ok()) return lexicon.status().message();
  const Result<LayoutWords> words = LayoutWords::Make(*lexicon);
  if (!words.ok()) return words.status().message();
  const std::optional<HeaderDate> date = ReadWholeDate(text, words->dates);
  const bool digits_alone = ReadNumbers(text).has_value();
  // Two digits in a row of numbers can be a day as well.
  if (date && date->full() && !(date->short_year && digits_alone)) return "";
  const std::string problem = Problem(text, date);
  return fmt::format("\"{}\" is no date of publication{}{}; write year, month and day, as 2024-03-06", ShownName(value),
                     problem.empty() ? "" : ": ", problem);
}

}  // namespace diurna
