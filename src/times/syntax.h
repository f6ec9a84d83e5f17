// What syntax tells about a time expression: whether a rule's guard holds, and the tense of what happens at it.

#ifndef DIURNA_TIMES_SYNTAX_H_
#define DIURNA_TIMES_SYNTAX_H_

#include <cstdint>

#include "diurna/analysis.h"
#include "times/grammar.h"
#include "times/resolver.h"

namespace diurna {

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
class TimeSyntax : public TimeGuardian {
 public:
  TimeSyntax(const Analysis& analysis, const TimeAtoms& atoms) : analysis_(analysis), atoms_(atoms) {}
  bool Allows(const TimeRule& rule, uint32_t begin, uint32_t end) const override;

 private:
  bool Year(uint32_t begin, uint32_t end) const;
  const Token& TokenOf(uint32_t atom) const { return analysis_[atoms_.atoms[atom].token]; }

  const Analysis& analysis_;
  const TimeAtoms& atoms_;
};

// The tense of the clause in which token `at` stands, the last of an expression that begins with token `first`.
TimeTense TenseAt(const TimeGrammar& grammar, const Analysis& analysis, uint32_t first, uint32_t at);

}  // namespace diurna

#endif  // DIURNA_TIMES_SYNTAX_H_
