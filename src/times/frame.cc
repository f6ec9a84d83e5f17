// Captures are read in the order of the text, then what the rule fixes. Order matters for few slots: a unit behind a
// relation is the one that it speaks of ("last week"), a number before a unit counts it.

#include "times/frame.h"

#include <cmath>

namespace diurna {

namespace {

constexpr int kNoon = 43200;  // seconds
constexpr double kMostHours = 24;
constexpr double kMostDays = 31;
constexpr double kMostWeekdays = 5;  // of one month

int Whole(double value) { return static_cast<int>(value); }

class FrameReader {
 public:
  explicit FrameReader(const TimeRule& rule) : rule_(rule) { f_.kind = rule.kind; }

  void Capture(const TimeCapture& capture) { Fill(capture.slot, capture.value); }

  TimeFrame Finish() {
    for (const TimeCapture& fixed : rule_.fixed) {
      if (fixed.slot == TimeSlot::kUnit && f_.relation && !f_.relation_unit) {
        f_.relation_unit = static_cast<TimeUnit>(Whole(fixed.value));
      } else {
        after_relation_ = false;
        Fill(fixed.slot, fixed.value);
      }
    }
    if (f_.kind == TimeKind::kDate) CompleteDate();
    return std::move(f_);
  }

 private:
  void Fill(TimeSlot slot, double value) {
    if (!FillWhole(slot, Whole(value)) && !FillCount(slot, value)) FillName(slot, value);
  }

  // Slots that a whole number fills in without further ado.
  bool FillWhole(TimeSlot slot, int value) {
    static constexpr std::pair<TimeSlot, int TimeFrame::*> kWhole[] = {
        {TimeSlot::kDay, &TimeFrame::day},           {TimeSlot::kMonth, &TimeFrame::month},
        {TimeSlot::kHoliday, &TimeFrame::holiday},   {TimeSlot::kEra, &TimeFrame::era},
        {TimeSlot::kMeridiem, &TimeFrame::meridiem}, {TimeSlot::kQuarter, &TimeFrame::quarter},
        {TimeSlot::kMinutes, &TimeFrame::minutes}};
    static constexpr std::pair<TimeSlot, std::optional<int> TimeFrame::*> kOptional[] = {
        {TimeSlot::kYear, &TimeFrame::year},
        {TimeSlot::kFarYear, &TimeFrame::year},
        {TimeSlot::kShortYear, &TimeFrame::short_year},
        {TimeSlot::kDecade, &TimeFrame::decade},
        {TimeSlot::kDayOffset, &TimeFrame::day_offset}};
    for (const auto& [name, member] : kWhole) {
      if (name == slot) f_.*member = value;
      if (name == slot) return true;
    }
    for (const auto& [name, member] : kOptional) {
      if (name == slot) f_.*member = value;
      if (name == slot) return true;
    }
    return false;
  }

  // Numbers, and the units that they count.
  bool FillCount(TimeSlot slot, double value) {
    switch (slot) {
      case TimeSlot::kNumber:
        if (f_.number < 0) f_.number = value;
        return true;
      case TimeSlot::kOrdinal:
        f_.ordinal = value;
        return true;
      case TimeSlot::kFraction:
        f_.fraction = value;
        return true;
      case TimeSlot::kVague:
        f_.vague = value;
        return true;
      case TimeSlot::kClock:
        f_.clock = value;
        return true;
      case TimeSlot::kUnit:
        FillUnit(static_cast<TimeUnit>(Whole(value)));
        return true;
      case TimeSlot::kTimes:
        if (Whole(value) > 0) f_.times = Whole(value);
        if (f_.times == 0 && !f_.lengths.empty()) {
          f_.times = Whole(f_.lengths.front().first);
          f_.lengths.front().first = 1;
        }
        return true;
      default:
        return false;
    }
  }

  void FillUnit(TimeUnit unit) {
    if (f_.kind == TimeKind::kOffset && unit == TimeUnit::kYear) f_.year_back = true;
    if (after_relation_ && !f_.relation_unit) {
      f_.relation_unit = unit;
    } else {
      f_.unit = unit;
    }
    const bool counts = f_.kind == TimeKind::kDuration || f_.kind == TimeKind::kPeriod ||
                        f_.kind == TimeKind::kOffset || f_.kind == TimeKind::kSet;
    if (!counts || (f_.number < 0 && !f_.vague)) return;
    f_.lengths.push_back({f_.number >= 0 ? f_.number : *f_.vague, unit});
    f_.number = -1;
    f_.vague.reset();
  }

  // Names of days and seasons, and words that relate.
  void FillName(TimeSlot slot, double value) {
    const int whole = Whole(value);
    switch (slot) {
      case TimeSlot::kWeekday:
        // "the first Monday", where "Monday, the first of May" names the day behind it
        if (f_.ordinal && f_.day == 0 && *f_.ordinal <= kMostWeekdays) f_.nth_weekday = Whole(*f_.ordinal);
        f_.weekday = whole;
        break;
      case TimeSlot::kSeason:
        f_.season = static_cast<Season>(whole);
        break;
      case TimeSlot::kPart:
        // "the early hours of Monday morning": the nearer one stands first
        if (f_.part < 0) f_.part = whole;
        break;
      case TimeSlot::kModifier:
        if (f_.modifier == TimeMod::kNone) f_.modifier = static_cast<TimeMod>(whole);
        break;
      case TimeSlot::kQuantity:
        f_.quantity = static_cast<TimeMod>(whole);
        break;
      case TimeSlot::kRelation:
        f_.relation = TimeRelation::Of(value);
        after_relation_ = true;
        break;
      case TimeSlot::kDirection:
        f_.direction = TimeRelation::Of(value);
        break;
      case TimeSlot::kReference:
        f_.reference = static_cast<TimeReference>(whole);
        break;
      case TimeSlot::kFrequency:
        f_.frequency = static_cast<TimeUnit>(whole);
        break;
      case TimeSlot::kEvery:
        f_.every = true;
        break;
      case TimeSlot::kFiscal:
        f_.fiscal = true;
        break;
      default:
        break;
    }
  }

  // Numbers that no unit counted are those of years, hours and days.
  void CompleteDate() {
    if (f_.era != 0 && !f_.year && f_.number >= 0) f_.year = Whole(f_.number);
    if (f_.era == 0 && f_.clock < 0 && f_.number >= 0 && f_.number <= kMostHours &&
        f_.number == std::floor(f_.number)) {
      f_.clock = f_.number * 3600 + f_.minutes * 60;  // "six o'clock", "half past six"
    }
    if (f_.weekday > 0 && f_.ordinal && *f_.ordinal < 0) f_.nth_weekday = Whole(*f_.ordinal);
    if (f_.nth_weekday == 0 && f_.day == 0 && f_.ordinal && !f_.unit && !f_.decade && *f_.ordinal >= 1 &&
        *f_.ordinal <= kMostDays) {
      f_.day = Whole(*f_.ordinal);
    }
    if (f_.relation && !f_.relation_unit && f_.unit) f_.relation_unit = std::exchange(f_.unit, std::nullopt);
  }

  const TimeRule& rule_;
  TimeFrame f_;
  bool after_relation_ = false;
};

// What one end of a range leaves open stands at the other: "from 3 to 5 May 2021", "1997-98".
void ShareEnds(TimeFrame* from, TimeFrame* to) {
  TimeFrame& a = *from;
  TimeFrame& b = *to;
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
  if (a.clock >= 0 && b.clock >= 0 && a.meridiem < 0 && b.meridiem >= 0 && a.clock <= kNoon) {
    // "from 9 to 5 p.m." begins in the morning.
    a.meridiem = b.meridiem == 12 && std::fmod(a.clock, kNoon) > std::fmod(b.clock, kNoon) ? 0 : b.meridiem;
  }
}

}  // namespace

std::vector<TimeFrame> FramesOf(const TimeMatch& match) {
  std::vector<TimeFrame> frames;
  for (size_t part = 0; part < match.extents.size(); ++part) {
    FrameReader reader(*match.rule);
    for (const TimeCapture& capture : match.captures) {
      if (capture.part == part) reader.Capture(capture);
    }
    frames.push_back(reader.Finish());
  }
  for (size_t i = 0; i + 1 < frames.size(); ++i) ShareEnds(&frames[i], &frames[i + 1]);
  return frames;
}

}  // namespace diurna
