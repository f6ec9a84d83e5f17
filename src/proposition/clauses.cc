// Clauses: predicate and logical roles of every verb, predicative adjective and event noun.
//
// The tree is a CLEAR-style dependency parse, which marks only what is said on the spot: "arrested and fined three men"
// gives one verb its subject and the other its object. The rest is derived as the enhanced dependencies and PredPatt
// do: conjuncts share subjects (and objects, when the first lacks one that it needs), infinitives take the subject or
// object of the verb that controls them, participles that of the clause they belong to, relative pronouns become their
// antecedents, and a passive's subject is a theme, reduced passives and headlines ("Curfew imposed") included.
//
// The parser is small, and errs most where sentences are long. What it gets wrong in a regular way is mended while the
// roles are read: a participle hung on the wrong noun that is in truth the main verb, a particle read as a preposition.
// Left out: gapping ("Tesco stated its intention to leave, Salling to stay").

#include "proposition/adjectives.h"
#include "proposition/extraction.h"
#include "proposition/verbs.h"
#include "syntax/name.h"

namespace diurna {

namespace {

constexpr int kMostConjunctsUp = 20;  // adjectives of an enumeration that one asks what it is

// "in March", "Mr Strike": no event.
bool IsName(const Extraction& x, uint32_t i) {
  if (!IsProperNoun(x.analysis[i])) return false;
  switch (EntityTypeAt(x.analysis, i)) {
    case EntityType::kDate:
    case EntityType::kTime:
    case EntityType::kPerson:
    case EntityType::kGpe:
      return true;
    default:
      return false;
  }
}

bool IsVerbalPredicate(const Extraction& x, uint32_t i) {
  switch (x.analysis[i].dep) {
    case Dep::kPrep:      // "following", "including"
    case Dep::kCompound:  // "operating system"
    case Dep::kPunct:
    case Dep::kMark:
    case Dep::kCase:
    case Dep::kCc:
      return false;
    default:
      return !IsModal(x.analysis[i]) || !x.Children(i).empty();
  }
}

bool IsAdjectivalPredicate(const Extraction& x, uint32_t i, int depth = 0) {
  const Token& token = x.analysis[i];
  switch (token.dep) {
    case Dep::kAcomp:
    case Dep::kOprd:
      return true;
    case Dep::kAmod:
      return token.head < i || (x.word[i] != nullptr && !x.word[i]->participle_verb.empty());
    case Dep::kRoot:
    case Dep::kRelcl:
    case Dep::kAcl:
    case Dep::kAdvcl:
    case Dep::kCcomp:
    case Dep::kXcomp:
    case Dep::kAttr:
      return true;
    case Dep::kConj:
      if (IsAdjective(x.analysis[token.head])) {
        return depth < kMostConjunctsUp && IsAdjectivalPredicate(x, token.head, depth + 1);
      }
      return IsClauseVerb(x.analysis[token.head]) || x.Has(i, Dep::kNsubj);
    default:
      return x.Has(i, Dep::kNsubj);
  }
}

// Whether a verb form is an adjective in its clause: "closed roads", "40 people are missing".
bool IsVerbAsAdjective(const Extraction& x, uint32_t i) {
  return IsAdjectivalModifier(x.analysis[i]) || IsAscribed(x.analysis[i]) || IsStateParticiple(x, i);
}

// "A planned march": the participle only tells the march's modality.
bool SetsModality(const Extraction& x, uint32_t i) {
  const FormCue* form = x.FormCueOf(i);
  return form != nullptr && form->modifier && IsAdjectivalModifier(x.analysis[i]);
}

}  // namespace

void FindPropositions(Extraction* extraction) {
  const Extraction& x = *extraction;
  const Subjects subjects(x);
  VerbReader verbs(extraction, subjects);
  AdjectiveReader adjectives(extraction, subjects);
  for (uint32_t i = 0; i < x.analysis.size(); ++i) {
    const Token& token = x.analysis[i];
    if (IsNoun(token)) {
      if (!IsCompoundPart(token) && x.IsEventNoun(i) && !IsName(x, i)) AddNominal(extraction, i);
    } else if (IsClauseVerb(token)) {
      if (IsVerbAsAdjective(x, i)) {
        if (!SetsModality(x, i)) adjectives.Read(i);
      } else if (IsVerbalPredicate(x, i)) {
        verbs.Read(i);
      }
    } else if (IsAdjective(token) && IsAdjectivalPredicate(x, i)) {
      adjectives.Read(i);
    }
  }
}

}  // namespace diurna
