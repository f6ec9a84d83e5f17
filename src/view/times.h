// Time expressions as text, for `diurna dates`: TimeML 1.2.1, the form of the field's corpora and tools, and JSON.
//
//   <TEXT>The road was shut <TIMEX3 tid="t1" type="TIME" value="2022-01-04TEV">Tuesday evening</TIMEX3>.</TEXT>
//
// Both are functions of what they are given and may be called from many threads.

#ifndef DIURNA_VIEW_TIMES_H_
#define DIURNA_VIEW_TIMES_H_

#include <string>
#include <vector>

#include "diurna/document.h"
#include "times/time_mention.h"

namespace diurna {

// A TimeML document: the text with inline TIMEX3, the publication date as t0. `times` are in the order of the text.
std::string ToTimeMl(const Document& document, const std::vector<TimeMention>& times);
// The expressions alone, with offsets in code points.
std::string ToDatesJson(const Document& document, const std::vector<TimeMention>& times);

}  // namespace diurna

#endif  // DIURNA_VIEW_TIMES_H_
