// Phrases before a speaker: "according to X", "citing X". What they attribute is what follows them at the start of a
// clause, what stands before them at its end, and the whole around them in its midst.

#include <algorithm>

#include "proposition/attribution.h"
#include "syntax/closed_class.h"

namespace diurna {

namespace {

constexpr uint32_t kFarthestNoun = 8;  // tokens from the phrase to a source that does not hang on it
constexpr int kMostConjunctsUp = 10;   // clauses of an enumeration, up to the first

class SourcePhraseReader {
 public:
  SourcePhraseReader(Extraction* extraction, const SpeechText& text)
      : x_(*extraction), a_(extraction->analysis), text_(text), speech_end_(x_.out.attributions.size()) {}

  void Read() {
    for (uint32_t i = 0; i < a_.size(); ++i) {
      const Phrase* phrase = x_.cues.attributions().At(a_, i);
      if (phrase == nullptr) continue;
      const uint32_t behind = i + static_cast<uint32_t>(phrase->words.size());
      if (behind < a_.size()) ReadPhrase(i, behind);
    }
  }

 private:
  // The phrase of tokens [first, behind).
  void ReadPhrase(uint32_t first, uint32_t behind) {
    const OptionalIndex source = SourceBehind(first, behind);
    if (!source) return;
    const auto head = *source;
    if (!x_.cues.AttributedTo(x_.lemma[head])) return;
    const bool participle = IsPresentParticiple(a_[first]);
    if (behind - first == 1 && !participle && !x_.CanAct(head)) return;  // "per litre"

    Attribution found;
    found.cue = first;
    found.speaker = BehindDocument(x_, head);
    found.act = x_.cues.saying();
    found.clause = true;
    const uint32_t holder = HolderOf(first);
    // "Reuters reported, citing officials": they say what Reuters says, inside of it.
    const Attribution* outer = participle ? SpeechAt(holder) : nullptr;
    found.content = outer != nullptr ? outer->content : ContentAround(first, EndOf(head), holder);
    found.quoted = outer != nullptr ? outer->quoted : text_.MostlyQuoted(found.content);
    x_.out.attributions.push_back(found);
  }

  // The head of the noun phrase behind a phrase that ends before token `behind`, if there is one.
  OptionalIndex SourceBehind(uint32_t first, uint32_t behind) const {
    for (uint32_t word = behind; word > first;) {
      --word;
      for (const Dep dep : {Dep::kPobj, Dep::kDobj}) {
        const OptionalIndex object = x_.Child(word, dep);
        if (object && *object >= behind) return object;
      }
    }
    const Sentence& sentence = a_.sentences()[a_[first].sentence];
    for (uint32_t i = behind; i < std::min(sentence.end, behind + kFarthestNoun); ++i) {
      if (IsPunctuation(a_[i]) && i > behind) return std::nullopt;
      if (!IsNoun(a_[i]) && !IsPronoun(a_[i])) continue;
      uint32_t head = i;
      while (IsCompoundPart(a_[head]) || IsAdjectivalModifier(a_[head]) || IsPossessor(a_[head])) head = a_[head].head;
      return head;
    }
    return std::nullopt;
  }

  // The last token of the phrase, which ends at the first comma behind its noun or with the noun phrase.
  uint32_t EndOf(uint32_t noun) const {
    const Sentence& sentence = a_.sentences()[a_[noun].sentence];
    uint32_t last = noun;
    while (last + 1 < sentence.end && last < a_[noun].right_edge && !IsComma(a_[last + 1])) ++last;
    return last;
  }

  // The verb whose clause is attributed. "17 died and 35 were rescued, according to officials": they say both.
  uint32_t HolderOf(uint32_t first) const {
    uint32_t holder = a_[first].head == first ? first : x_.VerbAbove(a_[first].head);
    for (int steps = 0; IsConjunct(a_[holder]) && steps < kMostConjunctsUp; ++steps) holder = a_[holder].head;
    return holder;
  }

  // The attribution with a clause of the verb of speech at `verb`, or null.
  const Attribution* SpeechAt(uint32_t verb) const {
    const auto end = x_.out.attributions.begin() + static_cast<std::ptrdiff_t>(speech_end_);
    const auto found = std::partition_point(x_.out.attributions.begin(), end,
                                            [&](const Attribution& speech) { return speech.cue < verb; });
    return found != end && found->cue == verb && found->clause ? &*found : nullptr;
  }

  // What the phrase of tokens [first, last] in the clause of `holder` attributes.
  Span ContentAround(uint32_t first, uint32_t last, uint32_t holder) const {
    const TokenRange here = text_.Segment(first);
    uint32_t begin = std::max(a_[holder].left_edge, here.begin);
    uint32_t end = std::min(a_[holder].right_edge, here.end - 1);
    const bool whole = !IsClauseVerb(a_[holder]) || a_[holder].head == holder ||
                       first == a_.sentences()[a_[first].sentence].begin || holder < here.begin || holder >= here.end ||
                       first < begin || first > end;
    if (whole) {
      begin = here.begin;
      end = here.end - 1;
    }
    if (first - begin < end - std::min(end, last)) {
      // In front, or tucked in early: what follows, with what little stands before.
      const bool front = first <= begin + 1;
      return front ? text_.Trimmed(std::min(last + 1, end), end) : text_.Trimmed(begin, end);
    }
    const bool at_end = last + 2 >= end;
    return at_end ? text_.Trimmed(begin, first == begin ? first : first - 1) : text_.Trimmed(begin, end);
  }

  Extraction& x_;
  const Analysis& a_;
  const SpeechText& text_;
  size_t speech_end_;  // attributions before it are those of verbs and nouns, in the order of their cues
};

}  // namespace

void AddSourcePhrases(Extraction* extraction, const SpeechText& text) { SourcePhraseReader(extraction, text).Read(); }

}  // namespace diurna
