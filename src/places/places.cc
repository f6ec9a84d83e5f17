// The place finder: recognition, then resolution of the whole report, then what neither has a place for: names that the
// gazetteer does not hold are put where the text says that they are.

#include "places/places.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "places/company.h"
#include "places/described.h"
#include "places/names.h"
#include "places/recognition.h"
#include "places/resolution.h"
#include "places/table.h"

namespace diurna {

namespace {

constexpr double kUnknownConfidence = 0.3;
constexpr size_t kResolveSenses = 16;
constexpr size_t kCompany = 200;  // mentions before and behind that an unknown name is placed by

}  // namespace

struct PlaceFinder::Impl {
  PlaceNames names;

  // The places that a short phrase names, read without context.
  void Home(std::string_view phrase, PlaceHome* home) const;
  // The towns that a publisher's name may speak of: "The Paris News" is at home in any Paris.
  void Publisher(std::string_view name, PlaceHome* home) const;
  void PlaceUnknown(size_t index, std::vector<PlaceMention>* places) const;
};

PlaceFinder::PlaceFinder() = default;
PlaceFinder::PlaceFinder(PlaceFinder&&) noexcept = default;
PlaceFinder& PlaceFinder::operator=(PlaceFinder&&) noexcept = default;
PlaceFinder::~PlaceFinder() = default;

Result<PlaceFinder> PlaceFinder::Make(const Lexicon& lexicon, const Gazetteer& gazetteer) {
  Result<PlaceNames> names = PlaceNames::Make(lexicon, gazetteer.impl().table);
  if (!names.ok()) return names.status();
  PlaceFinder finder;
  finder.impl_ = std::make_unique<Impl>(Impl{std::move(names).value()});
  return finder;
}

void PlaceFinder::Impl::Home(std::string_view phrase, PlaceHome* home) const {
  if (phrase.empty()) return;
  std::string folded;
  names.table().Fold(phrase, &folded);
  std::vector<PlaceSense> senses;
  names.Senses(folded, 1, &senses);
  if (!senses.empty()) home->places.push_back(senses.front().place);
}

void PlaceFinder::Impl::Publisher(std::string_view name, PlaceHome* home) const {
  constexpr size_t kMostWords = 3;
  std::vector<std::string_view> words;
  for (size_t at = 0; at < name.size();) {
    const size_t end = std::min(name.find_first_of(" -", at), name.size());
    if (end > at) words.push_back(name.substr(at, end - at));
    at = end + 1;
  }
  // The longest run of words that names a town.
  std::string folded;
  std::vector<PlaceSense> senses;
  for (size_t length = std::min(kMostWords, words.size()); length > 0 && home->near.empty(); --length) {
    for (size_t i = 0; i + length <= words.size(); ++i) {
      const char* const begin = words[i].data();
      const std::string_view run(
          begin, static_cast<size_t>(words[i + length - 1].data() + words[i + length - 1].size() - begin));
      std::string lower(run);
      for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      if (length == 1 && (names.Words(lower) & (kWordOrgHead | kWordNotAlone | kWordNever | kWordDirection)) != 0) {
        continue;
      }
      folded.clear();
      senses.clear();
      names.table().Fold(run, &folded);
      names.Senses(folded, kResolveSenses, &senses);
      for (const PlaceSense& sense : senses) {
        if (!sense.alternate && !sense.guessed && names[sense.place].Kind() == PlaceKind::kCity) {
          home->near.push_back(sense.place);
        }
      }
      if (!home->near.empty()) return;
    }
  }
}

// A name that the gazetteer does not hold lies in its container, or about where the nearest place of the same sentence
// or paragraph before it lies.
void PlaceFinder::Impl::PlaceUnknown(size_t index, std::vector<PlaceMention>* places) const {
  PlaceMention& unknown = (*places)[index];
  const PlaceMention* anchor = nullptr;
  if (unknown.inside >= 0) anchor = &(*places)[static_cast<size_t>(unknown.inside)];
  const auto usable = [](const PlaceMention& place) {
    return place.resolved && !place.demonym && place.place.has_point &&
           place.place.precision != PlacePrecision::kRegion;
  };
  if (anchor == nullptr || !usable(*anchor)) {
    // A town or division says more than a country, and what is near more than what is far.
    double best = 0;
    const size_t last = std::min(places->size(), index + kCompany);
    for (size_t k = index > kCompany ? index - kCompany : 0; k < last; ++k) {
      const PlaceMention& other = (*places)[k];
      if (k == index || !usable(other)) continue;
      const uint32_t gap = other.span.begin > unknown.span.end   ? (other.span.begin - unknown.span.end) * 2
                           : unknown.span.begin > other.span.end ? unknown.span.begin - other.span.end
                                                                 : 1;
      const double weight = (other.place.precision == PlacePrecision::kCountry ? 0.25 : 1.0) / (20.0 + gap);
      if (weight > best) {
        best = weight;
        anchor = &other;
      }
    }
  }
  unknown.confidence = kUnknownConfidence / 2;
  if (anchor == nullptr || !usable(*anchor)) return;
  unknown.confidence = kUnknownConfidence;
  unknown.place.country = anchor->place.country;
  unknown.place.admin1 = anchor->place.precision == PlacePrecision::kCountry ? std::string() : anchor->place.admin1;
  unknown.place.lat = anchor->place.lat;
  unknown.place.lon = anchor->place.lon;
  unknown.place.has_point = true;
}

std::vector<PlaceMention> PlaceFinder::Find(const Document& document, const Analysis& analysis) const {
  const PlaceNames& names = impl_->names;
  std::vector<PlaceSpan> spans = FindPlaceSpans(document, analysis, names);
  PlaceHome home;
  impl_->Home(document.dateline_place, &home);
  impl_->Publisher(document.publisher, &home);
  std::vector<PlaceChoice> choices = ResolvePlaces(names, spans, home);
  if (AdmitNeighbours(names, choices, &spans)) choices = ResolvePlaces(names, spans, home);
  DoubtStrays(names, spans, &choices);

  std::vector<PlaceMention> places;
  std::vector<int32_t> mention_of(spans.size(), -1);
  for (size_t k = 0; k < spans.size(); ++k) {
    const PlaceSpan& span = spans[k];
    if (span.score <= 0) continue;
    mention_of[k] = static_cast<int32_t>(places.size());
    PlaceMention mention;
    mention.span = analysis.SpanOf(span.begin, span.end - 1);
    mention.tokens = {span.begin, span.end, span.end - 1};
    for (uint32_t i = span.begin; i < span.end; ++i) {
      if (analysis[i].head < span.begin || analysis[i].head >= span.end) mention.tokens.head = i;
    }
    mention.demonym = span.demonym;
    mention.resolved = choices[k].place != kNoPlace;
    if (mention.resolved) {
      mention.place = names.Candidate(choices[k].place);
      mention.confidence = choices[k].confidence / (1 + std::exp(-span.score));
      if (choices[k].runner_up != kNoPlace) mention.runner_up = names.Candidate(choices[k].runner_up);
    } else {
      mention.place.name = mention.span.In(analysis.text());
      const bool facility = (names.Words(analysis[span.end - 1].lower) & kWordFacility) != 0;
      mention.place.precision = facility ? PlacePrecision::kFacility : PlacePrecision::kCity;
    }
    places.push_back(std::move(mention));
  }
  for (size_t k = 0; k < spans.size(); ++k) {
    if (mention_of[k] < 0 || spans[k].container < 0) continue;
    places[static_cast<size_t>(mention_of[k])].inside = mention_of[static_cast<size_t>(spans[k].container)];
  }
  for (size_t i = 0; i < places.size(); ++i) {
    if (!places[i].resolved) impl_->PlaceUnknown(i, &places);
  }
  AddDescribedPlaces(analysis, names, &places);
  return places;
}

PlaceCandidate PlaceFinder::Resolve(std::string_view name, const std::vector<PlaceMention>& near) const {
  const PlaceNames& names = impl_->names;
  PlaceCandidate out;
  out.name = name;
  // "Almaty, Kazakhstan": the part before the comma, in what stands behind it.
  const size_t comma = name.find(',');
  std::string folded;
  std::vector<PlaceSense> senses, outer;
  names.table().Fold(name.substr(0, comma), &folded);
  names.Short(name.substr(0, comma), true, &senses);
  names.Senses(folded, kResolveSenses, &senses);
  if (senses.empty()) names.Sounding(folded, kResolveSenses, &senses);
  if (comma != std::string_view::npos) {
    std::string_view behind = name.substr(comma + 1);
    while (!behind.empty() && behind.front() == ' ') behind.remove_prefix(1);
    folded.clear();
    names.table().Fold(behind, &folded);
    names.Short(behind, false, &outer);
    names.Senses(folded, kResolveSenses, &outer);
  }
  double best = -1e9;
  for (const PlaceSense& sense : senses) {
    double score = names.Prominence(sense.place) - (sense.alternate ? 1.2 : 0) + (sense.preferred ? 2.5 : 0);
    for (const PlaceSense& container : outer) score += names.Inside(sense.place, container.place) ? 10 : 0;
    const PlaceCandidate candidate = names.Candidate(sense.place);
    for (const PlaceMention& mention : near) {
      if (mention.resolved && !candidate.country.empty() && mention.place.country == candidate.country) {
        score += 1.5;
        break;
      }
    }
    if (score > best) {
      best = score;
      out = candidate;
    }
  }
  return out;
}

}  // namespace diurna
