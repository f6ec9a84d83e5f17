// Any bytes as a user's lexicon file on top of the built-in one: problems with file and line, or a lexicon that every
// reader of the language can be made of.

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "lexicon/lexicon.h"
#include "numbers/numbers.h"
#include "proposition/propositions.h"
#include "require.h"
#include "text/document_parser.h"
#include "times/times.h"

namespace {

std::string MakeFolder() {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("diurna_fuzz_lexicon." + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  return folder.string();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace diurna;  // NOLINT(google-build-using-namespace)
  static const std::string folder = MakeFolder();
  std::ofstream(folder + "/mine.toml", std::ios::binary) << BytesOf(data, size);
  const Result<Lexicon> lexicon = Lexicon::WithFolders({folder});
  if (!lexicon.ok()) {
    Require(lexicon.status().message().find("mine.toml") != std::string::npos, "a problem names its file");
    return 0;
  }
  for (const Status& status : {DocumentParser::Make(*lexicon).status(), TimeFinder::Make(*lexicon).status(),
                               NumberFinder::Make(*lexicon).status(), PropositionExtractor::Make(*lexicon).status()}) {
    Require(status.ok() || !status.message().empty(), "a failure has a message");
  }
  return 0;
}
