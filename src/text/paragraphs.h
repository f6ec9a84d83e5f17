// Paragraphs of a plain text.

#ifndef DIURNA_TEXT_PARAGRAPHS_H_
#define DIURNA_TEXT_PARAGRAPHS_H_

#include <string_view>
#include <vector>

#include "diurna/span.h"
#include "text/layout_words.h"

namespace diurna {

// The paragraphs of `text` in order, without the white space around them: every line with something on it; where a text
// was broken into lines of even length, the lines that make up one paragraph. `words` tell lines of the head, which
// belong to no other.
std::vector<Span> FindParagraphs(std::string_view text, const LayoutWords& words);

}  // namespace diurna

#endif  // DIURNA_TEXT_PARAGRAPHS_H_
