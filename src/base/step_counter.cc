#include "base/step_counter.h"

#ifdef DIURNA_COUNT_STEPS

namespace {

constinit thread_local uint64_t steps = 0;

}  // namespace

// What the compiler calls at the start of each basic block.
extern "C" __attribute__((no_sanitize_coverage)) void __sanitizer_cov_trace_pc() { ++steps; }

std::optional<uint64_t> diurna::StepsOfThread() { return steps; }

#else

std::optional<uint64_t> diurna::StepsOfThread() { return std::nullopt; }

#endif
