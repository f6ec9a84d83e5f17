// Anchors: the place and time of a fact.
//
// A fact takes the mention that stands nearest to its predicate in the syntax: below it, under the same verb, under a
// verb above, elsewhere in the sentence, in that order. A preposition of place or of time speaks for a mention, the
// linear distance against it. Where the sentence has none, the place comes from earlier sentences of the paragraph,
// then from the report's main place or its country, by the scope of the fact; the time from the last day that was told,
// then from the publication date. What a report is about, one place or a whole country, is decided once per report from
// its title, dateline, and how often and how each place is named. The weights are those of an experiment over annotated
// reports.

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "record/report.h"

namespace diurna {

namespace {

constexpr std::array kInside = {"in",     "at",     "near",    "across", "on",     "off",  "throughout",
                                "around", "within", "outside", "over",   "inside", "along"};
constexpr std::array kTowards = {"to", "from", "into", "through", "toward", "towards"};
constexpr std::array kWith = {"by", "with", "against"};

template <size_t N>
bool IsOneOf(std::string_view word, const std::array<const char*, N>& list) {
  return std::any_of(list.begin(), list.end(), [&](const char* item) { return word == item; });
}

constexpr uint32_t kFarthest = 4000;  // bytes to a mention that is looked at; binds only in endless sentences

uint32_t Distance(Span a, Span b) { return a.begin > b.begin ? a.begin - b.begin : b.begin - a.begin; }

double IndexOf(const std::vector<uint32_t>& chain, uint32_t token) {
  const auto found = std::find(chain.begin(), chain.end(), token);
  return found == chain.end() ? -1 : static_cast<double>(found - chain.begin());
}

bool Ends(TimeBound bound) {
  return bound == TimeBound::kUntil || bound == TimeBound::kBefore || bound == TimeBound::kBy;
}

bool IsPoint(const TimeMention& mention) {
  return !mention.start.empty() && !mention.daily && mention.type != TimeType::kDuration &&
         mention.type != TimeType::kSet;
}

}  // namespace

Place Report::PlaceOf(const PlaceMention& mention) const {
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
  place.precision = Name(candidate.precision);
  return place;
}

Time Report::TimeOf(const TimeMention& mention, std::string_view basis) const {
  Time time;
  time.start = mention.start;
  time.end = mention.end;
  time.granularity = Name(mention.granularity);
  time.text = std::string(mention.span.In(document.text));
  time.basis = basis;
  return time;
}

void Report::FindScope() {
  country_ = mentions.country;
  std::map<std::string, int> names;
  std::set<std::string> towns;
  const std::string_view title = document.title;
  for (const PlaceMention& mention : mentions.places) {
    ++names[mention.place.name];
    const std::string_view preposition = PrepositionOf(analysis, mention.tokens.head);
    const bool town =
        mention.place.precision == PlacePrecision::kCity || mention.place.precision == PlacePrecision::kFacility;
    if (town && (IsOneOf(preposition, kInside) || preposition == "from" || preposition == "to")) {
      towns.insert(mention.place.name);
    }
  }

  // The wide place: the country, or the one division of it that the report keeps to.
  int country_count = 0;
  const PlaceMention* country = nullptr;
  std::map<std::string, int> divisions;
  for (const PlaceMention& mention : mentions.places) {
    if (mention.place.country != country_) continue;
    if (mention.place.precision == PlacePrecision::kCountry) {
      ++country_count;
      if (country == nullptr || (country->demonym && !mention.demonym)) country = &mention;
    } else if (mention.place.precision == PlacePrecision::kAdmin1) {
      ++divisions[mention.place.name];
    }
  }
  bool wide_in_title = false;
  int wide_count = country_count;
  const PlaceMention* wide = country;
  for (const PlaceMention& mention : mentions.places) {
    if (mention.place.precision != PlacePrecision::kAdmin1 || mention.place.country != country_) continue;
    const int count = divisions[mention.place.name];
    if (count >= 3 && count > wide_count) wide = &mention, wide_count = count;
  }
  if (wide != nullptr) {
    country_place_ = PlaceOf(*wide);
    for (const PlaceMention& mention : mentions.places) {
      if (!InBody(mention.tokens.begin) && mention.place.name == wide->place.name) wide_in_title = true;
    }
  } else if (!country_.empty()) {
    // Told by its towns alone: the country has a name all the same.
    const PlaceCandidate candidate = places.Resolve(gazetteer.CountryName(country_), mentions.places);
    PlaceMention mention;
    mention.place = candidate;
    country_place_ = PlaceOf(mention);
    country_place_->text.clear();
  }

  // The main place: the one that the opening sentences name most like the place of the news.
  const PlaceMention* dateline = nullptr;
  double best = -1e9;
  uint32_t first_sentence = UINT32_MAX;
  const PlaceMention* chosen = nullptr;
  bool chosen_inside = false;
  for (const PlaceMention& mention : mentions.places) {
    if (document.dateline_span.Overlaps(mention.span)) {
      if (dateline == nullptr) dateline = &mention;
      continue;
    }
    if (!InBody(mention.tokens.begin)) continue;
    const uint32_t sentence = analysis[mention.tokens.begin].sentence;
    if (first_sentence == UINT32_MAX) first_sentence = sentence;
    if (sentence > first_sentence + 6) break;
    const Token& head = analysis[mention.tokens.head];
    const std::string_view preposition = PrepositionOf(analysis, mention.tokens.head);
    const bool inside = IsOneOf(preposition, kInside);
    double score = 2.0 - 0.45 * (sentence - first_sentence) + 0.35 * std::min(names[mention.place.name], 5);
    if (inside) {
      score += 1.5;
    } else if (head.dep == Dep::kCompound || head.dep == Dep::kNmod || head.dep == Dep::kAmod) {
      score -= 0.5;
    }
    if (mention.demonym) score -= 1;
    if (mention.resolved) score += 0.7;
    if (title.find(mention.place.name) != std::string_view::npos) score += 1.2;
    if (mention.place.precision == PlacePrecision::kCountry) score -= 0.6;
    if (mention.place.country != country_) score -= 0.8;
    if (score > best) best = score, chosen = &mention, chosen_inside = inside;
  }
  const int main_count = chosen == nullptr ? 0 : names[chosen->place.name];
  if (dateline != nullptr) {
    // A correspondent's town is the place of the news only where the report comes back to it.
    const int dateline_count = names[dateline->place.name];
    if (chosen == nullptr || dateline_count >= 3 || best < 3.5) chosen = dateline;
    main_place_ = PlaceOf(*chosen);
    national_ = dateline_count < 3 && !(chosen != dateline && main_count >= 3 && main_count > wide_count);
  } else {
    if (chosen == nullptr && !mentions.places.empty()) chosen = &mentions.places.front();
    if (chosen != nullptr) main_place_ = PlaceOf(*chosen);
    const bool local_lead = chosen != nullptr && chosen_inside && chosen->place.precision != PlacePrecision::kCountry &&
                            (wide == nullptr || chosen->place.name != wide->place.name);
    national_ = (towns.size() >= 4 && (wide_in_title || wide_count >= 2) && main_count < 4) ||
                (wide_in_title && wide_count >= 2 && !(local_lead && towns.size() < 3)) ||
                (wide_count >= 4 && wide_count >= 2 * main_count && !(local_lead && towns.size() < 3));
  }
  if (!main_place_ && !document.dateline_place.empty()) {
    main_place_.emplace();
    main_place_->text = main_place_->name = document.dateline_place;
    main_place_->precision = "city";
  }
  if (!country_place_) country_place_ = main_place_;
}

Anchored<Place> Report::PlaceFor(uint32_t token, PlaceScope scope) const {
  const uint32_t sentence = analysis[token].sentence;
  const std::vector<uint32_t> chain = Chain(token);
  std::vector<uint32_t> verbs;
  std::copy_if(chain.begin(), chain.end(), std::back_inserter(verbs), [&](uint32_t t) { return IsVerb(t); });
  const PlaceMention* best = nullptr;
  double best_score = -1e9;
  for (const uint32_t index : places_in_[sentence]) {
    const PlaceMention& mention = mentions.places[index];
    if (Distance(mention.span, analysis[token].span) > kFarthest) continue;
    const uint32_t head = mention.tokens.head;
    const std::vector<uint32_t> above = Chain(head);
    const double at = IndexOf(above, token);
    double score = 0.5;
    if (at >= 0) {
      score = 6 - 0.3 * at;
    } else if (!verbs.empty() && IndexOf(above, verbs.front()) >= 0) {
      score = 4;
    } else if (std::any_of(verbs.begin(), verbs.end(), [&](uint32_t verb) { return IndexOf(above, verb) >= 0; })) {
      score = 2.5;
    }
    const std::string_view preposition = PrepositionOf(analysis, head);
    if (IsOneOf(preposition, kInside)) {
      score += 2;
    } else if (IsOneOf(preposition, kTowards)) {
      score += 0.5;
    } else if (mention.demonym) {
      const uint32_t noun = analysis[head].head;
      const bool own = noun == token || analysis[token].head == noun ||
                       (analysis[token].left_edge <= noun && noun <= analysis[token].right_edge);
      score += own ? 0.2 : -2.2;
    } else if (preposition == "of") {
      score += 0.6;
    } else if (IsOneOf(preposition, kWith)) {
      score -= 0.5;
    } else if (analysis[head].dep == Dep::kCompound && words["body"].contains(Lemma(analysis[head].head))) {
      score -= 1.5;  // "the Kenya Red Cross" may act anywhere
    } else if (analysis[head].dep == Dep::kPoss || analysis[head].dep == Dep::kCompound) {
      score += 0.2;
    }
    score -= 0.004 * Distance(mention.span, analysis[token].span);
    if (score > best_score) best_score = score, best = &mention;
  }
  if (best != nullptr && best_score > 1.0) return {PlaceOf(*best), std::string(kOwnSentence)};
  if (national_ && country_place_) return {country_place_, "the country that the report is about"};
  if (scope == PlaceScope::kNational && country_place_) {
    const Sentence& bounds = analysis.sentences()[sentence];
    for (uint32_t i = bounds.begin; i < bounds.end; ++i) {
      if (words["national"].contains(analysis[i].lower) || words["national"].contains(Lemma(i))) {
        return {country_place_, "the country: the sentence speaks of the nation"};
      }
    }
  }
  const size_t paragraph = ParagraphOf(analysis[token].span.begin);
  for (uint32_t k = sentence; k-- > 0 && k + 2 >= sentence;) {
    if (analysis.sentences()[k].begin < body_) break;
    if (ParagraphOf(SentenceSpan(k).begin) != paragraph) break;
    for (const uint32_t index : places_in_[k]) {
      if (IsOneOf(PrepositionOf(analysis, mentions.places[index].tokens.head), kInside)) {
        return {PlaceOf(mentions.places[index]), "an earlier sentence of the paragraph"};
      }
    }
  }
  if (main_place_) return {main_place_, "the report's main place"};
  if (best != nullptr) return {PlaceOf(*best), std::string(kOwnSentence)};
  return {std::nullopt, "nowhere: the report names no place"};
}

std::vector<Place> Report::PlacesBeside(uint32_t sentence, const Place& place) const {
  std::vector<Place> beside;
  for (const uint32_t index : places_in_[sentence]) {
    const PlaceMention& mention = mentions.places[index];
    if (mention.place.name != place.name || mention.span.In(document.text) != place.text) continue;
    uint32_t first = mention.tokens.head;
    for (int steps = 0; steps < 20 && analysis[first].dep == Dep::kConj; ++steps) first = analysis[first].head;
    const Dep dep = analysis[first].dep;
    if (dep == Dep::kNsubj || dep == Dep::kNsubjpass || dep == Dep::kDobj) break;  // they act, nothing is in them
    const std::vector<uint32_t> listed = Conjuncts(analysis, first);
    for (const uint32_t other : places_in_[sentence]) {
      const PlaceMention& sibling = mentions.places[other];
      if (other == index || sibling.demonym || sibling.inside >= 0 || sibling.place.name == place.name) continue;
      if (std::find(listed.begin(), listed.end(), sibling.tokens.head) == listed.end()) continue;
      beside.push_back(PlaceOf(sibling));
    }
    break;
  }
  return beside;
}

const TimeMention* Report::TimeMentionFor(uint32_t token) const {
  const std::vector<uint32_t> chain = Chain(token);
  std::vector<uint32_t> verbs;
  std::copy_if(chain.begin(), chain.end(), std::back_inserter(verbs), [&](uint32_t t) { return IsVerb(t); });
  const TimeMention* best = nullptr;
  double best_score = 0.8;
  for (const uint32_t index : times_in_[analysis[token].sentence]) {
    const TimeMention& mention = mentions.times[index];
    // When a fact ends is not when it is.
    if (!IsPoint(mention) || mention.bound == TimeBound::kUntil) continue;
    if (Distance(mention.span, analysis[token].span) > kFarthest) continue;
    const std::vector<uint32_t> above = Chain(mention.tokens.head);
    const uint32_t governor = VerbAbove(analysis, mention.tokens.head);
    double score = 2;
    if (const double at = IndexOf(above, token); at >= 0) {
      score = 10 - 0.1 * at;
    } else if (!verbs.empty() && governor == verbs.front()) {
      score = 8;
    } else if (const double up = IndexOf(verbs, governor); up >= 0) {
      score = 6 - up;
    } else if (!verbs.empty() && IndexOf(Chain(governor), verbs.front()) >= 0) {
      score = 4;
    }
    score -= 0.004 * Distance(mention.span, analysis[token].span);
    if (Ends(mention.bound)) score -= 4;
    if (mention.granularity >= Granularity::kYear) score -= 1;
    if (score > best_score) best_score = score, best = &mention;
  }
  return best;
}

// Of the days that a sentence tells, up to the publication, the one highest in its syntax is handed down.
void Report::FindToldDays() {
  told_day_.resize(times_in_.size(), -1);
  for (size_t k = 0; k < times_in_.size(); ++k) {
    size_t best_depth = 0;
    for (const uint32_t index : times_in_[k]) {
      const TimeMention& mention = mentions.times[index];
      const bool day = mention.granularity == Granularity::kDay || mention.granularity == Granularity::kPartOfDay ||
                       mention.granularity == Granularity::kHour || mention.granularity == Granularity::kMinute;
      if (!IsPoint(mention) || !day || Ends(mention.bound) || mention.start.size() < 10) continue;
      if (!document.published.empty() && mention.start.substr(0, 10) > document.published) continue;
      const size_t depth = Chain(VerbAbove(analysis, mention.tokens.head)).size();
      if (told_day_[k] < 0 || depth < best_depth) told_day_[k] = static_cast<int32_t>(index), best_depth = depth;
    }
    if (told_day_[k] < 0 && k > 0) told_day_[k] = told_day_[k - 1];
  }
}

Anchored<Time> Report::TimeFor(uint32_t token) const {
  if (const TimeMention* mention = TimeMentionFor(token))
    return {TimeOf(*mention, "stated"), std::string(kOwnSentence)};
  const uint32_t sentence = analysis[token].sentence;
  if (const int32_t told = sentence == 0 ? -1 : told_day_[sentence - 1]; told >= 0) {
    Time time = TimeOf(mentions.times[static_cast<size_t>(told)], "inherited");
    // The day is inherited, not the hour at which something else took place.
    if (time.start.size() > 10) time.start.resize(10);
    time.end.clear();
    time.granularity = Name(Granularity::kDay);
    return {time, "an earlier sentence"};
  }
  if (document.published.empty()) return {std::nullopt, "nowhere: the report has no date"};
  Time time;
  time.start = document.published;
  time.granularity = Name(Granularity::kDay);
  time.basis = "publication";
  return {time, "the date of publication"};
}

}  // namespace diurna
