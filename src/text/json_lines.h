// Reports in JSON lines: {"id", "text", "title"?, "published"?, "publisher"?, "url"?} a line.

#ifndef DIURNA_TEXT_JSON_LINES_H_
#define DIURNA_TEXT_JSON_LINES_H_

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "diurna/document.h"
#include "diurna/status.h"

namespace diurna {

// One report as a line gives it, not yet laid out: pass text and metadata to a parser.
struct JsonReport {
  uint64_t line = 0;  // of the input, from 1
  std::string text;
  Metadata metadata;
};

// Reads one line of a stream after the other, so that memory holds one line at a time. Not thread-safe.
class JsonLines {
 public:
  // Reads from `stream`, which stays the caller's and must outlive the reader. `beginning` is what was read of it
  // before, to see what it is.
  explicit JsonLines(std::FILE* stream, std::string_view beginning = {});
  JsonLines(JsonLines&&) noexcept;
  JsonLines& operator=(JsonLines&&) noexcept;
  ~JsonLines();

  // False at the end. Else `report->line` counts on, and `status` is ok where the line held a report; where it did not,
  // the message says what was wrong with it, and the next call goes on with the next line. Blank lines are passed over.
  // Where the stream cannot be read further, that is such a failure, and the last one.
  bool Next(JsonReport* report, Status* status);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// True where a text begins as JSON lines do: with an object that has a key.
bool LooksLikeJsonLines(std::string_view beginning);

}  // namespace diurna

#endif  // DIURNA_TEXT_JSON_LINES_H_
