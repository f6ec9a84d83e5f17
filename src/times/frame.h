// Frames: what a match captured, by slot. "the 19th of this month" is a frame with day 19, relation this and its unit
// month; "two days later" one with a length of two days and a direction ahead. What the frame means is decided by the
// resolver.

#ifndef DIURNA_TIMES_FRAME_H_
#define DIURNA_TIMES_FRAME_H_

#include <optional>
#include <utility>
#include <vector>

#include "times/calendar.h"
#include "times/rule.h"
#include "times/slots.h"

namespace diurna {

struct TimeFrame {
  TimeKind kind = TimeKind::kDate;
  bool fiscal = false;
  std::optional<int> year, short_year, decade;
  int era = 0;
  int month = 0, day = 0, weekday = 0, quarter = 0;
  Season season = Season::kNone;
  std::optional<int> part, holiday;  // indices into the lists of TimeWords
  int minutes = 0;                   // after the hour that is named
  int times = 0;                     // how often in each unit, 0 where that is not told
  bool every = false;
  double clock = -1;            // seconds since midnight
  std::optional<int> meridiem;  // 0 a.m., 12 p.m.
  std::optional<int> day_offset;
  std::optional<TimeReference> reference;
  std::optional<TimeUnit> frequency;
  std::optional<TimeRelation> relation, direction;
  std::optional<TimeUnit> relation_unit;  // the unit that the relation speaks of
  std::optional<TimeUnit> unit;           // any other
  bool year_back = false;                 // an offset by years: "a year earlier", "the year-ago quarter"
  int nth_weekday = 0;                    // "the first Monday in May"; -1 the last
  std::optional<double> ordinal, fraction, vague;
  std::vector<std::pair<double, TimeUnit>> lengths;  // counted units, -1 for a vague count
  double number = -1;
  TimeMod modifier = TimeMod::kNone, quantity = TimeMod::kNone;

  // A clock time or a part of a day is named.
  bool HasTimeOfDay() const { return clock >= 0 || part; }
  // Nothing but those is named.
  bool BareTime() const {
    return kind == TimeKind::kDate && HasTimeOfDay() && !relation && !day_offset && month == 0 && day == 0 &&
           weekday == 0 && !holiday && !year;
  }
};

// Frames of one match, one for each of its expressions; what one of them leaves open is taken from its neighbour.
std::vector<TimeFrame> FramesOf(const TimeMatch& match);

}  // namespace diurna

#endif  // DIURNA_TIMES_FRAME_H_
