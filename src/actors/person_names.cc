// Persons are found by weighing: capitalized words in a row are a name where the recogniser says so, a title or form of
// address stands before them, the first is a known first name, or an age or a relative "who" follows; words of
// companies, places that the gazetteer knows and other kinds of names speak against it. Titles and places that the
// recogniser took into the name are cut off ("Kazakhstan Tokayev"). Nicknames in quotation marks are left out.

#include "actors/person_names.h"

#include <algorithm>
#include <string>

namespace diurna {

namespace {

constexpr double kPersonScore = 2;  // at least so much evidence makes a name a person's

bool IsParticle(std::string_view word) {
  static constexpr std::string_view kParticles[] = {"de",  "da",  "do",  "dos", "van", "von", "der", "den",
                                                    "bin", "ibn", "al",  "el",  "del", "la",  "le",  "di",
                                                    "du",  "ben", "ter", "af",  "e",   "y"};
  return std::find(std::begin(kParticles), std::end(kParticles), word) != std::end(kParticles);
}

bool IsSuffix(std::string_view word) {
  static constexpr std::string_view kSuffixes[] = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"};
  return std::find(std::begin(kSuffixes), std::end(kSuffixes), word) != std::end(kSuffixes);
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
  EntityType Type(uint32_t i) const {
    return a_[i].entity < 0 ? EntityType::kNone : a_.entities()[static_cast<size_t>(a_[i].entity)].type;
  }
  int32_t PlaceAt(uint32_t i) const { return i < m_.place_of.size() ? m_.place_of[i] : -1; }
  const PlaceMention& Place(int32_t index) const { return m_.places[static_cast<size_t>(index)]; }

  bool Proper(uint32_t i) const {
    const Token& token = a_[i];
    if (!IsCapitalized(token)) return false;
    if (token.pos == Pos::kPropn || Type(i) == EntityType::kPerson) return true;
    return words_.Find(token.lower).Is(ActorWord::kFirstName) && a_[i].pos != Pos::kAux && a_[i].pos != Pos::kVerb;
  }
  bool Starts(uint32_t i) const {
    return Proper(i) && !words_.Find(a_[i].lower).Is(ActorWord::kNotAName) && words_.MetonymOf(a_[i].text) == nullptr;
  }

  uint32_t RunEnd(uint32_t begin) const {
    uint32_t i = begin + 1;
    const uint32_t sentence_end = a_.sentences()[a_[begin].sentence].end;
    while (i < sentence_end) {
      const bool glued = a_[i - 1].span.end == a_[i].span.begin;
      if (Proper(i) && (!words_.Find(a_[i].lower).Is(ActorWord::kNotAName) || Type(i) == EntityType::kPerson)) {
        ++i;
        continue;
      }
      // Hyphens, particles and initials inside a name.
      if (a_[i].text == "-" && glued && i + 1 < sentence_end && a_[i + 1].span.begin == a_[i].span.end &&
          (Proper(i + 1) || Type(i + 1) == EntityType::kPerson)) {
        i += 2;
        continue;
      }
      if (!glued && IsParticle(a_[i].text)) {
        uint32_t next = i + 1;
        if (next < sentence_end && IsParticle(a_[next].text)) ++next;
        if (next < sentence_end && a_[next].text == "-") ++next;
        const bool single = a_[i].text.size() == 1;  // "e", "y": a mere "and" between names of different kinds
        if (next < sentence_end && Proper(next) && (!single || Type(next) == Type(begin))) {
          i = next + 1;
          continue;
        }
      }
      if (a_[i].text == "." && glued && a_[i - 1].text.size() == 1) {
        ++i;
        continue;
      }
      break;
    }
    return i;
  }

  void Consider(uint32_t begin, uint32_t end) {
    PersonName name;
    name.begin = begin;
    name.end = end;
    bool address = false;
    // A title inside the run ends where the name begins.
    for (uint32_t k = end; k-- > begin;) {
      if (k + 1 >= end || a_[k + 1].text == "-") continue;
      if (IsSuffix(a_[k + 1].lower)) continue;
      const ActorWord* word = nullptr;
      int32_t from = words_.PhraseEnding(a_, LeftOf(begin), k, ActorWord::kTitle, &word);
      const bool honorific = from < 0 && words_.Find(a_[k].lower).Is(ActorWord::kHonorific);
      if (from < 0 && !honorific) continue;
      if (honorific) {
        word = &words_.Find(a_[k].lower);
        address = true;
        if (word->gender) name.gender = word->gender;
        if (name.begin == begin) name.begin = k + 1;
        if (k > begin) continue;
        break;
      }
      // "Martin Luther King", "Adam Driver": a known first name before the word makes it a surname.
      if (k > begin && from == static_cast<int32_t>(k) && words_.Find(a_[begin].lower).Is(ActorWord::kFirstName) &&
          Type(begin) == EntityType::kPerson) {
        continue;
      }
      if (word->gender) name.gender = word->gender;
      name.title_begin = from;
      name.title_end = static_cast<int32_t>(k + 1);
      name.begin = std::max(name.begin, k + 1);
      break;
    }
    // Whom the recogniser names starts there: "Reuters | Irena Dokic".
    if (name.title_begin < 0) {
      for (uint32_t k = name.begin + 1; k < end; ++k) {
        if (Type(k) == EntityType::kPerson && a_[k].entity != a_[k - 1].entity && Type(k - 1) != EntityType::kNone) {
          name.begin = k;
        }
      }
    }
    // A place taken into the name: "Kazakhstan Tokayev".
    bool after_place = false;
    while (name.begin + 1 < end && PlaceAt(name.begin) >= 0) {
      const PlaceMention& place = Place(PlaceAt(name.begin));
      if (place.tokens.end >= end) break;
      if (words_.Find(a_[name.begin].lower).Is(ActorWord::kFirstName)) break;
      name.begin = std::max(name.begin + 1, place.tokens.end);
      after_place = true;
      if (name.begin < end && a_[name.begin].text == "-") ++name.begin;
    }
    // A country that the place floor left to the recogniser's person.
    if (name.begin + 1 < end && !words_.Find(a_[name.begin].lower).Is(ActorWord::kFirstName) &&
        a_[name.begin + 1].text != "-" && !gazetteer_.CountryOf(a_[name.begin].text).empty()) {
      ++name.begin;
      after_place = true;
    }
    if (name.begin >= end) return;
    if (name.begin + 1 == end && !gazetteer_.CountryOf(a_[name.begin].text).empty()) return;
    if (name.title_begin < 0) TitleBefore(after_place, &name, &address);
    Accept(name, address);
  }

  // Titles reach to the left of a run: "foreign minister Jane Doe", "the Foreign | Minister".
  uint32_t LeftOf(uint32_t begin) const {
    const uint32_t first = a_.sentences()[a_[begin].sentence].begin;
    return begin >= first + 4 ? begin - 4 : first;
  }

  void TitleBefore(bool after_place, PersonName* name, bool* address) const {
    const uint32_t first = a_.sentences()[a_[name->begin].sentence].begin;
    uint32_t at = name->begin;
    bool of_place = false;
    if (after_place) {
      // "The President of Kazakhstan Tokayev"
      uint32_t place = at;
      while (place > first && (PlaceAt(place - 1) >= 0 || !gazetteer_.CountryOf(a_[place - 1].text).empty())) --place;
      if (place > first + 1 && a_[place - 1].lower == "of") {
        at = place - 1;
        of_place = true;
      }
    }
    if (at == first) return;
    const uint32_t last = at - 1;
    if (words_.Find(a_[last].lower).Is(ActorWord::kHonorific)) {
      *address = true;
      if (const char gender = words_.Find(a_[last].lower).gender) name->gender = gender;
      at = last;
      if (at == first) return;
    }
    const ActorWord* word = nullptr;
    const int32_t from = words_.PhraseEnding(a_, first, at - 1, ActorWord::kTitle, &word);
    if (from < 0) return;
    name->title_begin = from;
    name->title_end = static_cast<int32_t>(at);
    if (of_place) *address = true;  // nothing else is written so
    if (word->gender) name->gender = word->gender;
  }

  void Accept(PersonName name, bool address) {
    while (name.end > name.begin + 1 && (a_[name.end - 1].text == "-" || a_[name.end - 1].tag == "POS")) --name.end;
    const uint32_t size = name.end - name.begin;
    const bool first_name = words_.Find(a_[name.begin].lower).Is(ActorWord::kFirstName);
    const bool titled = name.title_begin >= 0;
    double score = 0;
    uint32_t person = 0, other = 0, place = 0;
    bool company = false;
    for (uint32_t i = name.begin; i < name.end; ++i) {
      const EntityType type = Type(i);
      if (type == EntityType::kPerson) {
        ++person;
      } else if (type == EntityType::kOrg || type == EntityType::kGpe || type == EntityType::kLoc ||
                 type == EntityType::kFac || type == EntityType::kEvent || type == EntityType::kNorp ||
                 type == EntityType::kDate || type == EntityType::kLaw || type == EntityType::kWorkOfArt) {
        ++other;
      }
      if (PlaceAt(i) >= 0) ++place;
      company |= words_.Find(a_[i].lower).Is(ActorWord::kCompanySuffix) && i + 1 == name.end;
      company |= words_.Find(a_[i].lower).Is(ActorWord::kBody) && i + 1 == name.end && size > 1;
    }
    // A title alone is no name: "President" in "the President".
    const ActorWord* title = nullptr;
    if (words_.PhraseEnding(a_, name.begin, name.end - 1, ActorWord::kTitle, &title) ==
            static_cast<int32_t>(name.begin) &&
        !first_name) {
      return;
    }
    // A single word that only the recogniser calls a person is one where it acts.
    if (2 * person >= size) score += size > 1 || titled || address || Acts(name) ? 2.2 : 1.5;
    if (titled) score += 2.2;
    if (address) score += 3;
    if (first_name && size >= 2) {
      score += 2;
      const char gender = words_.Find(a_[name.begin].lower).first_gender;
      if (name.gender == 0) name.gender = gender;
    }
    // The recogniser often takes title and name together for a body, but not a name behind a title.
    const bool apart = titled && a_[static_cast<uint32_t>(name.title_end) - 1].entity != a_[name.begin].entity;
    if (2 * other > size) score -= apart ? 0.2 : size == 1 || !first_name ? 1.5 : 0.5;
    if (place == size) {
      const PlaceMention& where = Place(PlaceAt(name.begin));
      score -= where.place.precision == PlacePrecision::kCountry || where.demonym ? 5 : titled || address ? 1 : 3;
    } else if (place > 0 && PlaceAt(name.end - 1) >= 0 && !first_name) {
      score -= 1;
    }
    if (company) score -= 3;
    if (Ages(name.end)) score += 1.5;
    if (Who(name)) score += 1;
    if (score < kPersonScore) return;
    name.head = Head(name);
    found_.push_back(name);
  }

  bool Acts(const PersonName& name) const {
    const Dep dep = a_[Head(name)].dep;
    return dep == Dep::kNsubj || dep == Dep::kNsubjpass || dep == Dep::kPoss || dep == Dep::kConj ||
           dep == Dep::kAppos || (dep == Dep::kPobj && a_[a_[Head(name)].head].dep == Dep::kAgent);
  }

  // "Irena Dokic, 54,"
  bool Ages(uint32_t end) const {
    return end + 2 < a_.size() && a_[end].text == "," && a_[end + 1].pos == Pos::kNum && a_[end + 1].text.size() == 2 &&
           (a_[end + 2].text == "," || a_[end + 2].text == "." || a_[end + 2].text == ")");
  }
  bool Who(const PersonName& name) const {
    uint32_t at = name.end;
    if (at < a_.size() && a_[at].text == ",") ++at;
    return at < a_.size() && a_[at].tag == "WP" && a_[at].lower == "who";
  }

  uint32_t Head(const PersonName& name) const {
    for (uint32_t i = name.end; i-- > name.begin;) {
      const uint32_t head = a_[i].head;
      if ((head < name.begin || head >= name.end || head == i) && a_[i].dep != Dep::kPunct) return i;
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

bool IsCapitalized(const Token& token) {
  if (token.text.empty()) return false;
  const unsigned char first = static_cast<unsigned char>(token.text[0]);
  if (first < 0x80) return first >= 'A' && first <= 'Z';
  // The first letter changes when lowered: compare the first code point.
  size_t size = 1;
  while (size < token.text.size() && (static_cast<unsigned char>(token.text[size]) & 0xC0) == 0x80) ++size;
  return token.lower.substr(0, size) != token.text.substr(0, size);
}

std::vector<PersonName> FindPersonNames(const Analysis& analysis, const Mentions& mentions, const ActorWords& words,
                                        const Gazetteer& gazetteer) {
  return NameFinder(analysis, mentions, words, gazetteer).Run();
}

}  // namespace diurna
