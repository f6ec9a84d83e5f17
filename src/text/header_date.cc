// Recursive descent over the few shapes that dates have in publisher lines and datelines: ISO 8601, day-month-year and
// month-day-year in words, three numbers. What the words leave open stays open: a date without a year has none, and of
// three numbers the order is only taken where no other reads. Time expressions of the body ("last Friday") are none of
// this reader's business.

#include "text/header_date.h"

#include <date/date.h>
#include <fmt/format.h>

#include <array>

#include "base/utf8.h"
#include "text/letters.h"

namespace diurna {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday"};

// Moves over a text piece by piece; every reader leaves the place as it was where it finds nothing.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  size_t at() const { return at_; }
  void Back(size_t at) { at_ = at; }
  std::string_view rest() const { return text_.substr(at_); }
  bool done() const { return at_ >= text_.size(); }
  char Peek(size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool Take(char c) {
    if (Peek() != c) return false;
    ++at_;
    return true;
  }
  bool TakeText(std::string_view text) {
    if (!rest().starts_with(text)) return false;
    at_ += text.size();
    return true;
  }

  bool Blanks() {
    const size_t before = at_;
    while (!done()) {
      size_t next = at_;
      if (!IsBlank(DecodeUtf8(text_, &next))) break;
      at_ = next;
    }
    return at_ > before;
  }

  // A number of `least` to `most` digits with no digit after it.
  std::optional<int> Number(size_t least, size_t most) {
    size_t digits = 0;
    int value = 0;
    while (digits <= most && IsDigit(static_cast<unsigned char>(Peek(digits)))) {
      value = value * 10 + (Peek(digits++) - '0');
    }
    if (digits < least || digits > most) return std::nullopt;
    at_ += digits;
    return value;
  }

  // A whole word of ASCII letters, lower case; empty where none stands here.
  std::string Word() {
    std::string word;
    while (IsAsciiLetter(Peek(word.size()))) word.push_back(static_cast<char>(Peek(word.size()) | 0x20));
    size_t next = at_ + word.size();
    if (next < text_.size() && IsLetter(DecodeUtf8(text_, &next))) return "";
    at_ += word.size();
    return word;
  }

 private:
  static bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

  std::string_view text_;
  size_t at_ = 0;
};

// Index of the name that `word` is or abbreviates with at least three letters, or -1.
template <size_t kSize>
int IndexIn(const std::array<std::string_view, kSize>& names, std::string_view word) {
  if (word.size() < 3) return -1;
  for (size_t i = 0; i < kSize; ++i) {
    if (names[i] == word || (word.size() <= 5 && names[i].starts_with(word))) return static_cast<int>(i);
  }
  return -1;
}

std::optional<int> ReadMonth(Cursor* cursor) {
  const size_t before = cursor->at();
  const int index = IndexIn(kMonths, cursor->Word());
  if (index < 0) {
    cursor->Back(before);
    return std::nullopt;
  }
  cursor->Take('.');
  return index + 1;
}

std::optional<int> ReadWeekday(Cursor* cursor) {
  const size_t before = cursor->at();
  const int index = IndexIn(kWeekdays, cursor->Word());
  if (index < 0) {
    cursor->Back(before);
    return std::nullopt;
  }
  cursor->Take('.');
  return index;
}

// "6", "06", "6th".
std::optional<int> ReadDay(Cursor* cursor) {
  const size_t before = cursor->at();
  const std::optional<int> day = cursor->Number(1, 2);
  if (!day || *day < 1 || *day > 31) {
    cursor->Back(before);
    return std::nullopt;
  }
  const size_t after = cursor->at();
  if (const std::string suffix = cursor->Word(); suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th") {
    cursor->Back(after);
  }
  return day;
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

// A year after day and month: "2024", "'24", and "24" where nothing follows that would make it a clock time.
bool ReadYear(Cursor* cursor, bool in_words, HeaderDate* date) {
  const size_t before = cursor->at();
  if (const std::optional<int> year = cursor->Number(4, 4)) {
    if (cursor->Peek() != ':' && SetYear(*year, 4, date)) return true;
  } else {
    const bool apostrophe = cursor->Take('\'') || cursor->TakeText("\u2019");
    if (const std::optional<int> short_year = cursor->Number(2, 2)) {
      const size_t after = cursor->at();
      cursor->Blanks();
      const bool ends = cursor->done() || (!in_words && cursor->at() > after);
      cursor->Back(after);
      if (apostrophe || ends) return SetYear(*short_year, 2, date);
    }
  }
  cursor->Back(before);
  return false;
}

// "2024-03-06", "2024/3/6", "2024.03.06", and "20240306" alone.
bool ReadYearFirst(Cursor* cursor, HeaderDate* date) {
  const size_t before = cursor->at();
  if (const std::optional<int> compact = cursor->Number(8, 8)) {
    if (SetYear(*compact / 10000, 4, date)) {
      date->month = *compact / 100 % 100;
      date->day = *compact % 100;
      return true;
    }
  } else if (const std::optional<int> year = cursor->Number(4, 4)) {
    const char separator = cursor->Peek();
    if ((separator == '-' || separator == '/' || separator == '.') && cursor->Take(separator)) {
      const std::optional<int> month = cursor->Number(1, 2);
      const bool again = cursor->Take(separator);
      const std::optional<int> day = cursor->Number(1, 2);
      if (month && again && day && SetYear(*year, 4, date)) {
        date->month = *month;
        date->day = *day;
        return true;
      }
    }
  }
  cursor->Back(before);
  return false;
}

// "06/03/2024", "6.3.24", "6-3-2024". With points the day comes first; else a number above 12 tells.
bool ReadNumbers(Cursor* cursor, HeaderDate* date) {
  const size_t before = cursor->at();
  const std::optional<int> first = cursor->Number(1, 2);
  const char separator = cursor->Peek();
  if (first && (separator == '/' || separator == '.' || separator == '-') && cursor->Take(separator)) {
    const std::optional<int> second = cursor->Number(1, 2);
    if (second && cursor->Take(separator) && ReadYear(cursor, false, date)) {
      const bool day_first = separator == '.' || *first > 12;
      date->month = day_first ? *second : *first;
      date->day = day_first ? *first : *second;
      date->ambiguous = separator != '.' && *first <= 12 && *second <= 12 && *first != *second;
      return true;
    }
  }
  cursor->Back(before);
  return false;
}

// "6 March 2024", "6th of March, 2024", "06-Mar-2024", "6 March".
bool ReadDayFirst(Cursor* cursor, HeaderDate* date) {
  const size_t before = cursor->at();
  if (const std::optional<int> day = ReadDay(cursor)) {
    if (!cursor->Take('-') && !cursor->Take('/')) cursor->Blanks();
    const size_t after = cursor->at();
    if (cursor->Word() == "of") {
      cursor->Blanks();
    } else {
      cursor->Back(after);
    }
    if (const std::optional<int> month = ReadMonth(cursor)) {
      date->day = *day;
      date->month = *month;
      const size_t end = cursor->at();
      if (!cursor->Take('-') && !cursor->Take('/')) {
        cursor->Take(',');
        cursor->Blanks();
      }
      if (!ReadYear(cursor, true, date)) cursor->Back(end);
      return true;
    }
  }
  cursor->Back(before);
  return false;
}

// "March 6, 2024", "Mar. 6th 2024", "March 6".
bool ReadMonthFirst(Cursor* cursor, HeaderDate* date) {
  const size_t before = cursor->at();
  if (const std::optional<int> month = ReadMonth(cursor); month && (cursor->Blanks() || cursor->Take('-'))) {
    if (const std::optional<int> day = ReadDay(cursor); day && cursor->Peek() != ':') {
      date->day = *day;
      date->month = *month;
      const size_t end = cursor->at();
      if (!cursor->Take('-')) {
        cursor->Take(',');
        cursor->Blanks();
      }
      if (!ReadYear(cursor, true, date)) cursor->Back(end);
      return true;
    }
  }
  cursor->Back(before);
  return false;
}

bool ReadCore(Cursor* cursor, HeaderDate* date) {
  return ReadYearFirst(cursor, date) || ReadNumbers(cursor, date) || ReadDayFirst(cursor, date) ||
         ReadMonthFirst(cursor, date);
}

// "10:15", "10.15am", "1015 GMT", "10 a.m. local time (IST)". True where one was taken, its zone with it.
bool ReadClock(Cursor* cursor) {
  const size_t before = cursor->at();
  bool clock = false;
  bool needs_more = true;
  if (cursor->Number(4, 4)) {
    clock = true;
  } else if (cursor->Number(1, 2)) {
    clock = true;
    for (int part = 0; part < 2; ++part) {
      const size_t separator = cursor->at();
      if ((cursor->Take(':') || cursor->Take('.')) && cursor->Number(2, 2)) {
        needs_more = false;
      } else {
        cursor->Back(separator);
      }
    }
    if (!needs_more && cursor->Peek() == '.' && IsDigit(static_cast<unsigned char>(cursor->Peek(1)))) {
      cursor->Take('.');  // fractions of a second
      cursor->Number(1, 9);
    }
  }
  if (!clock) return false;
  size_t end = cursor->at();
  static constexpr std::string_view kAfter[] = {"a.m.", "p.m.", "am", "pm", "hrs", "hours", "h"};
  static constexpr std::string_view kZones[] = {"gmt", "utc",  "z",    "cet", "cest", "bst",       "est", "edt",
                                                "cst", "cdt",  "pst",  "pdt", "mst",  "mdt",       "ist", "jst",
                                                "msk", "eet",  "eest", "wat", "eat",  "sast",      "pkt", "hkt",
                                                "sgt", "aest", "aedt", "et",  "pt",   "local time"};
  cursor->Blanks();
  for (const std::string_view word : kAfter) {
    const bool here = word.back() == '.' ? ToLower(cursor->rest().substr(0, word.size())) == word
                                         : StartsWithWord(cursor->rest(), word);
    if (!here) continue;
    end = cursor->at() + word.size();
    needs_more = false;
    break;
  }
  cursor->Back(end);
  cursor->Blanks();
  const bool bracket = cursor->Take('(');
  for (const std::string_view zone : kZones) {
    if (!StartsWithWord(cursor->rest(), zone)) continue;
    cursor->TakeText(cursor->rest().substr(0, zone.size()));
    if (bracket) cursor->Take(')');
    end = cursor->at();
    needs_more = false;
    break;
  }
  cursor->Back(end);
  if (cursor->Take('+') || cursor->Take('-')) {
    const bool hours = cursor->Number(2, 2).has_value();
    if (hours && cursor->Take(':') && cursor->Number(2, 2)) {
      end = cursor->at();
    } else {
      cursor->Back(end + 1);
      if (cursor->Number(4, 4)) end = cursor->at();
    }
    cursor->Back(end);
  }
  if (needs_more) cursor->Back(before);
  return !needs_more;
}

// A clock time behind the date, with what may stand between them.
void ReadClockBehind(Cursor* cursor) {
  const size_t end = cursor->at();
  if (!cursor->Take('T')) {
    cursor->Take(',');
    cursor->Blanks();
    if (cursor->Take('-') || cursor->Take('|') || cursor->TakeText("\u2013") || cursor->TakeText("\u2014")) {
      cursor->Blanks();
    }
    const size_t word = cursor->at();
    if (cursor->Word() == "at") {
      cursor->Blanks();
    } else {
      cursor->Back(word);
    }
  }
  if (!ReadClock(cursor)) cursor->Back(end);
}

}  // namespace

bool IsCalendarDate(int year, int month, int day) { return (::date::year(year) / month / day).ok(); }

int WeekdayOf(int year, int month, int day) {
  return static_cast<int>(::date::weekday(::date::sys_days(::date::year(year) / month / day)).c_encoding());
}

int DayNumber(int year, int month, int day) {
  return ::date::sys_days(::date::year(year) / month / day).time_since_epoch().count();
}

namespace {

// The date at byte `begin`; its size counts from the start of the text.
std::optional<HeaderDate> ReadDateAt(std::string_view text, size_t begin) {
  HeaderDate date;
  Cursor cursor(text);
  cursor.Back(begin);
  if (const std::optional<int> weekday = ReadWeekday(&cursor)) {
    date.weekday = *weekday;
    date.size = cursor.at();
    if (!cursor.Take(',')) cursor.TakeText(" -");
    cursor.Blanks();
  }
  if (ReadCore(&cursor, &date)) {
    if (!IsCalendarDate(date.year == 0 ? 2000 : date.year, date.month, date.day)) {
      if (!date.ambiguous) return std::nullopt;
    }
    // A weekday settles which of two numbers is the month.
    if (date.ambiguous && date.weekday >= 0) {
      const bool american = WeekdayOf(date.year, date.month, date.day) == date.weekday;
      const bool european = WeekdayOf(date.year, date.day, date.month) == date.weekday;
      if (american != european) {
        if (european) std::swap(date.month, date.day);
        date.ambiguous = false;
      }
    }
    ReadClockBehind(&cursor);
    date.size = cursor.at();
  } else if (date.weekday < 0) {
    return std::nullopt;
  }
  const char32_t next = First(text.substr(date.size));
  if (IsLetter(next) || IsDigit(next)) return std::nullopt;
  return date;
}

}  // namespace

std::optional<HeaderDate> ReadHeaderDate(std::string_view text) {
  if (const std::optional<HeaderDate> date = ReadDateAt(text, 0)) return date;
  Cursor cursor(text);  // "10:15 GMT, 6 March 2024"
  if (!ReadClock(&cursor)) return std::nullopt;
  cursor.Take(',');
  cursor.Blanks();
  return ReadDateAt(text, cursor.at());
}

std::optional<HeaderDate> ReadWholeDate(std::string_view text) {
  const std::optional<HeaderDate> date = ReadHeaderDate(text);
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

std::string MonthAndDay(const HeaderDate& date) {
  std::string month(kMonths[static_cast<size_t>(date.month - 1)]);
  month[0] = static_cast<char>(month[0] - 'a' + 'A');
  return fmt::format("{} {}", month, date.day);
}

}  // namespace diurna
