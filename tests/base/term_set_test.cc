#include "base/term_set.h"

#include <gtest/gtest.h>

namespace diurna {
namespace {

constexpr TermSet<ServiceState> kWorks = {ServiceState::kNormal, ServiceState::kRestored};
static_assert(kWorks.Has(ServiceState::kNormal) && !kWorks.Has(ServiceState::kDown));

TEST(TermSet, HoldsWhatWasPutIn) {
  TermSet<ServiceState> states;
  EXPECT_TRUE(states.empty());
  states.Add(ServiceState::kSuspended);
  EXPECT_FALSE(states.empty());
  EXPECT_TRUE(states.Has(ServiceState::kSuspended));
  EXPECT_FALSE(states.Has(ServiceState::kDown));
}

TEST(TermSet, WhatIsAbsentIsInNone) {
  EXPECT_TRUE(kWorks.Has(std::optional(ServiceState::kRestored)));
  EXPECT_FALSE(kWorks.Has(std::optional<ServiceState>()));
}

}  // namespace
}  // namespace diurna
