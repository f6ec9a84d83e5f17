// Places: names found by the gazetteer and by context, resolved over the whole report at once.

#ifndef DIURNA_MENTION_PLACES_H_
#define DIURNA_MENTION_PLACES_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/analysis.h"
#include "diurna/document.h"
#include "diurna/status.h"
#include "lexicon/lexicon.h"
#include "mention/gazetteer.h"
#include "mention/mentions.h"

namespace diurna {

class PlaceFinder {
 public:
  // The gazetteer must outlive the finder.
  static Result<PlaceFinder> Make(const Lexicon& lexicon, const Gazetteer& gazetteer);
  PlaceFinder(PlaceFinder&&) noexcept;
  PlaceFinder& operator=(PlaceFinder&&) noexcept;
  ~PlaceFinder();

  // All places in the order of the text, resolved.
  std::vector<PlaceMention> Find(const Document& document, const Analysis& analysis) const;
  // The place that a phrase such as a dateline's names, read without context but that of `near` (may be empty).
  PlaceCandidate Resolve(std::string_view name, const std::vector<PlaceMention>& near) const;

 private:
  PlaceFinder();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The forms of `diurna places`, offsets in code points. JSON holds only what has a name of its own; GeoJSON also what
// is described by another place ("the air base near Mosul"), and the sentence of each.
std::string ToPlacesJson(const Document& document, const std::vector<PlaceMention>& places);
std::string ToGeoJson(const Document& document, const Analysis& analysis, const std::vector<PlaceMention>& places);

}  // namespace diurna

#endif  // DIURNA_MENTION_PLACES_H_
