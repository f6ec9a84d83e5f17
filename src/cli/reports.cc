#include "cli/reports.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "cli/common.h"

namespace diurna {
namespace {

namespace fs = std::filesystem;

constexpr size_t kBeginning = 4096;

bool NamesJsonLines(const std::string& path) { return path.ends_with(".jsonl") || path.ends_with(".ndjson"); }

std::string ReadBeginning(std::FILE* stream) {
  std::string beginning(kBeginning, '\0');
  beginning.resize(std::fread(beginning.data(), 1, beginning.size(), stream));
  return beginning;
}

ReportSource Failing(Status status) {
  ReportSource source;
  source.status = std::move(status);
  return source;
}

}  // namespace

Reports::Reports(std::vector<std::string> paths, InputForm form, Metadata metadata)
    : paths_(std::move(paths)), form_(form), metadata_(std::move(metadata)) {}

Reports::~Reports() {
  if (stream_ != nullptr && stream_ != stdin) std::fclose(stream_);
}

bool Reports::single() const {
  std::error_code error;
  return paths_.size() == 1 && form_ != InputForm::kJsonLines && !NamesJsonLines(paths_[0]) &&
         !fs::is_directory(paths_[0], error);
}

std::optional<ReportSource> Reports::Next() {
  while (true) {
    if (lines_) {
      if (std::optional<ReportSource> source = NextLine()) return source;
      lines_.reset();
      if (stream_ != stdin) std::fclose(stream_);
      stream_ = nullptr;
    }
    if (!files_.empty()) {
      ReportSource source;
      source.name = std::move(files_.back());
      source.metadata = metadata_;
      files_.pop_back();
      return source;
    }
    if (next_path_ == paths_.size()) return std::nullopt;
    const std::string& path = paths_[next_path_++];
    if (Status status = Open(path); !status.ok()) return Failing(std::move(status));
    if (path == "-" && !lines_) {
      ReportSource source;
      source.name = "standard input";
      // What was read to see what it is belongs to the text.
      source.bytes = std::exchange(beginning_, "") + ReadStandardInput();
      source.metadata = metadata_;
      return source;
    }
  }
}

Status Reports::Open(const std::string& path) {
  std::error_code error;
  if (path != "-" && fs::is_directory(path, error)) {
    for (const fs::directory_entry& entry : fs::directory_iterator(path, error)) {
      if (entry.path().extension() == ".txt" && entry.is_regular_file(error)) files_.push_back(entry.path().string());
    }
    if (error) return Status::NotFound(fmt::format("{}: {}", path, error.message()));
    if (files_.empty()) return Status::NotFound(path + ": holds no reports (files that end in .txt)");
    std::sort(files_.rbegin(), files_.rend());
    return Status::Ok();
  }
  std::string beginning;
  const bool standard_input = path == "-";
  if (form_ != InputForm::kText || standard_input) {
    stream_ = standard_input ? stdin : std::fopen(path.c_str(), "rb");
    if (stream_ == nullptr) return Status::NotFound(fmt::format("{}: {}", path, std::strerror(errno)));
    beginning = ReadBeginning(stream_);
  }
  const bool lines = form_ == InputForm::kJsonLines ||
                     (form_ == InputForm::kAuto && (NamesJsonLines(path) || LooksLikeJsonLines(beginning)));
  if (lines) {
    lines_.emplace(stream_, beginning);
    lines_name_ = standard_input ? "standard input" : path;
    return Status::Ok();
  }
  if (standard_input) {
    beginning_ = std::move(beginning);
  } else {
    if (stream_ != nullptr) std::fclose(stream_);
    files_.push_back(path);
  }
  stream_ = nullptr;
  return Status::Ok();
}

std::optional<ReportSource> Reports::NextLine() {
  JsonReport report;
  Status status;
  if (!lines_->Next(&report, &status)) return std::nullopt;
  ReportSource source;
  source.name = fmt::format("{}:{}", lines_name_, report.line);
  if (!status.ok()) return Failing(status.WithMessage(fmt::format("{}: {}", source.name, status.message())));
  source.bytes = std::move(report.text);
  source.metadata = std::move(report.metadata);
  if (source.metadata.published.empty()) source.metadata.published = metadata_.published;
  return source;
}

}  // namespace diurna
