// diurna dates: the time expressions of a text, valued.

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"
#include "record/engine.h"
#include "view/times.h"

namespace diurna {
namespace {

struct DatesOptions {
  ReportChoice report;
  std::string format = "timeml";
  Metadata metadata;
  ReaderOptions reader;
};

Status Dates(const DatesOptions& options) {
  const Result<Engine> engine = Engine::Open(options.reader);
  if (!engine.ok()) return engine.status();
  const Result<Document> document = LoadReport(engine->parser(), options.report, options.metadata);
  if (!document.ok()) return document.status();
  Language::Workspace workspace;
  const Findings findings = engine->Find(*document, workspace);
  const std::vector<TimeMention> times = InSource(*findings.normal, findings.mentions.times);
  std::string out = options.format == "timeml" ? ToTimeMl(*document, times) : ToDatesJson(*document, times);
  if (!out.ends_with('\n')) out.push_back('\n');
  Print(out);
  return Status::Ok();
}

}  // namespace

void AddDatesCommand(CLI::App& app, int* status) {
  CLI::App* const command = app.add_subcommand("dates", "Print a text with its time expressions marked and valued");
  const auto options = std::make_shared<DatesOptions>();
  AddReportOptions(*command, &options->report);
  command->add_option("--format", options->format, "timeml: the text with inline TIMEX3; json: the expressions alone")
      ->type_name("timeml|json")
      ->check(CLI::IsMember({"timeml", "json"}).description(""))
      ->capture_default_str();
  AddPublishedOption(*command, &options->metadata.published);
  AddDataOption(*command, &options->reader);
  AddLexiconOption(*command, &options->reader);
  command->callback([options, status] {
    const Status done = Dates(*options);
    if (!done.ok()) TellFailure(done.message());
    *status = done.ok() ? kSuccess : kFailure;
  });
}

}  // namespace diurna
