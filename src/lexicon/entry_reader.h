// Reads the entries of lexicon files, each held against the schema.

#ifndef DIURNA_LEXICON_ENTRY_READER_H_
#define DIURNA_LEXICON_ENTRY_READER_H_

#include <string>
#include <vector>

#include "lexicon/entry_data.h"
#include "lexicon/problems.h"
#include "lexicon/schema.h"

namespace diurna {

struct LexiconSource {
  std::string file;  // as it is to be named in messages
  std::string toml;
};

// The entries of `sources` that are well-formed, in the order of the sections' names, then of the sources and lines, so
// that an image does not depend on which file an entry stands in. `own` is false for the product's own lexicon, whose
// entries may be of sections that only data files are built from.
std::vector<EntryData> ReadEntries(const LexiconSchema& schema, const std::vector<LexiconSource>& sources, bool own,
                                   LexiconProblems* problems);

}  // namespace diurna

#endif  // DIURNA_LEXICON_ENTRY_READER_H_
