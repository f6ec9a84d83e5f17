// The country that a report is about, decided once for all that ask: what "dollars" are, where a fact without a place
// lies.

#ifndef DIURNA_PLACES_MAIN_COUNTRY_H_
#define DIURNA_PLACES_MAIN_COUNTRY_H_

#include <string>
#include <vector>

#include "diurna/document.h"
#include "places/place_mention.h"

namespace diurna {

// ISO 3166-1 alpha-2 of the country with the most votes; empty where no mention has a country. Each mention votes for
// its place's country, one in the title or dateline for more than one in the body. Of equals the one named first is
// taken.
//
// Example: "NAIROBI, May 3 - Two ships left for Uganda. Uganda has no coast." is about Kenya: the dateline outweighs
// both mentions.
std::string MainCountry(const Document& document, const std::vector<PlaceMention>& places);

}  // namespace diurna

#endif  // DIURNA_PLACES_MAIN_COUNTRY_H_
