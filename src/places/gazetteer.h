// Gazetteer: every place of the world that the engine can name, in one mapped file (docs/gazetteer.md).
//
//   const Result<Gazetteer> gazetteer = Gazetteer::Open("data/world.gazetteer");
//   gazetteer->CountryOf("Kazakh")   "KZ"
//   gazetteer->CountryName("KZ")     "Kazakhstan"

#ifndef DIURNA_PLACES_GAZETTEER_H_
#define DIURNA_PLACES_GAZETTEER_H_

#include <memory>
#include <string>
#include <string_view>

#include "diurna/status.h"

namespace diurna {

class PlaceTable;

// Const members are thread-safe; what they give lives as long as the gazetteer, moved or not.
class Gazetteer {
 public:
  // Maps the file made by model/build_gazetteer.py. The message of a failure names the file.
  static Result<Gazetteer> Open(const std::string& path);
  Gazetteer(Gazetteer&&) noexcept;
  Gazetteer& operator=(Gazetteer&&) noexcept;
  ~Gazetteer();

  // ISO 3166-1 alpha-2 of a country's name, alternate name or demonym ("Kazakh", "Burma"); empty where none.
  std::string_view CountryOf(std::string_view name) const;
  // English short name of a country by its code; empty where unknown.
  std::string_view CountryName(std::string_view code) const;

  // The records and names that the file holds (places/table.h).
  const PlaceTable& table() const { return *table_; }

 private:
  explicit Gazetteer(std::unique_ptr<const PlaceTable> table);
  std::unique_ptr<const PlaceTable> table_;
};

}  // namespace diurna

#endif  // DIURNA_PLACES_GAZETTEER_H_
