// Paragraphs of a plain text.

#ifndef DIURNA_TEXT_PARAGRAPHS_H_
#define DIURNA_TEXT_PARAGRAPHS_H_

#include <string_view>
#include <vector>

#include "diurna/span.h"

namespace diurna {

// The paragraphs of `text` in order, without the white space around them: every line with something on it; where a text
// was broken into lines of even length, the lines between two blank ones are one paragraph.
std::vector<Span> FindParagraphs(std::string_view text);

}  // namespace diurna

#endif  // DIURNA_TEXT_PARAGRAPHS_H_
