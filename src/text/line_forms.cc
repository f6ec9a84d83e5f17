#include "text/line_forms.h"

#include "base/utf8.h"
#include "text/letters.h"

namespace diurna {

size_t ListMark(std::string_view line) {
  if (line.empty()) return 0;
  size_t at = 0;
  const char32_t first = DecodeUtf8(line, &at);
  if (IsDash(first) || first == '*' || first == 0x2022 || first == 0xB7 || first == 0x25CF) return at;
  constexpr size_t kMostDigits = 2;
  size_t digits = 0;
  while (digits <= kMostDigits && digits < line.size() && IsDigit(static_cast<unsigned char>(line[digits]))) ++digits;
  if (digits == 0 || digits > kMostDigits || digits == line.size()) return 0;
  if (line[digits] != '.' && line[digits] != ')') return 0;
  const size_t end = digits + 1;
  return end == line.size() || IsBlank(First(line.substr(end))) ? end : 0;
}

}  // namespace diurna
