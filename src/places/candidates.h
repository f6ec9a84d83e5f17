// Candidates: the words of a report that may name a place, known to the gazetteer or taken for one by the model.

#ifndef DIURNA_PLACES_CANDIDATES_H_
#define DIURNA_PLACES_CANDIDATES_H_

#include <vector>

#include "places/names.h"
#include "places/recognition.h"
#include "places/tokens.h"

namespace diurna {

// In the order of the text, without overlap. Peoples have their score; of the others only what their own words say of
// directions and generic nouns is set.
std::vector<PlaceSpan> FindPlaceCandidates(const PlaceTokens& tokens, const PlaceNames& names);

}  // namespace diurna

#endif  // DIURNA_PLACES_CANDIDATES_H_
