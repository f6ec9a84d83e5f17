// The reports that a command line names: files, the *.txt of folders, JSON lines, standard input.

#ifndef DIURNA_CLI_REPORTS_H_
#define DIURNA_CLI_REPORTS_H_

#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "diurna/document.h"
#include "diurna/status.h"
#include "text/json_lines.h"

namespace diurna {

enum class InputForm { kAuto, kText, kJsonLines };

// Hands out one report after the other without holding more than one. Next() must be called by one thread at a time;
// what it returns may be called on any other.
class Reports {
 public:
  using Load = std::function<Result<Document>()>;

  Reports(std::vector<std::string> paths, InputForm form, Metadata metadata);
  ~Reports();

  // How to load the next report, or why it cannot be; an empty function at the end.
  Load Next();
  // True where the command line names one text: its output is one value, else a list.
  bool single() const;

 private:
  // Opens the next path: fills files_ or lines_, or returns why not.
  Status Open(const std::string& path);
  Load NextLine();

  std::vector<std::string> paths_;
  InputForm form_;
  Metadata metadata_;
  size_t next_path_ = 0;
  std::vector<std::string> files_;  // of the folder at hand, last first
  std::optional<JsonLines> lines_;
  std::string lines_name_;  // what messages call them
  std::string beginning_;   // of standard input, read to see what it is
  std::FILE* stream_ = nullptr;
};

}  // namespace diurna

#endif  // DIURNA_CLI_REPORTS_H_
