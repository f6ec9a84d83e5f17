// Names stand in tables in the order of their enumerations, so that a name's place is its value.

#include "times/slots.h"

#include <charconv>
#include <iterator>
#include <span>

#include "times/calendar.h"

namespace diurna {

namespace {

// In the order of TimeSlot.
constexpr std::string_view kSlots[] = {
    "none",     "number",    "ordinal",   "year",      "short_year", "day",     "month",    "clock",
    "decade",   "weekday",   "unit",      "season",    "part",       "holiday", "modifier", "quantity",
    "vague",    "relation",  "direction", "reference", "day_offset", "era",     "meridiem", "zone",
    "fraction", "frequency", "quarter",   "minutes",   "times",      "every",   "fiscal",   "far_year"};
// In the orders of TimeMod, TimeReference and Season.
constexpr std::string_view kMods[] = {"",          "START",     "MID",           "END",          "APPROX",
                                      "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"};
constexpr std::string_view kReferences[] = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
constexpr std::string_view kSeasons[] = {"", "spring", "summer", "autumn", "winter"};

// What a relation counts from.
constexpr std::string_view kFromPublication = "publication";
constexpr std::string_view kFromNarrative = "narrative";

// A value that has a name of its own.
struct NamedValue {
  std::string_view name;
  double value;
};
constexpr NamedValue kEras[] = {{"BC", -1}, {"AD", 1}};
constexpr NamedValue kMeridiems[] = {{"am", 0}, {"pm", 12}};

std::optional<double> ValueNamed(std::span<const NamedValue> values, std::string_view name) {
  for (const NamedValue& value : values) {
    if (value.name == name) return value.value;
  }
  return std::nullopt;
}

// The place of a name in its list; an empty name has none.
std::optional<double> IndexOf(std::span<const std::string_view> names, std::string_view name) {
  for (size_t i = 0; i < names.size(); ++i) {
    if (!name.empty() && names[i] == name) return static_cast<double>(i);
  }
  return std::nullopt;
}

template <typename T>
std::optional<T> Parse(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "publication -1", "narrative".
std::optional<double> RelationValue(std::string_view text) {
  const size_t blank = text.find(' ');
  const std::string_view base = text.substr(0, blank);
  if (base != kFromNarrative && base != kFromPublication) return std::nullopt;
  TimeRelation relation;
  relation.narrative = base == kFromNarrative;
  if (blank != std::string_view::npos) {
    const std::optional<int> shift = Parse<int>(text.substr(blank + 1));
    if (!shift) return std::nullopt;
    relation.shift = *shift;
  }
  return relation.code();
}

}  // namespace

std::optional<TimeSlot> TimeSlotNamed(std::string_view name) {
  static_assert(std::size(kSlots) == static_cast<size_t>(TimeSlot::kFarYear) + 1);
  for (size_t i = 0; i < std::size(kSlots); ++i) {
    if (kSlots[i] == name) return static_cast<TimeSlot>(i);
  }
  return std::nullopt;
}

std::string_view TimexName(TimeMod mod) { return kMods[static_cast<size_t>(mod)]; }

std::string_view TimexName(TimeReference reference) { return kReferences[static_cast<size_t>(reference)]; }

std::optional<double> SlotValue(TimeSlot slot, std::string_view text) {
  switch (slot) {
    case TimeSlot::kUnit:
    case TimeSlot::kFrequency: {
      const std::optional<TimeUnit> unit = TimeUnitNamed(text);
      return unit ? std::optional(static_cast<double>(*unit)) : std::nullopt;
    }
    case TimeSlot::kSeason:
      return IndexOf(kSeasons, text);
    case TimeSlot::kModifier:
    case TimeSlot::kQuantity:
      return IndexOf(kMods, text);
    case TimeSlot::kReference:
      return IndexOf(kReferences, text);
    case TimeSlot::kRelation:
    case TimeSlot::kDirection:
      return RelationValue(text);
    case TimeSlot::kEra:
      return ValueNamed(kEras, text);
    case TimeSlot::kMeridiem:
      return ValueNamed(kMeridiems, text);
    case TimeSlot::kNone:
    case TimeSlot::kZone:
      return 0;
    default:
      return Parse<double>(text);
  }
}

}  // namespace diurna
