// Counts what a test allocates, and makes an allocation fail.

#ifndef DIURNA_TESTS_SUPPORT_ALLOCATIONS_H_
#define DIURNA_TESTS_SUPPORT_ALLOCATIONS_H_

#include <cstdint>

namespace diurna {

// Calls of operator new in this thread so far.
uint64_t Allocations();

// Makes the call of operator new of this thread that comes after `count` others throw std::bad_alloc, and no other.
void FailAllocationAfter(uint64_t count);
// Takes that back; true where no call has failed yet.
bool NoAllocationFailed();

}  // namespace diurna

#endif  // DIURNA_TESTS_SUPPORT_ALLOCATIONS_H_
