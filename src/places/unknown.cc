#include "places/unknown.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

namespace diurna {

namespace {

constexpr double kPlacedConfidence = 0.3;    // of a mention that something tells the place of
constexpr double kNowhereConfidence = 0.15;  // of any other
constexpr size_t kCompany = 200;             // mentions before and behind that one is placed by
constexpr double kCountryWeight = 0.25;      // a town or division, whose weight is 1, says more than a country
constexpr double kHalfWay = 20;              // bytes at which a place between has lost half its weight
constexpr uint32_t kAheadFactor = 2;         // what follows is so many times farther than what came before

bool PlacesOthers(const PlaceMention& mention) {
  return mention.resolved && !mention.demonym && mention.place.has_point &&
         mention.place.precision != PlacePrecision::kRegion;
}

double WeightOf(const PlaceMention& other, Span at) {
  const uint32_t gap = other.span.begin > at.end   ? (other.span.begin - at.end) * kAheadFactor
                       : at.begin > other.span.end ? at.begin - other.span.end
                                                   : 1;
  return (other.place.precision == PlacePrecision::kCountry ? kCountryWeight : 1.0) / (kHalfWay + gap);
}

// The place that tells most where the mention lies, or null.
const PlaceMention* AnchorOf(size_t index, const std::vector<PlaceMention>& places) {
  const PlaceMention& unknown = places[index];
  if (unknown.inside) {
    const PlaceMention& container = places[*unknown.inside];
    if (PlacesOthers(container)) return &container;
  }
  const PlaceMention* anchor = nullptr;
  double most = 0;
  const size_t last = std::min(places.size(), index + kCompany);
  for (size_t k = index > kCompany ? index - kCompany : 0; k < last; ++k) {
    if (k == index || !PlacesOthers(places[k])) continue;
    if (const double weight = WeightOf(places[k], unknown.span); weight > most) most = weight, anchor = &places[k];
  }
  return anchor;
}

}  // namespace

void PlaceUnknown(std::vector<PlaceMention>* places) {
  for (size_t i = 0; i < places->size(); ++i) {
    PlaceMention& unknown = (*places)[i];
    if (unknown.resolved) continue;
    unknown.confidence = kNowhereConfidence;
    const PlaceMention* anchor = AnchorOf(i, *places);
    if (anchor == nullptr) continue;
    unknown.confidence = kPlacedConfidence;
    unknown.place.country = anchor->place.country;
    unknown.place.admin1 = anchor->place.precision == PlacePrecision::kCountry ? std::string() : anchor->place.admin1;
    unknown.place.lat = anchor->place.lat;
    unknown.place.lon = anchor->place.lon;
    unknown.place.has_point = true;
  }
}

}  // namespace diurna
