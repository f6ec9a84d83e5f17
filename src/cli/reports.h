// The reports that a command line names: files, the *.txt of folders, JSON lines, standard input.

#ifndef DIURNA_CLI_REPORTS_H_
#define DIURNA_CLI_REPORTS_H_

#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "diurna/document.h"
#include "diurna/status.h"
#include "text/json_lines.h"

namespace diurna {

enum class InputForm { kAuto, kText, kJsonLines };

// A report that the command line names, to be parsed on any thread. A value.
struct ReportSource {
  // The document, from `parser`, which is a Reader or a DocumentParser; or why there is none.
  template <typename Parser>
  Result<Document> ParseWith(const Parser& parser) const {
    if (!status.ok()) return status;
    return bytes ? parser.Parse(*bytes, name, metadata) : parser.Load(name, metadata);
  }

  Status status;
  std::string name;                  // what messages call it; the path of a file
  std::optional<std::string> bytes;  // nothing where they are the file's
  Metadata metadata;
};

// Hands out one report after the other without holding more than one. Not thread-safe.
class Reports {
 public:
  Reports(std::vector<std::string> paths, InputForm form, Metadata metadata);
  ~Reports();

  // The next report, or why it cannot be read; nothing at the end.
  std::optional<ReportSource> Next();
  // True where the command line names one text: its output is one value, else a list.
  bool single() const;

 private:
  // Opens the next path: fills files_ or lines_, or returns why not.
  Status Open(const std::string& path);
  std::optional<ReportSource> NextLine();

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
