// Memory that runs out at any moment of reading is one report that failed, and nothing else.

#include <gtest/gtest.h>

#include "diurna/reader.h"
#include "support/allocations.h"

namespace diurna {
namespace {

constexpr std::string_view kReport =
    "Ferries stay in port as strike enters third day\n"
    "Harbour Wire, 2024-03-06\n"
    "\n"
    "LISBON, March 6 - Police said 14 people were arrested after clashes at the harbour gate on Tuesday evening. \"We "
    "will not go back,\" a union leader said. The ministry imposed a curfew from 10 p.m. to 5 a.m. in Porto and in "
    "Faro.\n"
    "\n"
    "Bread rose to 2.40 euros a loaf, from 1.90 euros, because mills had no power for two days, shopkeepers said. The "
    "governor of Faro resigned.\n";

TEST(Exhausted, AnyAllocationMayFail) {
  const Result<Reader> reader = Reader::Open({DIURNA_DATA_DIR, {}});
  ASSERT_TRUE(reader.ok());
  const auto read = [&](Reader::Workspace& workspace) -> Result<Record> {
    const Result<Document> document = reader->Parse(kReport, "ferries.txt", {});
    if (!document.ok()) return document.status();
    return reader->Read(*document, workspace);
  };
  Reader::Workspace workspace;
  const uint64_t before = Allocations();
  const Result<Record> whole = read(workspace);
  const uint64_t all = Allocations() - before;
  ASSERT_TRUE(whole.ok());
  const std::string expected = ToJson(*whole, 0);

  // Every one of the first, which parse; then some all along the way.
  constexpr uint64_t kFirst = 60, kSome = 240;
  size_t failures = 0;
  for (uint64_t i = 0; i < kFirst + kSome; ++i) {
    const uint64_t at = i < kFirst ? i : (i - kFirst) * all / kSome;
    FailAllocationAfter(at);
    const Result<Record> record = read(workspace);
    if (NoAllocationFailed()) continue;
    if (record.ok()) {
      EXPECT_EQ(ToJson(*record, 0), expected) << "allocation " << at;
    } else {
      EXPECT_EQ(record.status().code(), StatusCode::kInternal) << "allocation " << at;
      ++failures;
    }
    // The next report is read as if nothing had been.
    if (i % 10 != 0) continue;
    EXPECT_EQ(ToJson(*read(workspace), 0), expected) << "after allocation " << at;
  }
  EXPECT_GT(failures, (kFirst + kSome) / 2);
}

}  // namespace
}  // namespace diurna
