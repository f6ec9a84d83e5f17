// Letters of ASCII: for names and words that are compared without regard to case, where other letters stay as they are.
// All functions are pure.

#ifndef DIURNA_BASE_ASCII_H_
#define DIURNA_BASE_ASCII_H_

#include <string>
#include <string_view>

namespace diurna {

constexpr bool IsAsciiUpper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool IsAsciiLower(char c) { return c >= 'a' && c <= 'z'; }
constexpr char ToAsciiLower(char c) { return IsAsciiUpper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr char ToAsciiUpper(char c) { return IsAsciiLower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

// ToAsciiLower("Łódź ABC") is "Łódź abc": only the letters A to Z change.
inline std::string ToAsciiLower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = ToAsciiLower(c);
  return lower;
}

}  // namespace diurna

#endif  // DIURNA_BASE_ASCII_H_
