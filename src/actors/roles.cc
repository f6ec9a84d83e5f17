#include "actors/roles.h"

#include <algorithm>
#include <string>
#include <vector>

#include "actors/name_forms.h"
#include "syntax/closed_class.h"
#include "syntax/name.h"
#include "syntax/noun_phrase.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

constexpr uint32_t kAppositionReach = 6;  // tokens behind a comma in which a title that the parser missed is looked for

class RoleReader {
 public:
  RoleReader(const Analysis& analysis, const ActorWords& words, const PartyReader& reader, const PersonNames& names,
             Mentions* mentions)
      : a_(analysis), words_(words), reader_(reader), names_(names), m_(*mentions) {}

  void Read(const PersonName& name) {
    const OptionalIndex index = m_.actor_of[name.head];
    if (!index) return;
    Actor& actor = m_.actors[*index];
    if (name.title_begin) {
      ReadTitle(name, &actor);
      // "The President of Kazakhstan Tokayev": the title is the head of the phrase and stands for the person.
      if (*name.title_end < name.begin) {
        const uint32_t title = *name.title_end - 1;
        m_.actor_of[title] = index;
        actor.heads.insert(std::upper_bound(actor.heads.begin(), actor.heads.end(), title), title);
      }
    }
    ReadAppositions(name, &actor);
    if (!actor.role.empty() && actor.organization.empty()) ReadOrigin(name, &actor);
    ReadCopula(name, &actor);
    if (actor.role.empty()) ReadMissedApposition(name, &actor);
    if (actor.gender == 0 && !actor.role.empty()) {
      const std::vector<std::string> role = NameParts(actor.role, words_);
      if (!role.empty()) actor.gender = words_.Find(role.back()).gender;
    }
  }

 private:
  bool IsNamed(uint32_t token) const { return names_.name_of[token].has_value(); }

  static void FillIn(const Party& party, Actor* actor) {
    if (actor->role.empty()) actor->role = party.role;
    if (actor->organization.empty()) actor->organization = party.organization;
    FillInCountry(party, actor);
  }
  static void FillInCountry(const Party& party, Actor* actor) {
    if (actor->country.empty()) actor->country = party.country;
    if (!actor->sector) actor->sector = party.sector;
  }

  // "Kazakh Deputy Health Minister Jane Doe"
  void ReadTitle(const PersonName& name, Actor* actor) const {
    const uint32_t title = *name.title_end - 1;
    Party party;
    reader_.ReadTitle(title, TitleLimit(name), &party);
    for (uint32_t i = title + 1; i < name.begin; ++i) {
      const std::string country = reader_.Country(i);
      if (country.empty()) continue;
      if (party.country.empty()) party.country = country;
      if (party.organization.empty()) party.organization = a_[i].text;
      if (!party.sector) party.sector = Sector::kGov;
    }
    FillIn(party, actor);
  }

  // Modifiers reach from the noun phrase's start.
  uint32_t TitleLimit(const PersonName& name) const {
    const uint32_t first = a_.sentences()[a_[name.begin].sentence].begin;
    uint32_t limit = *name.title_begin;
    while (limit > first) {
      const Token& token = a_[limit - 1];
      const bool inside = IsAdjective(token) || IsNoun(token) || IsNumeral(token) || IsPossessiveEnding(token) ||
                          token.text == "-" || IsPastParticiple(token) || IsPresentParticiple(token);
      if (!inside || IsSpace(token) || IsNamed(limit - 1)) break;
      if (IsActiveSubject(token) || IsDirectObject(token) || IsRoot(token)) break;
      --limit;
    }
    return limit;
  }

  void ReadAppositions(const PersonName& name, Actor* actor) const {
    for (const uint32_t child : ChildrenOf(a_, name.head)) {
      const bool apposed = IsApposition(a_[child]) && IsNoun(a_[child]) && !IsNamed(child);
      if (apposed && child > name.head) ReadApposition(child, name.end, actor);
      if (IsRelativeClause(a_[child])) ReadLeads(child, actor);
    }
    // "the head of the union, Irena Dokic"
    if (!IsApposition(a_[name.head])) return;
    const uint32_t noun = a_[name.head].head;
    const uint32_t first = a_.sentences()[a_[name.begin].sentence].begin;
    if (!IsNamed(noun) && noun < name.begin && IsNoun(a_[noun])) ReadApposition(noun, first, actor);
  }

  void ReadApposition(uint32_t noun, uint32_t limit, Actor* actor) const {
    if (!reader_.IsTitle(noun) || IsPluralCommonNoun(a_[noun])) return;
    Party party;
    reader_.ReadTitle(noun, std::max(limit, a_[noun].left_edge), &party);
    FillIn(party, actor);
  }

  // "Professor Jane Doe of the University of Telo"
  void ReadOrigin(const PersonName& name, Actor* actor) const {
    for (const uint32_t preposition : PrepositionsOf(a_, name.head)) {
      if (preposition < name.end || preposition > name.end + 1) continue;
      if (!closed_class::kOrigin.Has(a_[preposition].lower)) continue;
      for (const uint32_t object : ObjectsOf(a_, preposition)) {
        if (IsCapitalized(a_[object])) ReadOrganization(object, actor);
      }
    }
  }

  void ReadOrganization(uint32_t noun, Actor* actor) const {
    actor->organization = NounPhraseText(a_, noun);
    Party body;
    reader_.ReadNoun(noun, &body);
    FillInCountry(body, actor);
  }

  // "Jane Doe is the president of ..."
  void ReadCopula(const PersonName& name, Actor* actor) const {
    const uint32_t verb = a_[name.head].head;
    if (!IsActiveSubject(a_[name.head]) || !closed_class::kBe.Has(a_[verb].lemma)) return;
    for (const uint32_t child : ChildrenOf(a_, verb)) {
      if (IsPredicateNoun(a_[child]) && IsNoun(a_[child])) ReadApposition(child, name.end, actor);
    }
  }

  // "who leads the union", where the organization is what is led; "who is the president of ...".
  void ReadLeads(uint32_t verb, Actor* actor) const {
    const bool copula = closed_class::kBe.Has(a_[verb].lemma);
    if (!copula && !words_.Find(a_[verb].lemma).Is(ActorWord::kLeads)) return;
    const auto children = ChildrenOf(a_, verb);
    const bool who = std::any_of(children.begin(), children.end(), [&](uint32_t child) {
      return IsWhPronoun(a_[child]) && closed_class::kWho.Has(a_[child].lower);
    });
    if (!who) return;
    for (const uint32_t child : children) {
      if (!IsNoun(a_[child])) continue;
      if (copula && IsPredicateNoun(a_[child])) ReadApposition(child, verb, actor);
      if (!copula && IsDirectObject(a_[child]) && actor->organization.empty()) ReadOrganization(child, actor);
    }
  }

  // The parser may miss the apposition: "Jane Doe, spokeswoman for the fire service,".
  void ReadMissedApposition(const PersonName& name, Actor* actor) const {
    uint32_t at = name.end;
    if (at + 1 >= a_.size() || a_[at].text != ",") return;
    ++at;
    // An age in between.
    if (at + 1 < a_.size() && IsNumeral(a_[at]) && a_[at + 1].text == ",") at += 2;
    const uint32_t end = std::min(a_.size(), at + kAppositionReach);
    for (uint32_t i = at; i < end && a_[i].sentence == a_[name.head].sentence; ++i) {
      const Token& token = a_[i];
      if (IsPunctuation(token) && token.text != "-") return;
      if (IsVerb(token) || IsCoordinator(token) || IsAdposition(token) || IsNamed(i)) return;
      const bool last = i + 1 == a_.size() || !IsNoun(a_[i + 1]);
      if (last && reader_.IsTitle(i)) {
        ReadApposition(i, at, actor);
        return;
      }
    }
  }

  const Analysis& a_;
  const ActorWords& words_;
  const PartyReader& reader_;
  const PersonNames& names_;
  Mentions& m_;
};

}  // namespace

void ReadRoles(const Analysis& analysis, const ActorWords& words, const PartyReader& reader, const PersonNames& names,
               Mentions* mentions) {
  RoleReader roles(analysis, words, reader, names, mentions);
  for (const PersonName& name : names.names) roles.Read(name);
}

}  // namespace diurna
