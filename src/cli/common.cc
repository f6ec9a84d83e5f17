#include "cli/common.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "base/data_folder.h"
#include "lexicon/lexicon.h"
#include "text/header_date.h"
#include "text/layout_words.h"
#include "text/letters.h"

namespace diurna {
namespace {

// True for a date as the head of a report may write it, year included.
bool IsFullDate(std::string_view text) {
  const Result<Lexicon> lexicon = Lexicon::BuiltIn();
  if (!lexicon.ok()) return false;
  const Result<LayoutWords> words = LayoutWords::Make(*lexicon);
  if (!words.ok()) return false;
  const std::optional<HeaderDate> date = ReadWholeDate(Trim(text), words->dates);
  return date && date->full();
}

}  // namespace

void AddDataOption(CLI::App& app, ReaderOptions* options) {
  app.add_option("--data", options->data_folder,
                 "Folder with english.model and world.gazetteer (else $DIURNA_DATA, else beside the program)")
      ->type_name("FOLDER")
      ->check(CLI::Validator(CLI::ExistingDirectory).description(""));
}

void AddLexiconOption(CLI::App& app, ReaderOptions* options) {
  app.add_option("--lexicon", options->lexicon_folders, "Folder with lexicon entries of your own; may be repeated")
      ->type_name("FOLDER")
      ->allow_extra_args(false)
      ->check(CLI::Validator(CLI::ExistingDirectory).description(""));
}

void AddPublishedOption(CLI::App& app, std::string* published) {
  app.add_option("--published", *published, "Date of publication, as 2024-03-06, where the text does not tell it")
      ->type_name("DATE")
      ->check([](const std::string& value) -> std::string {
        if (Trim(value).empty() || IsFullDate(value)) return "";
        return fmt::format("\"{}\" is no date; write it as 2024-03-06", value);
      });
}

void TellFailure(std::string_view message) {
  std::fflush(stdout);
  while (!message.empty()) {
    const std::string_view line = message.substr(0, message.find('\n'));
    fmt::print(stderr, "diurna: {}\n", line);
    message.remove_prefix(std::min(line.size() + 1, message.size()));
  }
}

void Print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

bool FinishOutput() {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return true;
  TellFailure("the output could not be written to its end");
  return false;
}

std::string ReadStandardInput() {
  std::string bytes;
  char buffer[65536];
  for (size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, stdin)) > 0 && bytes.size() <= kMostReportBytes;) {
    bytes.append(buffer, got);
  }
  return bytes;
}

Result<DocumentParser> OpenParser(const ReaderOptions& options) {
  const Result<Lexicon> lexicon = Lexicon::WithFolders(options.lexicon_folders);
  if (!lexicon.ok()) return lexicon.status();
  return DocumentParser::Make(*lexicon);
}

Result<Language> OpenLanguage(const ReaderOptions& options) {
  return OpenDataFile<Language>(options.data_folder, "english.model");
}

Result<Gazetteer> OpenGazetteer(const ReaderOptions& options) {
  return OpenDataFile<Gazetteer>(options.data_folder, "world.gazetteer");
}

}  // namespace diurna
