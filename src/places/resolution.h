// Resolution of places: which place of that name each mention means, decided for the whole report at once.

#ifndef DIURNA_PLACES_RESOLUTION_H_
#define DIURNA_PLACES_RESOLUTION_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "places/names.h"
#include "places/recognition.h"

namespace diurna {

// What one span means.
struct PlaceChoice {
  PlaceRef place = kNoPlace;  // kNoPlace where nothing in the gazetteer fits
  PlaceRef runner_up = kNoPlace;
  double confidence = 0;
};

// What is known of where a report is at home before its places are read: each may be kNoPlace.
struct PlaceHome {
  std::vector<PlaceRef> places;  // of the dateline
  std::vector<PlaceRef> near;    // towns of which the publisher's name may be one
};

// A choice for each of `spans`, by position. Spans with a score of zero or less are left unresolved.
std::vector<PlaceChoice> ResolvePlaces(const PlaceNames& names, const std::vector<PlaceSpan>& spans,
                                       const PlaceHome& home);

}  // namespace diurna

#endif  // DIURNA_PLACES_RESOLUTION_H_
