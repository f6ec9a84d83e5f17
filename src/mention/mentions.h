// Mentions: the times, places, numbers and actors that a report names, each with its span and its value.

#ifndef DIURNA_MENTION_MENTIONS_H_
#define DIURNA_MENTION_MENTIONS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/span.h"

namespace diurna {

// Tokens [begin, end) and the head among them.
struct TokenRange {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t head = 0;
};

// ---- times ----

enum class TimeType : uint8_t { kDate, kTime, kDuration, kSet };
enum class Granularity : uint8_t {
  kMinute,
  kHour,
  kPartOfDay,
  kDay,
  kWeek,
  kMonth,
  kQuarter,
  kYear,
  kDecade,
  kCentury
};
std::string_view Name(Granularity granularity);
// How the words before a time bound it: "since Monday", "until 0:00 on the 19th", "by noon".
enum class TimeBound : uint8_t { kNone, kSince, kFrom, kUntil, kBy, kBefore, kAfter, kDuring, kAsOf };

struct TimeMention {
  Span span;  // extent by the TIMEX3 guidelines
  TokenRange tokens;
  TimeType type = TimeType::kDate;
  std::string value;    // TIMEX3: "2022-01-04TEV", "P3D", "XXXX-WXX-1", "PRESENT_REF"
  std::string mod;      // TIMEX3: START, MID, END, APPROX, MORE_THAN, ...
  std::string quant;    // TIMEX3, of a set: EVERY
  std::string freq;     // TIMEX3, of a set: 2X
  int32_t anchor = -1;  // index of the mention that it was resolved against; -1 the publication date
  // For the record, where the value is a point or a stretch of the calendar: local ISO 8601 as precise as the text.
  // "the evening of the 4th": start 2022-01-04T18:00, end 2022-01-05T00:00, kPartOfDay.
  std::string start, end;
  Granularity granularity = Granularity::kDay;
  TimeBound bound = TimeBound::kNone;
  int32_t range_end = -1;    // of X in "from X to Y", "between X and Y": the index of Y
  int32_t range_begin = -1;  // of Y: the index of X
  std::string duration;      // ISO 8601, of a kDuration: "P180D"
  bool daily = false;        // a bare clock time that recurs ("a curfew from 10 pm to 5 am")
  std::string clock;         // "23:00" where the expression names a clock time
  bool future = false;       // lies after the publication date by its context
  double confidence = 1;
};

// ---- places ----

enum class PlacePrecision : uint8_t { kFacility, kCity, kAdmin2, kAdmin1, kCountry, kRegion };
std::string_view Name(PlacePrecision precision);

struct PlaceCandidate {
  std::string name;
  int64_t geonames_id = 0;  // 0 where none is known
  std::string country;      // ISO 3166-1 alpha-2
  std::string admin1;       // name
  double lat = 0, lon = 0;  // degrees, WGS 84
  bool has_point = false;
  PlacePrecision precision = PlacePrecision::kCity;
};

struct PlaceMention {
  Span span;  // minimal: "Almaty", not "the city of Almaty"
  TokenRange tokens;
  bool demonym = false;  // "Kazakh": place is the country that it speaks of
  PlaceCandidate place;  // the resolved one; name and precision only where nothing in the gazetteer fits
  bool resolved = false;
  double confidence = 0;
  std::optional<PlaceCandidate> runner_up;
  int32_t inside = -1;     // index of the mention that this one is written as a part of ("Almaty, Kazakhstan")
  bool described = false;  // without a name of its own, put by `inside`: "the air base near Mosul", "20 km east of X"
};

// ---- numbers ----

enum class NumberKind : uint8_t {
  kCount,
  kPercent,
  kPercentPoint,
  kMoney,
  kQuantity,
  kFraction,
  kOrdinal,
  kAge,
  kScore,
  kYear,
  kPhone,
  kName,
};
std::string_view Name(NumberKind kind);
enum class Bound : uint8_t {
  kExactly,
  kAbout,
  kMoreThan,
  kAtLeast,
  kLessThan,
  kAtMost,
  kBetween,
  kDozens,
  kHundreds,
  kThousands,
  kMillions,
};
std::string_view Name(Bound bound);

struct NumberMention {
  Span span;          // digits or words of the number with its sign, multiplier, percent and currency: "$3 million"
  Span bound_span;    // with the words that bound it: "more than $3 million"; equals span where there are none
  TokenRange tokens;  // those of `span`
  NumberKind kind = NumberKind::kCount;
  double value = 0;  // fractions as percent (rule 19 of the contract), vague ones at twice the unit
  std::optional<double> high;
  Bound bound = Bound::kExactly;
  std::string currency;     // ISO 4217, of kMoney
  std::string unit;         // as written, of kQuantity: "km", "degrees Celsius", "megawatts"
  std::string per;          // of a rate, what it is per, as written: "litre", "day", "100,000 people"
  int32_t counted = -1;     // token of the noun that is counted or measured ("officers"), -1 where none
  bool additional = false;  // "another 12", "a further 30", "12 more"
  int32_t converts = -1;    // of a conversion in brackets ("(145 km)", "(about RMB 0.88)"): the number that it repeats
};

// ---- actors ----

// Someone or something that can act or speak, over the whole report: every mention of one is a chain.
struct Actor {
  std::string name;          // the shortest full name that the report gives: "Kassym-Jomart Tokayev"
  std::string role;          // "president", as written
  std::string organization;  // "Ministry of Health of Kazakhstan"
  std::string country;       // ISO 3166-1 alpha-2
  std::string sector;  // PLOVER's: COP GOV JUD LEG MIL PTY REB SPY UAF UNK AGR BUS CRM CVL EDU JRN LAB MED REF OPP SOC
  bool person = false;
  bool plural = false;
  char gender = 0;              // 'm', 'f' or 0
  std::vector<uint32_t> heads;  // tokens that head its mentions, pronouns included, in order
};

// Everything found in one report.
struct Mentions {
  std::vector<TimeMention> times;
  std::vector<PlaceMention> places;
  std::vector<NumberMention> numbers;
  std::vector<Actor> actors;
  // Per token: index of the mention that covers it, or -1; of actors: the actor that a mention headed here stands for.
  std::vector<int32_t> time_of, place_of, number_of, actor_of;
  // Per token: of a pronoun or definite noun the head token of what it stands for, or -1.
  std::vector<int32_t> antecedent;
};

}  // namespace diurna

#endif  // DIURNA_MENTION_MENTIONS_H_
