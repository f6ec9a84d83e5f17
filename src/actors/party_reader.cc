// A title phrase is read from its last word outwards: its own words are the role; what stands around it
// (party_modifiers.h) gives country and organization. The sector comes from a deciding modifier ("opposition leader"),
// else from the title, else from the organization's head noun; a title no longer held gives none.

#include "actors/party_reader.h"

#include <algorithm>
#include <utility>

#include "syntax/closed_class.h"
#include "syntax/name.h"
#include "syntax/noun_phrase.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

constexpr int kDeepest = 2;  // steps down "a group of members of the union"

// Sectors that a modifier gives to any noun: "rebel government".
bool Outweighs(const std::optional<Sector>& sector) {
  return sector == Sector::kCrm || sector == Sector::kUaf || sector == Sector::kReb || sector == Sector::kOpp;
}

}  // namespace

bool PartyReader::IsOffice(uint32_t noun) const {
  if (!IsNoun(a_[noun]) || IsPluralCommonNoun(a_[noun])) return false;
  const ActorWord* word = nullptr;
  if (!words_.PhraseEnding(a_, SentenceBegin(noun), noun, ActorWord::kTitle, &word)) return false;
  return !word->Is(ActorWord::kCalling) || !word->Is(ActorWord::kPeople);
}

bool PartyReader::IsTitle(uint32_t noun) const {
  if (!IsNoun(a_[noun])) return false;
  const ActorWord* word = nullptr;
  return words_.PhraseEnding(a_, SentenceBegin(noun), noun, ActorWord::kTitle, &word).has_value();
}

// ---- titles ----

// Adjectives and field of the office belong to it: "deputy", "foreign", "presidential"; a country does not.
uint32_t PartyReader::RoleBegin(uint32_t title, uint32_t limit) const {
  uint32_t begin = title;
  while (begin > limit) {
    const bool hyphen = a_[begin - 1].text == "-";
    if (hyphen && begin > limit + 1 && a_[begin - 2].span.end == a_[begin - 1].span.begin) {
      begin -= 2;
      continue;
    }
    if ((IsPunctuation(a_[begin - 1]) && !hyphen) || !ExtendsRole(begin - 1)) break;
    --begin;
  }
  return begin;
}

bool PartyReader::ExtendsRole(uint32_t token) const {
  const Token& before = a_[token];
  const ActorWord& word = words_.Find(before.lower);
  const bool modifies =
      (IsNoun(before) && IsModifier(before)) || word.Is(ActorWord::kOfRole) || word.Is(ActorWord::kFormer);
  if (!modifies || IsSpace(before) || IsSuperlative(before) || IsNumeral(before)) return false;
  if (word.Is(ActorWord::kBody) || !Country(token).empty()) return false;
  // A body's name that ends here is the organization.
  const bool ends_body = EntityTypeAt(a_, token) == EntityType::kOrg && EntityAt(a_, token)->end <= token + 1;
  return !ends_body || word.Is(ActorWord::kModifier);
}

void PartyReader::ReadTitle(uint32_t noun, uint32_t limit, Party* party) const {
  const ActorWord* title = nullptr;
  const OptionalIndex from = words_.PhraseEnding(a_, limit, noun, ActorWord::kTitle, &title);
  if (!from) return;
  const uint32_t begin = RoleBegin(*from, limit);
  PartyModifiers modifiers = modifiers_.ReadBefore(begin, limit);
  // Modifiers within the role decide its sector too: "opposition leader", "police commissioner", "former mayor".
  for (uint32_t i = begin; i < noun; ++i) {
    const ActorWord& word = words_.Find(a_[i].lower);
    if (word.Is(ActorWord::kFormer)) modifiers.former = true;
    if (!modifiers.sector && !title->title_sector) modifiers.sector = word.modifier_sector;
  }
  modifiers_.ReadBehind(noun, &modifiers);
  if (party->role.empty()) party->role = TextOf(a_, begin, noun + 1);
  if (party->organization.empty()) party->organization = modifiers.organization;
  if (party->country.empty()) party->country = modifiers.country;
  if (party->sector || modifiers.former) return;
  // A company's president is no statesman; a union's lawmaker is a lawmaker.
  const bool of_body = !modifiers.organization.empty() && !modifiers.place_only && modifiers.sector &&
                       title->title_sector == Sector::kGov;
  party->sector = of_body || !title->title_sector ? modifiers.sector : title->title_sector;
  if (!party->sector && modifiers.place_only) party->sector = Sector::kGov;
}

// ---- nouns ----

PartyReader::Kind PartyReader::KindOf(uint32_t noun, uint32_t limit) const {
  Kind kind;
  kind.begin = noun;
  const ActorWord* people = nullptr;
  const ActorWord* body = nullptr;
  const OptionalIndex people_from = words_.PhraseEnding(a_, limit, noun, ActorWord::kPeople, &people);
  const OptionalIndex body_from = words_.PhraseEnding(a_, limit, noun, ActorWord::kBody, &body);
  kind.people = people_from.has_value();
  kind.body = body_from.has_value();
  if (kind.people) {
    kind.sector = people->people_sector;
    kind.begin = *people_from;
  }
  // The longer phrase tells.
  if (kind.body && (!kind.people || *body_from < *people_from)) {
    kind.sector = body->body_sector;
    kind.begin = *body_from;
  }
  return kind;
}

void PartyReader::ReadNounAt(uint32_t noun, Party* party, int depth) const {
  const TokenRange range = NounPhrase(a_, noun, false);
  const TokenRange whole = NounPhrase(a_, noun, true);
  if (const Metonym* metonym = words_.MetonymOf(TextOf(a_, whole.begin, whole.end))) {
    if (!party->sector) party->sector = metonym->sector;
    if (party->country.empty()) party->country = metonym->country;
    return;
  }
  const Kind kind = KindOf(noun, range.begin);
  PartyModifiers modifiers = modifiers_.ReadBefore(kind.begin, range.begin);
  // Behind the noun, "in" and "of" tell the country; "of" also what a group belongs to.
  PartyModifiers behind;
  modifiers_.ReadBehind(noun, &behind);
  std::string country = std::move(modifiers.country);
  if (country.empty()) country = behind.country;
  std::optional<Sector> sector = kind.sector;
  // A modifier decides where the noun is of people or tells nothing: "opposition supporters", "police officers".
  if (modifiers.sector && (kind.people || !sector || Outweighs(modifiers.sector))) {
    sector = modifiers.sector;
  }
  if (!sector && IsProperNoun(a_[noun])) sector = modifiers_.SectorOfBody(noun);
  if (!sector && !kind.body && !kind.people) {
    sector = SectorOfPlace(noun);
    if (country.empty()) country = Country(noun);
  } else {
    for (uint32_t i = whole.begin; i < whole.end && country.empty(); ++i) country = Country(i);
  }
  if (!sector && depth < kDeepest) ReadMembers(noun, depth, &sector, &country);
  if (!party->sector) party->sector = sector;
  if (party->country.empty()) party->country = country;
  if (party->organization.empty() && kind.people && !behind.place_only) party->organization = behind.organization;
}

// A people is its civilians, a country its government.
std::optional<Sector> PartyReader::SectorOfPlace(uint32_t noun) const {
  const OptionalIndex index = noun < m_.place_of.size() ? m_.place_of[noun] : std::nullopt;
  if (!index) return {};
  const PlaceMention& place = m_.places[*index];
  if (place.demonym) return Sector::kCvl;
  return place.place.precision == PlacePrecision::kCountry ? std::optional(Sector::kGov) : std::nullopt;
}

// "a team of police", "members of the union": those that it is of.
void PartyReader::ReadMembers(uint32_t noun, int depth, std::optional<Sector>* sector, std::string* country) const {
  for (const uint32_t preposition : PrepositionsOf(a_, noun)) {
    if (!closed_class::kOf.Has(a_[preposition].lower)) continue;
    for (const uint32_t object : ObjectsOf(a_, preposition)) {
      if (!IsNoun(a_[object])) continue;
      Party inner;
      ReadNounAt(object, &inner, depth + 1);
      // A place alone does not make its people its government.
      if (Country(object).empty()) *sector = inner.sector;
      if (country->empty()) *country = inner.country;
    }
  }
}

}  // namespace diurna
