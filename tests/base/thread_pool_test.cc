#include "base/thread_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <thread>
#include <vector>

namespace diurna {
namespace {

// Jobs 0 to count - 1, of which every third takes longer.
std::vector<int> Deliveries(unsigned threads, int count) {
  std::vector<int> delivered;
  int started = 0;
  RunInOrder(threads, [&]() -> Job {
    if (started == count) return nullptr;
    return [n = started++, threads, &delivered](unsigned thread) -> Delivery {
      EXPECT_LT(thread, threads);
      if (n % 3 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
      return [n, &delivered] { delivered.push_back(n); };
    };
  });
  return delivered;
}

TEST(ThreadPool, DeliversInTheOrderOfTheJobs) {
  std::vector<int> expected(100);
  std::iota(expected.begin(), expected.end(), 0);
  EXPECT_EQ(Deliveries(1, 100), expected);
  EXPECT_EQ(Deliveries(2, 100), expected);
  EXPECT_EQ(Deliveries(7, 100), expected);
}

TEST(ThreadPool, NothingToDo) {
  EXPECT_TRUE(Deliveries(1, 0).empty());
  EXPECT_TRUE(Deliveries(4, 0).empty());
}

TEST(ThreadPool, KeepsFewJobsWaiting) {
  std::atomic<int> fetched = 0;
  std::atomic<int> delivered = 0;
  int most = 0;
  RunInOrder(2, [&]() -> Job {
    most = std::max(most, fetched - delivered);
    if (fetched == 200) return nullptr;
    return [&, n = fetched++](unsigned) -> Delivery {
      if (n % 50 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));
      return [&] { ++delivered; };
    };
  });
  EXPECT_EQ(delivered, 200);
  EXPECT_LT(most, 8);
}

}  // namespace
}  // namespace diurna
