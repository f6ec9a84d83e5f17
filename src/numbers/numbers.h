// Numbers: counts, bounds, percentages, money, quantities and rates of a report, with what they count.
//
//   Result<NumberFinder> finder = NumberFinder::Make(lexicon);
//   for (const NumberMention& number : finder->Find(analysis, times, "US")) {
//     // "More than 5,000 people marched": kind kCount, value 5000, bound kMoreThan, counted: the token "people"
//     // "$3 million a day":               kind kMoney, value 3000000, currency "USD", per "day"
//   }

#ifndef DIURNA_NUMBERS_NUMBERS_H_
#define DIURNA_NUMBERS_NUMBERS_H_

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "diurna/analysis.h"
#include "diurna/status.h"
#include "lexicon/lexicon.h"
#include "numbers/number_mention.h"

namespace diurna {

// Const members are thread-safe.
class NumberFinder {
 public:
  // Fails with kBadInput on a lexicon without number words, and on entries that contradict themselves, each named with
  // file and line. The lexicon need not outlive the finder.
  static Result<NumberFinder> Make(const Lexicon& lexicon);
  NumberFinder(NumberFinder&&) noexcept;
  NumberFinder& operator=(NumberFinder&&) noexcept;
  ~NumberFinder();

  // All numbers outside of the given times, in the order of the text; what counts nothing is among them (kinds
  // kOrdinal, kAge, kScore, kYear, kPhone, kName). `times` are in the order of the text. `country` (ISO 3166-1 alpha-2,
  // or empty) is the report's main country: it settles what "$" and "rupee" are. Takes time linear in the text.
  std::vector<NumberMention> Find(const Analysis& analysis, std::span<const Span> times,
                                  std::string_view country) const;

 private:
  NumberFinder();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace diurna

#endif  // DIURNA_NUMBERS_NUMBERS_H_
