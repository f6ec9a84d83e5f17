// Subjects: who a predicate is about, told on the spot or taken from another clause.

#ifndef DIURNA_PROPOSITION_SUBJECTS_H_
#define DIURNA_PROPOSITION_SUBJECTS_H_

#include <cstdint>
#include <vector>

#include "diurna/optional_index.h"
#include "proposition/extraction.h"
#include "proposition/voice.h"

namespace diurna {

struct Subject {
  std::vector<uint32_t> heads;
  bool own = false;  // stands in the clause itself
};

// A view over an extraction, which must outlive it.
class Subjects {
 public:
  explicit Subjects(const Extraction& extraction) : x_(extraction), a_(extraction.analysis), voice_(extraction) {}

  // The grammatical subject of a verb or predicative adjective: of a passive what it is done to. Empty where the text
  // tells none.
  Subject SubjectOf(uint32_t verb) const { return SubjectOf(verb, 0); }

 private:
  Subject SubjectOf(uint32_t verb, int depth) const;
  bool OwnSubject(uint32_t verb, std::vector<uint32_t>* out) const;
  // `subject` as what it stands for, with its conjuncts: a relative pronoun is its antecedent.
  void AddSubject(uint32_t subject, uint32_t verb, std::vector<uint32_t>* out) const;
  void AddAntecedent(uint32_t pronoun, uint32_t verb, std::vector<uint32_t>* out) const;
  // From the clause above, by the relation to it.
  std::vector<uint32_t> Inherited(uint32_t verb, int depth) const;
  std::vector<uint32_t> OfConjunct(uint32_t verb, int depth) const;
  std::vector<uint32_t> OfComplement(uint32_t verb, int depth) const;
  std::vector<uint32_t> OfReducedClause(uint32_t verb, int depth) const;
  // The subject that the parser hung elsewhere: the noun phrase that ends right before a finite verb.
  void AddNounBefore(uint32_t verb, std::vector<uint32_t>* out) const;
  // The object of a verb, of a passive its subject: what controls an infinitive behind it.
  void AddObject(uint32_t verb, int depth, std::vector<uint32_t>* out) const;
  // Who does the infinitive behind a noun: "X's plan to close", "X announced a plan to close"; "the first to leave".
  std::vector<uint32_t> NounControl(uint32_t noun, int depth) const;
  // The subject of the clause that a participle, a prepositional gerund or a purpose clause belongs to.
  std::vector<uint32_t> Controller(uint32_t verb, int depth) const;
  std::vector<uint32_t> HolderOfGerund(uint32_t verb, int depth) const;
  OptionalIndex NounBeforeComma(uint32_t verb) const;
  // "A bus carrying 40 people overturned": a participle hung on a noun inside a noun phrase that has no verb of its own
  // is the main verb. Its subject, or `verb` itself where this is not so.
  uint32_t MainSubjectInstead(uint32_t verb) const;

  const Extraction& x_;
  const Analysis& a_;
  Voice voice_;
};

}  // namespace diurna

#endif  // DIURNA_PROPOSITION_SUBJECTS_H_
