// Where the data files lie that are made at set-up: the language model and the gazetteer.

#ifndef DIURNA_BASE_DATA_FOLDER_H_
#define DIURNA_BASE_DATA_FOLDER_H_

#include <string>
#include <string_view>

#include "diurna/status.h"

namespace diurna {

// Says how to make the data files anew; belongs at the end of a message about a missing or damaged one.
inline constexpr std::string_view kRebuildDataHint = "make it again with: ./diurna --rebuild-data";

// Path of the data file `name`, such as "english.model". Looked for in `folder` where one is given; else in
// $DIURNA_DATA where that is set; else in data, ../data and ../share/diurna beside the running binary. The message of a
// failure names the file, the folders that were looked into and the command that makes it.
Result<std::string> FindDataFile(const std::string& folder, std::string_view name);

// The failure of opening a data file, with how to make the file anew where a new one would help: not where the machine
// or its settings are at fault.
Status WithRebuildHint(const Status& failure);

// The data file `name`, found as above and opened by T::Open(path).
template <typename T>
Result<T> OpenDataFile(const std::string& folder, std::string_view name) {
  const Result<std::string> path = FindDataFile(folder, name);
  if (!path.ok()) return path.status();
  Result<T> opened = T::Open(*path);
  if (!opened.ok()) return WithRebuildHint(opened.status());
  return opened;
}

}  // namespace diurna

#endif  // DIURNA_BASE_DATA_FOLDER_H_
