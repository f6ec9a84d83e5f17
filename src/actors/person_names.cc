// Persons are found by weighing: capitalized words in a row are a name where the recogniser says so, a title or form of
// address stands before them, the first is a known first name, or an age or a relative "who" follows; words of
// companies, places that the gazetteer knows and other kinds of names speak against it. Titles and places that the
// recogniser took into the name are cut off ("Kazakhstan Tokayev"). Nicknames in quotation marks are left out.

#include "actors/person_names.h"

#include <algorithm>
#include <string>

#include "syntax/closed_class.h"
#include "syntax/name.h"
#include "syntax/relation.h"
#include "syntax/word.h"

namespace diurna {

namespace {

constexpr uint32_t kTitleReach = 4;  // tokens to the left of capitalized words in which their title may begin

// The evidence for a person and what it weighs.
constexpr double kPersonScore = 2;       // at least so much makes a name a person's
constexpr double kRecognised = 2.2;      // the recogniser calls at least half of it a person
constexpr double kRecognisedOnly = 1.5;  // the same of a single word that nothing supports
constexpr double kTitled = 2.2;
constexpr double kAddressed = 3;  // "Mr", "Ms" before it
constexpr double kFirstNamed = 2;
constexpr double kAged = 1.5;      // "Irena Dokic, 54,"
constexpr double kWhoFollows = 1;  // "Irena Dokic, who"
// Against it: the recogniser calls most of it something else,
constexpr double kOtherBehindTitle = -0.2;  // but not the title before it
constexpr double kOtherName = -1.5;
constexpr double kOtherWithFirstName = -0.5;
// or it is a place throughout: a country or people, another with a title, another without;
constexpr double kCountryThroughout = -5;
constexpr double kTitledPlaceThroughout = -1;
constexpr double kPlaceThroughout = -3;
constexpr double kPlaceAtEnd = -1;
constexpr double kCompany = -3;

// Kinds of names that are not a person's.
bool IsOtherName(EntityType type) {
  switch (type) {
    case EntityType::kOrg:
    case EntityType::kGpe:
    case EntityType::kLoc:
    case EntityType::kFac:
    case EntityType::kEvent:
    case EntityType::kNorp:
    case EntityType::kDate:
    case EntityType::kLaw:
    case EntityType::kWorkOfArt:
      return true;
    default:
      return false;
  }
}

class NameFinder {
 public:
  NameFinder(const Analysis& analysis, const Mentions& mentions, const ActorWords& words, const Gazetteer& gazetteer)
      : a_(analysis), m_(mentions), words_(words), gazetteer_(gazetteer) {}

  std::vector<PersonName> Run() {
    for (uint32_t i = 0; i < a_.size();) {
      if (!Starts(i)) {
        ++i;
        continue;
      }
      const uint32_t end = RunEnd(i);
      Consider(i, end);
      i = end;
    }
    return std::move(found_);
  }

 private:
  // A name in the making.
  struct Draft {
    PersonName name;
    bool addressed = false;    // a form of address, or what else only persons have, stands before it
    bool after_place = false;  // a place was cut off its front
  };

  EntityType Type(uint32_t i) const { return EntityTypeAt(a_, i); }
  OptionalIndex PlaceAt(uint32_t i) const { return i < m_.place_of.size() ? m_.place_of[i] : std::nullopt; }
  const PlaceMention& Place(OptionalIndex index) const { return m_.places[*index]; }
  bool Is(uint32_t i, ActorWord::Flag flag) const { return words_.Find(a_[i].lower).Is(flag); }
  bool NamesCountry(uint32_t i) const { return !gazetteer_.CountryOf(a_[i].text).empty(); }
  bool IsHyphen(uint32_t i) const { return a_[i].text == "-"; }
  uint32_t SentenceBegin(uint32_t i) const { return a_.sentences()[a_[i].sentence].begin; }

  bool Proper(uint32_t i) const {
    const Token& token = a_[i];
    if (!IsCapitalized(token)) return false;
    if (IsProperNoun(token) || Type(i) == EntityType::kPerson) return true;
    return Is(i, ActorWord::kFirstName) && !IsVerb(token);
  }
  bool Starts(uint32_t i) const {
    return Proper(i) && !Is(i, ActorWord::kNotAName) && words_.MetonymOf(a_[i].text) == nullptr;
  }

  // ---- runs of words that may be a name ----

  uint32_t RunEnd(uint32_t begin) const {
    const uint32_t sentence_end = a_.sentences()[a_[begin].sentence].end;
    uint32_t i = begin + 1;
    while (i < sentence_end) {
      const uint32_t next = Continued(begin, i, sentence_end);
      if (next == i) break;
      i = next;
    }
    return i;
  }

  // The token behind the part of a name that begins at i; i where none does.
  uint32_t Continued(uint32_t begin, uint32_t i, uint32_t sentence_end) const {
    if (Proper(i) && (!Is(i, ActorWord::kNotAName) || Type(i) == EntityType::kPerson)) return i + 1;
    const bool glued = a_[i - 1].span.end == a_[i].span.begin;
    if (glued && IsHyphen(i) && i + 1 < sentence_end && a_[i + 1].span.begin == a_[i].span.end &&
        (Proper(i + 1) || Type(i + 1) == EntityType::kPerson)) {
      return i + 2;
    }
    if (!glued && IsNameParticle(i)) {
      uint32_t next = i + 1;
      if (next < sentence_end && IsNameParticle(next)) ++next;
      if (next < sentence_end && IsHyphen(next)) ++next;
      const bool single = a_[i].text.size() == 1;  // "e", "y": a mere "and" between names of different kinds
      if (next < sentence_end && Proper(next) && (!single || Type(next) == Type(begin))) return next + 1;
    }
    const bool initial = glued && a_[i].text == "." && a_[i - 1].text.size() == 1;
    return initial ? i + 1 : i;
  }

  // "de", "van": only as written in lower case.
  bool IsNameParticle(uint32_t i) const { return words_.Find(a_[i].text).Is(ActorWord::kNameParticle); }

  // ---- where in the run the name begins ----

  void Consider(uint32_t begin, uint32_t end) {
    Draft draft;
    draft.name.begin = begin;
    draft.name.end = end;
    CutTitle(begin, &draft);
    PersonName& name = draft.name;
    if (!name.title_begin) CutOtherNames(&name);
    CutPlaces(&draft);
    if (name.begin >= end) return;
    if (name.begin + 1 == end && NamesCountry(name.begin)) return;
    if (!name.title_begin) TakeTitleBefore(&draft);
    if (!Trim(&name) || Score(draft) < kPersonScore) return;
    if (name.gender == 0 && name.end - name.begin >= 2) {
      name.gender = words_.Find(a_[name.begin].lower).first_gender;
    }
    name.head = Head(name);
    found_.push_back(name);
  }

  // A title or form of address inside the run ends where the name begins.
  void CutTitle(uint32_t begin, Draft* draft) const {
    PersonName& name = draft->name;
    for (uint32_t k = name.end; k-- > begin;) {
      if (k + 1 >= name.end || IsHyphen(k + 1) || Is(k + 1, ActorWord::kNameSuffix)) continue;
      const ActorWord* word = nullptr;
      const OptionalIndex from = words_.PhraseEnding(a_, TitleLimit(begin), k, ActorWord::kTitle, &word);
      if (!from) {
        word = &words_.Find(a_[k].lower);
        if (!word->Is(ActorWord::kHonorific)) continue;
        draft->addressed = true;
        if (word->gender) name.gender = word->gender;
        if (name.begin == begin) name.begin = k + 1;
        continue;
      }
      // "Martin Luther King", "Adam Driver": a known first name before the word makes it a surname.
      if (k > begin && from == k && Is(begin, ActorWord::kFirstName) && Type(begin) == EntityType::kPerson) {
        continue;
      }
      if (word->gender) name.gender = word->gender;
      name.title_begin = from;
      name.title_end = k + 1;
      name.begin = std::max(name.begin, k + 1);
      return;
    }
  }

  // Titles reach to the left of a run: "foreign minister Jane Doe", "the Foreign | Minister".
  uint32_t TitleLimit(uint32_t begin) const {
    const uint32_t first = SentenceBegin(begin);
    return begin >= first + kTitleReach ? begin - kTitleReach : first;
  }

  // Whom the recogniser names starts there: "Reuters | Irena Dokic".
  void CutOtherNames(PersonName* name) const {
    for (uint32_t k = name->begin + 1; k < name->end; ++k) {
      if (Type(k) == EntityType::kPerson && a_[k].entity != a_[k - 1].entity && Type(k - 1) != EntityType::kNone) {
        name->begin = k;
      }
    }
  }

  void CutPlaces(Draft* draft) const {
    PersonName& name = draft->name;
    // A place taken into the name: "Kazakhstan Tokayev".
    while (name.begin + 1 < name.end && PlaceAt(name.begin)) {
      const PlaceMention& place = Place(PlaceAt(name.begin));
      if (place.tokens.end >= name.end || Is(name.begin, ActorWord::kFirstName)) break;
      name.begin = std::max(name.begin + 1, place.tokens.end);
      draft->after_place = true;
      if (name.begin < name.end && IsHyphen(name.begin)) ++name.begin;
    }
    // A country that the place floor left to the recogniser's person.
    if (name.begin + 1 < name.end && !Is(name.begin, ActorWord::kFirstName) && !IsHyphen(name.begin + 1) &&
        NamesCountry(name.begin)) {
      ++name.begin;
      draft->after_place = true;
    }
  }

  void TakeTitleBefore(Draft* draft) const {
    PersonName& name = draft->name;
    const uint32_t first = SentenceBegin(name.begin);
    uint32_t at = name.begin;
    bool of_place = false;
    if (draft->after_place) {
      // "The President of Kazakhstan Tokayev"
      uint32_t place = at;
      while (place > first && (PlaceAt(place - 1) || NamesCountry(place - 1))) --place;
      if (place > first + 1 && closed_class::kOf.Has(a_[place - 1].lower)) {
        at = place - 1;
        of_place = true;
      }
    }
    if (at == first) return;
    if (const ActorWord& before = words_.Find(a_[at - 1].lower); before.Is(ActorWord::kHonorific)) {
      draft->addressed = true;
      if (before.gender) name.gender = before.gender;
      --at;
      if (at == first) return;
    }
    const ActorWord* word = nullptr;
    const OptionalIndex from = words_.PhraseEnding(a_, first, at - 1, ActorWord::kTitle, &word);
    if (!from) return;
    name.title_begin = from;
    name.title_end = at;
    if (of_place) draft->addressed = true;  // nothing else is written so
    if (word->gender) name.gender = word->gender;
  }

  // ---- is it a person's ----

  // Takes hyphens and possessives off the end; false where only a title is left: "President" in "the President".
  bool Trim(PersonName* name) const {
    while (name->end > name->begin + 1 && (IsHyphen(name->end - 1) || IsPossessiveEnding(a_[name->end - 1]))) {
      --name->end;
    }
    const ActorWord* title = nullptr;
    const bool mere_title =
        words_.PhraseEnding(a_, name->begin, name->end - 1, ActorWord::kTitle, &title) == name->begin;
    return !mere_title || Is(name->begin, ActorWord::kFirstName);
  }

  double Score(const Draft& draft) const {
    const PersonName& name = draft.name;
    const uint32_t size = name.end - name.begin;
    const bool first_name = Is(name.begin, ActorWord::kFirstName);
    const bool titled = name.title_begin.has_value();
    uint32_t person = 0, other = 0, place = 0;
    for (uint32_t i = name.begin; i < name.end; ++i) {
      if (Type(i) == EntityType::kPerson) ++person;
      if (IsOtherName(Type(i))) ++other;
      if (PlaceAt(i)) ++place;
    }
    double score = 0;
    // A single word that only the recogniser calls a person is one where it acts.
    if (2 * person >= size) {
      score += size > 1 || titled || draft.addressed || Acts(name) ? kRecognised : kRecognisedOnly;
    }
    if (titled) score += kTitled;
    if (draft.addressed) score += kAddressed;
    if (first_name && size >= 2) score += kFirstNamed;
    if (2 * other > size) score += OtherName(name, size, first_name);
    if (place == size) {
      score += PlaceThroughout(Place(PlaceAt(name.begin)), titled || draft.addressed);
    } else if (place > 0 && PlaceAt(name.end - 1) && !first_name) {
      score += kPlaceAtEnd;
    }
    if (Is(name.end - 1, ActorWord::kCompanySuffix) || (size > 1 && Is(name.end - 1, ActorWord::kBody))) {
      score += kCompany;
    }
    if (AgeFollows(name.end)) score += kAged;
    if (WhoFollows(name.end)) score += kWhoFollows;
    return score;
  }

  // The recogniser often takes title and name together for a body, but not a name behind a title.
  double OtherName(const PersonName& name, uint32_t size, bool first_name) const {
    const bool apart = name.title_begin && a_[*name.title_end - 1].entity != a_[name.begin].entity;
    if (apart) return kOtherBehindTitle;
    return size == 1 || !first_name ? kOtherName : kOtherWithFirstName;
  }

  static double PlaceThroughout(const PlaceMention& place, bool introduced) {
    if (place.place.precision == PlacePrecision::kCountry || place.demonym) return kCountryThroughout;
    return introduced ? kTitledPlaceThroughout : kPlaceThroughout;
  }

  bool Acts(const PersonName& name) const {
    const Token& head = a_[Head(name)];
    return IsSubject(head) || IsPossessor(head) || IsConjunct(head) || IsApposition(head) ||
           (IsPrepositionalObject(head) && IsAgentPhrase(a_[head.head]));
  }

  // "Irena Dokic, 54,"
  bool AgeFollows(uint32_t end) const {
    return end + 2 < a_.size() && a_[end].text == "," && IsNumeral(a_[end + 1]) && a_[end + 1].text.size() == 2 &&
           (a_[end + 2].text == "," || a_[end + 2].text == "." || a_[end + 2].text == ")");
  }
  bool WhoFollows(uint32_t end) const {
    if (end < a_.size() && a_[end].text == ",") ++end;
    return end < a_.size() && IsWhPronoun(a_[end]) && closed_class::kWho.Has(a_[end].lower);
  }

  uint32_t Head(const PersonName& name) const {
    for (uint32_t i = name.end; i-- > name.begin;) {
      const uint32_t head = a_[i].head;
      if ((head < name.begin || head >= name.end || head == i) && !IsPunctuation(a_[i])) return i;
    }
    return name.end - 1;
  }

  const Analysis& a_;
  const Mentions& m_;
  const ActorWords& words_;
  const Gazetteer& gazetteer_;
  std::vector<PersonName> found_;
};

}  // namespace

PersonNames FindPersonNames(const Analysis& analysis, const Mentions& mentions, const ActorWords& words,
                            const Gazetteer& gazetteer) {
  PersonNames out;
  out.names = NameFinder(analysis, mentions, words, gazetteer).Run();
  out.name_of.assign(analysis.size(), std::nullopt);
  out.in_title.assign(analysis.size(), false);
  for (size_t k = 0; k < out.names.size(); ++k) {
    const PersonName& name = out.names[k];
    for (uint32_t i = name.begin; i < name.end; ++i) out.name_of[i] = static_cast<uint32_t>(k);
    if (!name.title_begin) continue;
    for (uint32_t i = *name.title_begin; i < *name.title_end; ++i) out.in_title[i] = true;
  }
  return out;
}

}  // namespace diurna
