// The reports that a command line names: files, the *.txt of folders, JSON lines, standard input.

#ifndef DIURNA_CLI_REPORTS_H_
#define DIURNA_CLI_REPORTS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/guarded.h"
#include "diurna/document.h"
#include "diurna/status.h"
#include "text/json_lines.h"

namespace diurna {

enum class InputForm : uint8_t { kAuto, kText, kJsonLines };

// "auto", "text", "jsonl".
InputForm InputFormOf(std::string_view name);

// A report that the command line names, to be parsed on any thread. A value.
struct ReportSource {
  // The document, from `parser`, which is a Reader or a DocumentParser; or why there is none.
  template <typename Parser>
  Result<Document> ParseWith(const Parser& parser) const {
    if (!status.ok()) return status;
    return Guarded(name, [&] { return bytes ? parser.Parse(*bytes, name, metadata) : parser.Load(name, metadata); });
  }

  Status status;
  std::string name;                  // what messages call it; the path of a file
  std::optional<std::string> bytes;  // nothing where they are the file's
  Metadata metadata;
  uint64_t line = 0;         // where it stands in JSON lines, else 0
  std::string id_for_lines;  // what its record's file is called where JSON lines give it no id
};

// Hands out one report after the other without holding more than one. Every path is opened once, so that pipes are read
// whole. Not thread-safe.
class Reports {
 public:
  Reports(std::vector<std::string> paths, InputForm form, Metadata metadata);

  // The next report, or why it cannot be read; nothing at the end.
  std::optional<ReportSource> Next();
  // True where the command line names one text: its output is one value, else a list. Opens it to see; to be called
  // before Next.
  bool OpenSingle();

 private:
  std::optional<ReportSource> NextOrThrow();
  void Open(const std::string& path);
  void OpenFolder(const std::string& path);
  std::optional<ReportSource> NextLine();
  void Add(const std::string& name, std::optional<std::string> bytes);
  void AddFailure(Status status);

  std::vector<std::string> paths_;
  InputForm form_;
  Metadata metadata_;
  size_t next_path_ = 0;
  std::vector<ReportSource> ready_;  // of the path at hand, last first
  FilePtr stream_;                   // of lines_
  std::optional<JsonLines> lines_;
  std::string lines_name_;  // what messages call them
  std::string lines_stem_;
};

}  // namespace diurna

#endif  // DIURNA_CLI_REPORTS_H_
