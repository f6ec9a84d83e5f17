// Resolution of all time expressions of a report in the order that it tells them: what is told first is known when the
// next is read ("On 4 March ... the next day").

#ifndef DIURNA_TIMES_STORY_H_
#define DIURNA_TIMES_STORY_H_

#include <optional>

#include "diurna/document.h"
#include "times/expression.h"
#include "times/time_text.h"

namespace diurna {

// Sets `bound`, `context`, `time` and `anchor` of the expressions. Clock times must be tied to their days already.
void ResolveInOrder(const TimeText& text, const Document& document, TimeGenre genre, TimeExpressions* expressions);

}  // namespace diurna

#endif  // DIURNA_TIMES_STORY_H_
