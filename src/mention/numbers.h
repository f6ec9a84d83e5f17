// Numbers: counts, bounds, percentages, money, quantities and rates, with what they count.

#ifndef DIURNA_MENTION_NUMBERS_H_
#define DIURNA_MENTION_NUMBERS_H_

#include <memory>
#include <string_view>
#include <vector>

#include "diurna/analysis.h"
#include "diurna/document.h"
#include "diurna/status.h"
#include "lexicon/lexicon.h"
#include "mention/mentions.h"

namespace diurna {

class NumberFinder {
 public:
  static Result<NumberFinder> Make(const Lexicon& lexicon);
  NumberFinder(NumberFinder&&) noexcept;
  NumberFinder& operator=(NumberFinder&&) noexcept;
  ~NumberFinder();

  // All numbers outside of the given times, in the order of the text. `country` (ISO 3166-1 alpha-2, or empty) is the
  // report's main country: it settles what "$" and "rupee" are.
  std::vector<NumberMention> Find(const Document& document, const Analysis& analysis,
                                  const std::vector<TimeMention>& times, std::string_view country) const;

 private:
  NumberFinder();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace diurna

#endif  // DIURNA_MENTION_NUMBERS_H_
