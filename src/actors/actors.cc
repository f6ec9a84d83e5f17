// Chains of mentions. Persons' names are grouped by surname: a full name opens a chain, a short one joins the last
// chain that fits in gender; the chain is called by the shortest full name that the report gives. Bodies are grouped by
// name, initials ("World Health Organization", "WHO") and name without a company's ending. What titles, appositions and
// "who leads" clauses tell of a person anywhere holds for the whole chain. References come last (coreference.h).

#include "actors/actors.h"

#include <algorithm>
#include <unordered_map>

#include "actors/coreference.h"
#include "actors/party_reader.h"
#include "actors/person_names.h"
#include "actors/words.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

std::string Words(const Analysis& a, uint32_t begin, uint32_t end) {
  std::string out;
  if (begin >= end) return out;
  bool blank = false;
  for (const char c : a.SpanOf(begin, end - 1).In(a.text())) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      blank = true;
      continue;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out += c;
  }
  return out;
}

std::string Lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// The words of a name, lower case: "Kassym-Jomart Tokayev" has two.
std::vector<std::string> NameWords(std::string_view name) {
  std::vector<std::string> out;
  for (size_t begin = 0; begin < name.size();) {
    const size_t end = std::min(name.find(' ', begin), name.size());
    if (end > begin) {
      out.push_back(Lower(name.substr(begin, end - begin)));
      // An article before the name is not told apart: "al-Burhan" is also "Burhan".
      if (out.back().size() > 5 && (out.back().compare(0, 3, "al-") == 0 || out.back().compare(0, 3, "el-") == 0)) {
        out.back().erase(0, 3);
      }
    }
    begin = end + 1;
  }
  if (out.size() > 1 && (out.back() == "jr" || out.back() == "jr." || out.back() == "sr" || out.back() == "sr." ||
                         out.back() == "ii" || out.back() == "iii")) {
    out.pop_back();
  }
  return out;
}

// How many chains back a new name is held against; binds only in texts of thousands of names.
constexpr size_t kChainsBack = 500;

bool IsInitial(std::string_view word) { return word.size() <= 2 && (word.size() == 1 || word.back() == '.'); }

class ChainBuilder {
 public:
  ChainBuilder(const Analysis& analysis, const ActorWords& words, const Gazetteer& gazetteer, Mentions* mentions)
      : a_(analysis),
        words_(words),
        gazetteer_(gazetteer),
        m_(*mentions),
        reader_(analysis, *mentions, words, gazetteer) {}

  void Build() {
    m_.actor_of.assign(a_.size(), -1);
    m_.antecedent.assign(a_.size(), -1);
    m_.actors.clear();
    name_of_.assign(a_.size(), -1);
    in_title_.assign(a_.size(), 0);
    names_ = FindPersonNames(a_, m_, words_, gazetteer_);
    for (size_t k = 0; k < names_.size(); ++k) {
      for (uint32_t i = names_[k].begin; i < names_[k].end; ++i) name_of_[i] = static_cast<int32_t>(k);
      for (int32_t i = names_[k].title_begin; i < names_[k].title_end && i >= 0; ++i)
        in_title_[static_cast<size_t>(i)] = 1;
    }
    for (const PersonName& name : names_) AddPerson(name);
    Surnames();
    for (const PersonName& name : names_) ReadRoles(name);
    Bodies();
    ShortBodies();
    Places();
    for (Actor& actor : m_.actors) std::sort(actor.heads.begin(), actor.heads.end());
    ResolveReferences(a_, words_, &m_);
  }

 private:
  // What is known of a person's chain while it is built.
  struct Chain {
    std::vector<std::string> full;   // words of the fullest name
    std::vector<std::string> names;  // all forms, as written
  };

  // ---- persons ----

  void AddPerson(const PersonName& name) {
    const std::string text = Words(a_, name.begin, name.end);
    const std::vector<std::string> parts = NameWords(text);
    if (parts.empty()) return;
    int32_t found = -1;
    for (size_t k = m_.actors.size(), n = 0; k-- > 0 && n < kChainsBack; ++n) {
      if (Fits(chains_[k], parts, m_.actors[k].gender, name.gender)) {
        found = static_cast<int32_t>(k);
        break;
      }
    }
    if (found < 0) {
      found = static_cast<int32_t>(m_.actors.size());
      m_.actors.emplace_back();
      m_.actors.back().person = true;
      chains_.push_back({parts, {}});
    }
    Actor& actor = m_.actors[static_cast<size_t>(found)];
    Chain& chain = chains_[static_cast<size_t>(found)];
    if (parts.size() > chain.full.size()) chain.full = parts;
    if (std::find(chain.names.begin(), chain.names.end(), text) == chain.names.end() && chain.names.size() < 20) {
      chain.names.push_back(text);
      actor.name = BestName(chain);
    }
    if (actor.gender == 0) actor.gender = name.gender;
    actor.heads.push_back(name.head);
    for (uint32_t i = name.begin; i < name.end; ++i) m_.actor_of[i] = found;
  }

  static bool Fits(const Chain& chain, const std::vector<std::string>& parts, char known, char gender) {
    if (known && gender && known != gender) return false;
    const std::vector<std::string>& full = chain.full;
    if (parts.size() == 1) {
      if (full.size() == 1) return full[0] == parts[0];
      return full.back() == parts[0] || full.front() == parts[0] ||
             std::find(full.begin(), full.end(), parts[0]) != full.end();
    }
    if (full.size() == 1) return parts.back() == full[0] || parts.front() == full[0];
    if (parts.back() == full.back()) {
      const std::string& one = parts.front();
      const std::string& other = full.front();
      return one == other || (IsInitial(one) && one[0] == other[0]) || (IsInitial(other) && one[0] == other[0]);
    }
    // One holds all words of the other: a further given name or a second surname.
    const std::vector<std::string>& less = parts.size() < full.size() ? parts : full;
    const std::vector<std::string>& more = parts.size() < full.size() ? full : parts;
    return less.size() >= 2 && std::all_of(less.begin(), less.end(), [&](const std::string& word) {
             return std::find(more.begin(), more.end(), word) != more.end();
           });
  }

  static std::string BestName(const Chain& chain) {
    const std::string* best = nullptr;
    size_t best_words = 0;
    for (const std::string& name : chain.names) {
      const std::vector<std::string> parts = NameWords(name);
      const bool full = parts.size() >= 2;
      const bool best_full = best_words >= 2;
      if (best == nullptr || (full && !best_full) || (full == best_full && full && name.size() < best->size())) {
        best = &name;
        best_words = parts.size();
      }
    }
    return best == nullptr ? std::string() : *best;
  }

  // Surnames that nothing marked as names: "Tokayev" at the start of a headline.
  void Surnames() {
    std::unordered_map<std::string, int32_t> by_surname;
    for (size_t k = 0; k < m_.actors.size(); ++k) {
      const std::vector<std::string>& full = chains_[k].full;
      if (full.size() < 2 || full.back().size() < 3) continue;
      const auto [at, fresh] = by_surname.emplace(full.back(), static_cast<int32_t>(k));
      if (!fresh) at->second = -1;
    }
    if (by_surname.empty()) return;
    for (uint32_t i = 0; i < a_.size(); ++i) {
      if (m_.actor_of[i] >= 0 || !IsCapitalized(a_[i]) || !IsNoun(a_[i])) continue;
      const auto found = by_surname.find(std::string(a_[i].lower));
      if (found == by_surname.end() || found->second < 0) continue;
      if (i < m_.place_of.size() && m_.place_of[i] >= 0) continue;
      if (i + 1 < a_.size() && IsCapitalized(a_[i + 1]) && a_[i + 1].pos == Pos::kPropn &&
          a_[i].dep == Dep::kCompound) {
        continue;
      }
      m_.actor_of[i] = found->second;
      m_.actors[static_cast<size_t>(found->second)].heads.push_back(i);
    }
  }

  void Take(const Party& party, Actor* actor) {
    if (actor->role.empty()) actor->role = party.role;
    if (actor->organization.empty()) actor->organization = party.organization;
    if (actor->country.empty()) actor->country = party.country;
    if (actor->sector.empty()) actor->sector = party.sector;
  }

  void ReadRoles(const PersonName& name) {
    const int32_t index = m_.actor_of[name.head];
    if (index < 0) return;
    Actor& actor = m_.actors[static_cast<size_t>(index)];
    Party party;
    const uint32_t first = a_.sentences()[a_[name.begin].sentence].begin;
    if (name.title_begin >= 0) {
      // Modifiers reach from the noun phrase's start: "Kazakh Deputy Health Minister".
      uint32_t limit = static_cast<uint32_t>(name.title_begin);
      while (limit > first) {
        const Token& token = a_[limit - 1];
        const bool inside = token.pos == Pos::kAdj || IsNoun(token) || token.pos == Pos::kNum || token.tag == "POS" ||
                            token.text == "-" || token.tag == "VBN" || token.tag == "VBG";
        if (!inside || token.pos == Pos::kSpace || name_of_[limit - 1] >= 0) break;
        if (token.dep == Dep::kNsubj || token.dep == Dep::kDobj || token.dep == Dep::kRoot) break;
        --limit;
      }
      reader_.ReadTitle(static_cast<uint32_t>(name.title_end) - 1, limit, &party);
      // "The President of Kazakhstan Tokayev": the title is the head of the phrase and stands for the person.
      if (name.title_end < static_cast<int32_t>(name.begin)) {
        const uint32_t title = static_cast<uint32_t>(name.title_end) - 1;
        m_.actor_of[title] = index;
        actor.heads.insert(std::upper_bound(actor.heads.begin(), actor.heads.end(), title), title);
      }
      for (uint32_t i = static_cast<uint32_t>(name.title_end); i < name.begin; ++i) {
        const std::string country = reader_.Country(i);
        if (country.empty()) continue;
        if (party.country.empty()) party.country = country;
        if (party.organization.empty()) party.organization = a_[i].text;
        if (party.sector.empty()) party.sector = "GOV";
      }
      Take(party, &actor);
    }
    for (const uint32_t child : a_.children(name.head)) {
      const bool apposed = a_[child].dep == Dep::kAppos && IsNoun(a_[child]) && name_of_[child] < 0;
      if (apposed && child > name.head) ReadApposition(child, name.end, &actor);
      if (a_[child].dep == Dep::kRelcl) ReadLeads(child, &actor);
    }
    // "the head of the union, Irena Dokic"
    if (a_[name.head].dep == Dep::kAppos) {
      const uint32_t noun = a_[name.head].head;
      if (name_of_[noun] < 0 && noun < name.begin && IsNoun(a_[noun])) ReadApposition(noun, first, &actor);
    }
    // "Professor Jane Doe of the University of Telo"
    if (!actor.role.empty() && actor.organization.empty()) {
      for (const uint32_t child : a_.children(name.head)) {
        if (a_[child].dep != Dep::kPrep || child < name.end || child > name.end + 1) continue;
        if (a_[child].lower != "of" && a_[child].lower != "from" && a_[child].lower != "at") continue;
        for (const uint32_t object : a_.children(child)) {
          if (a_[object].dep != Dep::kPobj || !IsCapitalized(a_[object])) continue;
          Party body;
          reader_.ReadNoun(object, &body);
          actor.organization = NounPhraseText(a_, object);
          if (actor.sector.empty()) actor.sector = body.sector;
          if (actor.country.empty()) actor.country = body.country;
        }
      }
    }
    // "Jane Doe is the president of ..."
    if (a_[name.head].dep == Dep::kNsubj && a_[a_[name.head].head].lemma == "be") {
      for (const uint32_t child : a_.children(a_[name.head].head)) {
        if (a_[child].dep == Dep::kAttr && IsNoun(a_[child])) ReadApposition(child, name.end, &actor);
      }
    }
    // The parser may miss the apposition: "Jane Doe, spokeswoman for the fire service,".
    if (actor.role.empty()) {
      uint32_t at = name.end;
      if (at + 1 < a_.size() && a_[at].text == ",") {
        ++at;
        // An age in between.
        if (at + 1 < a_.size() && a_[at].pos == Pos::kNum && a_[at + 1].text == ",") at += 2;
        const uint32_t limit = at;
        for (uint32_t i = at; i < a_.size() && i < at + 6 && a_[i].sentence == a_[name.head].sentence; ++i) {
          if (a_[i].pos == Pos::kPunct && a_[i].text != "-") break;
          if (a_[i].pos == Pos::kVerb || a_[i].pos == Pos::kAux || a_[i].pos == Pos::kCconj || a_[i].pos == Pos::kAdp ||
              name_of_[i] >= 0) {
            break;
          }
          const bool last = i + 1 == a_.size() || !IsNoun(a_[i + 1]);
          if (IsNoun(a_[i]) && last && reader_.IsTitle(i)) {
            ReadApposition(i, limit, &actor);
            break;
          }
        }
      }
    }
    if (actor.gender == 0 && !actor.role.empty()) {
      const std::vector<std::string> words = NameWords(actor.role);
      if (!words.empty()) actor.gender = words_.Find(words.back()).gender;
    }
  }

  void ReadApposition(uint32_t noun, uint32_t limit, Actor* actor) {
    if (!reader_.IsTitle(noun) || a_[noun].tag == "NNS") return;
    Party party;
    reader_.ReadTitle(noun, std::max(limit, a_[noun].left_edge), &party);
    Take(party, actor);
  }

  // "who leads the union": the organization is what is led.
  void ReadLeads(uint32_t verb, Actor* actor) {
    if (!words_.Find(a_[verb].lemma).Is(ActorWord::kLeads) && a_[verb].lemma != "be") return;
    bool who = false;
    for (const uint32_t child : a_.children(verb)) who |= a_[child].tag == "WP" && a_[child].lower == "who";
    if (!who) return;
    for (const uint32_t child : a_.children(verb)) {
      if (a_[verb].lemma == "be") {
        if (a_[child].dep == Dep::kAttr && IsNoun(a_[child])) ReadApposition(child, verb, actor);
      } else if (a_[child].dep == Dep::kDobj && IsNoun(a_[child]) && actor->organization.empty()) {
        actor->organization = NounPhraseText(a_, child);
        Party party;
        reader_.ReadNoun(child, &party);
        if (actor->sector.empty()) actor->sector = party.sector;
        if (actor->country.empty()) actor->country = party.country;
      }
    }
  }

  // ---- bodies ----

  EntityType Type(uint32_t i) const {
    return a_[i].entity < 0 ? EntityType::kNone : a_.entities()[static_cast<size_t>(a_[i].entity)].type;
  }

  void Bodies() {
    for (uint32_t i = 0; i < a_.size(); ++i) {
      if (!IsNoun(a_[i]) || m_.actor_of[i] >= 0) continue;
      if (a_[i].dep == Dep::kCompound && a_[i].head == i + 1 && IsCapitalized(a_[i + 1]) && name_of_[i + 1] < 0)
        continue;
      if (in_title_[i]) continue;
      const bool org = Type(i) == EntityType::kOrg && EntityHead(i);
      const ActorWord* word = nullptr;
      const bool body = IsCapitalized(a_[i]) && a_[i].pos == Pos::kPropn &&
                        words_.PhraseEnding(a_, i, i, ActorWord::kBody, &word) >= 0;
      const bool known = IsCapitalized(a_[i]) && words_.MetonymOf(a_[i].text) != nullptr;
      if (!org && !body && !known) continue;
      if (i < m_.place_of.size() && m_.place_of[i] >= 0 && !body &&
          m_.places[static_cast<size_t>(m_.place_of[i])].resolved) {
        continue;
      }
      const TokenRange range = NounPhrase(a_, i, true);
      uint32_t begin = range.begin, end = range.end;
      if (org) {
        const Entity& entity = a_.entities()[static_cast<size_t>(a_[i].entity)];
        begin = std::max(range.begin, entity.begin);
        end = std::max(std::min(range.end, entity.end), i + 1);
        // "Ministry" | "of Health": the recogniser stops early.
        if (range.end > end && body) end = range.end;
      }
      while (begin < i && (a_[begin].pos == Pos::kDet || a_[begin].pos == Pos::kPunct || !IsCapitalized(a_[begin])))
        ++begin;
      while (end > i + 1 && a_[end - 1].tag == "POS") --end;
      if (begin > i) begin = i;
      const std::string text = Words(a_, begin, end);
      // A lone capitalized noun at the start of a sentence or a mere "Government" is a definite noun, not a name.
      if (begin + 1 == end && body && !org && !known) continue;
      if (begin + 1 == end && body && words_.MetonymOf(text) == nullptr && a_[i].lemma.size() == text.size()) continue;
      if (words_.PhraseEnding(a_, begin, i, ActorWord::kTitle, &word) == static_cast<int32_t>(begin) && !known)
        continue;
      AddBody(i, begin, end, text);
    }
  }

  bool EntityHead(uint32_t i) const {
    const Entity& entity = a_.entities()[static_cast<size_t>(a_[i].entity)];
    for (uint32_t k = entity.end; k-- > entity.begin;) {
      const uint32_t head = a_[k].head;
      if ((head < entity.begin || head >= entity.end || head == k) && IsNoun(a_[k])) return k == i;
    }
    return false;
  }

  void AddBody(uint32_t head, uint32_t begin, uint32_t end, const std::string& text) {
    std::string key = Lower(text);
    if (key.rfind("the ", 0) == 0) key.erase(0, 4);
    if (const Metonym* metonym = words_.MetonymOf(text)) key = Lower(metonym->name);
    auto found = bodies_.find(key);
    if (found == bodies_.end()) {
      // The name without a company's ending, or its initials.
      for (size_t k = body_keys_.size(), n = 0; k-- > 0 && n < kChainsBack; ++n) {
        const auto& [other, index] = body_keys_[k];
        if (Shortens(key, other) || Shortens(other, key) ||
            Initials(text, m_.actors[static_cast<size_t>(index)].name) ||
            Initials(m_.actors[static_cast<size_t>(index)].name, text)) {
          found = bodies_.emplace(key, index).first;
          break;
        }
      }
    }
    if (found == bodies_.end()) {
      found = bodies_.emplace(key, static_cast<int32_t>(m_.actors.size())).first;
      body_keys_.emplace_back(key, found->second);
      Actor actor;
      actor.name = text;
      Party party;
      reader_.ReadNoun(head, &party);
      actor.sector = party.sector;
      actor.country = party.country;
      m_.actors.push_back(std::move(actor));
    }
    Actor& actor = m_.actors[static_cast<size_t>(found->second)];
    // Initials are no full name.
    if (Initials(actor.name, text) && NameWords(text).size() > 1) actor.name = text;
    actor.heads.push_back(head);
    for (uint32_t i = begin; i < end; ++i) {
      if (m_.actor_of[i] < 0) m_.actor_of[i] = found->second;
    }
  }

  // Names of bodies that nothing marked: "Salling" after "Salling Group".
  void ShortBodies() {
    if (bodies_.empty()) return;
    std::unordered_map<std::string, int32_t> by_word;
    for (const auto& [key, index] : bodies_) {
      const std::vector<std::string> parts = NameWords(key);
      if (parts.empty() || parts[0].size() < 3) continue;
      if (parts.size() == 1 || Shortens(parts[0], key)) {
        const auto [at, fresh] = by_word.emplace(parts[0], index);
        if (!fresh && at->second != index) at->second = -1;
      }
    }
    for (uint32_t i = 0; i < a_.size(); ++i) {
      if (m_.actor_of[i] >= 0 || in_title_[i] || a_[i].pos != Pos::kPropn || !IsCapitalized(a_[i])) continue;
      if (a_[i].dep == Dep::kCompound || a_[i].dep == Dep::kAmod) continue;
      if (i < m_.place_of.size() && m_.place_of[i] >= 0) continue;
      const auto found = by_word.find(std::string(a_[i].lower));
      if (found == by_word.end() || found->second < 0) continue;
      m_.actor_of[i] = found->second;
      std::vector<uint32_t>& heads = m_.actors[static_cast<size_t>(found->second)].heads;
      heads.insert(std::upper_bound(heads.begin(), heads.end(), i), i);
    }
  }

  // `less` is `more` without what ends a company's name: "salling", "salling group".
  bool Shortens(const std::string& less, const std::string& more) const {
    if (more.size() <= less.size() + 1 || more.compare(0, less.size(), less) != 0 || more[less.size()] != ' ')
      return false;
    for (const std::string& word : NameWords(std::string_view(more).substr(less.size() + 1))) {
      if (!words_.Find(word).Is(ActorWord::kCompanySuffix)) return false;
    }
    return true;
  }

  // `letters` are the initials of `name`: WHO.
  static bool Initials(std::string_view letters, std::string_view name) {
    if (letters.size() < 2 || letters.size() > 7) return false;
    for (const char c : letters) {
      if ((c < 'A' || c > 'Z') && c != '.') return false;
    }
    std::string all, capital;
    bool start = true;
    for (const char c : name) {
      if (c == ' ' || c == '-') {
        start = true;
        continue;
      }
      if (start) {
        all += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (c >= 'A' && c <= 'Z') capital += c;
      }
      start = false;
    }
    std::string plain;
    for (const char c : letters) {
      if (c != '.') plain += c;
    }
    return plain.size() >= 2 && capital.size() >= 2 && (plain == capital || plain == all);
  }

  // ---- places that act ----

  void Places() {
    std::unordered_map<std::string, int32_t> by_name;
    for (const PlaceMention& place : m_.places) {
      const uint32_t head = place.tokens.head;
      if (head >= a_.size() || m_.actor_of[head] >= 0) continue;
      if (place.demonym && a_[head].tag != "NNPS" && a_[head].tag != "NNS") continue;
      const std::string text = place.span.empty() ? std::string(a_[head].text) : std::string(place.span.In(a_.text()));
      std::string key = place.demonym              ? "people of " + place.place.country
                        : place.place.name.empty() ? text
                                                   : place.place.name + "/" + place.place.country;
      const auto [at, fresh] = by_name.emplace(std::move(key), static_cast<int32_t>(m_.actors.size()));
      if (fresh) {
        Actor actor;
        actor.name = text;
        actor.country = place.place.country;
        actor.plural = place.demonym;
        if (place.demonym) {
          actor.sector = "CVL";
        } else if (place.place.precision == PlacePrecision::kCountry) {
          actor.sector = "GOV";
        }
        m_.actors.push_back(std::move(actor));
      }
      m_.actor_of[head] = at->second;
      m_.actors[static_cast<size_t>(at->second)].heads.push_back(head);
    }
  }

  const Analysis& a_;
  const ActorWords& words_;
  const Gazetteer& gazetteer_;
  Mentions& m_;
  PartyReader reader_;
  std::vector<PersonName> names_;
  std::vector<int32_t> name_of_;   // per token: index into names_, or -1
  std::vector<uint8_t> in_title_;  // per token: 1 in the title before a name
  std::vector<Chain> chains_;      // of the persons, by actor
  std::unordered_map<std::string, int32_t> bodies_;
  std::vector<std::pair<std::string, int32_t>> body_keys_;  // the first name of each, in the order of the text
};

}  // namespace

struct ActorFinder::Impl {
  ActorWords words;
  const Gazetteer* gazetteer;
};

ActorFinder::ActorFinder() = default;
ActorFinder::ActorFinder(ActorFinder&&) noexcept = default;
ActorFinder& ActorFinder::operator=(ActorFinder&&) noexcept = default;
ActorFinder::~ActorFinder() = default;

Result<ActorFinder> ActorFinder::Make(const Lexicon& lexicon, const Gazetteer& gazetteer) {
  Result<ActorWords> words = ActorWords::Make(lexicon);
  if (!words.ok()) return words.status();
  ActorFinder finder;
  finder.impl_ = std::make_unique<Impl>(Impl{std::move(*words), &gazetteer});
  return finder;
}

void ActorFinder::Find(const Document& /*document*/, const Analysis& analysis, Mentions* mentions) const {
  ChainBuilder(analysis, impl_->words, *impl_->gazetteer, mentions).Build();
}

Party ActorFinder::PartyOf(const Analysis& analysis, const Mentions& mentions, uint32_t head) const {
  Party party;
  if (head >= analysis.size()) return party;
  party.text = NounPhraseText(analysis, head);
  uint32_t at = head;
  for (int steps = 0; steps < 8 && at < mentions.antecedent.size() && mentions.antecedent[at] >= 0; ++steps) {
    at = static_cast<uint32_t>(mentions.antecedent[at]);
  }
  const PartyReader reader(analysis, mentions, impl_->words, *impl_->gazetteer);
  int32_t index = at < mentions.actor_of.size() ? mentions.actor_of[at] : -1;
  // "the head of the union, Irena Dokic": the noun stands for the name beside it.
  if (index < 0) {
    for (const uint32_t child : analysis.children(at)) {
      const int32_t named = child < mentions.actor_of.size() ? mentions.actor_of[child] : -1;
      if (analysis[child].dep != Dep::kAppos || named < 0) continue;
      const bool place = child < mentions.place_of.size() && mentions.place_of[child] >= 0;
      if (mentions.actors[static_cast<size_t>(named)].person || !place) index = named;
    }
  }
  if (index >= 0) {
    const Actor& actor = mentions.actors[static_cast<size_t>(index)];
    party.name = actor.name;
    party.role = actor.role;
    party.organization = actor.organization;
    party.country = actor.country;
    party.sector = actor.sector;
    return party;
  }
  if (!IsNoun(analysis[at])) {
    if (at == head && analysis[at].pos == Pos::kPron) return party;
    party.name = NounPhraseText(analysis, at);
    return party;
  }
  party.name = NounPhraseText(analysis, at);
  if (reader.IsOffice(at)) reader.ReadTitle(at, NounPhrase(analysis, at, false).begin, &party);
  reader.ReadNoun(at, &party);
  return party;
}

}  // namespace diurna
