// Words of states: adjectives, phrases and nouns that tell how a system is, whatever verb stands with them.

#ifndef DIURNA_RECORD_SERVICE_STATES_H_
#define DIURNA_RECORD_SERVICE_STATES_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diurna/vocabulary.h"
#include "lexicon/lexicon.h"
#include "record/report_view.h"
#include "record/word_classes.h"

namespace diurna {

// Whether a system in this state serves people as it should.
bool Works(ServiceState state);
// What a negated state is: what does not work is down, what is not down works.
ServiceState Opposite(ServiceState state);

// A state, and the entry that tells it.
struct ToldState {
  LexiconEntry entry;
  ServiceState state = ServiceState::kNormal;
};

// "Closed", "down".
struct StateWord {
  ToldState told;
  bool before_noun = false;  // tells it before the noun too: "closed schools"
};

// "Blackout", "closure", "traffic jam".
struct StateNoun {
  ToldState told;
  WordSet prep;                         // what stands between it and the system
  bool behind_only = false;             // not with the system before it
  std::optional<ServiceSystem> system;  // that it names even where none stands beside it
};

// The words by the lexicon, which must outlive it. Const, thread-safe.
class StateNames {
 public:
  explicit StateNames(const Lexicon& lexicon);

  // The word in lower case, or null.
  const StateWord* Word(std::string_view word) const;
  // The noun of state at a token, of one word or two, or null.
  const StateNoun* NounAt(const ReportView& view, uint32_t token) const;
  // What stands behind a copula: "was DOWN", "is back ON", "is OUT OF SERVICE".
  std::optional<ToldState> BehindCopula(const ReportView& view, uint32_t verb) const;

 private:
  struct Phrase {
    ToldState told;
    WordSet prep, words;
  };
  void ReadNouns(const Lexicon& lexicon);
  std::optional<ToldState> InPhrase(const ReportView& view, uint32_t preposition) const;

  std::unordered_map<std::string_view, StateWord> words_;
  std::unordered_map<std::string_view, StateNoun> nouns_;  // two lemmas have a blank between them
  std::vector<Phrase> phrases_;
};

}  // namespace diurna

#endif  // DIURNA_RECORD_SERVICE_STATES_H_
