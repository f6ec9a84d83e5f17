// PlaceNames: what a name may mean and what the words around it say: the gazetteer with the lexicon's entries on top.
//
// Names are asked for in folded form (PlaceTable::Fold): of "São Paulo" that is "sao paulo".

#ifndef DIURNA_PLACES_NAMES_H_
#define DIURNA_PLACES_NAMES_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diurna/status.h"
#include "lexicon/lexicon.h"
#include "places/place_mention.h"
#include "places/table.h"

namespace diurna {

// A place of the gazetteer (its index), or one of the lexicon (from PlaceTable::size() on).
using PlaceRef = uint32_t;

// One thing that a name may mean.
struct PlaceSense {
  PlaceRef place = kNoPlace;
  bool alternate = false;  // the name is not the place's main one
  bool preferred = false;  // what the lexicon says that the bare name means
  bool guessed = false;    // the name only sounds like the place's
};

// Classes of words, bits of a mask; each is a list of lexicon/place_words.toml of that name, which says what it does.
enum PlaceWord : uint32_t {
  kWordIn = 1 << 0,
  kWordTo = 1 << 1,
  kWordOf = 1 << 2,
  kWordGeneric = 1 << 3,
  kWordGenericOf = 1 << 4,
  kWordDirection = 1 << 5,
  kWordTitle = 1 << 6,
  kWordOrgHead = 1 << 7,
  kWordOrgGov = 1 << 8,
  kWordNotAlone = 1 << 9,
  kWordSpeech = 1 << 10,
  kWordKin = 1 << 11,
  kWordFacility = 1 << 12,
  kWordParticle = 1 << 13,
  kWordNameTail = 1 << 14,
  kWordNever = 1 << 15,
  kWordHuman = 1 << 16,
};

// Const members are thread-safe.
class PlaceNames {
 public:
  // The table must outlive the names. Entries that do not fit the table are named in the message, a line each.
  static Result<PlaceNames> Make(const Lexicon& lexicon, const PlaceTable& table);

  const PlaceTable& table() const { return *table_; }
  const PlaceRecord& operator[](PlaceRef place) const {
    return place < table_->size() ? (*table_)[place] : extra_[place - table_->size()].record;
  }
  std::string_view Name(PlaceRef place) const {
    return place < table_->size() ? table_->Name((*table_)[place]) : extra_[place - table_->size()].name;
  }
  // True of a place that is meant only where the context says so.
  bool Weak(PlaceRef place) const { return place >= table_->size() && extra_[place - table_->size()].weak; }

  // Appends what a folded name may mean, the likeliest first, at most `limit`.
  void Senses(std::string_view folded, size_t limit, std::vector<PlaceSense>* out) const;
  // Appends the places whose names sound like it and are spelled much like it.
  void Sounding(std::string_view folded, size_t limit, std::vector<PlaceSense>* out) const;
  // The place whose people a folded adjective or name speaks of, or kNoPlace.
  PlaceRef People(std::string_view folded) const;
  // Appends the divisions that `text`, exactly as written, is short for; with `alone`, only where it stands alone too.
  void Short(std::string_view text, bool alone, std::vector<PlaceSense>* out) const;
  // Classes of a word in lower case.
  uint32_t Words(std::string_view lower) const;
  // Degrees clockwise from north of a direction in lower case, "north-east" as "northeast"; nothing for other words.
  std::optional<double> Bearing(std::string_view lower) const;
  // Kilometres in a unit of distance in lower case, singular or plural; nothing for other words.
  std::optional<double> UnitKilometres(std::string_view lower) const;

  // How likely a bare name means the place: grows with the logarithm of its people, 0 to about 10.
  double Prominence(PlaceRef place) const;
  bool IsDivision(PlaceRef place) const;  // country, first- or second-order division
  // True when `inner` lies in `outer`, as far as the gazetteer tells.
  bool Inside(PlaceRef inner, PlaceRef outer) const;
  PlaceCandidate Candidate(PlaceRef place) const;

 private:
  struct Extra {
    PlaceRecord record;
    std::string name;
    bool weak = false;
  };
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view key) const { return std::hash<std::string_view>()(key); }
  };
  template <typename T>
  using Table = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  std::string Folded(std::string_view name) const;
  PlaceRef FindDivision(std::string_view name, uint16_t country, PlaceKind kind, std::string_view main) const;
  // Each returns what is wrong with the entry, or nothing.
  std::string AddRegion(const LexiconEntry& entry);
  std::string AddWords(const LexiconEntry& entry);
  std::string AddShort(const LexiconEntry& entry);
  std::string AddPeople(const LexiconEntry& entry);
  std::string AddSense(const LexiconEntry& entry);
  std::string AddBearing(const LexiconEntry& entry);
  std::string AddUnit(const LexiconEntry& entry);
  std::string UnknownCountry(const LexiconEntry& entry) const;

  const PlaceTable* table_ = nullptr;
  std::vector<Extra> extra_;
  Table<std::vector<PlaceRef>> names_;
  Table<PlaceRef> people_, preferred_;
  Table<std::pair<std::vector<PlaceRef>, bool>> short_;
  Table<uint32_t> words_;
  Table<double> bearings_, units_;
};

// Kilometres between two points on the sphere.
double Kilometres(double lat1, double lon1, double lat2, double lon2);

}  // namespace diurna

#endif  // DIURNA_PLACES_NAMES_H_
