// SentenceIndex: what stands in which sentence and paragraph of a report.

#ifndef DIURNA_RECORD_SENTENCE_INDEX_H_
#define DIURNA_RECORD_SENTENCE_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "actors/mentions.h"
#include "diurna/analysis.h"
#include "diurna/document.h"

namespace diurna {

// All that is given must outlive it; const members are thread-safe.
class SentenceIndex {
 public:
  SentenceIndex(const Document& document, const Analysis& analysis, const Mentions& mentions);

  // The first token of the report's body, after title and publisher lines.
  uint32_t body() const { return body_; }
  bool InBody(uint32_t token) const { return token >= body_; }
  // Index of the paragraph that holds the byte.
  size_t ParagraphOf(uint32_t at) const;
  Span SpanOf(uint32_t sentence) const;
  std::string_view TextOf(uint32_t sentence) const { return SpanOf(sentence).In(document_.text); }
  size_t size() const { return times_in_.size(); }
  // The mentions that begin in a sentence, by index and in order.
  std::span<const uint32_t> TimesIn(uint32_t sentence) const { return times_in_[sentence]; }
  std::span<const uint32_t> PlacesIn(uint32_t sentence) const { return places_in_[sentence]; }
  // Those of them that begin at most `reach` bytes before or behind a byte; found by bisection.
  std::span<const uint32_t> TimesNear(uint32_t sentence, uint32_t at, uint32_t reach) const;
  std::span<const uint32_t> PlacesNear(uint32_t sentence, uint32_t at, uint32_t reach) const;

 private:
  const Document& document_;
  const Analysis& analysis_;
  const Mentions& mentions_;
  uint32_t body_ = 0;
  std::vector<std::vector<uint32_t>> places_in_, times_in_;
};

}  // namespace diurna

#endif  // DIURNA_RECORD_SENTENCE_INDEX_H_
