// Files and streams, read whole or failing by name; files that are written whole or not at all.

#ifndef DIURNA_BASE_FILE_H_
#define DIURNA_BASE_FILE_H_

#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "diurna/status.h"

namespace diurna {

struct FileCloser {
  void operator()(std::FILE* file) const;  // standard input stays open
};
using FilePtr = std::unique_ptr<std::FILE, FileCloser>;

// True for what begins as "https://" does.
bool LooksLikeUrl(std::string_view text);

// Opens a file, a named pipe or a device. The message of a failure names it, and says what to do where it is an address
// on the web.
Result<FilePtr> OpenToRead(const std::string& path);

// Reads `size` bytes, fewer only at the end and where reading failed; `*error` is then errno, else 0. Waits where a
// stream that does not block has nothing yet.
size_t ReadFully(std::FILE* stream, char* buffer, size_t size, int* error);

// What is left of a stream, as far as `most` bytes and one further, by which the caller knows that there are more.
// A failure names the stream as `name`.
Result<std::string> ReadRest(std::FILE* stream, std::string_view name, size_t most);

// Writes a file so that its name has the old bytes or all of the new ones whenever it is looked at, whatever ends the
// process: the bytes go into a file beside it, which then takes its name. After a failure nothing is left beside.
Status WriteWhole(const std::string& path, std::string_view bytes);

// Removes what writers that were killed left in a folder. Files of writers at work are left alone.
void RemoveLeftovers(const std::string& folder);

}  // namespace diurna

#endif  // DIURNA_BASE_FILE_H_
