// Jobs done on several threads whose results come out in the order of the jobs.

#ifndef DIURNA_BASE_THREAD_POOL_H_
#define DIURNA_BASE_THREAD_POOL_H_

#include <functional>

namespace diurna {

// What remains to be done with a finished job when its turn has come.
using Delivery = std::function<void()>;
// A job. It runs on one of the threads, whose number (0 to threads - 1) tells it which workspace is its own.
using Job = std::function<Delivery(unsigned thread)>;

// Calls `next` for one job after the other, from one thread at a time, until it returns an empty one; runs the jobs on
// `threads` threads, and calls their deliveries in the order of the jobs, one at a time. Blocks until all is delivered.
// At most 4 jobs a thread are under way or waiting for their turn, so memory does not grow with the number of jobs.
// The caller's thread is one of them; where the machine gives fewer than are asked for, fewer do the work. What a job,
// `next` or a delivery throws is thrown again here, once the jobs under way are done.
void RunInOrder(unsigned threads, const std::function<Job()>& next);

}  // namespace diurna

#endif  // DIURNA_BASE_THREAD_POOL_H_
