#include "places/names.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "syntax/morphology.h"

namespace diurna {

namespace {

constexpr double kEarthRadius = 6371;  // km

// Prominence: how likely a bare name means a place of its kind, on the scale of a city, where one is a tenfold number
// of people.
constexpr double kContinentProminence = 10;
constexpr double kCountryProminence = 6, kCountryPerTenfold = 0.4;
constexpr double kAdmin1Prominence = 4.5,
                 kAdmin1PerTenfold = 0.85;  // the first at least
constexpr double kAdmin2PerTenfold = 0.65;
constexpr double kCapitalProminence = 1.2;  // of a country, on top of its people
constexpr double kSeatProminence = 0.2;     // of a first-order division
constexpr double kAirportProminence = 4;
constexpr double kLexiconTownProminence = 6;  // a town that the lexicon holds
constexpr double kRegionProminence = 7;

// Names that sound alike are spelled much alike when at most one letter in kLettersPerEdit differs.
constexpr size_t kLettersPerEdit = 5;
constexpr size_t kShortestSounding = 5;  // letters
constexpr size_t kShortestPeople = 5;    // letters of a people's name in the plural

PlacePrecision PrecisionOf(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::kCountry:
      return PlacePrecision::kCountry;
    case PlaceKind::kAdmin1:
      return PlacePrecision::kAdmin1;
    case PlaceKind::kAdmin2:
      return PlacePrecision::kAdmin2;
    case PlaceKind::kCity:
      return PlacePrecision::kCity;
    case PlaceKind::kAirport:
      return PlacePrecision::kFacility;
    case PlaceKind::kContinent:
    case PlaceKind::kRegion:
    case PlaceKind::kWater:
      return PlacePrecision::kRegion;
  }
  return PlacePrecision::kRegion;
}

// Edits (insert, delete, replace) from one short string to another.
size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

double Kilometres(double lat1, double lon1, double lat2, double lon2) {
  constexpr double kRadian = 3.14159265358979323846 / 180;
  const double a = std::sin((lat2 - lat1) * kRadian / 2), b = std::sin((lon2 - lon1) * kRadian / 2);
  const double h = a * a + std::cos(lat1 * kRadian) * std::cos(lat2 * kRadian) * b * b;
  return 2 * kEarthRadius * std::asin(std::min(1.0, std::sqrt(h)));
}

std::string PlaceNames::Folded(std::string_view name) const {
  std::string folded;
  table_->Fold(name, &folded);
  return folded;
}

void PlaceNames::Senses(std::string_view folded, size_t limit, std::vector<PlaceSense>* out) const {
  const size_t start = out->size();
  PlaceRef preferred = kNoPlace;
  if (const auto found = preferred_.find(folded); found != preferred_.end()) preferred = found->second;
  if (preferred != kNoPlace) out->push_back({preferred, false, true, false});
  if (const auto found = names_.find(folded); found != names_.end()) {
    for (const PlaceRef place : found->second) out->push_back({place, false, false, false});
  }
  const PlaceList named = table_->Named(folded);
  for (size_t i = 0; i < named.size() && out->size() - start < limit; ++i) {
    if (named[i] != preferred) out->push_back({named[i], named.Alternate(i), false, false});
  }
}

void PlaceNames::Sounding(std::string_view folded, size_t limit, std::vector<PlaceSense>* out) const {
  const size_t start = out->size();
  const PlaceList sounding = table_->Sounding(PlaceTable::Sound(folded));
  for (size_t i = 0; i < sounding.size() && out->size() - start < limit; ++i) {
    const std::string name = Folded(table_->Name((*table_)[sounding[i]]));
    const size_t longer = std::max(name.size(), folded.size());
    if (longer >= kShortestSounding && EditDistance(name, folded) <= std::max<size_t>(1, longer / kLettersPerEdit)) {
      out->push_back({sounding[i], true, false, true});
    }
  }
}

PlaceRef PlaceNames::People(std::string_view folded) const {
  if (const auto found = people_.find(folded); found != people_.end()) return found->second;
  const PlaceList peoples = table_->Demonym(folded);
  if (!peoples.empty() && peoples[0] < table_->countries().size()) return table_->countries()[peoples[0]].place;
  // "Kazakhs", "Englishmen".
  if (folded.size() >= kShortestPeople) {
    if (const std::string_view one = WithoutFinalS(folded); !one.empty()) return People(one);
  }
  const std::string man = SingularOfMen(folded);
  return man.empty() ? kNoPlace : People(man);
}

void PlaceNames::Short(std::string_view text, bool alone, std::vector<PlaceSense>* out) const {
  const auto found = short_.find(text);
  if (found == short_.end() || (alone && !found->second.second)) return;
  for (const PlaceRef place : found->second.first) out->push_back({place, false, false, false});
}

uint32_t PlaceNames::Words(std::string_view lower) const {
  const auto found = words_.find(lower);
  return found == words_.end() ? 0 : found->second;
}

std::optional<double> PlaceNames::Bearing(std::string_view lower) const {
  const auto found = bearings_.find(lower);
  return found == bearings_.end() ? std::nullopt : std::optional<double>(found->second);
}

std::optional<double> PlaceNames::UnitKilometres(std::string_view lower) const {
  const auto found = units_.find(lower);
  return found == units_.end() ? std::nullopt : std::optional<double>(found->second);
}

double PlaceNames::Prominence(PlaceRef place) const {
  const PlaceRecord& record = (*this)[place];
  const double tenfolds = std::log10(static_cast<double>(record.population) + 10);
  switch (record.Kind()) {
    case PlaceKind::kContinent:
      return kContinentProminence;
    case PlaceKind::kCountry:
      return kCountryProminence + tenfolds * kCountryPerTenfold;
    case PlaceKind::kAdmin1:
      return std::max(kAdmin1Prominence, tenfolds * kAdmin1PerTenfold);
    case PlaceKind::kAdmin2:
      return tenfolds * kAdmin2PerTenfold;
    case PlaceKind::kCity:
      if (place >= table_->size()) return kLexiconTownProminence;
      return tenfolds + ((record.flags & PlaceRecord::kCapital) != 0 ? kCapitalProminence : 0) +
             ((record.flags & PlaceRecord::kSeat) != 0 ? kSeatProminence : 0);
    case PlaceKind::kAirport:
      return kAirportProminence;
    case PlaceKind::kRegion:
    case PlaceKind::kWater:
      return kRegionProminence;
  }
  return 0;
}

bool PlaceNames::IsDivision(PlaceRef place) const {
  const PlaceKind kind = (*this)[place].Kind();
  return kind == PlaceKind::kCountry || kind == PlaceKind::kAdmin1 || kind == PlaceKind::kAdmin2;
}

bool PlaceNames::Inside(PlaceRef inner, PlaceRef outer) const {
  if (inner == outer || inner == kNoPlace || outer == kNoPlace) return false;
  const PlaceRecord& a = (*this)[inner];
  const PlaceRecord& b = (*this)[outer];
  switch (b.Kind()) {
    case PlaceKind::kCountry:
      return a.Kind() != PlaceKind::kCountry && a.country == b.country && a.country != kNoCountry;
    case PlaceKind::kAdmin1:
      if (outer < table_->size()) return a.admin1 == outer;
      break;
    case PlaceKind::kAdmin2:
      return a.admin2 == outer;
    case PlaceKind::kContinent:
      return a.country < table_->countries().size() && table_->countries()[a.country].continent == outer;
    case PlaceKind::kCity:
    case PlaceKind::kAirport:
    case PlaceKind::kRegion:
    case PlaceKind::kWater:
      break;
  }
  return false;
}

PlaceCandidate PlaceNames::Candidate(PlaceRef place) const {
  const PlaceRecord& record = (*this)[place];
  PlaceCandidate out;
  out.name = Name(place);
  out.geonames_id = record.id;
  if (record.country < table_->countries().size()) out.country = table_->countries()[record.country].Code();
  if (record.admin1 < table_->size()) out.admin1 = Name(record.admin1);
  out.has_point = !std::isnan(record.lat) && !std::isnan(record.lon);
  if (out.has_point) {
    // Five decimals, a metre, are what the sources give.
    out.lat = std::round(static_cast<double>(record.lat) * 1e5) / 1e5;
    out.lon = std::round(static_cast<double>(record.lon) * 1e5) / 1e5;
  }
  out.precision = PrecisionOf(record.Kind());
  return out;
}

}  // namespace diurna
