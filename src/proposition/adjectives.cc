#include "proposition/adjectives.h"

#include "proposition/obliques.h"

namespace diurna {

bool IsStateParticiple(const Extraction& extraction, uint32_t i) {
  const Token& token = extraction.analysis[i];
  if (!IsPresentParticiple(token) || extraction.Has(i, Dep::kDobj)) return false;
  const WordCue* cue = extraction.cues.Word(token.lower);
  return cue != nullptr && !cue->participle_verb.empty();
}

std::string_view AdjectiveReader::PredicateOf(uint32_t adjective, bool participle) const {
  if (participle) return x_.lemma[adjective];
  for (const WordCue* cue : {x_.cues.Word(a_[adjective].lower), x_.word[adjective]}) {
    if (cue != nullptr && !cue->participle_verb.empty()) return cue->participle_verb;
  }
  return a_[adjective].lower;
}

std::vector<uint32_t> AdjectiveReader::HoldersOf(uint32_t adjective) const {
  const Token& token = a_[adjective];
  if (IsAdjectivalModifier(token)) return {token.head};
  const Proposition* first = x_.PropositionOf(token.head);
  if (IsConjunct(token) && IsAdjective(a_[token.head]) && !x_.Has(adjective, Dep::kNsubj) && first != nullptr) {
    return first->themes;
  }
  std::vector<uint32_t> holders = subjects_.SubjectOf(adjective).heads;
  if (!holders.empty() || !IsRoot(token)) return holders;
  // "Three dead in crash": what is counted is what the adjective says of it.
  for (const uint32_t child : x_.Children(adjective)) {
    if (child < adjective && (IsNumeral(a_[child]) || IsNoun(a_[child]))) return {child};
  }
  return holders;
}

void AdjectiveReader::Read(uint32_t adjective) {
  const Token& token = a_[adjective];
  const bool participle = IsFullVerb(token) && !IsStateParticiple(x_, adjective);
  const bool present = IsPresentParticiple(token) && participle;
  Proposition& p = x_.Add(adjective, PredicateOf(adjective, participle), present ? Form::kActive : Form::kAdjective);
  if (const WordCue* mended = x_.cues.Word(p.predicate)) x_.predicate_word.back() = mended;
  const OptionalIndex particle = participle ? ParticleOf(x_, adjective) : std::nullopt;
  if (particle) p.predicate.append("_").append(a_[*particle].lower);

  if (present) {
    p.agents = HoldersOf(adjective);
  } else {
    p.themes = HoldersOf(adjective);
    p.agents = AgentsOf(x_, adjective);
  }
  for (const uint32_t preposition : PrepositionsOf(a_, adjective)) {
    if (preposition != particle) AddOblique(x_, preposition, &p.obliques);
  }
  // The copula's phrases are this predicate's too.
  if (!IsAscribed(token) || !IsClauseVerb(a_[token.head])) return;
  for (const uint32_t preposition : PrepositionsOf(a_, token.head)) {
    if (preposition != particle) AddOblique(x_, preposition, &p.obliques);
  }
}

}  // namespace diurna
