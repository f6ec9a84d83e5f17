#include "base/data_folder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

namespace diurna {

Result<std::string> FindDataFile(const std::string& folder, std::string_view name) {
  namespace fs = std::filesystem;
  std::vector<std::string> folders;
  const char* const from_environment = std::getenv("DIURNA_DATA");
  std::error_code error;
  if (!folder.empty()) {
    folders = {folder};
  } else if (from_environment != nullptr && *from_environment != '\0') {
    folders = {from_environment};
  } else if (const fs::path binary = fs::read_symlink("/proc/self/exe", error); !error) {
    const fs::path beside = binary.parent_path();
    folders = {beside / "data", (beside / ".." / "data").lexically_normal(),
               (beside / ".." / "share" / "diurna").lexically_normal()};
  }
  for (const std::string& candidate : folders) {
    fs::path path = fs::path(candidate) / name;
    if (fs::is_regular_file(path, error)) return path.string();
  }
  return Status::NotFound(fmt::format("{}: not found in {}; {}, or name its folder with --data or DIURNA_DATA", name,
                                      folders.empty() ? "any folder" : fmt::to_string(fmt::join(folders, ", ")),
                                      kRebuildDataHint));
}

Status WithRebuildHint(const Status& failure) {
  if (failure.code() != StatusCode::kNotFound && failure.code() != StatusCode::kBadInput) return failure;
  return failure.WithMessage(fmt::format("{}; {}", failure.message(), kRebuildDataHint));
}

}  // namespace diurna
