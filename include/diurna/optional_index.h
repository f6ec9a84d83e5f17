// OptionalIndex: the index of a token, a mention, a proposition, or none; in four bytes.
//
// Example:
//
//   diurna::OptionalIndex antecedent;  // none
//   if (antecedent) return 1;
//   antecedent = 7u;
//   if (antecedent) std::cout << *antecedent << '\n';  // 7
//   antecedent = std::nullopt;
//   return antecedent.has_value() ? 1 : 0;

#ifndef DIURNA_OPTIONAL_INDEX_H_
#define DIURNA_OPTIONAL_INDEX_H_

#include <cassert>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>

namespace diurna {

// What std::optional<uint32_t> is, in half its size: for vectors that hold one for each token, and for the fields of
// mentions and propositions. An index is less than 2^32 - 1. It is made of unsigned numbers only and has no order, so
// that no number can be mistaken for "none".
class OptionalIndex {
 public:
  constexpr OptionalIndex() = default;
  // NOLINTNEXTLINE(google-explicit-constructor)
  constexpr OptionalIndex(std::nullopt_t) {}
  template <std::unsigned_integral Index>
  requires(sizeof(Index) <= sizeof(uint32_t) && !std::same_as<Index, bool>)
      // NOLINTNEXTLINE(google-explicit-constructor)
      constexpr OptionalIndex(Index index)
      : index_(index) {
    assert(index_ != kNone);
  }

  constexpr bool has_value() const { return index_ != kNone; }
  constexpr explicit operator bool() const { return has_value(); }
  // The index. There must be one.
  constexpr uint32_t operator*() const {
    assert(has_value());
    return index_;
  }
  // Two that are none are equal.
  friend constexpr bool operator==(OptionalIndex, OptionalIndex) = default;

 private:
  static constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();
  uint32_t index_ = kNone;
};

}  // namespace diurna

#endif  // DIURNA_OPTIONAL_INDEX_H_
