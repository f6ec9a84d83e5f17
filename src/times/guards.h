// Guards: what the syntax must say before a match of a rule is a time expression. "May" of "may come" and "the Long
// March" matches a rule and is no month; "1,984" words long is no year.
//
// The guards of [[time_rule]]:
//   year              four digits that are no count, price or part of a name
//   modifies_nothing  no noun follows that the words modify
//   rate              an adjunct that says per what: "60 dollars a year"
//   adjective         an attribute of a noun
//   noun_phrase       the last word heads its phrase: not "the day care"
//   common_noun       not part of a name: "winter offensive", but not "Winter Olympics"
//   bare_plural       stands without any determiner, behind a preposition or verb: "for years"
//   month             not the last word of a name: "the Long March"
//   count             a number that is no year stands before a unit in the singular
//   alone             the last word governs nothing: "two days before", not "two days before the vote"

#ifndef DIURNA_TIMES_GUARDS_H_
#define DIURNA_TIMES_GUARDS_H_

#include <cstdint>

#include "times/grammar.h"
#include "times/time_text.h"

namespace diurna {

// The text must outlive it.
class TimeGuards : public TimeGuardian {
 public:
  explicit TimeGuards(const TimeText& text) : text_(text) {}
  bool Allows(TimeGuard guard, uint32_t begin, uint32_t end) const override;

 private:
  bool ModifiesNothing(uint32_t end) const;
  bool IsRate(uint32_t begin, uint32_t end) const;
  bool IsNounPhrase(uint32_t begin, uint32_t end) const;
  bool IsCommonNoun(uint32_t begin, uint32_t end) const;
  bool IsMonth(uint32_t begin, uint32_t end) const;
  bool IsCount(uint32_t begin, uint32_t end) const;
  bool IsBarePlural(uint32_t begin, uint32_t end) const;
  bool IsAlone(uint32_t begin, uint32_t end) const;

  const TimeText& text_;
};

// The guard `year`: whether the atoms [begin, end) of a text name a year.
bool IsYear(const TimeText& text, uint32_t begin, uint32_t end);

}  // namespace diurna

#endif  // DIURNA_TIMES_GUARDS_H_
