// Resolution of dates, from the coarse to the fine:
//
//   date_coarse.cc   the year and what is as coarse: "2019", "the 1980s", "yesterday", "last week", "the end of the
//   month" date_within.cc   what lies in a year: "Easter", "the third quarter", "last summer", "5 May", "the 19th of
//   this month" date.cc          the order of the steps; the weekday ("Monday", "the first Monday in May") and the time
//   of day
//
// Internal to the room.

#ifndef DIURNA_TIMES_DATE_H_
#define DIURNA_TIMES_DATE_H_

#include <optional>

#include "times/resolver.h"

namespace diurna {

// One date on its way. Every step fills in what the frame names and the steps before left open.
class DateResolver {
 public:
  DateResolver(const TimeFrame& frame, const TimeContext& context, const TimeWords& words);
  ResolvedTime Resolve();

 private:
  bool InNews() const { return published_ && !context_.narrative; }
  std::optional<CalendarPoint> ToldDay() const;

  // date_coarse.cc. False where the value is settled already.
  bool ResolveCoarse();
  bool ResolveDayOffset();
  void ResolveShortYear();
  void ResolveDecade();
  bool IsRelatedUnit() const;
  void ResolveRelatedUnit();
  bool IsPresentUnit() const;
  void ResolvePresentUnit();

  // date_within.cc. False where the value is settled already.
  bool ResolveWithinYear();
  bool ResolveHoliday();
  void ResolveHalf();
  void ResolveSeason();
  int YearOfRelatedSeason() const;
  void ResolveMonth();
  void SetYearOfRelatedMonth();
  void ResolveWeekOfMonth();
  void ResolveDayOfMonth();
  void SetMonthOfDay();
  void SetYear(int month, int day);
  void SetYearInStory(int month);
  void DropDayBeyondMonth();

  // date.cc
  void ResolveWeekday();
  void TakeNearestWeekday(CivilDay from, int shift);
  void ResolveTimeOfDay();
  void ResolveClock();
  void SetValue();

  const TimeFrame& f_;
  const TimeContext& context_;
  const TimeWords& words_;
  const std::optional<CalendarPoint> published_;
  const std::optional<CalendarPoint> now_;       // the anchor of "this", "last", "next"
  const std::optional<CalendarPoint> told_;      // the time told last
  const std::optional<CalendarPoint> told_day_;  // the day told last
  const bool passed_weekend_;                    // "the weekend" is the one before
  CalendarPoint point_;
  ResolvedTime out_;
  bool known_ = true;  // the coarse part is settled
};

}  // namespace diurna

#endif  // DIURNA_TIMES_DATE_H_
