// What a noun phrase tells of a party: role, organization, country and PLOVER sector.

#ifndef DIURNA_ACTORS_PARTY_READER_H_
#define DIURNA_ACTORS_PARTY_READER_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "actors/mentions.h"
#include "actors/words.h"
#include "diurna/analysis.h"
#include "diurna/record.h"
#include "places/gazetteer.h"

namespace diurna {

class PartyReader {
 public:
  // All must outlive the reader.
  PartyReader(const Analysis& analysis, const Mentions& mentions, const ActorWords& words, const Gazetteer& gazetteer)
      : a_(analysis), m_(mentions), words_(words), gazetteer_(gazetteer) {}

  // True where `noun` ends the phrase of a title ("prime minister"), in the singular or plural.
  bool IsTitle(uint32_t noun) const;
  // True where it is an office of one, not a mere kind of people ("gunman").
  bool IsOffice(uint32_t noun) const;
  // Adds role, organization, country and sector that the title phrase ending at `noun` tells; fields that are already
  // set stay. `limit` is the first token that the phrase may reach to the left.
  void ReadTitle(uint32_t noun, uint32_t limit, Party* party) const;
  // Adds country and sector of a body, group or place headed by `noun`, and the organization it belongs to.
  void ReadNoun(uint32_t noun, Party* party, int depth = 0) const;
  // ISO 3166-1 code of the place or people that token `i` names, or empty.
  std::string Country(uint32_t i) const;

 private:
  struct Modifiers {
    std::string country, organization, sector;
    bool former = false;
    bool place_only = false;  // the organization is a mere place
  };
  // Of the words between `limit` and the phrase that starts at `first`.
  Modifiers ReadModifiers(uint32_t first, uint32_t limit) const;
  void ReadAttachments(uint32_t noun, Modifiers* out) const;
  void TakeOrganization(uint32_t head, Modifiers* out) const;
  bool NamesPerson(uint32_t token) const;
  std::string BodySector(uint32_t noun) const;
  std::string BodySectorOf(uint32_t head) const;

  const Analysis& a_;
  const Mentions& m_;
  const ActorWords& words_;
  const Gazetteer& gazetteer_;
};

}  // namespace diurna

#endif  // DIURNA_ACTORS_PARTY_READER_H_
