#include "cli/reports.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "cli/common.h"
#include "diurna/reader.h"

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

Reports::Load Failing(Status status) {
  return [status = std::move(status)]() -> Result<Document> { return status; };
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

Reports::Load Reports::Next() {
  while (true) {
    if (lines_) {
      if (Load load = NextLine()) return load;
      lines_.reset();
      if (stream_ != stdin) std::fclose(stream_);
      stream_ = nullptr;
    }
    if (!files_.empty()) {
      std::string path = std::move(files_.back());
      files_.pop_back();
      return [path = std::move(path), metadata = metadata_] { return LoadDocument(path, metadata); };
    }
    if (next_path_ == paths_.size()) return nullptr;
    const std::string& path = paths_[next_path_++];
    if (Status status = Open(path); !status.ok()) return Failing(std::move(status));
    if (path == "-" && !lines_) {
      // What was read to see what it is belongs to the text.
      std::string bytes = std::exchange(beginning_, "") + ReadStandardInput();
      return
          [bytes = std::move(bytes), metadata = metadata_] { return ParseDocument(bytes, "standard input", metadata); };
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

Reports::Load Reports::NextLine() {
  JsonReport report;
  Status status;
  if (!lines_->Next(&report, &status)) return nullptr;
  std::string name = fmt::format("{}:{}", lines_name_, report.line);
  if (!status.ok()) return Failing(status.WithMessage(fmt::format("{}: {}", name, status.message())));
  Metadata metadata = std::move(report.metadata);
  if (metadata.published.empty()) metadata.published = metadata_.published;
  return [name = std::move(name), text = std::move(report.text), metadata = std::move(metadata)] {
    return ParseDocument(text, name, metadata);
  };
}

}  // namespace diurna
