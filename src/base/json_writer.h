// JsonWriter: JSON text, member by member, the same bytes for the same calls.

#ifndef DIURNA_BASE_JSON_WRITER_H_
#define DIURNA_BASE_JSON_WRITER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace diurna {

// Appends the JSON form of `text`, quotation marks included. Ill-formed UTF-8 becomes U+FFFD; all else above U+001F
// except the quotation mark and the backslash stands as it is.
void AppendJsonString(std::string_view text, std::string* out);
// Appends the shortest decimal form that reads back as the same number, without exponent, trailing zeros or a trailing
// point (from 2^63 on with ".0", so that it is not read as an integer); null for what is no number.
void AppendJsonNumber(double value, std::string* out);

// The caller opens and closes objects and arrays in balance and names each member of an object before its value.
// Not thread-safe.
class JsonWriter {
 public:
  // `indent` blanks a level; 0 puts everything on one line.
  explicit JsonWriter(int indent = 0) : indent_(indent) {}

  void BeginObject() { Open('{'); }
  void EndObject() { Close('}'); }
  void BeginArray() { Open('['); }
  void EndArray() { Close(']'); }
  void Key(std::string_view key);

  void Null();
  void Bool(bool value);
  void Integer(int64_t value);
  void Number(double value);
  void String(std::string_view value);
  // The string, or null where it is empty.
  void StringOrNull(std::string_view value);

  // All that was written so far.
  const std::string& text() const { return out_; }
  std::string Take() { return std::move(out_); }

 private:
  void Open(char bracket);
  void Close(char bracket);
  void BeforeValue();
  void NewLine();

  std::string out_;
  std::vector<bool> filled_;  // per open bracket: whether something stands in it
  int indent_;
  bool after_key_ = false;
};

}  // namespace diurna

#endif  // DIURNA_BASE_JSON_WRITER_H_
