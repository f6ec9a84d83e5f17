#include "text/json_lines.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <system_error>
#include <utility>

#include "base/file.h"
#include "base/utf8.h"
#include "text/letters.h"

namespace diurna {
namespace {

// Room for a text of the longest length with every character written as \uXXXX.
constexpr size_t kMostLineBytes = 6 * kMostReportBytes + 65536;

// The keys of a report.
constexpr std::string_view kTextKey = "text";
constexpr std::string_view kIdKey = "id";
constexpr std::string_view kTitleKey = "title";
constexpr std::string_view kPublishedKey = "published";
constexpr std::string_view kPublisherKey = "publisher";
constexpr std::string_view kUrlKey = "url";

// Where the value of a key belongs; nullptr for a key that is passed over.
std::string* FieldOf(std::string_view key, JsonReport* report) {
  if (key == kTextKey) return &report->text;
  if (key == kIdKey) return &report->metadata.id;
  if (key == kTitleKey) return &report->metadata.title;
  if (key == kPublishedKey) return &report->metadata.published;
  if (key == kPublisherKey) return &report->metadata.publisher;
  if (key == kUrlKey) return &report->metadata.url;
  return nullptr;
}

}  // namespace

struct JsonLines::Impl {
  std::FILE* stream = nullptr;
  uint64_t line = 0;
  std::string buffer;
  size_t begin = 0;
  std::string current;
  simdjson::dom::parser parser;
  int failure = 0;  // why the stream could not be read further
  bool told = false;

  // The next line, without its end, into `current`; of one that is too long only the beginning. False at the end, and
  // where reading failed.
  bool ReadLine(bool* too_long) {
    current.clear();
    *too_long = false;
    bool any = false;
    while (true) {
      if (begin == buffer.size()) {
        // A line that was cut short is no line.
        if (failure != 0) return false;
        begin = 0;
        buffer.resize(65536);
        buffer.resize(ReadFully(stream, buffer.data(), buffer.size(), &failure));
        if (buffer.empty()) return any && failure == 0;
      }
      any = true;
      const std::string_view rest = std::string_view(buffer).substr(begin);
      const size_t found = rest.find('\n');
      const std::string_view piece = rest.substr(0, found);
      if (current.size() + piece.size() > kMostLineBytes) {
        *too_long = true;
      } else {
        current += piece;
      }
      begin += piece.size();
      if (found != std::string_view::npos) {
        ++begin;
        return true;
      }
    }
  }

  Status Parse(JsonReport* report) {
    std::string_view text(current);
    if (line == 1 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (!ValidUtf8(text)) return Status::BadInput("is not UTF-8, as JSON must be");
    simdjson::dom::element element;
    if (const auto error = parser.parse(text.data(), text.size()).get(element)) {
      return Status::BadInput(fmt::format("is not JSON: {}", simdjson::error_message(error)));
    }
    simdjson::dom::object object;
    if (element.get(object)) return Status::BadInput("is JSON, but no object {\"id\", \"text\", ...}");
    bool has_text = false;
    for (const auto& [key, value] : object) {
      std::string* const field = FieldOf(key, report);
      if (field == nullptr || value.is_null()) continue;
      std::string_view string;
      if (!value.get(string)) {
        *field = string;
      } else if (field == &report->metadata.id && (value.is_int64() || value.is_uint64())) {
        *field = simdjson::minify(value);
      } else {
        return Status::BadInput(fmt::format("has a \"{}\" that is no string", key));
      }
      has_text = has_text || field == &report->text;
    }
    if (!has_text) return Status::BadInput("has no \"text\"");
    return Status::Ok();
  }
};

JsonLines::JsonLines(std::FILE* stream, std::string_view beginning) : impl_(std::make_unique<Impl>()) {
  impl_->stream = stream;
  impl_->buffer = beginning;
}
JsonLines::JsonLines(JsonLines&&) noexcept = default;
JsonLines& JsonLines::operator=(JsonLines&&) noexcept = default;
JsonLines::~JsonLines() = default;

bool JsonLines::Next(JsonReport* report, Status* status) {
  bool too_long = false;
  while (impl_->ReadLine(&too_long)) {
    *report = JsonReport{};
    report->line = ++impl_->line;
    if (too_long) {
      *status = Status::TooLarge(fmt::format("is longer than {} MiB", kMostLineBytes >> 20));
      return true;
    }
    if (Trim(impl_->current).empty()) continue;
    *status = impl_->Parse(report);
    return true;
  }
  if (impl_->failure == 0 || std::exchange(impl_->told, true)) return false;
  *report = JsonReport{};
  report->line = impl_->line + 1;
  *status = Status::NotFound("could not be read further: " + std::generic_category().message(impl_->failure));
  return true;
}

bool LooksLikeJsonLines(std::string_view beginning) {
  if (beginning.starts_with("\xEF\xBB\xBF")) beginning.remove_prefix(3);
  beginning = Trim(beginning);
  return beginning.starts_with('{') && Trim(beginning.substr(1)).starts_with('"');
}

}  // namespace diurna
