#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/common.h"

namespace diurna {

void AddVersionCommand(CLI::App& app, int* status) {
  app.add_subcommand("version", "Print the engine's name and version")->callback([status] {
    Print(fmt::format("{} {}\n", kEngineName, kEngineVersion));
    *status = FinishOutput() ? kSuccess : kFailure;
  });
}

}  // namespace diurna
