// Attribution: source, cue and content, as PARC and PolNeAR describe them.
//
// A cue is a verb or noun of speech, or a phrase such as "according to". Its source is the cue's agent; a document that
// speaks ("a statement by the ministry said") yields to whoever made it. Its content is the clause that the cue
// governs, or the quotation next to it, or the clause that it is tucked into ("two died, police said"). What is said in
// a sentence without a cue still has a speaker where it stands in quotation marks or opens with words that carry on. A
// speaker's pronoun most often means the speaker before; antecedents are set accordingly. Left out: free indirect
// speech.

#include "proposition/attribution.h"

#include <algorithm>
#include <limits>

namespace diurna {

namespace {

// Each attribution's parent: the smallest content that its cue stands in.
void Nest(Extraction* extraction) {
  std::vector<Attribution>& all = extraction->out.attributions;
  for (size_t k = 0; k < all.size(); ++k) {
    Attribution& x = all[k];
    const Span cue = extraction->analysis[x.cue].span;
    uint32_t smallest = std::numeric_limits<uint32_t>::max();
    const size_t end = std::min(all.size(), k + kNearAttributions);
    for (size_t y = k - std::min(k, kNearAttributions); y < end; ++y) {
      const Attribution& outer = all[y];
      // Of two with the same content the phrase ("citing officials") is the inner one.
      const bool same_content = outer.content == x.content;
      const bool phrase = same_content && !x.proposition && outer.proposition;
      const bool around = !same_content && outer.content.Contains(cue);
      if (y == k || !(phrase || around) || outer.content.size() >= smallest) continue;
      smallest = outer.content.size();
      x.parent = static_cast<uint32_t>(y);
    }
  }
}

}  // namespace

size_t FirstAttributionAt(const Extraction& extraction, uint32_t at) {
  const std::vector<Attribution>& all = extraction.out.attributions;
  const auto found = std::partition_point(
      all.begin(), all.end(), [&](const Attribution& x) { return extraction.analysis[x.cue].span.begin < at; });
  return static_cast<size_t>(found - all.begin());
}

void Attribute(Extraction* extraction) {
  std::vector<Attribution>& attributions = extraction->out.attributions;
  std::vector<OptionalIndex>& antecedent = extraction->mentions->antecedent;
  if (antecedent.size() < extraction->analysis.size()) antecedent.resize(extraction->analysis.size(), std::nullopt);
  const SpeechText text(*extraction);
  AddSpeech(extraction, text);
  AddSourcePhrases(extraction, text);
  AddIntroductions(extraction, text);
  std::stable_sort(attributions.begin(), attributions.end(),
                   [](const Attribution& x, const Attribution& y) { return x.cue < y.cue; });
  SharpenPronouns(extraction, text);
  std::erase_if(attributions,
                [&](const Attribution& x) { return x.speaker && x.proposition && !MaySpeak(*extraction, *x.speaker); });
  Nest(extraction);
  ReachQuotations(extraction, text);
  ResolveFirstPersons(extraction);
  CarryOn(extraction, text);
  std::stable_sort(extraction->out.reaches.begin(), extraction->out.reaches.end(),
                   [](const Reach& a, const Reach& b) { return a.span.begin < b.span.begin; });
}

}  // namespace diurna
