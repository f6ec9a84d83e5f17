// PlaceTable: the gazetteer's file as the place finder reads it: records, names, sounds, demonyms, countries.
//
// Layout of the file's sections and of the folding of names: docs/gazetteer.md. Written by model/build_gazetteer.py.

#ifndef DIURNA_PLACES_TABLE_H_
#define DIURNA_PLACES_TABLE_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/flat_file.h"
#include "diurna/status.h"

namespace diurna {

enum class PlaceKind : uint8_t { kContinent, kCountry, kAdmin1, kAdmin2, kCity, kAirport, kRegion, kWater };

inline constexpr uint32_t kNoPlace = 0xFFFFFFFF;
inline constexpr uint16_t kNoCountry = 0xFFFF;

// One place. `admin1` and `admin2` are indexes of the divisions that it lies in (its own, of a division).
struct PlaceRecord {
  uint32_t id;     // GeoNames id, 0 where none is known
  float lat, lon;  // degrees, WGS 84; NaN where unknown
  uint32_t population;
  uint32_t name;  // offset into the strings
  uint32_t admin1, admin2;
  uint16_t country;  // index, kNoCountry where none or several
  uint8_t kind;      // a PlaceKind
  uint8_t flags;

  static constexpr uint8_t kCapital = 1;  // of its country
  static constexpr uint8_t kSeat = 2;     // of its first-order division
  PlaceKind Kind() const { return static_cast<PlaceKind>(kind); }
};
static_assert(sizeof(PlaceRecord) == 32);

struct CountryRecord {
  char code[2];  // ISO 3166-1 alpha-2
  uint16_t reserved;
  uint32_t place, capital, continent;  // indexes of places, or kNoPlace
  float area;                          // km2
  uint16_t neighbours_begin, neighbours_count;
  std::string_view Code() const { return {code, 2}; }
};
static_assert(sizeof(CountryRecord) == 24);

// What a name may mean: indexes of places, the likeliest first.
class PlaceList {
 public:
  static constexpr uint32_t kLast = 1u << 31;       // marks the last element
  static constexpr uint32_t kAlternate = 1u << 30;  // the name is not the place's main one
  static constexpr uint32_t kIndex = kAlternate - 1;

  PlaceList() = default;
  explicit PlaceList(std::span<const uint32_t> elements) : elements_(elements) {}
  bool empty() const { return elements_.empty(); }
  size_t size() const { return elements_.size(); }
  uint32_t operator[](size_t i) const { return elements_[i] & kIndex; }
  bool Alternate(size_t i) const { return (elements_[i] & kAlternate) != 0; }

 private:
  std::span<const uint32_t> elements_;
};

// Const members are thread-safe. Indexes of places and countries must be those that the table itself gives.
class PlaceTable {
 public:
  // Fails where the file is missing, of another kind or version, or damaged; the message names it.
  static Result<PlaceTable> Open(const std::string& path);

  // Appends the form under which names are compared: lower case, without accents, apostrophes and dots, one blank
  // between words, "St." spelled out, no leading "the".
  void Fold(std::string_view name, std::string* out) const;
  // The skeleton of a folded name's sound; empty where too little is left.
  static std::string Sound(std::string_view folded);

  PlaceList Named(std::string_view folded) const { return Find(names_, name_lists_, folded); }
  PlaceList Sounding(std::string_view sound) const { return Find(sounds_, sound_lists_, sound); }
  // Indexes of countries.
  PlaceList Demonym(std::string_view folded) const { return Find(demonyms_, demonym_lists_, folded); }

  const PlaceRecord& operator[](uint32_t place) const { return places_[place]; }
  uint32_t size() const { return static_cast<uint32_t>(places_.size()); }
  std::string_view Name(const PlaceRecord& place) const { return strings_.data() + place.name; }
  std::span<const CountryRecord> countries() const { return countries_; }
  // Index of the country of that code, kNoCountry where there is none.
  uint16_t Country(std::string_view code) const;
  bool Neighbours(uint16_t one, uint16_t other) const;

 private:
  struct Slot {
    uint32_t fingerprint, begin;
  };
  static PlaceList Find(std::span<const Slot> slots, std::span<const uint32_t> lists, std::string_view key);
  explicit PlaceTable(FlatFile file) : file_(std::move(file)) {}
  bool Check();

  FlatFile file_;
  std::span<const PlaceRecord> places_;
  std::string_view strings_;
  std::span<const CountryRecord> countries_;
  std::span<const uint16_t> neighbours_;
  std::span<const Slot> names_, sounds_, demonyms_;
  std::span<const uint32_t> name_lists_, sound_lists_, demonym_lists_;
  std::string_view fold_;
  std::vector<std::pair<std::string, std::string>> spelled_out_;  // words that names are written short with, in full
};

}  // namespace diurna

#endif  // DIURNA_PLACES_TABLE_H_
