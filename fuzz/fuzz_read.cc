// Any bytes as a report: they are refused by name, or give a document that is valid and a record that survives its way
// through JSON. The first line may be metadata: a mutation of the fuzzer finds its way there by itself.

#include "diurna/reader.h"
#include "require.h"
#include "view/table.h"

namespace {

using namespace diurna;  // NOLINT(google-build-using-namespace)

const Reader& TheReader() {
  static const Result<Reader> reader = Reader::Open({DIURNA_DATA_DIR, {}});
  Require(reader.ok(), reader.status().message());
  return *reader;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static Reader::Workspace workspace;
  std::string_view bytes = BytesOf(data, size);
  Metadata metadata;
  constexpr char kMetadata = '\x02';
  if (bytes.starts_with(kMetadata)) {
    const size_t end = bytes.find('\n');
    metadata.published = bytes.substr(1, end == std::string_view::npos ? end : end - 1);
    metadata.title = metadata.published;
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
  }
  const Result<Document> document = TheReader().Parse(bytes, "input", metadata);
  if (!document.ok()) {
    Require(!document.status().message().empty(), "a failure has a message");
    return 0;
  }
  Require(Validate(*document).ok(), "what Parse makes is valid");
  const Result<Record> record = TheReader().Read(*document, workspace);
  Require(record.ok(), "what is valid is read");
  const std::string json = ToJson(*record, 0);
  const Result<Record> again = FromJson(json);
  Require(again.ok(), again.ok() ? "" : again.status().message());
  Require(ToJson(*again, 0) == json, "JSON gives the same record");
  Require(!ToTable(*record, {}).empty(), "there is a table");
  return 0;
}
