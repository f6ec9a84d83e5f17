// Content of a verb of speech: the clause that it governs, or the one that it is tucked into ("two died, police said"),
// or the quotation next to it; else its objects and phrases, which are what is promised, demanded, condemned.

#include <algorithm>
#include <limits>

#include "proposition/attribution.h"
#include "syntax/closed_class.h"

namespace diurna {

namespace {

constexpr uint32_t kShortQuotation = 15;  // bytes; shorter ones are names and single words
constexpr uint32_t kMeantAsSpeech = 25;   // bytes; a quotation of that length holds a sentence
constexpr uint32_t kLongSpeech = 300;     // bytes
constexpr uint32_t kFarthestThat = 14;    // tokens from a verb to the "that" of a clause that the parser lost
constexpr uint32_t kMostTokens = 600;     // of a phrase that are looked over; binds only in endless sentences

class ContentReader {
 public:
  ContentReader(const Extraction& extraction, const SpeechText& text, const Proposition& speech, OptionalIndex inside)
      : x_(extraction), a_(extraction.analysis), text_(text), speech_(speech), verb_(speech.head), inside_(inside) {}

  SpeechContent Read() {
    ReadDeed();
    ReadClause();
    if (!out_.clause && !inside_) ReadRunOn();
    if (!inside_) ReadQuotation();
    if (!out_.span.empty()) return out_;
    ReadPhrases();
    if (speech_.form == Form::kPassive) ReadPassive();
    return out_;
  }

 private:
  static uint32_t Distance(uint32_t a, uint32_t b) { return a < b ? b - a : a - b; }

  // "Accused the rebels OF BURNING 12 villages", "was blamed for killing two"; the parser may hang it on a party.
  void ReadDeed() {
    ReadDeedUnder(verb_);
    for (const std::vector<uint32_t>* parties : {&speech_.themes, &speech_.agents}) {
      for (const uint32_t party : *parties) {
        if (out_.deed.empty()) ReadDeedUnder(party);
      }
    }
  }
  void ReadDeedUnder(uint32_t above) {
    for (const uint32_t child : x_.Children(above)) {
      if (!closed_class::kOf.Has(a_[child].lower) && !closed_class::kFor.Has(a_[child].lower)) continue;
      const OptionalIndex deed = x_.Child(child, Dep::kPcomp);
      if (!deed || !IsPresentParticiple(a_[*deed])) continue;
      out_.deed = text_.Trimmed(*deed, a_[*deed].right_edge);
    }
  }

  void ReadClause() {
    const TokenRange here = text_.Segment(verb_);
    OptionalIndex clause = NearestClause();
    // "Three died, services say; the opposition puts it at 30": what is said stands on this side of the semicolon.
    const auto inside_segment = [&](uint32_t token) { return here.begin <= token && token < here.end; };
    if (clause && !inside_ && !inside_segment(*clause)) {
      clause = std::nullopt;
      ReadBeforeSubject(here);
    }
    if (clause) {
      const Token& head = a_[*clause];
      // The cue is included where it stands in the midst of it.
      const bool all = inside_ || text_.QuotationAt(head.span.begin);
      out_.span = all ? text_.Trimmed(head.left_edge, head.right_edge)
                      : text_.Trimmed(std::max(head.left_edge, here.begin), std::min(head.right_edge, here.end - 1));
      out_.clause = true;
    } else if (a_[verb_].dep == Dep::kParataxis || (a_[verb_].dep == Dep::kCcomp && IsBehindComma())) {
      ReadAround();
    }
  }

  // The clause that the verb says: the nearest one, and no other act of speech where there is a choice.
  OptionalIndex NearestClause() const {
    constexpr uint32_t kOtherSpeech = 1000;  // tokens farther away that a clause of speech counts
    OptionalIndex best;
    uint32_t cost = std::numeric_limits<uint32_t>::max();
    for (const uint32_t child : x_.Children(verb_)) {
      if (a_[child].dep != Dep::kCcomp) continue;
      const uint32_t here = Distance(child, verb_) + (child < verb_ && x_.IsOfSpeech(child) ? kOtherSpeech : 0);
      if (here >= cost) continue;
      cost = here;
      best = child;
    }
    return best;
  }

  // What stands before the verb's subject and a comma.
  void ReadBeforeSubject(const TokenRange& here) {
    uint32_t start = verb_;
    for (const uint32_t child : x_.Children(verb_)) {
      if (child < verb_ && child >= here.begin && IsActiveSubject(a_[child])) {
        start = std::max(here.begin, a_[child].left_edge);
      }
    }
    if (start <= here.begin + 2 || !IsComma(a_[start - 1])) return;
    out_.span = text_.Trimmed(here.begin, start - 1);
    out_.clause = true;
  }

  bool IsBehindComma() const {
    const uint32_t first = a_[verb_].left_edge;
    return first > 0 && IsComma(a_[first - 1]);
  }

  // "Two people died, police said": the clause that the verb is tucked into.
  void ReadAround() {
    const Token& around = a_[a_[verb_].head];
    const Token& cue = a_[verb_];
    if (cue.left_edge > around.left_edge) {
      out_.span = text_.Trimmed(around.left_edge, cue.left_edge - 1);
      out_.clause = true;
    } else if (cue.right_edge < around.right_edge) {
      out_.span = text_.Trimmed(cue.right_edge + 1, around.right_edge);
      out_.clause = true;
    }
  }

  // Where the parser lost the clause: "said that" with a clause behind it in the same sentence.
  void ReadRunOn() {
    const Sentence& sentence = a_.sentences()[a_[verb_].sentence];
    bool aside = false;  // between commas: "reported, citing two officials, that ..."
    for (uint32_t i = verb_ + 1; i + 2 < sentence.end && i <= verb_ + kFarthestThat; ++i) {
      if (IsComma(a_[i])) {
        aside = !aside;
      } else if (closed_class::kThat.Has(a_[i].lower) && (HasPrepositionTag(a_[i]) || IsClauseMarker(a_[i]))) {
        if (!text_.HasVerbBehind(i)) return;
        out_.span = text_.Trimmed(i + 1, sentence.end - 1);
        out_.clause = true;
        return;
      } else if (!aside && (IsMark(a_[i]) || IsClauseVerb(a_[i]))) {
        return;
      }
    }
  }

  // A quotation beside the verb is the content, or makes it longer.
  void ReadQuotation() {
    const Span sentence = text_.SentenceSpan(verb_);
    const OptionalIndex beside = QuotationBeside(sentence);
    if (!beside) return;
    Span quotation = text_.quotations()[*beside];
    // Of a long speech the sentence that the cue stands in.
    if (quotation.size() > kLongSpeech) {
      quotation = {std::max(quotation.begin, sentence.begin), std::min(quotation.end, sentence.end)};
    }
    if (!out_.clause) {
      out_.clause = text_.HasVerb(*beside) || quotation.size() > kMeantAsSpeech;
      if (out_.clause) out_.span = quotation;
    } else if (quotation.Overlaps(out_.span)) {
      out_.span = {std::min(out_.span.begin, quotation.begin), std::max(out_.span.end, quotation.end)};
    }
  }

  // A quotation next to the verb in its sentence, not around it, if there is one.
  OptionalIndex QuotationBeside(Span sentence) const {
    OptionalIndex best;
    uint32_t distance = std::numeric_limits<uint32_t>::max();
    const Span at = a_[verb_].span;
    const size_t near = text_.FirstQuotationIn(at);
    const size_t first = std::max(text_.FirstQuotationIn(sentence), near - std::min(near, kNearAttributions));
    const size_t end = std::min(text_.quotations().size(), near + kNearAttributions);
    for (size_t q = first; q < end; ++q) {
      const Span quotation = text_.quotations()[q];
      if (quotation.begin >= sentence.end) break;
      if (quotation.Contains(at)) continue;
      if (quotation.size() < kShortQuotation && !text_.HasVerb(q)) continue;
      const uint32_t away = quotation.end <= at.begin ? at.begin - quotation.end : quotation.begin - at.end;
      if (away < distance) {
        distance = away;
        best = static_cast<uint32_t>(q);
      }
    }
    return best;
  }

  // Objects, phrases and infinitives behind the verb.
  void ReadPhrases() {
    uint32_t first = 0, last = 0;
    bool any = false;
    for (const uint32_t child : x_.Children(verb_)) {
      if (child < verb_) continue;
      const Token& token = a_[child];
      const bool infinitive = token.dep == Dep::kXcomp;
      if (!infinitive && !IsNounBehindVerb(token) && !IsPredicateAdjective(token) && !IsPrepositional(token)) continue;
      if (!any) first = token.left_edge;
      any = true;
      last = std::max(last, token.right_edge);
      if (!infinitive) continue;
      // "urged the government to raise wages": what is said is the infinitive.
      const bool marked = HasInfinitiveMarker(a_, child);
      out_.infinitive_only = !out_.clause && marked;
      out_.clause = true;
      if (marked && !x_.Has(child, Dep::kNsubj)) first = token.left_edge;
    }
    if (!any) return;
    out_.span = text_.Trimmed(first, last);
    if (!out_.clause && !speech_.themes.empty() && last > first + 2) out_.clause = HoldsClause(first + 1, last);
  }

  // "Said several acres of land burned", read as a noun phrase.
  bool HoldsClause(uint32_t first, uint32_t last) const {
    for (uint32_t i = first; i <= std::min(last, first + kMostTokens); ++i) {
      const Token& token = a_[i];
      if (!IsFullVerb(token) || IsRelativeClause(token) || IsRelativeClause(a_[token.head])) continue;
      if (IsTensed(token) || (IsPastParticiple(token) && IsReducedClause(token))) return true;
    }
    return false;
  }

  void ReadPassive() {
    if (!speech_.themes.empty() && out_.span.empty()) {
      // "his resignation was announced"
      const Token& theme = a_[speech_.themes.front()];
      if (!IsClauseVerb(theme)) out_.span = text_.Trimmed(theme.left_edge, theme.right_edge);
    }
    if (speech_.content) {
      // "was told to leave", "is said to have left"
      const Token& head = a_[*speech_.content];
      out_.span = text_.Trimmed(head.left_edge, head.right_edge);
    }
  }

  const Extraction& x_;
  const Analysis& a_;
  const SpeechText& text_;
  const Proposition& speech_;
  uint32_t verb_;
  OptionalIndex inside_;
  SpeechContent out_;
};

}  // namespace

SpeechContent ContentOfSpeech(const Extraction& extraction, const SpeechText& text, const Proposition& speech,
                              OptionalIndex inside) {
  return ContentReader(extraction, text, speech, inside).Read();
}

}  // namespace diurna
