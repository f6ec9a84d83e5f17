#include "times/slots.h"

#include <gtest/gtest.h>

namespace diurna {
namespace {

TEST(Slots, ReadTheirValues) {
  EXPECT_EQ(SlotValue(TimeSlot::kMonth, "5"), 5);
  EXPECT_EQ(SlotValue(TimeSlot::kEra, "BC"), -1);
  EXPECT_EQ(SlotValue(TimeSlot::kMeridiem, "pm"), 12);
  EXPECT_EQ(SlotValue(TimeSlot::kModifier, "START"), static_cast<double>(TimeMod::kStart));
  EXPECT_FALSE(SlotValue(TimeSlot::kModifier, ""));
  EXPECT_FALSE(SlotValue(TimeSlot::kSeason, "rain"));
  EXPECT_FALSE(SlotValue(TimeSlot::kMonth, "may"));
}

TEST(Slots, KeepRelationsAsNumbers) {
  const TimeRelation back = TimeRelation::Of(*SlotValue(TimeSlot::kRelation, "publication -1"));
  EXPECT_FALSE(back.narrative);
  EXPECT_EQ(back.shift, -1);
  const TimeRelation told = TimeRelation::Of(*SlotValue(TimeSlot::kRelation, "narrative"));
  EXPECT_TRUE(told.narrative);
  EXPECT_EQ(told.shift, 0);
  EXPECT_FALSE(SlotValue(TimeSlot::kRelation, "yesterday -1"));
}

TEST(Slots, HaveTheNamesOfTheLexicon) {
  EXPECT_EQ(TimeSlotNamed("day_offset"), TimeSlot::kDayOffset);
  EXPECT_EQ(TimeSlotNamed("fiscal"), TimeSlot::kFiscal);
  EXPECT_FALSE(TimeSlotNamed("era of kings"));
  EXPECT_EQ(TimexName(TimeMod::kEqualOrLess), "EQUAL_OR_LESS");
}

}  // namespace
}  // namespace diurna
