// Clauses and names in front of a quotation that no cue holds: "Defending his decision, Karimi cited the floods:
// '...'", "The mayor went on television, '...'", "Karimi: '...'". Whoever is its subject is the speaker.

#include <algorithm>
#include <limits>

#include "proposition/attribution.h"
#include "syntax/closed_class.h"

namespace diurna {

namespace {

constexpr uint32_t kMeantAsSpeech = 25;  // bytes; a quotation of that length holds a sentence
constexpr uint32_t kDeepest = 40;        // links of syntax from a verb up to its root that are told apart
constexpr uint32_t kMostTokens = 600;    // before a quotation that are looked over; binds only in endless sentences
constexpr uint32_t kLongestLabel = 8;    // tokens of a name before a colon

// Stretches of text that may overlap, asked whether one of them overlaps another stretch.
class Stretches {
 public:
  explicit Stretches(std::vector<Span> spans) : spans_(std::move(spans)) {
    std::sort(spans_.begin(), spans_.end(), [](Span a, Span b) { return a.begin < b.begin; });
    uint32_t farthest = 0;
    for (const Span span : spans_) {
      farthest = std::max(farthest, span.end);
      farthest_end_.push_back(farthest);
    }
  }
  bool Overlap(Span span) const {
    const auto behind = std::partition_point(spans_.begin(), spans_.end(), [&](Span s) { return s.begin < span.end; });
    return behind != spans_.begin() && farthest_end_[static_cast<size_t>(behind - spans_.begin()) - 1] > span.begin;
  }

 private:
  std::vector<Span> spans_;
  std::vector<uint32_t> farthest_end_;  // of this one and those before it
};

class IntroductionReader {
 public:
  IntroductionReader(Extraction* extraction, const SpeechText& text)
      : x_(*extraction), a_(extraction->analysis), text_(text) {}

  void Read() {
    std::vector<Span> told;
    for (const Attribution& attribution : x_.out.attributions) {
      if (attribution.speaker && !attribution.content.empty()) told.push_back(attribution.content);
    }
    const Stretches held(std::move(told));
    for (size_t q = 0; q < text_.quotations().size(); ++q) {
      const Span quotation = text_.quotations()[q];
      const bool speech = text_.HasVerb(q) || quotation.size() >= kMeantAsSpeech;
      if (speech && !held.Overlap(quotation)) ReadQuotation(quotation);
    }
  }

 private:
  void ReadQuotation(Span quotation) {
    uint32_t mark = a_.TokenAt(quotation.begin);
    while (mark > 0 && (IsSpace(a_[mark]) || a_[mark].span.begin >= quotation.begin)) --mark;
    if (!IsColon(a_[mark]) && !IsComma(a_[mark])) return;
    if (text_.ParagraphAt(a_[mark].span.begin).begin != text_.ParagraphAt(quotation.begin).begin) return;
    Attribution found;
    if (!ReadClause(mark, &found) && !ReadLabel(mark, &found)) return;
    found.act = x_.cues.saying();
    found.content = quotation;
    found.clause = true;
    found.quoted = true;
    x_.out.attributions.push_back(found);
  }

  // The first token that may introduce what stands behind `mark`.
  uint32_t FirstBefore(uint32_t mark) const {
    const uint32_t paragraph = a_.TokenAt(text_.ParagraphAt(a_[mark].span.begin).begin);
    const uint32_t sentence = a_.sentences()[a_[mark].sentence].begin;
    return std::max({sentence, paragraph, mark - std::min(mark, kMostTokens)});
  }
  bool IsQuoted(uint32_t token) const { return text_.QuotationAt(a_[token].span.begin).has_value(); }

  // The clause that stands highest is the one that leads to the quotation.
  bool ReadClause(uint32_t mark, Attribution* found) const {
    const Proposition* best = nullptr;
    uint32_t best_depth = 0;
    for (uint32_t i = FirstBefore(mark); i < mark; ++i) {
      const Proposition* p = x_.PropositionOf(i);
      if (p == nullptr || p->form == Form::kNominal || p->form == Form::kAdjective || p->agents.empty()) continue;
      const uint32_t agent = p->agents.front();
      if (IsQuoted(i) || agent >= mark || closed_class::kWho.Has(a_[agent].lower) || !IsSpeaker(x_, agent)) continue;
      const uint32_t depth = std::min(x_.out.ancestry.Depth(i), kDeepest);
      if (best != nullptr && depth >= best_depth) continue;
      best = p;
      best_depth = depth;
    }
    if (best == nullptr) return false;
    found->cue = best->head;
    found->proposition = x_.out.of_token[best->head];
    found->speaker = best->agents.front();
    return true;
  }

  // A speaker's name or noun and a colon, without a verb.
  bool ReadLabel(uint32_t mark, Attribution* found) const {
    const uint32_t first = FirstBefore(mark);
    if (!IsColon(a_[mark]) || mark - first > kLongestLabel) return false;
    OptionalIndex noun;
    for (uint32_t i = first; i < mark; ++i) {
      if (IsQuoted(i)) continue;
      if (IsClauseVerb(a_[i]) || IsAuxiliary(a_[i])) return false;
      if (IsNoun(a_[i]) && !IsCompoundPart(a_[i]) && !noun) noun = i;
    }
    if (!noun || !IsSpeaker(x_, *noun)) return false;
    found->cue = *noun;
    found->speaker = noun;
    return true;
  }

  Extraction& x_;
  const Analysis& a_;
  const SpeechText& text_;
};

}  // namespace

void AddIntroductions(Extraction* extraction, const SpeechText& text) { IntroductionReader(extraction, text).Read(); }

}  // namespace diurna
