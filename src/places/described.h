// Places that are described rather than named: "the air base near Mosul", "20 km east of Mosul".

#ifndef DIURNA_PLACES_DESCRIBED_H_
#define DIURNA_PLACES_DESCRIBED_H_

#include <vector>

#include "diurna/analysis.h"
#include "places/names.h"
#include "places/place_mention.h"

namespace diurna {

// Adds to `places`, which are in the order of the text and stay so, those that the text describes by them. Each has
// `described` set and `inside` the index of the place that it is described by; indexes of the others are kept right.
void AddDescribedPlaces(const Analysis& analysis, const PlaceNames& names, std::vector<PlaceMention>* places);

}  // namespace diurna

#endif  // DIURNA_PLACES_DESCRIBED_H_
