// Bodies that the text names: ministries, companies, armies, and the words that stand for them ("the Kremlin").

#ifndef DIURNA_ACTORS_BODIES_H_
#define DIURNA_ACTORS_BODIES_H_

#include "actors/mentions.h"
#include "actors/party_reader.h"
#include "actors/person_names.h"
#include "actors/words.h"
#include "diurna/analysis.h"

namespace diurna {

// Appends an actor for each body to `mentions->actors`, behind the persons that FindPersons found, with name, country,
// sector and heads, and marks the tokens of their names in `actor_of`. Tokens that stand for a person stay.
//
// Example: "World Health Organization" and "WHO" are one body, so are "Salling Group" and "Salling".
void FindBodies(const Analysis& analysis, const ActorWords& words, const PartyReader& reader, const PersonNames& names,
                Mentions* mentions);

}  // namespace diurna

#endif  // DIURNA_ACTORS_BODIES_H_
