// The engine's name and version, as records carry them. CMakeLists.txt takes the version of the project from here.
//
// Example:
//
//   std::cout << diurna::kEngineName << ' ' << diurna::kEngineVersion << '\n';

#ifndef DIURNA_VERSION_H_
#define DIURNA_VERSION_H_

#include <string_view>

namespace diurna {

inline constexpr std::string_view kEngineName = "diurna";
inline constexpr std::string_view kEngineVersion = "0.1.0";

}  // namespace diurna

#endif  // DIURNA_VERSION_H_
