#include "proposition/speech_text.h"

#include <algorithm>

#include "syntax/closed_class.h"

namespace diurna {

SpeechText::SpeechText(const Extraction& extraction) : x_(extraction), a_(extraction.analysis) {
  segment_begin_.resize(a_.size());
  segment_end_.resize(a_.size());
  for (const Sentence& sentence : a_.sentences()) {
    uint32_t last_verb = sentence.begin;
    uint32_t begin = sentence.begin;
    for (uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (IsVerb(a_[i])) last_verb = i;
      segment_begin_[i] = begin;
      if (IsSemicolon(a_[i])) begin = i + 1;
    }
    last_verb_.push_back(last_verb);
    uint32_t end = sentence.end;
    for (uint32_t i = sentence.end; i-- > sentence.begin;) {
      segment_end_[i] = end;
      if (IsSemicolon(a_[i])) end = i;
    }
  }
  uint32_t bytes = 0;
  for (const Span quotation : quotations()) {
    const auto [begin, end] = a_.TokensIn(quotation);
    bool verb = false;
    for (uint32_t i = begin; i < end && !verb; ++i) verb = IsClauseVerb(a_[i]);
    has_verb_.push_back(verb);
    quoted_before_.push_back(bytes);
    bytes += quotation.size();
  }
  quoted_before_.push_back(bytes);
}

Span SpeechText::SentenceSpan(uint32_t token) const {
  const Sentence& sentence = a_.sentences()[a_[token].sentence];
  return Trimmed(sentence.begin, sentence.end - 1);
}

Span SpeechText::Trimmed(uint32_t first, uint32_t last) const {
  const auto loose = [&](uint32_t i) {
    return IsSpace(a_[i]) || (IsPunctuation(a_[i]) && !QuotationAt(a_[i].span.begin));
  };
  const auto opens = [&](uint32_t i) { return IsClauseMarker(a_[i]) && closed_class::kThat.Has(a_[i].lower); };
  while (first < last && (loose(first) || opens(first))) ++first;
  while (last > first && loose(last)) --last;
  return a_.SpanOf(first, last);
}

Span SpeechText::ParagraphAt(uint32_t at) const {
  const std::vector<Span>& paragraphs = x_.document.paragraphs;
  const auto found = std::partition_point(paragraphs.begin(), paragraphs.end(), [at](Span p) { return p.end <= at; });
  if (found == paragraphs.end() || at < found->begin) return {0, static_cast<uint32_t>(x_.document.text.size())};
  return *found;
}

OptionalIndex SpeechText::QuotationAt(uint32_t at) const {
  const size_t q = FirstQuotationIn({at, at});
  return q == quotations().size() || at < quotations()[q].begin ? std::nullopt
                                                                : OptionalIndex(static_cast<uint32_t>(q));
}

size_t SpeechText::FirstQuotationIn(Span span) const {
  const auto found = std::partition_point(quotations().begin(), quotations().end(),
                                          [&](Span quotation) { return quotation.end <= span.begin; });
  return static_cast<size_t>(found - quotations().begin());
}

bool SpeechText::MostlyQuoted(Span span) const {
  const size_t first = FirstQuotationIn(span);
  const auto behind = std::partition_point(quotations().begin(), quotations().end(),
                                           [&](Span quotation) { return quotation.begin < span.end; });
  const auto end = static_cast<size_t>(behind - quotations().begin());
  if (first >= end) return false;
  uint32_t inside = quoted_before_[end] - quoted_before_[first];
  // Of the outermost two what sticks out does not count.
  inside -= span.begin - std::min(span.begin, quotations()[first].begin);
  inside -= quotations()[end - 1].end - std::min(span.end, quotations()[end - 1].end);
  return 2 * inside >= span.size() && inside > 0;
}

Span SpeechText::WithMarks(Span span) const {
  constexpr uint32_t kMark = 4;  // bytes of a mark, and a comma or full stop inside of it
  const size_t first = FirstQuotationIn(span);
  if (span.empty() || first == quotations().size() || quotations()[first].begin >= span.end) return span;
  const uint32_t begin = quotations()[first].begin;
  const size_t last = FirstQuotationIn({span.end - 1, span.end});
  if (last < quotations().size() && quotations()[last].begin < span.end) {
    const uint32_t end = quotations()[last].end;
    if (end > span.end && end - span.end <= kMark) span.end = end;
  }
  if (begin < span.begin && span.begin - begin <= kMark) span.begin = begin;
  return span;
}

}  // namespace diurna
