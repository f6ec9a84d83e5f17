// SHA-256, by which a record names the text that it was read from.

#ifndef DIURNA_BASE_SHA256_H_
#define DIURNA_BASE_SHA256_H_

#include <string>
#include <string_view>

namespace diurna {

// The digest of `bytes` as 64 lower-case hexadecimal digits. Pure. Source: FIPS 180-4.
std::string Sha256(std::string_view bytes);

}  // namespace diurna

#endif  // DIURNA_BASE_SHA256_H_
