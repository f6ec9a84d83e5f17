// What lies in a year: holidays, quarters, halves, seasons, months and their days. Where the year is not named it is
// that of the paragraph, in a narrative that of the time told last, and in news the one that puts the day on the side
// of the publication that the tense asks for.

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "times/date.h"

namespace diurna {

namespace {

// Days ahead from which a date without any tense is taken for one of the past.
constexpr int kFarAhead = 45;
// Days by which a day may lie behind although the text speaks of the future.
constexpr int kJustPast = 3;
// The same of a month that is named.
constexpr int kJustPastMonth = 31;
// Months by which a month must lie before the one told last to be the next year's.
constexpr int kTurnOfYear = 10;
constexpr int kSeasonDays = 92;
constexpr int kEasterMonth = 4;
constexpr int kMidMonth = 15;
// How sure a day is that the month does not have.
constexpr double kImpossibleDay = 0.3;

int Whole(double value) { return static_cast<int>(value); }

// The year that puts a month, or a day of it, on the right side of the publication.
int YearByTense(int month, int day, CivilDay published, TimeTense tense) {
  const auto distance = [&](int year) {
    return DaysBetween(published, {year, month, std::min(std::max(day, 1), DaysInMonth(year, month))});
  };
  const int y = published.year;
  if (day == 0 && month == published.month) return y;
  if (tense == TimeTense::kPast) {
    // A report may be dated a day before what it tells.
    return distance(y) <= 1 ? y : y - 1;
  }
  if (tense == TimeTense::kFuture) {
    // A month that has just ended is not a year away; of a month the last day counts.
    const int behind = day > 0 ? -distance(y) : DaysBetween({y, month, DaysInMonth(y, month)}, published);
    return behind <= kJustPastMonth ? y : y + 1;
  }
  int best = y;
  for (int candidate : {y - 1, y + 1}) {
    if (std::abs(distance(candidate)) < std::abs(distance(best))) best = candidate;
  }
  // Without a tense what lies far ahead is rather behind.
  return tense == TimeTense::kUnknown && distance(best) > kFarAhead ? best - 1 : best;
}

}  // namespace

bool DateResolver::ResolveWithinYear() {
  if (f_.holiday) return ResolveHoliday();
  if (f_.quarter > 0 || (f_.unit == TimeUnit::kQuarter && f_.ordinal)) {
    point_.quarter = f_.quarter > 0 ? f_.quarter : std::clamp(Whole(*f_.ordinal), 1, 4);
    point_.month = point_.day = 0;
    SetYear(point_.quarter * 3, 0);
  } else if (f_.unit == TimeUnit::kHalf) {
    ResolveHalf();
  } else if (f_.season != Season::kNone) {
    ResolveSeason();
  } else if (f_.month > 0) {
    ResolveMonth();
  } else if (f_.day > 0) {
    ResolveDayOfMonth();
  }
  return true;
}

// The year of a month, and day or 0, where it is not settled.
void DateResolver::SetYear(int month, int day) {
  if (point_.year) return;
  if (context_.year && !f_.relation && f_.weekday == 0) {
    point_.year = context_.year;
    // "It ended on Dec. 31, 2012; by Jan. 15 ..."
    if (told_ && told_->year == context_.year && told_->month > 0 && month > 0 && told_->month - month >= kTurnOfYear) {
      ++*point_.year;
    }
    return;
  }
  if (!InNews()) return SetYearInStory(month);
  const CivilDay published = *context_.published;
  point_.year = YearByTense(month, day, published, context_.tense);
  // A weekday beside it knows better.
  if (f_.weekday == 0 || day == 0) return;
  for (int year : {published.year, published.year + 1, published.year - 1}) {
    if (ValidDay(year, month, day) && WeekdayOf({year, month, day}) == f_.weekday) {
      point_.year = year;
      break;
    }
  }
}

// A story told in order: January after October is the next year's.
void DateResolver::SetYearInStory(int month) {
  if (!told_ || !told_->year) return;
  point_.year = told_->year;
  if (told_->month > 0 && month > 0 && told_->month - month >= kTurnOfYear) ++*point_.year;
}

bool DateResolver::ResolveHoliday() {
  const Holiday& holiday = words_.holidays()[static_cast<size_t>(*f_.holiday)];
  if (f_.relation && !f_.relation_unit && published_) {
    // "last Christmas", "next Easter"
    const CivilDay today = *context_.published;
    const std::optional<CivilDay> here = holiday.In(today.year);
    if (here && f_.relation->shift > 0) point_.year = today.year + (*here > today ? 0 : 1);
    if (here && f_.relation->shift < 0) point_.year = today.year - (*here < today ? 0 : 1);
  }
  if (holiday.kind != Holiday::Kind::kUnknown) {
    SetYear(holiday.kind == Holiday::Kind::kEaster ? kEasterMonth : holiday.month,
            holiday.day > 0 ? holiday.day : kMidMonth);
  }
  const std::optional<CivilDay> day = point_.year ? holiday.In(*point_.year) : std::nullopt;
  if (day) {
    point_ = PointOf(*day);
  } else if (holiday.kind == Holiday::Kind::kFixed) {
    point_.month = holiday.month;
    point_.day = holiday.day;
  } else {
    out_.value = point_.year ? fmt::format("{:04}-XX-XX", *point_.year) : "XXXX-XX-XX";
    return false;
  }
  return true;
}

// "the first half of 2019", "mid-2019"; of a month or decade the half has no value of its own.
void DateResolver::ResolveHalf() {
  constexpr int kHalfMonths = 6;
  point_.half = f_.ordinal ? std::clamp(Whole(*f_.ordinal), 1, 2) : 2;
  const bool age = point_.decade || point_.century;
  if (!age && f_.month == 0) SetYear(point_.half * kHalfMonths, 0);
  if (!point_.year && now_) point_.year = now_->year;
  if (f_.month > 0) {
    point_.half = 0;
    point_.month = f_.month;
    SetYear(f_.month, 0);
  } else if (age) {
    point_.half = 0;
  }
}

void DateResolver::ResolveSeason() {
  if (!point_.year) {
    const bool from_now = f_.relation && !f_.relation->narrative && now_ && now_->year;
    const bool from_told = f_.relation && !from_now && told_ && told_->year;
    if (from_now) {
      point_.year = YearOfRelatedSeason();
    } else if (from_told) {
      out_.from_narrative = true;
      const std::optional<CalendarPoint> near = Shift(*told_, TimeUnit::kSeason, 0);
      point_.year = told_->year;
      if (near && f_.relation->shift > 0 && near->season >= f_.season) ++*point_.year;
      if (near && f_.relation->shift < 0 && near->season <= f_.season) --*point_.year;
    } else {
      SetYear(static_cast<int>(f_.season) * 3, 0);
    }
  }
  CalendarPoint season;
  season.year = point_.year;
  season.season = f_.season;
  point_ = season;
}

// "last summer" told in autumn is this year's.
int DateResolver::YearOfRelatedSeason() const {
  const int here = *now_->year;
  const int shift = f_.relation->shift;
  if (shift != 0 && published_ && now_->month > 0) {
    CalendarPoint same;
    same.year = here;
    same.season = f_.season;
    const CivilDay today = now_->has_day() ? now_->civil() : CivilDay{here, now_->month, 1};
    const int ahead = DaysBetween(today, *FirstDay(same));
    if ((shift < 0 && ahead < -kSeasonDays) || (shift > 0 && ahead > 0)) return here;
  }
  return here + shift;
}

void DateResolver::ResolveMonth() {
  if (f_.relation && !f_.relation_unit && f_.day == 0) SetYearOfRelatedMonth();
  SetYear(f_.month, f_.day);
  point_.month = f_.month;
  point_.day = f_.day;
  point_.week = 0;
  point_.quarter = 0;
  DropDayBeyondMonth();
  if (f_.unit == TimeUnit::kWeek) ResolveWeekOfMonth();
}

// "last May", "next March"
void DateResolver::SetYearOfRelatedMonth() {
  if (!now_ || !now_->year) return;
  const int here = now_->month > 0 ? now_->month : 1;
  point_.year = now_->year;
  if (f_.relation->shift < 0 && f_.month >= here) --*point_.year;
  if (f_.relation->shift > 0 && f_.month <= here) ++*point_.year;
}

// "the week of March 4"; "the first week of March" has no value of its own, the record gets its days.
void DateResolver::ResolveWeekOfMonth() {
  constexpr int kWeek = 7;
  if (!f_.ordinal) {
    if (point_.has_day()) point_ = *Shift(point_, TimeUnit::kWeek, 0);
    return;
  }
  if (!point_.year || f_.day != 0) return;
  const int first = (Whole(*f_.ordinal) - 1) * kWeek + 1;
  const int days = DaysInMonth(*point_.year, point_.month);
  if (first > 29) return;
  out_.record.start = fmt::format("{:04}-{:02}-{:02}", *point_.year, point_.month, first);
  out_.record.end = fmt::format("{:04}-{:02}-{:02}", *point_.year, point_.month, std::min(first + kWeek - 1, days));
  out_.record.granularity = Granularity::kWeek;
}

// A day of a month that is not named: "the 5th", "the 19th of this month".
void DateResolver::ResolveDayOfMonth() {
  // A relation has settled the month.
  if (!f_.relation_unit) SetMonthOfDay();
  point_.day = f_.day;
  DropDayBeyondMonth();
}

// The month named last, else the one that puts the day on the right side of the publication.
void DateResolver::SetMonthOfDay() {
  if (!InNews()) {
    if (!told_ || !told_->year || told_->month == 0) return;
    point_.year = told_->year;
    point_.month = told_->month;
    out_.from_narrative = true;
    return;
  }
  const CivilDay today = *context_.published;
  CivilDay month = today;
  const bool ahead = context_.tense == TimeTense::kFuture;
  if (context_.month) {
    month = {*context_.month->year, context_.month->month, 1};
    out_.from_narrative = true;
  } else if (ahead ? f_.day < today.day - kJustPast : f_.day > today.day + 1) {
    // "It will start on the 5th", written on the 6th, is not a month away.
    month = AddMonths(today.year, today.month, ahead ? 1 : -1);
  }
  point_.year = month.year;
  point_.month = month.month;
}

void DateResolver::DropDayBeyondMonth() {
  if (!point_.year || point_.month == 0 || point_.day <= DaysInMonth(*point_.year, point_.month)) return;
  out_.confidence = kImpossibleDay;
  point_.day = 0;
}

}  // namespace diurna
