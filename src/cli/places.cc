// diurna places: the places of a text, resolved.

#include "view/places.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"
#include "record/engine.h"

namespace diurna {
namespace {

struct PlacesOptions {
  ReportChoice report;
  std::string format = "json";
  ReaderOptions reader;
};

Status Places(const PlacesOptions& options) {
  const Result<Engine> engine = Engine::Open(options.reader);
  if (!engine.ok()) return engine.status();
  const Result<Document> document = LoadReport(engine->parser(), options.report, {});
  if (!document.ok()) return document.status();
  Language::Workspace workspace;
  const Findings findings = engine->Find(*document, workspace);
  const std::vector<PlaceMention> places = InSource(*findings.normal, findings.mentions.places);
  std::string out =
      options.format == "json" ? ToPlacesJson(*document, places) : ToGeoJson(*document, findings.analysis, places);
  if (!out.ends_with('\n')) out.push_back('\n');
  Print(out);
  return Status::Ok();
}

}  // namespace

void AddPlacesCommand(CLI::App& app, int* status) {
  CLI::App* const command = app.add_subcommand("places", "Print the places that a text names, with their coordinates");
  const auto options = std::make_shared<PlacesOptions>();
  AddReportOptions(*command, &options->report);
  command->add_option("--format", options->format, "json: a list; geojson: a FeatureCollection for a map")
      ->type_name("json|geojson")
      ->check(CLI::IsMember({"json", "geojson"}).description(""))
      ->capture_default_str();
  AddDataOption(*command, &options->reader);
  AddLexiconOption(*command, &options->reader);
  command->callback([options, status] {
    const Status done = Places(*options);
    if (!done.ok()) TellFailure(done.message());
    *status = done.ok() ? kSuccess : kFailure;
  });
}

}  // namespace diurna
