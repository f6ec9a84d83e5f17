// Reading tests as data: tests/reading/*.txt hold a report of our own, a line "====", and the rows expected:
//
//   events: type=PROTEST mode=strike place.name="Lima"
//   !figures: kind=injured
//
// A line asks for one row of the register whose fields hold these values; with ! before it for none. A field is a path
// into the row's JSON, lists looked through, and has to be one of the contract; = compares the whole value, ~ looks for
// words inside it.

#include <gtest/gtest.h>
#include <simdjson.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
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

// The paths of the values that a schema allows, lists looked through.
void Collect(simdjson::dom::element root, simdjson::dom::element schema, const std::string& path,
             std::set<std::string>* paths) {
  std::string_view reference;
  simdjson::dom::element part;
  simdjson::dom::array choices;
  simdjson::dom::object properties;
  if (schema["$ref"].get(reference) == simdjson::SUCCESS) {
    ASSERT_EQ(root.at_pointer(reference.substr(1)).get(part), simdjson::SUCCESS) << reference;  // behind the "#"
    Collect(root, part, path, paths);
  } else if (schema["anyOf"].get(choices) == simdjson::SUCCESS) {
    for (const auto choice : choices) Collect(root, choice, path, paths);
  } else if (schema["items"].get(part) == simdjson::SUCCESS) {
    Collect(root, part, path, paths);
  } else if (schema["properties"].get(properties) == simdjson::SUCCESS) {
    for (const auto [key, value] : properties) {
      Collect(root, value, path.empty() ? std::string(key) : path + "." + std::string(key), paths);
    }
  } else {
    paths->insert(path);
  }
}

// Every path that a row of a register may have, by register.
const std::map<std::string, std::set<std::string>>& KnownPaths() {
  static const auto* known = [] {
    auto* out = new std::map<std::string, std::set<std::string>>;
    simdjson::dom::parser parser;
    const simdjson::dom::element root = parser.load(DIURNA_SOURCE_DIR "/docs/record.schema.json");
    for (const auto [name, schema] : simdjson::dom::object(root["properties"])) {
      if (name != "document") Collect(root, schema, "", &(*out)[std::string(name)]);
    }
    return out;
  }();
  return *known;
}

// What is wrong with an expectation; empty where it can be asked.
std::string Fault(const Expectation& expected) {
  const auto known = KnownPaths().find(expected.list);
  if (known == KnownPaths().end()) return "no register '" + expected.list + "'";
  if (expected.conditions.empty()) return "no condition";
  for (const Condition& condition : expected.conditions) {
    if (!known->second.contains(condition.path)) return "no field '" + condition.path + "' in " + expected.list;
  }
  return {};
}

std::vector<std::string> Reports() {
  std::vector<std::string> paths;
  for (const auto& item : std::filesystem::directory_iterator(DIURNA_SOURCE_DIR "/tests/reading")) {
    if (item.path().extension() == ".txt") paths.push_back(item.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// Holds a report against the rows that its file asks for; counts what is asked of each register.
void Check(const Reader& reader, const std::string& path, std::map<std::string, int>* asked) {
  std::ifstream file(path);
  std::stringstream content;
  content << file.rdbuf();
  const std::string all = content.str();
  const size_t border = all.find("\n====\n");
  ASSERT_NE(border, std::string::npos) << "no line ====";
  const Result<Document> document = reader.Parse(all.substr(0, border), path, {});
  ASSERT_TRUE(document.ok()) << document.status().message();
  const Result<Record> record = reader.Read(*document);
  ASSERT_TRUE(record.ok()) << record.status().message();
  EXPECT_EQ(diurna::Check(*record, document->text), std::vector<std::string>());

  simdjson::dom::parser parser;
  const std::string json = ToJson(*record);
  simdjson::dom::element root = parser.parse(json);
  std::istringstream lines(all.substr(border + 6));
  int count = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    const Expectation expected = ParseExpectation(line);
    ASSERT_EQ(Fault(expected), "") << line;
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
    if (!expected.absent) ++(*asked)[expected.list];
    ++count;
  }
  EXPECT_GT(count, 0);
}

// All reports in one test, so that a new file is read without configuring anew.
TEST(Reading, GivesTheRowsExpected) {
  const Result<Reader> reader = Reader::Open({.data_folder = DIURNA_DATA_DIR, .lexicon_folders = {}});
  ASSERT_TRUE(reader.ok()) << reader.status().message();
  std::map<std::string, int> asked;
  for (const std::string& path : Reports()) {
    SCOPED_TRACE(path);
    Check(*reader, path, &asked);
  }
  for (const auto& [name, paths] : KnownPaths()) {
    EXPECT_GE(asked[name], 3) << "too few rows are asked of " << name;
  }
}

TEST(Reading, WhatIsMisspeltIsTold) {
  EXPECT_EQ(Fault(ParseExpectation("figures: kind=killed place.name=\"Lima\"")), "");
  EXPECT_EQ(Fault(ParseExpectation("!figures: knd=killed")), "no field 'knd' in figures");
  EXPECT_EQ(Fault(ParseExpectation("figurs: kind=killed")), "no register 'figurs'");
  EXPECT_EQ(Fault(ParseExpectation("figures: killed")), "no condition");
}

}  // namespace
}  // namespace diurna
