// Company: what the resolved places of a report say about its doubtful ones.

#ifndef DIURNA_PLACES_COMPANY_H_
#define DIURNA_PLACES_COMPANY_H_

#include <vector>

#include "places/names.h"
#include "places/recognition.h"
#include "places/resolution.h"

namespace diurna {

// Takes doubtful names for places where one of that name lies close to several that are resolved: raises the scores of
// such spans above zero. True where there are any; the report is then to be resolved anew.
bool AdmitNeighbours(const PlaceNames& names, const std::vector<PlaceChoice>& choices, std::vector<PlaceSpan>* spans);

// Unresolves small places that lie far from all that a local report speaks of: there is rather one of that name close
// by which the gazetteer does not hold.
void DoubtStrays(const PlaceNames& names, const std::vector<PlaceSpan>& spans, std::vector<PlaceChoice>* choices);

}  // namespace diurna

#endif  // DIURNA_PLACES_COMPANY_H_
