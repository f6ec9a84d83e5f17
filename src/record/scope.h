// Scope: what a report is about, one place or a whole country.
//
// Decided once per report from its title, dateline, and how often and how each place is named. The weights are those of
// an experiment over annotated reports.

#ifndef DIURNA_RECORD_SCOPE_H_
#define DIURNA_RECORD_SCOPE_H_

#include <optional>
#include <string>

#include "actors/mentions.h"
#include "diurna/analysis.h"
#include "diurna/document.h"
#include "diurna/record.h"
#include "places/gazetteer.h"
#include "places/places.h"
#include "record/sentence_index.h"

namespace diurna {

// The place of a mention as the record writes it.
Place PlaceOf(const Document& document, const PlaceMention& mention);

struct Scope {
  std::string country;                 // ISO 3166-1 alpha-2; empty where the report shows none
  bool national = false;               // about a whole country rather than one place in it
  std::optional<Place> main_place;     // where the news is
  std::optional<Place> country_place;  // the country, or the one division of it that the report keeps to
};

Scope FindScope(const Document& document, const Analysis& analysis, const Mentions& mentions,
                const SentenceIndex& sentences, const PlaceFinder& places, const Gazetteer& gazetteer);

}  // namespace diurna

#endif  // DIURNA_RECORD_SCOPE_H_
