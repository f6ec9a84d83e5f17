#include "places/gazetteer.h"

#include <utility>

#include "places/table.h"

namespace diurna {

Gazetteer::Gazetteer() = default;
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

Result<Gazetteer> Gazetteer::Open(const std::string& path) {
  Result<PlaceTable> table = PlaceTable::Open(path);
  if (!table.ok()) return table.status();
  Gazetteer gazetteer;
  gazetteer.impl_ = std::make_unique<Impl>(Impl{std::move(table).value()});
  return gazetteer;
}

std::string_view Gazetteer::CountryOf(std::string_view name) const {
  const PlaceTable& table = impl_->table;
  std::string folded;
  table.Fold(name, &folded);
  const PlaceList named = table.Named(folded);
  for (size_t i = 0; i < named.size(); ++i) {
    const PlaceRecord& place = table[named[i]];
    if (place.Kind() == PlaceKind::kCountry) return table.countries()[place.country].Code();
  }
  PlaceList peoples = table.Demonym(folded);
  if (peoples.empty() && folded.size() > 3 && folded.back() == 's') {
    peoples = table.Demonym(std::string_view(folded).substr(0, folded.size() - 1));
  }
  if (peoples.empty() || peoples[0] >= table.countries().size()) return {};
  return table.countries()[peoples[0]].Code();
}

std::string_view Gazetteer::CountryName(std::string_view code) const {
  const PlaceTable& table = impl_->table;
  const uint16_t country = table.Country(code);
  if (country == kNoCountry) return {};
  return table.Name(table[table.countries()[country].place]);
}

}  // namespace diurna
