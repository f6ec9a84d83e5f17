#include "base/guarded.h"

#include <gtest/gtest.h>

#include <new>
#include <stdexcept>

namespace diurna {
namespace {

TEST(Guarded, AnExceptionIsAFailureByName) {
  const auto thrown = [](auto exception) {
    // NOLINTNEXTLINE(bugprone-std-exception-baseclass): anything may be thrown
    return Guarded("a\x1B.txt", [&]() -> Result<int> { throw exception; }).status();
  };
  EXPECT_EQ(thrown(std::bad_alloc()).code(), StatusCode::kInternal);
  EXPECT_EQ(thrown(std::bad_alloc()).message().find("a\\x1B.txt: takes more memory than there is"), 0U);
  EXPECT_NE(thrown(std::out_of_range("at 5")).message().find("a\\x1B.txt: could not be read"), std::string::npos);
  EXPECT_NE(thrown(std::out_of_range("at 5")).message().find("at 5"), std::string::npos);
  EXPECT_EQ(thrown(17).code(), StatusCode::kInternal);
}

TEST(Guarded, ElseTheResultIsThatOfTheWork) {
  EXPECT_EQ(*Guarded("a", []() -> Result<int> { return 3; }), 3);
  EXPECT_TRUE(Guarded("a", [] { return Status::Ok(); }).ok());
}

}  // namespace
}  // namespace diurna
