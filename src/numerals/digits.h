// What numbers in digits are worth, in every convention of writing them.

#ifndef DIURNA_NUMERALS_DIGITS_H_
#define DIURNA_NUMERALS_DIGITS_H_

#include <optional>
#include <string_view>

namespace diurna {

// What a run of digits with separators is worth: 1,200 1'200 1.200.300 12,34,567 1.200,50 1,5 1.5. Nullopt for
// anything else with dots, such as a version or an address.
std::optional<double> ParseDigits(std::string_view digits);

// Whether it is digits alone, at least one of them.
bool IsPlainDigits(std::string_view text);

// What a vulgar fraction in one sign ("½") is worth; 0 for any other sign.
double VulgarFraction(char32_t sign);

}  // namespace diurna

#endif  // DIURNA_NUMERALS_DIGITS_H_
