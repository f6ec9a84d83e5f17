// The parser of reports, with the built-in lexicon.

#ifndef DIURNA_TESTS_SUPPORT_BUILT_IN_PARSER_H_
#define DIURNA_TESTS_SUPPORT_BUILT_IN_PARSER_H_

#include "text/document_parser.h"
#include "text/layout_words.h"

namespace diurna {

// Made at the first call; the process ends where the lexicon does not open.
const DocumentParser& BuiltInParser();
const LayoutWords& BuiltInLayoutWords();

}  // namespace diurna

#endif  // DIURNA_TESTS_SUPPORT_BUILT_IN_PARSER_H_
