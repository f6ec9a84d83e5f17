#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "diurna/record.h"
#include "support/sample_record.h"

namespace diurna {
namespace {

std::string Stored(const std::string& name) {
  std::ifstream file(std::string(DIURNA_SOURCE_DIR) + "/tests/record/" + name);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// The stored files were held against the contract's JSON schema when they were made.
TEST(RecordJson, EveryRegisterToTheByte) { EXPECT_EQ(ToJson(SampleRecord(), 2) + "\n", Stored("sample_record.json")); }

TEST(RecordJson, AnEmptyRecordHasAllRegisters) {
  EXPECT_EQ(ToJson(Record{}),
            R"({"document":{"id":null,"title":null,"publisher":null,"author":null,"url":null,"dateline_place":null,)"
            R"("published":null,"updated":null,"language":null,"text_sha256":null,"engine":null,"warnings":[]},)"
            R"("events":[],"figures":[],"measures":[],"services":[],"prices":[],"offices":[],"statements":[],)"
            R"("links":[]})");
}

TEST(RecordJson, OneLineHasNoLineEnd) { EXPECT_EQ(ToJson(SampleRecord()).find('\n'), std::string::npos); }

TEST(RecordJson, PartiesThatTheContractWantsAreThereThoughUnknown) {
  Record record;
  record.offices.emplace_back();
  record.statements.emplace_back();
  const std::string json = ToJson(record);
  EXPECT_NE(json.find(R"("person":{"text":null,"name":null,)"), std::string::npos);
  EXPECT_NE(json.find(R"("speaker":{"text":null,"name":null,)"), std::string::npos);
  EXPECT_NE(json.find(R"("addressee":null)"), std::string::npos);
}

}  // namespace
}  // namespace diurna
