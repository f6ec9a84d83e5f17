// Places and peoples as actors: "Kazakhstan signed", "Britons voted".

#ifndef DIURNA_ACTORS_ACTING_PLACES_H_
#define DIURNA_ACTORS_ACTING_PLACES_H_

#include "actors/mentions.h"
#include "diurna/analysis.h"

namespace diurna {

// Appends an actor for each place and each people of `mentions->places` whose head stands for nobody yet, and marks
// the heads in `actor_of`. A country acts as its government; adjectives of peoples ("Kazakh") are no actors.
void FindActingPlaces(const Analysis& analysis, Mentions* mentions);

}  // namespace diurna

#endif  // DIURNA_ACTORS_ACTING_PLACES_H_
