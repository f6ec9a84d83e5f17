// Steps: how much work a piece of code does, counted by the compiler, not by a clock.
//
// In a build with the option DIURNA_COUNT_STEPS each basic block of our own code (a stretch without a branch) counts as
// one step when it runs. So no loop can be forgotten, and the same input costs the same steps on every machine. Code of
// libraries is not counted unless it is a template; the kernels of the language model are left out, since their work is
// in proportion to the tokens by construction. For tests; the product is built without.

#ifndef DIURNA_BASE_STEP_COUNTER_H_
#define DIURNA_BASE_STEP_COUNTER_H_

#include <cstdint>
#include <optional>

namespace diurna {

// Steps of this thread so far; nothing in a build that does not count them.
std::optional<uint64_t> StepsOfThread();

}  // namespace diurna

#endif  // DIURNA_BASE_STEP_COUNTER_H_
