// What several commands share: options, messages, standard streams.

#ifndef DIURNA_CLI_COMMON_H_
#define DIURNA_CLI_COMMON_H_

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/document.h"
#include "diurna/reader.h"
#include "diurna/status.h"
#include "language/language.h"
#include "places/gazetteer.h"
#include "text/document_parser.h"

namespace CLI {  // NOLINT(readability-identifier-naming): not ours
class App;
}

namespace diurna {

// Declares --data.
void AddDataOption(CLI::App& app, ReaderOptions* options);
// Declares --lexicon.
void AddLexiconOption(CLI::App& app, ReaderOptions* options);
// Declares --published, checked to be a date; an empty one is unknown.
void AddPublishedOption(CLI::App& app, std::string* published);

// Tells a failure: "diurna: MESSAGE" on standard error, one line for each line of the message.
void TellFailure(std::string_view message);

// Writes to standard output.
void Print(std::string_view text);
// Sees to it that standard output was written; tells a failure where it was not (a full disk) and returns false.
bool FinishOutput();

// All of standard input, as far as a report may be long.
std::string ReadStandardInput();
// The report in a file, or on standard input where `path` is "-"; `parser` is a Reader or a DocumentParser.
template <typename Parser>
Result<Document> LoadReport(const Parser& parser, const std::string& path, const Metadata& metadata) {
  if (path != "-") return parser.Load(path, metadata);
  return parser.Parse(ReadStandardInput(), "standard input", metadata);
}

// A parser of reports that knows the built-in lexicon and the user's.
Result<DocumentParser> OpenParser(const ReaderOptions& options);
// The data files, opened. A failure names the file and the command that makes it.
Result<Language> OpenLanguage(const ReaderOptions& options);
Result<Gazetteer> OpenGazetteer(const ReaderOptions& options);

}  // namespace diurna

#endif  // DIURNA_CLI_COMMON_H_
