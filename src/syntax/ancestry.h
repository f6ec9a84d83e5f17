// Ancestry: what stands above each token of an analysis, worked out once for all of them, so that no question costs a
// climb. In a sentence that never ends a climb is as long as the sentence.

#ifndef DIURNA_SYNTAX_ANCESTRY_H_
#define DIURNA_SYNTAX_ANCESTRY_H_

#include <cstdint>
#include <vector>

#include "diurna/analysis.h"

namespace diurna {

// Made in time linear in the number of tokens; every question takes constant time. A value of its own: it needs the
// analysis only while it is made.
class Ancestry {
 public:
  Ancestry() = default;
  explicit Ancestry(const Analysis& analysis);

  // The nearest verb at or above a token, auxiliaries skipped; the root where there is none.
  uint32_t VerbAbove(uint32_t token) const { return verb_above_[token]; }
  // The root of the tree that a token stands in.
  uint32_t Root(uint32_t token) const { return root_[token]; }
  // Steps from a token up to its root: 0 of a root.
  uint32_t Depth(uint32_t token) const { return depth_[token]; }
  // Whether `below` is `above` or stands in its subtree.
  bool Dominates(uint32_t above, uint32_t below) const {
    return order_[below] >= order_[above] && order_[below] - order_[above] < size_[above];
  }
  // Steps from `below` up to `above`, which must dominate it.
  uint32_t Steps(uint32_t above, uint32_t below) const { return depth_[below] - depth_[above]; }

 private:
  std::vector<uint32_t> verb_above_;
  std::vector<uint32_t> root_;
  std::vector<uint32_t> depth_;
  std::vector<uint32_t> order_;  // place in an order that puts every head before what is below it, subtrees together
  std::vector<uint32_t> size_;   // tokens in the subtree, itself included
};

}  // namespace diurna

#endif  // DIURNA_SYNTAX_ANCESTRY_H_
