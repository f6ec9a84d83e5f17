// TokenRange: a piece of an analysis, counted in tokens.

#ifndef DIURNA_SYNTAX_TOKEN_RANGE_H_
#define DIURNA_SYNTAX_TOKEN_RANGE_H_

#include <cstdint>

namespace diurna {

// Tokens [begin, end) and the head among them.
struct TokenRange {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t head = 0;
};

}  // namespace diurna

#endif  // DIURNA_SYNTAX_TOKEN_RANGE_H_
