#include "base/json_writer.h"

#include <gtest/gtest.h>

#include <limits>

namespace diurna {
namespace {

std::string Quoted(std::string_view text) {
  std::string out;
  AppendJsonString(text, &out);
  return out;
}

std::string Number(double value) {
  std::string out;
  AppendJsonNumber(value, &out);
  return out;
}

TEST(JsonWriter, EscapesWhatMustBeEscapedAndNothingElse) {
  EXPECT_EQ(Quoted("a \"b\" \\ c/d"), R"("a \"b\" \\ c/d")");
  EXPECT_EQ(Quoted("1\n2\r3\t4\b5\f6"), R"("1\n2\r3\t4\b5\f6")");
  EXPECT_EQ(Quoted(std::string_view("\0\x1f\x7f", 3)), "\"\\u0000\\u001f\x7f\"");
  EXPECT_EQ(Quoted("Çelik 東京 🌊"), "\"Çelik 東京 🌊\"");
}

TEST(JsonWriter, ReplacesIllFormedUtf8) { EXPECT_EQ(Quoted("a\xC3 b\xFF"), "\"a\xEF\xBF\xBD b\xEF\xBF\xBD\""); }

TEST(JsonWriter, WritesNumbersWithoutExponentOrTrailingZeros) {
  EXPECT_EQ(Number(14), "14");
  EXPECT_EQ(Number(3.10), "3.1");
  EXPECT_EQ(Number(-0.0), "0");
  EXPECT_EQ(Number(-2.5), "-2.5");
  EXPECT_EQ(Number(1e7), "10000000");
  EXPECT_EQ(Number(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(Number(1e-7), "0.0000001");
  EXPECT_EQ(Number(1e18), "1000000000000000000");
  EXPECT_EQ(Number(1e19), "10000000000000000000.0");
  EXPECT_EQ(Number(std::numeric_limits<double>::max()).size(), 311U);
  EXPECT_EQ(Number(std::numeric_limits<double>::infinity()), "null");
  EXPECT_EQ(Number(std::numeric_limits<double>::quiet_NaN()), "null");
}

void WriteSample(JsonWriter* json) {
  json->BeginObject();
  json->Key("a");
  json->BeginArray();
  json->Integer(-3);
  json->StringOrNull("");
  json->Bool(true);
  json->EndArray();
  json->Key("b");
  json->BeginObject();
  json->EndObject();
  json->EndObject();
}

TEST(JsonWriter, OneLine) {
  JsonWriter json;
  WriteSample(&json);
  EXPECT_EQ(json.text(), R"({"a":[-3,null,true],"b":{}})");
}

TEST(JsonWriter, Indented) {
  JsonWriter json(2);
  WriteSample(&json);
  EXPECT_EQ(json.Take(), "{\n  \"a\": [\n    -3,\n    null,\n    true\n  ],\n  \"b\": {}\n}");
}

}  // namespace
}  // namespace diurna
