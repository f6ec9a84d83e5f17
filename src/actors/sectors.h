// The sectors of parties, PLOVER's, that code gives or asks for itself; all others come from the lexicon.

#ifndef DIURNA_ACTORS_SECTORS_H_
#define DIURNA_ACTORS_SECTORS_H_

#include <string_view>

namespace diurna {

inline constexpr std::string_view kGovernment = "GOV";
inline constexpr std::string_view kCivilians = "CVL";
inline constexpr std::string_view kCriminals = "CRM";
inline constexpr std::string_view kUnidentifiedForces = "UAF";
inline constexpr std::string_view kRebels = "REB";
inline constexpr std::string_view kOpposition = "OPP";

}  // namespace diurna

#endif  // DIURNA_ACTORS_SECTORS_H_
