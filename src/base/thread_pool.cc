#include "base/thread_pool.h"

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <map>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace diurna {
namespace {

class OrderedRun {
 public:
  OrderedRun(unsigned threads, const std::function<Job()>& next) : window_(uint64_t{4} * threads), next_(next) {}

  void Work(unsigned thread) {
    try {
      uint64_t number = 0;
      while (Job job = Fetch(&number)) Deliver(number, job(thread));
    } catch (...) {
      const std::lock_guard<std::mutex> lock(deliver_mutex_);
      if (!failure_) failure_ = std::current_exception();
      room_.notify_all();
    }
  }

  // To be called when no thread works any more.
  void Rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  Job Fetch(uint64_t* number) {
    const std::lock_guard<std::mutex> fetching(fetch_mutex_);
    if (ended_) return nullptr;
    {
      // The job whose turn is next was fetched before, by a thread that does not wait here: so this ends.
      std::unique_lock<std::mutex> lock(deliver_mutex_);
      room_.wait(lock, [this] { return failure_ || fetched_ - delivered_ < window_; });
      if (failure_) return nullptr;
    }
    Job job = next_();
    if (!job) {
      ended_ = true;
      return nullptr;
    }
    *number = fetched_++;
    return job;
  }

  void Deliver(uint64_t number, Delivery delivery) {
    const std::lock_guard<std::mutex> lock(deliver_mutex_);
    waiting_.emplace(number, std::move(delivery));
    while (!waiting_.empty() && waiting_.begin()->first == delivered_) {
      if (waiting_.begin()->second) waiting_.begin()->second();
      waiting_.erase(waiting_.begin());
      ++delivered_;
    }
    room_.notify_one();
  }

  const uint64_t window_;
  const std::function<Job()>& next_;

  std::mutex fetch_mutex_;
  uint64_t fetched_ = 0;
  bool ended_ = false;

  std::mutex deliver_mutex_;
  std::condition_variable room_;
  std::map<uint64_t, Delivery> waiting_;
  uint64_t delivered_ = 0;
  std::exception_ptr failure_;
};

}  // namespace

void RunInOrder(unsigned threads, const std::function<Job()>& next) {
  if (threads <= 1) {
    while (Job job = next()) {
      if (const Delivery delivery = job(0)) delivery();
    }
    return;
  }
  OrderedRun run(threads, next);
  std::vector<std::thread> pool;
  pool.reserve(threads);
  bool more = true;
  for (unsigned i = 1; i < threads && more; ++i) {
    try {
      pool.emplace_back([&run, i] { run.Work(i); });
    } catch (const std::system_error&) {
      more = false;  // the machine has no more threads to give; those that there are do the work
    }
  }
  run.Work(0);
  for (std::thread& thread : pool) thread.join();
  run.Rethrow();
}

}  // namespace diurna
