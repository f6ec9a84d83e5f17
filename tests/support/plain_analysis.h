// An analysis of tokens alone, for what needs no syntax: a token for each run of a text between blanks, and one for
// each line's end.

#ifndef DIURNA_TESTS_SUPPORT_PLAIN_ANALYSIS_H_
#define DIURNA_TESTS_SUPPORT_PLAIN_ANALYSIS_H_

#include <string_view>

#include "diurna/analysis.h"

namespace diurna {

// Each token is its own lemma and the head of itself. The text must outlive the analysis.
Analysis PlainAnalysis(std::string_view text);

}  // namespace diurna

#endif  // DIURNA_TESTS_SUPPORT_PLAIN_ANALYSIS_H_
