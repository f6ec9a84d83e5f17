// A record from its JSON form. Strict: a value of another type, a word that a vocabulary does not have, a key that the
// contract does not have or that is there twice is an error that names its path. What may be left out may be.

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <limits>

#include "diurna/record.h"
#include "record/fields.h"

namespace diurna {
namespace {

namespace dom = simdjson::dom;

// What all objects of a record share while it is read: where one is, and what was wrong first.
struct Progress {
  std::string path;
  Status status;

  void Fail(std::string_view message) {
    if (status.ok()) status = Status::BadInput(Placed(message));
  }
  std::string Placed(std::string_view message) const {
    return fmt::format("{}: {}", path.empty() ? "record" : path, message);
  }
};

class ObjectReader;
template <typename T>
void ReadObject(dom::element element, Progress* progress, T* out);

// Reads the values of fields.
class ValueReader {
 public:
  explicit ValueReader(Progress* progress) : progress_(progress) {}

  void Read(dom::element element, bool* out) {
    if (element.get(*out)) progress_->Fail("should be true or false");
  }
  void Read(dom::element element, double* out) {
    if (element.get(*out)) progress_->Fail("should be a number");
  }
  void Read(dom::element element, int64_t* out) {
    if (element.get(*out)) progress_->Fail("should be an integer");
  }
  void Read(dom::element element, uint32_t* out) {
    uint64_t value = 0;
    if (element.get(value) || value > std::numeric_limits<uint32_t>::max()) {
      progress_->Fail("should be an offset: an integer from 0 on");
    } else {
      *out = static_cast<uint32_t>(value);
    }
  }
  void Read(dom::element element, std::string* out) {
    std::string_view text;
    if (element.get(text)) {
      progress_->Fail("should be a string");
    } else {
      *out = text;
    }
  }
  template <Vocabulary E>
  void Read(dom::element element, E* out) {
    std::string_view name;
    if (element.get(name)) return progress_->Fail("should be a string");
    if (const std::optional<E> term = Parse<E>(name)) {
      *out = *term;
    } else {
      progress_->Fail(fmt::format("'{}' is none of: {}", name, fmt::join(Names<E>(), ", ")));
    }
  }
  template <typename T>
  void Read(dom::element element, std::optional<T>* out) {
    Read(element, &out->emplace());
  }
  template <typename T>
  void Read(dom::element element, std::vector<T>* out) {
    dom::array array;
    if (element.get(array)) return progress_->Fail("should be a list");
    const size_t length = progress_->path.size();
    for (const dom::element item : array) {
      progress_->path += fmt::format("[{}]", out->size());
      Read(item, &out->emplace_back());
      progress_->path.resize(length);
      if (!progress_->status.ok()) return;
    }
  }
  template <typename T>
  requires std::is_class_v<T>
  void Read(dom::element element, T* out) { ReadObject(element, progress_, out); }

 private:
  Progress* progress_;
};

// Visits the fields of one object and takes their values from JSON.
class ObjectReader {
 public:
  ObjectReader(dom::object object, Progress* progress) : object_(object), progress_(progress) {}

  template <typename T>
  void Field(std::string_view name, T& value, FieldRule rule) {
    if (!progress_->status.ok()) return;
    known_.push_back(name);
    dom::element element;
    const bool missing = object_.at_key(name).get(element) != simdjson::SUCCESS;
    const size_t length = progress_->path.size();
    progress_->path += length == 0 ? "" : ".";
    progress_->path += name;
    if (missing) {
      if (rule == FieldRule::kFilled || rule == FieldRule::kPresent) progress_->Fail("is missing");
    } else if (!element.is_null()) {
      ValueReader(progress_).Read(element, &value);
    } else if (rule == FieldRule::kFilled || !MayBeNull(value)) {
      progress_->Fail("may not be null");
    }
    progress_->path.resize(length);
  }

  template <typename T>
  void Rounded(std::string_view name, T& value, double, FieldRule rule) {
    Field(name, value, rule);
  }

  // To be called behind all fields: what else is there?
  void Finish() {
    if (!progress_->status.ok()) return;
    std::vector<std::string_view> seen;
    for (const auto [key, value] : object_) {
      const bool known = std::find(known_.begin(), known_.end(), key) != known_.end();
      const bool twice = std::find(seen.begin(), seen.end(), key) != seen.end();
      if (!known || twice) {
        progress_->path += fmt::format("{}{}", progress_->path.empty() ? "" : ".", key);
        return progress_->Fail(known ? "is there twice" : "is no field of the record");
      }
      seen.push_back(key);
    }
  }

 private:
  template <typename T>
  static constexpr bool MayBeNull(const T&) {
    return std::is_same_v<T, std::string>;
  }
  template <typename T>
  static constexpr bool MayBeNull(const std::optional<T>&) {
    return true;
  }

  dom::object object_;
  Progress* progress_;
  std::vector<std::string_view> known_;
};

// What the types of fields do not say.
void Check(const Evidence& evidence, Progress* progress) {
  if (evidence.end < evidence.start) progress->Fail("ends before it starts");
}
void Check(const Row& row, Progress* progress) {
  if (row.confidence < 0 || row.confidence > 1) progress->Fail("confidence is not from 0 to 1");
}
void Check(const Record::DocumentInfo& document, Progress* progress) {
  if (document.format.empty() || document.format == kRecordFormat) return;
  progress->status = Status::Unsupported(progress->Placed(
      fmt::format("format: this reads version {}, the record is of version {}", kRecordFormat, document.format)));
}
template <typename T>
void Check(const T&, Progress*) requires(!std::derived_from<T, Row>) {}

template <typename T>
void ReadObject(dom::element element, Progress* progress, T* out) {
  dom::object object;
  if (element.get(object)) return progress->Fail("should be an object");
  ObjectReader reader(object, progress);
  VisitFields(reader, *out);
  reader.Finish();
  if (progress->status.ok()) Check(*out, progress);
}

}  // namespace

Result<Record> FromJson(std::string_view json) {
  dom::parser parser;
  dom::element element;
  if (const auto error = parser.parse(json.data(), json.size()).get(element)) {
    return Status::BadInput(fmt::format("record: is not JSON: {}", simdjson::error_message(error)));
  }
  Progress progress;
  Record record;
  ReadObject(element, &progress, &record);
  if (!progress.status.ok()) return progress.status;
  return record;
}

}  // namespace diurna
