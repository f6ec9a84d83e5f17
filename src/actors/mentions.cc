#include "actors/mentions.h"

namespace diurna {

uint32_t Resolve(const Mentions& mentions, uint32_t token) {
  constexpr int kLongestChain = 8;  // antecedents that are followed; ends circles too
  for (int steps = 0; steps < kLongestChain; ++steps) {
    if (token >= mentions.antecedent.size() || !mentions.antecedent[token]) return token;
    token = *mentions.antecedent[token];
  }
  return token;
}

}  // namespace diurna
