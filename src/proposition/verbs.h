// Verbs as predicates: voice, subject, objects and phrases put into roles.

#ifndef DIURNA_PROPOSITION_VERBS_H_
#define DIURNA_PROPOSITION_VERBS_H_

#include <cstdint>
#include <vector>

#include "diurna/optional_index.h"
#include "proposition/extraction.h"
#include "proposition/subjects.h"
#include "proposition/voice.h"

namespace diurna {

class VerbReader {
 public:
  // Both must outlive it.
  VerbReader(Extraction* extraction, const Subjects& subjects)
      : x_(*extraction), a_(extraction->analysis), subjects_(subjects), voice_(*extraction) {}

  // Adds the proposition of a verb.
  void Read(uint32_t verb);

 private:
  // A verb while it is read. Objects are what stands as direct object, or as a copula's noun.
  struct Clause {
    uint32_t verb = 0;
    OptionalIndex particle;
    const WordCue* cue = nullptr;
    bool passive = false;
    bool copula = false;
    Subject subject;
    std::vector<uint32_t> objects;
  };

  void ReadChild(uint32_t child, Clause* clause, Proposition* p) const;
  void ReadDirectObject(uint32_t object, Clause* clause) const;
  void ReadRecipient(uint32_t child, Proposition* p) const;
  void ReadPreposition(uint32_t preposition, Clause* clause, Proposition* p) const;
  // "The bomb was placed in a market, stated minister X": subject and object changed places.
  bool IsInverted(const Clause& clause) const;
  // "Take place": the object is part of the predicate.
  void TakeIdiom(Clause* clause, Proposition* p);
  // "Elected Ivan Petrov president", read as one phrase: the person, and what he was made.
  void SplitName(Clause* clause, Proposition* p) const;
  // An object told elsewhere: by the noun of a relative clause, or by a conjunct further on.
  void FindSharedObject(Clause* clause) const;
  // "The men police arrested": the object of a relative clause is its noun, unless the gap is elsewhere.
  bool HasObjectGap(const Clause& clause) const;
  void SetPassiveRoles(Clause* clause, Proposition* p) const;
  void SetActiveRoles(Clause* clause, Proposition* p) const;

  Extraction& x_;
  const Analysis& a_;
  const Subjects& subjects_;
  Voice voice_;
};

}  // namespace diurna

#endif  // DIURNA_PROPOSITION_VERBS_H_
