// Recognition of places: which words of a report name a place, decided by the words and names around them.

#ifndef DIURNA_PLACES_RECOGNITION_H_
#define DIURNA_PLACES_RECOGNITION_H_

#include <bitset>
#include <cstdint>
#include <string>
#include <vector>

#include "diurna/analysis.h"
#include "diurna/document.h"
#include "diurna/optional_index.h"
#include "places/names.h"

namespace diurna {

// What is known about a possible name of a place. The decision is a weighted sum over these.
enum class PlaceFeature : uint8_t {
  kBias,
  // The model's kind of name, and whether it ends where this one does.
  kGpe,
  kGpeWithin,
  kLoc,
  kLocWithin,
  kFac,
  kFacWithin,
  kOrg,
  kOrgWithin,
  kPerson,
  kPersonWithin,
  kNorp,
  kOther,
  kOtherWithin,
  kNumeric,
  kPartial,
  // What the gazetteer knows of the name.
  kUnknown,
  kCountry,
  kAdmin1,
  kAdmin2,
  kRegion,
  kCityHuge,
  kCityBig,
  kCityMiddle,
  kCitySmall,
  kAirport,
  kAlternateOnly,
  kWeak,
  kShortForm,
  // Its own words.
  kManyWords,
  kFewLetters,
  kCapitals,
  kNotProper,
  kNotAlone,
  kGenericInside,
  kDirectionInside,
  kOnlyDirections,
  // Before it.
  kIn,
  kTo,
  kOf,
  kGenericOf,
  kDirection,
  kOfPerson,  // "Ada Pell of X"
  kFromNoun,  // "a farmer from X"
  kTitle,
  kNameBefore,
  kGenericBefore,
  kSentenceStart,
  // After it.
  kGenericAfter,
  kNameAfter,
  kOrgHeadAfter,
  kGovernmentAfter,
  kPossessive,
  kSpeechAfter,
  kFacilityAfter,
  kKin,
  kPeopleAfter,
  kHumanAfter,
  kDateline,
  // Beside it.
  kContained,
  kContainer,
  kListed,
  kInDivision,
  kInCountry,
  // In the report.
  kSureElsewhere,
  kPersonElsewhere,
  // Together.
  kGpeUnknown,
  kPersonUnknown,
  kOrgDivision,
  kOrgFirst,
  kOrgGovernment,
  kOrgHead,
  kOrgAfterOf,
  kOrgCounty,
  kPersonDivision,
  kLocUnknown,
  kCount
};
using PlaceFeatures = std::bitset<static_cast<size_t>(PlaceFeature::kCount)>;

// Tokens [begin, end) that may name a place.
struct PlaceSpan {
  uint32_t begin = 0, end = 0;
  std::string folded;
  std::vector<PlaceSense> senses;  // the likeliest first; empty where the gazetteer has none
  PlaceFeatures features;
  double score = 0;  // log-odds of being a place
  bool demonym = false;
  OptionalIndex container;  // index of the span that it is written as a part of ("Almaty, Kazakhstan")
  bool elsewhere = false;   // none of the senses lies in the container that the text gives
  bool in_list = false;     // stands in a list with the span before it
};

// All possible names in the order of the text, scored; those with a score above zero name places.
std::vector<PlaceSpan> FindPlaceSpans(const Document& document, const Analysis& analysis, const PlaceNames& names);

}  // namespace diurna

#endif  // DIURNA_PLACES_RECOGNITION_H_
