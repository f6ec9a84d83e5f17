#include "language/kernels.h"

#include <fmt/format.h>

#include <cstdlib>
#include <string>

namespace diurna {
namespace {

constexpr std::string_view kNames[] = {"scalar", "sse2", "avx2", "avx512", "neon"};

#if defined(__x86_64__)
bool HasAvx2() { return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0; }
bool HasAvx512() { return __builtin_cpu_supports("avx512f") != 0; }
#else
bool HasAvx2() { return false; }
bool HasAvx512() { return false; }
#endif

}  // namespace

std::vector<const Kernels*> AvailableKernels() {
  std::vector<const Kernels*> found = {ScalarKernels()};
  const auto add = [&found](const Kernels* kernels) {
    if (kernels != nullptr) found.push_back(kernels);
  };
  add(Sse2Kernels());
  add(NeonKernels());
  if (HasAvx2()) add(Avx2Kernels());
  if (HasAvx2() && HasAvx512()) add(Avx512Kernels());
  return found;
}

Result<const Kernels*> ChooseKernels(std::string_view name) {
  const std::vector<const Kernels*> available = AvailableKernels();
  if (name.empty()) return available.back();
  std::string list;
  for (const Kernels* kernels : available) {
    if (kernels->name == name) return kernels;
    list += fmt::format("{}{}", list.empty() ? "" : ", ", kernels->name);
  }
  bool known = false;
  for (const std::string_view one : kNames) known = known || one == name;
  return Status::Unsupported(
      known ? fmt::format("the kernel \"{}\" does not run on this processor; it runs: {}", name, list)
            : fmt::format("there is no kernel \"{}\"; this processor runs: {}", name, list));
}

Result<const Kernels*> KernelsFromEnvironment() {
  const char* const name = std::getenv("DIURNA_KERNEL");
  Result<const Kernels*> kernels = ChooseKernels(name == nullptr ? "" : name);
  if (kernels) return kernels;
  return Status::Unsupported(fmt::format("DIURNA_KERNEL: {}", kernels.status().message()));
}

}  // namespace diurna
