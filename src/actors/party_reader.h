// What a noun phrase tells of a party: role, organization, country and PLOVER sector.

#ifndef DIURNA_ACTORS_PARTY_READER_H_
#define DIURNA_ACTORS_PARTY_READER_H_

#include <cstdint>
#include <optional>
#include <string>

#include "actors/mentions.h"
#include "actors/party_modifiers.h"
#include "actors/words.h"
#include "diurna/analysis.h"
#include "diurna/record.h"
#include "places/gazetteer.h"

namespace diurna {

// A view over one report; const members are thread-safe. Fields of a party that are already set stay.
//
// Example: of "the Kazakh deputy health minister" ReadTitle tells the role "deputy health minister", country KZ and
// sector GOV; of "police in Almaty" ReadNoun tells country KZ and sector COP.
class PartyReader {
 public:
  // All must outlive the reader. What it tells follows `mentions` as these are filled.
  PartyReader(const Analysis& analysis, const Mentions& mentions, const ActorWords& words, const Gazetteer& gazetteer)
      : a_(analysis), m_(mentions), words_(words), modifiers_(analysis, mentions, words, gazetteer) {}

  // Whether `noun` ends the phrase of a title ("prime minister"), in the singular or plural.
  bool IsTitle(uint32_t noun) const;
  // Whether it is an office of one, not a mere kind of people ("gunman").
  bool IsOffice(uint32_t noun) const;
  // Adds role, organization, country and sector that the title phrase ending at `noun` tells. `limit` is the first
  // token that the phrase may reach to the left.
  void ReadTitle(uint32_t noun, uint32_t limit, Party* party) const;
  // Adds country and sector of a body, group or place headed by `noun`, and the organization it belongs to.
  void ReadNoun(uint32_t noun, Party* party) const { ReadNounAt(noun, party, 0); }
  // ISO 3166-1 code of the place or people that a token names, or empty.
  std::string Country(uint32_t token) const { return modifiers_.Country(token); }

 private:
  // A noun for people or bodies, with the phrase that it ends: "members of the public".
  struct Kind {
    bool people = false, body = false;
    uint32_t begin = 0;
    std::optional<Sector> sector;
  };
  uint32_t SentenceBegin(uint32_t token) const { return a_.sentences()[a_[token].sentence].begin; }
  uint32_t RoleBegin(uint32_t title, uint32_t limit) const;
  bool ExtendsRole(uint32_t token) const;
  Kind KindOf(uint32_t noun, uint32_t limit) const;
  void ReadNounAt(uint32_t noun, Party* party, int depth) const;
  std::optional<Sector> SectorOfPlace(uint32_t noun) const;
  void ReadMembers(uint32_t noun, int depth, std::optional<Sector>* sector, std::string* country) const;

  const Analysis& a_;
  const Mentions& m_;
  const ActorWords& words_;
  ModifierReader modifiers_;
};

}  // namespace diurna

#endif  // DIURNA_ACTORS_PARTY_READER_H_
