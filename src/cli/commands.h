// The subcommands, one file each. Each Add function declares a subcommand with its options; when it was chosen and has
// run, `*status` is its exit status: 0 all was read, 1 something failed (told on standard error), 2 wrong usage.

#ifndef DIURNA_CLI_COMMANDS_H_
#define DIURNA_CLI_COMMANDS_H_

#include <string>

namespace CLI {
class App;
}

namespace diurna {

inline constexpr int kSuccess = 0;
inline constexpr int kFailure = 1;
inline constexpr int kUsage = 2;

// "diurna 1.2.3", with a line end.
std::string VersionLine();

void AddReadCommand(CLI::App& app, int* status);
void AddExplainCommand(CLI::App& app, int* status);
void AddParseCommand(CLI::App& app, int* status);
void AddDatesCommand(CLI::App& app, int* status);
void AddPlacesCommand(CLI::App& app, int* status);
void AddLexiconCommand(CLI::App& app, int* status);
void AddVersionCommand(CLI::App& app, int* status);

}  // namespace diurna

#endif  // DIURNA_CLI_COMMANDS_H_
