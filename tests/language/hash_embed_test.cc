#include "language/hash_embed.h"

#include <gtest/gtest.h>

#include "base/flat_file.h"
#include "language/kernels.h"

namespace diurna {
namespace {

TEST(HashRows, AreThoseOfTheTraining) {
  using Rows = std::array<uint32_t, 4>;
  EXPECT_EQ(HashRows(0, 8), (Rows{0, 0, 0, 0}));
  EXPECT_EQ(HashRows(1, 8), (Rows{0x453bd91c, 0x85fa7376, 0x67d9c5aa, 0x48f7ad31}));
  EXPECT_EQ(HashRows(0x670e66a635739a92, 8), (Rows{0x8b0abfda, 0x4e68860d, 0x50901fc7, 0x759cc914}));
  EXPECT_EQ(HashRows(0x670e66a635739a92, 13), (Rows{0x1cf18806, 0xe1675025, 0x745db01f, 0x9b9a5d43}));
}

std::string Bytes(const void* data, size_t size) { return {static_cast<const char*>(data), size}; }

// A model with four tables of `rows` rows; each row's floats are its number among all rows.
std::string SmallModel(uint32_t rows, size_t missing_floats = 0) {
  std::vector<float> values;
  for (uint32_t row = 0; row < 4 * rows; ++row) values.insert(values.end(), kPlanes, static_cast<float>(row));
  values.resize(values.size() - missing_floats);
  const uint32_t counts[4] = {rows, rows, rows, rows};
  const uint32_t seeds[4] = {8, 9, 10, 11};
  FlatFileWriter writer("english", 1);
  writer.Add("x.embed", Bytes(values.data(), values.size() * sizeof(float)));
  writer.Add("x.embed.rows", Bytes(counts, sizeof counts));
  writer.Add("x.embed.seeds", Bytes(seeds, sizeof seeds));
  return writer.Finish();
}

TEST(HashEmbed, FindsFourRowsOfEachTable) {
  const std::string bytes = SmallModel(7);
  const Result<FlatFile> file =
      FlatFile::Wrap({reinterpret_cast<const std::byte*>(bytes.data()), bytes.size()}, "small", "english", 1);
  ASSERT_TRUE(file.ok()) << file.status().message();
  const Result<HashEmbed> embed = HashEmbed::Load(*file, "x");
  ASSERT_TRUE(embed.ok()) << embed.status().message();
  EXPECT_FALSE(embed->uses_flags());
  const TokenFeatures token = {.norm = 5, .prefix = 6, .suffix = 7, .shape = 8};
  const float* rows[HashEmbed::kMostRows];
  ASSERT_EQ(embed->Find(token, rows), 16u);
  const uint64_t ids[4] = {5, 6, 7, 8};
  for (uint32_t table = 0; table < 4; ++table) {
    const std::array<uint32_t, 4> hashes = HashRows(ids[table], 8 + table);
    for (uint32_t i = 0; i < 4; ++i) {
      const float* row = rows[4 * table + i];
      EXPECT_EQ(row[0], static_cast<float>(7 * table + hashes[i] % 7));
      EXPECT_EQ(row[kPlanes - 1], row[0]);
    }
  }
}

TEST(HashEmbed, SaysWhichSectionIsTooSmall) {
  const std::string bytes = SmallModel(7, 1);
  const Result<FlatFile> file =
      FlatFile::Wrap({reinterpret_cast<const std::byte*>(bytes.data()), bytes.size()}, "small", "english", 1);
  ASSERT_TRUE(file.ok()) << file.status().message();
  EXPECT_NE(HashEmbed::Load(*file, "x").status().message().find("x.embed"), std::string::npos);
  EXPECT_NE(HashEmbed::Load(*file, "y").status().message().find("y.embed.rows"), std::string::npos);
}

}  // namespace
}  // namespace diurna
