// Phrases of a verb beside its subject and objects: prepositional phrases, the "by" of a passive, particles.

#ifndef DIURNA_PROPOSITION_OBLIQUES_H_
#define DIURNA_PROPOSITION_OBLIQUES_H_

#include <cstdint>
#include <vector>

#include "diurna/optional_index.h"
#include "proposition/extraction.h"

namespace diurna {

// Appends the nouns behind a preposition. "From inside X" is inside, "because of X" is because.
void AddOblique(const Extraction& extraction, uint32_t preposition, std::vector<Oblique>* out);
// The phrases of all prepositions that hang on a word.
void AddObliquesOf(const Extraction& extraction, uint32_t word, std::vector<Oblique>* out);
// Who stands behind the "by" of a passive. "Restored by noon" is not by anyone.
std::vector<uint32_t> AgentsOf(const Extraction& extraction, uint32_t verb);
// The particle that belongs to the verb, whatever the parser made of it; or none.
OptionalIndex ParticleOf(const Extraction& extraction, uint32_t verb);

}  // namespace diurna

#endif  // DIURNA_PROPOSITION_OBLIQUES_H_
