// Reads the dumps of tests/language/dump_network.py.

#ifndef DIURNA_TESTS_LANGUAGE_NETWORK_DUMP_H_
#define DIURNA_TESTS_LANGUAGE_NETWORK_DUMP_H_

#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/flat_file.h"
#include "language/features.h"

namespace diurna {

// A document's tokens and what spaCy decided about them; names in the BILUO scheme.
struct DumpedDocument {
  std::vector<TokenFeatures> tokens;
  std::vector<std::string> tag;
  std::vector<uint32_t> head;
  std::vector<std::string> label;
  std::vector<int> sentence_start;
  std::vector<std::string> name;
};

inline std::vector<DumpedDocument> ReadDecisions() {
  std::ifstream file(DIURNA_SOURCE_DIR "/tests/language/network_decisions.txt");
  std::vector<DumpedDocument> documents(1);
  std::string line;
  while (std::getline(file, line)) {
    if (line.empty()) {
      documents.emplace_back();
      continue;
    }
    std::istringstream fields(line);
    TokenFeatures token;
    int space = 0, white = 0, preset = 0, start = 0;
    uint32_t head = 0;
    std::string tag, label, name;
    fields >> std::hex >> token.norm >> token.prefix >> token.suffix >> token.shape >> std::dec >> space >> white >>
        preset >> tag >> head >> label >> start >> name;
    token.space_after = space != 0;
    token.is_space = white != 0;
    token.sentence_start = static_cast<int8_t>(preset);
    DumpedDocument& document = documents.back();
    document.tokens.push_back(token);
    document.tag.push_back(tag);
    document.head.push_back(head);
    document.label.push_back(label);
    document.sentence_start.push_back(start);
    document.name.push_back(name);
  }
  documents.pop_back();
  return documents;
}

inline Result<FlatFile> OpenModel() { return FlatFile::Open(DIURNA_DATA_DIR "/english.model", "english", 1); }

}  // namespace diurna

#endif  // DIURNA_TESTS_LANGUAGE_NETWORK_DUMP_H_
