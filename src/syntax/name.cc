#include "syntax/name.h"

#include <cstddef>

#include "base/ascii.h"
#include "base/utf8.h"

namespace diurna {

bool IsCapitalized(const Token& token) {
  if (token.text.empty()) return false;
  if (static_cast<unsigned char>(token.text[0]) < 0x80) return IsAsciiUpper(token.text[0]);
  // The first letter changes when lowered: compare the first code point.
  size_t size = 1;
  while (size < token.text.size() && IsUtf8Continuation(token.text[size])) ++size;
  return token.lower.substr(0, size) != token.text.substr(0, size);
}

bool IsPlaceEntity(EntityType type) {
  return type == EntityType::kGpe || type == EntityType::kLoc || type == EntityType::kFac;
}

bool IsNumericEntity(EntityType type) {
  switch (type) {
    case EntityType::kCardinal:
    case EntityType::kDate:
    case EntityType::kMoney:
    case EntityType::kOrdinal:
    case EntityType::kPercent:
    case EntityType::kQuantity:
    case EntityType::kTime:
      return true;
    default:
      return false;
  }
}

}  // namespace diurna
