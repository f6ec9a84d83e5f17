// EntryProblems: what the reader of a section finds wrong with its entries, gathered so that an editor sees all of it
// at once.

#ifndef DIURNA_LEXICON_ENTRY_PROBLEMS_H_
#define DIURNA_LEXICON_ENTRY_PROBLEMS_H_

#include <string>
#include <string_view>

#include "diurna/status.h"
#include "lexicon/lexicon.h"

namespace diurna {

class EntryProblems {
 public:
  void Add(const LexiconEntry& entry, std::string_view message) {
    if (!text_.empty()) text_ += '\n';
    text_ += entry.Problem(message);
  }
  // An error with one line for each problem, or no error where there is none.
  Status ToStatus() const { return text_.empty() ? Status() : Status::BadInput(text_); }

 private:
  std::string text_;
};

}  // namespace diurna

#endif  // DIURNA_LEXICON_ENTRY_PROBLEMS_H_
