// Sentences without a speaker of their own that open with words that carry on what was said before ("In addition, ...")
// are said by whoever said that.

#include "proposition/attribution.h"

namespace diurna {

void CarryOn(Extraction* extraction, const SpeechText& text) {
  const Extraction& x = *extraction;
  const std::vector<Attribution>& all = x.out.attributions;
  size_t k = 0;
  int32_t carried = -1;  // attribution of the sentence before
  for (const Sentence& sentence : x.analysis.sentences()) {
    int32_t here = -1;
    for (; k < all.size() && all[k].cue < sentence.end; ++k) {
      if (all[k].speaker >= 0 && all[k].clause && here < 0) here = static_cast<int32_t>(k);
    }
    uint32_t first = sentence.begin;
    while (first < sentence.end && IsMark(x.analysis[first])) ++first;
    if (first == sentence.end) continue;  // white space between
    const Phrase* phrase = here < 0 && carried >= 0 ? x.cues.carry_on().At(x.analysis, first) : nullptr;
    if (phrase != nullptr && first + phrase->words.size() <= sentence.end) {
      const Span span = text.Trimmed(first, sentence.end - 1);
      if (text.QuotationAt(span.begin) < 0) extraction->out.reaches.push_back({span, static_cast<uint32_t>(carried)});
      here = carried;
    }
    carried = here;
  }
}

}  // namespace diurna
