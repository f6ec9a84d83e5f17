// Local reports name villages as if everybody knew them. Two things follow from where the sure places of a report lie.
// A word that may be a surname as well as a village ("Graham") is the village where other places of the report are
// close to it. And a village that the gazetteer holds only on another continent is not that one: the report means
// a place too small for the gazetteer. Both look at distances on the sphere between at most a few dozen places.
//
// Left out: reports with several scenes, each of which may be local.

#include "places/company.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>

namespace diurna {

namespace {

constexpr size_t kMostPoints = 64;
constexpr double kDoubtful = -1.6;   // log-odds from which on company can make a name a place
constexpr double kUnlikely = -1;     // and below which it takes more of it
constexpr double kGain = 1.7;        // log-odds that company adds
constexpr double kClose = 80;        // km
constexpr size_t kEnoughClose = 2;   // places close to a doubtful name
constexpr double kConfident = 0.4;   // of a place that speaks for others
constexpr double kLocal = 200;       // km within which a local report happens
constexpr size_t kEnoughLocal = 4;   // places there
constexpr double kFar = 150;         // km
constexpr size_t kFewer = 3;         // times fewer places around a stray than around the scene
constexpr uint32_t kSmall = 30'000;  // people

struct Point {
  std::string_view folded;
  PlaceRef place = kNoPlace;
  double lat = 0, lon = 0;
};

double Apart(const Point& a, const Point& b) { return Kilometres(a.lat, a.lon, b.lat, b.lon); }

// The towns and districts that a report speaks of, each once.
std::vector<Point> Points(const PlaceNames& names, const std::vector<PlaceSpan>& spans,
                          const std::vector<PlaceChoice>& choices) {
  std::vector<Point> points;
  for (size_t k = 0; k < spans.size() && points.size() < kMostPoints; ++k) {
    const PlaceRef place = choices[k].place;
    if (place == kNoPlace || spans[k].score <= 0 || spans[k].demonym || choices[k].confidence < kConfident) continue;
    const PlaceRecord& record = names[place];
    if ((record.Kind() != PlaceKind::kCity && record.Kind() != PlaceKind::kAdmin2) || std::isnan(record.lat)) continue;
    const bool known = std::any_of(points.begin(), points.end(), [&](const Point& p) { return p.place == place; });
    if (!known) points.push_back({spans[k].folded, place, record.lat, record.lon});
  }
  return points;
}

size_t Around(const Point& centre, std::span<const Point> points, double radius) {
  return static_cast<size_t>(std::count_if(points.begin(), points.end(), [&](const Point& p) {
    return p.folded != centre.folded && Apart(centre, p) < radius;
  }));
}

}  // namespace

bool AdmitNeighbours(const PlaceNames& names, const std::vector<PlaceChoice>& choices, std::vector<PlaceSpan>* spans) {
  const auto doubtful = [](const PlaceSpan& span) {
    return span.score <= 0 && span.score > kDoubtful && !span.demonym &&
           !span.features[static_cast<size_t>(PlaceFeature::kPersonElsewhere)];
  };
  if (std::none_of(spans->begin(), spans->end(), doubtful)) return false;
  const std::vector<Point> points = Points(names, *spans, choices);
  if (points.size() < kEnoughClose) return false;
  bool any = false;
  for (PlaceSpan& span : *spans) {
    if (!doubtful(span)) continue;
    for (const PlaceSense& sense : span.senses) {
      const PlaceRecord& record = names[sense.place];
      if (sense.guessed || sense.alternate || record.Kind() == PlaceKind::kCountry || std::isnan(record.lat)) continue;
      const size_t enough = span.score < kUnlikely ? kEnoughClose + 1 : kEnoughClose;
      if (Around({span.folded, sense.place, record.lat, record.lon}, points, kClose) < enough) continue;
      span.score += kGain;
      any = true;
      break;
    }
  }
  return any;
}

void DoubtStrays(const PlaceNames& names, const std::vector<PlaceSpan>& spans, std::vector<PlaceChoice>* choices) {
  const std::vector<Point> points = Points(names, spans, *choices);
  size_t scene = 0;
  for (const Point& centre : points) scene = std::max(scene, Around(centre, points, kLocal) + 1);
  if (scene < kEnoughLocal || 2 * scene < points.size()) return;
  // True where another name of the report is the same division or a town of it that is known.
  const auto spoken_of = [&](const PlaceRecord& stray, std::string_view folded) {
    for (size_t k = 0; k < spans.size(); ++k) {
      const PlaceRef place = (*choices)[k].place;
      if (place != kNoPlace && spans[k].folded != folded && names[place].Kind() != PlaceKind::kCountry &&
          names[place].admin1 == stray.admin1 && (names.IsDivision(place) || names[place].population >= kSmall)) {
        return true;
      }
    }
    return false;
  };
  for (size_t k = 0; k < spans.size(); ++k) {
    PlaceChoice& choice = (*choices)[k];
    if (choice.place == kNoPlace || spans[k].demonym || spans[k].container) continue;
    const PlaceRecord& stray = names[choice.place];
    if (stray.Kind() != PlaceKind::kCity || stray.population >= kSmall || std::isnan(stray.lat)) continue;
    if (kFewer * Around({spans[k].folded, choice.place, stray.lat, stray.lon}, points, kFar) >= scene) continue;
    if (!spoken_of(stray, spans[k].folded)) choice = {};
  }
}

}  // namespace diurna
