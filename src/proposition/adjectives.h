// Predicative adjectives and participles that are adjectives: "roads are closed", "closed roads", "12 dead".

#ifndef DIURNA_PROPOSITION_ADJECTIVES_H_
#define DIURNA_PROPOSITION_ADJECTIVES_H_

#include <cstdint>
#include <vector>

#include "proposition/extraction.h"
#include "proposition/subjects.h"

namespace diurna {

// A present participle that the lexicon knows as a state: "40 people are MISSING".
bool IsStateParticiple(const Extraction& extraction, uint32_t i);

class AdjectiveReader {
 public:
  // Both must outlive it.
  AdjectiveReader(Extraction* extraction, const Subjects& subjects)
      : x_(*extraction), a_(extraction->analysis), subjects_(subjects) {}

  // Adds the proposition of an adjective or participle.
  void Read(uint32_t adjective);

 private:
  std::string_view PredicateOf(uint32_t adjective, bool participle) const;
  // What the adjective is said of.
  std::vector<uint32_t> HoldersOf(uint32_t adjective) const;

  Extraction& x_;
  const Analysis& a_;
  const Subjects& subjects_;
};

}  // namespace diurna

#endif  // DIURNA_PROPOSITION_ADJECTIVES_H_
