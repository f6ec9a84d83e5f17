// Mentions: the times, places, numbers and actors that a report names, each with its span and its value.

#ifndef DIURNA_ACTORS_MENTIONS_H_
#define DIURNA_ACTORS_MENTIONS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "actors/actor.h"
#include "diurna/optional_index.h"
#include "numbers/number_mention.h"
#include "places/place_mention.h"
#include "times/time_mention.h"

namespace diurna {

// Everything found in one report.
struct Mentions {
  std::vector<TimeMention> times;
  std::vector<PlaceMention> places;
  std::vector<NumberMention> numbers;
  std::vector<Actor> actors;
  // ISO 3166-1 alpha-2 of the country that the report is about, by its places; empty where it shows none.
  std::string country;
  // Per token: index of the mention that covers it, or none; of actors: the actor that a mention headed here stands
  // for.
  std::vector<OptionalIndex> time_of, place_of, number_of, actor_of;
  // Per token: of a pronoun or definite noun the head token of what it stands for, or none.
  std::vector<OptionalIndex> antecedent;
};

// The token that a pronoun or definite noun stands for in the end, by its antecedents; any other token itself.
uint32_t Resolve(const Mentions& mentions, uint32_t token);

// The spans of mentions, in their order.
template <typename Mention>
std::vector<Span> SpansOf(const std::vector<Mention>& mentions) {
  std::vector<Span> spans;
  spans.reserve(mentions.size());
  for (const Mention& mention : mentions) spans.push_back(mention.span);
  return spans;
}

}  // namespace diurna

#endif  // DIURNA_ACTORS_MENTIONS_H_
