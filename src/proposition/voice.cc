#include "proposition/voice.h"

#include <algorithm>

#include "syntax/closed_class.h"

namespace diurna {

namespace {

constexpr int kMostConjunctsUp = 6;        // verbs of an enumeration that one asks for its voice
constexpr uint32_t kNearConjunct = 4;      // tokens to the verb that an object is shared with
constexpr uint32_t kLongestSubject = 100;  // tokens of a subject without a comma; binds only in endless sentences

// Whether a verb has an auxiliary with one of the lemmas.
template <size_t N>
bool HasAuxiliary(const Analysis& analysis, uint32_t verb, const ClosedClass<N>& lemmas) {
  const AuxiliariesOf auxiliaries(analysis, verb);
  return std::any_of(auxiliaries.begin(), auxiliaries.end(),
                     [&](uint32_t auxiliary) { return lemmas.Has(analysis[auxiliary].lemma); });
}

bool HasComma(const Analysis& analysis, const Token& top) {
  for (uint32_t at = top.left_edge; at <= top.right_edge; ++at) {
    if (IsComma(analysis[at])) return true;
  }
  return false;
}

}  // namespace

bool Voice::HasObject(uint32_t verb) const {
  for (const uint32_t child : x_.Children(verb)) {
    const Dep dep = a_[child].dep;
    if (dep == Dep::kDobj || ((dep == Dep::kCcomp || dep == Dep::kXcomp) && child > verb)) return true;
  }
  return false;
}

bool Voice::SharesObject(uint32_t verb) const {
  if (x_.Has(verb, Dep::kPrt) || x_.Has(verb, Dep::kPrep)) return false;
  const std::span<const uint32_t> children = x_.Children(verb);
  return std::any_of(children.begin(), children.end(), [&](uint32_t child) {
    return a_[child].dep == Dep::kConj && child > verb && child - verb <= kNearConjunct && IsClauseVerb(a_[child]) &&
           !x_.Has(child, Dep::kNsubj) && !x_.Has(child, Dep::kNsubjpass) && !x_.HasAuxiliary(child) &&
           x_.Has(child, Dep::kDobj);
  });
}

bool Voice::CommaAfterSubject(uint32_t verb) const {
  OptionalIndex subject;
  for (const uint32_t child : x_.Children(verb)) {
    const Dep dep = a_[child].dep;
    if (dep == Dep::kNsubj && child < verb) subject = child;
    if (dep == Dep::kDobj || dep == Dep::kXcomp) return false;
    // What follows the second comma is the main clause, whatever it was taken for.
    if (dep == Dep::kCcomp && child > verb && (x_.Has(child, Dep::kMark) || x_.Has(child, Dep::kNsubj))) return false;
  }
  if (!subject || SharesObject(verb)) return false;
  const Token& token = a_[*subject];
  if (IsRelativePronoun(token) || IsPronoun(token) || token.right_edge + 2 < verb) return false;
  return token.right_edge - token.left_edge < kLongestSubject && !HasComma(a_, token);
}

std::optional<bool> Voice::ToldByCompany(uint32_t verb) const {
  const Token& token = a_[verb];
  for (const uint32_t child : x_.Children(verb)) {
    switch (a_[child].dep) {
      case Dep::kAuxpass:
      case Dep::kNsubjpass:
      case Dep::kCsubjpass:
        return true;
      case Dep::kAgent:
        if (IsPastForm(token)) return true;
        break;
      default:
        break;
    }
  }
  if (!IsPastForm(token) || HasAuxiliary(a_, verb, closed_class::kHave)) return false;
  // "to have", "do": active; "being": passive even when the parser calls it an active auxiliary.
  if (x_.HasAuxiliary(verb)) return IsPastParticiple(token) && HasAuxiliary(a_, verb, closed_class::kBe);
  return std::nullopt;
}

bool Voice::IsPassive(uint32_t verb, int depth) const {
  if (const std::optional<bool> told = ToldByCompany(verb)) return *told;
  const Token& token = a_[verb];
  const WordCue* cue = x_.VerbCue(verb);
  const bool has_subject = x_.Has(verb, Dep::kNsubj);
  if (x_.Has(verb, Dep::kDobj) && !(cue != nullptr && cue->ditransitive)) return false;
  if (token.dep == Dep::kAcl && IsPastTense(token) && !has_subject) return !HasObject(verb);
  const bool transitive = cue != nullptr && cue->transitive;
  if (token.dep == Dep::kConj && IsClauseVerb(a_[token.head]) && !has_subject && depth < kMostConjunctsUp) {
    return ConjunctIsPassive(verb, IsPassive(token.head, depth + 1), transitive);
  }
  return IsPastParticiple(token) ? ParticipleIsPassive(verb, transitive) : PastTenseIsPassive(verb, transitive);
}

bool Voice::ConjunctIsPassive(uint32_t verb, bool first_is_passive, bool transitive) const {
  if (IsPastParticiple(a_[verb])) {
    // "has arrested and charged": the auxiliary is shared.
    const bool shares_perfect = HasAuxiliary(a_, a_[verb].head, closed_class::kHave);
    return first_is_passive || (transitive && !shares_perfect);
  }
  return transitive && first_is_passive && !HasObject(verb);
}

bool Voice::ParticipleIsPassive(uint32_t verb, bool transitive) const {
  const Token& token = a_[verb];
  switch (token.dep) {
    case Dep::kAcl:
    case Dep::kAdvcl:
    case Dep::kPcomp:
    case Dep::kOprd:
    case Dep::kAcomp:
    case Dep::kAmod:
    case Dep::kRelcl:
      return true;
    case Dep::kCcomp:
    case Dep::kXcomp: {
      const WordCue* above = x_.word[token.head];
      if (above != nullptr && above->causative) return true;
      break;
    }
    default:
      break;
  }
  return !HasObject(verb) && !SharesObject(verb) && (transitive || !x_.Has(verb, Dep::kNsubj) || x_.IsInTitle(verb));
}

// Past forms that the tagger took for the past tense: "20 killed in bus crash"; "the ban, announced last week, ends".
bool Voice::PastTenseIsPassive(uint32_t verb, bool transitive) const {
  if (verb > 0 && IsComma(a_[verb - 1]) && CommaAfterSubject(verb)) return true;
  if (!transitive || HasObject(verb) || SharesObject(verb)) return false;
  const Token& token = a_[verb];
  const OptionalIndex subject = x_.Child(verb, Dep::kNsubj);
  if (token.dep == Dep::kRelcl && (!subject || !IsRelativePronoun(a_[*subject]))) return false;
  return subject || token.dep == Dep::kConj;
}

}  // namespace diurna
