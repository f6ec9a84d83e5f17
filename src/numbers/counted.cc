// From the number up: a numeral modifies its noun ("eight law enforcement officers"), heads an of-phrase ("dozens of
// people", "12 of the passengers"), stands with an adjective for people ("12 dead"), follows "of whom", or measures the
// subject of a verb of level ("the death toll rose to 12", "unemployment is at 9 percent") or the object of a verb that
// moves one ("bringing the total to 45"). The parser of a small model errs on long noun phrases, so a noun that follows
// directly is preferred to a head elsewhere. Comparison ("twice as many as") is left out.

#include "numbers/counted.h"

#include "syntax/children.h"
#include "syntax/closed_class.h"
#include "syntax/relation.h"
#include "syntax/word.h"

namespace diurna {

namespace {

constexpr uint32_t kLongestPhrase = 9;  // tokens from a number to the noun that it counts
constexpr uint32_t kNearNoun = 8;

// What a number is to its head where it counts or measures it.
bool IsNumberModifier(const Token& token) {
  return IsCount(token) || IsModifier(token) || token.dep == Dep::kNpadvmod || IsDeterminerOfNoun(token) ||
         IsAdverbialModifier(token);
}

// What a measured number is to its head where that is what it measures; any other measures nothing near.
bool IsMeasureModifier(const Token& token) {
  return token.dep == Dep::kNummod || IsModifier(token) || token.dep == Dep::kNpadvmod;
}

class Climb {
 public:
  Climb(const Analysis& analysis, const NumberWords& words, const NumberMention& number, uint32_t end)
      : a_(analysis),
        words_(words),
        begin_(number.tokens.begin),
        end_(end),
        sentence_(analysis.sentences()[analysis[begin_].sentence]),
        head_(HeadOf(analysis, begin_, end)),
        measured_(number.kind == NumberKind::kMoney || number.kind == NumberKind::kPercent ||
                  number.kind == NumberKind::kPercentPoint || number.kind == NumberKind::kQuantity) {}

  OptionalIndex Run() const {
    if (const OptionalIndex of = OfPhrase()) return of;
    if (const OptionalIndex noun = Following()) return noun;
    if (const OptionalIndex whom = OfWhom()) return whom;
    return Measured();
  }

 private:
  bool Is(uint32_t token, NumberCue cue) const {
    return words_.cues.Is(words_.ids.Id(a_[token].lemma), cue) || words_.cues.Is(words_.ids.Id(a_[token].lower), cue);
  }

  // ---- "of" behind a number ----

  // "of people", "of the 20 passengers", "(out) of its members", behind the number or its unit.
  OptionalIndex OfPhrase() const {
    uint32_t at = end_;
    if (at + 1 < sentence_.end && closed_class::kMore.Has(a_[at].lower)) ++at;
    if (at < sentence_.end && closed_class::kOut.Has(a_[at].lower)) ++at;
    if (at >= sentence_.end || !closed_class::kOf.Has(a_[at].lower)) return std::nullopt;
    for (const uint32_t object : ObjectsOf(a_, at)) {
      if (IsPronoun(a_[object])) return SeveralBefore(at, object);
      if (IsNoun(a_[object]) || Is(object, NumberCue::kDead)) return OfMeasure(object);
    }
    return NounRun(at + 1);
  }

  // "57 of them": the plural noun before it in the sentence; else the pronoun itself.
  OptionalIndex SeveralBefore(uint32_t at, uint32_t pronoun) const {
    constexpr uint32_t kFarthest = 60;
    for (uint32_t i = at; i > sentence_.begin && i + kFarthest > at; --i) {
      const Token& token = a_[i - 1];
      const bool people = token.pos != Pos::kVerb && Is(i - 1, NumberCue::kDead);
      if (IsPluralCommonNoun(token) || IsPluralWithoutEnding(token) || people) return i - 1;
    }
    return pronoun;
  }

  // "people"
  bool IsPluralWithoutEnding(const Token& token) const {
    return words_.cues.Is(words_.ids.Id(token.lower), NumberCue::kPluralNoun);
  }

  // "two of whom", "of whom five": the noun before the relative clause. "12 of them" is OfPhrase's.
  OptionalIndex OfWhom() const {
    if (begin_ < 2 || !closed_class::kPartitivePronoun.Has(a_[begin_ - 1].lower) ||
        !closed_class::kOf.Has(a_[begin_ - 2].lower)) {
      return std::nullopt;
    }
    for (uint32_t i = begin_ - 2; i > 0 && i + kNearNoun > begin_; --i) {
      if (IsNoun(a_[i - 1])) return i - 1;
    }
    return std::nullopt;
  }

  // Of a noun that only holds another ("number of cases", "total of 30 people"): the other.
  uint32_t OfMeasure(uint32_t noun) const {
    constexpr uint32_t kDeepest = 3;
    for (uint32_t steps = 0; steps < kDeepest && Is(noun, NumberCue::kMeasureNoun); ++steps) {
      uint32_t next = noun;
      for (const uint32_t preposition : PrepositionsOf(a_, noun)) {
        if (!closed_class::kOf.Has(a_[preposition].lower) || preposition < noun) continue;
        for (const uint32_t object : ObjectsOf(a_, preposition)) {
          if (IsNoun(a_[object])) next = object;
        }
      }
      if (next == noun) break;
      noun = next;
    }
    return noun;
  }

  // ---- a noun behind a number ----

  bool MayStandBeforeNoun(const Token& token, uint32_t at) const {
    if (IsAdjective(token) || IsDeterminer(token) || IsNumeral(token)) return true;
    if (IsPastParticiple(token) || IsPresentParticiple(token) || IsPossessivePronoun(token)) return true;
    constexpr uint32_t kNear = 3;
    return token.text == "-" ||
           (IsAdverb(token) && IsAdverbialModifier(token) && token.head > at && token.head < at + kNear);
  }

  // The last noun of the noun phrase that starts at `at`, if one starts there.
  OptionalIndex NounRun(uint32_t at) const {
    OptionalIndex noun;
    for (uint32_t i = at; i < sentence_.end && i < at + kLongestPhrase; ++i) {
      const Token& token = a_[i];
      if (IsNoun(token)) {
        noun = i;
      } else if (noun && IsPossessiveEnding(token)) {
        noun = std::nullopt;
      } else if (noun || !MayStandBeforeNoun(token, i)) {
        break;
      }
    }
    return noun;
  }

  // Up compounds: the number may hang on a noun's modifier ("eight law | enforcement officers").
  uint32_t TopOfCompound(uint32_t noun) const {
    constexpr uint32_t kMost = 3;
    for (uint32_t steps = 0; steps < kMost; ++steps) {
      const Token& token = a_[noun];
      const bool inner = IsNounModifier(token) || token.dep == Dep::kQuantmod ||
                         (IsAdjectivalModifier(token) && !Is(noun, NumberCue::kDead));
      if (!inner || token.head <= noun || token.head > noun + kMost || !IsNoun(a_[token.head])) break;
      noun = token.head;
    }
    return noun;
  }

  OptionalIndex Following() const {
    const Token& head = a_[head_];
    if (IsNumberModifier(head) && head.head >= end_ && head.head < sentence_.end && head.head < end_ + kNearNoun) {
      const uint32_t noun = TopOfCompound(head.head);
      const bool people = IsAdjective(a_[noun]) && Is(noun, NumberCue::kDead);
      if (IsNoun(a_[noun]) || people) return noun;
    }
    if (end_ < sentence_.end && !measured_ && Is(end_, NumberCue::kDead)) {
      // "12 injured workers", but "12 injured, police said"
      const OptionalIndex run = NounRun(end_);
      return run ? run : end_;
    }
    if (measured_ && !IsMeasureModifier(head)) return std::nullopt;
    const OptionalIndex run = NounRun(end_);
    return run && *run < end_ + kNearNoun ? run : std::nullopt;
  }

  // ---- a verb above a number ----

  // A number alone: the object or complement of a verb of level, or of a preposition below one.
  OptionalIndex Measured() const {
    constexpr uint32_t kHighest = 6;
    uint32_t at = head_;
    bool prepositional = false;
    for (uint32_t steps = 0; steps < kHighest; ++steps) {
      const Token& token = a_[at];
      if (token.head == at || IsSubject(token)) return std::nullopt;
      if (IsPrepositional(token) && IsNoun(a_[token.head])) {
        // "a toll of 12", "prices at 5 crowns", "an increase of 20 percent"
        const bool measures = closed_class::kMeasuringPreposition.Has(token.lower);
        return measures ? OptionalIndex(OfMeasure(token.head)) : std::nullopt;
      }
      prepositional |= IsPrepositionalObject(token);
      at = token.head;
      if (IsVerb(a_[at])) break;
    }
    return IsVerb(a_[at]) ? MeasuredByVerb(at, prepositional) : std::nullopt;
  }

  OptionalIndex MeasuredByVerb(uint32_t verb, bool prepositional) const {
    if (Is(verb, NumberCue::kBringVerb)) {
      for (const uint32_t object : DirectObjectsOf(a_, verb)) {
        if (IsNoun(a_[object]) && object < head_) return OfMeasure(object);
      }
      if (const OptionalIndex passive = SubjectOf(verb, IsPassiveSubject)) return passive;
    }
    if (!Is(verb, NumberCue::kLevelVerb)) return std::nullopt;
    const bool bare_be = !measured_ && !prepositional && closed_class::kBe.Has(a_[verb].lower);
    return bare_be ? std::nullopt : SubjectOf(verb, IsSubject);
  }

  // The subject of a verb, or of the verb that it hangs on as conjunct or complement; a noun that it modifies.
  OptionalIndex SubjectOf(uint32_t verb, bool (*is_subject)(const Token&)) const {
    constexpr uint32_t kHighest = 4;
    for (uint32_t steps = 0; steps < kHighest; ++steps) {
      for (const uint32_t child : ChildrenOf(a_, verb)) {
        if (is_subject(a_[child]) && IsNoun(a_[child])) return OfMeasure(child);
      }
      const Token& token = a_[verb];
      if (IsAdnominalClause(token) && IsNoun(a_[token.head])) return OfMeasure(token.head);
      if (!IsConjunct(token) && token.dep != Dep::kXcomp && token.dep != Dep::kAdvcl) return std::nullopt;
      verb = token.head;
      if (!IsVerb(a_[verb])) return std::nullopt;
    }
    return std::nullopt;
  }

  const Analysis& a_;
  const NumberWords& words_;
  uint32_t begin_;  // first token of the number
  uint32_t end_;    // the token behind it, its currency and its unit
  Sentence sentence_;
  uint32_t head_;  // the number's head
  bool measured_;  // it has a unit, a currency or a percent sign
};

}  // namespace

uint32_t HeadOf(const Analysis& analysis, uint32_t begin, uint32_t end) {
  for (uint32_t i = begin; i < end; ++i) {
    const uint32_t head = analysis[i].head;
    if (head == i || head < begin || head >= end) {
      if (analysis[i].dep != Dep::kPunct && analysis[i].dep != Dep::kDep) return i;
    }
  }
  return end > begin ? end - 1 : begin;
}

OptionalIndex CountedBy(const Analysis& analysis, const NumberWords& words, const NumberMention& number, uint32_t end) {
  return Climb(analysis, words, number, end).Run();
}

}  // namespace diurna
