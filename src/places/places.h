// Places: names found by the gazetteer and by context, resolved over the whole report at once.

#ifndef DIURNA_PLACES_PLACES_H_
#define DIURNA_PLACES_PLACES_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/analysis.h"
#include "diurna/document.h"
#include "diurna/status.h"
#include "lexicon/lexicon.h"
#include "places/gazetteer.h"
#include "places/place_mention.h"

namespace diurna {

// Const members are thread-safe.
//
// Example: in "Officials in Almaty, Kazakhstan, said ..." Find gives two mentions: the city with its point, written as
// a part of the country (`inside`), and the country.
class PlaceFinder {
 public:
  // The gazetteer must outlive the finder. Fails where entries of the lexicon do not fit the gazetteer; the message
  // names each, a line each.
  static Result<PlaceFinder> Make(const Lexicon& lexicon, const Gazetteer& gazetteer);
  PlaceFinder(PlaceFinder&&) noexcept;
  PlaceFinder& operator=(PlaceFinder&&) noexcept;
  ~PlaceFinder();

  // All places in the order of the text, resolved.
  std::vector<PlaceMention> Find(const Document& document, const Analysis& analysis) const;
  // The place that a phrase such as a dateline's names, read without context but that of `near` (may be empty). Without
  // a point, and with the phrase as its name, where the gazetteer has none of that name.
  PlaceCandidate Resolve(std::string_view name, const std::vector<PlaceMention>& near) const;

 private:
  PlaceFinder();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace diurna

#endif  // DIURNA_PLACES_PLACES_H_
