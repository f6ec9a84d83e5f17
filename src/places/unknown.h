// Names of places that the gazetteer does not hold: where the text puts them.

#ifndef DIURNA_PLACES_UNKNOWN_H_
#define DIURNA_PLACES_UNKNOWN_H_

#include <vector>

#include "places/place_mention.h"

namespace diurna {

// Gives each unresolved mention the point, country and division of the place that it is written as a part of, else
// about where the nearest resolved one around it lies; a confidence below that of any resolved place says so. Mentions
// that nothing tells the place of have no point.
//
// Example: "the village of Xarqumbo, Kenya": Xarqumbo lies at Kenya's middle, its country is KE.
void PlaceUnknown(std::vector<PlaceMention>* places);

}  // namespace diurna

#endif  // DIURNA_PLACES_UNKNOWN_H_
