// Any bytes as JSON lines: each line gives a report or a message, and the lines are counted.

#include <algorithm>
#include <cstdio>

#include "base/utf8.h"
#include "require.h"
#include "text/json_lines.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace diurna;  // NOLINT(google-build-using-namespace)
  const std::string_view bytes = BytesOf(data, size);
  LooksLikeJsonLines(bytes);
  if (size == 0) return 0;
  std::FILE* const stream = fmemopen(const_cast<uint8_t*>(data), size, "rb");
  Require(stream != nullptr, "a stream over the bytes");
  // What was read before belongs to the lines.
  std::string beginning(std::min<size_t>(size, data[0]), '\0');
  beginning.resize(std::fread(beginning.data(), 1, beginning.size(), stream));
  JsonLines lines(stream, beginning);
  JsonReport report;
  Status status;
  uint64_t line = 0;
  while (lines.Next(&report, &status)) {
    Require(report.line > line, "lines count up");
    line = report.line;
    if (status.ok()) Require(ValidUtf8(report.text) && ValidUtf8(report.metadata.id), "reports are UTF-8");
    if (!status.ok()) Require(!status.message().empty(), "a failure has a message");
  }
  Require(line <= static_cast<uint64_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1, "no line is made up");
  std::fclose(stream);
  return 0;
}
