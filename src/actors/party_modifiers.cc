// Words before a phrase are read from the phrase outwards: demonyms and places give the country, names and bodies
// ("Foreign Ministry spokesman", "Tesco boss", "Iran's president") the organization, deciding modifiers ("opposition
// leader") the sector. Behind it "of", "for", "at" and "from" lead to the organization, "in" and "with" to the country.

#include "actors/party_modifiers.h"

#include <algorithm>

#include "syntax/closed_class.h"
#include "syntax/name.h"
#include "syntax/noun_phrase.h"
#include "syntax/tree.h"

namespace diurna {

std::string ModifierReader::Country(uint32_t token) const {
  if (InPlace(token)) return m_.places[*m_.place_of[token]].place.country;
  if (!IsCapitalized(a_[token])) return {};
  const EntityType type = EntityTypeAt(a_, token);
  if (type != EntityType::kNorp && type != EntityType::kGpe && type != EntityType::kOrg) return {};
  return std::string(gazetteer_.CountryOf(a_[token].text));
}

std::optional<Sector> ModifierReader::SectorOfBodyNoun(uint32_t noun) const {
  const ActorWord* word = nullptr;
  const uint32_t first = a_.sentences()[a_[noun].sentence].begin;
  if (words_.PhraseEnding(a_, first, noun, ActorWord::kBody, &word)) return word->body_sector;
  return {};
}

std::optional<Sector> ModifierReader::SectorOfBody(uint32_t head) const {
  std::optional<Sector> sector = SectorOfBodyNoun(head);
  if (sector) return sector;
  const TokenRange range = NounPhrase(a_, head, true);
  if (const Metonym* metonym = words_.MetonymOf(TextOf(a_, range.begin, range.end))) return metonym->sector;
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (i == head || !IsNoun(a_[i])) continue;
    sector = SectorOfBodyNoun(i);
    if (sector) return sector;
  }
  return {};
}

bool ModifierReader::NamesPerson(uint32_t token) const {
  const OptionalIndex actor = token < m_.actor_of.size() ? m_.actor_of[token] : std::nullopt;
  return actor && m_.actors[*actor].person;
}

// ---- before ----

PartyModifiers ModifierReader::ReadBefore(uint32_t first, uint32_t limit) const {
  PartyModifiers out;
  for (uint32_t i = first; i > limit;) {
    --i;
    const Token& token = a_[i];
    if (IsSpace(token)) break;
    if (IsDeterminer(token) || IsPunctuation(token) || IsPossessiveEnding(token)) continue;
    const ActorWord& word = words_.Find(token.lower);
    if (word.Is(ActorWord::kFormer)) {
      out.former = true;
      continue;
    }
    if (const std::string country = Country(i); !country.empty()) {
      TakeCountry(i, country, &out);
      continue;
    }
    const ActorWord* body = nullptr;
    const OptionalIndex from = words_.PhraseEnding(a_, limit, i, ActorWord::kBody, &body);
    const bool inside_phrase = from && *from < i;
    // A word inside a body's name decides nothing: the union of "European Union".
    if (!out.sector && !inside_phrase) out.sector = word.modifier_sector;
    if (!out.organization.empty()) continue;
    if (from && IsNoun(token) &&
        (inside_phrase || IsCapitalized(token) || IsPossessor(token) || !word.Is(ActorWord::kModifier))) {
      if (body->body_sector) out.sector = body->body_sector;
      i = TakeBody(*from, i, limit, &out);
    } else if (IsProperNoun(token) && IsCapitalized(token) && !NamesPerson(i)) {
      i = TakeName(i, limit, &out);
    }
  }
  return out;
}

void ModifierReader::TakeCountry(uint32_t token, const std::string& country, PartyModifiers* out) const {
  if (out->country.empty()) out->country = country;
  if (IsPossessor(a_[token]) && out->organization.empty()) {
    out->organization = a_[token].text;
    out->place_only = true;
  }
}

// "National Bank", "Foreign Ministry", "transport workers' union": the noun of a body with what stands before it.
uint32_t ModifierReader::TakeBody(uint32_t from, uint32_t last, uint32_t limit, PartyModifiers* out) const {
  const OptionalIndex entity = a_[last].entity;
  uint32_t begin = from;
  while (begin > limit) {
    const Token& before = a_[begin - 1];
    if (!IsCompoundPart(before) && !IsAdjectivalModifier(before)) break;
    if (!Country(begin - 1).empty() && (!entity || before.entity != entity)) break;
    if (words_.Find(before.lower).Is(ActorWord::kFormer)) break;
    --begin;
  }
  out->organization = TextOf(a_, begin, last + 1);
  return begin;
}

// "Tesco boss": a name that ends with token `last`.
uint32_t ModifierReader::TakeName(uint32_t last, uint32_t limit, PartyModifiers* out) const {
  uint32_t begin = last;
  while (begin > limit && IsProperNoun(a_[begin - 1]) && IsCapitalized(a_[begin - 1]) && !NamesPerson(begin - 1) &&
         Country(begin - 1).empty()) {
    --begin;
  }
  if (EntityTypeAt(a_, last) == EntityType::kOrg) begin = std::max(limit, EntityAt(a_, last)->begin);
  while (begin < last && IsDeterminer(a_[begin])) ++begin;
  out->organization = TextOf(a_, begin, last + 1);
  if (const Metonym* metonym = words_.MetonymOf(out->organization)) {
    out->sector = metonym->sector;
    if (out->country.empty()) out->country = metonym->country;
  } else if (const std::optional<Sector> sector = SectorOfBody(last)) {
    out->sector = sector;
  }
  return begin;
}

// ---- behind ----

void ModifierReader::ReadBehind(uint32_t noun, PartyModifiers* out) const {
  for (const uint32_t child : ChildrenOf(a_, noun)) {
    if (IsPossessor(a_[child]) && out->organization.empty() && IsNoun(a_[child])) TakeOrganization(child, out);
    if (!IsPrepositional(a_[child]) || child < noun) continue;
    const std::string_view preposition = a_[child].lower;
    const bool affiliation = closed_class::kAffiliation.Has(preposition);
    const bool in = closed_class::kIn.Has(preposition);
    if (!affiliation && !in && !closed_class::kWith.Has(preposition)) continue;
    for (const uint32_t object : ObjectsOf(a_, child)) {
      if (!IsNoun(a_[object])) continue;
      if (!affiliation) {
        if (out->country.empty()) out->country = Country(object);
        if (in || !IsCapitalized(a_[object])) continue;
      }
      TakeOrganization(object, out);
    }
  }
}

void ModifierReader::TakeOrganization(uint32_t head, PartyModifiers* out) const {
  TokenRange range = NounPhrase(a_, head, true);
  // The holder's name may hang on it: "the chief executive of Telo Power | Jane Doe".
  while (range.begin < range.end && NamesPerson(range.end - 1)) --range.end;
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (NamesPerson(i)) return;
  }
  if (range.begin >= range.end) return;
  head = std::min(head, range.end - 1);
  // What is neither a name nor a body is no organization: "for the country".
  if (!NamesBody(range.begin, range.end, head)) return;
  bool all_place = true;
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (out->country.empty()) out->country = Country(i);
    if (IsNoun(a_[i]) && !InPlace(i)) all_place = false;
  }
  if (!out->organization.empty()) return;
  out->organization = TextOf(a_, range.begin, range.end);
  out->place_only = all_place;
  if (!out->sector && !all_place) out->sector = SectorOfBody(head);
}

bool ModifierReader::NamesBody(uint32_t begin, uint32_t end, uint32_t head) const {
  if (IsCapitalized(a_[head])) return true;
  const ActorWord* body = nullptr;
  if (words_.PhraseEnding(a_, begin, head, ActorWord::kBody, &body)) return true;
  return std::any_of(a_.tokens().begin() + begin, a_.tokens().begin() + end, IsProperNoun);
}

}  // namespace diurna
