// One set of word ids is filled by all tables in turn. Problems with entries are gathered over the tables, so that an
// editor sees them together; those of numerals alone come first.

#include "numbers/number_words.h"

#include <utility>

#include "lexicon/entry_problems.h"

namespace diurna {

Result<NumberWords> NumberWords::Make(const Lexicon& lexicon) {
  WordIds ids;
  EntryProblems problems;
  Result<NumeralWords> numerals = NumeralWords::Make(lexicon, &ids);
  if (!numerals.ok()) return numerals.status();
  CueWords cues(lexicon, &ids);
  BoundWords bounds(lexicon, &ids, &problems);
  UnitWords units(lexicon, &ids);
  CurrencyWords currencies(lexicon, &ids, &problems);
  if (Status status = problems.ToStatus(); !status.ok()) return status;
  return NumberWords{std::move(ids),    std::move(*numerals), std::move(cues),
                     std::move(bounds), std::move(units),     std::move(currencies)};
}

}  // namespace diurna
