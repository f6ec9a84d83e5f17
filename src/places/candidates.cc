// Possible names are the longest runs of capitalised words that the gazetteer or the lexicon knows, with a direction
// before them or a generic noun behind that is part of the name; adjectives and names of peoples; and whatever else the
// model takes for a place or a common noun announces as one.

#include "places/candidates.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "syntax/closed_class.h"
#include "syntax/name.h"
#include "syntax/word.h"

namespace diurna {

namespace {

using F = PlaceFeature;

constexpr uint32_t kLongestName = 7;  // tokens
constexpr size_t kMostSenses = 48;

// Log-odds of an adjective or name of a people to be one, by the model's kind of name.
constexpr double kPeopleScore = 3;
constexpr double kOtherPeopleScore = 1;
constexpr double kPersonOrLanguageScore = -2;  // "Ms. French", "spoke French"

void Set(PlaceFeatures& features, F feature, bool value = true) { features[static_cast<size_t>(feature)] = value; }

bool HasDigit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

// "-", an apostrophe or "'s", which may stand between the words of one name.
bool IsLink(const Token& token) {
  return token.text == "-" || token.text == "’" || token.text == "'" || IsWrittenPossessive(token);
}

class Candidates {
 public:
  Candidates(const PlaceTokens& tokens, const PlaceNames& names) : tokens_(tokens), names_(names) {}

  std::vector<PlaceSpan> Run() {
    for (uint32_t i = 0; i < tokens_.analysis().size();) i = Candidate(i);
    return std::move(spans_);
  }

 private:
  const Token& At(uint32_t i) const { return tokens_.At(i); }
  bool Capital(uint32_t i) const { return tokens_.Capital(i); }
  bool Has(uint32_t i, uint32_t classes) const { return tokens_.Has(i, classes); }
  bool SameSentence(uint32_t i, uint32_t j) const { return tokens_.SameSentence(i, j); }
  EntityType EntityAt(uint32_t i) const { return tokens_.EntityAt(i); }

  // Looks for a name that begins at token i; the token from which to go on.
  uint32_t Candidate(uint32_t i) {
    const Token& token = At(i);
    if (!Capital(i) || IsSpace(token)) return i + 1;
    if (closed_class::kThe.Has(token.lower) && !NamedWithArticle(i)) return i + 1;
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
      names_.table().Fold(tokens_.analysis().SpanOf(i, best.end - 1).In(tokens_.analysis().text()), &best.folded);
      names_.Sounding(best.folded, kMostSenses, &best.senses);
    }
    ExtendByGeneric(&best, model_end);
    if (best.senses.empty() && HasDigit(best.folded)) return best.end;
    spans_.push_back(std::move(best));
    return spans_.back().end;
  }

  // End of the longest run of tokens from i that is a name, which is filled in; 0 where there is none.
  uint32_t LongestName(uint32_t i, PlaceSpan* best) {
    uint32_t end = 0;
    const uint32_t limit = std::min<uint32_t>(tokens_.analysis().size(), i + kLongestName);
    for (uint32_t j = i; j < limit && SameSentence(i, j) && !IsSpace(At(j)); ++j) {
      if (j > i && !Capital(j) && !Has(j, kWordParticle) && !IsLink(At(j))) break;
      if (!Capital(j)) continue;
      folded_.clear();
      names_.table().Fold(tokens_.analysis().SpanOf(i, j).In(tokens_.analysis().text()), &folded_);
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
    if (i + 1 >= tokens_.analysis().size() || !SameSentence(i, i + 1) || !Capital(i + 1) || !At(i).space_after)
      return false;
    return i > 0 && SameSentence(i - 1, i) && !IsSpace(At(i - 1)) && !Has(i + 1, kWordNameTail);
  }

  // "The Hague": the article is part of the place's own name.
  bool NamedWithArticle(uint32_t i) {
    if (i + 1 >= tokens_.analysis().size() || !Capital(i + 1) || !SameSentence(i, i + 1)) return false;
    folded_.clear();
    names_.table().Fold(At(i + 1).text, &folded_);
    senses_.clear();
    names_.Senses(folded_, 1, &senses_);
    if (senses_.empty()) return false;
    const std::string_view name = names_.Name(senses_.front().place);
    return closed_class::kThe.Has(ToAsciiLower(name.substr(0, name.find(' '))));
  }

  // Names of up to three letters are countries in capitals, or what the model takes for places.
  bool FitsShortName(uint32_t i, uint32_t j) const {
    if (i != j) return true;
    const PlaceKind kind = names_[senses_.front().place].Kind();
    if (kind == PlaceKind::kCountry || kind == PlaceKind::kAdmin1) {
      return !senses_.front().alternate || At(i).text.size() < 2 || At(i).text[1] != At(i).lower[1] ||
             At(i).text[1] == '.';
    }
    return IsPlaceEntity(EntityAt(i)) || BehindPlace(i) || (IsProperNoun(At(i)) && At(i).text[1] == At(i).lower[1]);
  }

  // True behind a possible place and a comma, where short forms of states stand.
  bool BehindPlace(uint32_t i) const {
    return i > 0 && At(i - 1).text == "," && !spans_.empty() && spans_.back().end == i - 1 && !spans_.back().demonym;
  }

  bool PlaceByModel(uint32_t i) const { return IsPlaceEntity(EntityAt(i)); }

  // True where a common noun of place stands before or behind the name at i: "the town of X", "X district".
  bool Announced(uint32_t i) const {
    if (!IsProperNoun(At(i)) || IsNumericEntity(EntityAt(i))) return false;
    if (i >= 2 && SameSentence(i - 2, i) && Has(i - 1, kWordOf) && Has(i - 2, kWordGeneric) && !Capital(i - 2))
      return true;
    const uint32_t end = CapitalsEnd(i);
    return i > 0 && closed_class::kThe.Has(At(i - 1).lower) && end < tokens_.analysis().size() &&
           SameSentence(i, end) && !Capital(end) && Has(end, kWordGeneric);
  }

  // End of the capitalised proper nouns from i on.
  uint32_t CapitalsEnd(uint32_t i) const {
    uint32_t end = i + 1;
    while (end < tokens_.analysis().size() && end < i + kLongestName && SameSentence(i, end) && Capital(end) &&
           IsProperNoun(At(end))) {
      ++end;
    }
    return end;
  }

  // End of the model's place name that begins at i, without what does not belong to a name; 0 where there is none.
  uint32_t ModelPlaceEnd(uint32_t i) const {
    if (!IsPlaceEntity(EntityAt(i))) return 0;
    const Entity& entity = tokens_.analysis().entities()[*At(i).entity];
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
    if (span->end >= tokens_.analysis().size() || !SameSentence(span->begin, span->end)) return;
    const uint32_t next = span->end;
    if (!Capital(next) || !Has(next, kWordNameTail) || span->features[static_cast<size_t>(F::kGenericInside)]) {
      const bool abbreviated = At(span->begin).text.ends_with('.');  // "Lebanon, Mo. Greene County"
      if (model_end > span->end && span->end - span->begin == 1 && !abbreviated) TakeModelName(span, model_end);
      return;
    }
    if (next + 1 < tokens_.analysis().size() && Capital(next + 1) && IsProperNoun(At(next + 1)) &&
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
    names_.table().Fold(tokens_.analysis().SpanOf(span->begin, span->end - 1).In(tokens_.analysis().text()), &folded_);
    span->folded = folded_;
  }

  // A longer name of the model's that begins with a name of the gazetteer's: "Saint Bernard Parish".
  void TakeModelName(PlaceSpan* span, uint32_t model_end) {
    for (uint32_t j = span->end; j < model_end; ++j) {
      if (IsPunctuation(At(j)) || !Capital(j)) return;
    }
    if (Has(span->begin, kWordDirection)) return;
    span->end = model_end;
    folded_.clear();
    names_.table().Fold(tokens_.analysis().SpanOf(span->begin, model_end - 1).In(tokens_.analysis().text()), &folded_);
    span->folded = folded_;
    span->senses.clear();
    names_.Sounding(span->folded, kMostSenses, &span->senses);
  }

  PlaceRef People(uint32_t i, uint32_t* end) {
    for (uint32_t length = 2; length >= 1; --length) {
      if (i + length > tokens_.analysis().size() || !SameSentence(i, i + length - 1)) continue;
      if (length == 2 && !Capital(i + 1)) continue;
      folded_.clear();
      names_.table().Fold(tokens_.analysis().SpanOf(i, i + length - 1).In(tokens_.analysis().text()), &folded_);
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
    names_.table().Fold(tokens_.analysis().SpanOf(begin, end - 1).In(tokens_.analysis().text()), &span.folded);
    const EntityType type = EntityAt(begin);
    const bool person = type == EntityType::kPerson || (begin > 0 && Has(begin - 1, kWordTitle) && Capital(begin - 1));
    const bool language = type == EntityType::kLanguage || type == EntityType::kWorkOfArt;
    span.score = person || language          ? kPersonOrLanguageScore
                 : type == EntityType::kNorp ? kPeopleScore
                                             : kOtherPeopleScore;
    spans_.push_back(std::move(span));
  }

  const PlaceTokens& tokens_;
  const PlaceNames& names_;
  std::vector<PlaceSpan> spans_;
  std::string folded_;
  std::vector<PlaceSense> senses_;
  uint32_t people_end_ = 0;
};

}  // namespace

std::vector<PlaceSpan> FindPlaceCandidates(const PlaceTokens& tokens, const PlaceNames& names) {
  return Candidates(tokens, names).Run();
}

}  // namespace diurna
