// Resolution of time expressions: what a rule captured, read against the publication date and the times told before.

#ifndef DIURNA_TIMES_RESOLVER_H_
#define DIURNA_TIMES_RESOLVER_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "times/calendar.h"
#include "times/grammar.h"

namespace diurna {

// The tense of what happens at a time, as far as the syntax tells.
enum class TimeTense : uint8_t { kUnknown, kPast, kPresent, kFuture };

// A match's captures by slot.
struct TimeFrame {
  TimeKind kind = TimeKind::kDate;
  bool fiscal = false;
  std::optional<int> year, short_year, decade;
  int era = 0;
  int month = 0, day = 0, weekday = 0, quarter = 0;
  Season season = Season::kNone;
  int part = -1, holiday = -1;
  int minutes = 0;  // after the hour that is named
  int times = 0;    // how often in each unit, 0 where that is not told
  bool every = false;
  double clock = -1;         // seconds since midnight
  bool clock_exact = false;  // minutes were named
  int meridiem = -1;
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
  double number = -1, second_number = -1;
  TimeMod modifier = TimeMod::kNone, quantity = TimeMod::kNone;

  // True where nothing but a clock time, or a part of a day, is named.
  bool BareTime() const {
    return kind == TimeKind::kDate && (clock >= 0 || part >= 0) && !relation && !day_offset && month == 0 && day == 0 &&
           weekday == 0 && holiday < 0 && !year;
  }
};

// Frames of one match, one for each of its expressions; what one of them leaves open is taken from its neighbour.
std::vector<TimeFrame> FramesOf(const TimeMatch& match);

// What is known where an expression stands.
struct TimeContext {
  std::optional<CivilDay> published;
  bool narrative = false;                  // a history: times are told in order, far from the publication
  std::optional<CalendarPoint> reference;  // the time told last
  std::optional<CalendarPoint> day;        // the day told last
  std::optional<CalendarPoint> past_day;   // the day told last that does not lie after the publication
  std::optional<CalendarPoint> month;      // the month named last, near enough to be meant by "the 5th"
  std::optional<CalendarPoint> period;     // the quarter or month that this sentence compares
  bool headline = false;                   // the expression stands in the title
  bool as_of = false;                      // behind "as of"
  std::optional<int> year;                 // the year told last in this paragraph
  TimeTense tense = TimeTense::kUnknown;
};

// An expression's value.
struct ResolvedTime {
  TimeType type = TimeType::kDate;
  std::string value, mod;
  std::string quant, freq;             // of a set: "EVERY", "2X"
  std::optional<CalendarPoint> point;  // where the value is a point of the calendar
  RecordTime record;
  std::string duration, clock;
  bool from_narrative = false;  // counted from the time told last
  bool explicit_year = false;
  double confidence = 1;
};

class TimeResolver {
 public:
  explicit TimeResolver(const TimeGrammar& grammar) : grammar_(grammar) {}
  ResolvedTime Resolve(const TimeFrame& frame, const TimeContext& context) const;

 private:
  ResolvedTime Date(const TimeFrame& frame, const TimeContext& context) const;
  ResolvedTime Offset(const TimeFrame& frame, const TimeContext& context) const;
  ResolvedTime Length(const TimeFrame& frame, const TimeContext& context) const;
  ResolvedTime Set(const TimeFrame& frame) const;

  const TimeGrammar& grammar_;
};

}  // namespace diurna

#endif  // DIURNA_TIMES_RESOLVER_H_
