// The place finder: recognition, then resolution of the whole report, then what neither has a place for: names that the
// gazetteer does not hold (unknown.h), and places that are described by named ones (described.h).

#include "places/places.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "places/company.h"
#include "places/described.h"
#include "places/home.h"
#include "places/names.h"
#include "places/recognition.h"
#include "places/resolution.h"
#include "places/table.h"
#include "places/unknown.h"

namespace diurna {

namespace {

constexpr size_t kMostSenses = 16;  // of a phrase's name that are looked at

// What tells the senses of a phrase's name apart, in units of prominence.
constexpr double kAlternateCost = 1.2;
constexpr double kPreferredGain = 2.5;
constexpr double kContainerGain = 10;
constexpr double kSameCountryGain = 1.5;

// The token of a name that its sentence hangs it on; the last where that is the whole sentence.
uint32_t HeadOf(const Analysis& analysis, const PlaceSpan& span) {
  uint32_t head = span.end - 1;
  for (uint32_t i = span.begin; i < span.end; ++i) {
    if (analysis[i].head < span.begin || analysis[i].head >= span.end) head = i;
  }
  return head;
}

PlaceMention MentionOf(const Analysis& analysis, const PlaceNames& names, const PlaceSpan& span,
                       const PlaceChoice& choice) {
  PlaceMention mention;
  mention.span = analysis.SpanOf(span.begin, span.end - 1);
  mention.tokens = {span.begin, span.end, HeadOf(analysis, span)};
  mention.demonym = span.demonym;
  mention.resolved = choice.place != kNoPlace;
  if (mention.resolved) {
    mention.place = names.Candidate(choice.place);
    // To be this place it has to be one at all.
    mention.confidence = choice.confidence / (1 + std::exp(-span.score));
    if (choice.runner_up != kNoPlace) mention.runner_up = names.Candidate(choice.runner_up);
  } else {
    mention.place.name = mention.span.In(analysis.text());
    const bool facility = (names.Words(analysis[span.end - 1].lower) & kWordFacility) != 0;
    mention.place.precision = facility ? PlacePrecision::kFacility : PlacePrecision::kCity;
  }
  return mention;
}

// The mentions of those spans that name places, with what each is written as a part of.
std::vector<PlaceMention> MentionsOf(const Analysis& analysis, const PlaceNames& names,
                                     const std::vector<PlaceSpan>& spans, const std::vector<PlaceChoice>& choices) {
  std::vector<PlaceMention> places;
  std::vector<OptionalIndex> mention_of(spans.size());
  for (size_t k = 0; k < spans.size(); ++k) {
    if (spans[k].score <= 0) continue;
    mention_of[k] = static_cast<uint32_t>(places.size());
    places.push_back(MentionOf(analysis, names, spans[k], choices[k]));
  }
  for (size_t k = 0; k < spans.size(); ++k) {
    if (!mention_of[k] || !spans[k].container) continue;
    places[*mention_of[k]].inside = mention_of[*spans[k].container];
  }
  return places;
}

}  // namespace

struct PlaceFinder::Impl {
  PlaceNames names;
};

PlaceFinder::PlaceFinder() = default;
PlaceFinder::PlaceFinder(PlaceFinder&&) noexcept = default;
PlaceFinder& PlaceFinder::operator=(PlaceFinder&&) noexcept = default;
PlaceFinder::~PlaceFinder() = default;

Result<PlaceFinder> PlaceFinder::Make(const Lexicon& lexicon, const Gazetteer& gazetteer) {
  Result<PlaceNames> names = PlaceNames::Make(lexicon, gazetteer.table());
  if (!names.ok()) return names.status();
  PlaceFinder finder;
  finder.impl_ = std::make_unique<Impl>(Impl{std::move(names).value()});
  return finder;
}

std::vector<PlaceMention> PlaceFinder::Find(const Document& document, const Analysis& analysis) const {
  const PlaceNames& names = impl_->names;
  std::vector<PlaceSpan> spans = FindPlaceSpans(document, analysis, names);
  const PlaceHome home = FindHome(document, names);
  std::vector<PlaceChoice> choices = ResolvePlaces(names, spans, home);
  if (AdmitNeighbours(names, choices, &spans)) choices = ResolvePlaces(names, spans, home);
  DoubtStrays(names, spans, &choices);
  std::vector<PlaceMention> places = MentionsOf(analysis, names, spans, choices);
  PlaceUnknown(&places);
  AddDescribedPlaces(analysis, names, &places);
  return places;
}

PlaceCandidate PlaceFinder::Resolve(std::string_view name, const std::vector<PlaceMention>& near) const {
  const PlaceNames& names = impl_->names;
  // "Almaty, Kazakhstan": the part before the comma, in what stands behind it.
  const size_t comma = name.find(',');
  std::string folded;
  std::vector<PlaceSense> senses, outer;
  names.table().Fold(name.substr(0, comma), &folded);
  names.Short(name.substr(0, comma), true, &senses);
  names.Senses(folded, kMostSenses, &senses);
  if (senses.empty()) names.Sounding(folded, kMostSenses, &senses);
  if (comma != std::string_view::npos) {
    std::string_view behind = name.substr(comma + 1);
    while (!behind.empty() && behind.front() == ' ') behind.remove_prefix(1);
    folded.clear();
    names.table().Fold(behind, &folded);
    names.Short(behind, false, &outer);
    names.Senses(folded, kMostSenses, &outer);
  }
  PlaceCandidate out;
  out.name = name;
  double best = std::numeric_limits<double>::lowest();
  for (const PlaceSense& sense : senses) {
    const PlaceCandidate candidate = names.Candidate(sense.place);
    double score =
        names.Prominence(sense.place) - (sense.alternate ? kAlternateCost : 0) + (sense.preferred ? kPreferredGain : 0);
    for (const PlaceSense& container : outer) {
      if (names.Inside(sense.place, container.place)) score += kContainerGain;
    }
    const bool same_country = std::any_of(near.begin(), near.end(), [&](const PlaceMention& mention) {
      return mention.resolved && !candidate.country.empty() && mention.place.country == candidate.country;
    });
    if (same_country) score += kSameCountryGain;
    if (score > best) best = score, out = candidate;
  }
  return out;
}

}  // namespace diurna
