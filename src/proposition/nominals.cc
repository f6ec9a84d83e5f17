// Event nouns as predicates: "the arrest of X by Y", "X's resignation", "a police raid on the office".
//
// Which phrase is which role is the noun's own affair (NomBank says so noun by noun); the lexicon groups nouns into a
// few patterns. Where a verb only carries the noun ("carried out an attack", "came under fire", "an explosion
// occurred"), the verb's subject, object and phrases fill what the noun leaves open. Left out: roles that stand in
// another sentence.

#include <algorithm>

#include "proposition/extraction.h"
#include "syntax/closed_class.h"

namespace diurna {

namespace {

constexpr size_t kMostObliques = 200;  // of one noun; binds only in endless sentences

std::vector<uint32_t>& RoleList(Proposition& p, Role role) {
  return role == Role::kAgent ? p.agents : role == Role::kRecipient ? p.recipients : p.themes;
}

bool Contains(const std::vector<uint32_t>& list, uint32_t token) {
  return std::find(list.begin(), list.end(), token) != list.end();
}

// An event noun while it is read.
class NominalReader {
 public:
  NominalReader(Extraction* extraction, uint32_t head)
      : x_(*extraction),
        a_(extraction->analysis),
        head_(head),
        cue_(*extraction->word[head]),
        pattern_(extraction->cues.nominals()[*cue_.nominal]),
        verb_(cue_.nominal_verb.empty() ? nullptr : extraction->cues.Word(cue_.nominal_verb)) {}

  void Read() {
    Proposition& p = x_.Add(head_, cue_.nominal_verb.empty() ? x_.lemma[head_] : std::string_view(cue_.nominal_verb),
                            Form::kNominal);
    x_.predicate_word.back() = verb_ != nullptr ? verb_ : &cue_;
    for (const uint32_t child : x_.Children(head_)) {
      const Token& token = a_[child];
      if (IsModifier(token) && child < head_) p.obliques.push_back({ObliqueRole::kModifier, {}, child});
      if (IsPrepositional(token) || IsAgentPhrase(token)) ReadPreposition(child, &p);
    }
    if (const OptionalIndex possessor = LastPossessor()) {
      ReadPossessor(*possessor, &p);
    }
    if (pattern_.modifier != Role::kNone) ReadModifiers(&p);
  }

 private:
  OptionalIndex LastPossessor() const {
    OptionalIndex last;
    for (const uint32_t child : ChildrenThat<IsPossessor>(a_, head_)) last = child;
    return last;
  }

  bool MayBeTheme() const { return verb_ != nullptr && verb_->ergative; }

  Role RoleOfPreposition(std::string_view preposition) const {
    Role role = Role::kNone;
    for (const auto& [word, its_role] : pattern_.prepositions) {
      if (word == preposition) role = its_role;
    }
    // What a bomb does in exploding is done to it in "explode a bomb": the verb's subject would be a theme too.
    return role == Role::kAgent && closed_class::kOf.Has(preposition) && MayBeTheme() ? Role::kTheme : role;
  }

  void ReadPreposition(uint32_t preposition, Proposition* p) const {
    const std::string_view word = a_[preposition].lower;
    const Role role = RoleOfPreposition(word);
    std::vector<uint32_t> found;
    for (const uint32_t object : ObjectsOf(a_, preposition)) AddConjuncts(a_, object, &found);
    for (const uint32_t each : found) {
      if (role == Role::kNone || (role == Role::kRecipient && !x_.CanAct(each))) {
        p->obliques.push_back({ObliqueRole::kPreposition, word, each});
      } else {
        RoleList(*p, role).push_back(each);
      }
    }
  }

  // With the theme told by "of", the possessor does it: "the army's seizure of the airport".
  void ReadPossessor(uint32_t possessor, Proposition* p) const {
    Role role = pattern_.possessor;
    if (role == Role::kAgent && MayBeTheme() && !x_.CanAct(possessor)) role = Role::kTheme;
    if (role == Role::kTheme && !p->themes.empty()) role = Role::kAgent;
    if (role == Role::kAgent && !p->agents.empty()) role = Role::kTheme;
    std::vector<uint32_t>& list = RoleList(*p, role);
    if (list.empty()) AddConjuncts(a_, possessor, &list);
  }

  void ReadModifiers(Proposition* p) const {
    for (const Oblique& oblique : p->obliques) {
      if (oblique.role != ObliqueRole::kModifier || !IsNoun(a_[oblique.token])) continue;
      Role role = pattern_.modifier;
      const bool acts = x_.CanAct(oblique.token);
      if (pattern_.modifier_must_act && !acts) continue;
      if (role == Role::kTheme && !p->themes.empty()) {
        if (!acts) continue;
        role = Role::kAgent;
      }
      std::vector<uint32_t>& list = RoleList(*p, role);
      if (list.empty()) list.push_back(oblique.token);
    }
  }

  Extraction& x_;
  const Analysis& a_;
  uint32_t head_;
  const WordCue& cue_;
  const NominalPattern& pattern_;
  const WordCue* verb_;  // what the lexicon knows of the verb that the noun stands for, or null
};

void Fill(std::vector<uint32_t>* list, const std::vector<uint32_t>& from, uint32_t except) {
  if (!list->empty()) return;
  std::copy_if(from.begin(), from.end(), std::back_inserter(*list), [&](uint32_t token) { return token != except; });
}

// The phrases of the verb that carries the noun, of prepositions that the noun has none of.
void ShareObliques(const Proposition& verb, Proposition* noun) {
  const size_t own = noun->obliques.size();
  for (const Oblique& oblique : verb.obliques) {
    if (oblique.token == noun->head || noun->obliques.size() >= kMostObliques) continue;
    const bool there = std::any_of(noun->obliques.begin(), noun->obliques.begin() + static_cast<std::ptrdiff_t>(own),
                                   [&](const Oblique& mine) { return Marker(mine) == Marker(oblique); });
    if (!there) noun->obliques.push_back(oblique);
  }
}

// Fills what the noun at `token` leaves open from the verb that carries it.
void FillFromVerb(const LightCue& light, const Proposition& verb, uint32_t token, Extraction* x) {
  Proposition* noun = x->PropositionOf(token);
  if (noun == nullptr || noun->form != Form::kNominal || noun == &verb) return;
  if (light.subject != Role::kNone && !Contains(verb.agents, token)) {
    Fill(&RoleList(*noun, light.subject), verb.agents, token);
  }
  if (light.theme != Role::kNone && !Contains(verb.themes, token)) {
    Fill(&RoleList(*noun, light.theme), verb.themes, token);
  }
  ShareObliques(verb, noun);
}

}  // namespace

void AddNominal(Extraction* extraction, uint32_t head) { NominalReader(extraction, head).Read(); }

void FillNominals(Extraction* extraction) {
  Extraction& x = *extraction;
  for (size_t k = 0; k < x.out.items.size(); ++k) {
    const Proposition& verb = x.out.items[k];
    if ((verb.form != Form::kActive && verb.form != Form::kPassive) || x.predicate_word[k] == nullptr) continue;
    for (const uint16_t index : x.predicate_word[k]->light) {
      const LightCue& light = x.cues.light_verbs()[index];
      for (const uint32_t noun : NounsCarried(light, verb)) FillFromVerb(light, verb, noun, extraction);
    }
  }
}

std::vector<uint32_t> NounsCarried(const LightCue& light, const Proposition& verb) {
  switch (light.where) {
    case NounPosition::kTheme:
      return verb.themes;
    case NounPosition::kAgent:
      return verb.agents.empty() ? verb.themes : verb.agents;
    case NounPosition::kPreposition:
      break;
  }
  std::vector<uint32_t> out;
  for (const Oblique& oblique : verb.obliques) {
    if (oblique.preposition == light.preposition) out.push_back(oblique.token);
  }
  return out;
}

}  // namespace diurna
