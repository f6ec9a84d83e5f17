#include "diurna/optional_index.h"

#include <gtest/gtest.h>

#include <concepts>

namespace diurna {
namespace {

TEST(OptionalIndex, IsNoneUntilItIsSet) {
  OptionalIndex index;
  EXPECT_FALSE(index);
  EXPECT_FALSE(index.has_value());
  EXPECT_EQ(index, std::nullopt);
  index = 0u;
  EXPECT_TRUE(index);
  EXPECT_EQ(*index, 0u);
  index = std::nullopt;
  EXPECT_FALSE(index);
}

TEST(OptionalIndex, ComparesWithIndices) {
  const OptionalIndex seven = 7u;
  EXPECT_EQ(seven, 7u);
  EXPECT_EQ(seven, OptionalIndex(uint16_t{7}));
  EXPECT_NE(seven, 8u);
  EXPECT_NE(seven, std::nullopt);
  EXPECT_EQ(OptionalIndex(), OptionalIndex());
}

// What would let "-1" or "< 0" back in does not compile.
static_assert(sizeof(OptionalIndex) == sizeof(uint32_t));
static_assert(!std::convertible_to<int, OptionalIndex>);
static_assert(!std::convertible_to<bool, OptionalIndex>);
static_assert(!std::convertible_to<OptionalIndex, bool>);
static_assert(!std::totally_ordered<OptionalIndex>);

}  // namespace
}  // namespace diurna
