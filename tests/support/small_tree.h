// Analyses of one sentence written out in a test, so that a floor can be tested on the tree that it is meant for.

#ifndef DIURNA_TESTS_SUPPORT_SMALL_TREE_H_
#define DIURNA_TESTS_SUPPORT_SMALL_TREE_H_

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "diurna/analysis.h"

namespace diurna {

class SmallTree {
 public:
  // A line a token: word, part of speech, Penn tag, relation and index of the head, as in "roads NOUN NNS nsubjpass 2".
  // Of the root the head is its own index. Lemmas are the words in lower case. An unknown name ends the program.
  SmallTree(std::initializer_list<std::string_view> lines);

  const Analysis& operator*() const { return analysis_; }
  const Analysis* operator->() const { return &analysis_; }
  // Index of the first token so written, which must be there.
  uint32_t operator[](std::string_view word) const;
  // The words of tokens [begin, end).
  std::string Words(uint32_t begin, uint32_t end) const;

 private:
  std::unique_ptr<std::string> text_;
  Analysis analysis_;
};

}  // namespace diurna

#endif  // DIURNA_TESTS_SUPPORT_SMALL_TREE_H_
