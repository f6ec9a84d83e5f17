// Overlay: a user's own entries on top of those beneath, which are the product's and those of folders named before.
//
// An entry with the section and `name` of one beneath replaces it and keeps its place in the order. One with `extends`
// adds to the entry of that name: words to its lists, pairs to its maps, examples. All that would change what it means
// must be named in `override`: a value in place of its own, or a key that it does not have, since a list that a frame
// does not have is a condition more. Any other entry is added behind those of its section. All extensions are put in
// after all replacements, so that the order of files does not matter.

#ifndef DIURNA_LEXICON_OVERLAY_H_
#define DIURNA_LEXICON_OVERLAY_H_

#include <vector>

#include "lexicon/entry_data.h"
#include "lexicon/problems.h"
#include "lexicon/schema.h"

namespace diurna {

// Puts `upper` on `entries`. Problems are those of an extension, with its file and line: no entry of that name in the
// section, a value that only `override` may change, an override without a value.
void Overlay(const LexiconSchema& schema, std::vector<EntryData> upper, std::vector<EntryData>* entries,
             LexiconProblems* problems);

}  // namespace diurna

#endif  // DIURNA_LEXICON_OVERLAY_H_
