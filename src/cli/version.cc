#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/common.h"

namespace diurna {

std::string VersionLine() { return fmt::format("{} {}\n", kEngineName, kEngineVersion); }

void AddVersionCommand(CLI::App& app, int* status) {
  app.add_subcommand("version", "Print the engine's name and version")->callback([status] {
    Print(VersionLine());
    *status = kSuccess;
  });
}

}  // namespace diurna
