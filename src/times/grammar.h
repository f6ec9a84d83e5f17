// The grammar of time expressions: the rules of lexicon/times.toml, compiled for matching over the atoms of a text.
//
//   const TimeText text(analysis, grammar.words());
//   TimeMatch match;
//   if (grammar.Match(text, 0, TimeGenre::kNews, guards, &match)) ...   // "On 5 May 2021": atoms 1 to 4, by its rule
//
// Rules are indexed by what they may start with, so that an atom which starts none costs one test.

#ifndef DIURNA_TIMES_GRAMMAR_H_
#define DIURNA_TIMES_GRAMMAR_H_

#include <array>
#include <cstdint>
#include <vector>

#include "diurna/status.h"
#include "lexicon/lexicon.h"
#include "times/pattern.h"
#include "times/rule.h"
#include "times/time_text.h"
#include "times/words.h"

namespace diurna {

// Decides whether a rule's guard holds for the atoms [begin, end) of a match.
class TimeGuardian {
 public:
  virtual ~TimeGuardian() = default;
  virtual bool Allows(TimeGuard guard, uint32_t begin, uint32_t end) const = 0;
};

// Const members are thread-safe.
class TimeGrammar {
 public:
  // Fails on an entry that cannot be read, named with file and line.
  static Result<TimeGrammar> Make(const Lexicon& lexicon);

  const TimeWords& words() const { return words_; }
  // The longest match that starts at atom `at`; of several the rule that stands first. False where there is none.
  bool Match(const TimeText& text, uint32_t at, TimeGenre genre, const TimeGuardian& guardian, TimeMatch* match) const;

 private:
  friend class TimeGrammarReader;
  explicit TimeGrammar(TimeWords words) : words_(std::move(words)) {}

  TimeWords words_;
  std::vector<TimeInstruction> code_;
  std::vector<TimeRule> rules_;
  std::vector<std::vector<uint32_t>> rules_by_word_;                    // rules that may start with the word
  std::array<std::vector<uint32_t>, kMostTimeClasses> rules_by_class_;  // with the class
};

}  // namespace diurna

#endif  // DIURNA_TIMES_GRAMMAR_H_
