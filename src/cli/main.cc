// The command line: declares the commands, runs the one that is asked for, and explains wrong usage.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.h"
#include "cli/common.h"

namespace diurna {
namespace {

// Insertions, deletions and changes of a letter that make one word the other (Levenshtein).
size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t change = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return row.back();
}

// The one of `names` that `word` was probably meant to be, or empty.
std::string Nearest(std::string_view word, const std::vector<std::string>& names) {
  std::string best;
  size_t least = 3;
  for (const std::string& name : names) {
    const size_t distance = EditDistance(word, name);
    if (distance < least && distance * 2 <= std::max(word.size(), name.size())) {
      least = distance;
      best = name;
    }
  }
  return best;
}

std::vector<std::string> OptionNames(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
  }
  return names;
}

std::vector<std::string> CommandNames(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

const CLI::App* CommandOf(const CLI::App& app, const std::string& name) {
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (command->get_name() == name) return command;
  }
  return nullptr;
}

// Prints the help of a command, which several words may name ("lexicon check").
int Help(const CLI::App& app, const std::vector<std::string>& topic) {
  const CLI::App* command = &app;
  std::string path;
  for (const std::string& word : topic) {
    const CLI::App* const next = CommandOf(*command, word);
    if (next == nullptr) {
      const std::vector<std::string> names = CommandNames(*command);
      const std::string meant = Nearest(word, names);
      const std::string shown = path.empty() ? word : fmt::format("{} {}", path, word);
      TellFailure(fmt::format("\"{}\" is no command{}; see: diurna help{}{}", shown,
                              meant.empty() ? "" : fmt::format(", did you mean \"{}\"?", meant),
                              path.empty() ? "" : " ", path));
      return kUsage;
    }
    command = next;
    path += (path.empty() ? "" : " ") + word;
  }
  // CLI11 wants what stands before the command's own name.
  const size_t last = path.rfind(' ');
  Print(command->help(command == &app ? "" : last == std::string::npos ? "diurna" : "diurna " + path.substr(0, last)));
  return kSuccess;
}

// The innermost command that was recognised.
const CLI::App* Chosen(const CLI::App* app) {
  while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
  return app;
}

void ExplainUsage(const CLI::App& app, const std::vector<std::string>& arguments, const std::string& what) {
  const CLI::App* const chosen = Chosen(&app);
  const std::string help =
      chosen == &app ? "diurna help" : fmt::format("diurna help {}", app.get_subcommands().front()->get_name());
  size_t depth = 0;
  for (const CLI::App* at = chosen; at != &app; at = at->get_parent()) ++depth;
  const std::vector<std::string> commands = CommandNames(*chosen);
  if (!commands.empty() && depth < arguments.size() && !arguments[depth].starts_with('-')) {
    const std::string meant = Nearest(arguments[depth], commands);
    TellFailure(fmt::format("\"{}\" is no command{}; see: {}", arguments[depth],
                            meant.empty() ? "" : fmt::format(", did you mean \"{}\"?", meant), help));
    return;
  }
  const std::vector<std::string> options = OptionNames(*chosen);
  for (const std::string& argument : arguments) {
    const std::string name = argument.substr(0, argument.find('='));
    if (name.size() < 2 || name[0] != '-' || std::count(options.begin(), options.end(), name) > 0) continue;
    if (name[1] != '-' && std::count(options.begin(), options.end(), name.substr(0, 2)) > 0) continue;
    const std::string meant = Nearest(name, options);
    if (what.find(name) == std::string::npos) continue;
    TellFailure(fmt::format("{} has no option {}{}; see: {}",
                            chosen == &app ? "diurna" : "diurna " + chosen->get_name(), name,
                            meant.empty() ? "" : fmt::format(", did you mean {}?", meant), help));
    return;
  }
  TellFailure(fmt::format("{}; see: {}", what, help));
}

int Main(int argc, char** argv) {
  CLI::App app(
      "Reads English news reports of a crisis and writes down what they say: events, figures, measures,\n"
      "services, prices, offices, statements and links, each with its words, place, time and source.",
      "diurna");
  app.require_subcommand(1);
  app.set_help_flag("-h,--help", "Print this help and exit");
  app.set_version_flag("--version", VersionLine(), "Print the engine's name and version and exit");
  app.get_formatter()->column_width(34);
  int status = kSuccess;
  AddReadCommand(app, &status);
  AddExplainCommand(app, &status);
  AddParseCommand(app, &status);
  AddDatesCommand(app, &status);
  AddPlacesCommand(app, &status);
  AddLexiconCommand(app, &status);
  AddVersionCommand(app, &status);
  std::vector<std::string> topic;
  CLI::App* const help = app.add_subcommand("help", "Print this help, or that of a command");
  help->add_option("COMMAND", topic, "Name of a command, in as many words as it has");
  help->callback([&] { status = Help(app, topic); });
  app.footer("Exit status: 0 when all was read, 1 when some input failed, 2 for wrong usage.");

  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.empty()) {
    Print(app.help());
    return kUsage;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    Print(app.help());
  } catch (const CLI::CallForVersion&) {
    Print(VersionLine());
  } catch (const CLI::ParseError& error) {
    ExplainUsage(app, arguments, error.what());
    return kUsage;
  }
  return status;
}

}  // namespace
}  // namespace diurna

int main(int argc, char** argv) {
  diurna::PrepareStreams();
  int status = diurna::kFailure;
  try {
    status = diurna::Main(argc, argv);
  } catch (const std::bad_alloc&) {
    diurna::TellFailure("there is too little memory to go on");
  } catch (const std::exception& error) {
    diurna::TellFailure(error.what());
  }
  diurna::FinishOutput();
  return status;
}
