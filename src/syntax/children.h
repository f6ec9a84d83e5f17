// The children of a token that stand in one relation to it, for range-for loops and algorithms:
//
//   for (const uint32_t preposition : PrepositionsOf(analysis, noun)) {
//     if (!closed_class::kOf.Has(analysis[preposition].lower)) continue;
//     for (const uint32_t object : ObjectsOf(analysis, preposition)) ...
//   }

#ifndef DIURNA_SYNTAX_CHILDREN_H_
#define DIURNA_SYNTAX_CHILDREN_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>

#include "diurna/analysis.h"
#include "syntax/relation.h"

namespace diurna {

// The children of a token in the order of the text. Of more than kMostChildren to one side the farther ones are left
// out, so that a question costs no more in a sentence that never ends; no sentence of a report has so many.
constexpr size_t kMostChildren = 64;
inline std::span<const uint32_t> ChildrenOf(const Analysis& analysis, uint32_t token) {
  const std::span<const uint32_t> all = analysis.children(token);
  if (all.size() <= kMostChildren) return all;
  const auto behind = static_cast<size_t>(std::upper_bound(all.begin(), all.end(), token) - all.begin());
  const size_t first = behind - std::min(behind, kMostChildren);
  return all.subspan(first, std::min(all.size(), behind + kMostChildren) - first);
}

// The children for which `Asked` holds, in the order of the text. A view: it lives as long as the analysis and costs
// one look at each child.
template <bool (*Asked)(const Token&)>
class ChildrenThat {
 public:
  ChildrenThat(const Analysis& analysis, uint32_t token)
      : analysis_(&analysis), children_(ChildrenOf(analysis, token)) {}

  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = uint32_t;
    using difference_type = std::ptrdiff_t;
    using pointer = const uint32_t*;
    using reference = uint32_t;

    Iterator() = default;
    Iterator(const Analysis* analysis, pointer at, pointer end) : analysis_(analysis), at_(at), end_(end) { Settle(); }
    uint32_t operator*() const { return *at_; }
    Iterator& operator++() {
      ++at_;
      Settle();
      return *this;
    }
    Iterator operator++(int) {
      Iterator before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }

   private:
    void Settle() {
      while (at_ != end_ && !Asked((*analysis_)[*at_])) ++at_;
    }
    const Analysis* analysis_ = nullptr;
    pointer at_ = nullptr;
    pointer end_ = nullptr;
  };

  Iterator begin() const { return {analysis_, children_.data(), children_.data() + children_.size()}; }
  Iterator end() const {
    const uint32_t* end = children_.data() + children_.size();
    return {analysis_, end, end};
  }
  bool empty() const { return begin() == end(); }

 private:
  const Analysis* analysis_;
  std::span<const uint32_t> children_;
};

// Of a noun.
using ModifiersOf = ChildrenThat<IsModifier>;
using ModifiersAndPossessorsOf = ChildrenThat<IsModifierOrPossessor>;
using DeterminersOf = ChildrenThat<IsDeterminerOfNoun>;
using AppositionsOf = ChildrenThat<IsApposition>;
using ClausesOn = ChildrenThat<IsAdnominalClause>;
// Of a noun or verb.
using PrepositionsOf = ChildrenThat<IsPrepositional>;
// Of a preposition.
using ObjectsOf = ChildrenThat<IsPrepositionalObject>;
using ClausesBehind = ChildrenThat<IsPrepositionalClause>;
// Of a verb.
using SubjectsOf = ChildrenThat<IsSubject>;
using DirectObjectsOf = ChildrenThat<IsDirectObject>;
using CoreArgumentsOf = ChildrenThat<IsCoreArgument>;
using NounsBehindVerb = ChildrenThat<IsNounBehindVerb>;
using ClauseMarkersOf = ChildrenThat<IsClauseMarker>;
using AuxiliariesOf = ChildrenThat<IsAuxiliaryOfVerb>;
// Of any word.
using AdverbsOf = ChildrenThat<IsAdverbialModifier>;
using OwnClauseOf = ChildrenThat<IsInOwnClause>;

}  // namespace diurna

#endif  // DIURNA_SYNTAX_CHILDREN_H_
