// FlatFile: the container of every data file that the engine maps: the language model, the gazetteer, a lexicon image.
//
// Layout, all integers little-endian (docs/flat-file.md):
//   char magic[8]      "DIURNAFF"
//   char kind[8]       what the file is: "english", "gazettee", "lexicon", zero-padded
//   u32  version       of the kind's layout
//   u32  sections
//   u64  file_size     in bytes, so that a truncated file is known at once
//   u64  checksum      XXH3-64 of everything from byte 64 on
//   u8   reserved[24]  zero
//   at byte 64, per section: char name[32] (zero-padded), u64 offset, u64 size (in bytes)
//   then the sections in this order, each at the next multiple of 64 bytes; the last one ends the file.

#ifndef DIURNA_BASE_FLAT_FILE_H_
#define DIURNA_BASE_FLAT_FILE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/status.h"

namespace diurna {

// A mapped, verified file. Movable; const members are thread-safe. Views into it live as long as it does.
class FlatFile {
 public:
  // Maps `path` and checks magic, kind, version, size and checksum. The message of a failure names the file and what
  // was wrong with it; the caller adds how to rebuild it.
  static Result<FlatFile> Open(const std::string& path, std::string_view kind, uint32_t version);
  // The same over bytes in memory, which must outlive the file (an image linked into the binary).
  static Result<FlatFile> Wrap(std::span<const std::byte> bytes, std::string_view name, std::string_view kind,
                               uint32_t version);

  FlatFile(FlatFile&&) noexcept;
  FlatFile& operator=(FlatFile&&) noexcept;
  FlatFile(const FlatFile&) = delete;
  FlatFile& operator=(const FlatFile&) = delete;
  ~FlatFile();

  // The bytes of a section; empty when there is no section of that name.
  std::span<const std::byte> Section(std::string_view name) const;
  // The section as an array of T. A size that is no multiple of T's, or a missing section, gives an empty array.
  template <typename T>
  std::span<const T> Array(std::string_view name) const {
    const std::span<const std::byte> bytes = Section(name);
    if (bytes.size() % sizeof(T) != 0) return {};
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
  std::string_view Text(std::string_view name) const {
    const std::span<const std::byte> bytes = Section(name);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  }

 private:
  FlatFile() = default;
  Status Check(std::string_view name, std::string_view kind, uint32_t version);

  std::span<const std::byte> bytes_;
  void* mapped_ = nullptr;
};

// Writes the same container: the lexicon compiler's half. model/flat_file.py is its twin in Python.
class FlatFileWriter {
 public:
  FlatFileWriter(std::string_view kind, uint32_t version);
  void Add(std::string_view name, std::string bytes);
  std::string Finish() const;

 private:
  std::string kind_;
  uint32_t version_;
  std::vector<std::pair<std::string, std::string>> sections_;
};

}  // namespace diurna

#endif  // DIURNA_BASE_FLAT_FILE_H_
