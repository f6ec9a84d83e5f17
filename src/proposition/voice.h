// Voice: whether a verb is passive, also where nothing but its form and company says so.

#ifndef DIURNA_PROPOSITION_VOICE_H_
#define DIURNA_PROPOSITION_VOICE_H_

#include <cstdint>
#include <optional>

#include "proposition/extraction.h"

namespace diurna {

// A view over an extraction, which must outlive it.
class Voice {
 public:
  explicit Voice(const Extraction& extraction) : x_(extraction), a_(extraction.analysis) {}

  // Reduced passives ("the bridge destroyed by the flood"), headlines ("Curfew imposed") and participles that were
  // taken for a past tense included.
  bool IsPassive(uint32_t verb) const { return IsPassive(verb, 0); }
  // A direct object, or a clause behind the verb.
  bool HasObject(uint32_t verb) const;
  // Whether the verb has its object from one further on: "arrested and fined three men".
  bool SharesObject(uint32_t verb) const;

 private:
  bool IsPassive(uint32_t verb, int depth) const;
  // What auxiliaries, the kind of subject and a "by" phrase say; none where they say nothing.
  std::optional<bool> ToldByCompany(uint32_t verb) const;
  bool ConjunctIsPassive(uint32_t verb, bool first_is_passive, bool transitive) const;
  bool ParticipleIsPassive(uint32_t verb, bool transitive) const;
  bool PastTenseIsPassive(uint32_t verb, bool transitive) const;
  // A comma between a verb and its subject, which has none inside: no active verb stands like this.
  bool CommaAfterSubject(uint32_t verb) const;

  const Extraction& x_;
  const Analysis& a_;
};

}  // namespace diurna

#endif  // DIURNA_PROPOSITION_VOICE_H_
