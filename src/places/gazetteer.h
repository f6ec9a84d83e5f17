// Gazetteer: every place of the world that the engine can name, in one mapped file (docs/gazetteer.md).

#ifndef DIURNA_PLACES_GAZETTEER_H_
#define DIURNA_PLACES_GAZETTEER_H_

#include <memory>
#include <string>
#include <string_view>

#include "diurna/status.h"

namespace diurna {

// Const members are thread-safe.
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

  struct Impl;
  const Impl& impl() const { return *impl_; }

 private:
  Gazetteer();
  std::unique_ptr<Impl> impl_;
};

}  // namespace diurna

#endif  // DIURNA_PLACES_GAZETTEER_H_
