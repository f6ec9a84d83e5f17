// The lexicon compiler: TOML files in, one image out, every entry checked against lexicon/schema/.
//
// Its steps are files of their own: schema.h, entry_reader.h (TOML into entries, checked), overlay.h (a user's entries
// on the product's), image_writer.h (classes put in, and laid out flat).

#ifndef DIURNA_LEXICON_COMPILER_H_
#define DIURNA_LEXICON_COMPILER_H_

#include <string>
#include <string_view>
#include <vector>

#include "diurna/status.h"
#include "lexicon/entry_reader.h"
#include "lexicon/image.h"
#include "lexicon/problems.h"

namespace diurna {

// All *.toml of a folder in the order of their names, not its subfolders.
Result<std::vector<LexiconSource>> ReadLexiconFolder(const std::string& folder);

// The schema in a folder's subfolder "schema", its files one after the other; empty where there is no such subfolder.
// A folder with one is a lexicon of its own, nothing to put on another.
Result<std::string> ReadSchemaOf(const std::string& folder);

// Compiles the product's own lexicon under `schema` (the texts of lexicon/schema/*.toml, one after the other). Problems
// are appended; the image holds the entries that are well-formed. Thread-safe.
std::string CompileLexicon(std::string_view schema, const std::vector<LexiconSource>& sources,
                           LexiconProblems* problems);

// The same of an image with the sources of each layer on top, a layer after the other, under the image's own schema.
std::string CompileOverlay(const LexiconImage& base, const std::vector<std::vector<LexiconSource>>& layers,
                           LexiconProblems* problems);

// The schema linked into the binary.
std::string_view BuiltInLexiconSchema();

}  // namespace diurna

#endif  // DIURNA_LEXICON_COMPILER_H_
