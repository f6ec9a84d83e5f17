#include "proposition/verbs.h"

#include <algorithm>
#include <string>

#include "proposition/obliques.h"
#include "syntax/closed_class.h"
#include "syntax/name.h"

namespace diurna {

void VerbReader::Read(uint32_t verb) {
  Proposition& p = x_.Add(verb, x_.lemma[verb], Form::kActive);
  Clause clause;
  clause.verb = verb;
  clause.particle = ParticleOf(x_, verb);
  if (clause.particle) {
    p.predicate.append("_").append(a_[*clause.particle].lower);
    if (const WordCue* cue = x_.cues.Word(p.predicate)) x_.predicate_word.back() = cue;
  }
  clause.cue = x_.predicate_word.back();
  clause.copula = x_.word[verb] != nullptr && x_.word[verb]->copula;
  clause.passive = voice_.IsPassive(verb);
  clause.subject = subjects_.SubjectOf(verb);
  if (clause.passive) p.form = Form::kPassive;
  for (const uint32_t child : x_.Children(verb)) ReadChild(child, &clause, &p);

  if (IsInverted(clause)) {
    p.agents = std::move(clause.objects);
    return;
  }
  if (clause.passive) {
    SetPassiveRoles(&clause, &p);
    return;
  }
  TakeIdiom(&clause, &p);
  if (clause.cue != nullptr && clause.cue->naming && !clause.objects.empty()) SplitName(&clause, &p);
  if (clause.objects.empty() && !clause.subject.heads.empty()) FindSharedObject(&clause);
  SetActiveRoles(&clause, &p);
}

void VerbReader::ReadChild(uint32_t child, Clause* clause, Proposition* p) const {
  const Token& token = a_[child];
  switch (token.dep) {
    case Dep::kDobj:
      ReadDirectObject(child, clause);
      break;
    case Dep::kAttr:
      if (!IsNoun(token) && !IsPronoun(token) && !IsNumeral(token)) break;
      if (clause->copula && !clause->passive) {
        AddConjuncts(a_, child, &clause->objects);
      } else {
        p->obliques.push_back({ObliqueRole::kPredicative, {}, child});
      }
      break;
    case Dep::kOprd:
      if (IsNoun(token)) p->obliques.push_back({ObliqueRole::kPredicative, {}, child});
      break;
    case Dep::kDative:
      ReadRecipient(child, p);
      break;
    case Dep::kPrep:
      ReadPreposition(child, clause, p);
      break;
    case Dep::kAdvmod:
    case Dep::kPrt:
      AddObliquesOf(x_, child, &p->obliques);
      break;
    case Dep::kAgent: {
      const OptionalIndex by = x_.Child(child, Dep::kPobj);
      if (!clause->passive || (by && x_.IsTime(*by))) AddOblique(x_, child, &p->obliques);
      break;
    }
    default:
      break;
  }
}

void VerbReader::ReadDirectObject(uint32_t object, Clause* clause) const {
  if (IsRelativePronoun(a_[object]) && IsRelativeClause(a_[clause->verb])) {
    clause->objects.push_back(a_[clause->verb].head);
  } else {
    AddConjuncts(a_, object, &clause->objects);
  }
}

void VerbReader::ReadRecipient(uint32_t child, Proposition* p) const {
  if (!IsPrepositionOrMarker(a_[child])) {
    AddConjuncts(a_, child, &p->recipients);
    return;
  }
  for (const uint32_t object : ObjectsOf(a_, child)) AddConjuncts(a_, object, &p->recipients);
}

void VerbReader::ReadPreposition(uint32_t preposition, Clause* clause, Proposition* p) const {
  if (preposition != clause->particle) {
    AddOblique(x_, preposition, &p->obliques);
    return;
  }
  // "Cut off telephones" read as a phrase with "off"; "ran out of fuel".
  for (const uint32_t child : x_.Children(preposition)) {
    if (IsPrepositionalObject(a_[child])) AddConjuncts(a_, child, &clause->objects);
    if (IsPrepositional(a_[child])) AddOblique(x_, child, &p->obliques);
  }
}

bool VerbReader::IsInverted(const Clause& clause) const {
  const uint32_t verb = clause.verb;
  if (verb == 0 || clause.passive || clause.cue == nullptr || clause.cue->speech.empty()) return false;
  if (!HasVerbForm(a_[verb]) || IsPresentParticiple(a_[verb])) return false;
  const bool behind_comma = IsComma(a_[verb - 1]) && !x_.Has(verb, Dep::kCcomp);
  const bool behind_quotation = IsClosingQuote(a_[verb - 1]) && clause.subject.heads.empty();
  return (behind_comma || behind_quotation) && clause.objects.size() == 1 && clause.objects.front() > verb &&
         x_.CanAct(clause.objects.front());
}

void VerbReader::SetPassiveRoles(Clause* clause, Proposition* p) const {
  p->agents = AgentsOf(x_, clause->verb);
  const bool given = clause->cue != nullptr && clause->cue->ditransitive;
  if (given && !clause->objects.empty() && !clause->subject.heads.empty()) {
    p->recipients = std::move(clause->subject.heads);
    p->themes = clause->objects;
  } else {
    p->themes = std::move(clause->subject.heads);
  }
  for (const uint32_t object : clause->objects) p->obliques.push_back({ObliqueRole::kSecondObject, {}, object});
}

void VerbReader::TakeIdiom(Clause* clause, Proposition* p) {
  const WordCue* word = x_.word[clause->verb];
  if (word == nullptr || !word->starts_idiom || clause->particle) return;
  std::vector<uint32_t>& objects = clause->objects;
  std::string key;
  for (auto object = objects.begin(); object != objects.end(); ++object) {
    if (a_[*object].head != clause->verb || x_.Has(*object, Dep::kDet)) continue;
    key.assign(x_.lemma[clause->verb]).append("_").append(x_.lemma[*object]);
    const WordCue* idiom = x_.cues.Word(key);
    if (idiom == nullptr || !idiom->idiom) continue;
    p->predicate = key;
    x_.predicate_word.back() = clause->cue = idiom;
    AddObliquesOf(x_, *object, &p->obliques);
    objects.erase(object);
    return;
  }
}

void VerbReader::SplitName(Clause* clause, Proposition* p) const {
  const uint32_t title = clause->objects.front();
  const Entity* name = title == 0 || !IsCommonNoun(a_[title]) ? nullptr : EntityAt(a_, title - 1);
  if (name == nullptr || name->type != EntityType::kPerson || name->end > title) return;
  if (a_[name->end - 1].head != title) return;
  clause->objects.front() = name->end - 1;
  p->obliques.push_back({ObliqueRole::kPredicative, {}, title});
}

void VerbReader::FindSharedObject(Clause* clause) const {
  if (IsRelativeClause(a_[clause->verb]) && clause->subject.own) {
    if (HasObjectGap(*clause)) clause->objects.push_back(a_[clause->verb].head);
    return;
  }
  if (!voice_.SharesObject(clause->verb)) return;
  for (const uint32_t child : x_.Children(clause->verb)) {
    if (!IsConjunct(a_[child]) || !IsClauseVerb(a_[child])) continue;
    for (const uint32_t object : DirectObjectsOf(a_, child)) AddConjuncts(a_, object, &clause->objects);
    return;
  }
}

bool VerbReader::HasObjectGap(const Clause& clause) const {
  const uint32_t verb = clause.verb;
  const uint32_t noun = a_[verb].head;
  const std::vector<uint32_t>& subject = clause.subject.heads;
  if (IsClauseVerb(a_[noun]) || voice_.HasObject(verb)) return false;
  if (std::find(subject.begin(), subject.end(), noun) != subject.end()) return false;
  for (const uint32_t child : x_.Children(verb)) {
    const Token& token = a_[child];
    if (IsClauseMarker(token) || closed_class::kRelativeAdverb.Has(token.lower)) return false;
    if (IsPredicateAdjective(token) || IsPredicateNoun(token)) return false;
    if (!IsPrepositional(token)) continue;
    for (const uint32_t object : x_.Children(child)) {
      if (IsRelativePronoun(a_[object])) return false;  // "in which"
    }
    if (!x_.Has(child, Dep::kPobj) && !x_.Has(child, Dep::kPcomp) && child != verb + 1) return false;
  }
  if (x_.IsDateName(noun)) return false;
  const WordCue* cue = x_.VerbCue(verb);
  return cue == nullptr || !cue->ergative;
}

void VerbReader::SetActiveRoles(Clause* clause, Proposition* p) const {
  const uint32_t verb = clause->verb;
  // "There was an explosion": what there is is what exists.
  if (x_.Has(verb, Dep::kExpl) && clause->subject.heads.empty() && !clause->objects.empty()) {
    p->agents = std::move(clause->objects);
    return;
  }
  p->themes = std::move(clause->objects);
  if (p->themes.empty() && clause->cue != nullptr && clause->cue->ergative && !voice_.HasObject(verb)) {
    p->themes = std::move(clause->subject.heads);
  } else {
    p->agents = std::move(clause->subject.heads);
  }
  if (p->agents.empty() && x_.Has(verb, Dep::kAgent)) p->agents = AgentsOf(x_, verb);
}

}  // namespace diurna
