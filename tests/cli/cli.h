// What the tests of the command line share: a scratch folder, and the binary run in it.

#ifndef DIURNA_TESTS_CLI_CLI_H_
#define DIURNA_TESTS_CLI_CLI_H_

#include <gtest/gtest.h>
#include <simdjson.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace diurna {

namespace fs = std::filesystem;

struct Outcome {
  int status = -1;
  std::string out, err;
};

inline std::string ReadAll(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

inline constexpr std::string_view kReport =
    "Ferries stay in port as strike enters third day\n"
    "Harbour Wire, 2024-03-06\n"
    "\n"
    "LISBON, March 6 - Police said 14 people were arrested after clashes at the harbour gate on Tuesday evening.\n";

class Cli : public testing::Test {
 protected:
  void SetUp() override {
    // Runs side by side must not meet.
    folder_ = fs::path(testing::TempDir()) / ("diurna_cli." + std::to_string(getpid())) /
              testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    setenv("DIURNA_DATA", DIURNA_DATA_DIR, 1);
    setenv("DIURNA", DIURNA_BINARY, 1);
    unsetenv("COLUMNS");
  }
  void TearDown() override { fs::remove_all(folder_.parent_path()); }

  std::string Path(const std::string& name) const { return (folder_ / name).string(); }

  std::string Write(const std::string& name, std::string_view text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return Path(name);
  }

  // Runs `diurna ARGUMENTS`, a line for the shell, with `input` on standard input.
  Outcome Run(const std::string& arguments, std::string_view input = "") const {
    Write(".in", input);
    const std::string command = std::string("'") + DIURNA_BINARY + "' " + arguments + " <'" + Path(".in") + "' >'" +
                                Path(".out") + "' 2>'" + Path(".err") + "'";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, ReadAll(Path(".out")), ReadAll(Path(".err"))};
  }

  // Runs a script of bash in the scratch folder, where $DIURNA is the binary.
  Outcome Bash(const std::string& script) const {
    Write(".script", script);
    const std::string command = "cd '" + folder_.string() + "' && bash '" + Path(".script") + "' >'" + Path(".out") +
                                "' 2>'" + Path(".err") + "' </dev/null";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, ReadAll(Path(".out")), ReadAll(Path(".err"))};
  }

  fs::path folder_;
};

inline bool IsJson(const std::string& text) {
  simdjson::dom::parser parser;
  return parser.parse(text).error() == simdjson::SUCCESS;
}

inline size_t Count(const std::string& text, std::string_view piece) {
  size_t count = 0;
  for (size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++count;
  return count;
}

inline void ExpectOneLine(const std::string& err, std::string_view beginning) {
  EXPECT_EQ(err.substr(0, beginning.size()), beginning) << err;
  EXPECT_EQ(Count(err, "\n"), 1U) << err;
}

}  // namespace diurna

#endif  // DIURNA_TESTS_CLI_CLI_H_
