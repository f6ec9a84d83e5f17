// diurna lexicon check: are the entries of a lexicon folder well-formed?

#include "lexicon/lexicon.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"
#include "lexicon/compiler.h"
#include "mention/times.h"

namespace diurna {
namespace {

int Check(const std::vector<std::string>& folders) {
  const Result<Lexicon> lexicon = Lexicon::WithFolders(folders);
  Status status = lexicon.status();
  if (status.ok()) status = TimeFinder::Make(*lexicon).status();
  if (!status.ok()) {
    // FILE:LINE: what is wrong, a line each, as editors and compilers know it.
    fmt::print(stderr, "{}\n", status.message());
    return kFailure;
  }
  if (folders.empty()) Print("built-in lexicon: no problems\n");
  for (const std::string& folder : folders) {
    const Result<std::vector<LexiconSource>> sources = ReadLexiconFolder(folder);
    const size_t files = sources.ok() ? sources->size() : 0;
    Print(fmt::format("{}: {} file{}, no problems\n", folder, files, files == 1 ? "" : "s"));
  }
  return FinishOutput() ? kSuccess : kFailure;
}

}  // namespace

void AddLexiconCommand(CLI::App& app, int* status) {
  CLI::App* const command = app.add_subcommand("lexicon", "Work on lexicon entries of your own");
  command->require_subcommand(1);
  CLI::App* const check = command->add_subcommand("check", "Report bad entries with file and line");
  const auto folders = std::make_shared<std::vector<std::string>>();
  check->add_option("FOLDER", *folders, "Folders of *.toml; without one the built-in lexicon is checked")
      ->type_name("FOLDER")
      ->check(CLI::Validator(CLI::ExistingDirectory).description(""));
  check->callback([folders, status] { *status = Check(*folders); });
}

}  // namespace diurna
