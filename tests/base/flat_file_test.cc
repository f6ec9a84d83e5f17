#include "base/flat_file.h"

#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace diurna {
namespace {

constexpr uint32_t kVersion = 7;

// Bytes at an address that is a multiple of 64, as a mapping's are.
class Image {
 public:
  explicit Image(const std::string& bytes) : size_(bytes.size()), lines_(bytes.size() / sizeof(Line) + 1) {
    std::memcpy(lines_.data(), bytes.data(), size_);
  }
  std::span<const std::byte> bytes() const { return {reinterpret_cast<const std::byte*>(lines_.data()), size_}; }

 private:
  struct alignas(64) Line {
    std::byte bytes[64];
  };
  size_t size_;
  std::vector<Line> lines_;
};

std::string NumbersAndWords() {
  FlatFileWriter writer("sample", kVersion);
  const std::vector<uint32_t> numbers = {1, 2, 3, 0xFFFFFFFF};
  writer.Add("numbers", {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(uint32_t)});
  writer.Add("words", "a few words");
  writer.Add("nothing", "");
  return writer.Finish();
}

// The message of a file that must be refused.
std::string Refusal(const std::string& bytes) {
  const Image image(bytes);
  const Result<FlatFile> file = FlatFile::Wrap(image.bytes(), "sample.flat", "sample", kVersion);
  return file.ok() ? "" : file.status().message();
}

std::string InTempDir(const std::string& name) { return (std::filesystem::path(testing::TempDir()) / name).string(); }

TEST(FlatFileTest, GivesBackWhatWasWritten) {
  const std::string path = InTempDir("round_trip.flat");
  std::ofstream(path, std::ios::binary) << NumbersAndWords();
  Result<FlatFile> opened = FlatFile::Open(path, "sample", kVersion);
  ASSERT_TRUE(opened.ok()) << opened.status().message();
  const FlatFile file = std::move(opened).value();
  const std::span<const uint32_t> numbers = file.Array<uint32_t>("numbers");
  EXPECT_EQ(std::vector<uint32_t>(numbers.begin(), numbers.end()), (std::vector<uint32_t>{1, 2, 3, 0xFFFFFFFF}));
  EXPECT_EQ(file.Text("words"), "a few words");
  EXPECT_TRUE(file.Section("nothing").empty());
  EXPECT_TRUE(file.Section("no such section").empty());
  EXPECT_TRUE(file.Array<uint32_t>("words").empty()) << "11 bytes are no array of 4-byte numbers";
  std::filesystem::remove(path);
}

TEST(FlatFileTest, SectionsAreAligned) {
  const Image image(NumbersAndWords());
  const Result<FlatFile> file = FlatFile::Wrap(image.bytes(), "sample.flat", "sample", kVersion);
  ASSERT_TRUE(file.ok());
  for (const char* name : {"numbers", "words"}) {
    EXPECT_EQ(reinterpret_cast<uintptr_t>(file.value().Section(name).data()) % 64, 0U) << name;
  }
}

TEST(FlatFileTest, RefusesEveryTruncation) {
  const std::string whole = NumbersAndWords();
  ASSERT_EQ(Refusal(whole), "");
  for (size_t size = 0; size < whole.size(); ++size) {
    EXPECT_NE(Refusal(whole.substr(0, size)).find("sample.flat: "), std::string::npos) << size;
  }
  EXPECT_NE(Refusal(whole + "x").find("damaged"), std::string::npos);
}

TEST(FlatFileTest, RefusesEveryDamagedByte) {
  const std::string whole = NumbersAndWords();
  for (size_t at = 0; at < whole.size(); ++at) {
    if (at >= 40 && at < 64) continue;  // the reserved bytes mean nothing
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    EXPECT_NE(Refusal(damaged), "") << "byte " << at;
  }
}

TEST(FlatFileTest, SaysWhatIsWrong) {
  const Image image(NumbersAndWords());
  const Result<FlatFile> other_kind = FlatFile::Wrap(image.bytes(), "sample.flat", "english", kVersion);
  ASSERT_FALSE(other_kind.ok());
  EXPECT_EQ(other_kind.status().message(), "sample.flat: not a english file of this engine");
  const Result<FlatFile> other_version = FlatFile::Wrap(image.bytes(), "sample.flat", "sample", kVersion + 1);
  ASSERT_FALSE(other_version.ok());
  EXPECT_EQ(other_version.status().message(), "sample.flat: layout version 7, this engine reads 8");
  const Result<FlatFile> missing = FlatFile::Open(InTempDir("no_such.flat"), "sample", kVersion);
  ASSERT_FALSE(missing.ok());
  EXPECT_NE(missing.status().message().find("no_such.flat: No such file"), std::string::npos);
  EXPECT_FALSE(FlatFile::Open(testing::TempDir(), "sample", kVersion).ok()) << "a folder is no file";
  EXPECT_EQ(other_kind.status().code(), StatusCode::kBadInput);
  EXPECT_EQ(missing.status().code(), StatusCode::kNotFound);
}

TEST(FlatFileTest, MovesItsMapping) {
  const std::string path = InTempDir("moved.flat");
  std::ofstream(path, std::ios::binary) << NumbersAndWords();
  Result<FlatFile> opened = FlatFile::Open(path, "sample", kVersion);
  ASSERT_TRUE(opened.ok());
  FlatFile first = std::move(opened).value();
  const std::string_view words = first.Text("words");
  const FlatFile second = std::move(first);
  EXPECT_EQ(second.Text("words").data(), words.data());
  EXPECT_EQ(words, "a few words");
  std::filesystem::remove(path);
}

// The build writes this file with model/flat_file.py (tests/base/write_flat_file.py).
TEST(FlatFileTest, ReadsWhatPythonWrote) {
  const Result<FlatFile> file = FlatFile::Open(std::string(DIURNA_FIXTURE_DIR) + "/python.flat", "sample", kVersion);
  ASSERT_TRUE(file.ok()) << file.status().message();
  const std::span<const float> halves = file.value().Array<float>("halves");
  EXPECT_EQ(std::vector<float>(halves.begin(), halves.end()), (std::vector<float>{0.5F, 1.0F, 1.5F}));
  EXPECT_EQ(file.value().Text("words"), "Z\xC3\xBCrich");
  EXPECT_EQ(file.value().Text("last"), "!");
}

}  // namespace
}  // namespace diurna
