#include "diurna/status.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

namespace diurna {
namespace {

TEST(StatusTest, OkIsOnePointerWithoutCodeOrMessage) {
  static_assert(sizeof(Status) == sizeof(void*));
  const Status status;
  EXPECT_TRUE(status.ok());
  EXPECT_EQ(status.code(), StatusCode::kOk);
  EXPECT_EQ(status.message(), "");
}

TEST(StatusTest, FailuresHaveTheirCodeAndMessage) {
  const std::pair<Status, StatusCode> failures[] = {
      {Status::NotFound("a"), StatusCode::kNotFound}, {Status::BadInput("a"), StatusCode::kBadInput},
      {Status::TooLarge("a"), StatusCode::kTooLarge}, {Status::Unsupported("a"), StatusCode::kUnsupported},
      {Status::Internal("a"), StatusCode::kInternal},
  };
  for (const auto& [status, code] : failures) {
    EXPECT_FALSE(status.ok());
    EXPECT_EQ(status.code(), code) << Name(code);
    EXPECT_EQ(status.message(), "a");
    EXPECT_EQ(status.WithMessage("b").code(), code);
    EXPECT_EQ(status.WithMessage("b").message(), "b");
  }
  EXPECT_EQ(Name(StatusCode::kNotFound), "not found");
  EXPECT_FALSE(Status::BadInput("").message().empty());
}

TEST(StatusTest, CopiesAreTheirOwn) {
  Status first = Status::BadInput("first");
  Status second = first;
  first = Status::NotFound("other");
  EXPECT_EQ(second.message(), "first");
  second = first;
  first = Status::Ok();
  EXPECT_EQ(second.code(), StatusCode::kNotFound);
  EXPECT_TRUE(first.ok());
}

TEST(ResultTest, HoldsAValueOrAStatus) {
  Result<std::unique_ptr<int>> value = std::make_unique<int>(3);
  ASSERT_TRUE(value.ok());
  EXPECT_TRUE(value.status().ok());
  EXPECT_EQ(**value, 3);
  const std::unique_ptr<int> taken = *std::move(value);
  EXPECT_EQ(*taken, 3);
  const Result<std::string> failure = Status::TooLarge("long");
  EXPECT_FALSE(failure);
  EXPECT_EQ(failure.status().code(), StatusCode::kTooLarge);
}

TEST(ResultTest, NeverHoldsAnOkStatus) {
  const Result<std::string> neither = Status::Ok();
  EXPECT_FALSE(neither.ok());
  EXPECT_EQ(neither.status().code(), StatusCode::kInternal);
}

using ResultDeathTest = ::testing::Test;

TEST(ResultDeathTest, AccessOfAFailureAbortsWithItsMessage) {
  Result<std::string> failure = Status::NotFound("report.txt: No such file");
  EXPECT_DEATH((void)failure.value(), "not found.*report.txt: No such file");
  EXPECT_DEATH((void)*failure, "report.txt: No such file");
  EXPECT_DEATH((void)failure->size(), "report.txt: No such file");
  EXPECT_DEATH((void)*std::move(failure), "report.txt: No such file");
}

}  // namespace
}  // namespace diurna
