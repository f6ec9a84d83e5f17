// PlaceMention: a place that a report names, with what it stands for in the gazetteer.

#ifndef DIURNA_PLACES_PLACE_MENTION_H_
#define DIURNA_PLACES_PLACE_MENTION_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diurna/optional_index.h"
#include "diurna/span.h"
#include "diurna/vocabulary.h"
#include "syntax/token_range.h"

namespace diurna {

struct PlaceCandidate {
  std::string name;
  int64_t geonames_id = 0;  // 0 where none is known
  std::string country;      // ISO 3166-1 alpha-2
  std::string admin1;       // name
  double lat = 0, lon = 0;  // degrees, WGS 84
  bool has_point = false;
  PlacePrecision precision = PlacePrecision::kCity;
};

struct PlaceMention {
  Span span;  // minimal: "Almaty", not "the city of Almaty"
  TokenRange tokens;
  bool demonym = false;  // "Kazakh": place is the country that it speaks of
  PlaceCandidate place;  // the resolved one; name and precision only where nothing in the gazetteer fits
  bool resolved = false;
  double confidence = 0;
  std::optional<PlaceCandidate> runner_up;
  OptionalIndex inside;    // index of the mention that this one is written as a part of ("Almaty, Kazakhstan")
  bool described = false;  // without a name of its own, put by `inside`: "the air base near Mosul", "20 km east of X"
};

}  // namespace diurna

#endif  // DIURNA_PLACES_PLACE_MENTION_H_
