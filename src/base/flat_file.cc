#include "base/flat_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace diurna {

namespace {

constexpr std::string_view kMagic = "DIURNAFF";
constexpr size_t kHeader = 64;
constexpr size_t kName = 32;

struct Header {
  char magic[8];
  char kind[8];
  uint32_t version;
  uint32_t sections;
  uint64_t file_size;
  uint64_t checksum;
  char reserved[24];
};
static_assert(sizeof(Header) == kHeader);

struct Entry {
  char name[kName];
  uint64_t offset;
  uint64_t size;
};
static_assert(sizeof(Entry) == 48);

std::string_view Trimmed(const char* field, size_t size) { return {field, strnlen(field, size)}; }

}  // namespace

Result<FlatFile> FlatFile::Open(const std::string& path, std::string_view kind, uint32_t version) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return Status::NotFound(fmt::format("{}: {}", path, std::strerror(errno)));
  struct stat info {};
  if (fstat(fd, &info) != 0 || info.st_size < static_cast<off_t>(kHeader)) {
    close(fd);
    return Status::BadInput(fmt::format("{}: damaged: too short", path));
  }
  const size_t size = static_cast<size_t>(info.st_size);
  void* mapped = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
  close(fd);
  if (mapped == MAP_FAILED)
    return Status::Internal(fmt::format("{}: cannot be mapped: {}", path, std::strerror(errno)));
  FlatFile file;
  file.mapped_ = mapped;
  file.bytes_ = {static_cast<const std::byte*>(mapped), size};
  if (Status status = file.Check(path, kind, version); !status.ok()) return status;
  return file;
}

Result<FlatFile> FlatFile::Wrap(std::span<const std::byte> bytes, std::string_view name, std::string_view kind,
                                uint32_t version) {
  FlatFile file;
  file.bytes_ = bytes;
  if (Status status = file.Check(name, kind, version); !status.ok()) return status;
  return file;
}

Status FlatFile::Check(std::string_view name, std::string_view kind, uint32_t version) {
  if (bytes_.size() < kHeader) return Status::BadInput(fmt::format("{}: damaged: too short", name));
  Header header;
  std::memcpy(&header, bytes_.data(), kHeader);
  std::string padded_kind(kind.substr(0, sizeof(header.kind)));
  padded_kind.resize(sizeof(header.kind), '\0');
  if (std::string_view(header.magic, sizeof(header.magic)) != kMagic ||
      std::string_view(header.kind, sizeof(header.kind)) != padded_kind) {
    return Status::BadInput(fmt::format("{}: not a {} file of this engine", name, kind));
  }
  if (header.version != version) {
    return Status::BadInput(fmt::format("{}: layout version {}, this engine reads {}", name, header.version, version));
  }
  if (header.file_size != bytes_.size()) {
    return Status::BadInput(fmt::format("{}: damaged: {} bytes, should be {}", name, bytes_.size(), header.file_size));
  }
  if (header.sections > (bytes_.size() - kHeader) / sizeof(Entry) ||
      XXH3_64bits(bytes_.data() + kHeader, bytes_.size() - kHeader) != header.checksum) {
    return Status::BadInput(fmt::format("{}: damaged: its checksum does not agree", name));
  }
  // The sections fill the file without a gap but for alignment, which also tells a wrong number of them.
  uint64_t end = kHeader + header.sections * sizeof(Entry);
  for (uint32_t i = 0; i < header.sections; ++i) {
    Entry entry;
    std::memcpy(&entry, bytes_.data() + kHeader + i * sizeof(Entry), sizeof(Entry));
    if (entry.offset != (end + 63) / 64 * 64 || entry.offset > bytes_.size() ||
        entry.size > bytes_.size() - entry.offset) {
      return Status::BadInput(fmt::format("{}: damaged: section {} is not in its place", name, i));
    }
    end = entry.offset + entry.size;
  }
  if (end != bytes_.size()) return Status::BadInput(fmt::format("{}: damaged: sections are missing", name));
  return {};
}

FlatFile::FlatFile(FlatFile&& other) noexcept
    : bytes_(std::exchange(other.bytes_, {})), mapped_(std::exchange(other.mapped_, nullptr)) {}

FlatFile& FlatFile::operator=(FlatFile&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  std::swap(mapped_, other.mapped_);
  return *this;
}

FlatFile::~FlatFile() {
  if (mapped_ != nullptr) munmap(mapped_, bytes_.size());
}

std::span<const std::byte> FlatFile::Section(std::string_view name) const {
  if (bytes_.size() < kHeader) return {};
  Header header;
  std::memcpy(&header, bytes_.data(), kHeader);
  const Entry* entries = reinterpret_cast<const Entry*>(bytes_.data() + kHeader);
  for (uint32_t i = 0; i < header.sections; ++i) {
    if (Trimmed(entries[i].name, kName) == name) return bytes_.subspan(entries[i].offset, entries[i].size);
  }
  return {};
}

FlatFileWriter::FlatFileWriter(std::string_view kind, uint32_t version) : kind_(kind.substr(0, 8)), version_(version) {}

void FlatFileWriter::Add(std::string_view name, std::string bytes) {
  sections_.emplace_back(name.substr(0, kName - 1), std::move(bytes));
}

std::string FlatFileWriter::Finish() const {
  std::string out(kHeader + sections_.size() * sizeof(Entry), '\0');
  for (size_t i = 0; i < sections_.size(); ++i) {
    out.resize((out.size() + 63) / 64 * 64, '\0');
    Entry entry{};
    std::memcpy(entry.name, sections_[i].first.data(), sections_[i].first.size());
    entry.offset = out.size();
    entry.size = sections_[i].second.size();
    std::memcpy(out.data() + kHeader + i * sizeof(Entry), &entry, sizeof(Entry));
    out += sections_[i].second;
  }
  Header header{};
  std::memcpy(header.magic, kMagic.data(), kMagic.size());
  std::memcpy(header.kind, kind_.data(), kind_.size());
  header.version = version_;
  header.sections = static_cast<uint32_t>(sections_.size());
  header.file_size = out.size();
  header.checksum = XXH3_64bits(out.data() + kHeader, out.size() - kHeader);
  std::memcpy(out.data(), &header, kHeader);
  return out;
}

}  // namespace diurna
