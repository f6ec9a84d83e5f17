// The lexicon's entries on places, laid on top of the gazetteer.

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <utility>

#include "places/names.h"

namespace diurna {

namespace {

// The lists of place_words, by the names of their entries.
struct WordList {
  std::string_view name;
  PlaceWord bit;
};
constexpr std::array kWordLists = {
    WordList{"in", kWordIn},
    WordList{"to", kWordTo},
    WordList{"of", kWordOf},
    WordList{"generic", kWordGeneric},
    WordList{"generic_of", kWordGenericOf},
    WordList{"direction", kWordDirection},
    WordList{"title", kWordTitle},
    WordList{"org_head", kWordOrgHead},
    WordList{"org_gov", kWordOrgGov},
    WordList{"not_alone", kWordNotAlone},
    WordList{"speech", kWordSpeech},
    WordList{"kin", kWordKin},
    WordList{"facility", kWordFacility},
    WordList{"particle", kWordParticle},
    WordList{"name_tail", kWordNameTail},
    WordList{"never", kWordNever},
    WordList{"human", kWordHuman},
};

// Values of the key `kind` of region that are kinds of places of their own; all others are regions.
struct RegionKind {
  std::string_view name;
  PlaceKind kind;
};
constexpr std::array kRegionKinds = {RegionKind{"water", PlaceKind::kWater}, RegionKind{"town", PlaceKind::kCity},
                                     RegionKind{"division", PlaceKind::kAdmin1}};

PlaceKind RegionKindOf(std::string_view name) {
  for (const RegionKind& value : kRegionKinds) {
    if (value.name == name) return value.kind;
  }
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

}  // namespace

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
  read("bearing", &PlaceNames::AddBearing);
  read("distance_unit", &PlaceNames::AddUnit);
  if (!problems.empty()) return Status::BadInput(std::move(problems));
  return names;
}

std::string PlaceNames::UnknownCountry(const LexiconEntry& entry) const {
  if (!entry.Has("country") || table_->Country(entry.Text("country")) != kNoCountry) return {};
  return fmt::format("country: \"{}\" is no ISO 3166-1 alpha-2 code of the gazetteer", entry.Text("country"));
}

std::string PlaceNames::AddWords(const LexiconEntry& entry) {
  for (const WordList& list : kWordLists) {
    if (list.name != entry.Text("name")) continue;
    for (const std::string_view word : entry.List("words")) words_[std::string(word)] |= list.bit;
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
  extra.record.kind = static_cast<uint8_t>(RegionKindOf(entry.Text("kind")));
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

std::string PlaceNames::AddBearing(const LexiconEntry& entry) {
  constexpr double kCircle = 360;
  const double degrees = entry.Number("degrees");
  if (degrees < 0 || degrees >= kCircle) return "degrees: a bearing lies between 0 and 360";
  for (const std::string_view word : entry.List("words")) bearings_[std::string(word)] = degrees;
  return {};
}

std::string PlaceNames::AddUnit(const LexiconEntry& entry) {
  if (entry.Number("km") <= 0) return "km: a unit of distance is longer than nothing";
  for (const std::string_view word : entry.List("words")) units_[std::string(word)] = entry.Number("km");
  return {};
}

}  // namespace diurna
