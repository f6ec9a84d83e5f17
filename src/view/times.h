// Time expressions as text: TimeML and JSON.

#ifndef DIURNA_VIEW_TIMES_H_
#define DIURNA_VIEW_TIMES_H_

#include <string>
#include <vector>

#include "diurna/document.h"
#include "times/time_mention.h"

namespace diurna {

// The forms of `diurna dates`: a TimeML document, its text with inline TIMEX3; and JSON with offsets in code points.
std::string ToTimeMl(const Document& document, const std::vector<TimeMention>& times);
std::string ToDatesJson(const Document& document, const std::vector<TimeMention>& times);

}  // namespace diurna

#endif  // DIURNA_VIEW_TIMES_H_
