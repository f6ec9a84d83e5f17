#include "record/place_choice.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "syntax/closed_class.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

constexpr uint32_t kFarthest = 4000;  // bytes to a mention that is looked at; binds only in endless sentences
constexpr uint32_t kSentencesBack = 6;
constexpr size_t kMostOwn = 40;      // options of the own sentence
constexpr size_t kMostEarlier = 12;  // and of those before it
constexpr float kMostSteps = 10;
constexpr float kMostDistance = 5;  // hundreds of bytes

constexpr std::array<std::string_view, kPlaceFeatures> kNames = {
    "own_sentence",
    "one_sentence_back",
    "two_sentences_back",
    "farther_back",
    "other_paragraph",
    "latest_before",
    "main_place",
    "country_place",
    "below",
    "steps_below",
    "same_verb",
    "verb_above",
    "elsewhere",
    "behind",
    "nearest",
    "distance",
    "only_one",
    "locative",
    "directional",
    "of",
    "comitative",
    "own_demonym",
    "other_demonym",
    "body",
    "modifier",
    "subject",
    "object",
    "container",
    "locative_before",
    "demonym_before",
    "modifier_before",
    "subject_before",
    "in_dateline",
    "in_headline",
    "is_country",
    "is_region",
    "is_province",
    "is_facility",
    "is_unknown",
    "abroad",
    "times_named",
    "is_main_place",
    "is_country_place",
    "country_of_national_fact",
    "country_of_national_report",
    "country_of_national_words",
    "main_of_national_report",
    "town_of_national_fact",
    "pointed_back_to",
    "main_of_pointing",
};

uint32_t Distance(Span a, Span b) { return a.begin > b.begin ? a.begin - b.begin : b.begin - a.begin; }

// Index of a token in a list, or the list's size.
size_t IndexIn(const std::vector<uint32_t>& list, uint32_t token) {
  return static_cast<size_t>(std::find(list.begin(), list.end(), token) - list.begin());
}
bool Holds(const std::vector<uint32_t>& list, uint32_t token) { return IndexIn(list, token) < list.size(); }

using F = PlaceFeature;

}  // namespace

std::string_view Name(PlaceFeature feature) { return kNames[static_cast<size_t>(feature)]; }

PlaceWeights::PlaceWeights(const Lexicon& lexicon) {
  for (const LexiconEntry& entry : lexicon.Entries("place_choice")) {
    const auto found = std::find(kNames.begin(), kNames.end(), entry.Text("feature"));
    if (found == kNames.end()) continue;  // of another version
    weights_[static_cast<size_t>(found - kNames.begin())] = static_cast<float>(entry.Number("weight"));
  }
}

double PlaceWeights::Of(const PlaceOption& option) const {
  double sum = 0;
  for (size_t i = 0; i < kPlaceFeatures; ++i) sum += static_cast<double>(weights_[i]) * option.features[i];
  return sum;
}

PlaceOptions::PlaceOptions(const PlaceGround& ground) : ground_(ground), container_(ground.mentions.places.size()) {
  for (const PlaceMention& mention : ground.mentions.places) {
    ++times_named_[mention.place.name];
    if (mention.inside) container_[*mention.inside] = true;
  }
  for (uint32_t sentence = 0; sentence < ground.sentences.size(); ++sentence) {
    speaks_of_nation_.push_back(SpeaksOfNation(sentence));
    points_back_.push_back(PointsBack(sentence));
  }
}

std::vector<PlaceOption> PlaceOptions::For(uint32_t token, PlaceReach reach) const {
  const Fact fact = FactAt(token, reach);
  std::vector<PlaceOption> options;
  AddOwn(fact, &options);
  AddEarlier(fact, &options);
  AddOfReport(fact, &options);
  return options;
}

PlaceOptions::Fact PlaceOptions::FactAt(uint32_t token, PlaceReach reach) const {
  const Analysis& analysis = ground_.analysis;
  Fact fact;
  fact.token = token;
  const std::vector<uint32_t> chain = ChainAbove(analysis, token);
  std::copy_if(chain.begin(), chain.end(), std::back_inserter(fact.verbs),
               [&](uint32_t t) { return IsVerb(analysis[t]); });
  const uint32_t sentence = analysis[token].sentence;
  fact.national = reach == PlaceReach::kNational;
  fact.speaks_of_nation = speaks_of_nation_[sentence];
  fact.points_back = points_back_[sentence];
  return fact;
}

PlaceOption PlaceOptions::OptionOf(const PlaceMention& mention, const Fact& fact) const {
  PlaceOption option;
  option.mention = &mention;
  SetKind(mention.place.name, mention.place.country, mention.place.precision, &option);
  const bool is_country = option[F::kIsCountry] > 0;
  option[F::kIsUnknown] = mention.resolved ? 0 : 1;
  option[F::kCountryOfNationalFact] = is_country && fact.national ? 1 : 0;
  option[F::kCountryOfNationalWords] = is_country && fact.speaks_of_nation ? 1 : 0;
  option[F::kTownOfNationalFact] = fact.national && mention.place.precision < PlacePrecision::kAdmin1 ? 1 : 0;
  option[F::kContainer] = container_[static_cast<size_t>(&mention - ground_.mentions.places.data())] ? 1 : 0;
  option[F::kInDateline] = ground_.document.dateline_span.Overlaps(mention.span) ? 1 : 0;
  option[F::kInHeadline] = ground_.sentences.InBody(mention.tokens.begin) ? 0 : 1;
  return option;
}

void PlaceOptions::SetKind(std::string_view name, std::string_view country, PlacePrecision precision,
                           PlaceOption* option) const {
  const Scope& scope = ground_.scope;
  PlaceOption& o = *option;
  o[F::kIsCountry] = precision == PlacePrecision::kCountry ? 1 : 0;
  o[F::kIsRegion] = precision == PlacePrecision::kRegion ? 1 : 0;
  o[F::kIsProvince] = precision == PlacePrecision::kAdmin1 || precision == PlacePrecision::kAdmin2 ? 1 : 0;
  o[F::kIsFacility] = precision == PlacePrecision::kFacility ? 1 : 0;
  o[F::kAbroad] = !scope.country.empty() && !country.empty() && country != scope.country ? 1 : 0;
  const auto named = times_named_.find(name);
  o[F::kTimesNamed] = std::log1p(static_cast<float>(named == times_named_.end() ? 0 : named->second));
  o[F::kIsMainPlace] = scope.main_place && scope.main_place->name == name ? 1 : 0;
  o[F::kIsCountryPlace] = scope.country_place && scope.country_place->name == name ? 1 : 0;
}

// ---- the own sentence ----

void PlaceOptions::AddOwn(const Fact& fact, std::vector<PlaceOption>* options) const {
  const Token& token = ground_.analysis[fact.token];
  const auto near = ground_.sentences.PlacesNear(token.sentence, token.span.begin, kFarthest);
  const PlaceMention* nearest = nullptr;
  for (const uint32_t index : near) {
    const PlaceMention& mention = ground_.mentions.places[index];
    if (nearest == nullptr || Distance(mention.span, token.span) < Distance(nearest->span, token.span)) {
      nearest = &mention;
    }
  }
  for (const uint32_t index : near.first(std::min(near.size(), kMostOwn))) {
    const PlaceMention& mention = ground_.mentions.places[index];
    PlaceOption option = OptionOf(mention, fact);
    option.origin = PlaceOrigin::kOwnSentence;
    option[F::kOwnSentence] = 1;
    option[F::kNearest] = &mention == nearest ? 1 : 0;
    option[F::kOnlyOne] = near.size() == 1 ? 1 : 0;
    option[F::kBehind] = mention.span.begin > token.span.begin ? 1 : 0;
    option[F::kDistance] = std::min(static_cast<float>(Distance(mention.span, token.span)) / 100, kMostDistance);
    SetSyntax(mention, fact, &option);
    SetPhrase(mention, fact, &option);
    options->push_back(option);
  }
}

void PlaceOptions::SetSyntax(const PlaceMention& mention, const Fact& fact, PlaceOption* option) const {
  PlaceOption& o = *option;
  const std::vector<uint32_t> above = ChainAbove(ground_.analysis, mention.tokens.head);
  if (const size_t steps = IndexIn(above, fact.token); steps < above.size()) {
    o[F::kBelow] = 1;
    o[F::kStepsBelow] = std::min(static_cast<float>(steps), kMostSteps);
  } else if (!fact.verbs.empty() && Holds(above, fact.verbs.front())) {
    o[F::kSameVerb] = 1;
  } else if (std::any_of(fact.verbs.begin(), fact.verbs.end(), [&](uint32_t verb) { return Holds(above, verb); })) {
    o[F::kVerbAbove] = 1;
  } else {
    o[F::kElsewhere] = 1;
  }
}

void PlaceOptions::SetPhrase(const PlaceMention& mention, const Fact& fact, PlaceOption* option) const {
  PlaceOption& o = *option;
  const Analysis& analysis = ground_.analysis;
  const uint32_t head = mention.tokens.head;
  const Token& token = analysis[head];
  const std::string_view preposition = PrepositionOf(analysis, FirstConjunct(analysis, head));
  if (mention.demonym) {
    const bool own = token.head == fact.token || analysis[fact.token].head == token.head ||
                     IsWithin(analysis, token.head, fact.token);
    o[own ? F::kOwnDemonym : F::kOtherDemonym] = 1;
  } else if (closed_class::kLocative.Has(preposition)) {
    o[F::kLocative] = 1;
  } else if (closed_class::kDirectional.Has(preposition)) {
    o[F::kDirectional] = 1;
  } else if (closed_class::kOf.Has(preposition)) {
    o[F::kOf] = 1;
  } else if (closed_class::kComitative.Has(preposition)) {
    o[F::kComitative] = 1;
  } else if (IsCompoundPart(token) && ground_.words["body"].contains(ground_.lemmas[token.head])) {
    o[F::kBody] = 1;
  } else if (IsPossessor(token) || IsModifier(token)) {
    o[F::kModifier] = 1;
  } else if (IsSubject(token)) {
    o[F::kSubject] = 1;
  } else if (IsDirectObject(token)) {
    o[F::kObject] = 1;
  }
}

// ---- before it ----

void PlaceOptions::AddEarlier(const Fact& fact, std::vector<PlaceOption>* options) const {
  const SentenceIndex& sentences = ground_.sentences;
  const uint32_t own = ground_.analysis[fact.token].sentence;
  const size_t paragraph = sentences.ParagraphOf(sentences.SpanOf(own).begin);
  size_t added = 0;
  for (uint32_t back = 1; back <= kSentencesBack && back <= own; ++back) {
    const uint32_t sentence = own - back;
    const auto places = sentences.PlacesIn(sentence);
    const bool other = sentences.ParagraphOf(sentences.SpanOf(sentence).begin) != paragraph;
    for (auto index = places.rbegin(); index != places.rend() && added < kMostEarlier; ++index, ++added) {
      const PlaceMention& mention = ground_.mentions.places[*index];
      PlaceOption option = OptionOf(mention, fact);
      option.origin = PlaceOrigin::kEarlierSentence;
      option[back == 1 ? F::kOneSentenceBack : back == 2 ? F::kTwoSentencesBack : F::kFartherBack] = 1;
      option[F::kOtherParagraph] = other ? 1 : 0;
      option[F::kLatestBefore] = added == 0 ? 1 : 0;
      option[F::kPointedBackTo] = added == 0 && fact.points_back ? 1 : 0;
      SetPhraseBefore(mention, &option);
      options->push_back(option);
    }
  }
}

void PlaceOptions::SetPhraseBefore(const PlaceMention& mention, PlaceOption* option) const {
  PlaceOption& o = *option;
  const uint32_t head = mention.tokens.head;
  const Token& token = ground_.analysis[head];
  const std::string_view preposition = PrepositionOf(ground_.analysis, FirstConjunct(ground_.analysis, head));
  if (mention.demonym) {
    o[F::kDemonymBefore] = 1;
  } else if (closed_class::kLocative.Has(preposition)) {
    o[F::kLocativeBefore] = 1;
  } else if (IsPossessor(token) || IsModifier(token)) {
    o[F::kModifierBefore] = 1;
  } else if (IsSubject(token)) {
    o[F::kSubjectBefore] = 1;
  }
}

// ---- the report ----

void PlaceOptions::AddOfReport(const Fact& fact, std::vector<PlaceOption>* options) const {
  const Scope& scope = ground_.scope;
  const auto add = [&](const std::optional<Place>& place, F as, PlaceOrigin origin) {
    if (!place) return;
    PlaceOption option;
    option.place = &*place;
    option.origin = origin;
    option[as] = 1;
    SetKind(place->name, place->country, place->precision, &option);
    if (as == F::kCountryPlace) {
      option[F::kCountryOfNationalFact] = fact.national ? 1 : 0;
      option[F::kCountryOfNationalReport] = scope.national ? 1 : 0;
      option[F::kCountryOfNationalWords] = fact.speaks_of_nation ? 1 : 0;
    } else {
      option[F::kMainOfNationalReport] = scope.national ? 1 : 0;
      option[F::kMainOfPointing] = fact.points_back ? 1 : 0;
    }
    options->push_back(option);
  };
  add(scope.main_place, F::kMainPlace, PlaceOrigin::kMainPlace);
  add(scope.country_place, F::kCountryPlace, PlaceOrigin::kCountry);
}

bool PlaceOptions::SpeaksOfNation(uint32_t sentence) const {
  const WordSet& national = ground_.words["national"];
  const Sentence& bounds = ground_.analysis.sentences()[sentence];
  for (uint32_t i = bounds.begin; i < bounds.end; ++i) {
    if (national.contains(ground_.analysis[i].lower) || national.contains(ground_.lemmas[i])) return true;
  }
  return false;
}

// "There", "the town", "this district": the sentence speaks of a place told before.
bool PlaceOptions::PointsBack(uint32_t sentence) const {
  const Analysis& analysis = ground_.analysis;
  const WordSet& areas = ground_.words["area_noun"];
  const WordSet& pointing = ground_.words["pointing_adverb"];
  const Sentence& bounds = analysis.sentences()[sentence];
  for (uint32_t i = bounds.begin; i < bounds.end; ++i) {
    if (areas.contains(ground_.lemmas[i]) && !ground_.mentions.place_of[i] && IsDefinite(analysis, i)) return true;
    if (pointing.contains(analysis[i].lower) && IsAdverbialModifier(analysis[i])) return true;
  }
  return false;
}

}  // namespace diurna
