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

// Weights of the model; scores are in units of prominence, where one is a tenfold number of people. Of the sense
// itself:
constexpr double kAlternateCost = 1.2;
constexpr double kDivisionAlternateCost = 2;  // "Tyumen" is the city before it is Tyumen Oblast
constexpr double kProvinceGain = 0.7;         // "Wyoming", seat of no province, is the state before it is a town
constexpr double kPreferredGain = 2.5;
constexpr double kGenericGain = 3;  // a division, of a name with a generic noun in it: "Swat Valley"
constexpr double kHomeGain = 1.5;
constexpr double kHomeScale = 100;  // km at which being near the publisher's home has lost two thirds
// Of what contains it and what it contains:
constexpr double kContainerGain = 12;
constexpr double kContainerMiss = 3;
constexpr double kSuburb = 60;       // km within which a town is written as a part of another
constexpr double kContainsGain = 3;  // a name of the report is written as a part of it
// Of the list that it stands in:
constexpr double kListGain = 2.5;    // of one kind with its neighbour
constexpr double kListNearGain = 3;  // towns of a list lie together
constexpr double kListNearScale = 100;
// Of the company it keeps:
constexpr double kSiblingGain = 1.8;  // beside other divisions of the same country,
constexpr double kPerSibling = 0.5;   // all of it with two of them
constexpr double kSameCountryGain = 1.6;
constexpr double kSameDivisionGain = 1.6;
constexpr double kNeighbourGain = 0.3;
constexpr double kNearGain = 2.2;                             // beside another place of the report
constexpr double kNearScale = 150;                            // km at which nearness has lost two thirds
constexpr size_t kCompany = 150;                              // names before and behind that nearness looks at
constexpr float kNearLatitudes = 8;                           // degrees
constexpr std::array<double, 3> kNearShares = {1, 0.4, 0.2};  // of the nearest places
constexpr double kUncertainShare = 0.6;                       // of a place near by that is not certain itself
constexpr double kMostNearness = 6.5;                         // of country, division and distance together
constexpr double kMostNearnessOfDivision = 5;                 // where the name is a country's or a province's too

// A name speaks for a country or division with its whole weight when its choice is ahead of the next by kClear.
constexpr double kClear = 1;
constexpr double kUnclearWeight = 0.2;
constexpr double kSpokenOf = 0.1;        // weight of other names from which on a country or division is spoken of,
constexpr double kSurelySpokenOf = 0.9;  // and so that it speaks for its neighbours

// The share of a gain that the weight of those who speak for it earns: more of them earn more, to a limit.
struct Share {
  double base, per_weight, most;
  double Of(double weight) const { return std::min(most, base + per_weight * weight); }
};
constexpr Share kCountryShare = {0.6, 0.3, 1.5};
constexpr Share kDivisionShare = {0.6, 0.2, 1.4};

constexpr double kOnlySenseMargin = 3;  // of a name with one sense, in place of a lead over the next
constexpr double kSharpness = 1.3;      // turns differences of scores into confidence

// All mentions of one name in one container.
struct Name {
  std::string folded;
  OptionalIndex container;  // index of the container's name, if any
  std::vector<size_t> spans;
  std::vector<PlaceSense> senses;
  std::vector<const Name*> inner;  // names that are written as a part of this one
  size_t chosen = 0, second = 0;
  double margin = 0;  // of the chosen sense over the next
  bool generic = false;
  bool seat = false;                   // one of the senses is the seat of its province: "Qom" is the city before that
  bool division = false;               // one of the senses is a country or first-order division
  bool elsewhere = true;               // none of the senses lies in the container that the text gives
  bool nowhere = false;                // none of the senses fits what the text says
  std::vector<const Name*> neighbors;  // names in one list with this one

  // How much its choice counts for the others.
  double Weight() const { return margin > kClear ? 1 : kUnclearWeight; }
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
      Count();
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
    name_of_.assign(spans_.size(), std::nullopt);
    std::map<std::pair<std::string, uint32_t>, uint32_t> known;  // by name and one more than its container, 0 for none
    for (size_t k = spans_.size(); k-- > 0;) {
      const PlaceSpan& span = spans_[k];
      if (span.score <= 0) continue;
      const OptionalIndex container =
          span.container && *span.container < spans_.size() ? name_of_[*span.container] : std::nullopt;
      const auto [at, fresh] =
          known.try_emplace({span.folded + (span.demonym ? "\n" : ""), container ? *container + 1 : 0},
                            static_cast<uint32_t>(all_.size()));
      if (fresh) all_.push_back(NameOf(span, container));
      all_[at->second].spans.push_back(k);
      all_[at->second].elsewhere &= span.elsewhere;
      name_of_[k] = at->second;
    }
    SpreadContainers();
  }

  Name NameOf(const PlaceSpan& span, OptionalIndex container) const {
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
    return name;
  }

  // A name that is told with its container once is the same place without it.
  void SpreadContainers() {
    std::map<std::string_view, OptionalIndex> container_of;  // none where there are several
    for (const Name& name : all_) {
      if (!name.container) continue;
      const auto [at, fresh] = container_of.try_emplace(name.folded, name.container);
      if (!fresh && at->second != name.container) at->second = std::nullopt;
    }
    for (Name& name : all_) {
      if (name.container) continue;
      const auto found = container_of.find(name.folded);
      if (found != container_of.end() && found->second) name.container = found->second;
    }
  }

  void Link() {
    for (const Name& name : all_) {
      if (name.container) all_[*name.container].inner.push_back(&name);
    }
    for (size_t k = 1; k < spans_.size(); ++k) {
      if (!spans_[k].in_list || !name_of_[k] || !name_of_[k - 1] ||
          spans_[k - 1].container == static_cast<uint32_t>(k)) {
        continue;
      }
      Name& left = all_[*name_of_[k - 1]];
      Name& right = all_[*name_of_[k]];
      left.neighbors.push_back(&right);
      right.neighbors.push_back(&left);
    }
  }

  const PlaceSense& Chosen(const Name& name) const { return name.senses[name.chosen]; }

  void Count() {
    countries_.clear();
    divisions_.clear();
    siblings_.clear();
    for (const Name& name : all_) {
      if (name.senses.empty()) continue;
      const PlaceRecord& place = names_[Chosen(name).place];
      if (const int64_t key = CountryKey(place); key != kNoKey) countries_[key] += name.Weight();
      if (const int64_t key = DivisionKey(place); key != kNoKey) divisions_[key] += name.Weight();
      if (const int64_t key = SiblingKey(place); key != kNoKey) siblings_[key] += name.Weight();
    }
  }

  // ---- what a sense has by itself ----

  double Prior(const Name& name, const PlaceSense& sense) const {
    const PlaceKind kind = names_[sense.place].Kind();
    double score = names_.Prominence(sense.place);
    if (sense.alternate) score -= kind == PlaceKind::kAdmin1 ? kDivisionAlternateCost : kAlternateCost;
    if (sense.preferred) score += kPreferredGain;
    if (!name.seat && !sense.alternate && kind == PlaceKind::kAdmin1) score += kProvinceGain;
    if (name.generic && (kind == PlaceKind::kAdmin1 || kind == PlaceKind::kAdmin2)) score += kGenericGain;
    for (const PlaceRef home : home_.places) {
      if (home == kNoPlace) continue;
      if (names_[home].country == names_[sense.place].country) score += kHomeGain;
      if (sense.place == home || names_.Inside(sense.place, names_[home].admin1)) score += kHomeGain;
    }
    return score + kHomeGain * NearHome(names_[sense.place]);
  }

  // From 0, far from the publisher's town, to 1.
  double NearHome(const PlaceRecord& place) const {
    if (std::isnan(place.lat) || place.Kind() == PlaceKind::kCountry) return 0;
    double nearest = 0;
    for (const PlaceRef home : home_.near) {
      const PlaceRecord& town = names_[home];
      if (std::abs(place.lat - town.lat) <= kNearLatitudes) nearest = std::max(nearest, Near(place, town, kHomeScale));
    }
    return nearest;
  }

  // From 1 at the same point down, a third at `scale` km.
  static double Near(const PlaceRecord& place, const PlaceRecord& other, double scale) {
    return std::exp(-Kilometres(place.lat, place.lon, other.lat, other.lon) / scale);
  }

  // ---- what the report says for it ----

  // `*fits_container` becomes false where the text puts the name into something that the sense does not lie in.
  double Context(const Name& name, const PlaceSense& sense, bool* fits_container) const {
    const PlaceRecord& place = names_[sense.place];
    double score = InContainer(name, sense, fits_container);
    if (place.Kind() == PlaceKind::kAdmin1) {
      score += kSiblingGain * std::min(1.0, OthersOf(name, siblings_, &SiblingKey, place) * kPerSibling);
    }
    if (Contains(name, sense)) score += kContainsGain;
    score += InList(name, sense);
    score += kListNearGain * NearInList(name, place);
    const double nearness = SameCountry(name, place) + SameDivision(name, place) + kNearGain * NearOthers(name, place);
    return score + std::min(name.division ? kMostNearnessOfDivision : kMostNearness, nearness);
  }

  double InContainer(const Name& name, const PlaceSense& sense, bool* fits) const {
    if (!name.container) return 0;
    const Name& outer = all_[*name.container];
    if (outer.senses.empty()) return 0;
    const PlaceRecord& place = names_[sense.place];
    const PlaceRecord& container = names_[Chosen(outer).place];
    const auto is_suburb = [&] {
      return place.Kind() == PlaceKind::kCity && container.Kind() == PlaceKind::kCity &&
             place.country == container.country &&
             Kilometres(place.lat, place.lon, container.lat, container.lon) < kSuburb;
    };
    *fits = names_.Inside(sense.place, Chosen(outer).place) || is_suburb();
    return *fits ? kContainerGain : -kContainerMiss;
  }

  // Keys under which the report's choices are counted; kNoKey of a place that does not count.
  static constexpr int64_t kNoKey = -1;
  static int64_t CountryKey(const PlaceRecord& place) {
    return place.country == kNoCountry ? kNoKey : int64_t{place.country};
  }
  static int64_t DivisionKey(const PlaceRecord& place) {
    return place.admin1 == kNoPlace || place.Kind() == PlaceKind::kCountry ? kNoKey : int64_t{place.admin1};
  }
  static int64_t SiblingKey(const PlaceRecord& place) {
    return place.Kind() == PlaceKind::kAdmin1 ? int64_t{place.country} : kNoKey;
  }

  // The weight of the other names that chose something with the key of `place`: what this name itself added to the
  // counts does not speak for it.
  double OthersOf(const Name& name, const std::map<int64_t, double>& counts, int64_t (*key)(const PlaceRecord&),
                  const PlaceRecord& place) const {
    const auto found = counts.find(key(place));
    if (found == counts.end()) return 0;
    return found->second - (key(names_[Chosen(name).place]) == key(place) ? name.Weight() : 0);
  }

  double SameCountry(const Name& name, const PlaceRecord& place) const {
    if (place.country == kNoCountry) return 0;
    const double others = OthersOf(name, countries_, &CountryKey, place);
    if (others > kSpokenOf) return kSameCountryGain * kCountryShare.Of(others);
    const bool neighbours = std::any_of(countries_.begin(), countries_.end(), [&](const auto& country) {
      return country.second > kSurelySpokenOf &&
             names_.table().Neighbours(static_cast<uint16_t>(country.first), place.country);
    });
    return neighbours ? kNeighbourGain : 0;
  }

  double SameDivision(const Name& name, const PlaceRecord& place) const {
    if (DivisionKey(place) == kNoKey) return 0;
    const double others = OthersOf(name, divisions_, &DivisionKey, place);
    return others > kSpokenOf ? kSameDivisionGain * kDivisionShare.Of(others) : 0;
  }

  // Whether a name that is written as a part of this one may lie in it.
  bool Contains(const Name& name, const PlaceSense& sense) const {
    return std::any_of(name.inner.begin(), name.inner.end(), [&](const Name* inner) {
      return std::any_of(inner->senses.begin(), inner->senses.end(),
                         [&](const PlaceSense& part) { return names_.Inside(part.place, sense.place); });
    });
  }

  // Countries stand in lists with countries, divisions with divisions of the same country.
  double InList(const Name& name, const PlaceSense& sense) const {
    if (!names_.IsDivision(sense.place)) return 0;  // cities stand in lists with any other
    const PlaceRecord& place = names_[sense.place];
    for (const Name* other : name.neighbors) {
      if (other->senses.empty() || other == &name) continue;
      const PlaceRecord& there = names_[Chosen(*other).place];
      if (there.Kind() != place.Kind()) continue;
      return there.Kind() == PlaceKind::kCountry || there.country == place.country ? kListGain : 0;
    }
    return 0;
  }

  // A town of a list lies by the other towns of it: "Albany, Lebanon and Corvallis". From 0 to 1.
  double NearInList(const Name& name, const PlaceRecord& place) const {
    if (place.Kind() != PlaceKind::kCity) return 0;
    double nearest = 0;
    for (const Name* other : name.neighbors) {
      if (other->senses.empty() || other == &name) continue;
      const PlaceRecord& there = names_[Chosen(*other).place];
      if (there.Kind() != PlaceKind::kCity || std::abs(place.lat - there.lat) > kNearLatitudes) continue;
      nearest = std::max(nearest, Near(place, there, kListNearScale));
    }
    return nearest;
  }

  // How close the report's other places lie, the nearest few of them.
  double NearOthers(const Name& name, const PlaceRecord& place) const {
    std::array<double, kNearShares.size()> nearest{};
    // Names stand in the order of the text, so those around this one are its company.
    const size_t self = static_cast<size_t>(&name - all_.data());
    const size_t last = std::min(all_.size(), self + kCompany);
    for (size_t k = self > kCompany ? self - kCompany : 0; k < last; ++k) {
      const Name& other = all_[k];
      if (&other == &name || other.senses.empty() || other.folded == name.folded) continue;
      const PlaceRecord& there = names_[Chosen(other).place];
      if (there.Kind() == PlaceKind::kCountry || there.Kind() == PlaceKind::kContinent || std::isnan(there.lat)) {
        continue;
      }
      // Farther than this in latitude alone, nearness has faded out; most pairs end here, without trigonometry.
      if (std::abs(place.lat - there.lat) > kNearLatitudes) continue;
      double near = (other.margin > kClear ? 1 : kUncertainShare) * Near(place, there, kNearScale);
      for (double& best : nearest) {
        if (near > best) std::swap(near, best);
      }
    }
    double sum = 0;
    for (size_t i = 0; i < nearest.size(); ++i) sum += kNearShares[i] * nearest[i];
    return sum;
  }

  // A guess by sound needs its country in the report.
  bool Founded(const Name& name, const PlaceSense& sense) const {
    return !sense.guessed || OthersOf(name, countries_, &CountryKey, names_[sense.place]) > kSpokenOf;
  }

  // ---- choosing ----

  // True where the choice is another than before.
  bool Choose(Name* name, bool with_context) {
    if (name->senses.empty()) return false;
    size_t best = 0, second = 0;
    double best_score = -1e9, second_score = -1e9;
    bool any_fits = false, any_founded = false;
    for (size_t i = 0; i < name->senses.size(); ++i) {
      const PlaceSense& sense = name->senses[i];
      double score = Prior(*name, sense);
      bool fits = true;
      if (with_context || name->container) score += Context(*name, sense, &fits);
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
    name->margin = name->senses.size() > 1 ? best_score - second_score : kOnlySenseMargin;
    // "Randolph, New Hampshire", where the gazetteer knows only Randolphs elsewhere.
    name->nowhere = !any_founded || (!any_fits && name->elsewhere && name->container);
    return changed;
  }

  const PlaceNames& names_;
  const std::vector<PlaceSpan>& spans_;
  const PlaceHome& home_;
  std::vector<Name> all_;
  std::vector<OptionalIndex> name_of_;  // by span
  // What the report speaks of, by the choices of the moment: the weight of the names that chose it.
  std::map<int64_t, double> countries_, divisions_;
  std::map<int64_t, double> siblings_;  // first-order divisions named, by country
};

}  // namespace

std::vector<PlaceChoice> ResolvePlaces(const PlaceNames& names, const std::vector<PlaceSpan>& spans,
                                       const PlaceHome& home) {
  return Resolver(names, spans, home).Run();
}

}  // namespace diurna
