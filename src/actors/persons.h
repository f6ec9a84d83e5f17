// Which names are one person's.

#ifndef DIURNA_ACTORS_PERSONS_H_
#define DIURNA_ACTORS_PERSONS_H_

#include "actors/mentions.h"
#include "actors/person_names.h"
#include "actors/words.h"
#include "diurna/analysis.h"

namespace diurna {

// Appends an actor for each person to `mentions->actors`, which must be empty, with name, gender and heads, and marks
// the tokens of the names in `actor_of`.
//
// Example: "Irena Dokic", "I. Dokic" and "Dokic" are one person, called "Irena Dokic"; "Marko Dokic" is another.
void FindPersons(const Analysis& analysis, const ActorWords& words, const PersonNames& names, Mentions* mentions);

}  // namespace diurna

#endif  // DIURNA_ACTORS_PERSONS_H_
