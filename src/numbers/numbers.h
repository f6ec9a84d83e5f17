// Numbers: counts, bounds, percentages, money, quantities and rates, with what they count.

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

class NumberFinder {
 public:
  static Result<NumberFinder> Make(const Lexicon& lexicon);
  NumberFinder(NumberFinder&&) noexcept;
  NumberFinder& operator=(NumberFinder&&) noexcept;
  ~NumberFinder();

  // All numbers outside of the given times, in the order of the text. `country` (ISO 3166-1 alpha-2, or empty) is the
  // report's main country: it settles what "$" and "rupee" are.
  std::vector<NumberMention> Find(const Analysis& analysis, std::span<const Span> times,
                                  std::string_view country) const;

 private:
  NumberFinder();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace diurna

#endif  // DIURNA_NUMBERS_NUMBERS_H_
