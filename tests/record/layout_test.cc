// Layout changes no facts: the reports of the reading tests and the examples, laid out in other ways, give the same
// rows but for offsets, and evidence is the words of the text as it was given.

#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "diurna/reader.h"
#include "support/layouts.h"
#include "text/letters.h"

namespace diurna {
namespace {

namespace fs = std::filesystem;

std::string Seen(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t here = at;
    const char32_t point = DecodeUtf8(text, &at);
    if (!IsBlank(point) && !IsInvisible(point)) out += text.substr(here, at - here);
  }
  return out;
}

// A value without offsets, confidence and white space.
std::string Facts(simdjson::dom::element element) {
  std::string out;
  switch (element.type()) {
    case simdjson::dom::element_type::OBJECT:
      for (const auto [key, value] : simdjson::dom::object(element)) {
        const bool offset = (key == "start" || key == "end") && value.is_uint64();
        if (!offset && key != "confidence" && key != "text_sha256") out += std::string(key) + ":" + Facts(value) + " ";
      }
      return "{" + out + "}";
    case simdjson::dom::element_type::ARRAY:
      for (const auto value : simdjson::dom::array(element)) out += Facts(value) + "\n";
      return out;
    case simdjson::dom::element_type::STRING:
      return Seen(std::string_view(element));
    default:
      return simdjson::minify(element);
  }
}

// Every span of evidence is words of the text.
void CheckSpans(const Document& document, simdjson::dom::element element) {
  if (element.is_array()) {
    for (const auto value : simdjson::dom::array(element)) CheckSpans(document, value);
  }
  if (!element.is_object()) return;
  std::string_view words;
  uint64_t start = 0, end = 0;
  if (element["start"].get(start) == simdjson::SUCCESS && element["end"].get(end) == simdjson::SUCCESS &&
      element["text"].get(words) == simdjson::SUCCESS) {
    const CodePointIndex index(document.text);
    const Span span{index.Byte(static_cast<uint32_t>(start)), index.Byte(static_cast<uint32_t>(end))};
    EXPECT_EQ(span.In(document.text), words);
  }
  for (const auto [key, value] : simdjson::dom::object(element)) CheckSpans(document, value);
}

std::vector<std::string> Texts() {
  std::vector<fs::path> paths;
  for (const char* folder : {"/tests/reading", "/examples"}) {
    for (const auto& item : fs::directory_iterator(DIURNA_SOURCE_DIR + std::string(folder))) {
      if (item.path().extension() == ".txt") paths.push_back(item.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const fs::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream content;
    content << file.rdbuf();
    const std::string text = content.str();
    texts.push_back(text.substr(0, std::min(text.find("\n====\n"), text.size() - 1)) + "\n");
  }
  return texts;
}

class LayoutTest : public testing::Test {
 protected:
  LayoutTest() : reader_(Reader::Open({.data_folder = DIURNA_DATA_DIR, .lexicon_folders = {}})) {}
  void SetUp() override { ASSERT_TRUE(reader_.ok()) << reader_.status().message(); }

  std::string FactsOf(std::string_view bytes) {
    const Result<Document> document = reader_->Parse(bytes, "report", {});
    EXPECT_TRUE(document.ok()) << document.status().message();
    if (!document.ok()) return {};
    EXPECT_TRUE(Validate(*document).ok()) << Validate(*document).message();
    const Result<Record> record = reader_->Read(*document, workspace_);
    EXPECT_TRUE(record.ok()) << record.status().message();
    if (!record.ok()) return {};
    const std::string json = ToJson(*record);
    const simdjson::dom::element root = parser_.parse(json);
    CheckSpans(*document, root);
    return Facts(root);
  }

  Result<Reader> reader_;
  Reader::Workspace workspace_;
  simdjson::dom::parser parser_;
};

TEST_F(LayoutTest, ChangesNoFacts) {
  for (const std::string& text : Texts()) {
    const std::string facts = FactsOf(text);
    for (const Layout& layout : Layouts()) {
      EXPECT_EQ(FactsOf(layout.apply(text)), facts) << layout.name << ": " << text.substr(0, 60);
    }
    for (const Layout& layout : BrokenLayouts()) {
      EXPECT_EQ(FactsOf(layout.apply(text)), facts) << layout.name << ": " << text.substr(0, 60);
    }
  }
}

// A blank that joins the digits of a number is any blank.
TEST_F(LayoutTest, NumbersWithBlanks) {
  constexpr std::string_view kText =
      "Flood at Verano\nStrait Gazette, 2024-03-06\n\nThe flood killed 1 200 people in Verano on Tuesday.\n";
  const std::string facts = FactsOf(kText);
  EXPECT_NE(facts.find("value:1200"), std::string::npos) << facts;
  for (const Layout& layout : Layouts()) EXPECT_EQ(FactsOf(layout.apply(kText)), facts) << layout.name;
}

// Layout that says something goes on saying it.
TEST_F(LayoutTest, ListsHeadingsAndDatelinesKeepTheirMeaning) {
  constexpr std::string_view kText =
      "Strike at Verano\nStrait Gazette, 2024-03-06\n\nVERANO, March 6 - Dockers began a strike in Verano on Tuesday. "
      "Ferries to the islands of the strait were cancelled, and the harbour stayed closed all day long.\n\n"
      "What is shut:\n- The railway to Telo is closed.\n- Schools are shut until Friday.\n\nPrices\n"
      "Petrol cost 30 pesos a litre in Verano on Tuesday, up from 20 pesos, the fuel union said in a statement.\n";
  const std::string facts = FactsOf(kText);
  for (const Layout& layout : Layouts()) EXPECT_EQ(FactsOf(layout.apply(kText)), facts) << layout.name;
  for (const Layout& layout : BrokenLayouts()) EXPECT_EQ(FactsOf(layout.apply(kText)), facts) << layout.name;
}

}  // namespace
}  // namespace diurna
