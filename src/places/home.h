// Where a report is at home before its places are read: in the place of its dateline, and near its publisher's.

#ifndef DIURNA_PLACES_HOME_H_
#define DIURNA_PLACES_HOME_H_

#include "diurna/document.h"
#include "places/names.h"
#include "places/resolution.h"

namespace diurna {

// Example: with the dateline "ALMATY, Jan 5 -" and the publisher "The Paris News" the place is Almaty, and any town
// called Paris may be near.
PlaceHome FindHome(const Document& document, const PlaceNames& names);

}  // namespace diurna

#endif  // DIURNA_PLACES_HOME_H_
