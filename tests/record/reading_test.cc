// Reading tests as data: tests/reading/*.txt hold a report of our own, a line "====", and the rows expected:
//
//   events: type=PROTEST mode=strike place.name="Lima"
//   !figures: kind=injured
//
// A line asks for one row of the register whose fields hold these values; with ! before it for none. A field is a path
// into the row's JSON, lists looked through; = compares the whole value, ~ looks for words inside it.

#include <gtest/gtest.h>
#include <simdjson.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "diurna/reader.h"

namespace diurna {
namespace {

using Fields = std::multimap<std::string, std::string>;

void Flatten(const std::string& path, simdjson::dom::element element, Fields* out) {
  switch (element.type()) {
    case simdjson::dom::element_type::OBJECT:
      for (const auto [key, value] : simdjson::dom::object(element)) {
        Flatten(path.empty() ? std::string(key) : path + "." + std::string(key), value, out);
      }
      break;
    case simdjson::dom::element_type::ARRAY:
      for (const auto value : simdjson::dom::array(element)) Flatten(path, value, out);
      break;
    case simdjson::dom::element_type::STRING:
      out->emplace(path, std::string_view(element));
      break;
    case simdjson::dom::element_type::NULL_VALUE:
      out->emplace(path, "null");
      break;
    default:
      out->emplace(path, simdjson::minify(element));
  }
}

struct Condition {
  std::string path, value;
  bool inside = false;
};

struct Expectation {
  std::string line, list;
  bool absent = false;
  std::vector<Condition> conditions;
};

Expectation ParseExpectation(const std::string& line) {
  Expectation out;
  out.line = line;
  size_t at = line.starts_with('!') ? 1 : 0;
  out.absent = at == 1;
  const size_t colon = line.find(':');
  out.list = line.substr(at, colon - at);
  at = colon + 1;
  while (at < line.size()) {
    while (at < line.size() && line[at] == ' ') ++at;
    const size_t sign = line.find_first_of("=~", at);
    if (sign == std::string::npos) break;
    Condition condition{line.substr(at, sign - at), "", line[sign] == '~'};
    at = sign + 1;
    if (at < line.size() && line[at] == '"') {
      const size_t end = line.find('"', at + 1);
      condition.value = line.substr(at + 1, end - at - 1);
      at = end + 1;
    } else {
      const size_t end = std::min(line.find(' ', at), line.size());
      condition.value = line.substr(at, end - at);
      at = end;
    }
    out.conditions.push_back(std::move(condition));
  }
  return out;
}

bool Holds(const Fields& fields, const Condition& condition) {
  const auto [begin, end] = fields.equal_range(condition.path);
  return std::any_of(begin, end, [&](const auto& field) {
    return condition.inside ? field.second.find(condition.value) != std::string::npos : field.second == condition.value;
  });
}

class Reading : public testing::TestWithParam<std::string> {};

TEST_P(Reading, GivesTheRowsExpected) {
  static const Result<Reader>* reader =
      new Result<Reader>(Reader::Open({.data_folder = DIURNA_DATA_DIR, .lexicon_folders = {}}));
  ASSERT_TRUE(reader->ok()) << reader->status().message();
  std::ifstream file(GetParam());
  std::stringstream content;
  content << file.rdbuf();
  const std::string all = content.str();
  const size_t border = all.find("\n====\n");
  ASSERT_NE(border, std::string::npos) << "no line ====";
  const Result<Document> document = (*reader)->Parse(all.substr(0, border), GetParam(), {});
  ASSERT_TRUE(document.ok()) << document.status().message();
  const Result<Record> record = (*reader)->Read(*document);
  ASSERT_TRUE(record.ok()) << record.status().message();

  simdjson::dom::parser parser;
  const std::string json = ToJson(*record);
  simdjson::dom::element root = parser.parse(json);
  std::istringstream lines(all.substr(border + 6));
  int asked = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    const Expectation expected = ParseExpectation(line);
    bool found = false;
    std::string rows;
    for (const auto row : simdjson::dom::array(root[expected.list])) {
      Fields fields;
      Flatten("", row, &fields);
      found = found || std::all_of(expected.conditions.begin(), expected.conditions.end(),
                                   [&](const Condition& condition) { return Holds(fields, condition); });
      rows += "  " + simdjson::minify(row) + "\n";
    }
    EXPECT_EQ(found, !expected.absent) << expected.line << "\nof\n" << rows;
    ++asked;
  }
  EXPECT_GT(asked, 0);
}

std::vector<std::string> Reports() {
  std::vector<std::string> paths;
  for (const auto& item : std::filesystem::directory_iterator(DIURNA_SOURCE_DIR "/tests/reading")) {
    if (item.path().extension() == ".txt") paths.push_back(item.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

INSTANTIATE_TEST_SUITE_P(All, Reading, testing::ValuesIn(Reports()), [](const auto& param) {
  std::string name = std::filesystem::path(param.param).stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace diurna
