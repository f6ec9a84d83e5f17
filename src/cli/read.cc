// diurna read: the record of each report.

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include "base/file.h"
#include "base/guarded.h"
#include "base/terminal.h"
#include "base/thread_pool.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "cli/record_names.h"
#include "cli/reports.h"
#include "diurna/reader.h"
#include "view/table.h"

namespace diurna {
namespace {

struct ReadOptions {
  std::vector<std::string> paths;
  std::string input = "auto";
  std::string format;
  std::string out;
  unsigned jobs = 1;
  Metadata metadata;
  ReaderOptions reader;
};

// A number of an environment variable, or 0.
unsigned NumberOf(const char* variable) {
  const char* const value = std::getenv(variable);
  const long number = value == nullptr ? 0 : std::strtol(value, nullptr, 10);
  return number > 0 && number < 10000 ? static_cast<unsigned>(number) : 0;
}

TableOptions OptionsForTerminal() {
  TableOptions options;
  const bool terminal = isatty(STDOUT_FILENO) != 0;
  winsize size{};
  if (const unsigned columns = NumberOf("COLUMNS")) {
    options.width = columns;
  } else if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    options.width = size.ws_col;
  }
  const char* const no_colour = std::getenv("NO_COLOR");
  const char* const term = std::getenv("TERM");
  options.colour =
      terminal && (no_colour == nullptr || *no_colour == '\0') && (term == nullptr || std::strcmp(term, "dumb") != 0);
  return options;
}

class ReadRun {
 public:
  ReadRun(const ReadOptions& options, const Reader& reader)
      : options_(options),
        reader_(reader),
        reports_(options.paths, InputFormOf(options.input), options.metadata),
        workspaces_(options.jobs),
        table_(OptionsForTerminal()) {
    format_ = !options.format.empty() ? options.format : isatty(STDOUT_FILENO) != 0 ? "table" : "json";
    list_ = options.out.empty() && format_ == "json" && !reports_.OpenSingle();
  }

  int Run() {
    if (list_) Print("[");
    RunInOrder(options_.jobs, [this]() -> Job {
      std::optional<ReportSource> source = reports_.Next();
      if (!source) return nullptr;
      return [this, source = *std::move(source)](unsigned thread) { return ReadOne(source, thread); };
    });
    if (list_) Print(first_ ? "]\n" : "\n]\n");
    FinishOutput();
    return failed_ ? kFailure : kSuccess;
  }

 private:
  // Whatever happens to one report, the others are read.
  Delivery ReadOne(const ReportSource& source, unsigned thread) {
    try {
      const Result<Document> document = source.ParseWith(reader_);
      if (!document.ok()) return Failed(document.status());
      const Result<Record> record = reader_.Read(*document, workspaces_[thread]);
      if (!record.ok()) {
        return Failed(Status::Internal(fmt::format("{}: {}", ShownName(source.name), record.status().message())));
      }
      if (!options_.out.empty()) {
        return [this, name = source.name, id = record->document.id, id_for_lines = source.id_for_lines,
                text = ToJson(*record, 2) + "\n"] { WriteRecord(name, id, id_for_lines, text); };
      }
      std::string text = format_ == "table" ? ToTable(*record, table_) : ToJson(*record, format_ == "json" ? 2 : 0);
      return [this, text = std::move(text)] { Write(text); };
    } catch (...) {
      return Failed(FailureOfException(source.name));
    }
  }

  void WriteRecord(const std::string& input, const std::string& id, const std::string& id_for_lines,
                   std::string_view text) {
    const bool nameless = id.empty() && !id_for_lines.empty();
    const RecordName name = names_.NameOf(nameless ? id_for_lines : id);
    const Status status = WriteWhole(std::filesystem::path(options_.out) / name.file, text);
    if (!status.ok()) return Failed(status)();
    if (nameless) {
      Tell(fmt::format("{}: has no id; its record is {}", ShownName(input), name.file));
    } else if (name.naming != RecordNaming::kOfId) {
      Tell(fmt::format("{}: {}; its record is {}", ShownName(input),
                       name.naming == RecordNaming::kTooLong ? "its id is too long for a file's name"
                                                             : "another report of this run has its name",
                       name.file));
    }
  }

  Delivery Failed(const Status& status) {
    return [this, message = status.message()] {
      failed_ = true;
      TellFailure(message);
    };
  }

  void Write(std::string_view text) {
    if (format_ == "table") {
      if (!first_) Print("\n\n");
    } else if (list_) {
      Print(first_ ? "\n" : ",\n");
    }
    first_ = false;
    Print(text);
    if (format_ != "table" && !list_) Print("\n");
  }

  const ReadOptions& options_;
  const Reader& reader_;
  Reports reports_;
  std::vector<Reader::Workspace> workspaces_;
  const TableOptions table_;
  std::string format_;
  bool list_ = false;
  // Of deliveries, which come one at a time.
  bool first_ = true;
  bool failed_ = false;
  RecordNames names_;
};

int Read(const ReadOptions& options) {
  if (!options.out.empty()) {
    std::error_code error;
    std::filesystem::create_directories(options.out, error);
    if (error) {
      TellFailure(fmt::format("{}: cannot be made: {}", options.out, error.message()));
      return kFailure;
    }
    RemoveLeftovers(options.out);
  }
  const Result<Reader> reader = Reader::Open(options.reader);
  if (!reader.ok()) {
    TellFailure(reader.status().message());
    return kFailure;
  }
  return ReadRun(options, *reader).Run();
}

}  // namespace

void AddReadCommand(CLI::App& app, int* status) {
  CLI::App* const command = app.add_subcommand("read", "Read reports and print their records");
  const auto options = std::make_shared<ReadOptions>();
  command->add_option("INPUT", options->paths, "Report, folder of *.txt, JSON lines, or - for standard input")
      ->required()
      ->type_name("FILE|FOLDER|-");
  command->add_option("--input", options->input, "What the input is; auto looks at it")
      ->type_name("auto|text|jsonl")
      ->check(CLI::IsMember({"auto", "text", "jsonl"}).description(""))
      ->capture_default_str();
  command->add_option("--format", options->format, "Default: table on a terminal, json into a pipe or file")
      ->type_name("json|jsonl|table")
      ->check(CLI::IsMember({"json", "jsonl", "table"}).description(""));
  AddPublishedOption(*command, &options->metadata.published);
  command->add_option("--out", options->out, "Write NAME.json for each report into this folder instead")
      ->type_name("FOLDER");
  command->add_option("-j,--jobs", options->jobs, "Reports read at the same time; the output keeps its order")
      ->type_name("N")
      ->check(CLI::Range(1, 256).description(""))
      ->capture_default_str();
  AddDataOption(*command, &options->reader);
  AddLexiconOption(*command, &options->reader);
  command->callback([options, status] { *status = Read(*options); });
}

}  // namespace diurna
