// What the network knows of a token: the values that its embeddings are looked up by.

#ifndef DIURNA_LANGUAGE_FEATURES_H_
#define DIURNA_LANGUAGE_FEATURES_H_

#include <cstdint>

namespace diurna {

// String ids of a word type's attributes (see language/strings.h), and the two flags that are not of the type.
struct TokenFeatures {
  uint64_t norm = 0;
  uint64_t prefix = 0;
  uint64_t suffix = 0;
  uint64_t shape = 0;
  uint32_t type = 0;          // dense index of the word type in the workspace's lexeme table: the key for caches
  bool space_after = false;   // one blank follows
  bool is_space = false;      // the token is white space
  int8_t sentence_start = 0;  // set by the caller: 1 starts a sentence, -1 does not, 0 is for the parser to say
};

}  // namespace diurna

#endif  // DIURNA_LANGUAGE_FEATURES_H_
