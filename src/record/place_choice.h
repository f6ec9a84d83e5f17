// Which of the places of a report is that of a fact.
//
// The options are the places that the fact's own sentence names, those of the few sentences before it, the report's
// main place and the place of the nation that it is about. What speaks for each is a vector of features: where it
// stands in the syntax seen from the fact, what its own phrase says, how far back it is, how the report treats it.
// Their weighted sum decides (a conditional logit). The weights stand in lexicon/place_choice.toml;
// tools/fit/fit_places.py fits them over annotated reports.

#ifndef DIURNA_RECORD_PLACE_CHOICE_H_
#define DIURNA_RECORD_PLACE_CHOICE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "actors/mentions.h"
#include "diurna/analysis.h"
#include "diurna/document.h"
#include "diurna/record.h"
#include "lexicon/lexicon.h"
#include "record/draft.h"
#include "record/scope.h"
#include "record/sentence_index.h"
#include "record/word_classes.h"
#include "syntax/lemmas.h"

namespace diurna {

// How far back a fact's place reaches where its own words name none.
enum class PlaceReach {
  kLocal,     // what happened somewhere: the sentence's, the paragraph's, then the report's place
  kNational,  // what an authority decides or a country-wide system suffers: the country where the report is about one
};

// What speaks for or against a place. Each is 0 or 1 but for those that say so.
enum class PlaceFeature : uint8_t {
  // Where it is named.
  kOwnSentence,
  kOneSentenceBack,
  kTwoSentencesBack,
  kFartherBack,
  kOtherParagraph,  // than the fact's; of earlier sentences
  kLatestBefore,    // of the places of earlier sentences the last one
  kMainPlace,       // the report's main place, as such
  kCountryPlace,    // the nation's, as such
  // Where it stands in its sentence, seen from the fact; of the own sentence only.
  kBelow,
  kStepsBelow,  // a count of edges, to 10
  kSameVerb,
  kVerbAbove,
  kElsewhere,
  kBehind,    // in the text, not before the fact
  kNearest,   // of its sentence
  kDistance,  // hundreds of bytes, to 5
  kOnlyOne,   // that the sentence names
  // Its phrase, in the own sentence and before.
  kLocative,
  kDirectional,
  kOf,
  kComitative,
  kOwnDemonym,  // an adjective of the fact's own noun
  kOtherDemonym,
  kBody,  // a part of a body's name: "the Kenya Red Cross" may act anywhere
  kModifier,
  kSubject,
  kObject,
  kContainer,  // of the place before it: "Almaty, KAZAKHSTAN"
  kLocativeBefore,
  kDemonymBefore,
  kModifierBefore,
  kSubjectBefore,
  kInDateline,
  kInHeadline,
  // What it is.
  kIsCountry,
  kIsRegion,
  kIsProvince,
  kIsFacility,
  kIsUnknown,  // to the gazetteer
  kAbroad,
  kTimesNamed,  // logarithm of the count
  kIsMainPlace,
  kIsCountryPlace,
  // How the fact and the report are.
  kCountryOfNationalFact,
  kCountryOfNationalReport,
  kCountryOfNationalWords,
  kMainOfNationalReport,
  kTownOfNationalFact,
  kPointedBackTo,  // "there", "the town": the last place before such a word
  kMainOfPointing,
};
constexpr size_t kPlaceFeatures = static_cast<size_t>(PlaceFeature::kMainOfPointing) + 1;
// In lower case with underscores, as the lexicon writes it.
std::string_view Name(PlaceFeature feature);

// One place that a fact may have.
struct PlaceOption {
  float& operator[](PlaceFeature feature) { return features[static_cast<size_t>(feature)]; }

  const PlaceMention* mention = nullptr;  // null where it is one of the report's, as such
  const Place* place = nullptr;           // then it
  PlaceOrigin origin = PlaceOrigin::kNowhere;
  std::array<float, kPlaceFeatures> features{};
};

// The weights of the features. Const, thread-safe.
class PlaceWeights {
 public:
  explicit PlaceWeights(const Lexicon& lexicon);
  double Of(const PlaceOption& option) const;

 private:
  std::array<float, kPlaceFeatures> weights_{};
};

// What the options are found in. All that it refers to must outlive the finder of options.
struct PlaceGround {
  const Document& document;
  const Analysis& analysis;
  const Mentions& mentions;
  const WordClasses& words;
  const Lemmas& lemmas;
  const SentenceIndex& sentences;
  const Scope& scope;
};

// The options of every fact of one report. Const members are thread-safe.
class PlaceOptions {
 public:
  explicit PlaceOptions(const PlaceGround& ground);

  // Those of a fact whose predicate is `token`; bounded in number. Empty where the report names no place.
  std::vector<PlaceOption> For(uint32_t token, PlaceReach reach) const;

 private:
  // What a fact's options are seen from.
  struct Fact {
    uint32_t token = 0;
    std::vector<uint32_t> verbs;  // at and above it
    bool national = false;        // by its reach
    bool speaks_of_nation = false;
    bool points_back = false;
  };
  Fact FactAt(uint32_t token, PlaceReach reach) const;
  PlaceOption OptionOf(const PlaceMention& mention, const Fact& fact) const;
  void AddOwn(const Fact& fact, std::vector<PlaceOption>* options) const;
  void AddEarlier(const Fact& fact, std::vector<PlaceOption>* options) const;
  void AddOfReport(const Fact& fact, std::vector<PlaceOption>* options) const;
  void SetSyntax(const PlaceMention& mention, const Fact& fact, PlaceOption* option) const;
  void SetPhrase(const PlaceMention& mention, const Fact& fact, PlaceOption* option) const;
  void SetPhraseBefore(const PlaceMention& mention, PlaceOption* option) const;
  void SetKind(std::string_view name, std::string_view country, PlacePrecision precision, PlaceOption* option) const;
  bool SpeaksOfNation(uint32_t sentence) const;
  bool PointsBack(uint32_t sentence) const;

  PlaceGround ground_;
  std::map<std::string_view, int> times_named_;
  std::vector<bool> container_;                       // per mention: whether another one is written as a part of it
  std::vector<bool> speaks_of_nation_, points_back_;  // per sentence
};

}  // namespace diurna

#endif  // DIURNA_RECORD_PLACE_CHOICE_H_
