// Who or what pronouns and definite nouns stand for.

#ifndef DIURNA_ACTORS_COREFERENCE_H_
#define DIURNA_ACTORS_COREFERENCE_H_

#include "actors/mentions.h"
#include "actors/words.h"
#include "diurna/analysis.h"

namespace diurna {

// Sets `antecedent` of pronouns and of definite nouns ("the minister", "the company") and appends their tokens to the
// heads of the actors that they stand for. `mentions->actors` and `actor_of` hold the named ones already. A person's
// gender is learnt from "he" and "she".
//
// Example: in "Irena Dokic leads the union. She wants talks." "She" stands for "Dokic" and becomes a head of hers.
void ResolveReferences(const Analysis& analysis, const ActorWords& words, Mentions* mentions);

}  // namespace diurna

#endif  // DIURNA_ACTORS_COREFERENCE_H_
