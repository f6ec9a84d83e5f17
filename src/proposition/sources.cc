// Whose words stand at a place of the text.

#include <algorithm>

#include "proposition/propositions.h"

namespace diurna {

namespace {

constexpr uint32_t kSlack = 2;  // bytes: a comma or quotation mark more or less
constexpr size_t kNear = 40;    // attributions or reaches before and behind a place that may hold it

struct Hit {
  uint32_t size;  // bytes of what is said
  uint32_t attribution;
};

bool Holds(Span content, Span span) {
  return content.begin <= span.begin + kSlack && span.end <= content.end + kSlack && !content.empty();
}

void Add(Span content, uint32_t attribution, std::vector<Hit>* hits) {
  const bool known =
      std::any_of(hits->begin(), hits->end(), [&](const Hit& hit) { return hit.attribution == attribution; });
  if (!known) hits->push_back({content.size(), attribution});
}

}  // namespace

std::vector<uint32_t> SourcesOf(const Propositions& propositions, const Analysis& analysis, Span span) {
  std::vector<Hit> hits;
  // Cue and content stand near each other, so only the attributions around the span are asked.
  const std::vector<Attribution>& all = propositions.attributions;
  const auto at = std::partition_point(all.begin(), all.end(),
                                       [&](const Attribution& x) { return analysis[x.cue].span.begin < span.begin; });
  const auto near = static_cast<size_t>(at - all.begin());
  for (size_t k = near - std::min(near, kNear); k < std::min(all.size(), near + kNear); ++k) {
    const Attribution& x = all[k];
    if (!x.speaker || !Holds(x.content, span) || !(x.clause || x.tells_facts)) continue;
    if (!span.Contains(analysis[x.cue].span)) Add(x.content, static_cast<uint32_t>(k), &hits);
  }
  const std::vector<Reach>& reaches = propositions.reaches;
  const auto end = std::partition_point(reaches.begin(), reaches.end(),
                                        [&](const Reach& reach) { return reach.span.begin <= span.begin + kSlack; });
  for (auto reach = end - std::min<std::ptrdiff_t>(end - reaches.begin(), kNear); reach != end; ++reach) {
    if (Holds(reach->span, span)) Add(reach->span, reach->attribution, &hits);
  }
  std::stable_sort(hits.begin(), hits.end(), [&](const Hit& a, const Hit& b) {
    return a.size != b.size ? a.size > b.size : all[a.attribution].proposition && !all[b.attribution].proposition;
  });
  std::vector<uint32_t> out;
  out.reserve(hits.size());
  for (const Hit& hit : hits) out.push_back(hit.attribution);
  return out;
}

}  // namespace diurna
