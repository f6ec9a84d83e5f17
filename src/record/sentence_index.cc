#include "record/sentence_index.h"

#include <algorithm>

namespace diurna {

SentenceIndex::SentenceIndex(const Document& document, const Analysis& analysis, const Mentions& mentions)
    : document_(document), analysis_(analysis), mentions_(mentions), body_(analysis.TokenAt(document.body_begin)) {
  const auto file = [&](const auto& items, std::vector<std::vector<uint32_t>>* in) {
    in->resize(analysis.sentences().size());
    for (uint32_t i = 0; i < items.size(); ++i) {
      const uint32_t token = items[i].tokens.begin;
      if (token < analysis.size()) (*in)[analysis[token].sentence].push_back(i);
    }
  };
  file(mentions.places, &places_in_);
  file(mentions.times, &times_in_);
}

namespace {

// Of mentions in the order of the text, by index, those that begin near a byte.
template <typename Mention>
std::span<const uint32_t> Near(const std::vector<uint32_t>& indices, const std::vector<Mention>& mentions, uint32_t at,
                               uint32_t reach) {
  const auto first = std::partition_point(indices.begin(), indices.end(),
                                          [&](uint32_t index) { return mentions[index].span.begin + reach < at; });
  const auto end = std::partition_point(first, indices.end(),
                                        [&](uint32_t index) { return mentions[index].span.begin <= at + reach; });
  return {indices.data() + (first - indices.begin()), static_cast<size_t>(end - first)};
}

}  // namespace

std::span<const uint32_t> SentenceIndex::TimesNear(uint32_t sentence, uint32_t at, uint32_t reach) const {
  return Near(times_in_[sentence], mentions_.times, at, reach);
}

std::span<const uint32_t> SentenceIndex::PlacesNear(uint32_t sentence, uint32_t at, uint32_t reach) const {
  return Near(places_in_[sentence], mentions_.places, at, reach);
}

size_t SentenceIndex::ParagraphOf(uint32_t at) const {
  const std::vector<Span>& all = document_.paragraphs;
  const auto first = std::partition_point(all.begin(), all.end(), [at](Span paragraph) { return paragraph.end <= at; });
  if (first != all.end()) return static_cast<size_t>(first - all.begin());
  return all.empty() ? 0 : all.size() - 1;
}

Span SentenceIndex::SpanOf(uint32_t sentence) const {
  const Sentence& bounds = analysis_.sentences()[sentence];
  return analysis_.SpanOf(bounds.begin, bounds.end - 1);
}

}  // namespace diurna
