#include "base/data_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace diurna {
namespace {

TEST(DataFolder, FindsAFileInTheFolderThatIsGiven) {
  const std::string folder = testing::TempDir() + "/diurna_data";
  std::filesystem::create_directories(folder);
  std::ofstream(folder + "/some.model") << "x";
  const Result<std::string> found = FindDataFile(folder, "some.model");
  ASSERT_TRUE(found.ok()) << found.status().message();
  EXPECT_EQ(*found, folder + "/some.model");
}

TEST(DataFolder, NamesWhatIsMissingWhereAndTheCommand) {
  const std::string message = FindDataFile("/nowhere", "some.model").status().message();
  EXPECT_NE(message.find("some.model"), std::string::npos) << message;
  EXPECT_NE(message.find("/nowhere"), std::string::npos) << message;
  EXPECT_NE(message.find("--rebuild-data"), std::string::npos) << message;
}

TEST(DataFolder, ANewFileIsProposedWhereItWouldHelp) {
  EXPECT_EQ(FindDataFile("/nowhere", "some.model").status().code(), StatusCode::kNotFound);
  const Status damaged = WithRebuildHint(Status::BadInput("some.model: damaged"));
  EXPECT_EQ(damaged.code(), StatusCode::kBadInput);
  EXPECT_NE(damaged.message().find("--rebuild-data"), std::string::npos) << damaged.message();
  EXPECT_EQ(WithRebuildHint(Status::Unsupported("DIURNA_KERNEL: x")).message(), "DIURNA_KERNEL: x");
}

TEST(DataFolder, LooksBesideTheBinary) {
  unsetenv("DIURNA_DATA");
  const std::string message = FindDataFile("", "no such.model").status().message();
  EXPECT_NE(message.find("share/diurna"), std::string::npos) << message;
}

}  // namespace
}  // namespace diurna
