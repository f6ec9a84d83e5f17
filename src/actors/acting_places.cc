#include "actors/acting_places.h"

#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "syntax/word.h"

namespace diurna {

namespace {

// What tells one place from another: whether its people are meant, name, country.
using Key = std::tuple<bool, std::string, std::string>;

Key KeyOf(const PlaceMention& mention, const std::string& text) {
  const PlaceCandidate& place = mention.place;
  if (mention.demonym) return {true, {}, place.country};
  if (place.name.empty()) return {false, text, {}};
  return {false, place.name, place.country};
}

Actor ActorOf(const PlaceMention& mention, const std::string& text) {
  Actor actor;
  actor.name = text;
  actor.country = mention.place.country;
  actor.plural = mention.demonym;
  if (mention.demonym) {
    actor.sector = Sector::kCvl;
  } else if (mention.place.precision == PlacePrecision::kCountry) {
    actor.sector = Sector::kGov;
  }
  return actor;
}

}  // namespace

void FindActingPlaces(const Analysis& analysis, Mentions* mentions) {
  std::map<Key, OptionalIndex> by_key;
  for (const PlaceMention& place : mentions->places) {
    const uint32_t head = place.tokens.head;
    if (head >= analysis.size() || mentions->actor_of[head]) continue;
    if (place.demonym && !IsPlural(analysis[head])) continue;
    const std::string text(place.span.empty() ? analysis[head].text : place.span.In(analysis.text()));
    const auto [at, fresh] = by_key.emplace(KeyOf(place, text), static_cast<uint32_t>(mentions->actors.size()));
    if (fresh) mentions->actors.push_back(ActorOf(place, text));
    mentions->actor_of[head] = at->second;
    mentions->actors[*at->second].heads.push_back(head);
  }
}

}  // namespace diurna
