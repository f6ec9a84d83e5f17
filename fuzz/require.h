// What must hold of every input, whatever the build: the fuzzer takes the end of the process for a finding.

#ifndef DIURNA_FUZZ_REQUIRE_H_
#define DIURNA_FUZZ_REQUIRE_H_

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace diurna {

inline void Require(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

inline std::string_view BytesOf(const uint8_t* data, size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace diurna

#endif  // DIURNA_FUZZ_REQUIRE_H_
