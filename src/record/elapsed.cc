#include "record/elapsed.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include "syntax/closed_class.h"
#include "syntax/tree.h"
#include "times/civil_day.h"

namespace diurna {

namespace {

constexpr uint32_t kFarthest = 4000;  // bytes to a mention that is looked at; binds only in endless sentences
constexpr int kMonthsInYear = 12, kDaysInWeek = 7;

bool TellsDay(const TimeMention& mention) {
  return mention.type != TimeType::kDuration && mention.type != TimeType::kSet && ParseCivilDay(mention.start);
}

// The head of what stands behind "since" or "after": of the noun, or of the clause. The marker itself where neither is.
uint32_t HeadBehind(const Analysis& analysis, uint32_t marker) {
  const uint32_t above = analysis[marker].head;
  // Of a clause the parser may take the marker for a preposition of the verb: "after the quake DESTROYED 40 houses".
  if (IsClauseMarker(analysis[marker]) || (above > marker && IsVerb(analysis[above]))) return above;
  return marker;
}

// "P10Y" before a day, as exact as its unit.
std::optional<Time> Before(CivilDay day, std::string_view duration) {
  if (duration.size() < 3 || duration.front() != 'P') return std::nullopt;
  int count = 0;
  const auto [end, error] = std::from_chars(duration.data() + 1, duration.data() + duration.size() - 1, count);
  if (error != std::errc() || end != duration.data() + duration.size() - 1) return std::nullopt;
  Time time;
  time.basis = TimeBasis::kStated;
  if (duration.back() == 'Y' && count < day.year) {
    time.start = fmt::format("{:04}", day.year - count);
    time.granularity = Granularity::kYear;
  } else if (duration.back() == 'M' && count < day.year * kMonthsInYear) {
    const CivilDay month = AddMonths(day.year, day.month, -count);
    time.start = fmt::format("{:04}-{:02}", month.year, month.month);
    time.granularity = Granularity::kMonth;
  } else if ((duration.back() == 'W' || duration.back() == 'D') && count < day.year) {
    const bool weeks = duration.back() == 'W';
    const CivilDay then = AddDays(day, -count * (weeks ? kDaysInWeek : 1));
    time.start = fmt::format("{:04}-{:02}-{:02}", then.year, then.month, then.day);
    time.granularity = weeks ? Granularity::kWeek : Granularity::kDay;
  } else {
    return std::nullopt;
  }
  return time;
}

}  // namespace

std::optional<Time> ElapsedTime(const Document& document, const Analysis& analysis, const Mentions& mentions,
                                const SentenceIndex& sentences, uint32_t token) {
  const auto near = sentences.TimesNear(analysis[token].sentence, analysis[token].span.begin, kFarthest);
  for (const uint32_t index : near) {
    const TimeMention& length = mentions.times[index];
    const uint32_t marker = length.tokens.end;
    if (length.type != TimeType::kDuration || marker >= token) continue;
    if (!closed_class::kSince.Has(analysis[marker].lower) && !closed_class::kAfter.Has(analysis[marker].lower))
      continue;
    const uint32_t head = HeadBehind(analysis, marker);
    if (head < marker || analysis[head].head == head || !IsWithin(analysis, token, head)) continue;
    std::optional<CivilDay> day = ParseCivilDay(document.published);
    for (const uint32_t other : near) {
      const TimeMention& mention = mentions.times[other];
      if (!TellsDay(mention)) continue;
      if (mention.tokens.begin > marker && IsWithin(analysis, mention.tokens.head, head)) return std::nullopt;
      day = ParseCivilDay(mention.start);
    }
    if (!day) return std::nullopt;
    std::optional<Time> time = Before(*day, length.duration);
    if (time) time->text = std::string(length.span.In(document.text));
    return time;
  }
  return std::nullopt;
}

}  // namespace diurna
