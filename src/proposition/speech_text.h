// SpeechText: a report's text as attribution sees it: quotations, paragraphs, stretches between semicolons.

#ifndef DIURNA_PROPOSITION_SPEECH_TEXT_H_
#define DIURNA_PROPOSITION_SPEECH_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "diurna/optional_index.h"
#include "proposition/extraction.h"
#include "syntax/token_range.h"

namespace diurna {

// White space or punctuation.
inline bool IsMark(const Token& token) { return IsPunctuation(token) || IsSpace(token); }

// A view over an extraction whose quotations are found; it must outlive it. Made in linear time, asked in constant or
// logarithmic time unless said otherwise.
class SpeechText {
 public:
  explicit SpeechText(const Extraction& extraction);

  // ---- stretches of tokens ----

  // Tokens first to last, both inclusive, without commas, dashes, white space and a leading "that" at the ends. Costs
  // as much as it leaves out.
  Span Trimmed(uint32_t first, uint32_t last) const;
  // The sentence of a token, trimmed.
  Span SentenceSpan(uint32_t token) const;
  // The tokens around one between semicolons, or those of its sentence.
  TokenRange Segment(uint32_t token) const { return {segment_begin_[token], segment_end_[token], token}; }
  // Whether a verb or auxiliary stands behind a token in its sentence.
  bool HasVerbBehind(uint32_t token) const { return last_verb_[a_[token].sentence] > token; }
  // The paragraph that holds a byte; the whole text where none does.
  Span ParagraphAt(uint32_t at) const;

  // ---- quotations ----

  const std::vector<Span>& quotations() const { return x_.out.quotations; }
  // The quotation that holds the byte, or none.
  OptionalIndex QuotationAt(uint32_t at) const;
  // Index of the first quotation that ends behind the start of `span`.
  size_t FirstQuotationIn(Span span) const;
  // Whether a clause stands in a quotation; without one it is a name or a single word.
  bool HasVerb(size_t quotation) const { return has_verb_[quotation]; }
  // Whether words in quotation marks make up half of a stretch or more.
  bool MostlyQuoted(Span span) const;
  // A stretch that holds a quotation but for its marks, with them.
  Span WithMarks(Span span) const;

 private:
  const Extraction& x_;
  const Analysis& a_;
  std::vector<uint32_t> segment_begin_, segment_end_;  // per token
  std::vector<uint32_t> last_verb_;                    // per sentence; its first token where it has none
  std::vector<bool> has_verb_;                         // per quotation
  std::vector<uint32_t> quoted_before_;  // per quotation: bytes of all quotations before it; one more at the end
};

}  // namespace diurna

#endif  // DIURNA_PROPOSITION_SPEECH_TEXT_H_
