#include "record/scope.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "syntax/closed_class.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

// How much a mention in the opening sentences looks like the place of the news.
constexpr uint32_t kOpeningSentences = 6;
constexpr double kStart = 2.0;
constexpr double kEachSentenceLater = -0.45;
constexpr double kEachTimeNamed = 0.35;
constexpr int kMostTimesNamed = 5;
constexpr double kInside = 1.5;
constexpr double kModifier = -0.5;
constexpr double kDemonym = -1;
constexpr double kResolved = 0.7;
constexpr double kInTitle = 1.2;
constexpr double kWholeCountry = -0.6;
constexpr double kAbroad = -0.8;
// Below it a correspondent's town is the better guess.
constexpr double kSureMainPlace = 3.5;

// One report while its scope is looked for.
class ScopeFinder {
 public:
  ScopeFinder(const Document& document, const Analysis& analysis, const Mentions& mentions,
              const SentenceIndex& sentences)
      : document_(document), analysis_(analysis), mentions_(mentions), sentences_(sentences) {}

  Scope Find(const PlaceFinder& places, const Gazetteer& gazetteer) {
    scope_.country = mentions_.country;
    Count();
    FindWide();
    if (wide_ != nullptr) {
      scope_.country_place = PlaceOf(document_, *wide_);
    } else if (!scope_.country.empty()) {
      // Told by its towns alone: the country has a name all the same.
      PlaceMention mention;
      mention.place = places.Resolve(gazetteer.CountryName(scope_.country), mentions_.places);
      scope_.country_place = PlaceOf(document_, mention);
      scope_.country_place->text.clear();
    }
    FindMain();
    if (!scope_.main_place && !document_.dateline_place.empty()) {
      scope_.main_place.emplace();
      scope_.main_place->text = scope_.main_place->name = document_.dateline_place;
      scope_.main_place->precision = PlacePrecision::kCity;
    }
    if (!scope_.country_place) scope_.country_place = scope_.main_place;
    return std::move(scope_);
  }

 private:
  bool InDateline(const PlaceMention& mention) const { return document_.dateline_span.Overlaps(mention.span); }
  bool InHeadline(const PlaceMention& mention) const { return !sentences_.InBody(mention.tokens.begin); }
  bool IsInside(const PlaceMention& mention) const {
    return closed_class::kLocative.Has(PrepositionOf(analysis_, mention.tokens.head));
  }
  int TimesNamed(const PlaceMention& mention) const {
    const auto found = names_.find(mention.place.name);
    return found == names_.end() ? 0 : found->second;
  }

  // How often each place is named, and which towns the news is in.
  void Count() {
    for (const PlaceMention& mention : mentions_.places) {
      ++names_[mention.place.name];
      const bool town =
          mention.place.precision == PlacePrecision::kCity || mention.place.precision == PlacePrecision::kFacility;
      const std::string_view preposition = PrepositionOf(analysis_, mention.tokens.head);
      if (town && (closed_class::kLocative.Has(preposition) || closed_class::kFrom.Has(preposition) ||
                   closed_class::kTo.Has(preposition))) {
        towns_.insert(mention.place.name);
      }
    }
  }

  // The wide place: the country, or the one division of it that the report keeps to.
  void FindWide() {
    std::map<std::string, int> divisions;
    for (const PlaceMention& mention : mentions_.places) {
      if (mention.place.country != scope_.country) continue;
      if (mention.place.precision == PlacePrecision::kCountry) {
        ++wide_count_;
        if (wide_ == nullptr || (wide_->demonym && !mention.demonym)) wide_ = &mention;
      } else if (mention.place.precision == PlacePrecision::kAdmin1) {
        ++divisions[mention.place.name];
      }
    }
    constexpr int kKeptTo = 3;
    for (const PlaceMention& mention : mentions_.places) {
      if (mention.place.precision != PlacePrecision::kAdmin1 || mention.place.country != scope_.country) continue;
      const int count = divisions[mention.place.name];
      if (count >= kKeptTo && count > wide_count_) wide_ = &mention, wide_count_ = count;
    }
    wide_in_title_ = wide_ != nullptr &&
                     std::any_of(mentions_.places.begin(), mentions_.places.end(), [&](const PlaceMention& mention) {
                       return InHeadline(mention) && mention.place.name == wide_->place.name;
                     });
  }

  double ScoreOf(const PlaceMention& mention, uint32_t sentences_later) const {
    double score =
        kStart + kEachSentenceLater * sentences_later + kEachTimeNamed * std::min(TimesNamed(mention), kMostTimesNamed);
    if (IsInside(mention)) {
      score += kInside;
    } else if (IsModifier(analysis_[mention.tokens.head])) {
      score += kModifier;
    }
    if (mention.demonym) score += kDemonym;
    if (mention.resolved) score += kResolved;
    if (document_.title.find(mention.place.name) != std::string::npos) score += kInTitle;
    if (mention.place.precision == PlacePrecision::kCountry) score += kWholeCountry;
    if (mention.place.country != scope_.country) score += kAbroad;
    return score;
  }

  // The main place: the one that the opening sentences name most like the place of the news.
  void FindMain() {
    const PlaceMention* dateline = nullptr;
    const PlaceMention* chosen = nullptr;
    double best = -1e9;
    uint32_t first_sentence = UINT32_MAX;
    for (const PlaceMention& mention : mentions_.places) {
      if (InDateline(mention)) {
        if (dateline == nullptr) dateline = &mention;
        continue;
      }
      if (InHeadline(mention)) continue;
      const uint32_t sentence = analysis_[mention.tokens.begin].sentence;
      if (first_sentence == UINT32_MAX) first_sentence = sentence;
      if (sentence > first_sentence + kOpeningSentences) break;
      const double score = ScoreOf(mention, sentence - first_sentence);
      if (score > best) best = score, chosen = &mention;
    }
    if (dateline != nullptr) {
      ChooseByDateline(*dateline, chosen, best);
    } else {
      ChooseByLead(chosen);
    }
  }

  // A correspondent's town is the place of the news only where the report comes back to it.
  void ChooseByDateline(const PlaceMention& dateline, const PlaceMention* chosen, double score) {
    constexpr int kComesBack = 3;
    const int main_count = chosen == nullptr ? 0 : TimesNamed(*chosen);
    const int dateline_count = TimesNamed(dateline);
    if (chosen == nullptr || dateline_count >= kComesBack || score < kSureMainPlace) chosen = &dateline;
    scope_.main_place = PlaceOf(document_, *chosen);
    scope_.national =
        dateline_count < kComesBack && !(chosen != &dateline && main_count >= kComesBack && main_count > wide_count_);
  }

  void ChooseByLead(const PlaceMention* chosen) {
    const int main_count = chosen == nullptr ? 0 : TimesNamed(*chosen);
    const bool chosen_inside = chosen != nullptr && IsInside(*chosen);
    if (chosen == nullptr && !mentions_.places.empty()) chosen = &mentions_.places.front();
    if (chosen != nullptr) scope_.main_place = PlaceOf(document_, *chosen);
    const bool local_lead = chosen != nullptr && chosen_inside && chosen->place.precision != PlacePrecision::kCountry &&
                            (wide_ == nullptr || chosen->place.name != wide_->place.name);
    const bool local = local_lead && towns_.size() < 3;
    scope_.national = (towns_.size() >= 4 && (wide_in_title_ || wide_count_ >= 2) && main_count < 4) ||
                      (wide_in_title_ && wide_count_ >= 2 && !local) ||
                      (wide_count_ >= 4 && wide_count_ >= 2 * main_count && !local);
  }

  const Document& document_;
  const Analysis& analysis_;
  const Mentions& mentions_;
  const SentenceIndex& sentences_;
  Scope scope_;
  std::map<std::string, int> names_;
  std::set<std::string> towns_;
  const PlaceMention* wide_ = nullptr;
  int wide_count_ = 0;
  bool wide_in_title_ = false;
};

}  // namespace

Place PlaceOf(const Document& document, const PlaceMention& mention) {
  const PlaceCandidate& candidate = mention.place;
  Place place;
  place.text = std::string(mention.span.In(document.text));
  place.name = candidate.name.empty() ? place.text : candidate.name;
  if (candidate.geonames_id != 0) place.geonames_id = candidate.geonames_id;
  place.country = candidate.country;
  place.admin1 = candidate.admin1;
  if (candidate.has_point) {
    place.lat = candidate.lat;
    place.lon = candidate.lon;
  }
  place.precision = candidate.precision;
  return place;
}

Scope FindScope(const Document& document, const Analysis& analysis, const Mentions& mentions,
                const SentenceIndex& sentences, const PlaceFinder& places, const Gazetteer& gazetteer) {
  return ScopeFinder(document, analysis, mentions, sentences).Find(places, gazetteer);
}

}  // namespace diurna
