// Recognition of places. Each possible name (candidates.h) is described by binary features (features.h):
// the model's entity that it stands in, what the gazetteer holds under it, the words before and after it, and the
// company it keeps; a log-linear model weighs them (Leidner 2007 surveys the cues). Names are judged twice: the second
// time knowing which neighbours in a list, which containers behind a comma and which other mentions of the same name
// were taken for places.
//
// Left out: names in lower case, and names that are broken over two lines.

#include "places/recognition.h"

#include <string_view>
#include <unordered_set>
#include <utility>

#include "places/candidates.h"
#include "places/features.h"
#include "places/tokens.h"
#include "syntax/closed_class.h"

namespace diurna {

namespace {

using F = PlaceFeature;

constexpr double kSmallPlace = 5.3;  // prominence of a city of 200,000
constexpr double kLikely = 0.5;      // log-odds from which a mention speaks for its neighbours in a list
constexpr double kSure = 1.5;        // log-odds from which a mention speaks for others

bool Is(const PlaceFeatures& features, F feature) { return features[static_cast<size_t>(feature)]; }
void Set(PlaceFeatures& features, F feature, bool value = true) { features[static_cast<size_t>(feature)] = value; }

// Marks that may stand between the members of a list.
bool IsListMark(std::string_view text) {
  return text == "," || text == ";" || text == "&" || text == "/" || text == "-" || text == "–";
}

class Recognizer {
 public:
  Recognizer(const Document& document, const Analysis& analysis, const PlaceNames& names)
      : analysis_(analysis), names_(names), tokens_(document, analysis, names) {}

  std::vector<PlaceSpan> Run() {
    CollectPersons();
    spans_ = FindPlaceCandidates(tokens_, names_);
    for (PlaceSpan& span : spans_) {
      if (span.demonym) continue;
      DescribePlace(tokens_, names_, &span);
      span.score = PlaceScore(span.features);
    }
    Judge();
    Judge();
    return std::move(spans_);
  }

 private:
  const Token& At(uint32_t i) const { return tokens_.At(i); }
  bool Capital(uint32_t i) const { return tokens_.Capital(i); }
  bool SameSentence(uint32_t i, uint32_t j) const { return tokens_.SameSentence(i, j); }

  // Words of the names of persons: who is told in full once is called by one name afterwards.
  void CollectPersons() {
    for (const Entity& entity : analysis_.entities()) {
      if (entity.type != EntityType::kPerson || entity.end - entity.begin < 2) continue;
      for (uint32_t i = entity.begin; i < entity.end; ++i) {
        if (Capital(i) && At(i).text.size() > 1) persons_.insert(At(i).lower);
      }
    }
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
      if (!span.demonym) span.score = PlaceScore(span.features);
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
      if (!IsListMark(At(i).text) && !closed_class::kListJoint.Has(At(i).lower)) return false;
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
    const bool in = closed_class::kIn.Has(between);
    if (between != "," && between != "(" && !in) return;
    if (inner.senses.empty()) {
      const bool division =
          Is(outer.features, F::kCountry) || Is(outer.features, F::kAdmin1) || Is(outer.features, F::kShortForm);
      if (!division || in) return;
      inner.container = static_cast<uint32_t>(k + 1);
      return;
    }
    for (const PlaceSense& a : inner.senses) {
      for (const PlaceSense& b : outer.senses) {
        if (!names_.Inside(a.place, b.place) || Siblings(inner, names_[b.place], outer)) continue;
        inner.container = static_cast<uint32_t>(k + 1);
        if (in) return;
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
    inner.container = static_cast<uint32_t>(k + 1);
    inner.elsewhere = true;
  }

  const Analysis& analysis_;
  const PlaceNames& names_;
  const PlaceTokens tokens_;
  std::vector<PlaceSpan> spans_;
  std::unordered_set<std::string_view> persons_;
  std::unordered_set<std::string> sure_;
  std::unordered_set<PlaceRef> divisions_;  // countries and divisions that sure mentions name
};

}  // namespace

std::vector<PlaceSpan> FindPlaceSpans(const Document& document, const Analysis& analysis, const PlaceNames& names) {
  return Recognizer(document, analysis, names).Run();
}

}  // namespace diurna
