// Every record that the engine writes is read back as it was: those of the reading tests and the examples, and where
// the bench lies beside the source tree those of its reports; and so is the contract's example.

#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "diurna/reader.h"

namespace diurna {
namespace {

namespace fs = std::filesystem;

std::string Content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream content;
  content << file.rdbuf();
  return content.str();
}

std::vector<fs::path> Files(const fs::path& folder, std::string_view ending) {
  std::vector<fs::path> paths;
  if (!fs::is_directory(folder)) return paths;
  for (const auto& item : fs::directory_iterator(folder)) {
    if (item.path().extension() == ending) paths.push_back(item.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// The folder of a contract and its bench, where one lies beside the source tree; else an empty path.
fs::path Shared() {
  for (const char* above : {"/..", "/../.."}) {
    const fs::path folder = fs::path(DIURNA_SOURCE_DIR + std::string(above)) / "shared";
    if (fs::is_directory(folder / "record")) return folder;
  }
  return {};
}

class RoundTrip : public testing::Test {
 protected:
  static void Holds(const fs::path& path) {
    static const Result<Reader>* reader =
        new Result<Reader>(Reader::Open({.data_folder = DIURNA_DATA_DIR, .lexicon_folders = {}}));
    ASSERT_TRUE(reader->ok()) << reader->status().message();
    std::string text = Content(path);
    text.resize(std::min(text.size(), text.find("\n====\n")));
    const Result<Document> document = (*reader)->Parse(text, path.stem().string(), {});
    if (!document.ok()) return;  // no text
    const Result<Record> record = (*reader)->Read(*document);
    ASSERT_TRUE(record.ok()) << path << ": " << record.status().message();
    EXPECT_EQ(Check(*record, document->text), std::vector<std::string>()) << path;
    const std::string json = ToJson(*record, 2);
    const Result<Record> back = FromJson(json);
    ASSERT_TRUE(back.ok()) << path << ": " << back.status().message();
    EXPECT_EQ(ToJson(*back, 2), json) << path;
  }
};

TEST_F(RoundTrip, OfReadingTestsAndExamples) {
  size_t read = 0;
  for (const char* folder : {"/tests/reading", "/examples"}) {
    for (const fs::path& path : Files(DIURNA_SOURCE_DIR + std::string(folder), ".txt")) {
      Holds(path);
      ++read;
    }
  }
  EXPECT_GT(read, 8U);
}

TEST_F(RoundTrip, OfTheBench) {
  const std::vector<fs::path> paths = Files(Shared() / "bench" / "text", ".txt");
  if (paths.empty()) GTEST_SKIP() << "no bench beside the source tree";
  for (const fs::path& path : paths) Holds(path);
}

// The value without what says nothing: nulls, empty lists, false.
std::string Told(simdjson::dom::element element) {
  std::string out;
  switch (element.type()) {
    case simdjson::dom::element_type::OBJECT: {
      std::vector<std::string> members;
      for (const auto [key, value] : simdjson::dom::object(element)) {
        const std::string told = Told(value);
        if (!told.empty()) members.push_back(std::string(key) + ":" + told);
      }
      std::sort(members.begin(), members.end());
      for (const std::string& member : members) out += member + ",";
      return "{" + out + "}";
    }
    case simdjson::dom::element_type::ARRAY:
      for (const auto value : simdjson::dom::array(element)) out += Told(value) + ",";
      return out.empty() ? out : "[" + out + "]";
    case simdjson::dom::element_type::NULL_VALUE:
      return "";
    case simdjson::dom::element_type::BOOL:
      return bool(element) ? "true" : "";
    default:
      return simdjson::minify(element);
  }
}

TEST_F(RoundTrip, OfRecordsMadeByHand) {
  const std::vector<fs::path> paths = Files(Shared() / "record", ".json");
  int read = 0;
  for (const fs::path& path : paths) {
    if (path.filename() == "record.schema.json") continue;
    const std::string json = Content(path);
    const Result<Record> record = FromJson(json);
    ASSERT_TRUE(record.ok()) << path << ": " << record.status().message();
    EXPECT_EQ(Check(*record), std::vector<std::string>()) << path;
    simdjson::dom::parser given, written;
    const std::string back = ToJson(*record);
    EXPECT_EQ(Told(written.parse(back)), Told(given.parse(json))) << path;
    ++read;
  }
  if (read == 0) GTEST_SKIP() << "no records made by hand beside the source tree";
}

}  // namespace
}  // namespace diurna
