// A title phrase is read from its last word outwards: its own words are the role; demonyms and places before it give
// the country; names and bodies before it ("Foreign Ministry spokesman", "Tesco boss", "Iran's president") and the
// "of", "for", "at" and "from" phrases behind it give the organization. The sector comes from a deciding modifier
// ("opposition leader"), else from the title, else from the organization's head noun; a title no longer held gives
// none.

#include "actors/party_reader.h"

#include <algorithm>

#include "actors/actors.h"
#include "actors/person_names.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

std::string Words(const Analysis& a, uint32_t begin, uint32_t end) {
  std::string out;
  if (begin >= end) return out;
  bool blank = false;
  for (const char c : a.SpanOf(begin, end - 1).In(a.text())) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      blank = true;
      continue;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out += c;
  }
  return out;
}

}  // namespace

bool PartyReader::IsOffice(uint32_t noun) const {
  if (!IsNoun(a_[noun]) || a_[noun].tag == "NNS") return false;
  const ActorWord* word = nullptr;
  if (words_.PhraseEnding(a_, a_.sentences()[a_[noun].sentence].begin, noun, ActorWord::kTitle, &word) < 0)
    return false;
  return !word->Is(ActorWord::kCalling) || !word->Is(ActorWord::kPeople);
}

bool PartyReader::IsTitle(uint32_t noun) const {
  if (!IsNoun(a_[noun])) return false;
  const ActorWord* word = nullptr;
  return words_.PhraseEnding(a_, a_.sentences()[a_[noun].sentence].begin, noun, ActorWord::kTitle, &word) >= 0;
}

std::string PartyReader::Country(uint32_t i) const {
  if (i < m_.place_of.size() && m_.place_of[i] >= 0) {
    return m_.places[static_cast<size_t>(m_.place_of[i])].place.country;
  }
  if (!IsCapitalized(a_[i])) return {};
  if (a_[i].entity < 0) return {};
  const EntityType type = a_.entities()[static_cast<size_t>(a_[i].entity)].type;
  if (type != EntityType::kNorp && type != EntityType::kGpe && type != EntityType::kOrg) return {};
  return std::string(gazetteer_.CountryOf(a_[i].text));
}

std::string PartyReader::BodySector(uint32_t noun) const {
  const ActorWord* word = nullptr;
  const uint32_t first = a_.sentences()[a_[noun].sentence].begin;
  if (words_.PhraseEnding(a_, first, noun, ActorWord::kBody, &word) >= 0) return word->body_sector;
  return {};
}

std::string PartyReader::BodySectorOf(uint32_t head) const {
  std::string sector = BodySector(head);
  if (!sector.empty()) return sector;
  const TokenRange range = NounPhrase(a_, head, true);
  if (const Metonym* metonym = words_.MetonymOf(Words(a_, range.begin, range.end))) return metonym->sector;
  // "Ministry of Health", "University of Telo": the noun before "of".
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (i != head && IsNoun(a_[i])) {
      sector = BodySector(i);
      if (!sector.empty()) return sector;
    }
  }
  return {};
}

bool PartyReader::NamesPerson(uint32_t token) const {
  const int32_t actor = token < m_.actor_of.size() ? m_.actor_of[token] : -1;
  return actor >= 0 && m_.actors[static_cast<size_t>(actor)].person;
}

void PartyReader::TakeOrganization(uint32_t head, Modifiers* out) const {
  TokenRange range = NounPhrase(a_, head, true);
  // The holder's name may hang on it: "the chief executive of Telo Power | Jane Doe".
  while (range.begin < range.end && NamesPerson(range.end - 1)) --range.end;
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (NamesPerson(i)) return;
  }
  if (range.begin >= range.end) return;
  head = std::min(head, range.end - 1);
  // What is neither a name nor a body is no organization: "for the country".
  const ActorWord* body = nullptr;
  if (!IsCapitalized(a_[head]) && words_.PhraseEnding(a_, range.begin, head, ActorWord::kBody, &body) < 0 &&
      std::none_of(a_.tokens().begin() + range.begin, a_.tokens().begin() + range.end,
                   [](const Token& token) { return token.pos == Pos::kPropn; })) {
    return;
  }
  bool all_place = true;
  for (uint32_t i = range.begin; i < range.end; ++i) {
    const std::string country = Country(i);
    if (!country.empty() && out->country.empty()) out->country = country;
    if (IsNoun(a_[i]) && (i >= m_.place_of.size() || m_.place_of[i] < 0)) all_place = false;
  }
  if (out->organization.empty()) {
    out->organization = Words(a_, range.begin, range.end);
    out->place_only = all_place;
    if (out->sector.empty() && !all_place) out->sector = BodySectorOf(head);
  }
}

PartyReader::Modifiers PartyReader::ReadModifiers(uint32_t first, uint32_t limit) const {
  Modifiers out;
  for (uint32_t i = first; i > limit;) {
    --i;
    const Token& token = a_[i];
    if (token.pos == Pos::kDet || token.pos == Pos::kPunct || token.pos == Pos::kSpace || token.tag == "POS") {
      if (token.pos == Pos::kSpace) break;
      continue;
    }
    const ActorWord& word = words_.Find(token.lower);
    if (word.Is(ActorWord::kFormer)) {
      out.former = true;
      continue;
    }
    const std::string country = Country(i);
    if (!country.empty()) {
      if (out.country.empty()) out.country = country;
      if (token.dep == Dep::kPoss && out.organization.empty()) {
        out.organization = token.text;
        out.place_only = true;
      }
      continue;
    }
    const ActorWord* body = nullptr;
    const int32_t body_from = words_.PhraseEnding(a_, limit, i, ActorWord::kBody, &body);
    // A word inside a body's name decides nothing: the union of "European Union".
    if (word.Is(ActorWord::kModifier) && out.sector.empty() && word.modifier_sector != "none" &&
        !(body_from >= 0 && static_cast<uint32_t>(body_from) < i)) {
      out.sector = word.modifier_sector;
    }
    if (const int32_t from = body_from; from >= 0 && IsNoun(token) && out.organization.empty() &&
                                        (static_cast<uint32_t>(from) < i || IsCapitalized(token) ||
                                         token.dep == Dep::kPoss || !word.Is(ActorWord::kModifier))) {
      uint32_t begin = static_cast<uint32_t>(from);
      // "National Bank", "Foreign Ministry", "transport workers' union"
      while (begin > limit && (a_[begin - 1].dep == Dep::kCompound || a_[begin - 1].dep == Dep::kAmod) &&
             (Country(begin - 1).empty() || (token.entity >= 0 && a_[begin - 1].entity == token.entity)) &&
             !words_.Find(a_[begin - 1].lower).Is(ActorWord::kFormer)) {
        --begin;
      }
      out.organization = Words(a_, begin, i + 1);
      if (!body->body_sector.empty()) out.sector = body->body_sector;
      i = begin;
      continue;
    }
    if (out.organization.empty() && token.pos == Pos::kPropn && IsCapitalized(token) && !NamesPerson(i)) {
      uint32_t begin = i;
      while (begin > limit && a_[begin - 1].pos == Pos::kPropn && IsCapitalized(a_[begin - 1]) &&
             !NamesPerson(begin - 1) && Country(begin - 1).empty()) {
        --begin;
      }
      if (token.entity >= 0 && a_.entities()[static_cast<size_t>(token.entity)].type == EntityType::kOrg) {
        begin = std::max(limit, a_.entities()[static_cast<size_t>(token.entity)].begin);
      }
      while (begin < i && a_[begin].pos == Pos::kDet) ++begin;
      out.organization = Words(a_, begin, i + 1);
      if (const Metonym* metonym = words_.MetonymOf(out.organization)) {
        out.sector = metonym->sector;
        if (out.country.empty()) out.country = metonym->country;
      } else if (const std::string sector = BodySectorOf(i); !sector.empty()) {
        out.sector = sector;
      }
      i = begin;
    }
  }
  return out;
}

void PartyReader::ReadAttachments(uint32_t noun, Modifiers* out) const {
  for (const uint32_t child : a_.children(noun)) {
    if (a_[child].dep == Dep::kPoss && out->organization.empty() && IsNoun(a_[child])) TakeOrganization(child, out);
    if (a_[child].dep != Dep::kPrep || child < noun) continue;
    const std::string_view word = a_[child].lower;
    if (word != "of" && word != "for" && word != "at" && word != "from" && word != "in" && word != "with") continue;
    for (const uint32_t object : a_.children(child)) {
      if (a_[object].dep != Dep::kPobj || !IsNoun(a_[object])) continue;
      if (word == "in" || word == "with") {
        const std::string country = Country(object);
        if (!country.empty() && out->country.empty()) out->country = country;
        if (word == "in" || !IsCapitalized(a_[object])) continue;
      }
      TakeOrganization(object, out);
    }
  }
}

void PartyReader::ReadTitle(uint32_t noun, uint32_t limit, Party* party) const {
  const ActorWord* title = nullptr;
  const int32_t from = words_.PhraseEnding(a_, limit, noun, ActorWord::kTitle, &title);
  if (from < 0) return;
  uint32_t begin = static_cast<uint32_t>(from);
  // Adjectives and field of the office belong to it: "deputy", "foreign", "presidential"; a country does not.
  while (begin > limit) {
    const Token& token = a_[begin - 1];
    if (token.pos == Pos::kPunct && token.text != "-") break;
    if (token.text == "-" && begin > limit + 1 && a_[begin - 2].span.end == token.span.begin) {
      begin -= 2;
      continue;
    }
    const ActorWord& adjective = words_.Find(token.lower);
    const bool modifier =
        (IsNoun(token) && (token.dep == Dep::kCompound || token.dep == Dep::kNmod || token.dep == Dep::kAmod)) ||
        adjective.Is(ActorWord::kOfRole) || adjective.Is(ActorWord::kFormer);
    if (!modifier || token.pos == Pos::kSpace || !Country(begin - 1).empty() ||
        words_.Find(token.lower).Is(ActorWord::kBody) || token.tag == "JJS" || token.pos == Pos::kNum) {
      break;
    }
    if (token.entity >= 0 && a_.entities()[static_cast<size_t>(token.entity)].type == EntityType::kOrg &&
        a_.entities()[static_cast<size_t>(token.entity)].end <= begin && !adjective.Is(ActorWord::kModifier)) {
      break;
    }
    --begin;
  }
  Modifiers modifiers = ReadModifiers(begin, limit);
  // Modifiers within the role decide its sector too: "opposition leader", "police commissioner", "former mayor".
  for (uint32_t i = begin; i < noun; ++i) {
    const ActorWord& word = words_.Find(a_[i].lower);
    if (word.Is(ActorWord::kFormer)) modifiers.former = true;
    if (word.Is(ActorWord::kModifier) && word.modifier_sector != "none" && modifiers.sector.empty() &&
        title->title_sector.empty()) {
      modifiers.sector = word.modifier_sector;
    }
  }
  ReadAttachments(noun, &modifiers);
  if (party->role.empty()) party->role = Words(a_, begin, noun + 1);
  if (party->organization.empty()) party->organization = modifiers.organization;
  if (party->country.empty()) party->country = modifiers.country;
  if (party->sector.empty() && !modifiers.former) {
    // A company's president is no statesman; a union's lawmaker is a lawmaker.
    const bool of_body = !modifiers.organization.empty() && !modifiers.place_only && !modifiers.sector.empty() &&
                         title->title_sector == "GOV";
    party->sector = of_body || title->title_sector.empty() ? modifiers.sector : title->title_sector;
    if (party->sector.empty() && modifiers.place_only) party->sector = "GOV";
  }
}

void PartyReader::ReadNoun(uint32_t noun, Party* party, int depth) const {
  const TokenRange range = NounPhrase(a_, noun, false);
  const TokenRange whole = NounPhrase(a_, noun, true);
  const ActorWord* word = nullptr;
  if (const Metonym* metonym = words_.MetonymOf(Words(a_, whole.begin, whole.end))) {
    if (party->sector.empty()) party->sector = metonym->sector;
    if (party->country.empty()) party->country = metonym->country;
    return;
  }
  const int32_t people = words_.PhraseEnding(a_, range.begin, noun, ActorWord::kPeople, &word);
  const int32_t people_from = people;
  std::string sector = people >= 0 ? word->people_sector : std::string();
  const int32_t body = words_.PhraseEnding(a_, range.begin, noun, ActorWord::kBody, &word);
  if (body >= 0 && (people < 0 || body < people)) sector = word->body_sector;
  const int32_t from = body >= 0 ? (people_from >= 0 ? std::min(body, people_from) : body) : people_from;
  const uint32_t first = from >= 0 ? static_cast<uint32_t>(from) : noun;
  Modifiers modifiers = ReadModifiers(first, range.begin);
  // Behind the noun, "in" and "of" tell the country; "of" also what a group belongs to.
  Modifiers behind;
  ReadAttachments(noun, &behind);
  if (modifiers.country.empty()) modifiers.country = behind.country;
  // A modifier decides where the noun is of people or tells nothing: "opposition supporters", "police officers".
  const bool strong =
      modifiers.sector == "CRM" || modifiers.sector == "UAF" || modifiers.sector == "REB" || modifiers.sector == "OPP";
  if (!modifiers.sector.empty() && (people >= 0 || sector.empty() || strong)) sector = modifiers.sector;
  if (sector.empty() && a_[noun].pos == Pos::kPropn) sector = BodySectorOf(noun);
  if (sector.empty() && body < 0 && people < 0) {
    const int32_t place = noun < m_.place_of.size() ? m_.place_of[noun] : -1;
    const bool demonym = place >= 0 && m_.places[static_cast<size_t>(place)].demonym;
    if (demonym) {
      sector = "CVL";
    } else if (place >= 0 && m_.places[static_cast<size_t>(place)].place.precision == PlacePrecision::kCountry) {
      sector = "GOV";
    }
    if (modifiers.country.empty()) modifiers.country = Country(noun);
  } else if (modifiers.country.empty()) {
    for (uint32_t i = whole.begin; i < whole.end && modifiers.country.empty(); ++i) modifiers.country = Country(i);
  }
  // "a team of police", "members of the union": those that it is of.
  if (sector.empty() && depth < 2) {
    for (const uint32_t child : a_.children(noun)) {
      if (a_[child].dep != Dep::kPrep || a_[child].lower != "of") continue;
      for (const uint32_t object : a_.children(child)) {
        if (a_[object].dep != Dep::kPobj || !IsNoun(a_[object])) continue;
        Party inner;
        ReadNoun(object, &inner, depth + 1);
        // A place alone does not make its people its government.
        if (Country(object).empty()) sector = inner.sector;
        if (modifiers.country.empty()) modifiers.country = inner.country;
      }
    }
  }
  if (party->sector.empty()) party->sector = sector;
  if (party->country.empty()) party->country = modifiers.country;
  if (party->organization.empty() && people >= 0 && !behind.place_only) party->organization = behind.organization;
}

}  // namespace diurna
