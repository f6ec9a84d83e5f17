// A verb has its subject on the spot, or takes it as the enhanced dependencies do: conjuncts share it, infinitives take
// the subject or object of the verb that controls them, participles that of the clause they belong to. Left out:
// control by adjuncts ("before leaving") where it is not the subject's.

#include "proposition/subjects.h"

#include <algorithm>

#include "proposition/obliques.h"
#include "syntax/closed_class.h"

namespace diurna {

namespace {

constexpr int kMaxDepth = 6;            // clauses up to the one that has the subject
constexpr int kMostLinksUp = 6;         // from the verb of a relative clause up to the clause's head
constexpr uint32_t kMostNounsUp = 12;   // from the last word of a noun phrase up to its head
constexpr uint32_t kDeepestNoun = 100;  // links from a participle up to the root; binds only in endless sentences

// Whether the sentence ends with a full stop.
bool EndsWithStop(const Analysis& analysis, const Sentence& sentence) {
  for (uint32_t i = sentence.end; i > sentence.begin;) {
    --i;
    if (!IsSpace(analysis[i])) return IsFullStop(analysis[i]);
  }
  return true;
}

}  // namespace

Subject Subjects::SubjectOf(uint32_t verb, int depth) const {
  Subject subject;
  if (OwnSubject(verb, &subject.heads)) {
    subject.own = true;
    return subject;
  }
  if (depth > kMaxDepth) return subject;
  subject.heads = Inherited(verb, depth);
  if (subject.heads.empty() && IsFinite(a_, verb)) AddNounBefore(verb, &subject.heads);
  return subject;
}

bool Subjects::OwnSubject(uint32_t verb, std::vector<uint32_t>* out) const {
  for (const uint32_t child : x_.Children(verb)) {
    if (IsSubject(a_[child])) AddSubject(child, verb, out);
    if (IsClausalSubject(a_[child])) out->push_back(child);
  }
  if (!out->empty()) return true;
  // Hung on the auxiliary: "Schools are closed".
  for (const uint32_t auxiliary : AuxiliariesOf(a_, verb)) {
    for (const uint32_t below : SubjectsOf(a_, auxiliary)) AddSubject(below, verb, out);
  }
  return !out->empty();
}

void Subjects::AddSubject(uint32_t subject, uint32_t verb, std::vector<uint32_t>* out) const {
  if (IsRelativePronoun(a_[subject])) {
    AddAntecedent(subject, verb, out);
    return;
  }
  // "Telephones cut off by the army are working", with the participle as the subject: it is the noun.
  if (IsClauseVerb(a_[subject]) && a_[subject].dep == Dep::kNsubj) {
    OptionalIndex noun = x_.Child(subject, Dep::kNsubj);
    if (!noun) noun = x_.Child(subject, Dep::kNsubjpass);
    if (noun) {
      AddConjuncts(a_, *noun, out);
      return;
    }
  }
  AddConjuncts(a_, subject, out);
}

void Subjects::AddAntecedent(uint32_t pronoun, uint32_t verb, std::vector<uint32_t>* out) const {
  for (uint32_t at = verb, steps = 0; steps < kMostLinksUp; ++steps) {
    if (IsAdnominalClause(a_[at])) {
      if (!IsClauseVerb(a_[a_[at].head])) {
        out->push_back(a_[at].head);
        return;
      }
      // A relative clause hung on the verb: its noun is the one before the pronoun.
      break;
    }
    if (a_[at].head == at) break;
    at = a_[at].head;
  }
  for (uint32_t at = pronoun; at > a_.sentences()[a_[pronoun].sentence].begin;) {
    --at;
    if (IsNoun(a_[at])) {
      out->push_back(at);
      return;
    }
    if (!IsPunctuation(a_[at]) && !IsAdposition(a_[at])) break;
  }
  if (!closed_class::kThat.Has(a_[pronoun].lower)) out->push_back(pronoun);
}

std::vector<uint32_t> Subjects::Inherited(uint32_t verb, int depth) const {
  const Token& token = a_[verb];
  const Token& above = a_[token.head];
  switch (token.dep) {
    case Dep::kConj:
      return OfConjunct(verb, depth);
    case Dep::kXcomp:
    case Dep::kCcomp:
    case Dep::kOprd:
    case Dep::kAcomp:
      return OfComplement(verb, depth);
    case Dep::kAcl:
      if (IsNoun(above) || IsPronoun(above) || IsNumeral(above)) return OfReducedClause(verb, depth);
      [[fallthrough]];
    case Dep::kRelcl:
      if (!IsClauseVerb(above)) return {token.head};
      [[fallthrough]];
    case Dep::kAdvcl:
    case Dep::kPcomp:
    case Dep::kDep:
    case Dep::kParataxis:
      return Controller(verb, depth);
    case Dep::kAmod:
      return {token.head};
    default:
      return {};
  }
}

std::vector<uint32_t> Subjects::OfConjunct(uint32_t verb, int depth) const {
  const uint32_t head = a_[verb].head;
  const Token& above = a_[head];
  if (IsClauseVerb(above) || IsAdjective(above)) return SubjectOf(head, depth + 1).heads;
  if (IsNoun(above) && IsActiveSubject(above)) return {head};
  return {};
}

std::vector<uint32_t> Subjects::OfComplement(uint32_t verb, int depth) const {
  const Token& token = a_[verb];
  const uint32_t head = token.head;
  const Token& above = a_[head];
  if (IsAdjective(above)) return SubjectOf(head, depth + 1).heads;
  if (!IsClauseVerb(above)) return IsNoun(above) ? NounControl(head, depth) : std::vector<uint32_t>();
  std::vector<uint32_t> heads;
  const WordCue* cue = x_.word[head];
  const bool own = cue != nullptr && cue->subject_control;
  if (!own || token.dep == Dep::kOprd) AddObject(head, depth, &heads);
  if (!heads.empty()) return heads;
  // A finite clause without a subject is not its governor's.
  const bool finite = token.dep == Dep::kCcomp && !HasInfinitiveMarker(a_, verb) && !IsPastParticiple(token) &&
                      !IsPresentParticiple(token);
  return finite ? heads : SubjectOf(head, depth + 1).heads;
}

std::vector<uint32_t> Subjects::OfReducedClause(uint32_t verb, int depth) const {
  const uint32_t head = a_[verb].head;
  const uint32_t main = MainSubjectInstead(verb);
  if (main != verb) {
    std::vector<uint32_t> heads;
    AddConjuncts(a_, main, &heads);
    return heads;
  }
  if (HasInfinitiveMarker(a_, verb) && !voice_.IsPassive(verb)) return NounControl(head, depth);
  return {head};
}

void Subjects::AddNounBefore(uint32_t verb, std::vector<uint32_t>* out) const {
  const uint32_t begin = a_.sentences()[a_[verb].sentence].begin;
  uint32_t at = verb;
  while (at > begin && (IsAuxiliary(a_[at - 1]) || IsAdverb(a_[at - 1]) || IsParticle(a_[at - 1]))) --at;
  if (at == begin || !(IsNoun(a_[at - 1]) || IsNumeral(a_[at - 1]))) return;
  uint32_t noun = at - 1;
  for (uint32_t steps = 0; steps < kMostNounsUp; ++steps) {
    const Token& token = a_[noun];
    if (token.head >= verb || token.head == noun) break;
    const Token& above = a_[token.head];
    if (IsPrepositionalObject(token) && IsPrepositional(above) && above.head < verb && IsNoun(a_[above.head]) &&
        a_[above.head].head != above.head) {
      noun = above.head;
    } else if (IsNoun(above) && IsNounModifier(token)) {
      noun = token.head;
    } else {
      break;
    }
  }
  if (!x_.IsDateName(noun)) out->push_back(noun);
}

void Subjects::AddObject(uint32_t verb, int depth, std::vector<uint32_t>* out) const {
  for (const uint32_t child : x_.Children(verb)) {
    const Token& token = a_[child];
    if (IsDirectObject(token) || (IsIndirectObject(token) && !IsPrepositionOrMarker(token))) {
      AddConjuncts(a_, child, out);
    }
  }
  if (out->empty() && voice_.IsPassive(verb)) *out = SubjectOf(verb, depth + 1).heads;
}

std::vector<uint32_t> Subjects::NounControl(uint32_t noun, int depth) const {
  const WordCue* cue = x_.word[noun];
  if (cue == nullptr || (cue->governors.empty() && !cue->nominal)) return {noun};
  std::vector<uint32_t> out;
  const OptionalIndex possessor = x_.Child(noun, Dep::kPoss);
  if (possessor) {
    AddConjuncts(a_, *possessor, &out);
    return out;
  }
  for (const uint32_t preposition : PrepositionsOf(a_, noun)) {
    if (!closed_class::kDoerOfNoun.Has(a_[preposition].lower)) continue;
    const OptionalIndex object = x_.Child(preposition, Dep::kPobj);
    if (object) {
      AddConjuncts(a_, *object, &out);
      return out;
    }
  }
  if (IsDirectObject(a_[noun]) || IsPrepositionalObject(a_[noun]) || IsPredicateNoun(a_[noun])) {
    const uint32_t verb = x_.VerbAbove(noun);
    if (IsClauseVerb(a_[verb])) {
      const WordCue* carrier = x_.VerbCue(verb);
      const bool recipient = carrier != nullptr && carrier->ditransitive;  // "was given permission to"
      return voice_.IsPassive(verb) && !recipient ? AgentsOf(x_, verb) : SubjectOf(verb, depth + 1).heads;
    }
  }
  return out;
}

// "Accused rebels of killing", "prevented them from entering": the noun before the preposition.
std::vector<uint32_t> Subjects::HolderOfGerund(uint32_t verb, int depth) const {
  std::vector<uint32_t> out;
  if (!IsPrepositionalClause(a_[verb])) return out;
  const Token& preposition = a_[a_[verb].head];
  if (!closed_class::kObjectsGerund.Has(preposition.lower)) return out;
  const Token& holder = a_[preposition.head];
  if (IsClauseVerb(holder)) AddObject(preposition.head, depth, &out);
  if (out.empty() && IsNoun(holder) && (IsDirectObject(holder) || IsPassiveSubject(holder)) &&
      !x_.IsEventNoun(preposition.head)) {
    AddConjuncts(a_, preposition.head, &out);
  }
  return out;
}

// "Holding the leader, arrested on Friday": a passive participle behind a comma belongs to who stands before it.
// None where it is no such participle.
OptionalIndex Subjects::NounBeforeComma(uint32_t verb) const {
  const Token& token = a_[verb];
  const bool bare = token.dep == Dep::kAdvcl && IsPastParticiple(token) && !x_.HasAuxiliary(verb) &&
                    token.left_edge == verb && token.head < verb;
  if (!bare || verb < 2 || !IsComma(a_[verb - 1]) || !IsNoun(a_[verb - 2]) || !x_.CanAct(verb - 2)) return std::nullopt;
  uint32_t noun = verb - 2;
  while (IsCompoundPart(a_[noun])) noun = a_[noun].head;
  return IsDirectObject(a_[noun]) || IsPrepositionalObject(a_[noun]) ? OptionalIndex(noun) : std::nullopt;
}

std::vector<uint32_t> Subjects::Controller(uint32_t verb, int depth) const {
  std::vector<uint32_t> holder = HolderOfGerund(verb, depth);
  if (!holder.empty()) return holder;
  if (const OptionalIndex noun = NounBeforeComma(verb)) return {*noun};
  const uint32_t above = x_.VerbAbove(a_[verb].head);
  if (above == verb || !(IsClauseVerb(a_[above]) || IsAdjective(a_[above]))) return {};
  return SubjectOf(above, depth + 1).heads;
}

uint32_t Subjects::MainSubjectInstead(uint32_t verb) const {
  if (!IsPastForm(a_[verb])) return verb;
  if (x_.out.ancestry.Depth(verb) > kDeepestNoun) return verb;
  const uint32_t root = x_.out.ancestry.Root(verb);
  if (!IsNoun(a_[root]) || x_.Has(root, Dep::kNsubj)) return verb;
  const uint32_t holder = a_[verb].head;
  if (holder == root || x_.Has(verb, Dep::kAgent)) return verb;
  // Only in a full sentence.
  if (!EndsWithStop(a_, a_.sentences()[a_[verb].sentence])) return verb;
  for (uint32_t at = holder; at != root; at = a_[at].head) {
    if (IsReducedClause(a_[at]) && IsPresentParticiple(a_[at])) return root;
  }
  return verb;
}

}  // namespace diurna
