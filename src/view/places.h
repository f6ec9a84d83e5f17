// Places as text: JSON and GeoJSON.

#ifndef DIURNA_VIEW_PLACES_H_
#define DIURNA_VIEW_PLACES_H_

#include <string>
#include <vector>

#include "diurna/analysis.h"
#include "diurna/document.h"
#include "places/place_mention.h"

namespace diurna {

// The forms of `diurna places`, offsets in code points. JSON holds only what has a name of its own; GeoJSON also what
// is described by another place ("the air base near Mosul"), and the sentence of each.
std::string ToPlacesJson(const Document& document, const std::vector<PlaceMention>& places);
std::string ToGeoJson(const Document& document, const Analysis& analysis, const std::vector<PlaceMention>& places);

}  // namespace diurna

#endif  // DIURNA_VIEW_PLACES_H_
