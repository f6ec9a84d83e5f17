#include <gtest/gtest.h>
#include <simdjson.h>

#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include "diurna/record.h"
#include "record/fields.h"
#include "support/sample_record.h"

namespace diurna {
namespace {

std::string Stored(const std::string& path) {
  std::ifstream file(std::string(DIURNA_SOURCE_DIR) + "/" + path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// The stored files were held against the contract's JSON schema when they were made.
TEST(RecordJson, EveryRegisterToTheByte) {
  EXPECT_EQ(ToJson(SampleRecord(), 2) + "\n", Stored("tests/record/sample_record.json"));
}

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

// Gives every field a value of its own, or, where it may, none.
class RandomRecord {
 public:
  explicit RandomRecord(uint32_t seed, bool full = false) : random_(seed), full_(full) {}

  Record Make() {
    Record record;
    VisitFields(*this, record);
    return record;
  }

  template <typename T>
  void Field(std::string_view, T& value, FieldRule rule) {
    if (full_ || rule == FieldRule::kFilled || !OneIn(4)) Fill(&value);
  }
  template <typename T>
  void Rounded(std::string_view, T& value, double, FieldRule) {
    value = 0.001 * static_cast<double>(random_() % 1001);
  }

 private:
  bool OneIn(uint32_t n) { return random_() % n == 0; }

  void Fill(bool* value) { *value = full_ || OneIn(2); }
  void Fill(uint32_t* value) { *value = OneIn(8) ? 0xFFFFFFFF : static_cast<uint32_t>(random_() % 100000); }
  void Fill(int64_t* value) { *value = static_cast<int64_t>(random_()) - (int64_t{1} << 31); }
  void Fill(double* value) {
    constexpr double kOdd[] = {0, -0.5, 1e-7, 1.0 / 3, 9007199254740993.0, 1e19, 1.7e308, 5e-324};
    *value = OneIn(2) ? kOdd[random_() % std::size(kOdd)] : static_cast<double>(random_() % 10000) / 8;
  }
  void Fill(std::string* value) {
    constexpr std::string_view kPieces[] = {"a", "Çelin", "\"", "\\", "\n", "\x01", "火", "\U0001F525", " ", "/"};
    do {
      *value += kPieces[random_() % std::size(kPieces)];
    } while (!OneIn(3));
  }
  template <Vocabulary E>
  void Fill(E* value) {
    *value = Terms<E>()[random_() % kTerms<E>];
  }
  template <typename T>
  void Fill(std::optional<T>* value) {
    Fill(&value->emplace());
  }
  template <typename T>
  void Fill(std::vector<T>* values) {
    for (uint32_t n = full_ ? 1 : static_cast<uint32_t>(random_() % 3); n > 0; --n) Fill(&values->emplace_back());
  }
  // An end behind its start, and a version that is one.
  void Fill(Evidence* evidence) {
    VisitFields(*this, *evidence);
    if (evidence->end < evidence->start) std::swap(evidence->start, evidence->end);
  }
  void Fill(Record::DocumentInfo* document) {
    VisitFields(*this, *document);
    document->format = kRecordFormat;
  }
  template <typename T>
  requires std::is_class_v<T>
  void Fill(T* object) { VisitFields(*this, *object); }

  std::mt19937 random_;
  bool full_;
};

TEST(RecordFromJson, GivesBackWhatWasWritten) {
  const Result<Record> sample = FromJson(ToJson(SampleRecord(), 2));
  ASSERT_TRUE(sample.ok()) << sample.status().message();
  EXPECT_EQ(ToJson(*sample), ToJson(SampleRecord()));
  for (uint32_t seed = 0; seed < 500; ++seed) {
    const std::string json = ToJson(RandomRecord(seed).Make(), static_cast<int>(seed % 3));
    const Result<Record> record = FromJson(json);
    ASSERT_TRUE(record.ok()) << "seed " << seed << ": " << record.status().message();
    ASSERT_EQ(ToJson(*record, static_cast<int>(seed % 3)), json) << "seed " << seed;
  }
}

using Names = std::set<std::string, std::less<>>;

Names Keys(simdjson::dom::object object) {
  Names keys;
  for (const auto [key, value] : object) keys.emplace(key);
  return keys;
}

// A record with everything in it has the keys of docs/record.schema.json, no more and no fewer.
TEST(RecordJson, HasTheFieldsOfItsSchema) {
  simdjson::dom::parser schema_parser, record_parser;
  const simdjson::dom::element schema = schema_parser.parse(Stored("docs/record.schema.json"));
  const std::string json = ToJson(RandomRecord(7, true).Make());
  const simdjson::dom::element record = record_parser.parse(json);
  const auto properties = [&](std::string_view pointer) { return Keys(schema.at_pointer(pointer)); };
  EXPECT_EQ(Keys(record.at_pointer("/document")), properties("/properties/document/properties"));
  for (const Register name : Terms<Register>()) {
    const std::string path = "/" + std::string(Name(name));
    EXPECT_EQ(Keys(record.at_pointer(path + "/0")), properties("/properties" + path + "/items/properties")) << path;
  }
  EXPECT_EQ(Keys(record.at_pointer("/events/0/evidence")), properties("/$defs/span/properties"));
  EXPECT_EQ(Keys(record.at_pointer("/events/0/place")), properties("/$defs/place/properties"));
  EXPECT_EQ(Keys(record.at_pointer("/events/0/time")), properties("/$defs/time/properties"));
  EXPECT_EQ(Keys(record.at_pointer("/offices/0/person")), properties("/$defs/party/properties"));
}

std::string Message(std::string_view json) {
  const Result<Record> record = FromJson(json);
  return record.ok() ? "ok" : record.status().message();
}

// A record with one office, of which `from` is replaced.
std::string WithChange(std::string_view from, std::string_view to) {
  std::string json =
      R"({"document":{"id":"a"},"events":[],"figures":[],"measures":[],"services":[],"prices":[],"offices":[)"
      R"({"id":"o1","evidence":{"text":"Ada Brenn, the governor","start":5,"end":28},)"
      R"("person":{"text":"Ada Brenn","name":"Ada Brenn"},"change":"holds","source":[],"modality":"happened",)"
      R"("confidence":0.5}],"statements":[],"links":[]})";
  const size_t at = json.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return json.replace(at, from.size(), to);
}

TEST(RecordFromJson, WhatMayBeLeftOutMayBe) {
  const Result<Record> record = FromJson(WithChange("holds", "acting"));
  ASSERT_TRUE(record.ok()) << record.status().message();
  ASSERT_EQ(record->offices.size(), 1U);
  const Office& office = record->offices.front();
  EXPECT_EQ(office.change, OfficeChange::kActing);
  EXPECT_EQ(office.evidence.end, 28U);
  EXPECT_EQ(office.person->name, "Ada Brenn");
  EXPECT_TRUE(office.office.empty());
  EXPECT_FALSE(office.place || office.time || office.background);
  EXPECT_EQ(record->document.format, "");
}

TEST(RecordFromJson, NamesThePathOfWhatIsWrong) {
  EXPECT_EQ(Message(WithChange("holds", "held")),
            "offices[0].change: 'held' is none of: holds, appointed, elected, assumed, acting, nominated, resigned, "
            "dismissed, suspended, died, former");
  EXPECT_EQ(Message(WithChange("0.5", "\"high\"")), "offices[0].confidence: should be a number");
  EXPECT_EQ(Message(WithChange("0.5", "1.5")), "offices[0]: confidence is not from 0 to 1");
  EXPECT_EQ(Message(WithChange("28", "28.5")), "offices[0].evidence.end: should be an offset: an integer from 0 on");
  EXPECT_EQ(Message(WithChange("28", "-1")), "offices[0].evidence.end: should be an offset: an integer from 0 on");
  EXPECT_EQ(Message(WithChange("28", "3")), "offices[0].evidence: ends before it starts");
  EXPECT_EQ(Message(WithChange("\"source\":[],", "")), "offices[0].source: is missing");
  EXPECT_EQ(Message(WithChange("\"source\":[]", "\"source\":null")), "offices[0].source: may not be null");
  EXPECT_EQ(Message(WithChange("\"source\":[]", "\"source\":{}")), "offices[0].source: should be a list");
  EXPECT_EQ(Message(WithChange("\"source\":[]", "\"source\":[3]")), "offices[0].source[0]: should be an object");
  EXPECT_EQ(Message(WithChange("\"o1\"", "17")), "offices[0].id: should be a string");
  EXPECT_EQ(Message(WithChange("\"holds\",", "\"holds\",\"since\":null,")),
            "offices[0].since: is no field of the record");
  EXPECT_EQ(Message(WithChange("\"holds\",", "\"holds\",\"change\":\"died\",")), "offices[0].change: is there twice");
  EXPECT_EQ(Message(WithChange("\"links\":[]", "\"links\":[],\"rows\":[]")), "rows: is no field of the record");
  EXPECT_EQ(Message(WithChange("\"id\":\"a\"", "\"id\":\"a\",\"format\":\"2\"")),
            "document: format: this reads version 1, the record is of version 2");
}

// Cut short, with a byte changed, or no record at all: an error, never a crash.
TEST(RecordFromJson, BadInputIsAnError) {
  for (const std::string_view text : {"", " ", "null", "[]", "3", "{", "\"a\"", "{}", "\xFF", "{\"document\":"}) {
    EXPECT_FALSE(FromJson(text).ok()) << text;
  }
  EXPECT_FALSE(FromJson(std::string(100000, '[')).ok());
  const std::string json = ToJson(SampleRecord());
  for (size_t length = 0; length < json.size(); length += 7) {
    EXPECT_FALSE(FromJson(std::string_view(json).substr(0, length)).ok()) << length;
  }
  std::mt19937 random(3);
  for (int i = 0; i < 2000; ++i) {
    std::string changed = json;
    changed[random() % changed.size()] = static_cast<char>(random() % 256);
    if (const Result<Record> record = FromJson(changed); record.ok()) {
      EXPECT_TRUE(FromJson(ToJson(*record)).ok());
    }
  }
}

}  // namespace
}  // namespace diurna
