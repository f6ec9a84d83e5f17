// Any bytes as the JSON of a record: refused, or a record whose own JSON reads as the same.

#include "diurna/record.h"
#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace diurna;  // NOLINT(google-build-using-namespace)
  const Result<Record> record = FromJson(BytesOf(data, size));
  if (!record.ok()) {
    Require(!record.status().message().empty(), "a failure has a message");
    return 0;
  }
  const std::string json = ToJson(*record, 2);
  const Result<Record> again = FromJson(json);
  Require(again.ok(), again.ok() ? "" : again.status().message());
  Require(ToJson(*again, 2) == json, "JSON gives the same record");
  return 0;
}
