// Actors are found in steps, each in a file of its own: names of persons (person_names.h) and whose they are
// (persons.h), what the text tells of them (roles.h), bodies (bodies.h), places that act (acting_places.h); references
// to all of them come last (coreference.h).

#include "actors/actors.h"

#include <algorithm>
#include <utility>

#include "actors/acting_places.h"
#include "actors/bodies.h"
#include "actors/coreference.h"
#include "actors/party_reader.h"
#include "actors/person_names.h"
#include "actors/persons.h"
#include "actors/roles.h"
#include "actors/words.h"
#include "syntax/noun_phrase.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

// The actor that a noun stands for, or none: its own, or that of the name beside it, as in "the head of the union,
// Irena Dokic". A place beside a noun only tells where.
OptionalIndex ActorFor(const Analysis& analysis, const Mentions& mentions, uint32_t noun) {
  OptionalIndex index = noun < mentions.actor_of.size() ? mentions.actor_of[noun] : std::nullopt;
  if (index) return index;
  for (const uint32_t beside : AppositionsOf(analysis, noun)) {
    const OptionalIndex named = beside < mentions.actor_of.size() ? mentions.actor_of[beside] : std::nullopt;
    if (!named) continue;
    const bool place = beside < mentions.place_of.size() && mentions.place_of[beside];
    if (mentions.actors[*named].person || !place) index = named;
  }
  return index;
}

}  // namespace

struct ActorFinder::Impl {
  ActorWords words;
  const Gazetteer* gazetteer;
};

ActorFinder::ActorFinder() = default;
ActorFinder::ActorFinder(ActorFinder&&) noexcept = default;
ActorFinder& ActorFinder::operator=(ActorFinder&&) noexcept = default;
ActorFinder::~ActorFinder() = default;

Result<ActorFinder> ActorFinder::Make(const Lexicon& lexicon, const Gazetteer& gazetteer) {
  Result<ActorWords> words = ActorWords::Make(lexicon);
  if (!words.ok()) return words.status();
  ActorFinder finder;
  finder.impl_ = std::make_unique<Impl>(Impl{std::move(*words), &gazetteer});
  return finder;
}

void ActorFinder::Find(const Analysis& analysis, Mentions* mentions) const {
  mentions->actor_of.assign(analysis.size(), std::nullopt);
  mentions->antecedent.assign(analysis.size(), std::nullopt);
  mentions->actors.clear();
  const ActorWords& words = impl_->words;
  const PartyReader reader(analysis, *mentions, words, *impl_->gazetteer);
  const PersonNames names = FindPersonNames(analysis, *mentions, words, *impl_->gazetteer);
  FindPersons(analysis, words, names, mentions);
  ReadRoles(analysis, words, reader, names, mentions);
  FindBodies(analysis, words, reader, names, mentions);
  FindActingPlaces(analysis, mentions);
  for (Actor& actor : mentions->actors) std::sort(actor.heads.begin(), actor.heads.end());
  ResolveReferences(analysis, words, mentions);
}

Party ActorFinder::PartyOf(const Analysis& analysis, const Mentions& mentions, uint32_t head) const {
  Party party;
  if (head >= analysis.size()) return party;
  const TokenRange phrase = NounPhrase(analysis, head);
  party.text = TextOf(analysis, phrase.begin, phrase.end);
  const uint32_t at = Resolve(mentions, head);
  if (const OptionalIndex index = ActorFor(analysis, mentions, at)) {
    const Actor& actor = mentions.actors[*index];
    party.name = actor.name;
    party.role = actor.role;
    party.organization = actor.organization;
    party.country = actor.country;
    party.sector = actor.sector;
    return party;
  }
  // A pronoun that stands for nothing known has no name.
  if (at == head && IsPronoun(analysis[at])) return party;
  party.name = at == head ? party.text : NounPhraseText(analysis, at);
  if (!IsNoun(analysis[at])) return party;
  const PartyReader reader(analysis, mentions, impl_->words, *impl_->gazetteer);
  if (reader.IsOffice(at)) reader.ReadTitle(at, NounPhrase(analysis, at, false).begin, &party);
  reader.ReadNoun(at, &party);
  return party;
}

}  // namespace diurna
