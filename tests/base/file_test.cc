#include "base/file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

namespace diurna {
namespace {

namespace fs = std::filesystem;

// A stream of some bytes that then fails, or ends.
struct Faulty {
  std::string bytes;
  bool fails = false;
  size_t at = 0;
};

ssize_t ReadFaulty(void* cookie, char* buffer, size_t size) {
  auto* const faulty = static_cast<Faulty*>(cookie);
  if (faulty->at == faulty->bytes.size() && faulty->fails) {
    errno = EIO;
    return -1;
  }
  const size_t got = std::min({size, faulty->bytes.size() - faulty->at, size_t{1000}});
  std::copy_n(faulty->bytes.data() + faulty->at, got, buffer);
  faulty->at += got;
  return static_cast<ssize_t>(got);
}

FilePtr Open(Faulty* faulty) { return FilePtr(fopencookie(faulty, "rb", {ReadFaulty, nullptr, nullptr, nullptr})); }

class Files : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("diurna_files." + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string Path(const std::string& name) const { return (folder_ / name).string(); }
  static std::string Bytes(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
  }
  size_t Count() const {
    return static_cast<size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  fs::path folder_;
};

TEST_F(Files, AStreamIsReadWholeOrFails) {
  for (const size_t size : {0, 1, 999, 4096, 65536, 70000}) {
    Faulty whole{std::string(size, 'x')};
    const Result<std::string> read = ReadRest(Open(&whole).get(), "pipe", 100000);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->size(), size);
    Faulty broken{std::string(size, 'x'), true};
    const Result<std::string> part = ReadRest(Open(&broken).get(), "pipe", 100000);
    ASSERT_FALSE(part.ok()) << size;
    EXPECT_EQ(part.status().message(), "pipe: could not be read to its end: Input/output error");
  }
  Faulty longer{std::string(5000, 'x')};
  EXPECT_EQ(ReadRest(Open(&longer).get(), "pipe", 4000)->size(), 4001U);
}

// A pipe that does not block has nothing yet; that is not its end.
TEST_F(Files, APipeThatDoesNotBlockIsWaitedFor) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  ASSERT_EQ(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
  std::thread writer([&] {
    for (int i = 0; i < 5; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      EXPECT_EQ(write(ends[1], "12345", 5), 5);
    }
    close(ends[1]);
  });
  const Result<std::string> read = ReadRest(FilePtr(fdopen(ends[0], "rb")).get(), "pipe", 1000);
  writer.join();
  ASSERT_TRUE(read.ok()) << read.status().message();
  EXPECT_EQ(read->size(), 25U);
}

TEST_F(Files, WhatCannotBeOpenedIsNamed) {
  EXPECT_EQ(OpenToRead(Path("missing\x1B")).status().message(), Path("missing\\x1B") + ": No such file or directory");
  EXPECT_NE(OpenToRead("https://a.example/b").status().message().find("address on the web"), std::string::npos);
  EXPECT_TRUE(LooksLikeUrl("HTTP://a"));
  EXPECT_FALSE(LooksLikeUrl("at 10://a"));
  EXPECT_FALSE(LooksLikeUrl("://"));
}

TEST_F(Files, AFileIsWrittenWholeAndNothingIsLeftBeside) {
  EXPECT_TRUE(WriteWhole(Path("a"), "old").ok());
  EXPECT_TRUE(WriteWhole(Path("a"), std::string(100000, 'n')).ok());
  EXPECT_EQ(Bytes(Path("a")).size(), 100000U);
  fs::create_directories(Path("folder/full"));
  const Status taken = WriteWhole(Path("folder"), "x");
  EXPECT_EQ(taken.message(), Path("folder") + ": cannot be written: Is a directory");
  EXPECT_EQ(WriteWhole(Path("no/such/x"), "x").message(),
            Path("no/such/x") + ": cannot be written: No such file or directory");
  EXPECT_EQ(Count(), 2U);
}

// No room: the old file stays as it was.
TEST_F(Files, WithoutRoomTheOldFileStays) {
  ASSERT_TRUE(WriteWhole(Path("a"), "old").ok());
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit limit{};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &limit), 0);
  const rlimit before = limit;
  limit.rlim_cur = 5000;
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &limit), 0);
  const Status status = WriteWhole(Path("a"), std::string(20000, 'n'));
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  EXPECT_EQ(status.message(), Path("a") + ": cannot be written: File too large");
  EXPECT_EQ(Bytes(Path("a")), "old");
  EXPECT_EQ(Count(), 1U);
}

TEST_F(Files, LeftoversAreRemovedAndWritersLeftAlone) {
  for (const char* name : {".diurna-17-1.part", ".diurna-18-4.part", "a.json", ".diurna-notes"}) {
    std::ofstream(Path(name)) << "x";
  }
  const int writer = open(Path(".diurna-18-4.part").c_str(), O_WRONLY);
  ASSERT_EQ(flock(writer, LOCK_EX), 0);
  RemoveLeftovers(folder_.string());
  EXPECT_FALSE(fs::exists(Path(".diurna-17-1.part")));
  EXPECT_TRUE(fs::exists(Path(".diurna-18-4.part")));
  close(writer);
  RemoveLeftovers(folder_.string());
  EXPECT_EQ(Count(), 2U);
  RemoveLeftovers(Path("no folder"));
}

}  // namespace
}  // namespace diurna
