// Entries into an image and back.

#ifndef DIURNA_LEXICON_IMAGE_WRITER_H_
#define DIURNA_LEXICON_IMAGE_WRITER_H_

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/entry_data.h"
#include "lexicon/image.h"
#include "lexicon/problems.h"
#include "lexicon/schema.h"

namespace diurna {

// Lays entries out, with the words of a class for each "@class" in a list of words: each word once, where it stands
// first. Classes may name one another. A class that names itself is a problem; a class that there is not stands for
// nothing here (CheckClassNames reports it where it is written).
std::string WriteImage(const LexiconSchema& schema, std::string_view schema_text, const std::vector<EntryData>& entries,
                       LexiconProblems* problems);

// The entries of an image as they were written.
std::vector<EntryData> DecodeEntries(const LexiconImage& image);

}  // namespace diurna

#endif  // DIURNA_LEXICON_IMAGE_WRITER_H_
