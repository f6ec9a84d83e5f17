// Who or what pronouns and definite nouns stand for.

#ifndef DIURNA_MENTION_COREFERENCE_H_
#define DIURNA_MENTION_COREFERENCE_H_

#include "diurna/analysis.h"
#include "mention/actor_words.h"
#include "mention/mentions.h"

namespace diurna {

// Sets `antecedent` of pronouns and of definite nouns ("the minister", "the company") and appends their tokens to the
// heads of the actors that they stand for. `mentions->actors` and `actor_of` hold the named ones already.
void ResolveReferences(const Analysis& analysis, const ActorWords& words, Mentions* mentions);

}  // namespace diurna

#endif  // DIURNA_MENTION_COREFERENCE_H_
