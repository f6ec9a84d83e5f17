#include "places/gazetteer.h"

#include <utility>

#include "places/table.h"
#include "syntax/morphology.h"

namespace diurna {

Gazetteer::Gazetteer(std::unique_ptr<const PlaceTable> table) : table_(std::move(table)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

Result<Gazetteer> Gazetteer::Open(const std::string& path) {
  Result<PlaceTable> table = PlaceTable::Open(path);
  if (!table.ok()) return table.status();
  return Gazetteer(std::make_unique<const PlaceTable>(std::move(table).value()));
}

std::string_view Gazetteer::CountryOf(std::string_view name) const {
  std::string folded;
  table_->Fold(name, &folded);
  const PlaceList named = table_->Named(folded);
  for (size_t i = 0; i < named.size(); ++i) {
    const PlaceRecord& place = (*table_)[named[i]];
    if (place.Kind() == PlaceKind::kCountry) return table_->countries()[place.country].Code();
  }
  PlaceList peoples = table_->Demonym(folded);
  if (peoples.empty()) peoples = table_->Demonym(WithoutFinalS(folded));
  if (peoples.empty() || peoples[0] >= table_->countries().size()) return {};
  return table_->countries()[peoples[0]].Code();
}

std::string_view Gazetteer::CountryName(std::string_view code) const {
  const uint16_t country = table_->Country(code);
  if (country == kNoCountry) return {};
  return table_->Name((*table_)[table_->countries()[country].place]);
}

}  // namespace diurna
