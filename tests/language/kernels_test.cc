#include "language/kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <string>

namespace diurna {
namespace {

std::vector<float> Random(size_t size, float scale, uint32_t seed) {
  std::mt19937 engine(seed);
  std::vector<float> values(size);
  for (float& value : values) value = (static_cast<float>(engine()) / 4294967296.0f * 2 - 1) * scale;
  return values;
}

void ExpectNear(const std::vector<float>& wanted, const std::vector<float>& got) {
  ASSERT_EQ(wanted.size(), got.size());
  for (size_t i = 0; i < wanted.size(); ++i) ASSERT_NEAR(wanted[i], got[i], 1e-4) << "at " << i;
}

class KernelsTest : public testing::TestWithParam<const Kernels*> {
 protected:
  const Kernels& kernels_ = *GetParam();
  const Kernels& scalar_ = *ScalarKernels();
};

TEST_P(KernelsTest, MultiplyAsTheScalarOne) {
  const uint32_t inputs = 96;
  for (const uint32_t panels : {1u, 3u, 4u, 7u, 18u}) {
    const std::vector<float> weights = Random(size_t{inputs} * panels * kPanel, 0.2f, panels);
    const std::vector<float> bias = Random(panels * kPanel, 1, 2);
    const Panels matrix = {weights.data(), size_t{inputs} * kPanel, inputs, panels};
    for (const size_t rows : {1u, 2u, 5u, 6u, 8u, 9u, 23u}) {
      const std::vector<float> in = Random(rows * inputs, 1, 3);
      const size_t stride = panels * kPanel + 5;
      for (const float* with : {bias.data(), static_cast<const float*>(nullptr)}) {
        std::vector<float> wanted(rows * stride, -7), got(rows * stride, -7);
        scalar_.multiply(matrix, with, in.data(), inputs, rows, wanted.data(), stride);
        kernels_.multiply(matrix, with, in.data(), inputs, rows, got.data(), stride);
        ExpectNear(wanted, got);
      }
    }
  }
}

TEST_P(KernelsTest, MultiplyGivesARowTheSameBitsWhereverItStands) {
  const std::vector<float> weights = Random(96 * 18 * kPanel, 0.2f, 1);
  const Panels matrix = {weights.data(), 96 * kPanel, 96, 18};
  const std::vector<float> in = Random(19 * 96, 1, 2);
  std::vector<float> all(19 * kPlanes), one(kPlanes);
  kernels_.multiply(matrix, nullptr, in.data(), 96, 19, all.data(), kPlanes);
  for (size_t row = 0; row < 19; ++row) {
    kernels_.multiply(matrix, nullptr, in.data() + row * 96, 96, 1, one.data(), kPlanes);
    for (size_t i = 0; i < kPlanes; ++i) ASSERT_EQ(all[row * kPlanes + i], one[i]) << row << " " << i;
  }
}

TEST_P(KernelsTest, NormalizeAsTheScalarOne) {
  const std::vector<float> norm = Random(2 * kWidth, 1, 4), in = Random(5 * kPlanes, 3, 5);
  std::vector<float> wanted(5 * kWidth), got(5 * kWidth);
  scalar_.maxout_norm(in.data(), 5, norm.data(), wanted.data(), kWidth);
  kernels_.maxout_norm(in.data(), 5, norm.data(), got.data(), kWidth);
  ExpectNear(wanted, got);
}

TEST_P(KernelsTest, AddRowsAsTheScalarOne) {
  const std::vector<float> bias = Random(kPlanes, 1, 4), values = Random(5 * kPlanes, 3, 5);
  std::vector<const float*> rows;
  for (const size_t i : {4u, 0u, 2u, 2u, 1u, 3u}) rows.push_back(values.data() + i * kPlanes);
  for (const size_t count : {0u, 1u, 6u}) {
    std::vector<float> wanted(kPlanes), got(kPlanes);
    scalar_.add_rows(rows.data(), count, bias.data(), wanted.data());
    kernels_.add_rows(rows.data(), count, bias.data(), got.data());
    ExpectNear(wanted, got);
  }
}

TEST_P(KernelsTest, NormalizeVectorsThatDoNotVary) {
  const std::vector<float> norm = Random(2 * kWidth, 1, 4), in(kPlanes, 2.0f);
  std::vector<float> got(kWidth);
  kernels_.maxout_norm(in.data(), 1, norm.data(), got.data(), kWidth);
  for (size_t i = 0; i < kWidth; ++i) EXPECT_NEAR(got[i], norm[kWidth + i], 1e-4);
}

TEST_P(KernelsTest, WindowsAsTheScalarOne) {
  const std::vector<float> direct = Random(3 * kWidth * kPlanes, 0.1f, 6);
  // The combinations of the window's three places for each product, as model/convert_network.py states them.
  const double filter[6][3] = {{1, 0, 0},
                               {2 / 3.0, 2 / 3.0, 2 / 3.0},
                               {2 / 3.0, -2 / 3.0, 2 / 3.0},
                               {-8 / 3.0, -4 / 3.0, -2 / 3.0},
                               {-8 / 3.0, 4 / 3.0, -2 / 3.0},
                               {0, 0, 1}};
  const size_t stride = 3 * kWidth * kPanel, part = kWidth * kPanel;
  std::vector<float> minimal;
  for (const auto& place : filter) {
    for (size_t panel = 0; panel < kPlanes / kPanel; ++panel) {
      for (size_t i = 0; i < part; ++i) {
        const float* at = direct.data() + panel * stride + i;
        minimal.push_back(static_cast<float>(place[0] * at[0] + place[1] * at[part] + place[2] * at[2 * part]));
      }
    }
  }
  const std::vector<float> bias = Random(kPlanes, 1, 7), norm = Random(2 * kWidth, 1, 8);
  WindowLayer layer;
  layer.direct = {direct.data(), stride, 3 * kWidth, kPlanes / kPanel};
  for (size_t i = 0; i < 6; ++i) {
    layer.minimal[i] = {minimal.data() + i * kWidth * kPlanes, part, kWidth, kPlanes / kPanel};
  }
  layer.bias = bias.data();
  layer.norm = norm.data();
  std::vector<float> scratch(kWindowScratch);
  for (const size_t rows : {1u, 2u, 3u, 4u, 5u, 11u, 100u, kWindowRows}) {
    const std::vector<float> in = Random((rows + 2) * kWidth, 2, 9);
    std::vector<float> wanted(rows * kWidth), got(rows * kWidth);
    scalar_.window(layer, in.data(), rows, scratch.data(), wanted.data());
    kernels_.window(layer, in.data(), rows, scratch.data(), got.data());
    ExpectNear(wanted, got);
  }
}

TEST_P(KernelsTest, AddStoredProductsAsTheScalarOne) {
  const std::vector<float> stored = Random(4 * kLexemeFloats, 1, 10);
  const std::vector<float> bias = Random(kPlanes, 1, 11), norm = Random(2 * kWidth, 1, 12);
  std::vector<const float*> lexemes;
  for (const size_t i : {3u, 0u, 1u, 1u, 2u, 0u, 3u}) lexemes.push_back(stored.data() + i * kLexemeFloats);
  std::vector<float> wanted(5 * kWidth), got(5 * kWidth);
  scalar_.window_lexemes(lexemes.data(), 5, bias.data(), norm.data(), wanted.data());
  kernels_.window_lexemes(lexemes.data(), 5, bias.data(), norm.data(), got.data());
  ExpectNear(wanted, got);
}

TEST_P(KernelsTest, ChooseTheMoveThatTheScalarOneChooses) {
  for (const uint32_t panels : {1u, 3u, 7u, kMostScorePanels}) {
    const std::vector<float> weights = Random(size_t{kHidden} * panels * kPanel, 1, 13 + panels);
    const std::vector<float> score_bias = Random(panels * kPanel, 1, 14), bias = Random(kState, 1, 15);
    const Panels scores = {weights.data(), size_t{kHidden} * kPanel, kHidden, panels};
    for (uint32_t seed = 0; seed < 50; ++seed) {
      const std::vector<float> values = Random(8 * kState, 1, 100 + seed);
      const float* rows[8];
      for (size_t i = 0; i < 8; ++i) rows[i] = values.data() + i * kState;
      for (const size_t count : {3u, 8u}) {
        EXPECT_EQ(kernels_.best_move(rows, count, bias.data(), scores, score_bias.data()),
                  scalar_.best_move(rows, count, bias.data(), scores, score_bias.data()));
      }
    }
  }
}

TEST_P(KernelsTest, TheFirstLargestWins) {
  std::vector<float> values(5 * kPanel, -1);
  EXPECT_EQ(kernels_.first_largest(values.data(), 5), 0);
  for (const int at : {79, 64, 31, 17, 16, 15, 3, 0}) {
    values[static_cast<size_t>(at)] = 2;
    EXPECT_EQ(kernels_.first_largest(values.data(), 5), at);
  }
  values[40] = 3;
  EXPECT_EQ(kernels_.first_largest(values.data(), 5), 40);
}

TEST_P(KernelsTest, NoNumberIsNeverTheLargest) {
  const std::vector<float> values(2 * kPanel, std::numeric_limits<float>::quiet_NaN());
  EXPECT_EQ(kernels_.first_largest(values.data(), 2), -1);
}

INSTANTIATE_TEST_SUITE_P(Available, KernelsTest, testing::ValuesIn(AvailableKernels()),
                         [](const auto& instance) { return std::string(instance.param->name); });

TEST(ChooseKernels, ChoosesTheFastestUnlessOneIsNamed) {
  const Result<const Kernels*> fastest = ChooseKernels();
  ASSERT_TRUE(fastest.ok());
  EXPECT_EQ(*fastest, AvailableKernels().back());
  const Result<const Kernels*> named = ChooseKernels("scalar");
  ASSERT_TRUE(named.ok());
  EXPECT_EQ((*named)->name, "scalar");
}

TEST(ChooseKernels, SaysWhatThereIs) {
  const std::string unknown = ChooseKernels("abacus").status().message();
  EXPECT_NE(unknown.find("no kernel \"abacus\""), std::string::npos) << unknown;
  EXPECT_NE(unknown.find("scalar"), std::string::npos) << unknown;
  EXPECT_EQ(ChooseKernels("abacus").status().code(), StatusCode::kUnsupported);
  const bool arm = NeonKernels() != nullptr;
  const std::string elsewhere = ChooseKernels(arm ? "sse2" : "neon").status().message();
  EXPECT_NE(elsewhere.find("does not run on this processor"), std::string::npos) << elsewhere;
}

}  // namespace
}  // namespace diurna
