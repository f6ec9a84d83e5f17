#include "base/thread_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <new>
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

TEST(ThreadPool, WhatIsThrownComesToTheCaller) {
  for (const unsigned threads : {1U, 2U, 5U}) {
    for (const int place : {0, 1, 2}) {  // in next, in a job, in a delivery
      int started = 0;
      const auto run = [&] {
        RunInOrder(threads, [&]() -> Job {
          const int n = started++;
          if (n == 20 && place == 0) throw std::bad_alloc();
          if (n == 1000) return nullptr;
          return [n, place](unsigned) -> Delivery {
            if (n == 20 && place == 1) throw std::bad_alloc();
            return [n, place] {
              if (n == 20 && place == 2) throw std::bad_alloc();
            };
          };
        });
      };
      EXPECT_THROW(run(), std::bad_alloc) << threads << " " << place;
      EXPECT_LT(started, 100);
    }
  }
}

}  // namespace
}  // namespace diurna
