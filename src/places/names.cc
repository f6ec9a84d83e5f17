#include "places/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace diurna {

namespace {

constexpr std::array<std::pair<std::string_view, uint32_t>, 18> kWordLists = {{{"in", kWordIn},
                                                                               {"to", kWordTo},
                                                                               {"of", kWordOf},
                                                                               {"generic", kWordGeneric},
                                                                               {"generic_of", kWordGenericOf},
                                                                               {"direction", kWordDirection},
                                                                               {"title", kWordTitle},
                                                                               {"org_head", kWordOrgHead},
                                                                               {"org_gov", kWordOrgGov},
                                                                               {"not_alone", kWordNotAlone},
                                                                               {"speech", kWordSpeech},
                                                                               {"kin", kWordKin},
                                                                               {"facility", kWordFacility},
                                                                               {"distance_unit", kWordDistanceUnit},
                                                                               {"particle", kWordParticle},
                                                                               {"name_tail", kWordNameTail},
                                                                               {"never", kWordNever},
                                                                               {"human", kWordHuman}}};

constexpr double kEarthRadius = 6371;  // km

PlaceKind KindOf(std::string_view kind) {
  if (kind == "water") return PlaceKind::kWater;
  if (kind == "town") return PlaceKind::kCity;
  if (kind == "division") return PlaceKind::kAdmin1;
  return PlaceKind::kRegion;
}

PlaceKind KindOf(PlacePrecision precision) {
  switch (precision) {
    case PlacePrecision::kCountry:
      return PlaceKind::kCountry;
    case PlacePrecision::kAdmin1:
      return PlaceKind::kAdmin1;
    case PlacePrecision::kAdmin2:
      return PlaceKind::kAdmin2;
    case PlacePrecision::kRegion:
      return PlaceKind::kRegion;
    case PlacePrecision::kFacility:
    case PlacePrecision::kCity:
      return PlaceKind::kCity;
  }
  return PlaceKind::kCity;
}

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

Result<PlaceNames> PlaceNames::Make(const Lexicon& lexicon, const PlaceTable& table) {
  PlaceNames names;
  names.table_ = &table;
  std::string problems;
  const auto read = [&](std::string_view section, std::string (PlaceNames::*add)(const LexiconEntry&)) {
    for (const LexiconEntry& entry : lexicon.Entries(section)) {
      const std::string problem = (names.*add)(entry);
      if (!problem.empty()) {
        if (!problems.empty()) problems += '\n';
        problems += entry.Problem(problem);
      }
    }
  };
  read("region", &PlaceNames::AddRegion);
  read("place_words", &PlaceNames::AddWords);
  read("division_short", &PlaceNames::AddShort);
  read("division_people", &PlaceNames::AddPeople);
  read("place_sense", &PlaceNames::AddSense);
  if (!problems.empty()) return Status::BadInput(std::move(problems));
  return names;
}

std::string PlaceNames::UnknownCountry(const LexiconEntry& entry) const {
  if (!entry.Has("country") || table_->Country(entry.Text("country")) != kNoCountry) return {};
  return fmt::format("country: \"{}\" is no ISO 3166-1 alpha-2 code of the gazetteer", entry.Text("country"));
}

std::string PlaceNames::AddWords(const LexiconEntry& entry) {
  for (const auto& [name, bit] : kWordLists) {
    if (name != entry.Text("name")) continue;
    for (const std::string_view word : entry.List("words")) words_[std::string(word)] |= bit;
    return {};
  }
  return fmt::format("name: no list of words is called \"{}\"; see lexicon/place_words.toml", entry.Text("name"));
}

std::string PlaceNames::AddShort(const LexiconEntry& entry) {
  if (std::string problem = UnknownCountry(entry); !problem.empty()) return problem;
  const PlaceRef place =
      FindDivision(entry.Text("name"), table_->Country(entry.Text("country")), PlaceKind::kAdmin1, {});
  if (place == kNoPlace) {
    return fmt::format("name: the gazetteer has no first-order division \"{}\" in {}", entry.Text("name"),
                       entry.Text("country"));
  }
  for (const std::string_view word : entry.List("words")) short_[std::string(word)].first.push_back(place);
  for (const std::string_view word : entry.List("alone")) short_[std::string(word)].second = true;
  return {};
}

std::string PlaceNames::AddPeople(const LexiconEntry& entry) {
  if (std::string problem = UnknownCountry(entry); !problem.empty()) return problem;
  const uint16_t country = table_->Country(entry.Text("country"));
  PlaceRef place = FindDivision(entry.Text("name"), country, PlaceKind::kAdmin1, {});
  if (place == kNoPlace) place = FindDivision(entry.Text("name"), country, PlaceKind::kCity, {});
  if (place == kNoPlace) {
    return fmt::format("name: the gazetteer has no first-order division or city \"{}\" in {}", entry.Text("name"),
                       entry.Text("country"));
  }
  for (const std::string_view word : entry.List("words")) people_[Folded(word)] = place;
  return {};
}

std::string PlaceNames::AddSense(const LexiconEntry& entry) {
  if (std::string problem = UnknownCountry(entry); !problem.empty()) return problem;
  const PlacePrecision kind = entry.Term<PlacePrecision>("kind").value_or(PlacePrecision::kCity);
  const PlaceRef place =
      FindDivision(entry.Text("name"), table_->Country(entry.Text("country")), KindOf(kind), entry.Text("main"));
  if (place == kNoPlace) {
    return fmt::format("name: the gazetteer has no {} \"{}\" in {}{}{}", entry.Text("kind"), entry.Text("name"),
                       entry.Text("country"), entry.Has("main") ? " whose main name is " : "", entry.Text("main"));
  }
  preferred_[Folded(entry.Text("name"))] = place;
  return {};
}

std::string PlaceNames::Folded(std::string_view name) const {
  std::string folded;
  table_->Fold(name, &folded);
  return folded;
}

PlaceRef PlaceNames::FindDivision(std::string_view name, uint16_t country, PlaceKind kind,
                                  std::string_view main) const {
  const PlaceList named = table_->Named(Folded(name));
  for (size_t i = 0; i < named.size(); ++i) {
    const PlaceRecord& place = (*table_)[named[i]];
    if (place.country == country && place.Kind() == kind && (main.empty() || table_->Name(place) == main)) {
      return named[i];
    }
  }
  return kNoPlace;
}

std::string PlaceNames::AddRegion(const LexiconEntry& entry) {
  constexpr double kPole = 90, kDateLine = 180;
  if (std::abs(entry.Number("lat")) > kPole) return "lat: a latitude lies between -90 and 90";
  if (std::abs(entry.Number("lon")) > kDateLine) return "lon: a longitude lies between -180 and 180";
  if (std::string problem = UnknownCountry(entry); !problem.empty()) return problem;
  Extra extra;
  extra.name = entry.Text("name");
  extra.weak = entry.Flag("weak");
  extra.record = {};
  extra.record.id = static_cast<uint32_t>(entry.Number("id"));
  extra.record.lat = static_cast<float>(entry.Number("lat"));
  extra.record.lon = static_cast<float>(entry.Number("lon"));
  extra.record.admin1 = extra.record.admin2 = kNoPlace;
  extra.record.country = table_->Country(entry.Text("country"));
  extra.record.kind = static_cast<uint8_t>(KindOf(entry.Text("kind")));
  if (entry.Has("division")) {
    extra.record.admin1 = FindDivision(entry.Text("division"), extra.record.country, PlaceKind::kAdmin1, {});
    if (extra.record.admin1 == kNoPlace) {
      return fmt::format("division: the gazetteer has no first-order division \"{}\" in {}", entry.Text("division"),
                         entry.Text("country"));
    }
  }
  const PlaceRef place = static_cast<PlaceRef>(table_->size() + extra_.size());
  names_[Folded(extra.name)].push_back(place);
  for (const std::string_view word : entry.List("words")) names_[Folded(word)].push_back(place);
  for (const std::string_view word : entry.List("people")) people_[Folded(word)] = place;
  extra_.push_back(std::move(extra));
  return {};
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
    if (longer >= 5 && EditDistance(name, folded) <= std::max<size_t>(1, longer / 5))
      out->push_back({sounding[i], true, false, true});
  }
}

PlaceRef PlaceNames::People(std::string_view folded) const {
  if (const auto found = people_.find(folded); found != people_.end()) return found->second;
  const PlaceList peoples = table_->Demonym(folded);
  if (!peoples.empty() && peoples[0] < table_->countries().size()) return table_->countries()[peoples[0]].place;
  // "Kazakhs", "Englishmen".
  if (folded.size() > 4 && folded.back() == 's') return People(folded.substr(0, folded.size() - 1));
  if (folded.ends_with("men")) return People(std::string(folded.substr(0, folded.size() - 2)) + "an");
  return kNoPlace;
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

double PlaceNames::Prominence(PlaceRef place) const {
  const PlaceRecord& record = (*this)[place];
  const double people = std::log10(static_cast<double>(record.population) + 10);
  switch (record.Kind()) {
    case PlaceKind::kContinent:
      return 10;
    case PlaceKind::kCountry:
      return 6 + people * 0.4;
    case PlaceKind::kAdmin1:
      return std::max(4.5, people * 0.85);
    case PlaceKind::kAdmin2:
      return people * 0.65;
    case PlaceKind::kCity:
      return place >= table_->size() ? 6
                                     : people + ((record.flags & PlaceRecord::kCapital) != 0 ? 1.2 : 0) +
                                           ((record.flags & PlaceRecord::kSeat) != 0 ? 0.2 : 0);
    case PlaceKind::kAirport:
      return 4;
    case PlaceKind::kRegion:
    case PlaceKind::kWater:
      return 7;
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
