// Event nouns as predicates: "the arrest of X by Y", "X's resignation", "a police raid on the office".
//
// Which phrase is which role is the noun's own affair (NomBank says so noun by noun); the lexicon groups nouns into a
// few patterns. Where a verb only carries the noun ("carried out an attack", "came under fire", "an explosion
// occurred"), the verb's subject, object and phrases fill what the noun leaves open. Left out: roles that stand in
// another sentence.

#include <algorithm>

#include "proposition/reading.h"

namespace diurna {

namespace {

std::vector<uint32_t>& RoleList(Proposition& p, Role role) {
  return role == Role::kAgent ? p.agents : role == Role::kRecipient ? p.recipients : p.themes;
}

bool Contains(const std::vector<uint32_t>& list, uint32_t token) {
  return std::find(list.begin(), list.end(), token) != list.end();
}

void Fill(std::vector<uint32_t>* list, const std::vector<uint32_t>& from, uint32_t except) {
  if (!list->empty()) return;
  for (const uint32_t token : from) {
    if (token != except) list->push_back(token);
  }
}

// The phrases of the verb that carries the noun, of prepositions that the noun has none of.
void ShareObliques(const Proposition& verb, Proposition* noun) {
  const size_t own = noun->obliques.size();
  for (const Oblique& oblique : verb.obliques) {
    if (oblique.token == noun->head) continue;
    const bool there = std::any_of(noun->obliques.begin(), noun->obliques.begin() + static_cast<std::ptrdiff_t>(own),
                                   [&](const Oblique& mine) { return Marker(mine) == Marker(oblique); });
    if (!there) noun->obliques.push_back(oblique);
  }
}

}  // namespace

void ReadNominal(Reading* reading, uint32_t head) {
  Reading& r = *reading;
  const Analysis& a = r.analysis;
  const WordCue& cue = *r.word[head];
  const NominalPattern& pattern = r.cues.nominals()[static_cast<size_t>(cue.nominal)];
  r.out.of_token[head] = static_cast<int32_t>(r.out.items.size());
  Proposition& p = r.out.items.emplace_back();
  p.head = head;
  p.predicate = cue.nominal_verb.empty() ? r.lemma[head] : std::string_view(cue.nominal_verb);
  p.form = Form::kNominal;
  p.title = a[head].span.begin < r.document.body_begin;
  const WordCue* verb = cue.nominal_verb.empty() ? nullptr : r.cues.Word(cue.nominal_verb);
  r.predicate_word.push_back(verb != nullptr ? verb : &cue);

  std::vector<uint32_t> found;
  int32_t possessor = -1;
  for (const uint32_t child : a.children(head)) {
    const Token& token = a[child];
    switch (token.dep) {
      case Dep::kPoss:
        possessor = static_cast<int32_t>(child);
        break;
      case Dep::kCompound:
      case Dep::kAmod:
      case Dep::kNmod:
        if (child < head) p.obliques.push_back({ObliqueRole::kModifier, {}, child});
        break;
      case Dep::kPrep:
      case Dep::kAgent: {
        Role role = Role::kNone;
        for (const auto& [preposition, its_role] : pattern.prepositions) {
          if (preposition == token.lower) role = its_role;
        }
        // What a bomb does in exploding is done to it in "explode a bomb": the verb's subject would be a theme too.
        if (role == Role::kAgent && token.lower == "of" && verb != nullptr && verb->ergative) role = Role::kTheme;
        for (const uint32_t object : a.children(child)) {
          if (a[object].dep != Dep::kPobj) continue;
          found.clear();
          AddConjuncts(a, object, &found);
          for (const uint32_t each : found) {
            if (role == Role::kNone || (role == Role::kRecipient && !r.CanAct(each))) {
              p.obliques.push_back({ObliqueRole::kPreposition, token.lower, each});
            } else {
              RoleList(p, role).push_back(each);
            }
          }
        }
        break;
      }
      default:
        break;
    }
  }
  if (possessor >= 0) {
    // With the theme told by "of", the possessor does it: "the army's seizure of the airport".
    Role role = pattern.possessor;
    if (role == Role::kAgent && verb != nullptr && verb->ergative && !r.CanAct(static_cast<uint32_t>(possessor))) {
      role = Role::kTheme;
    }
    if (role == Role::kTheme && !p.themes.empty()) role = Role::kAgent;
    if (role == Role::kAgent && !p.agents.empty()) role = Role::kTheme;
    std::vector<uint32_t>& list = RoleList(p, role);
    if (list.empty()) AddConjuncts(a, static_cast<uint32_t>(possessor), &list);
  }
  if (pattern.modifier != Role::kNone) {
    for (const Oblique& oblique : p.obliques) {
      if (oblique.role != ObliqueRole::kModifier || !IsNoun(a[oblique.token])) continue;
      Role role = pattern.modifier;
      if (pattern.modifier_must_act && !r.CanAct(oblique.token)) continue;
      if (role == Role::kTheme && !p.themes.empty()) {
        if (!r.CanAct(oblique.token)) continue;
        role = Role::kAgent;
      }
      std::vector<uint32_t>& list = RoleList(p, role);
      if (list.empty()) list.push_back(oblique.token);
    }
  }
}

void FillNominals(Reading* reading) {
  Reading& r = *reading;
  for (size_t k = 0; k < r.out.items.size(); ++k) {
    const Proposition& verb = r.out.items[k];
    if (verb.form != Form::kActive && verb.form != Form::kPassive) continue;
    const WordCue* cue = r.predicate_word[k];
    if (cue == nullptr) continue;
    for (const uint16_t index : cue->light) {
      const LightCue& light = r.cues.light_verbs()[index];
      const auto fill = [&](uint32_t token) {
        Proposition* noun = r.PropositionOf(token);
        if (noun == nullptr || noun->form != Form::kNominal || noun == &verb) return;
        if (light.subject != Role::kNone) {
          const std::vector<uint32_t>& subject = verb.agents;
          if (!Contains(subject, token)) Fill(&RoleList(*noun, light.subject), subject, token);
        }
        if (light.theme != Role::kNone && !Contains(verb.themes, token)) {
          Fill(&RoleList(*noun, light.theme), verb.themes, token);
        }
        ShareObliques(verb, noun);
      };
      if (light.noun == "theme") {
        for (const uint32_t theme : verb.themes) fill(theme);
      } else if (light.noun == "agent") {
        for (const uint32_t agent : verb.agents) fill(agent);
        if (verb.agents.empty()) {
          for (const uint32_t theme : verb.themes) fill(theme);
        }
      } else {
        for (const Oblique& oblique : verb.obliques) {
          if (oblique.preposition == light.noun) fill(oblique.token);
        }
      }
    }
  }
}

}  // namespace diurna
