// Recursive descent over the few shapes that dates have in publisher lines and datelines: ISO 8601, day-month-year and
// month-day-year in words, three numbers. What the words leave open stays open: a date without a year has none, and of
// three numbers the order is only taken where no other reads. Time expressions of the body ("last Friday") are none of
// this reader's business.

#include "text/header_date.h"

#include <date/date.h>
#include <fmt/format.h>

#include <utility>

#include "base/utf8.h"
#include "text/cursor.h"
#include "text/letters.h"

namespace diurna {
namespace {

// Index of the name that `word` is or abbreviates with three letters to five.
template <typename Names>
std::optional<int> IndexIn(const Names& names, std::string_view word) {
  constexpr size_t kShortest = 3;
  constexpr size_t kLongest = 5;
  if (word.size() < kShortest) return std::nullopt;
  for (size_t i = 0; i < names.size(); ++i) {
    if (names[i] == word || (word.size() <= kLongest && names[i].starts_with(word))) return static_cast<int>(i);
  }
  return std::nullopt;
}

bool SetYear(int year, size_t digits, HeaderDate* date) {
  if (digits == 2) {
    date->short_year = true;
    date->year = year + (year < 70 ? 2000 : 1900);
    return true;
  }
  if (year < 1600 || year > 2200) return false;
  date->year = year;
  return true;
}

// Reads one date. Every member that finds nothing leaves the cursor where it was.
class DateReader {
 public:
  DateReader(std::string_view text, size_t begin, const DateWords& words)
      : text_(text), words_(words), cursor_(text, begin) {}

  // The date at the cursor; its size counts from the start of the text.
  std::optional<HeaderDate> Read() {
    date_.weekday = ReadWeekday();
    if (date_.weekday) {
      date_.size = cursor_.at();
      if (!cursor_.Take(',')) cursor_.TakeText(" -");
      cursor_.Blanks();
    }
    if (ReadYearFirst() || ReadNumbers() || ReadDayFirst() || ReadMonthFirst()) {
      if (!IsCalendarDate(date_.year == 0 ? 2000 : date_.year, date_.month, date_.day) && !date_.ambiguous) {
        return std::nullopt;
      }
      if (date_.ambiguous && date_.weekday) DecideByWeekday();
      ReadClockBehind();
      date_.size = cursor_.at();
    } else if (!date_.weekday) {
      return std::nullopt;
    }
    const char32_t next = First(text_.substr(date_.size));
    if (IsLetter(next) || IsDigit(next)) return std::nullopt;
    return date_;
  }

  // "10:15", "10.15am", "1015 GMT", "10 a.m. local time (IST)", with its zone. Four digits or one number alone are
  // none: something must follow that tells.
  bool ReadClock() {
    const size_t before = cursor_.at();
    const std::optional<bool> minutes = ReadHours();
    if (!minutes) return false;
    bool sure = *minutes;
    sure = ReadClockWord() || sure;
    sure = ReadZone() || sure;
    ReadOffset();
    if (!sure) cursor_.Back(before);
    return sure;
  }

  const Cursor& cursor() const { return cursor_; }

 private:
  std::optional<int> ReadMonth() {
    const size_t before = cursor_.at();
    const std::optional<int> index = IndexIn(words_.months, cursor_.Word());
    if (!index) {
      cursor_.Back(before);
      return std::nullopt;
    }
    cursor_.Take('.');
    return *index + 1;
  }

  std::optional<int> ReadWeekday() {
    const size_t before = cursor_.at();
    const std::optional<int> index = IndexIn(words_.weekdays, cursor_.Word());
    if (!index) {
      cursor_.Back(before);
      return std::nullopt;
    }
    cursor_.Take('.');
    return index;
  }

  // "6", "06", "6th".
  std::optional<int> ReadDay() {
    const size_t before = cursor_.at();
    const std::optional<int> day = cursor_.Number(1, 2);
    if (!day || *day < 1 || *day > 31) {
      cursor_.Back(before);
      return std::nullopt;
    }
    TakeWordOf(words_.day_endings);
    return day;
  }

  bool TakeWordOf(const Phrases& words) {
    const size_t before = cursor_.at();
    if (words.Has(cursor_.Word())) return true;
    cursor_.Back(before);
    return false;
  }

  // A year after day and month: "2024", "'24", and "24" where nothing follows that would make it a clock time.
  bool ReadYear(bool in_words) {
    const size_t before = cursor_.at();
    if (const std::optional<int> year = cursor_.Number(4, 4)) {
      if (cursor_.Peek() != ':' && SetYear(*year, 4, &date_)) return true;
    } else {
      const bool apostrophe = cursor_.Take('\'') || cursor_.TakeText("\u2019");
      if (const std::optional<int> short_year = cursor_.Number(2, 2)) {
        const size_t after = cursor_.at();
        cursor_.Blanks();
        const bool ends = cursor_.done() || (!in_words && cursor_.at() > after);
        cursor_.Back(after);
        if (apostrophe || ends) return SetYear(*short_year, 2, &date_);
      }
    }
    cursor_.Back(before);
    return false;
  }

  // "2024-03-06", "2024/3/6", "2024.03.06", and "20240306" alone.
  bool ReadYearFirst() {
    const size_t before = cursor_.at();
    if (const std::optional<int> compact = cursor_.Number(8, 8)) {
      if (SetYear(*compact / 10000, 4, &date_)) {
        date_.month = *compact / 100 % 100;
        date_.day = *compact % 100;
        return true;
      }
    } else if (const std::optional<int> year = cursor_.Number(4, 4)) {
      const char separator = cursor_.Peek();
      if ((separator == '-' || separator == '/' || separator == '.') && cursor_.Take(separator)) {
        const std::optional<int> month = cursor_.Number(1, 2);
        const bool again = cursor_.Take(separator);
        const std::optional<int> day = cursor_.Number(1, 2);
        if (month && again && day && SetYear(*year, 4, &date_)) {
          date_.month = *month;
          date_.day = *day;
          return true;
        }
      }
    }
    cursor_.Back(before);
    return false;
  }

  // "06/03/2024", "6.3.24", "6-3-2024". With points the day comes first; else a number above 12 tells.
  bool ReadNumbers() {
    const size_t before = cursor_.at();
    const std::optional<int> first = cursor_.Number(1, 2);
    const char separator = cursor_.Peek();
    if (first && (separator == '/' || separator == '.' || separator == '-') && cursor_.Take(separator)) {
      const std::optional<int> second = cursor_.Number(1, 2);
      if (second && cursor_.Take(separator) && ReadYear(false)) {
        const bool day_first = separator == '.' || *first > 12;
        date_.month = day_first ? *second : *first;
        date_.day = day_first ? *first : *second;
        date_.ambiguous = separator != '.' && *first <= 12 && *second <= 12 && *first != *second;
        return true;
      }
    }
    cursor_.Back(before);
    return false;
  }

  // "6 March 2024", "6th of March, 2024", "06-Mar-2024", "6 March".
  bool ReadDayFirst() {
    const size_t before = cursor_.at();
    if (const std::optional<int> day = ReadDay()) {
      if (!cursor_.Take('-') && !cursor_.Take('/')) cursor_.Blanks();
      if (TakeWordOf(words_.before_month)) cursor_.Blanks();
      if (const std::optional<int> month = ReadMonth()) {
        date_.day = *day;
        date_.month = *month;
        const size_t end = cursor_.at();
        if (!cursor_.Take('-') && !cursor_.Take('/')) {
          cursor_.Take(',');
          cursor_.Blanks();
        }
        if (!ReadYear(true)) cursor_.Back(end);
        return true;
      }
    }
    cursor_.Back(before);
    return false;
  }

  // "March 6, 2024", "Mar. 6th 2024", "March 6".
  bool ReadMonthFirst() {
    const size_t before = cursor_.at();
    if (const std::optional<int> month = ReadMonth(); month && (cursor_.Blanks() || cursor_.Take('-'))) {
      if (const std::optional<int> day = ReadDay(); day && cursor_.Peek() != ':') {
        date_.day = *day;
        date_.month = *month;
        const size_t end = cursor_.at();
        if (!cursor_.Take('-')) {
          cursor_.Take(',');
          cursor_.Blanks();
        }
        if (!ReadYear(true)) cursor_.Back(end);
        return true;
      }
    }
    cursor_.Back(before);
    return false;
  }

  // A weekday settles which of two numbers is the month.
  void DecideByWeekday() {
    const bool american = WeekdayOf(date_.year, date_.month, date_.day) == date_.weekday;
    const bool european = WeekdayOf(date_.year, date_.day, date_.month) == date_.weekday;
    if (american == european) return;
    if (european) std::swap(date_.month, date_.day);
    date_.ambiguous = false;
  }

  // The digits of a clock time; true where minutes are written apart, which makes it certain.
  std::optional<bool> ReadHours() {
    if (cursor_.Number(4, 4)) return false;
    if (!cursor_.Number(1, 2)) return std::nullopt;
    bool minutes = false;
    for (int part = 0; part < 2; ++part) {
      const size_t separator = cursor_.at();
      if ((cursor_.Take(':') || cursor_.Take('.')) && cursor_.Number(2, 2)) {
        minutes = true;
      } else {
        cursor_.Back(separator);
      }
    }
    if (minutes && cursor_.Peek() == '.' && IsDigit(static_cast<unsigned char>(cursor_.Peek(1)))) {
      cursor_.Take('.');  // fractions of a second
      cursor_.Number(1, 9);
    }
    return minutes;
  }

  // "am", "hrs".
  bool ReadClockWord() {
    const size_t before = cursor_.at();
    cursor_.Blanks();
    const size_t size = words_.clock.Leading(cursor_.rest());
    if (size == 0) cursor_.Back(before);
    cursor_.Skip(size);
    return size > 0;
  }

  // "GMT", "(GMT)".
  bool ReadZone() {
    const size_t before = cursor_.at();
    cursor_.Blanks();
    const bool bracket = cursor_.Take('(');
    const size_t size = words_.zones.Leading(cursor_.rest());
    if (size == 0) {
      cursor_.Back(before);
      return false;
    }
    cursor_.Skip(size);
    if (bracket) cursor_.Take(')');
    return true;
  }

  // "+05:30", "-0500".
  void ReadOffset() {
    const size_t before = cursor_.at();
    if (!cursor_.Take('+') && !cursor_.Take('-')) return;
    const size_t digits = cursor_.at();
    if (cursor_.Number(2, 2) && cursor_.Take(':') && cursor_.Number(2, 2)) return;
    cursor_.Back(digits);
    if (!cursor_.Number(4, 4)) cursor_.Back(before);
  }

  // A clock time behind the date, with what may stand between them.
  void ReadClockBehind() {
    const size_t end = cursor_.at();
    if (!cursor_.Take('T')) {
      cursor_.Take(',');
      cursor_.Blanks();
      if (cursor_.Take('-') || cursor_.Take('|') || cursor_.TakeText("\u2013") || cursor_.TakeText("\u2014")) {
        cursor_.Blanks();
      }
      if (TakeWordOf(words_.before_clock)) cursor_.Blanks();
    }
    if (!ReadClock()) cursor_.Back(end);
  }

  const std::string_view text_;
  const DateWords& words_;
  Cursor cursor_;
  HeaderDate date_;
};

}  // namespace

bool IsCalendarDate(int year, int month, int day) { return (::date::year(year) / month / day).ok(); }

int WeekdayOf(int year, int month, int day) {
  return static_cast<int>(::date::weekday(::date::sys_days(::date::year(year) / month / day)).c_encoding());
}

int DayNumber(int year, int month, int day) {
  return ::date::sys_days(::date::year(year) / month / day).time_since_epoch().count();
}

std::optional<HeaderDate> ReadHeaderDate(std::string_view text, const DateWords& words) {
  if (const std::optional<HeaderDate> date = DateReader(text, 0, words).Read()) return date;
  DateReader clock(text, 0, words);  // "10:15 GMT, 6 March 2024"
  if (!clock.ReadClock()) return std::nullopt;
  Cursor cursor = clock.cursor();
  cursor.Take(',');
  cursor.Blanks();
  return DateReader(text, cursor.at(), words).Read();
}

std::optional<HeaderDate> ReadWholeDate(std::string_view text, const DateWords& words) {
  const std::optional<HeaderDate> date = ReadHeaderDate(text, words);
  if (!date) return std::nullopt;
  for (size_t at = date->size; at < text.size();) {
    const char32_t point = DecodeUtf8(text, &at);
    if (!IsBlank(point) && point != '.' && point != ',' && point != ';' && point != ':' && point != '|' &&
        point != ')' && !IsDash(point)) {
      return std::nullopt;
    }
  }
  return date;
}

std::string ToIso(const HeaderDate& date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

std::string MonthAndDay(const HeaderDate& date, const DateWords& words) {
  const std::string& month = words.months[static_cast<size_t>(date.month - 1)];
  std::string shown;
  size_t rest = 0;
  AppendUtf8(ToUpper(DecodeUtf8(month, &rest)), &shown);
  return fmt::format("{}{} {}", shown, month.substr(rest), date.day);
}

}  // namespace diurna
