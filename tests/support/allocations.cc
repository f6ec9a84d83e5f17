#include "support/allocations.h"

#include <cstdlib>
#include <new>
#include <utility>

namespace {

thread_local uint64_t allocations = 0;
thread_local uint64_t failing = 0;  // the number of the call that fails, or 0

}  // namespace

uint64_t diurna::Allocations() { return allocations; }

void diurna::FailAllocationAfter(uint64_t count) { failing = allocations + count + 1; }

bool diurna::NoAllocationFailed() { return std::exchange(failing, 0) > allocations; }

// All forms without an alignment are given, so that none of them meets a sanitizer's own: what one of ours made, one of
// ours frees.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  if (++allocations == failing) return nullptr;
  return std::malloc(size == 0 ? 1 : size);
}
void* operator new(std::size_t size) {
  void* const memory = operator new(size, std::nothrow);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return operator new(size, std::nothrow); }

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
