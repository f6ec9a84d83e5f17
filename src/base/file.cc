// A file is written under a name of its own, ".diurna-PID-N.part", locked as long as its writer lives, and renamed. The
// lock tells a leftover from a file that is being written, on whichever machine the writer runs; one who finds that the
// name was removed before it was locked takes the next.

#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <vector>

#include "base/ascii.h"
#include "base/terminal.h"

namespace diurna {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kLeftoverBeginning = ".diurna-";
constexpr std::string_view kLeftoverEnding = ".part";

std::string Reason(int error) { return std::generic_category().message(error); }

bool WaitToRead(std::FILE* stream) {
  pollfd waiting{fileno(stream), POLLIN, 0};
  return waiting.fd >= 0 && poll(&waiting, 1, -1) > 0;
}

// A file that no one else has, open and locked.
struct PartFile {
  std::string path;
  int descriptor = -1;
};

// Returns errno, or 0.
int MakePartFile(const fs::path& folder, PartFile* part) {
  static std::atomic<uint64_t> count = 0;
  constexpr int kMostTries = 10000;
  for (int i = 0; i < kMostTries; ++i) {
    part->path = folder / fmt::format("{}{}-{}{}", kLeftoverBeginning, getpid(), ++count, kLeftoverEnding);
    part->descriptor = open(part->path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (part->descriptor < 0 && errno == EEXIST) continue;
    if (part->descriptor < 0) return errno;
    struct stat state {};
    const bool removed = flock(part->descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    if (!removed && fstat(part->descriptor, &state) == 0 && state.st_nlink > 0) return 0;
    close(part->descriptor);
  }
  return EEXIST;
}

// Returns errno, or 0.
int WriteAll(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return written < 0 ? errno : ENOSPC;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  // Some file systems tell only when a file is closed that there was no room; the lock needs it open.
  const int copy = dup(descriptor);
  return copy < 0 || close(copy) != 0 ? errno : 0;
}

}  // namespace

void FileCloser::operator()(std::FILE* file) const {
  if (file != stdin) std::fclose(file);
}

bool LooksLikeUrl(std::string_view text) {
  const size_t scheme = text.find("://");
  if (scheme == std::string_view::npos || scheme < 2 || scheme > 10) return false;
  return std::all_of(text.begin(), text.begin() + static_cast<ptrdiff_t>(scheme),
                     [](char c) { return IsAsciiLower(ToAsciiLower(c)); });
}

Result<FilePtr> OpenToRead(const std::string& path) {
  FilePtr file(std::fopen(path.c_str(), "rb"));
  if (file != nullptr) return file;
  const int error = errno;
  if (LooksLikeUrl(path)) {
    return Status::NotFound(fmt::format(
        "{}: is an address on the web; nothing is fetched, so save the report as plain text and name its file",
        ShownName(path)));
  }
  return Status::NotFound(fmt::format("{}: {}", ShownName(path), Reason(error)));
}

size_t ReadFully(std::FILE* stream, char* buffer, size_t size, int* error) {
  size_t got = 0;
  *error = 0;
  while (got < size) {
    errno = 0;
    got += std::fread(buffer + got, 1, size - got, stream);
    const int cause = errno;
    if (got == size || std::ferror(stream) == 0) break;
    if (cause != EINTR && !((cause == EAGAIN || cause == EWOULDBLOCK) && WaitToRead(stream))) {
      *error = cause != 0 ? cause : EIO;
      break;
    }
    std::clearerr(stream);
  }
  return got;
}

Result<std::string> ReadRest(std::FILE* stream, std::string_view name, size_t most) {
  constexpr size_t kPiece = 65536;
  std::string bytes;
  while (bytes.size() <= most) {
    const size_t before = bytes.size();
    const size_t piece = std::min(kPiece, most + 1 - before);
    bytes.resize(before + piece);
    int error = 0;
    const size_t got = ReadFully(stream, bytes.data() + before, piece, &error);
    if (error != 0) {
      return Status::NotFound(fmt::format("{}: could not be read to its end: {}", ShownName(name), Reason(error)));
    }
    bytes.resize(before + got);
    if (got < piece) break;
  }
  return bytes;
}

Status WriteWhole(const std::string& path, std::string_view bytes) {
  PartFile part;
  int error = MakePartFile(fs::path(path).parent_path(), &part);
  if (error == 0) {
    error = WriteAll(part.descriptor, bytes);
    if (error == 0 && std::rename(part.path.c_str(), path.c_str()) != 0) error = errno;
    if (error != 0) unlink(part.path.c_str());
    close(part.descriptor);
  }
  if (error == 0) return Status::Ok();
  return Status::Internal(fmt::format("{}: cannot be written: {}", ShownName(path), Reason(error)));
}

void RemoveLeftovers(const std::string& folder) {
  std::error_code error;
  std::vector<fs::path> leftovers;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with(kLeftoverBeginning) && name.ends_with(kLeftoverEnding)) leftovers.push_back(entry->path());
  }
  for (const fs::path& leftover : leftovers) {
    const int descriptor = open(leftover.c_str(), O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) continue;
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) unlink(leftover.c_str());
    close(descriptor);
  }
}

}  // namespace diurna
