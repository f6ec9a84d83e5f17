// A speaker's pronoun most often means the speaker before, which tells more than agreement in number and gender does.

#include <algorithm>

#include "proposition/attribution.h"
#include "syntax/closed_class.h"

namespace diurna {

namespace {

constexpr uint32_t kMostSentences = 3;  // from a speaker to the pronoun that takes him up
constexpr uint32_t kMostTokens = 600;   // of a paragraph that are looked over; binds only in endless ones

// Persons who are subjects under their own names, in order.
class NamedSubjects {
 public:
  explicit NamedSubjects(const Extraction& x) : a_(x.analysis) {
    for (uint32_t i = 0; i < a_.size(); ++i) {
      if (IsActiveSubject(a_[i]) && IsProperNoun(a_[i]) && IsPerson(x, i)) tokens_.push_back(i);
    }
    next_other_.resize(tokens_.size(), tokens_.size());
    for (size_t k = tokens_.size(); k-- > 1;) {
      const bool same = a_[tokens_[k]].lower == a_[tokens_[k - 1]].lower;
      next_other_[k - 1] = same ? next_other_[k] : k;
    }
  }

  // Whether one of another name than that of token `before` stands between two tokens.
  bool OtherBetween(uint32_t before, uint32_t after) const {
    auto k = static_cast<size_t>(std::upper_bound(tokens_.begin(), tokens_.end(), before) - tokens_.begin());
    if (k < tokens_.size() && a_[tokens_[k]].lower == a_[before].lower) k = next_other_[k];
    return k < tokens_.size() && tokens_[k] < after;
  }

 private:
  const Analysis& a_;
  std::vector<uint32_t> tokens_;
  std::vector<size_t> next_other_;  // index of the next one of another name
};

class PronounSharpener {
 public:
  PronounSharpener(Extraction* extraction, const SpeechText& text)
      : x_(*extraction), a_(extraction->analysis), text_(text), named_(x_), antecedent_(x_.mentions->antecedent) {}

  void Read() {
    for (const Attribution& attribution : x_.out.attributions) {
      if (attribution.speaker) ReadSpeaker(attribution);
    }
  }

 private:
  void ReadSpeaker(const Attribution& x) {
    const auto speaker = *x.speaker;
    const Token& token = a_[speaker];
    const bool person = closed_class::kPersonSubject.Has(token.lower);
    const bool thing = closed_class::kThingSubject.Has(token.lower);
    const bool near = last_ && token.sentence >= last_sentence_ && token.sentence - last_sentence_ <= kMostSentences;
    if (near && (person || thing) && !text_.QuotationAt(token.span.begin)) {
      const auto before = *last_;
      const uint32_t now = Resolve(*x_.mentions, speaker);
      // Nobody is "he" of the clause that says what he says.
      const bool unknown = now == speaker || !x_.CanAct(now) || x.content.Contains(a_[now].span);
      if (person) {
        SharpenPerson(x, before, unknown);
      } else if (unknown && !(closed_class::kIt.Has(token.lower) && IsPerson(x_, before))) {
        antecedent_[speaker] = last_;
      }
    }
    if (person && x.content.Contains(a_[Resolve(*x_.mentions, speaker)].span)) {
      antecedent_[speaker] = PersonBefore(std::min(x.content.begin, token.span.begin));
    }
    const uint32_t resolved = Resolve(*x_.mentions, speaker);
    if (!IsPronoun(a_[resolved])) {
      last_ = resolved;
      last_sentence_ = token.sentence;
    }
  }

  // Of a "he" or "she" as the speaker, with `before` the speaker before.
  void SharpenPerson(const Attribution& x, uint32_t before, bool unknown) {
    const auto speaker = *x.speaker;
    const Token& token = a_[speaker];
    const char gender = Gender(before);
    const bool fits = gender == 0 || gender == (closed_class::kHe.Has(token.lower) ? 'm' : 'f');
    if (!fits) return;
    if (IsSpeaker(x_, before) && token.sentence != last_sentence_ && !named_.OtherBetween(before, speaker)) {
      antecedent_[speaker] = last_;
    } else if (unknown) {
      const bool of_content = x.content.Contains(a_[Resolve(*x_.mentions, speaker)].span);
      const OptionalIndex subject =
          of_content ? PersonBefore(std::min(x.content.begin, token.span.begin)) : std::nullopt;
      antecedent_[speaker] = subject ? subject : last_;
    }
  }

  // 'm', 'f', or 0 where it is not known.
  char Gender(uint32_t token) const {
    const Mentions& m = *x_.mentions;
    if (token >= m.actor_of.size() || !m.actor_of[token]) return 0;
    return m.actors[*m.actor_of[token]].gender;
  }

  // The last person who was a subject before byte `at`, in the paragraph, outside of quotations, if there is one.
  OptionalIndex PersonBefore(uint32_t at) const {
    uint32_t i = std::min(a_.TokenAt(at), a_.size());
    const uint32_t first = std::max(a_.TokenAt(text_.ParagraphAt(at).begin), i - std::min(i, kMostTokens));
    while (i > first) {
      --i;
      if (IsSubject(a_[i]) && IsProperNoun(a_[i]) && IsPerson(x_, i) && !text_.QuotationAt(a_[i].span.begin)) {
        return i;
      }
    }
    return std::nullopt;
  }

  Extraction& x_;
  const Analysis& a_;
  const SpeechText& text_;
  NamedSubjects named_;
  std::vector<OptionalIndex>& antecedent_;
  OptionalIndex last_;  // token of the last speaker that is no pronoun
  uint32_t last_sentence_ = 0;
};

}  // namespace

void SharpenPronouns(Extraction* extraction, const SpeechText& text) { PronounSharpener(extraction, text).Read(); }

}  // namespace diurna
