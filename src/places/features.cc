// Each feature is a question about a possible name that has yes or no for an answer: the model's entity that it stands
// in, what the gazetteer holds under it, its own words, the words before and behind it. The weights were fitted by
// logistic regression and rounded; docs/gazetteer.md says to what.

#include "places/features.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "syntax/closed_class.h"
#include "syntax/name.h"
#include "syntax/word.h"

namespace diurna {

namespace {

using F = PlaceFeature;

struct Weight {
  PlaceFeature feature;
  double weight;
};

constexpr std::array kWeights = {
    Weight{F::kBias, -1.7},
    Weight{F::kGpe, 2.5},
    Weight{F::kGpeWithin, 1.1},
    Weight{F::kLoc, 1.7},
    Weight{F::kLocWithin, 1.3},
    Weight{F::kFac, 1.1},
    Weight{F::kFacWithin, -0.7},
    Weight{F::kOrg, 0.5},
    Weight{F::kOrgWithin, -2.3},
    Weight{F::kPerson, 0.3},
    Weight{F::kPersonWithin, -3.1},
    Weight{F::kNorp, 0.6},
    Weight{F::kOther, -0.4},
    Weight{F::kOtherWithin, -2.0},
    Weight{F::kNumeric, -2.8},
    Weight{F::kPartial, -0.7},
    Weight{F::kUnknown, -1.6},
    Weight{F::kCountry, 3.1},
    Weight{F::kAdmin1, 1.6},
    Weight{F::kAdmin2, 0.9},
    Weight{F::kRegion, 1.3},
    Weight{F::kCityHuge, 2.0},
    Weight{F::kCityBig, 1.3},
    Weight{F::kCityMiddle, -0.1},
    Weight{F::kCitySmall, -0.1},
    Weight{F::kAirport, 1.7},
    Weight{F::kAlternateOnly, -0.9},
    Weight{F::kWeak, -3.4},
    Weight{F::kShortForm, 1.3},
    Weight{F::kManyWords, 0.2},
    Weight{F::kFewLetters, -1.4},
    Weight{F::kCapitals, -1.6},
    Weight{F::kNotProper, -1.4},
    Weight{F::kNotAlone, -1.7},
    Weight{F::kGenericInside, 0.5},
    Weight{F::kDirectionInside, -1.0},
    Weight{F::kOnlyDirections, -5.0},
    Weight{F::kIn, 1.8},
    Weight{F::kTo, 0.3},
    Weight{F::kOf, 0.3},
    Weight{F::kGenericOf, 1.5},
    Weight{F::kDirection, 1.3},
    Weight{F::kOfPerson, 1.8},
    Weight{F::kFromNoun, 1.0},
    Weight{F::kTitle, -2.5},
    Weight{F::kNameBefore, -2.2},
    Weight{F::kGenericBefore, 1.0},
    Weight{F::kSentenceStart, -0.1},
    Weight{F::kGenericAfter, 1.9},
    Weight{F::kNameAfter, -1.2},
    Weight{F::kOrgHeadAfter, -1.7},
    Weight{F::kGovernmentAfter, 0.2},
    Weight{F::kPossessive, -0.2},
    Weight{F::kSpeechAfter, -0.6},
    Weight{F::kFacilityAfter, 0.8},
    Weight{F::kKin, -1.0},
    Weight{F::kPeopleAfter, 1.0},
    Weight{F::kHumanAfter, 1.2},
    Weight{F::kDateline, 3.5},
    Weight{F::kContained, 2.6},
    Weight{F::kContainer, 2.3},
    Weight{F::kListed, 1.6},
    Weight{F::kInDivision, 1.2},
    Weight{F::kInCountry, 0.5},
    Weight{F::kSureElsewhere, 1.3},
    Weight{F::kPersonElsewhere, -2.6},
    Weight{F::kGpeUnknown, -0.6},
    Weight{F::kPersonUnknown, -1.9},
    Weight{F::kOrgDivision, 0.8},
    Weight{F::kOrgFirst, 0.1},
    Weight{F::kOrgGovernment, 1.0},
    Weight{F::kOrgHead, -0.9},
    Weight{F::kOrgAfterOf, -0.5},
    Weight{F::kOrgCounty, 1.2},
    Weight{F::kPersonDivision, 0.6},
    Weight{F::kLocUnknown, 1.2},
};

constexpr std::array<double, static_cast<size_t>(F::kCount)> WeightTable() {
  std::array<double, static_cast<size_t>(F::kCount)> table{};
  for (const Weight& w : kWeights) table[static_cast<size_t>(w.feature)] = w.weight;
  return table;
}
constexpr auto kWeightOf = WeightTable();

bool Is(const PlaceFeatures& features, F feature) { return features[static_cast<size_t>(feature)]; }
void Set(PlaceFeatures& features, F feature, bool value = true) { features[static_cast<size_t>(feature)] = value; }

// A city's size, by its people.
F SizeOf(const PlaceRecord& city) {
  constexpr uint32_t kHuge = 1'000'000, kBig = 100'000, kMiddle = 15'000;
  if (city.population >= kHuge) return F::kCityHuge;
  if (city.population >= kBig) return F::kCityBig;
  return city.population >= kMiddle ? F::kCityMiddle : F::kCitySmall;
}

class Describer {
 public:
  Describer(const PlaceTokens& tokens, const PlaceNames& names) : tokens_(tokens), names_(names) {}

  void Describe(PlaceSpan* span) {
    PlaceFeatures& f = span->features;
    Set(f, F::kBias);
    DescribeEntity(*span, &f);
    DescribeSenses(*span, &f);
    DescribeWords(*span, &f);
    DescribeBefore(*span, &f);
    DescribeAfter(*span, &f);
    Set(f, F::kGpeUnknown, (Is(f, F::kGpe) || Is(f, F::kGpeWithin)) && Is(f, F::kUnknown));
    Set(f, F::kPersonUnknown, Is(f, F::kPerson) && Is(f, F::kUnknown));
    const bool division = Is(f, F::kCountry) || Is(f, F::kAdmin1);
    Set(f, F::kOrgDivision, Is(f, F::kOrgWithin) && division);
    // "the Marion County Sheriff's Office", "the Pease River"
    Set(f, F::kOrgCounty, Is(f, F::kOrgFirst) && Is(f, F::kAdmin2) && Is(f, F::kManyWords));
    Set(f, F::kLocUnknown, Is(f, F::kLoc) && Is(f, F::kUnknown) && Is(f, F::kGenericInside));
    Set(f, F::kPersonDivision, Is(f, F::kPerson) && division);
  }

 private:
  const Token& At(uint32_t i) const { return tokens_.At(i); }
  bool Capital(uint32_t i) const { return tokens_.Capital(i); }
  bool Has(uint32_t i, uint32_t classes) const { return tokens_.Has(i, classes); }
  bool SameSentence(uint32_t i, uint32_t j) const { return tokens_.SameSentence(i, j); }
  EntityType EntityAt(uint32_t i) const { return tokens_.EntityAt(i); }
  bool IsThe(uint32_t i) const { return closed_class::kThe.Has(At(i).lower); }
  bool IsHyphen(uint32_t i) const { return At(i).text == "-"; }

  void DescribeEntity(const PlaceSpan& span, PlaceFeatures* f) {
    OptionalIndex index;
    for (uint32_t i = span.begin; i < span.end && !index; ++i) index = At(i).entity;
    if (!index) return;
    const Entity& entity = tokens_.analysis().entities()[*index];
    uint32_t begin = entity.begin, end = entity.end;
    while (begin < end && !Capital(begin) && begin < span.begin) ++begin;
    while (end > span.end && (IsWrittenPossessive(At(end - 1)) || IsPunctuation(At(end - 1)))) --end;
    if (begin < end && IsThe(begin) && begin < span.begin) ++begin;
    const bool partial = entity.begin > span.begin || end < span.end;
    const bool within = begin < span.begin || end > span.end;
    if (partial) Set(*f, F::kPartial);
    switch (entity.type) {
      case EntityType::kGpe:
        Set(*f, within ? F::kGpeWithin : F::kGpe);
        break;
      case EntityType::kLoc:
        Set(*f, within ? F::kLocWithin : F::kLoc);
        break;
      case EntityType::kFac:
        Set(*f, within ? F::kFacWithin : F::kFac);
        break;
      case EntityType::kOrg:
        Set(*f, within ? F::kOrgWithin : F::kOrg);
        if (within) DescribeBody(span, begin, end, f);
        break;
      case EntityType::kPerson:
        Set(*f, within ? F::kPersonWithin : F::kPerson);
        break;
      case EntityType::kNorp:
        Set(*f, F::kNorp);
        break;
      default:
        Set(*f, IsNumericEntity(entity.type) ? F::kNumeric : within ? F::kOtherWithin : F::kOther);
    }
  }

  // A place in the name of a body: "U.S. Department of State" is of the place, "Bank of Scotland" is not.
  void DescribeBody(const PlaceSpan& span, uint32_t begin, uint32_t end, PlaceFeatures* f) {
    Set(*f, F::kOrgFirst, span.begin == begin);
    for (uint32_t i = begin; i < end; ++i) {
      if (i >= span.begin && i < span.end) continue;
      if (Has(i, kWordOrgGov)) Set(*f, F::kOrgGovernment);
      if (Has(i, kWordOrgHead)) Set(*f, F::kOrgHead);
    }
    if (span.begin > begin) {
      const uint32_t before = IsThe(span.begin - 1) && span.begin > begin + 1 ? span.begin - 2 : span.begin - 1;
      if (Has(before, kWordOf | kWordIn)) Set(*f, F::kOrgAfterOf);
    }
  }

  void DescribeSenses(const PlaceSpan& span, PlaceFeatures* f) {
    if (span.senses.empty() || span.senses.front().guessed) {
      Set(*f, F::kUnknown);
      return;
    }
    bool main = false;
    double best = -1;
    PlaceRef likeliest = kNoPlace;
    for (const PlaceSense& sense : span.senses) {
      main = main || !sense.alternate;
      const double prominence = names_.Prominence(sense.place) - (sense.alternate ? 1 : 0);
      if (prominence > best) {
        best = prominence;
        likeliest = sense.place;
      }
    }
    Set(*f, F::kAlternateOnly, !main);
    Set(*f, F::kWeak, names_.Weak(span.senses.front().place));
    const PlaceRecord& place = names_[likeliest];
    switch (place.Kind()) {
      case PlaceKind::kContinent:
      case PlaceKind::kCountry:
        Set(*f, F::kCountry);
        break;
      case PlaceKind::kAdmin1:
        Set(*f, F::kAdmin1);
        break;
      case PlaceKind::kAdmin2:
        Set(*f, F::kAdmin2);
        break;
      case PlaceKind::kRegion:
      case PlaceKind::kWater:
        Set(*f, F::kRegion);
        break;
      case PlaceKind::kAirport:
        Set(*f, F::kAirport);
        break;
      case PlaceKind::kCity:
        Set(*f, likeliest >= names_.table().size() ? F::kRegion : SizeOf(place));
        break;
    }
  }

  void DescribeWords(const PlaceSpan& span, PlaceFeatures* f) {
    const Token& first = At(span.begin);
    const bool one = span.end - span.begin == 1;
    Set(*f, F::kManyWords, !one);
    Set(*f, F::kNotAlone, one && Has(span.begin, kWordNotAlone));
    std::vector<PlaceSense> shorter;
    if (one) names_.Short(first.text, true, &shorter);
    Set(*f, F::kShortForm, !shorter.empty());
    Set(*f, F::kFewLetters, span.folded.size() <= 3 && !Is(*f, F::kCountry) && shorter.empty());
    bool capitals = one && first.text.size() >= 2 && shorter.empty();
    for (const char c : first.text) capitals = capitals && c >= 'A' && c <= 'Z';
    Set(*f, F::kCapitals, capitals && !Is(*f, F::kCountry) && !tokens_.InDateline(span.begin));
    Set(*f, F::kDateline, tokens_.InDateline(span.begin));
    bool proper = false;
    for (uint32_t i = span.begin; i < span.end; ++i) proper = proper || IsProperNoun(At(i));
    Set(*f, F::kNotProper, !proper);
    bool directions = true;
    for (uint32_t i = span.begin; i < span.end; ++i) {
      directions = directions && (Has(i, kWordDirection | kWordNameTail) || IsHyphen(i));
    }
    Set(*f, F::kOnlyDirections, directions);
  }

  void DescribeBefore(const PlaceSpan& span, PlaceFeatures* f) {
    uint32_t i = span.begin;
    bool article = false;
    const auto step = [&]() -> bool {
      if (i == 0 || !SameSentence(i - 1, span.begin) || IsSpace(At(i - 1))) return false;
      --i;
      return true;
    };
    if (!step()) {
      Set(*f, F::kSentenceStart);
      return;
    }
    if (IsThe(i)) {
      article = true;
      if (!step()) return;
    }
    // "in northern X", "in central and eastern X"
    if ((Has(i, kWordDirection) && !Capital(i)) || (IsHyphen(i) && i > 0 && Has(i - 1, kWordDirection))) {
      Set(*f, F::kDirection);
      if (!step()) return;
      while (closed_class::kAnd.Has(At(i).lower) || Has(i, kWordDirection) || IsHyphen(i) || IsThe(i)) {
        if (!step()) return;
      }
    }
    if (Has(i, kWordOf)) {
      Set(*f, F::kOf);
      if (i > 0 && Has(i - 1, kWordGenericOf)) Set(*f, F::kGenericOf);
      Set(*f, F::kOfPerson, !article && BehindPerson(i));
    } else if (Has(i, kWordIn)) {
      Set(*f, F::kIn);
    } else if (Has(i, kWordTo)) {
      Set(*f, F::kTo);
      const bool from = closed_class::kFrom.Has(At(i).lower) && i > 0 && SameSentence(i - 1, i);
      Set(*f, F::kOfPerson, from && !article && BehindPerson(i));
      Set(*f, F::kFromNoun, from && IsCommonNoun(At(i - 1)));
    } else if (!article && Has(i, kWordTitle)) {
      Set(*f, F::kTitle);
    } else if (Has(i, kWordGeneric)) {
      Set(*f, F::kGenericBefore);
    } else if (!article && i + 1 == span.begin && ((Capital(i) && IsProperNoun(At(i))) || IsHyphen(i))) {
      Set(*f, F::kNameBefore);
    }
  }

  // True where a person's name stands before token i, at once or past an age: "Ada Pell, 34, of".
  bool BehindPerson(uint32_t i) const {
    uint32_t j = i;
    while (j > 0 && SameSentence(j - 1, i) && (At(j - 1).text == "," || IsNumeral(At(j - 1)))) --j;
    return j > 0 && SameSentence(j - 1, i) && EntityAt(j - 1) == EntityType::kPerson;
  }

  void DescribeAfter(const PlaceSpan& span, PlaceFeatures* f) {
    const uint32_t i = span.end;
    if (i >= tokens_.analysis().size() || !SameSentence(span.begin, i)) return;
    const Token& next = At(i);
    if (IsWrittenPossessive(next) || next.text == "'" || next.text == "’") {
      Set(*f, F::kPossessive);
      return;
    }
    Set(*f, F::kGenericAfter, Has(i, kWordGeneric) && !Capital(i));
    Set(*f, F::kOrgHeadAfter, Has(i, kWordOrgHead));
    Set(*f, F::kGovernmentAfter, Has(i, kWordOrgGov));
    Set(*f, F::kSpeechAfter, Has(i, kWordSpeech));
    Set(*f, F::kFacilityAfter, Has(i, kWordFacility));
    Set(*f, F::kKin, Has(i, kWordKin));
    if (Capital(i) && IsProperNoun(next) && !Has(i, kWordOrgHead | kWordOrgGov | kWordGeneric | kWordTitle)) {
      Set(*f, F::kNameAfter);
    }
    if (!Capital(i) && IsPluralCommonNoun(next)) Set(*f, F::kPeopleAfter);
    if (!Capital(i) && IsSingularCommonNoun(next) && Has(i, kWordHuman)) Set(*f, F::kHumanAfter);
  }

  const PlaceTokens& tokens_;
  const PlaceNames& names_;
};

}  // namespace

void DescribePlace(const PlaceTokens& tokens, const PlaceNames& names, PlaceSpan* span) {
  Describer(tokens, names).Describe(span);
}

double PlaceScore(const PlaceFeatures& features) {
  double sum = 0;
  for (size_t i = 0; i < features.size(); ++i) {
    if (features[i]) sum += kWeightOf[i];
  }
  return sum;
}

}  // namespace diurna
