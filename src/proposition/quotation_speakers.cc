// Whose the quotations are that no content covers: the nearest speaker of the paragraph, or the last one before it; and
// who "I" and "we" are in each.

#include <algorithm>

#include "proposition/attribution.h"
#include "syntax/closed_class.h"

namespace diurna {

namespace {

// What it costs to take a quotation for the words of a speaker, by where the cue stands.
constexpr int32_t kOverlapping = -10;     // its own content reaches into the quotation
constexpr int32_t kInSentence = 2;        // in a sentence of the quotation's
constexpr int32_t kInSentenceClause = 4;  // the same, of a cue that has a clause of its own already
constexpr int32_t kPerSentenceBefore = 20, kNotQuotedBefore = 3;
constexpr int32_t kPerSentenceBehind = 30, kBehind = 5;
constexpr int32_t kTooFar = 90;

class QuotationReacher {
 public:
  QuotationReacher(Extraction* extraction, const SpeechText& text)
      : x_(*extraction), a_(extraction->analysis), all_(extraction->out.attributions), text_(text) {}

  void Read() {
    OptionalIndex last;
    for (size_t q = 0; q < text_.quotations().size(); ++q) {
      if (!text_.HasVerb(q)) continue;  // names, single words
      const Span quotation = text_.quotations()[q];
      if (a_.TokenAt(quotation.begin) >= a_.size()) break;
      OptionalIndex best = Nearest(quotation);
      if (!best) best = last;
      if (!best) continue;
      last = best;
      if (!all_[*best].content.Contains(quotation)) {
        x_.out.reaches.push_back({quotation, *best});
      }
    }
  }

 private:
  // The attribution of the paragraph that the quotation costs least to be given to, if one is near.
  OptionalIndex Nearest(Span quotation) const {
    const Span paragraph = text_.ParagraphAt(quotation.begin);
    const size_t near = FirstAttributionAt(x_, quotation.begin);
    const size_t first = std::max(FirstAttributionAt(x_, paragraph.begin), near - std::min(near, kNearAttributions));
    OptionalIndex best;
    int32_t least = kTooFar;
    for (size_t k = first; k < std::min(all_.size(), near + kNearAttributions); ++k) {
      const Attribution& x = all_[k];
      if (a_[x.cue].span.begin >= paragraph.end) break;
      if (!x.speaker || !x.proposition || quotation.Contains(a_[x.cue].span)) continue;
      if (x_.out.items[*x.proposition].form == Form::kNominal) continue;
      const int32_t cost = Cost(x, quotation);
      if (cost >= least) continue;
      least = cost;
      best = static_cast<uint32_t>(k);
    }
    return best;
  }

  int32_t Cost(const Attribution& x, Span quotation) const {
    if (x.content.Overlaps(quotation)) return kOverlapping;
    const auto first = static_cast<int32_t>(a_[a_.TokenAt(quotation.begin)].sentence);
    const auto last = static_cast<int32_t>(a_[std::min(a_.TokenAt(quotation.end - 1), a_.size() - 1)].sentence);
    const auto sentence = static_cast<int32_t>(a_[x.cue].sentence);
    if (sentence < first) return kPerSentenceBefore * (first - sentence) + (x.quoted ? 0 : kNotQuotedBefore);
    if (sentence > last) return kPerSentenceBehind * (sentence - last) + kBehind;
    return x.clause ? kInSentenceClause : kInSentence;
  }

  Extraction& x_;
  const Analysis& a_;
  const std::vector<Attribution>& all_;
  const SpeechText& text_;
};

// The speaker of an attribution whose content reaches into a quotation and whose cue stands outside of it, or none.
OptionalIndex SpeakerAround(const Extraction& x, Span quotation) {
  const std::vector<Attribution>& all = x.out.attributions;
  const size_t near = FirstAttributionAt(x, quotation.begin);
  for (size_t k = near - std::min(near, kNearAttributions); k < std::min(all.size(), near + kNearAttributions); ++k) {
    const bool around = all[k].content.Overlaps(quotation) && !quotation.Contains(x.analysis[all[k].cue].span);
    if (all[k].speaker && around) return all[k].speaker;
  }
  return std::nullopt;
}

}  // namespace

void ReachQuotations(Extraction* extraction, const SpeechText& text) { QuotationReacher(extraction, text).Read(); }

void ResolveFirstPersons(Extraction* extraction) {
  const Extraction& x = *extraction;
  // Reaches of quotations come in the order of the quotations.
  auto reach = x.out.reaches.begin();
  for (const Span quotation : x.out.quotations) {
    OptionalIndex speaker = SpeakerAround(x, quotation);
    while (reach != x.out.reaches.end() && reach->span.begin < quotation.begin) ++reach;
    if (!speaker && reach != x.out.reaches.end() && reach->span == quotation) {
      speaker = x.out.attributions[reach->attribution].speaker;
    }
    if (!speaker) continue;
    const auto [begin, end] = x.analysis.TokensIn(quotation);
    for (uint32_t i = begin; i < end; ++i) {
      const Token& token = x.analysis[i];
      if (IsPronoun(token) && closed_class::kFirstPerson.Has(token.lower))
        extraction->mentions->antecedent[i] = speaker;
    }
  }
}

}  // namespace diurna
