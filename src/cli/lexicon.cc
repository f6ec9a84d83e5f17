// diurna lexicon check: are the entries of a lexicon folder well-formed, and do they read their examples?

#include "lexicon/lexicon.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "actors/actors.h"
#include "base/terminal.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "lexicon/compiler.h"
#include "numbers/numbers.h"
#include "places/places.h"
#include "proposition/propositions.h"
#include "record/lexicon_examples.h"
#include "text/document_parser.h"
#include "times/times.h"

namespace diurna {
namespace {

// What the readers of the entries find wrong with them; the places' need the gazetteer.
std::string Problems(const ReaderOptions& options) {
  const Result<Lexicon> lexicon = Lexicon::WithFolders(options.lexicon_folders);
  if (!lexicon.ok()) return lexicon.status().message();
  std::string problems;
  const auto add = [&problems](const Status& status) {
    if (!status.ok()) {
      if (!problems.empty()) problems += '\n';
      problems += status.message();
    }
  };
  add(DocumentParser::Make(*lexicon).status());
  add(TimeFinder::Make(*lexicon).status());
  add(NumberFinder::Make(*lexicon).status());
  add(PropositionExtractor::Make(*lexicon).status());
  const Result<Gazetteer> gazetteer = OpenGazetteer(options);
  add(gazetteer.status());
  if (!gazetteer.ok()) return problems;
  add(PlaceFinder::Make(*lexicon, *gazetteer).status());
  add(ActorFinder::Make(*lexicon, *gazetteer).status());
  return problems;
}

int Check(const ReaderOptions& options) {
  const std::vector<std::string>& folders = options.lexicon_folders;
  // FILE:LINE: what is wrong, a line each, as editors and compilers know it.
  const auto fail = [](const std::string& problems) {
    const std::string told = Shown(problems) + "\n";
    FinishOutput();
    std::fwrite(told.data(), 1, told.size(), stderr);
    return kFailure;
  };
  if (const std::string problems = Problems(options); !problems.empty()) return fail(problems);
  const Result<ExampleReport> report = CheckExamples(options);
  if (!report.ok()) return fail(report.status().message());
  if (!report->failures.empty()) return fail(Describe(report->failures));
  for (const std::string& folder : folders) {
    const Result<std::vector<LexiconSource>> sources = ReadLexiconFolder(folder);
    const size_t files = sources.ok() ? sources->size() : 0;
    Print(fmt::format("{}: {} file{}\n", ShownName(folder), files, files == 1 ? "" : "s"));
  }
  const auto counted = [](size_t count, std::string_view what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
  };
  Print(fmt::format("{}: no problems; {} and {} hold\n", folders.empty() ? "built-in lexicon" : "lexicon",
                    counted(report->examples, "example"), counted(report->counters, "counter-example")));
  return kSuccess;
}

}  // namespace

void AddLexiconCommand(CLI::App& app, int* status) {
  CLI::App* const command = app.add_subcommand("lexicon", "Work on lexicon entries of your own");
  command->require_subcommand(1);
  CLI::App* const check = command->add_subcommand("check", "Report bad entries and broken examples with file and line");
  const auto options = std::make_shared<ReaderOptions>();
  AddDataOption(*check, options.get());
  check
      ->add_option("FOLDER", options->lexicon_folders, "Folders of *.toml; without one the built-in lexicon is checked")
      ->type_name("FOLDER")
      ->check(CLI::Validator(CLI::ExistingDirectory).description(""));
  check->callback([options, status] { *status = Check(*options); });
}

}  // namespace diurna
