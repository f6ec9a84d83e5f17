#include "cli/common.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "base/data_folder.h"
#include "base/terminal.h"
#include "cli/commands.h"
#include "cli/published.h"
#include "cli/reports.h"
#include "lexicon/lexicon.h"

namespace diurna {
namespace {

// The process's end where standard output takes no more.
[[noreturn]] void EndOutput(int error) {
  if (error == EPIPE) std::_Exit(kOutputClosed);
  const std::string told =
      fmt::format("diurna: the output could not be written to its end: {}\n", std::generic_category().message(error));
  std::fwrite(told.data(), 1, told.size(), stderr);
  std::_Exit(kFailure);
}

// "1, 5, 9 and 12 more", for a message.
std::string Listed(const std::vector<std::string>& names) {
  constexpr size_t kMost = 10;
  if (names.size() <= kMost) return fmt::to_string(fmt::join(names, ", "));
  return fmt::format("{} and {} more", fmt::join(names.begin(), names.begin() + kMost, ", "), names.size() - kMost);
}

// The reports of JSON lines that are meant; of those that are not, what to choose them by.
class Chooser {
 public:
  explicit Chooser(const ReportChoice& choice) : choice_(choice) {}

  // Goes through all of them: that an id is another's too shows at the end.
  void Run(Reports& reports) {
    while (std::optional<ReportSource> source = reports.Next()) {
      if (!Means(*source)) continue;
      lines_.push_back(fmt::to_string(source->line));
      if (!source->metadata.id.empty()) ids_.push_back(ShownName(source->metadata.id));
      if (!chosen_) chosen_ = std::move(source);
      if (choice_.line != 0) break;
    }
  }

  Result<ReportSource> Chosen() {
    const std::string path = choice_.path == "-" ? "standard input" : ShownName(choice_.path);
    if (!chosen_) {
      const std::string what = choice_.line != 0     ? fmt::format(" on line {}", choice_.line)
                               : !choice_.id.empty() ? fmt::format(" \"{}\"", ShownName(choice_.id))
                                                     : "";
      return Status::NotFound(fmt::format("{}: holds no report{}", path, what));
    }
    if (lines_.size() == 1) return *std::move(chosen_);
    if (!choice_.id.empty()) {
      return Status::BadInput(fmt::format("{}: holds {} reports \"{}\"; say which with --line: {}", path, lines_.size(),
                                          ShownName(choice_.id), Listed(lines_)));
    }
    return Status::BadInput(fmt::format("{}: holds {} reports; say which with --report ID ({}) or --line N", path,
                                        lines_.size(), ids_.empty() ? "none has one" : Listed(ids_)));
  }

 private:
  bool Means(const ReportSource& source) const {
    if (choice_.line != 0) return source.line == choice_.line;
    return choice_.id.empty() || source.metadata.id == choice_.id;
  }

  const ReportChoice& choice_;
  std::optional<ReportSource> chosen_;
  std::vector<std::string> lines_, ids_;
};

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
      ->check([](const std::string& value) { return PublishedProblem(value); });
}

void PrepareStreams() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  // Each is opened the wrong way round, so that using it still fails.
  for (const auto& [descriptor, mode] :
       {std::pair(STDIN_FILENO, O_WRONLY), std::pair(STDOUT_FILENO, O_RDONLY), std::pair(STDERR_FILENO, O_RDONLY)}) {
    if (fcntl(descriptor, F_GETFD) < 0) open("/dev/null", mode);
  }
}

void Tell(std::string_view message) {
  FinishOutput();
  std::string told;
  while (!message.empty()) {
    const std::string_view line = message.substr(0, message.find('\n'));
    told += fmt::format("diurna: {}\n", Shown(line));
    message.remove_prefix(std::min(line.size() + 1, message.size()));
  }
  std::fwrite(told.data(), 1, told.size(), stderr);
}

void Print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) EndOutput(errno);
}

void FinishOutput() {
  if (std::fflush(stdout) != 0) EndOutput(errno);
}

void AddReportOptions(CLI::App& app, ReportChoice* choice) {
  app.add_option("INPUT", choice->path, "Report, JSON lines, or - for standard input")->required()->type_name("FILE|-");
  app.add_option("--input", choice->input, "What the input is; auto looks at it")
      ->type_name("auto|text|jsonl")
      ->check(CLI::IsMember({"auto", "text", "jsonl"}).description(""))
      ->capture_default_str();
  CLI::Option* const report =
      app.add_option("--report", choice->id, "Of JSON lines: the id of the report")->type_name("ID");
  app.add_option("--line", choice->line, "Of JSON lines: the number of the report's line")
      ->type_name("N")
      ->check(CLI::PositiveNumber.description(""))
      ->excludes(report);
}

Result<Document> LoadReport(const DocumentParser& parser, const ReportChoice& choice, const Metadata& metadata) {
  std::error_code error;
  if (std::filesystem::is_directory(choice.path, error)) return parser.Load(choice.path, metadata);
  Reports reports({choice.path}, InputFormOf(choice.input), metadata);
  if (reports.OpenSingle()) {
    if (!choice.id.empty() || choice.line != 0) {
      return Status::BadInput(
          fmt::format("{}: is one report and no JSON lines; leave --report and --line out", ShownName(choice.path)));
    }
    const std::optional<ReportSource> source = reports.Next();
    return source ? source->ParseWith(parser) : Status::Internal("no report was handed out");
  }
  Chooser chooser(choice);
  chooser.Run(reports);
  const Result<ReportSource> chosen = chooser.Chosen();
  return chosen.ok() ? chosen->ParseWith(parser) : chosen.status();
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
