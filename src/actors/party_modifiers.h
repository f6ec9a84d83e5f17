// What the words before and behind a title or noun tell of a party: its country, its organization, a sector.

#ifndef DIURNA_ACTORS_PARTY_MODIFIERS_H_
#define DIURNA_ACTORS_PARTY_MODIFIERS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "actors/mentions.h"
#include "actors/words.h"
#include "diurna/analysis.h"
#include "diurna/vocabulary.h"
#include "places/gazetteer.h"

namespace diurna {

// Empty fields are what the words do not tell.
struct PartyModifiers {
  std::string country;  // ISO 3166-1 alpha-2
  std::string organization;
  std::optional<Sector> sector;
  bool former = false;      // the office is no longer held
  bool place_only = false;  // the organization is a mere place: "Iran's president"
};

// A view over one report; const members are thread-safe.
class ModifierReader {
 public:
  // All must outlive the reader.
  ModifierReader(const Analysis& analysis, const Mentions& mentions, const ActorWords& words,
                 const Gazetteer& gazetteer)
      : a_(analysis), m_(mentions), words_(words), gazetteer_(gazetteer) {}

  // Of the words between `limit` and the phrase that starts at `first`: "Kazakh Foreign Ministry | spokesman".
  PartyModifiers ReadBefore(uint32_t first, uint32_t limit) const;
  // Adds what possessors and prepositional phrases of a noun tell: "president | of Telo Power", "mayor | in Almaty".
  void ReadBehind(uint32_t noun, PartyModifiers* out) const;

  // ISO 3166-1 code of the place or people that a token names, or empty.
  std::string Country(uint32_t token) const;
  // The sector that the head noun of a body's name, the name as a metonym, or another noun in it tells ("MINISTRY of
  // Health"); empty where none does.
  std::optional<Sector> SectorOfBody(uint32_t head) const;

 private:
  std::optional<Sector> SectorOfBodyNoun(uint32_t noun) const;
  void TakeCountry(uint32_t token, const std::string& country, PartyModifiers* out) const;
  void TakeOrganization(uint32_t head, PartyModifiers* out) const;
  // Each returns the first token of what it took.
  uint32_t TakeBody(uint32_t from, uint32_t last, uint32_t limit, PartyModifiers* out) const;
  uint32_t TakeName(uint32_t last, uint32_t limit, PartyModifiers* out) const;
  bool NamesBody(uint32_t begin, uint32_t end, uint32_t head) const;
  bool NamesPerson(uint32_t token) const;
  bool InPlace(uint32_t token) const { return token < m_.place_of.size() && m_.place_of[token].has_value(); }

  const Analysis& a_;
  const Mentions& m_;
  const ActorWords& words_;
  const Gazetteer& gazetteer_;
};

}  // namespace diurna

#endif  // DIURNA_ACTORS_PARTY_MODIFIERS_H_
