// Features of a possible place that its own words and those around it show, and what features are worth.

#ifndef DIURNA_PLACES_FEATURES_H_
#define DIURNA_PLACES_FEATURES_H_

#include "places/names.h"
#include "places/recognition.h"
#include "places/tokens.h"

namespace diurna {

// Adds to `span` the features that depend on no other span.
void DescribePlace(const PlaceTokens& tokens, const PlaceNames& names, PlaceSpan* span);

// Log-odds of being a place: the sum of the features' weights.
double PlaceScore(const PlaceFeatures& features);

}  // namespace diurna

#endif  // DIURNA_PLACES_FEATURES_H_
