// Resolution of places. All mentions of one name in one container are one unknown ("one sense per discourse", Gale et
// al. 1992; Leidner 2007). Each candidate has a score: its prominence (people, capital, main name or a lesser one), its
// container where the text gives one, how close it lies to what the other names of the report mean, and whether its
// country and division are spoken of at all. The choices of all names are improved in turn, most certain first, until
// none changes: iterated conditional modes over a pairwise model, in place of an exact search over all combinations.
//
// Left out: historical borders, and places that move.

#include "places/resolution.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace diurna {

namespace {

constexpr int kRounds = 4;
// Weights of the model; scores are in units of prominence, where one is a tenfold number of people.
constexpr double kAlternateCost = 1.2;
constexpr double kDivisionAlternateCost = 2;  // "Tyumen" is the city before it is Tyumen Oblast
constexpr double kProvinceGain = 0.7;         // "Wyoming", seat of no province, is the state before it is a town
constexpr double kPreferredGain = 2.5;
constexpr double kContainerGain = 12;
constexpr double kContainerMiss = 3;
constexpr double kNearGain = 2.2;    // beside another place of the report
constexpr double kNearScale = 150;   // km at which nearness has lost two thirds
constexpr size_t kCompany = 150;     // names before and behind that nearness looks at
constexpr float kNearLatitudes = 8;  // degrees
constexpr double kSameCountryGain = 1.6;
constexpr double kNeighbourGain = 0.3;
constexpr double kSameDivisionGain = 1.6;
constexpr double kSiblingGain = 1.8;           // beside another division of the same country
constexpr double kContainsGain = 3;            // a name of the report is written as a part of it
constexpr double kMostNearness = 6.5;          // of country, division and distance together
constexpr double kMostNearnessOfDivision = 5;  // where the name is a country's or a province's too
constexpr double kListGain = 2.5;              // of one kind with its neighbour in a list
constexpr double kHomeGain = 1.5;
constexpr double kHomeScale = 100;   // km at which being near the publisher's home has lost two thirds
constexpr double kListNearGain = 3;  // towns of a list lie together
constexpr double kListNearScale = 100;
constexpr std::array<double, 3> kNearShares = {1, 0.4, 0.2};  // of the nearest places
constexpr double kSharpness = 1.3;                            // turns differences of scores into confidence

// All mentions of one name in one container.
struct Name {
  std::string folded;
  int32_t container = -1;  // index of the container's name, -1 where none
  std::vector<size_t> spans;
  std::vector<PlaceSense> senses;
  std::vector<const Name*> inner;  // names that are written as a part of this one
  size_t chosen = 0, second = 0;
  double margin = 0;
  bool generic = false;
  bool seat = false;                   // one of the senses is the seat of its province: "Qom" is the city before that
  bool division = false;               // one of the senses is a country or first-order division
  bool elsewhere = true;               // none of the senses lies in the container that the text gives
  bool nowhere = false;                // none of the senses fits what the text says
  std::vector<const Name*> neighbors;  // names in one list with this one
};

class Resolver {
 public:
  Resolver(const PlaceNames& names, const std::vector<PlaceSpan>& spans, const PlaceHome& home)
      : names_(names), spans_(spans), home_(home) {}

  std::vector<PlaceChoice> Run() {
    Collect();
    Link();
    for (Name& name : all_) Choose(&name, false);
    for (int round = 0; round < kRounds; ++round) {
      Spread();
      bool changed = false;
      for (Name& name : all_) changed |= Choose(&name, true);
      if (!changed && round > 0) break;
    }
    std::vector<PlaceChoice> choices(spans_.size());
    for (const Name& name : all_) {
      for (const size_t k : name.spans) {
        if (name.senses.empty() || name.nowhere) continue;
        choices[k].place = name.senses[name.chosen].place;
        if (name.second != name.chosen) choices[k].runner_up = name.senses[name.second].place;
        choices[k].confidence = 1 / (1 + std::exp(-kSharpness * name.margin));
      }
    }
    return choices;
  }

 private:
  void Collect() {
    // Containers stand behind what they contain, so names are made from the end.
    name_of_.assign(spans_.size(), -1);
    std::map<std::pair<std::string, int32_t>, int32_t> known;
    for (size_t k = spans_.size(); k-- > 0;) {
      const PlaceSpan& span = spans_[k];
      if (span.score <= 0) continue;
      const int32_t container = span.container >= 0 && static_cast<size_t>(span.container) < spans_.size()
                                    ? name_of_[static_cast<size_t>(span.container)]
                                    : -1;
      const auto [at, fresh] =
          known.try_emplace({span.folded + (span.demonym ? "\n" : ""), container}, static_cast<int32_t>(all_.size()));
      if (fresh) {
        Name name;
        name.folded = span.folded;
        name.container = container;
        name.senses = span.senses;
        name.generic = span.features[static_cast<size_t>(PlaceFeature::kGenericInside)];
        for (const PlaceSense& sense : name.senses) {
          const PlaceKind kind = names_[sense.place].Kind();
          name.division = name.division || kind == PlaceKind::kCountry || kind == PlaceKind::kAdmin1;
          name.seat = name.seat || (kind == PlaceKind::kCity && sense.place < names_.table().size() &&
                                    (names_[sense.place].flags & PlaceRecord::kSeat) != 0);
        }
        all_.push_back(std::move(name));
      }
      all_[static_cast<size_t>(at->second)].spans.push_back(k);
      all_[static_cast<size_t>(at->second)].elsewhere &= span.elsewhere;
      name_of_[k] = at->second;
    }
    // A name that is told with its container once is the same place without it.
    std::map<std::string_view, int32_t> container_of;  // -2 where there are several
    for (const Name& name : all_) {
      if (name.container < 0) continue;
      const auto [at, fresh] = container_of.try_emplace(name.folded, name.container);
      if (!fresh && at->second != name.container) at->second = -2;
    }
    for (Name& name : all_) {
      if (name.container >= 0) continue;
      const auto found = container_of.find(name.folded);
      if (found != container_of.end() && found->second >= 0) name.container = found->second;
    }
  }

  void Link() {
    for (const Name& name : all_) {
      if (name.container >= 0) all_[static_cast<size_t>(name.container)].inner.push_back(&name);
    }
    for (size_t k = 1; k < spans_.size(); ++k) {
      if (!spans_[k].in_list || name_of_[k] < 0 || name_of_[k - 1] < 0 ||
          spans_[k - 1].container == static_cast<int32_t>(k)) {
        continue;
      }
      Name& left = all_[static_cast<size_t>(name_of_[k - 1])];
      Name& right = all_[static_cast<size_t>(name_of_[k])];
      left.neighbors.push_back(&right);
      right.neighbors.push_back(&left);
    }
  }

  const PlaceSense& Chosen(const Name& name) const { return name.senses[name.chosen]; }

  // What the report speaks of, by the choices of the moment.
  void Spread() {
    countries_.clear();
    divisions_.clear();
    siblings_.clear();
    for (const Name& name : all_) {
      if (name.senses.empty()) continue;
      const PlaceRecord& place = names_[Chosen(name).place];
      const double certain = name.margin > 1 ? 1 : 0.2;
      if (place.country != kNoCountry) countries_[place.country] += certain;
      if (place.admin1 != kNoPlace && place.Kind() != PlaceKind::kCountry) divisions_[place.admin1] += certain;
      if (place.Kind() == PlaceKind::kAdmin1) siblings_[place.country] += certain;
    }
  }

  double Prior(const Name& name, const PlaceSense& sense) const {
    double score = names_.Prominence(sense.place);
    if (sense.alternate)
      score -= names_[sense.place].Kind() == PlaceKind::kAdmin1 ? kDivisionAlternateCost : kAlternateCost;
    if (sense.preferred) score += kPreferredGain;
    if (!name.seat && !sense.alternate && names_[sense.place].Kind() == PlaceKind::kAdmin1) score += kProvinceGain;
    if (name.generic) {
      const PlaceKind kind = names_[sense.place].Kind();
      score += kind == PlaceKind::kAdmin1 || kind == PlaceKind::kAdmin2 ? 3 : 0;
    }
    for (const PlaceRef home : home_.places) {
      if (home != kNoPlace && names_[home].country == names_[sense.place].country) score += kHomeGain;
      if (home != kNoPlace && (sense.place == home || names_.Inside(sense.place, names_[home].admin1)))
        score += kHomeGain;
    }
    double near_home = 0;
    const PlaceRecord& place = names_[sense.place];
    for (const PlaceRef home : home_.near) {
      const PlaceRecord& town = names_[home];
      if (std::isnan(place.lat) || place.Kind() == PlaceKind::kCountry) break;
      if (std::abs(place.lat - town.lat) > kNearLatitudes) continue;
      near_home = std::max(near_home, std::exp(-Kilometres(place.lat, place.lon, town.lat, town.lon) / kHomeScale));
    }
    return score + kHomeGain * near_home;
  }

  double Context(const Name& name, const PlaceSense& sense, bool* fits_container) const {
    const PlaceRecord& place = names_[sense.place];
    double score = 0, nearness = 0;
    if (name.container >= 0) {
      const Name& outer = all_[static_cast<size_t>(name.container)];
      if (!outer.senses.empty()) {
        bool fits = names_.Inside(sense.place, Chosen(outer).place);
        if (!fits) {
          const PlaceRecord& container = names_[Chosen(outer).place];
          fits = place.Kind() == PlaceKind::kCity && container.Kind() == PlaceKind::kCity &&
                 place.country == container.country &&
                 Kilometres(place.lat, place.lon, container.lat, container.lon) < 60;
        }
        score += fits ? kContainerGain : -kContainerMiss;
        *fits_container = fits;
      }
    }
    // What this name itself added to the counts does not speak for it.
    const PlaceRecord& own = names_[Chosen(name).place];
    const double mine = name.margin > 1 ? 1 : 0.2;
    if (place.country != kNoCountry) {
      const auto found = countries_.find(place.country);
      const double others = found == countries_.end() ? 0 : found->second - (own.country == place.country ? mine : 0);
      if (others > 0.1) nearness += kSameCountryGain * std::min(1.5, 0.6 + 0.3 * others);
      if (others <= 0.1) {
        for (const auto& [country, weight] : countries_) {
          if (weight > 0.9 && names_.table().Neighbours(country, place.country)) {
            nearness += kNeighbourGain;
            break;
          }
        }
      }
    }
    if (place.admin1 != kNoPlace && place.Kind() != PlaceKind::kCountry) {
      const auto found = divisions_.find(place.admin1);
      const double others =
          found == divisions_.end()
              ? 0
              : found->second - (own.admin1 == place.admin1 && own.Kind() != PlaceKind::kCountry ? mine : 0);
      if (others > 0.1) nearness += kSameDivisionGain * std::min(1.4, 0.6 + 0.2 * others);
    }
    if (place.Kind() == PlaceKind::kAdmin1) {
      const auto found = siblings_.find(place.country);
      const double others =
          found == siblings_.end()
              ? 0
              : found->second - (own.Kind() == PlaceKind::kAdmin1 && own.country == place.country ? mine : 0);
      score += kSiblingGain * std::min(1.0, others * 0.5);
    }
    for (const Name* inner : name.inner) {
      if (inner->senses.empty()) continue;
      bool contains = false;
      for (const PlaceSense& part : inner->senses) contains = contains || names_.Inside(part.place, sense.place);
      if (contains) {
        score += kContainsGain;
        break;
      }
    }
    for (const Name* other : name.neighbors) {
      if (other->senses.empty() || other == &name) continue;
      const PlaceRecord& there = names_[Chosen(*other).place];
      if (there.Kind() != place.Kind()) continue;
      if (!names_.IsDivision(sense.place)) break;  // cities stand in lists with any other
      score += there.Kind() == PlaceKind::kCountry || there.country == place.country ? kListGain : 0;
      break;
    }
    // A town of a list lies by the other towns of it: "Albany, Lebanon and Corvallis".
    double beside = 0;
    for (const Name* other : name.neighbors) {
      if (other->senses.empty() || other == &name || place.Kind() != PlaceKind::kCity) continue;
      const PlaceRecord& there = names_[Chosen(*other).place];
      if (there.Kind() != PlaceKind::kCity || std::abs(place.lat - there.lat) > kNearLatitudes) continue;
      beside = std::max(beside, std::exp(-Kilometres(place.lat, place.lon, there.lat, there.lon) / kListNearScale));
    }
    score += kListNearGain * beside;
    std::array<double, kNearShares.size()> nearest{};
    // Names stand in the order of the text, so those around this one are its company.
    const size_t self = static_cast<size_t>(&name - all_.data());
    const size_t last = std::min(all_.size(), self + kCompany);
    for (size_t k = self > kCompany ? self - kCompany : 0; k < last; ++k) {
      const Name& other = all_[k];
      if (&other == &name || other.senses.empty() || other.folded == name.folded) continue;
      const PlaceRecord& there = names_[Chosen(other).place];
      if (there.Kind() == PlaceKind::kCountry || there.Kind() == PlaceKind::kContinent || std::isnan(there.lat))
        continue;
      // Farther than this in latitude alone, nearness has faded out; most pairs end here, without trigonometry.
      if (std::abs(place.lat - there.lat) > kNearLatitudes) continue;
      double near =
          (other.margin > 1 ? 1 : 0.6) * std::exp(-Kilometres(place.lat, place.lon, there.lat, there.lon) / kNearScale);
      for (double& best : nearest) {
        if (near > best) std::swap(near, best);
      }
    }
    double near = 0;
    for (size_t i = 0; i < nearest.size(); ++i) near += kNearShares[i] * nearest[i];
    return score + std::min(name.division ? kMostNearnessOfDivision : kMostNearness, nearness + kNearGain * near);
  }

  // A guess by sound needs its country in the report.
  bool Founded(const Name& name, const PlaceSense& sense) const {
    if (!sense.guessed) return true;
    const auto found = countries_.find(names_[sense.place].country);
    const double mine = name.margin > 1 ? 1 : 0.2;
    const bool own = names_[Chosen(name).place].country == names_[sense.place].country;
    return found != countries_.end() && found->second - (own ? mine : 0) > 0.1;
  }

  bool Choose(Name* name, bool with_context) {
    if (name->senses.empty()) return false;
    size_t best = 0, second = 0;
    double best_score = -1e9, second_score = -1e9;
    bool any_fits = false, any_founded = false;
    for (size_t i = 0; i < name->senses.size(); ++i) {
      const PlaceSense& sense = name->senses[i];
      double score = Prior(*name, sense);
      bool fits = true;
      if (with_context || name->container >= 0) score += Context(*name, sense, &fits);
      if (!with_context || Founded(*name, sense)) {
        any_founded = true;
      } else {
        score -= kContainerGain;
      }
      any_fits = any_fits || fits;
      if (score > best_score) {
        second = best;
        second_score = best_score;
        best = i;
        best_score = score;
      } else if (score > second_score) {
        second = i;
        second_score = score;
      }
    }
    const bool changed = best != name->chosen;
    name->chosen = best;
    name->second = name->senses.size() > 1 ? second : best;
    name->margin = name->senses.size() > 1 ? best_score - second_score : 3;
    // "Randolph, New Hampshire", where the gazetteer knows only Randolphs elsewhere.
    name->nowhere = !any_founded || (!any_fits && name->elsewhere && name->container >= 0);
    return changed;
  }

  const PlaceNames& names_;
  const std::vector<PlaceSpan>& spans_;
  const PlaceHome& home_;
  std::vector<Name> all_;
  std::vector<int32_t> name_of_;  // by span
  std::map<uint16_t, double> countries_;
  std::map<uint32_t, double> divisions_;
  std::map<uint16_t, double> siblings_;  // first-order divisions named, by country
};

}  // namespace

std::vector<PlaceChoice> ResolvePlaces(const PlaceNames& names, const std::vector<PlaceSpan>& spans,
                                       const PlaceHome& home) {
  return Resolver(names, spans, home).Run();
}

}  // namespace diurna
