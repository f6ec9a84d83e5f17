// Places that are described. A facility is a common noun ("air base", "hospital") that syntax ties to a named place: a
// prepositional phrase below it, a possessive or a name before it, or a named place that hangs on the same verb. It is
// put where that place is. A distance and a direction before a named place ("20 km east of X") move the point along a
// great circle; a distance alone does not, as the direction is not known.
//
// Left out: facilities that nothing in their sentence ties to a place, several at once, and those that act.

#include "places/described.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

#include "syntax/closed_class.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

constexpr double kFacilityConfidence = 0.8;  // of what it is described by
constexpr double kSharedVerbConfidence = 0.5;
constexpr double kEarthRadius = 6371;    // km
constexpr double kFarthest = 2000;       // km that a description reaches
constexpr uint32_t kShortestOffset = 4;  // tokens of "20 km east of" before a place
constexpr double kRadian = 3.14159265358979323846 / 180;

// The number that a token in digits writes; none for other words.
std::optional<double> Digits(std::string_view text) {
  double value = 0, scale = 0;
  bool any = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      any = true;
      value = scale > 0 ? value + (c - '0') * scale : value * 10 + (c - '0');
      if (scale > 0) scale /= 10;
    } else if (c == '.' && scale == 0 && any) {
      scale = 0.1;
    } else if (c != ',') {
      return std::nullopt;
    }
  }
  if (!any) return std::nullopt;
  return value;
}

void Move(double km, double bearing, PlaceCandidate* place) {
  const double distance = km / kEarthRadius, course = bearing * kRadian;
  const double lat = place->lat * kRadian;
  const double sine = std::sin(lat) * std::cos(distance) + std::cos(lat) * std::sin(distance) * std::cos(course);
  const double lon = place->lon * kRadian + std::atan2(std::sin(course) * std::sin(distance) * std::cos(lat),
                                                       std::cos(distance) - std::sin(lat) * sine);
  place->lat = std::round(std::asin(std::clamp(sine, -1.0, 1.0)) / kRadian * 1e4) / 1e4;
  place->lon = std::round(std::remainder(lon / kRadian, 360) * 1e4) / 1e4;
}

class Describer {
 public:
  Describer(const Analysis& analysis, const PlaceNames& names, std::vector<PlaceMention>* places)
      : analysis_(analysis), names_(names), places_(*places) {}

  void Run() {
    named_ = places_.size();
    place_of_.assign(analysis_.size(), std::nullopt);
    for (size_t k = 0; k < named_; ++k) {
      for (uint32_t i = places_[k].tokens.begin; i < places_[k].tokens.end; ++i)
        place_of_[i] = static_cast<uint32_t>(k);
    }
    for (size_t k = 0; k < named_; ++k) AddOffset(k);
    for (uint32_t i = 0; i < analysis_.size(); ++i) AddFacility(i);
    Sort();
  }

 private:
  const Token& At(uint32_t i) const { return analysis_[i]; }
  bool IsThe(uint32_t i) const { return closed_class::kThe.Has(At(i).lower); }
  bool IsHyphen(uint32_t i) const { return At(i).text == "-"; }

  // The named place that token i stands in, where it can hold others.
  OptionalIndex NamedAt(uint32_t i) const {
    const OptionalIndex k = place_of_[i];
    return k && !places_[*k].demonym && places_[*k].place.has_point ? k : std::nullopt;
  }

  // "20 km (12 miles) north-east of X"
  void AddOffset(size_t k) {
    const uint32_t name = places_[k].tokens.begin;
    if (places_[k].demonym || !places_[k].place.has_point || name < kShortestOffset) return;
    uint32_t at = name - 1;
    if (IsThe(at) && at >= kShortestOffset) --at;
    if (!closed_class::kOf.Has(At(at).lower) && !closed_class::kFrom.Has(At(at).lower)) return;
    const std::optional<double> bearing = BearingBefore(&at);
    if (!bearing || at == 0) return;
    StepBack(&at);
    if (at == 0) return;
    const std::optional<double> unit = names_.UnitKilometres(At(at).lower);
    if (!unit) return;
    uint32_t number = at - 1;
    if (IsHyphen(number) && number > 0) --number;
    const std::optional<double> amount = Digits(At(number).text);
    if (!amount || At(number).sentence != At(name).sentence) return;
    const double km = *amount * *unit;
    if (km <= 0 || km > kFarthest) return;
    PlaceMention mention = Described(k, number, places_[k].tokens.end, number);
    mention.tokens.head = at;
    Move(km, *bearing, &mention.place);
    mention.confidence = places_[k].confidence * kFacilityConfidence;
    mention.place.precision = PlacePrecision::kCity;
    places_.push_back(std::move(mention));
  }

  // The direction that ends before token `*at`, which moves to its first token. Tokenizers split at hyphens or do not.
  std::optional<double> BearingBefore(uint32_t* at) const {
    const uint32_t last = *at - 1;
    *at = last;
    if (last >= 3 && IsHyphen(last - 1)) {
      const std::string joined = std::string(At(last - 2).lower) + std::string(At(last).lower);
      if (const std::optional<double> both = names_.Bearing(joined)) {
        *at = last - 2;
        return both;
      }
    }
    return names_.Bearing(At(last).lower);
  }

  // From a direction to the unit before it: past "to the" and a second distance in brackets.
  void StepBack(uint32_t* at) const {
    --*at;
    for (int words = 0; words < 2 && *at > 0 && (IsThe(*at) || closed_class::kTo.Has(At(*at).lower)); ++words) --*at;
    if (At(*at).text != ")") return;
    while (*at > 0 && At(*at).text != "(") --*at;
    if (*at > 0) --*at;
  }

  PlaceMention Described(size_t k, uint32_t begin, uint32_t end, uint32_t head) const {
    PlaceMention mention;
    mention.span = analysis_.SpanOf(begin, end - 1);
    mention.tokens = {begin, end, head};
    mention.place = places_[k].place;
    mention.place.geonames_id = 0;
    mention.resolved = true;
    mention.described = true;
    mention.inside = static_cast<uint32_t>(k);
    return mention;
  }

  void AddFacility(uint32_t i) {
    const Token& token = At(i);
    if (!IsCommonNoun(token) || place_of_[i] || (names_.Words(token.lemma) & kWordFacility) == 0) return;
    // Several facilities are no one place, and what acts is a body rather than a place.
    if (!IsSingularCommonNoun(token)) return;
    if (!IsPrepositionalObject(token) && !IsDirectObject(token) && !IsPassiveSubject(token)) return;
    double confidence = kFacilityConfidence;
    OptionalIndex anchor = Tied(i);
    if (!anchor) {
      anchor = SharedVerb(i);
      confidence = kSharedVerbConfidence;
    }
    if (!anchor) return;
    PlaceMention mention = Described(*anchor, FacilityBegin(i), i + 1, i);
    mention.place.precision = PlacePrecision::kFacility;
    mention.confidence = places_[*anchor].confidence * confidence;
    places_.push_back(std::move(mention));
  }

  // The noun with its own modifiers, without articles and what stands behind it.
  uint32_t FacilityBegin(uint32_t noun) const {
    uint32_t begin = noun;
    for (const uint32_t child : ModifiersAndPossessorsOf(analysis_, noun)) {
      if (child >= noun || place_of_[child]) continue;
      begin = std::min(begin, IsPossessor(At(child)) ? PossessorBegin(child) : At(child).left_edge);
    }
    for (uint32_t j = begin; j < noun; ++j) {
      if (place_of_[j]) begin = j + 1;
    }
    while (begin < noun && (IsParticle(At(begin)) || IsDeterminer(At(begin)) || IsPunctuation(At(begin)))) ++begin;
    return begin;
  }

  // "the mayor" of "the mayor's office", without its article.
  uint32_t PossessorBegin(uint32_t possessor) const {
    uint32_t begin = At(possessor).left_edge;
    while (begin < possessor && IsDeterminer(At(begin))) ++begin;
    return begin;
  }

  // The place that the noun's own phrase names, or none.
  OptionalIndex Tied(uint32_t noun) const {
    for (const uint32_t child : ChildrenOf(analysis_, noun)) {
      const Token& token = At(child);
      OptionalIndex place;
      if (IsPrepositional(token)) place = NamedBehind(child);
      if (IsPossessor(token) || IsNounModifier(token) || IsApposition(token)) place = NamedAt(child);
      if (place) return place;
    }
    return std::nullopt;
  }

  // The place behind a preposition, at once or as in "in the centre of the city of X", "near the town of X"; or none.
  OptionalIndex NamedBehind(uint32_t preposition) const {
    for (const uint32_t object : ObjectsOf(analysis_, preposition)) {
      if (const OptionalIndex k = NamedAt(object)) return k;
      for (const uint32_t deeper : PrepositionsOf(analysis_, object)) {
        if (const OptionalIndex k = NamedBelow(deeper)) return k;
      }
    }
    return std::nullopt;
  }

  OptionalIndex NamedBelow(uint32_t preposition) const {
    for (const uint32_t child : ChildrenOf(analysis_, preposition)) {
      if (const OptionalIndex k = NamedAt(child)) return k;
    }
    return std::nullopt;
  }

  // "at a hospital on Friday in X": a place behind a preposition under the verb that the facility hangs on; or none.
  OptionalIndex SharedVerb(uint32_t noun) const {
    if (!IsPrepositionalObject(At(noun))) return std::nullopt;
    const uint32_t own = At(noun).head;
    const uint32_t verb = At(own).head;
    if (!IsFullVerb(At(verb))) return std::nullopt;
    for (const uint32_t preposition : PrepositionsOf(analysis_, verb)) {
      if (preposition == own || (names_.Words(At(preposition).lower) & kWordIn) == 0) continue;
      if (const OptionalIndex k = NamedBelow(preposition)) return k;
    }
    return std::nullopt;
  }

  void Sort() {
    if (places_.size() == named_) return;
    std::vector<uint32_t> order(places_.size()), position(places_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(),
                     [this](uint32_t a, uint32_t b) { return places_[a].span.begin < places_[b].span.begin; });
    std::vector<PlaceMention> sorted;
    sorted.reserve(places_.size());
    for (size_t k = 0; k < order.size(); ++k) {
      position[order[k]] = static_cast<uint32_t>(k);
      sorted.push_back(std::move(places_[order[k]]));
    }
    for (PlaceMention& mention : sorted) {
      if (mention.inside) mention.inside = position[*mention.inside];
    }
    places_ = std::move(sorted);
  }

  const Analysis& analysis_;
  const PlaceNames& names_;
  std::vector<PlaceMention>& places_;
  size_t named_ = 0;
  std::vector<OptionalIndex> place_of_;
};

}  // namespace

void AddDescribedPlaces(const Analysis& analysis, const PlaceNames& names, std::vector<PlaceMention>* places) {
  Describer(analysis, names, places).Run();
}

}  // namespace diurna
