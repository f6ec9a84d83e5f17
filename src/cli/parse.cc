// diurna parse: the language layer over raw texts, nothing stripped.

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <utility>

#include "base/guarded.h"
#include "base/thread_pool.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "cli/reports.h"
#include "language/parse_output.h"

namespace diurna {
namespace {

struct ParseOptions {
  std::vector<std::string> paths;
  std::string format = "json";
  unsigned jobs = 1;
  ReaderOptions reader;
};

int Parse(const ParseOptions& options) {
  const Result<Language> language = OpenLanguage(options.reader);
  if (!language.ok()) {
    TellFailure(language.status().message());
    return kFailure;
  }
  const Result<DocumentParser> parser = OpenParser(options.reader);
  if (!parser.ok()) {
    TellFailure(parser.status().message());
    return kFailure;
  }
  const bool json = options.format == "json";
  Reports reports(options.paths, InputForm::kText, {});
  const bool list = json && !reports.OpenSingle();
  std::vector<std::optional<Language::Workspace>> workspaces(options.jobs);
  bool failed = false;
  bool first = true;
  const auto fail = [&failed](const Status& status) -> Delivery {
    return [&failed, message = status.message()] {
      failed = true;
      TellFailure(message);
    };
  };
  const auto parse = [&](const ReportSource& source, unsigned thread) -> Result<std::string> {
    const Result<Document> document = source.ParseWith(*parser);
    if (!document.ok()) return document.status();
    if (!workspaces[thread]) workspaces[thread].emplace();
    const Analysis analysis = language->Analyze(document->text, *workspaces[thread]);
    return json ? ToJson(analysis, document->id) : ToConllu(analysis, document->id);
  };
  if (list) Print("[");
  RunInOrder(options.jobs, [&]() -> Job {
    std::optional<ReportSource> source = reports.Next();
    if (!source) return nullptr;
    return [&, source = *std::move(source)](unsigned thread) -> Delivery {
      Result<std::string> text = Guarded(source.name, [&] { return parse(source, thread); });
      if (!text.ok()) {
        // What was left half done is of no use to the next text.
        workspaces[thread].reset();
        return fail(text.status());
      }
      return [&, text = *std::move(text)] {
        if (list) Print(first ? "\n" : ",\n");
        first = false;
        Print(text);
        if (json && !list) Print("\n");
      };
    };
  });
  if (list) Print(first ? "]\n" : "\n]\n");
  FinishOutput();
  return failed ? kFailure : kSuccess;
}

}  // namespace

void AddParseCommand(CLI::App& app, int* status) {
  CLI::App* const command = app.add_subcommand("parse", "Print tokens, syntax, sentences and names of texts");
  const auto options = std::make_shared<ParseOptions>();
  command->add_option("INPUT", options->paths, "Text file, folder of *.txt, or - for standard input")
      ->required()
      ->type_name("FILE|FOLDER|-");
  command->add_option("--format", options->format, "json: spaCy's Doc layout; conllu: CoNLL-U")
      ->type_name("json|conllu")
      ->check(CLI::IsMember({"json", "conllu"}).description(""))
      ->capture_default_str();
  command->add_option("-j,--jobs", options->jobs, "Texts read at the same time")
      ->type_name("N")
      ->check(CLI::Range(1, 256).description(""))
      ->capture_default_str();
  AddDataOption(*command, &options->reader);
  command->callback([options, status] { *status = Parse(*options); });
}

}  // namespace diurna
