// Analyses as text for other programs: spaCy's Doc JSON and CoNLL-U.

#ifndef DIURNA_LANGUAGE_PARSE_OUTPUT_H_
#define DIURNA_LANGUAGE_PARSE_OUTPUT_H_

#include <string>
#include <string_view>

#include "diurna/analysis.h"

namespace diurna {

// One line of JSON, as spaCy's Doc.to_json lays it out, without a newline: {"id", "text", "ents": [{"start", "end",
// "label"}], "sents": [{"start", "end"}], "tokens": [{"id", "start", "end", "tag", "pos", "morph", "lemma", "dep",
// "head"}]}. Offsets are in code points. "id" names the document and is left out when empty.
std::string ToJson(const Analysis& analysis, std::string_view id);

// CoNLL-U: a block of lines for each sentence, one line a token, white space tokens included (their blanks written \s,
// \n, \t, \r as UD does in SpacesAfter). MISC holds SpaceAfter, the offsets in code points (start_char, end_char) and
// the name a token belongs to (NER, in the BIO scheme).
std::string ToConllu(const Analysis& analysis, std::string_view id);

}  // namespace diurna

#endif  // DIURNA_LANGUAGE_PARSE_OUTPUT_H_
