// Sentences without a speaker of their own that open with words that carry on what was said before ("In addition, ...")
// are said by whoever said that.

#include "proposition/attribution.h"

namespace diurna {

void CarryOn(Extraction* extraction, const SpeechText& text) {
  const Extraction& x = *extraction;
  const std::vector<Attribution>& all = x.out.attributions;
  size_t k = 0;
  OptionalIndex carried;  // attribution of the sentence before
  for (const Sentence& sentence : x.analysis.sentences()) {
    OptionalIndex here;
    for (; k < all.size() && all[k].cue < sentence.end; ++k) {
      if (all[k].speaker && all[k].clause && !here) here = static_cast<uint32_t>(k);
    }
    uint32_t first = sentence.begin;
    while (first < sentence.end && IsMark(x.analysis[first])) ++first;
    if (first == sentence.end) continue;  // white space between
    const Phrase* phrase = !here && carried ? x.cues.carry_on().At(x.analysis, first) : nullptr;
    if (phrase != nullptr && first + phrase->words.size() <= sentence.end) {
      const Span span = text.Trimmed(first, sentence.end - 1);
      if (!text.QuotationAt(span.begin)) extraction->out.reaches.push_back({span, *carried});
      here = carried;
    }
    carried = here;
  }
}

}  // namespace diurna
