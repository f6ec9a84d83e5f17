// What several commands share: options, messages, standard streams.

#ifndef DIURNA_CLI_COMMON_H_
#define DIURNA_CLI_COMMON_H_

#include <cstdint>
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

// Sees to it that the process ends by its own will: writing to a pipe that nobody reads, or past the room there is, is
// a failure of the call and no signal; a standard stream that was closed stays closed, and no file takes its place.
void PrepareStreams();

// Tells something, or a failure: "diurna: MESSAGE" on standard error, one line for each line of the message, without
// control characters. Where standard error takes nothing, nothing is told.
void Tell(std::string_view message);
inline void TellFailure(std::string_view message) { Tell(message); }

// The exit status where whoever reads the output has closed it, as that of a program that the signal for it ends.
inline constexpr int kOutputClosed = 141;

// Writes to standard output. Where that takes no more, there is nothing left to do: the process ends, in silence with
// kOutputClosed where its reader has gone, else (a full disk) with a message and kFailure.
void Print(std::string_view text);
// Sees to it that all was written; else the process ends as in Print.
void FinishOutput();

// Which report a command is about.
struct ReportChoice {
  std::string path;
  std::string input = "auto";
  std::string id;     // of JSON lines: that of the report
  uint64_t line = 0;  // or where it stands; 0 is not given
};
// Declares INPUT, --input, --report and --line.
void AddReportOptions(CLI::App& app, ReportChoice* choice);
// The report in a file, in JSON lines or on standard input.
Result<Document> LoadReport(const DocumentParser& parser, const ReportChoice& choice, const Metadata& metadata);

// A parser of reports that knows the built-in lexicon and the user's.
Result<DocumentParser> OpenParser(const ReaderOptions& options);
// The data files, opened. A failure names the file and the command that makes it.
Result<Language> OpenLanguage(const ReaderOptions& options);
Result<Gazetteer> OpenGazetteer(const ReaderOptions& options);

}  // namespace diurna

#endif  // DIURNA_CLI_COMMON_H_
