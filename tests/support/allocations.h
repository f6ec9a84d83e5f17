// Counts what a test allocates.

#ifndef DIURNA_TESTS_SUPPORT_ALLOCATIONS_H_
#define DIURNA_TESTS_SUPPORT_ALLOCATIONS_H_

#include <cstdint>

namespace diurna {

// Calls of operator new in this thread so far.
uint64_t Allocations();

}  // namespace diurna

#endif  // DIURNA_TESTS_SUPPORT_ALLOCATIONS_H_
