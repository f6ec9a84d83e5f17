#include "api/header_examples.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

namespace diurna {
namespace {

// The examples read "report.txt" and find their data as a program does.
TEST(HeaderExamples, RunAsTheySay) {
  namespace fs = std::filesystem;
  const fs::path before = fs::current_path();
  const fs::path folder = fs::path(testing::TempDir()) / "header_examples";
  fs::create_directories(folder);
  fs::current_path(folder);
  std::ofstream("report.txt")
      << "Ferries stay in port\nHarbour Wire, 2024-03-06\n\nPolice arrested 14 people on Tuesday.\n";
  setenv("DIURNA_DATA", DIURNA_DATA_DIR, 1);
  for (const HeaderExample& example : HeaderExamples()) {
    testing::internal::CaptureStdout();
    EXPECT_EQ(example.run(), 0) << example.header;
    testing::internal::GetCapturedStdout();
  }
  unsetenv("DIURNA_DATA");
  fs::current_path(before);
}

TEST(HeaderExamples, ThereIsOneForEachHeader) {
  std::set<std::string> without;
  for (const auto& entry : std::filesystem::directory_iterator(DIURNA_SOURCE_DIR "/include/diurna")) {
    if (entry.path().extension() == ".h") without.insert(entry.path().filename());
  }
  for (const HeaderExample& example : HeaderExamples()) without.erase(example.header);
  EXPECT_TRUE(without.empty()) << *without.begin() << " has no example in the comment at its top";
}

}  // namespace
}  // namespace diurna
