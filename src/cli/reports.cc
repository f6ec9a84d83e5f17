#include "cli/reports.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/terminal.h"
#include "text/document_parser.h"
#include "text/encoding.h"

namespace diurna {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStandardInput = "standard input";

bool NamesJsonLines(const std::string& path) { return path.ends_with(".jsonl") || path.ends_with(".ndjson"); }

// What is wrong with JSON lines as a whole, by their beginning: else each of their lines would be told as damaged.
std::string_view NoLines(std::string_view beginning) {
  if (beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF")) {
    return "in UTF-16, and JSON lines must be UTF-8; convert them first, for example with iconv";
  }
  return KnownFormat(beginning);
}

// Why an entry of a folder cannot be read, or ok.
Status CheckEntry(const fs::path& path) {
  std::error_code error;
  const fs::file_status state = fs::status(path, error);
  if (state.type() == fs::file_type::regular) return Status::Ok();
  const std::string name = ShownName(path.string());
  if (state.type() == fs::file_type::not_found) {
    return Status::NotFound(name + ": is a link that leads to no file; mend or remove it");
  }
  if (error == std::errc::too_many_symbolic_link_levels) {
    return Status::NotFound(name + ": is a link that leads back to itself; mend or remove it");
  }
  if (error) return Status::NotFound(fmt::format("{}: {}", name, error.message()));
  return Status::NotFound(name + ": is no file but a pipe or a device; name it by itself to read it");
}

}  // namespace

InputForm InputFormOf(std::string_view name) {
  if (name == "text") return InputForm::kText;
  return name == "jsonl" ? InputForm::kJsonLines : InputForm::kAuto;
}

Reports::Reports(std::vector<std::string> paths, InputForm form, Metadata metadata)
    : paths_(std::move(paths)), form_(form), metadata_(std::move(metadata)) {}

bool Reports::OpenSingle() {
  if (paths_.size() != 1) return false;
  std::error_code error;
  if (form_ == InputForm::kJsonLines || (form_ == InputForm::kAuto && NamesJsonLines(paths_[0])) ||
      fs::is_directory(paths_[0], error))
    return false;
  if (next_path_ == 0) Open(paths_[next_path_++]);
  return !lines_;
}

std::optional<ReportSource> Reports::Next() {
  try {
    return NextOrThrow();
  } catch (...) {
    // What is at hand is given up, so that no failure repeats for ever.
    AddFailure(FailureOfException(lines_ ? lines_name_ : next_path_ > 0 ? paths_[next_path_ - 1] : "input"));
    lines_.reset();
    ReportSource failing = std::move(ready_.back());
    ready_.pop_back();
    return failing;
  }
}

std::optional<ReportSource> Reports::NextOrThrow() {
  while (true) {
    if (lines_) {
      if (std::optional<ReportSource> source = NextLine()) return source;
      lines_.reset();
      stream_.reset();
    }
    if (!ready_.empty()) {
      ReportSource source = std::move(ready_.back());
      ready_.pop_back();
      return source;
    }
    if (next_path_ == paths_.size()) return std::nullopt;
    Open(paths_[next_path_++]);
  }
}

void Reports::Add(const std::string& name, std::optional<std::string> bytes) {
  ReportSource source;
  source.name = name;
  source.bytes = std::move(bytes);
  source.metadata = metadata_;
  ready_.push_back(std::move(source));
}

void Reports::AddFailure(Status status) {
  ReportSource source;
  source.status = std::move(status);
  ready_.push_back(std::move(source));
}

void Reports::OpenFolder(const std::string& path) {
  std::error_code error;
  std::vector<std::string> names;
  for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    if (entry->path().extension() == ".txt" && !entry->is_directory(ignored)) names.push_back(entry->path().string());
  }
  std::sort(names.rbegin(), names.rend());
  // What was listed before a failure is read.
  if (error) {
    AddFailure(Status::NotFound(fmt::format("{}: {}", ShownName(path), error.message())));
  } else if (names.empty()) {
    AddFailure(Status::NotFound(ShownName(path) + ": holds no reports (files that end in .txt)"));
  }
  for (const std::string& name : names) {
    if (Status status = CheckEntry(name); status.ok()) {
      Add(name, std::nullopt);
    } else {
      AddFailure(std::move(status));
    }
  }
}

void Reports::Open(const std::string& path) {
  std::error_code error;
  const bool standard_input = path == "-";
  if (!standard_input && fs::is_directory(path, error)) return OpenFolder(path);
  const bool plain_file = !standard_input && fs::is_regular_file(path, error);
  if (plain_file && form_ == InputForm::kText) return Add(path, std::nullopt);

  const std::string name(standard_input ? std::string(kStandardInput) : path);
  Result<FilePtr> opened = standard_input ? Result<FilePtr>(FilePtr(stdin)) : OpenToRead(path);
  if (!opened.ok()) return AddFailure(opened.status());
  constexpr size_t kBeginning = 4096;
  Result<std::string> bytes = ReadRest(opened->get(), name, kBeginning);
  if (!bytes.ok()) return AddFailure(bytes.status());
  const bool lines = form_ == InputForm::kJsonLines ||
                     (form_ == InputForm::kAuto && (NamesJsonLines(path) || LooksLikeJsonLines(*bytes)));
  if (lines) {
    if (const std::string_view format = NoLines(*bytes); !format.empty()) {
      return AddFailure(Status::Unsupported(fmt::format("{}: is {}", ShownName(name), format)));
    }
    stream_ = *std::move(opened);
    lines_.emplace(stream_.get(), *bytes);
    lines_name_ = name;
    lines_stem_ = standard_input ? "" : IdOfFile(path);
    return;
  }
  if (plain_file) return Add(path, std::nullopt);
  // What was read to see what it is belongs to the text.
  const Result<std::string> rest = ReadRest(opened->get(), name, kMostReportBytes);
  if (!rest.ok()) return AddFailure(rest.status());
  Add(name, *bytes + *rest);
  if (!standard_input && ready_.back().metadata.id.empty()) ready_.back().metadata.id = IdOfFile(path);
}

std::optional<ReportSource> Reports::NextLine() {
  JsonReport report;
  Status status;
  if (!lines_ || !lines_->Next(&report, &status)) return std::nullopt;
  ReportSource source;
  source.line = report.line;
  source.name = fmt::format("{}:{}", lines_name_, report.line);
  source.id_for_lines = fmt::format("{}-{}", lines_stem_.empty() ? "report" : lines_stem_, report.line);
  source.metadata = std::move(report.metadata);
  if (!status.ok()) {
    source.status = status.WithMessage(fmt::format("{}: {}", ShownName(source.name), status.message()));
    return source;
  }
  source.bytes = std::move(report.text);
  if (source.metadata.published.empty()) source.metadata.published = metadata_.published;
  return source;
}

}  // namespace diurna
