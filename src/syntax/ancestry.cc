#include "syntax/ancestry.h"

#include "syntax/tree.h"

namespace diurna {

Ancestry::Ancestry(const Analysis& analysis)
    : verb_above_(analysis.size()),
      root_(analysis.size()),
      depth_(analysis.size()),
      order_(analysis.size()),
      size_(analysis.size(), 1) {
  std::vector<uint32_t> visited, waiting;
  visited.reserve(analysis.size());
  for (uint32_t root = 0; root < analysis.size(); ++root) {
    if (analysis[root].head != root) continue;
    waiting.push_back(root);
    while (!waiting.empty()) {
      const uint32_t token = waiting.back();
      waiting.pop_back();
      const uint32_t head = analysis[token].head;
      order_[token] = static_cast<uint32_t>(visited.size());
      visited.push_back(token);
      root_[token] = root;
      depth_[token] = token == root ? 0 : depth_[head] + 1;
      verb_above_[token] = token == root || IsClauseVerb(analysis[token]) ? token : verb_above_[head];
      const auto children = analysis.children(token);
      waiting.insert(waiting.end(), children.begin(), children.end());
    }
  }
  for (auto token = visited.rbegin(); token != visited.rend(); ++token) {
    if (analysis[*token].head != *token) size_[analysis[*token].head] += size_[*token];
  }
}

}  // namespace diurna
