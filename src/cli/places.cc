// diurna places: the places of a text, resolved.

#include "places/places.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"
#include "lexicon/lexicon.h"
#include "view/places.h"

namespace diurna {
namespace {

struct PlacesOptions {
  std::string path;
  std::string format = "json";
  ReaderOptions reader;
};

Status Places(const PlacesOptions& options) {
  const Result<Document> document = LoadReport(options.path, {});
  if (!document.ok()) return document.status();
  const Result<Language> language = OpenLanguage(options.reader);
  if (!language.ok()) return language.status();
  const Result<Gazetteer> gazetteer = OpenGazetteer(options.reader);
  if (!gazetteer.ok()) return gazetteer.status();
  const Result<Lexicon> lexicon = Lexicon::WithFolders(options.reader.lexicon_folders);
  if (!lexicon.ok()) return lexicon.status();
  const Result<PlaceFinder> finder = PlaceFinder::Make(*lexicon, *gazetteer);
  if (!finder.ok()) return finder.status();

  Language::Workspace workspace;
  const Analysis analysis = language->Analyze(document->text, workspace, SentenceBreaks(*document));
  const std::vector<PlaceMention> places = finder->Find(*document, analysis);
  std::string out = options.format == "json" ? ToPlacesJson(*document, places) : ToGeoJson(*document, analysis, places);
  if (!out.ends_with('\n')) out.push_back('\n');
  Print(out);
  return Status::Ok();
}

}  // namespace

void AddPlacesCommand(CLI::App& app, int* status) {
  CLI::App* const command = app.add_subcommand("places", "Print the places that a text names, with their coordinates");
  const auto options = std::make_shared<PlacesOptions>();
  command->add_option("INPUT", options->path, "Text file, or - for standard input")->required()->type_name("FILE|-");
  command->add_option("--format", options->format, "json: a list; geojson: a FeatureCollection for a map")
      ->type_name("json|geojson")
      ->check(CLI::IsMember({"json", "geojson"}).description(""))
      ->capture_default_str();
  AddDataOption(*command, &options->reader);
  AddLexiconOption(*command, &options->reader);
  command->callback([options, status] {
    const Status done = Places(*options);
    if (!done.ok()) TellFailure(done.message());
    *status = FinishOutput() && done.ok() ? kSuccess : kFailure;
  });
}

}  // namespace diurna
