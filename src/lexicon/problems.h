// What is wrong with a lexicon. A problem never stops the compiler: all that is wrong is reported in one run.

#ifndef DIURNA_LEXICON_PROBLEMS_H_
#define DIURNA_LEXICON_PROBLEMS_H_

#include <cstdint>
#include <string>
#include <vector>

namespace diurna {

// One thing wrong with a lexicon file.
struct LexiconProblem {
  std::string file;
  uint32_t line = 0;
  std::string message;
};

using LexiconProblems = std::vector<LexiconProblem>;

// "FILE:LINE: message", a line each and none behind the last, as editors and compilers know it.
std::string Describe(const LexiconProblems& problems);

}  // namespace diurna

#endif  // DIURNA_LEXICON_PROBLEMS_H_
