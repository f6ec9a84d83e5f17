// The lexicon compiler: TOML files in, one image out, every entry checked against lexicon/schema/.

#ifndef DIURNA_LEXICON_COMPILER_H_
#define DIURNA_LEXICON_COMPILER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/status.h"
#include "lexicon/lexicon.h"

namespace diurna {

// One thing wrong with a lexicon file.
struct LexiconProblem {
  std::string file;
  uint32_t line = 0;
  std::string message;
};

struct LexiconSource {
  std::string file;  // as it is to be named in messages
  std::string toml;
};

// All *.toml of a folder in the order of their names, not its subfolders.
Result<std::vector<LexiconSource>> ReadLexiconFolder(const std::string& folder);

// Compiles `sources` under `schema` (the texts of lexicon/schema/*.toml, one after the other). Problems are appended;
// the image holds the entries that are well-formed. The classes of `base`, where given, may be named too. Thread-safe.
std::string CompileLexicon(std::string_view schema, const std::vector<LexiconSource>& sources,
                           std::vector<LexiconProblem>* problems, const Lexicon* base = nullptr);

// The schema linked into the binary.
std::string_view BuiltInLexiconSchema();

}  // namespace diurna

#endif  // DIURNA_LEXICON_COMPILER_H_
