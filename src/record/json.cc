// The record as JSON, field by field the contract of docs/record.md. What is empty is written as null, so that a reader
// finds every key in every row; only what is sparse (see record/fields.h) is left out where it says nothing.

#include <cmath>
#include <optional>
#include <type_traits>

#include "base/json_writer.h"
#include "diurna/record.h"
#include "record/fields.h"

namespace diurna {
namespace {

class RecordWriter {
 public:
  explicit RecordWriter(int indent) : json_(indent) {}

  std::string Write(const Record& record) {
    Value(record);
    return json_.Take();
  }

  template <typename T>
  void Field(std::string_view name, const T& value, FieldRule rule) {
    if (rule == FieldRule::kSparse && Empty(value)) return;
    json_.Key(name);
    if (rule == FieldRule::kFilled) {
      Filled(value);
    } else {
      Value(value);
    }
  }

  template <typename T>
  void Rounded(std::string_view name, const T& value, double steps, FieldRule rule) {
    Field(name, ToSteps(value, steps), rule);
  }

 private:
  static double ToSteps(double value, double steps) { return std::round(value * steps) / steps; }
  static std::optional<double> ToSteps(const std::optional<double>& value, double steps) {
    return value ? std::optional(ToSteps(*value, steps)) : std::nullopt;
  }

  // What is sparse and says nothing; nothing else is.
  template <typename T>
  static bool Empty(const T&) {
    return false;
  }
  static bool Empty(bool value) { return !value; }
  static bool Empty(const std::string& value) { return value.empty(); }
  template <typename T>
  static bool Empty(const std::vector<T>& values) {
    return values.empty();
  }
  template <typename T>
  static bool Empty(const std::optional<T>& value) {
    return !value;
  }

  // A value that the contract wants to be there even where nothing is known of it.
  template <typename T>
  void Filled(const T& value) {
    Value(value);
  }
  void Filled(const std::string& value) { json_.String(value); }
  void Filled(const std::optional<Party>& value) { Value(value.value_or(Party{})); }

  void Value(bool value) { json_.Bool(value); }
  void Value(double value) { json_.Number(value); }
  void Value(uint32_t value) { json_.Integer(value); }
  void Value(int64_t value) { json_.Integer(value); }
  void Value(const std::string& value) { json_.StringOrNull(value); }
  template <Vocabulary E>
  void Value(E term) {
    json_.String(Name(term));
  }
  template <typename T>
  void Value(const std::optional<T>& value) {
    if (value) {
      Value(*value);
    } else {
      json_.Null();
    }
  }
  template <typename T>
  void Value(const std::vector<T>& values) {
    json_.BeginArray();
    for (const T& value : values) Filled(value);
    json_.EndArray();
  }
  template <typename T>
  requires std::is_class_v<T>
  void Value(const T& object) {
    json_.BeginObject();
    VisitFields(*this, object);
    json_.EndObject();
  }

  JsonWriter json_;
};

}  // namespace

std::string ToJson(const Record& record, int indent) { return RecordWriter(indent).Write(record); }

}  // namespace diurna
