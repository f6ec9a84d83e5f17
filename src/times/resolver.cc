// From captured words to a value. A date is read from the coarse to the fine: the year (named, related, or inferred),
// then what lies in it, then the day, then the time of day. What a text leaves open comes from one of two anchors, as
// in HeidelTime (Strötgen and Gertz 2013): in news the publication date, with the tense of the governing verb choosing
// the side; in narratives the time told last. Words such as "the following" and "later" always count from the time told
// last. What neither anchor gives stays X in the value and empty in the record; nothing is invented. Left out: values
// of events ("two days after the vote"), whose extents end where the event begins.

#include "times/resolver.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace diurna {

namespace {

// Days ahead from which a date without any tense is taken for one of the past.
constexpr int kFarAhead = 45;
// Days by which a day may lie behind although the text speaks of the future.
constexpr int kJustPast = 3;
// Months by which a month must lie before the one told last to be the next year's.
constexpr int kTurnOfYear = 10;

int Whole(double value) { return static_cast<int>(value); }

// The day of the nearest such weekday: at or before `from` for a negative direction, at or after for a positive one.
CivilDay NearWeekday(CivilDay from, int weekday, int direction) {
  const int back = (WeekdayOf(from) - weekday + 7) % 7;
  return AddDays(from, direction < 0 ? -back : (7 - back) % 7);
}

// Completes a month and day with the year that puts it on the right side of `published`.
int YearByTense(int month, int day, CivilDay published, TimeTense tense) {
  const int last = day > 0 ? day : 1;
  const auto distance = [&](int year) {
    const int safe = std::min(last, DaysInMonth(year, month));
    return DaysBetween(published, {year, month, safe});
  };
  const int y = published.year;
  const bool same_month = month == published.month;
  if (day == 0 && same_month) return y;
  switch (tense) {
    case TimeTense::kPast:
      // A report may be dated a day before what it tells.
      return distance(y) <= 1 ? y : y - 1;
    case TimeTense::kFuture: {
      // A month that has just ended is not a year away; of a month the last day counts.
      const int behind = day > 0 ? -distance(y) : DaysBetween({y, month, DaysInMonth(y, month)}, published);
      return behind <= 31 ? y : y + 1;
    }
    default: {
      int best = y;
      for (int candidate : {y - 1, y + 1}) {
        if (std::abs(distance(candidate)) < std::abs(distance(best))) best = candidate;
      }
      // Without a tense what lies far ahead is rather behind.
      if (tense == TimeTense::kUnknown && distance(best) > kFarAhead) --best;
      return best;
    }
  }
}

// A part of a unit in whole smaller ones where that is how it is written: half an hour is 30 minutes.
std::pair<double, TimeUnit> Part(double fraction, TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kMinute:
      return {fraction * 60, TimeUnit::kSecond};
    case TimeUnit::kHour:
      return {fraction * 60, TimeUnit::kMinute};
    case TimeUnit::kDay:
      return {fraction * 24, TimeUnit::kHour};
    case TimeUnit::kYear:
      return {fraction * 12, TimeUnit::kMonth};
    case TimeUnit::kDecade:
      return {fraction * 10, TimeUnit::kYear};
    case TimeUnit::kCentury:
      return {fraction * 100, TimeUnit::kYear};
    default:
      return {fraction, unit};
  }
}

void SetClock(const TimeFrame& frame, CalendarPoint* point, std::string* clock) {
  int seconds = Whole(frame.clock);
  if (frame.meridiem == 12 && seconds < 43200) seconds += 43200;
  if (frame.meridiem == 0 && seconds >= 43200 && seconds < 46800) seconds -= 43200;
  point->hour = seconds / 3600;
  point->minute = seconds % 3600 / 60;
  if (seconds % 60 != 0) point->second = seconds % 60;
  *clock = fmt::format("{:02}:{:02}", point->hour % 24, point->minute);
}

}  // namespace

std::vector<TimeFrame> FramesOf(const TimeMatch& match) {
  std::vector<TimeFrame> frames(match.extents.size());
  for (size_t part = 0; part < frames.size(); ++part) {
    TimeFrame& f = frames[part];
    f.kind = match.rule->kind;
    bool after_relation = false;
    const auto fill = [&](const TimeCapture& capture) {
      const int whole = Whole(capture.value);
      switch (capture.slot) {
        case TimeSlot::kNone:
        case TimeSlot::kZone:
        case TimeSlot::kClockUnit:
          break;
        case TimeSlot::kNumber:
          if (f.number >= 0) {
            f.second_number = capture.value;
          } else {
            f.number = capture.value;
          }
          break;
        case TimeSlot::kOrdinal:
          f.ordinal = capture.value;
          break;
        case TimeSlot::kYear:
          f.year = whole;
          break;
        case TimeSlot::kShortYear:
          f.short_year = whole;
          break;
        case TimeSlot::kDay:
          f.day = whole;
          break;
        case TimeSlot::kMonth:
          f.month = whole;
          break;
        case TimeSlot::kClock:
          f.clock = capture.value;
          break;
        case TimeSlot::kDecade:
          f.decade = whole;
          break;
        case TimeSlot::kWeekday:
          // "the first Monday", where "Monday, the first of May" names the day behind it
          if (f.ordinal && f.day == 0 && *f.ordinal <= 5) f.nth_weekday = Whole(*f.ordinal);
          f.weekday = whole;
          break;
        case TimeSlot::kUnit: {
          const TimeUnit unit = static_cast<TimeUnit>(whole);
          if (f.kind == TimeKind::kOffset && unit == TimeUnit::kYear) f.year_back = true;
          if (after_relation && !f.relation_unit) {
            f.relation_unit = unit;
          } else {
            f.unit = unit;
          }
          const double count = f.number >= 0 ? f.number : f.vague ? *f.vague : -2;
          if (count > -2 && (f.kind == TimeKind::kDuration || f.kind == TimeKind::kPeriod ||
                             f.kind == TimeKind::kOffset || f.kind == TimeKind::kSet)) {
            f.lengths.push_back({count, unit});
            f.number = -1;
            f.vague.reset();
          }
          break;
        }
        case TimeSlot::kSeason:
          f.season = static_cast<Season>(whole);
          break;
        case TimeSlot::kPart:
          // "the early hours of Monday morning": the nearer one stands first
          if (f.part < 0) f.part = whole;
          break;
        case TimeSlot::kHoliday:
          f.holiday = whole;
          break;
        case TimeSlot::kModifier:
          if (f.modifier == TimeMod::kNone) f.modifier = static_cast<TimeMod>(whole);
          break;
        case TimeSlot::kQuantity:
          f.quantity = static_cast<TimeMod>(whole);
          break;
        case TimeSlot::kVague:
          f.vague = capture.value;
          break;
        case TimeSlot::kRelation:
          f.relation = TimeRelation::Of(capture.value);
          after_relation = true;
          break;
        case TimeSlot::kDirection:
          f.direction = TimeRelation::Of(capture.value);
          break;
        case TimeSlot::kReference:
          f.reference = static_cast<TimeReference>(whole);
          break;
        case TimeSlot::kDayOffset:
          f.day_offset = whole;
          break;
        case TimeSlot::kEra:
          f.era = whole;
          break;
        case TimeSlot::kMeridiem:
          f.meridiem = whole;
          break;
        case TimeSlot::kFraction:
          f.fraction = capture.value;
          break;
        case TimeSlot::kFrequency:
          f.frequency = static_cast<TimeUnit>(whole);
          break;
        case TimeSlot::kQuarter:
          f.quarter = whole;
          break;
        case TimeSlot::kMinutes:
          f.minutes = whole;
          break;
        case TimeSlot::kTimes:
          if (whole > 0) f.times = whole;
          if (f.times == 0 && !f.lengths.empty()) {
            f.times = Whole(f.lengths.front().first);
            f.lengths.front().first = 1;
          }
          break;
        case TimeSlot::kEvery:
          f.every = true;
          break;
        case TimeSlot::kFiscal:
          f.fiscal = true;
          break;
      }
    };
    for (const TimeCapture& capture : match.captures) {
      if (capture.part == part) fill(capture);
    }
    for (const TimeCapture& capture : match.rule->fixed) {
      if (capture.slot == TimeSlot::kUnit && f.relation && !f.relation_unit) {
        f.relation_unit = static_cast<TimeUnit>(Whole(capture.value));
      } else {
        after_relation = false;
        fill(capture);
      }
    }
    if (f.kind == TimeKind::kDate) {
      if (f.era != 0 && !f.year && f.number >= 0) f.year = Whole(f.number);
      if (f.era == 0 && f.clock < 0 && f.number >= 0 && f.number <= 24 && f.number == std::floor(f.number))
        f.clock = f.number * 3600 + f.minutes * 60;  // "six o'clock", "half past six"
      if (f.weekday > 0 && f.ordinal && *f.ordinal < 0) f.nth_weekday = Whole(*f.ordinal);
      if (f.nth_weekday == 0 && f.day == 0 && f.ordinal && !f.unit && f.decade == std::nullopt && *f.ordinal >= 1 &&
          *f.ordinal <= 31) {
        f.day = Whole(*f.ordinal);
      }
      if (f.relation && !f.relation_unit && f.unit) f.relation_unit = std::exchange(f.unit, std::nullopt);
    }
  }
  // What one end of a range leaves open stands at the other.
  for (size_t part = 0; part + 1 < frames.size(); ++part) {
    TimeFrame& a = frames[part];
    TimeFrame& b = frames[part + 1];
    if (a.era == 0 && b.era != 0) {
      a.era = b.era;
      if (!a.year && a.number >= 0) a.year = Whole(a.number);
    }
    if (b.short_year && !b.year && a.year) {
      const int century = *a.year / 100 * 100;
      b.year = century + *b.short_year + (*b.short_year < *a.year % 100 ? 100 : 0);
      b.short_year.reset();
    }
    if (a.day > 0 && a.month == 0) a.month = b.month;
    if (b.day > 0 && b.month == 0) b.month = a.month;
    if (a.month > 0 && b.month > 0) {
      if (!a.year) a.year = b.year;
      if (!b.year) b.year = a.year;
    }
    if (a.clock >= 0 && b.clock >= 0 && a.meridiem < 0 && b.meridiem >= 0 && a.clock <= 43200) {
      // "from 9 to 5 p.m." begins in the morning.
      a.meridiem = b.meridiem == 12 && std::fmod(a.clock, 43200) > std::fmod(b.clock, 43200) ? 0 : b.meridiem;
    }
  }
  return frames;
}

ResolvedTime TimeResolver::Resolve(const TimeFrame& frame, const TimeContext& context) const {
  ResolvedTime out;
  switch (frame.kind) {
    case TimeKind::kDate:
      out = Date(frame, context);
      break;
    case TimeKind::kOffset:
      out = Offset(frame, context);
      break;
    case TimeKind::kDuration:
    case TimeKind::kPeriod:
      out = Length(frame, context);
      break;
    case TimeKind::kSet:
      out = Set(frame);
      break;
    case TimeKind::kReference:
    case TimeKind::kIgnore: {
      constexpr std::string_view kReferences[] = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
      out.value = kReferences[static_cast<int>(frame.reference.value_or(TimeReference::kPresent))];
      if (frame.relation) {
        // "that time"
        if (context.reference) {
          out.point = context.reference;
          out.value = TimexValue(*context.reference);
        }
        out.from_narrative = true;
        break;
      }
      if (frame.reference == TimeReference::kPresent && context.published && !context.narrative) {
        out.record = RecordTimeOf(PointOf(*context.published));
      }
      break;
    }
  }
  if (out.point && out.record.start.empty()) out.record = RecordTimeOf(*out.point);
  const TimeMod mod = frame.quantity != TimeMod::kNone ? frame.quantity : frame.modifier;
  if (out.mod.empty()) out.mod = TimexName(mod);
  return out;
}

ResolvedTime TimeResolver::Date(const TimeFrame& f, const TimeContext& context) const {
  ResolvedTime out;
  CalendarPoint point;
  const std::optional<CalendarPoint> published =
      context.published ? std::optional(PointOf(*context.published)) : std::nullopt;
  // The anchor of "this", "last", "next": the publication, in a narrative the time told last.
  const std::optional<CalendarPoint> now =
      (context.narrative || !published) && context.reference ? context.reference : published;
  const std::optional<CalendarPoint> told = context.reference ? context.reference : published;
  // What has happened did not happen on a day to come.
  const std::optional<CalendarPoint>& last_day =
      context.tense == TimeTense::kFuture || context.narrative || !published ? context.day : context.past_day;
  const std::optional<CalendarPoint> told_day = last_day && !(context.as_of && published) ? last_day
                                                : context.narrative                       ? std::nullopt
                                                                                          : published;
  const TimeTense tense = context.tense;
  bool known = true;  // the coarse part is settled
  // Told in the past tense on a working day, the weekend is the one before.
  const bool passed_weekend =
      published && !context.narrative && tense == TimeTense::kPast && WeekdayOf(*context.published) < 6;

  // The year and what is as coarse.
  if (f.year) {
    point.year = f.era < 0 ? 1 - *f.year : *f.year;
    out.explicit_year = true;
  } else if (f.short_year) {
    const int base = now && now->year ? *now->year : 2000;
    int year = base / 100 * 100 + *f.short_year;
    if (year > base + 20) year -= 100;
    point.year = year;
  } else if (f.decade) {
    int decade = *f.decade;
    if (decade < 20) {
      const int base = now && now->year ? *now->year / 10 : 199;
      decade = base / 10 * 10 + decade % 10;
      if (decade > base) decade -= 10;
    }
    point.decade = f.era < 0 ? -decade : decade;
  } else if (f.unit == TimeUnit::kCentury && f.ordinal) {
    // The fifth century BC are the years that begin with 4.
    point.century = f.era < 0 ? -Whole(*f.ordinal) : Whole(*f.ordinal) - 1;
  } else if (f.day_offset) {
    if (context.narrative) {
      out.value = *f.day_offset == 0 ? "PRESENT_REF" : *f.day_offset > 0 ? "FUTURE_REF" : "PAST_REF";
      if (f.part < 0) return out;
    }
    if (published) {
      point = PointOf(AddDays(*context.published, *f.day_offset));
    } else {
      known = false;
      out.value = "XXXX-XX-XX";
    }
  } else if (f.relation && (f.weekday == 0 || f.relation_unit) &&
             (f.relation_unit || f.part >= 0 ||
              (f.month == 0 && f.season == Season::kNone && f.holiday < 0 && f.quarter == 0))) {
    const TimeRelation relation = *f.relation;
    const TimeUnit unit = f.relation_unit.value_or(TimeUnit::kDay);
    const bool fine = unit <= TimeUnit::kDay;
    std::optional<CalendarPoint> base = relation.narrative ? (fine ? told_day : told) : now;
    if (relation.narrative) out.from_narrative = true;
    if (fine && base && !base->has_day() && told_day) base = told_day;
    const bool passed = unit == TimeUnit::kWeekend && relation.shift == 0 && !relation.narrative && passed_weekend;
    const std::optional<CalendarPoint> moved = base ? Shift(*base, unit, passed ? -1 : relation.shift) : std::nullopt;
    if (moved) {
      point = *moved;
      if (f.fiscal) point.fiscal = true;
      // "last night" told today began yesterday; "this morning" is today.
    } else {
      known = false;
      out.value = relation.shift < 0 ? "PAST_REF" : relation.shift > 0 ? "FUTURE_REF" : "PRESENT_REF";
      if (unit == TimeUnit::kDay && f.part >= 0) out.value = "XXXX-XX-XX";
    }
  } else if (f.unit && !f.ordinal && !f.relation && f.season == Season::kNone && f.month == 0 && f.quarter == 0 &&
             f.holiday < 0 && f.weekday == 0) {
    // "the end of the month", "later in the year"
    // A business report's quarter is the one told of, or the one that has ended.
    const bool quarter = *f.unit == TimeUnit::kQuarter;
    const bool told_quarter = quarter && told && told->quarter > 0;
    const std::optional<CalendarPoint> base = *f.unit <= TimeUnit::kDay ? told_day : told_quarter ? told : now;
    const std::optional<CalendarPoint> same =
        base ? Shift(*base, *f.unit,
                     (quarter && !told_quarter) || (*f.unit == TimeUnit::kWeekend && passed_weekend) ? -1 : 0)
             : std::nullopt;
    if (same) {
      point = *same;
    } else {
      known = false;
      out.value = TimexDuration(1, *f.unit);
    }
  }

  // What lies in a year.
  const auto settle_year = [&](int month, int day) {
    if (point.year) return;
    if (context.year && !f.relation && f.weekday == 0) {
      point.year = context.year;
      // "It ended on Dec. 31, 2012; by Jan. 15 ..."
      if (told && told->year == context.year && told->month > 0 && month > 0 && told->month - month >= kTurnOfYear) {
        ++*point.year;
      }
    } else if (context.narrative || !published) {
      if (told && told->year) {
        point.year = told->year;
        // A story told in order: January after October is the next year's.
        if (told->month > 0 && month > 0 && told->month - month >= kTurnOfYear) ++*point.year;
      }
    } else {
      point.year = YearByTense(month, day, *context.published, tense);
      // A weekday beside it knows better.
      for (int shift : {0, 1, -1}) {
        const int year = context.published->year + shift;
        if (f.weekday > 0 && day > 0 && ValidDay(year, month, day) && WeekdayOf({year, month, day}) == f.weekday) {
          point.year = year;
          break;
        }
      }
    }
  };
  if (f.fiscal) point.fiscal = true;
  if (f.holiday >= 0) {
    const Holiday& holiday = grammar_.holidays()[static_cast<size_t>(f.holiday)];
    const int month = holiday.kind == Holiday::Kind::kEaster ? 4 : holiday.month;
    if (f.relation && !f.relation_unit && published) {
      const std::optional<CivilDay> here = holiday.In(published->year.value());
      if (here && f.relation->shift > 0) point.year = *published->year + (*here > *context.published ? 0 : 1);
      if (here && f.relation->shift < 0) point.year = *published->year - (*here < *context.published ? 0 : 1);
    }
    if (holiday.kind != Holiday::Kind::kUnknown) settle_year(month, holiday.day > 0 ? holiday.day : 15);
    const std::optional<CivilDay> day = point.year ? holiday.In(*point.year) : std::nullopt;
    if (day) {
      point = PointOf(*day);
    } else if (holiday.kind == Holiday::Kind::kFixed) {
      point.month = holiday.month;
      point.day = holiday.day;
    } else {
      out.value = point.year ? fmt::format("{:04}-XX-XX", *point.year) : "XXXX-XX-XX";
      return out;
    }
  } else if (f.quarter > 0 || (f.unit == TimeUnit::kQuarter && f.ordinal)) {
    point.quarter = f.quarter > 0 ? f.quarter : std::clamp(Whole(*f.ordinal), 1, 4);
    point.month = point.day = 0;
    if (!point.year) settle_year(point.quarter * 3, 0);
  } else if (f.unit == TimeUnit::kHalf) {
    point.half = f.ordinal ? std::clamp(Whole(*f.ordinal), 1, 2) : 2;
    constexpr int kHalfMonths = 6;
    if (!point.year && !point.decade && !point.century && f.month == 0) settle_year(point.half * kHalfMonths, 0);
    if (!point.year && now) point.year = now->year;
    if (f.month > 0) {
      point.half = 0;
      point.month = f.month;
      settle_year(f.month, 0);
    } else if (point.decade || point.century) {
      point.half = 0;
    }
  } else if (f.season != Season::kNone) {
    if (!point.year) {
      if (f.relation && !f.relation->narrative && now && now->year) {
        point.year = *now->year + f.relation->shift;
        // "last summer" told in autumn is this year's.
        if (f.relation->shift != 0 && published && now->month > 0) {
          CalendarPoint same;
          same.year = now->year;
          same.season = f.season;
          const int ahead =
              DaysBetween(now->has_day() ? now->civil() : CivilDay{*now->year, now->month, 1}, *FirstDay(same));
          if (f.relation->shift < 0 && ahead < -92) point.year = now->year;
          if (f.relation->shift > 0 && ahead > 0) point.year = now->year;
        }
      } else if (f.relation && told && told->year) {
        out.from_narrative = true;
        const std::optional<CalendarPoint> near = Shift(*told, TimeUnit::kSeason, 0);
        point.year = *told->year;
        if (near && f.relation->shift > 0 && near->season >= f.season) ++*point.year;
        if (near && f.relation->shift < 0 && near->season <= f.season) --*point.year;
      } else {
        settle_year(static_cast<int>(f.season) * 3, 0);
      }
    }
    CalendarPoint season;
    season.year = point.year;
    season.season = f.season;
    point = season;
  } else if (f.month > 0) {
    if (f.relation && !f.relation_unit && f.day == 0) {
      // "last May", "next March"
      if (now && now->year) {
        const int here = now->month > 0 ? now->month : 1;
        point.year = now->year;
        if (f.relation->shift < 0 && f.month >= here) --*point.year;
        if (f.relation->shift > 0 && f.month <= here) ++*point.year;
      }
    }
    settle_year(f.month, f.day);
    point.month = f.month;
    point.day = f.day;
    point.week = 0;
    point.quarter = 0;
    if (point.day > 0 && point.year && point.day > DaysInMonth(*point.year, point.month)) {
      out.confidence = 0.3;
      point.day = 0;
    }
    if (f.unit == TimeUnit::kWeek && !f.ordinal && point.has_day()) {
      // "the week of March 4"
      point = *Shift(point, TimeUnit::kWeek, 0);
    }
    if (f.unit == TimeUnit::kWeek && f.ordinal && point.year && f.day == 0) {
      // The nth week of a month has no value of its own; the record gets its days.
      const int first = (Whole(*f.ordinal) - 1) * 7 + 1;
      if (first <= 29) {
        out.record.start = fmt::format("{:04}-{:02}-{:02}", *point.year, point.month, first);
        out.record.end = fmt::format("{:04}-{:02}-{:02}", *point.year, point.month,
                                     std::min(first + 6, DaysInMonth(*point.year, point.month)));
        out.record.granularity = Granularity::kWeek;
      }
    }
  } else if (f.day > 0) {
    // A day of a month that is not named: "the 5th", "the 19th of this month".
    if (!f.relation_unit) {
      if (published && !context.narrative) {
        const CivilDay today = *context.published;
        CivilDay month = context.month ? CivilDay{*context.month->year, context.month->month, 1} : today;
        // "It will start on the 5th", written on the 6th, is not a month away.
        if (context.month) {
          out.from_narrative = true;
        } else if (tense == TimeTense::kFuture ? f.day < today.day - kJustPast : f.day > today.day + 1) {
          const int shift = tense == TimeTense::kFuture ? 1 : -1;
          const CalendarPoint moved = *Shift(PointOf(today), TimeUnit::kMonth, shift);
          month = {*moved.year, moved.month, 1};
        }
        point.year = month.year;
        point.month = month.month;
      } else if (told && told->year && told->month > 0) {
        point.year = told->year;
        point.month = told->month;
        out.from_narrative = true;
      }
    }
    point.day = f.day;
    if (point.year && point.month > 0 && point.day > DaysInMonth(*point.year, point.month)) {
      out.confidence = 0.3;
      point.day = 0;
    }
  }

  // The weekday.
  if (f.weekday > 0 && point.day == 0) {
    if (f.nth_weekday != 0 && point.month > 0) {
      if (point.year) {
        const CivilDay day = NthWeekday(*point.year, point.month, f.weekday, f.nth_weekday);
        if (day.month == point.month) point = PointOf(day);
      }
    } else if (point.week > 0 && point.year) {
      point = PointOf(AddDays(*FirstDay(point), f.weekday - 1));
    } else if (f.relation && f.relation->narrative && told_day && told_day->has_day()) {
      const CivilDay from = told_day->civil();
      out.from_narrative = true;
      if (f.relation->shift == 0) {
        point = PointOf(NearWeekday(AddDays(from, -3), f.weekday, 1));
      } else {
        point = PointOf(f.relation->shift > 0 ? NearWeekday(AddDays(from, 1), f.weekday, 1)
                                              : NearWeekday(AddDays(from, -1), f.weekday, -1));
      }
    } else if (context.narrative ? told_day.has_value() && told_day->has_day() : published.has_value()) {
      const CivilDay from = context.narrative ? told_day->civil() : *context.published;
      if (f.relation && f.relation->shift < 0) {
        point = PointOf(NearWeekday(AddDays(from, -1), f.weekday, -1));
      } else if (f.relation && f.relation->shift > 0) {
        point = PointOf(NearWeekday(AddDays(from, 1), f.weekday, 1));
      } else if (tense == TimeTense::kFuture ||
                 (tense == TimeTense::kPresent && !context.headline && !context.narrative)) {
        // "The schools open again on Monday" is a plan.
        point = PointOf(NearWeekday(from, f.weekday, 1));
      } else {
        point = PointOf(NearWeekday(from, f.weekday, -1));
      }
    } else {
      point.weekday = f.weekday;
    }
  }

  // The time of day.
  const bool time = f.clock >= 0 || f.part >= 0;
  if (time && !point.year && point.weekday == 0 && point.month == 0 && point.day == 0 && known && !f.relation) {
    if (told_day && told_day->has_day()) {
      const CivilDay day = told_day->civil();
      point = PointOf(day);
      out.from_narrative = context.day.has_value();
    }
  }
  if (f.part >= 0) {
    const PartOfDay& part = grammar_.parts()[static_cast<size_t>(f.part)];
    point.part = part.value;
    point.part_start = part.start;
    point.part_end = part.end;
    if (part.mod != TimeMod::kNone && f.modifier == TimeMod::kNone) out.mod = TimexName(part.mod);
    if (f.modifier == TimeMod::kStart && part.value == "MO") {
      point.part_start = 0;
      point.part_end = 6;
    }
    out.type = TimeType::kTime;
  }
  if (f.clock >= 0) {
    TimeFrame timed = f;
    if (f.meridiem < 0 && f.part >= 0 && f.clock < 43200) {
      const std::string& part = grammar_.parts()[static_cast<size_t>(f.part)].value;
      if (part == "AF" || part == "EV" || (part == "NI" && f.clock >= 21600)) timed.meridiem = 12;
    }
    SetClock(timed, &point, &out.clock);
    // "It began at midnight": of two midnights the one that has passed.
    if (point.hour == 24 && tense == TimeTense::kPast && point.has_day() && context.published &&
        point.civil() == *context.published) {
      point.hour = 0;
    }
    point.part = {};
    out.type = TimeType::kTime;
  }

  if (out.value.empty()) {
    const bool anything = point.year || point.decade || point.century || point.month > 0 || point.day > 0 ||
                          point.weekday > 0 || point.season != Season::kNone || point.quarter > 0 || point.half > 0 ||
                          time;
    out.value = anything ? TimexValue(point) : "XXXX-XX-XX";
  } else if (time && !known) {
    out.value = TimexValue(point);
  }
  if (known && (point.year || point.decade || point.century)) out.point = point;
  return out;
}

ResolvedTime TimeResolver::Offset(const TimeFrame& f, const TimeContext& context) const {
  ResolvedTime out;
  const TimeRelation direction = f.direction.value_or(TimeRelation{});
  const std::optional<CalendarPoint> published =
      context.published ? std::optional(PointOf(*context.published)) : std::nullopt;
  const bool from_told = direction.narrative || (context.narrative && context.reference.has_value());
  std::optional<CalendarPoint> base = from_told ? context.reference : published;
  if (!base && direction.narrative && !context.narrative) base = published;
  double count = 1;
  TimeUnit unit = f.unit.value_or(TimeUnit::kDay);
  if (!f.lengths.empty()) {
    count = f.lengths.front().first;
    unit = f.lengths.front().second;
  } else if (f.number >= 0) {
    count = f.number;
  } else if (f.vague) {
    count = *f.vague;
  } else if (!f.fraction) {
    count = -1;  // "months later"
  }
  if (f.lengths.size() == 2 && count >= 0) {
    // "a year and two months later": in the smaller of the two
    static constexpr std::tuple<TimeUnit, TimeUnit, int> kParts[] = {{TimeUnit::kYear, TimeUnit::kMonth, 12},
                                                                     {TimeUnit::kWeek, TimeUnit::kDay, 7},
                                                                     {TimeUnit::kDay, TimeUnit::kHour, 24},
                                                                     {TimeUnit::kHour, TimeUnit::kMinute, 60}};
    for (const auto& [whole, part, parts] : kParts) {
      if (unit != whole || f.lengths[1].second != part) continue;
      count = count * parts + f.lengths[1].first;
      unit = part;
      break;
    }
  }
  out.from_narrative = from_told;
  if (f.fraction) {
    const double whole = f.lengths.empty() && f.number < 0 && !f.vague ? 0 : count;
    count = whole + *f.fraction;
    std::tie(count, unit) = Part(count, unit);
  }
  // Of accounts "a year earlier" is the same quarter or month then, not all of that year.
  const bool year_ago = direction.shift < 0 && !context.narrative && count == 1 && f.year_back && f.lengths.size() < 2;
  if (year_ago && context.period && (direction.narrative || context.period->quarter > 0)) {
    CalendarPoint same = *context.period;
    --*same.year;
    out.point = same;
    out.value = TimexValue(same);
    out.from_narrative = true;
    return out;
  }
  const bool fine = unit <= TimeUnit::kDay || f.part >= 0;
  if (fine && from_told && context.day && (!base || !base->has_day())) base = context.day;
  const std::optional<CalendarPoint> moved =
      base && count >= 0 && count < 100000 ? Shift(*base, unit, Whole(count) * direction.shift) : std::nullopt;
  if (moved) {
    CalendarPoint point = *moved;
    if (f.part >= 0) {
      const PartOfDay& part = grammar_.parts()[static_cast<size_t>(f.part)];
      point.part = part.value;
      point.part_start = part.start;
      point.part_end = part.end;
    }
    out.point = point;
    out.value = TimexValue(point);
    if (point.hour >= 0 || f.part >= 0) out.type = TimeType::kTime;
  } else {
    out.value = direction.shift < 0 ? "PAST_REF" : "FUTURE_REF";
    out.confidence = 0.5;
  }
  return out;
}

ResolvedTime TimeResolver::Length(const TimeFrame& f, const TimeContext& context) const {
  ResolvedTime out;
  out.type = TimeType::kDuration;
  std::vector<std::pair<double, TimeUnit>> lengths = f.lengths;
  if (lengths.empty() && f.unit) {
    // "half an hour", "months", "the past year"
    lengths.push_back({f.fraction ? 0 : f.number, *f.unit});
  } else if (lengths.empty() && f.relation_unit) {
    lengths.push_back({f.number, *f.relation_unit});
  }
  if (lengths.empty()) {
    out.value = "PXD";
    return out;
  }
  if (f.fraction && lengths[0].first == 0) {
    lengths[0] = Part(*f.fraction, lengths[0].second);
  } else if (f.fraction) {
    lengths[0].first += *f.fraction;
  }
  std::string value = "P";
  bool time = false;
  for (const auto& [count, unit] : lengths) {
    const std::string one = TimexDuration(count, unit);
    std::string_view tail = std::string_view(one).substr(1);
    if (tail.starts_with('T')) {
      if (time) tail.remove_prefix(1);
      time = true;
    }
    value += tail;
  }
  out.value = value;
  out.duration = value;
  const TimeUnit unit = lengths[0].second;
  if (f.kind == TimeKind::kPeriod && f.relation && f.relation->shift != 0 && context.published && !context.narrative &&
      !f.relation->narrative && lengths[0].first > 0 && lengths.size() == 1) {
    const CalendarPoint today = PointOf(*context.published);
    const int count = Whole(lengths[0].first) * f.relation->shift;
    const std::optional<CalendarPoint> far = Shift(today, unit, count);
    if (far && unit >= TimeUnit::kDay) {
      std::optional<CalendarPoint> edge = far;
      if (unit == TimeUnit::kWeek || unit == TimeUnit::kFortnight) {
        edge = PointOf(AddDays(*context.published, count * (unit == TimeUnit::kWeek ? 7 : 14)));
      }
      const RecordTime there = RecordTimeOf(*edge);
      const RecordTime here = RecordTimeOf(today);
      out.record.start = count < 0 ? there.start : here.start;
      out.record.end = count < 0 ? here.start : there.start;
      out.record.granularity = there.granularity;
    }
  }
  return out;
}

ResolvedTime TimeResolver::Set(const TimeFrame& f) const {
  ResolvedTime out;
  out.type = TimeType::kSet;
  if (f.every) out.quant = "EVERY";
  if (f.times > 0) out.freq = fmt::format("{}X", f.times);
  if (f.frequency) {
    out.value = TimexDuration(1, *f.frequency);
  } else if (f.day > 0 || (f.ordinal && *f.ordinal <= 31 && f.unit == std::nullopt && f.weekday == 0)) {
    out.value = fmt::format("XXXX-XX-{:02}", f.day > 0 ? f.day : Whole(*f.ordinal));
  } else if (f.weekday > 0) {
    out.value = fmt::format("XXXX-WXX-{}", f.weekday);
    if (f.part >= 0) out.value += "T" + grammar_.parts()[static_cast<size_t>(f.part)].value;
  } else if (f.part >= 0) {
    out.value = "XXXX-XX-XXT" + grammar_.parts()[static_cast<size_t>(f.part)].value;
  } else if (f.season != Season::kNone) {
    CalendarPoint point;
    point.season = f.season;
    out.value = TimexValue(point);
  } else if (f.month > 0) {
    out.value = fmt::format("XXXX-{:02}", f.month);
  } else if (!f.lengths.empty() && f.lengths[0].first > 0 && f.lengths[0].second != TimeUnit::kWeekend) {
    out.value = TimexDuration(f.lengths[0].first, f.lengths[0].second);
  } else if (f.unit == TimeUnit::kWeekend) {
    out.value = "XXXX-WXX-WE";
  } else {
    out.value = TimexDuration(f.ordinal.value_or(1), f.unit.value_or(TimeUnit::kDay));
  }
  return out;
}

}  // namespace diurna
