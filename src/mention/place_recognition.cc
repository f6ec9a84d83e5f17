// Recognition of places. Possible names are the longest runs of capitalised words that the gazetteer or the lexicon
// knows, and whatever else the model takes for a place. Each is described by binary features: the model's entity that
// it stands in, what the gazetteer holds under it, the words before and after it, and the company it keeps; a
// log-linear model weighs them (Leidner 2007 surveys the cues). Names are judged twice: the second time knowing which
// neighbours in a list, which containers behind a comma and which other mentions of the same name were taken for
// places.
//
// Left out: names in lower case, and names that are broken over two lines.

#include "mention/place_recognition.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace diurna {

namespace {

using F = PlaceFeature;

constexpr uint32_t kLongestName = 7;       // tokens
constexpr uint32_t kLongestDateline = 14;  // tokens
constexpr size_t kMostSenses = 48;
constexpr double kSmallPlace = 5.3;  // prominence of a city of 200,000
constexpr double kLikely = 0.5;      // log-odds from which a mention speaks for its neighbours in a list
constexpr double kSure = 1.5;        // log-odds from which a mention speaks for others

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
    Weight{F::kPersonDivision, 0.6},
};

constexpr std::array<double, static_cast<size_t>(F::kCount)> WeightTable() {
  std::array<double, static_cast<size_t>(F::kCount)> table{};
  for (const Weight& w : kWeights) table[static_cast<size_t>(w.feature)] = w.weight;
  return table;
}
constexpr auto kWeightOf = WeightTable();

bool Is(const PlaceFeatures& features, F feature) { return features[static_cast<size_t>(feature)]; }
void Set(PlaceFeatures& features, F feature, bool value = true) { features[static_cast<size_t>(feature)] = value; }

double Score(const PlaceFeatures& features) {
  double sum = 0;
  for (size_t i = 0; i < features.size(); ++i) {
    if (features[i]) sum += kWeightOf[i];
  }
  return sum;
}

bool HasDigit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

bool IsPlaceEntity(EntityType type) {
  return type == EntityType::kGpe || type == EntityType::kLoc || type == EntityType::kFac;
}

bool IsNumericEntity(EntityType type) {
  switch (type) {
    case EntityType::kCardinal:
    case EntityType::kDate:
    case EntityType::kMoney:
    case EntityType::kOrdinal:
    case EntityType::kPercent:
    case EntityType::kQuantity:
    case EntityType::kTime:
      return true;
    default:
      return false;
  }
}

class Recognizer {
 public:
  Recognizer(const Document& document, const Analysis& analysis, const PlaceNames& names)
      : document_(document), analysis_(analysis), names_(names) {}

  std::vector<PlaceSpan> Run() {
    ReadTokens();
    FindDatelines();
    CollectPersons();
    for (uint32_t i = 0; i < analysis_.size();) i = Candidate(i);
    for (PlaceSpan& span : spans_) {
      if (!span.demonym) span.score = Score(span.features);
    }
    Judge();
    Judge();
    return std::move(spans_);
  }

 private:
  const Token& At(uint32_t i) const { return analysis_[i]; }
  bool Capital(uint32_t i) const { return capital_[i]; }
  uint32_t Words(uint32_t i) const { return words_[i]; }
  bool Has(uint32_t i, uint32_t classes) const { return (words_[i] & classes) != 0; }
  bool SameSentence(uint32_t i, uint32_t j) const {
    return i < analysis_.size() && j < analysis_.size() && At(i).sentence == At(j).sentence;
  }
  EntityType EntityAt(uint32_t i) const {
    return At(i).entity < 0 ? EntityType::kNone : analysis_.entities()[static_cast<size_t>(At(i).entity)].type;
  }

  void ReadTokens() {
    words_.resize(analysis_.size());
    capital_.resize(analysis_.size());
    for (uint32_t i = 0; i < analysis_.size(); ++i) {
      const Token& token = At(i);
      if (token.pos == Pos::kSpace || token.text.empty()) continue;
      words_[i] = names_.Words(token.lower);
      // A first letter that lower case changes; in scripts without case, a name by the model's word.
      const bool changed = token.text[0] != token.lower[0] || (static_cast<unsigned char>(token.text[0]) >= 0x80 &&
                                                               token.text.substr(0, 2) != token.lower.substr(0, 2));
      const bool caseless =
          static_cast<unsigned char>(token.text[0]) >= 0xD6 && (token.pos == Pos::kPropn || IsPlaceEntity(EntityAt(i)));
      capital_[i] = changed || caseless;
    }
  }

  // "JACKSON, Miss. (AP) -- ": a line that begins with a word in capitals and has a dash soon after.
  void FindDatelines() {
    dateline_.resize(analysis_.size());
    bool line_start = true;
    for (uint32_t i = 0; i < analysis_.size(); ++i) {
      const Token& token = At(i);
      if (document_.dateline_span.Overlaps(token.span)) dateline_[i] = true;
      if (token.pos == Pos::kSpace) {
        line_start = line_start || token.text.find('\n') != std::string_view::npos;
        continue;
      }
      if (!line_start) continue;
      line_start = false;
      if (token.text.size() < 3 ||
          !std::all_of(token.text.begin(), token.text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
        continue;
      for (uint32_t j = i + 1; j < analysis_.size() && j < i + kLongestDateline; ++j) {
        const std::string_view text = At(j).text;
        if (At(j).pos == Pos::kSpace) break;
        if (text != "--" && text != "—" && text != "–" && !(text == "-" && At(j - 1).space_after)) continue;
        std::fill(dateline_.begin() + i, dateline_.begin() + j, true);
        break;
      }
    }
  }

  // Words of the names of persons: who is told in full once is called by one name afterwards.
  void CollectPersons() {
    for (const Entity& entity : analysis_.entities()) {
      if (entity.type != EntityType::kPerson || entity.end - entity.begin < 2) continue;
      for (uint32_t i = entity.begin; i < entity.end; ++i) {
        if (Capital(i) && At(i).text.size() > 1) persons_.insert(At(i).lower);
      }
    }
  }

  // Looks for a name that begins at token i; the token from which to go on.
  uint32_t Candidate(uint32_t i) {
    const Token& token = At(i);
    if (!Capital(i) || token.pos == Pos::kSpace) return i + 1;
    if (token.lower == "the" && !NamedWithArticle(i)) return i + 1;
    PlaceSpan best;
    uint32_t end = LongestName(i, &best);
    if (end == 0 && Has(i, kWordDirection) && DirectionOfName(i)) {
      // "South Darfur", "Northern California": a part of what the rest of the name means.
      end = LongestName(i + 1, &best);
      Set(best.features, F::kDirectionInside, end != 0);
    }
    const PlaceRef people = People(i, &people_end_);
    if (people != kNoPlace && people_end_ >= end && !(end == people_end_ && PlaceByModel(i))) {
      AddPeople(i, people_end_, people);
      return people_end_;
    }
    // What the model takes for a place, known or not.
    uint32_t model_end = ModelPlaceEnd(i);
    if (end == 0 && model_end == 0 && Announced(i)) model_end = CapitalsEnd(i);
    if (end == 0 && (model_end == 0 || Has(i, kWordNever))) return i + 1;
    best.begin = i;
    best.end = end != 0 ? end : model_end;
    if (end == 0) {
      best.senses.clear();
      best.folded.clear();
      names_.table().Fold(analysis_.SpanOf(i, best.end - 1).In(analysis_.text()), &best.folded);
      names_.Sounding(best.folded, kMostSenses, &best.senses);
    }
    ExtendByGeneric(&best, model_end);
    if (best.senses.empty() && HasDigit(best.folded)) return best.end;
    Describe(&best);
    spans_.push_back(std::move(best));
    return spans_.back().end;
  }

  // End of the longest run of tokens from i that is a name, which is filled in; 0 where there is none.
  uint32_t LongestName(uint32_t i, PlaceSpan* best) {
    uint32_t end = 0;
    const uint32_t limit = std::min<uint32_t>(analysis_.size(), i + kLongestName);
    for (uint32_t j = i; j < limit && SameSentence(i, j) && At(j).pos != Pos::kSpace; ++j) {
      const bool link =
          At(j).text == "-" || At(j).text == "’" || At(j).text == "'" || At(j).text == "'s" || At(j).text == "’s";
      if (j > i && !Capital(j) && !Has(j, kWordParticle) && !link) break;
      if (!Capital(j)) continue;
      folded_.clear();
      names_.table().Fold(analysis_.SpanOf(i, j).In(analysis_.text()), &folded_);
      senses_.clear();
      if (j == i) names_.Short(At(i).text, !BehindPlace(i), &senses_);
      names_.Senses(folded_, kMostSenses, &senses_);
      if (senses_.empty() || (j == i && Has(i, kWordDirection) && !IsPlaceEntity(EntityAt(i)))) continue;
      if (j == i && Has(i, kWordNever)) continue;
      if (folded_.size() <= 3 && !FitsShortName(i, j)) continue;
      end = j + 1;
      best->folded = folded_;
      best->senses = senses_;
    }
    return end;
  }

  // True where a capitalised direction at i belongs to the name behind it rather than opening the sentence.
  bool DirectionOfName(uint32_t i) const {
    if (i + 1 >= analysis_.size() || !SameSentence(i, i + 1) || !Capital(i + 1) || !At(i).space_after) return false;
    return i > 0 && SameSentence(i - 1, i) && At(i - 1).pos != Pos::kSpace && !Has(i + 1, kWordNameTail);
  }

  // "The Hague": the article is part of the place's own name.
  bool NamedWithArticle(uint32_t i) {
    if (i + 1 >= analysis_.size() || !Capital(i + 1) || !SameSentence(i, i + 1)) return false;
    folded_.clear();
    names_.table().Fold(At(i + 1).text, &folded_);
    senses_.clear();
    names_.Senses(folded_, 1, &senses_);
    return !senses_.empty() && names_.Name(senses_.front().place).starts_with("The ");
  }

  // Names of up to three letters are countries in capitals, or what the model takes for places.
  bool FitsShortName(uint32_t i, uint32_t j) const {
    if (i != j) return true;
    const PlaceKind kind = names_[senses_.front().place].Kind();
    if (kind == PlaceKind::kCountry || kind == PlaceKind::kAdmin1) {
      return !senses_.front().alternate || At(i).text.size() < 2 || At(i).text[1] != At(i).lower[1] ||
             At(i).text[1] == '.';
    }
    return IsPlaceEntity(EntityAt(i)) || BehindPlace(i) ||
           (At(i).pos == Pos::kPropn && At(i).text[1] == At(i).lower[1]);
  }

  // True behind a possible place and a comma, where short forms of states stand.
  bool BehindPlace(uint32_t i) const {
    return i > 0 && At(i - 1).text == "," && !spans_.empty() && spans_.back().end == i - 1 && !spans_.back().demonym;
  }

  bool PlaceByModel(uint32_t i) const { return IsPlaceEntity(EntityAt(i)); }

  // True where a common noun of place stands before or behind the name at i: "the town of X", "X district".
  bool Announced(uint32_t i) const {
    if (At(i).pos != Pos::kPropn || IsNumericEntity(EntityAt(i))) return false;
    if (i >= 2 && SameSentence(i - 2, i) && Has(i - 1, kWordOf) && Has(i - 2, kWordGeneric) && !Capital(i - 2))
      return true;
    const uint32_t end = CapitalsEnd(i);
    return i > 0 && At(i - 1).lower == "the" && end < analysis_.size() && SameSentence(i, end) && !Capital(end) &&
           Has(end, kWordGeneric);
  }

  // End of the capitalised proper nouns from i on.
  uint32_t CapitalsEnd(uint32_t i) const {
    uint32_t end = i + 1;
    while (end < analysis_.size() && end < i + kLongestName && SameSentence(i, end) && Capital(end) &&
           At(end).pos == Pos::kPropn) {
      ++end;
    }
    return end;
  }

  // End of the model's place name that begins at i, without what does not belong to a name; 0 where there is none.
  uint32_t ModelPlaceEnd(uint32_t i) const {
    if (!IsPlaceEntity(EntityAt(i))) return 0;
    const Entity& entity = analysis_.entities()[static_cast<size_t>(At(i).entity)];
    uint32_t first = entity.begin;
    while (first < entity.end && !Capital(first)) ++first;
    if (first != i) return 0;
    uint32_t end = i + 1;
    while (end < entity.end && (Capital(end) || Has(end, kWordParticle) || At(end).text == "-")) ++end;
    while (end > i + 1 && !Capital(end - 1)) --end;
    return end;
  }

  // "Nyanza Province", "Swat Valley": a capitalised generic noun is part of the name.
  void ExtendByGeneric(PlaceSpan* span, uint32_t model_end) {
    if (span->end >= analysis_.size() || !SameSentence(span->begin, span->end)) return;
    const uint32_t next = span->end;
    if (!Capital(next) || !Has(next, kWordNameTail) || span->features[static_cast<size_t>(F::kGenericInside)]) {
      const bool abbreviated = At(span->begin).text.ends_with('.');  // "Lebanon, Mo. Greene County"
      if (model_end > span->end && span->end - span->begin == 1 && !abbreviated) TakeModelName(span, model_end);
      return;
    }
    if (next + 1 < analysis_.size() && Capital(next + 1) && At(next + 1).pos == Pos::kPropn &&
        SameSentence(next, next + 1)) {
      return;  // the noun belongs to a longer name: "Dallas County Medical Society"
    }
    // The division of that name comes first.
    std::stable_partition(span->senses.begin(), span->senses.end(), [this](const PlaceSense& sense) {
      const PlaceKind kind = names_[sense.place].Kind();
      return kind == PlaceKind::kAdmin1 || kind == PlaceKind::kAdmin2;
    });
    // A river is not the town of its name; where it flows, the report's other places tell.
    if (!Has(next, kWordGeneric)) span->senses.clear();
    ++span->end;
    Set(span->features, F::kGenericInside);
    folded_.clear();
    names_.table().Fold(analysis_.SpanOf(span->begin, span->end - 1).In(analysis_.text()), &folded_);
    span->folded = folded_;
  }

  // A longer name of the model's that begins with a name of the gazetteer's: "Saint Bernard Parish".
  void TakeModelName(PlaceSpan* span, uint32_t model_end) {
    for (uint32_t j = span->end; j < model_end; ++j) {
      if (At(j).pos == Pos::kPunct || !Capital(j)) return;
    }
    if (Has(span->begin, kWordDirection)) return;
    span->end = model_end;
    folded_.clear();
    names_.table().Fold(analysis_.SpanOf(span->begin, model_end - 1).In(analysis_.text()), &folded_);
    span->folded = folded_;
    span->senses.clear();
    names_.Sounding(span->folded, kMostSenses, &span->senses);
  }

  PlaceRef People(uint32_t i, uint32_t* end) {
    for (uint32_t length = 2; length >= 1; --length) {
      if (i + length > analysis_.size() || !SameSentence(i, i + length - 1)) continue;
      if (length == 2 && !Capital(i + 1)) continue;
      folded_.clear();
      names_.table().Fold(analysis_.SpanOf(i, i + length - 1).In(analysis_.text()), &folded_);
      const PlaceRef place = names_.People(folded_);
      if (place == kNoPlace) continue;
      *end = i + length;
      return place;
    }
    return kNoPlace;
  }

  void AddPeople(uint32_t begin, uint32_t end, PlaceRef place) {
    PlaceSpan span;
    span.begin = begin;
    span.end = end;
    span.demonym = true;
    span.senses.push_back({place, false, true, false});
    names_.table().Fold(analysis_.SpanOf(begin, end - 1).In(analysis_.text()), &span.folded);
    const EntityType type = EntityAt(begin);
    const bool person = type == EntityType::kPerson || (begin > 0 && Has(begin - 1, kWordTitle) && Capital(begin - 1));
    const bool language = type == EntityType::kLanguage || type == EntityType::kWorkOfArt;
    span.score = person || language ? -2 : type == EntityType::kNorp ? 3 : 1;
    spans_.push_back(std::move(span));
  }

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
    Set(f, F::kPersonDivision, Is(f, F::kPerson) && division);
  }

  void DescribeEntity(const PlaceSpan& span, PlaceFeatures* f) {
    int32_t index = -1;
    for (uint32_t i = span.begin; i < span.end && index < 0; ++i) index = At(i).entity;
    if (index < 0) return;
    const Entity& entity = analysis_.entities()[static_cast<size_t>(index)];
    uint32_t begin = entity.begin, end = entity.end;
    while (begin < end && !Capital(begin) && begin < span.begin) ++begin;
    while (end > span.end && (At(end - 1).text == "'s" || At(end - 1).text == "’s" || At(end - 1).pos == Pos::kPunct))
      --end;
    if (begin < end && At(begin).lower == "the" && begin < span.begin) ++begin;
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
      const uint32_t before =
          At(span.begin - 1).lower == "the" && span.begin > begin + 1 ? span.begin - 2 : span.begin - 1;
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
        Set(*f, likeliest >= names_.table().size() ? F::kRegion
                : place.population >= 1000000      ? F::kCityHuge
                : place.population >= 100000       ? F::kCityBig
                : place.population >= 15000        ? F::kCityMiddle
                                                   : F::kCitySmall);
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
    Set(*f, F::kCapitals, capitals && !Is(*f, F::kCountry) && !dateline_[span.begin]);
    Set(*f, F::kDateline, dateline_[span.begin]);
    bool proper = false;
    for (uint32_t i = span.begin; i < span.end; ++i) proper = proper || At(i).pos == Pos::kPropn;
    Set(*f, F::kNotProper, !proper);
    bool directions = true;
    for (uint32_t i = span.begin; i < span.end; ++i) {
      directions = directions && (Has(i, kWordDirection | kWordNameTail) || At(i).text == "-");
    }
    Set(*f, F::kOnlyDirections, directions);
  }

  void DescribeBefore(const PlaceSpan& span, PlaceFeatures* f) {
    uint32_t i = span.begin;
    bool article = false;
    const auto step = [&]() -> bool {
      if (i == 0 || !SameSentence(i - 1, span.begin) || At(i - 1).pos == Pos::kSpace) return false;
      --i;
      return true;
    };
    if (!step()) {
      Set(*f, F::kSentenceStart);
      return;
    }
    if (At(i).lower == "the") {
      article = true;
      if (!step()) return;
    }
    // "in northern X", "in central and eastern X"
    if ((Has(i, kWordDirection) && !Capital(i)) || (At(i).text == "-" && i > 0 && Has(i - 1, kWordDirection))) {
      Set(*f, F::kDirection);
      if (!step()) return;
      while (At(i).lower == "and" || Has(i, kWordDirection) || At(i).text == "-" || At(i).lower == "the") {
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
      const bool from = At(i).lower == "from" && i > 0 && SameSentence(i - 1, i);
      Set(*f, F::kOfPerson, from && !article && BehindPerson(i));
      Set(*f, F::kFromNoun, from && At(i - 1).pos == Pos::kNoun);
    } else if (!article && Has(i, kWordTitle)) {
      Set(*f, F::kTitle);
    } else if (Has(i, kWordGeneric)) {
      Set(*f, F::kGenericBefore);
    } else if (!article && i + 1 == span.begin && ((Capital(i) && At(i).pos == Pos::kPropn) || At(i).text == "-")) {
      Set(*f, F::kNameBefore);
    }
  }

  // True where a person's name stands before token i, at once or past an age: "Ada Pell, 34, of".
  bool BehindPerson(uint32_t i) const {
    uint32_t j = i;
    while (j > 0 && SameSentence(j - 1, i) && (At(j - 1).text == "," || At(j - 1).pos == Pos::kNum)) --j;
    return j > 0 && SameSentence(j - 1, i) && EntityAt(j - 1) == EntityType::kPerson;
  }

  void DescribeAfter(const PlaceSpan& span, PlaceFeatures* f) {
    const uint32_t i = span.end;
    if (i >= analysis_.size() || !SameSentence(span.begin, i)) return;
    const Token& next = At(i);
    if (next.text == "'s" || next.text == "’s" || next.text == "'" || next.text == "’") {
      Set(*f, F::kPossessive);
      return;
    }
    Set(*f, F::kGenericAfter, Has(i, kWordGeneric) && !Capital(i));
    Set(*f, F::kOrgHeadAfter, Has(i, kWordOrgHead));
    Set(*f, F::kGovernmentAfter, Has(i, kWordOrgGov));
    Set(*f, F::kSpeechAfter, Has(i, kWordSpeech));
    Set(*f, F::kFacilityAfter, Has(i, kWordFacility));
    Set(*f, F::kKin, Has(i, kWordKin));
    if (Capital(i) && next.pos == Pos::kPropn && !Has(i, kWordOrgHead | kWordOrgGov | kWordGeneric | kWordTitle)) {
      Set(*f, F::kNameAfter);
    }
    if (!Capital(i) && next.tag == "NNS") Set(*f, F::kPeopleAfter);
    if (!Capital(i) && next.tag == "NN" && Has(i, kWordHuman)) Set(*f, F::kHumanAfter);
  }

  // Features that depend on other mentions.
  void Judge() {
    sure_.clear();
    divisions_.clear();
    for (const PlaceSpan& span : spans_) {
      if (span.score < kSure || span.demonym) continue;
      sure_.insert(span.folded);
      if (!span.senses.empty() && names_.IsDivision(span.senses.front().place)) {
        divisions_.insert(span.senses.front().place);
      }
    }
    for (size_t k = 0; k < spans_.size(); ++k) {
      PlaceSpan& span = spans_[k];
      if (span.demonym) continue;
      PlaceFeatures& f = span.features;
      Set(f, F::kListed, Beside(k));
      Contain(k);
      DescribeDivisions(&span);
      Set(f, F::kSureElsewhere, span.score < kSure && sure_.contains(span.folded));
      Set(f, F::kPersonElsewhere,
          span.end - span.begin == 1 && !Is(f, F::kPersonWithin) && persons_.contains(At(span.begin).lower));
    }
    for (PlaceSpan& span : spans_) {
      if (!span.demonym) span.score = Score(span.features);
    }
  }

  // Whether the report speaks of the division or the country that a place of this name lies in.
  void DescribeDivisions(PlaceSpan* span) const {
    bool in_division = false, in_country = false;
    for (const PlaceSense& sense : span->senses) {
      if (sense.guessed || sense.alternate) continue;
      const PlaceRecord& place = names_[sense.place];
      if (place.Kind() == PlaceKind::kCountry || place.country >= names_.table().countries().size()) continue;
      in_country = in_country || divisions_.contains(names_.table().countries()[place.country].place);
      if (place.admin1 != sense.place && divisions_.contains(place.admin1)) in_division = true;
    }
    Set(span->features, F::kInDivision, in_division);
    Set(span->features, F::kInCountry, in_country && !in_division);
  }

  // True when nothing but the words of a list stands between two spans.
  bool Joined(const PlaceSpan& left, const PlaceSpan& right) const {
    if (right.begin - left.end > 3 || right.begin == left.end || !SameSentence(left.begin, right.begin)) return false;
    for (uint32_t i = left.end; i < right.begin; ++i) {
      const std::string_view word = At(i).lower;
      if (word != "," && word != "and" && word != "or" && word != "&" && word != "/" && word != "the" && word != ";" &&
          word != "-" && word != "–" && word != "in" && word != "to") {
        return false;
      }
    }
    return true;
  }

  // True when the span stands in a list with a sure place.
  bool Beside(size_t k) {
    PlaceSpan& span = spans_[k];
    span.in_list = k > 0 && !spans_[k - 1].demonym && Joined(spans_[k - 1], span);
    if (span.in_list && spans_[k - 1].score >= kLikely) return true;
    return k + 1 < spans_.size() && spans_[k + 1].score >= kLikely && !spans_[k + 1].demonym &&
           Joined(span, spans_[k + 1]);
  }

  // "Nevada, Missouri and Kansas", "Cuba, Mexico": names of the same rank beside one another are a list.
  bool Siblings(const PlaceSpan& inner, const PlaceRecord& outer, const PlaceSpan& span) const {
    if (Is(span.features, F::kShortForm)) return false;
    for (const PlaceSense& sense : inner.senses) {
      const PlaceRecord& place = names_[sense.place];
      if (sense.alternate || place.Kind() != outer.Kind()) continue;
      if (place.Kind() == PlaceKind::kCountry) return true;
      if (place.Kind() == PlaceKind::kAdmin1 && place.country == outer.country && inner.folded != span.folded)
        return true;
    }
    return false;
  }

  // "Almaty, Kazakhstan", "Springfield, Ill.", "Gondar (Ethiopia)": the span before and what it is a part of.
  void Contain(size_t k) {
    if (k + 1 >= spans_.size()) return;
    PlaceSpan& inner = spans_[k];
    PlaceSpan& outer = spans_[k + 1];
    if (outer.demonym || outer.begin != inner.end + 1 || !SameSentence(inner.begin, outer.begin)) return;
    const std::string_view between = At(inner.end).text;
    if (between != "," && between != "(" && between != "in") return;
    if (inner.senses.empty()) {
      const bool division =
          Is(outer.features, F::kCountry) || Is(outer.features, F::kAdmin1) || Is(outer.features, F::kShortForm);
      if (!division || between == "in") return;
      inner.container = static_cast<int32_t>(k + 1);
      return;
    }
    for (const PlaceSense& a : inner.senses) {
      for (const PlaceSense& b : outer.senses) {
        if (!names_.Inside(a.place, b.place) || Siblings(inner, names_[b.place], outer)) continue;
        inner.container = static_cast<int32_t>(k + 1);
        if (between == "in") return;
        Set(inner.features, F::kContained);
        Set(outer.features, F::kContainer);
        return;
      }
    }
    // "Randolph, New Hampshire": a small place that the gazetteer knows only elsewhere.
    const bool division = Is(outer.features, F::kAdmin1) || Is(outer.features, F::kShortForm);
    if (between != "," || !division || inner.in_list || outer.score <= 0) return;
    for (const PlaceSense& sense : inner.senses) {
      const PlaceKind kind = names_[sense.place].Kind();
      if (!sense.alternate && (kind == PlaceKind::kCountry || kind == PlaceKind::kAdmin1)) return;
      if (names_.Prominence(sense.place) - (sense.alternate ? 1 : 0) > kSmallPlace) return;
    }
    inner.container = static_cast<int32_t>(k + 1);
    inner.elsewhere = true;
  }

  const Document& document_;
  const Analysis& analysis_;
  const PlaceNames& names_;
  std::vector<PlaceSpan> spans_;
  std::vector<bool> dateline_;
  std::vector<uint32_t> words_;
  std::vector<bool> capital_;
  std::unordered_set<std::string_view> persons_;
  std::unordered_set<std::string> sure_;
  std::unordered_set<PlaceRef> divisions_;  // countries and divisions that sure mentions name
  std::string folded_;
  std::vector<PlaceSense> senses_;
  uint32_t people_end_ = 0;
};

}  // namespace

std::vector<PlaceSpan> FindPlaceSpans(const Document& document, const Analysis& analysis, const PlaceNames& names) {
  return Recognizer(document, analysis, names).Run();
}

}  // namespace diurna
