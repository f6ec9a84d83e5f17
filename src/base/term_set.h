// TermSet: some terms of a vocabulary.

#ifndef DIURNA_BASE_TERM_SET_H_
#define DIURNA_BASE_TERM_SET_H_

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>

#include "diurna/vocabulary.h"

namespace diurna {

// A plain value. Absent terms are in no set.
template <Vocabulary E>
class TermSet {
 public:
  constexpr TermSet() = default;
  constexpr TermSet(std::initializer_list<E> terms) {
    for (const E term : terms) Add(term);
  }

  constexpr void Add(E term) { has_[static_cast<size_t>(term)] = true; }
  constexpr bool Has(E term) const { return has_[static_cast<size_t>(term)]; }
  constexpr bool Has(const std::optional<E>& term) const { return term && Has(*term); }
  constexpr bool empty() const {
    for (const bool has : has_) {
      if (has) return false;
    }
    return true;
  }

 private:
  std::array<bool, kTerms<E>> has_{};
};

}  // namespace diurna

#endif  // DIURNA_BASE_TERM_SET_H_
