// From the number up: a numeral modifies its noun ("eight law enforcement officers"), heads an of-phrase ("dozens of
// people", "12 of the passengers"), stands with an adjective for people ("12 dead"), follows "of whom", or measures the
// subject of a verb of level ("the death toll rose to 12", "unemployment is at 9 percent") or the object of a verb that
// moves one ("bringing the total to 45"). The parser of a small model errs on long noun phrases, so a noun that follows
// directly is preferred to a head elsewhere. Comparison ("twice as many as") is left out.

#include "numbers/counted.h"

#include "syntax/tree.h"

namespace diurna {

namespace {

class Climb {
 public:
  Climb(const Analysis& analysis, const NumberWords& words) : a_(analysis), words_(words) {}

  int32_t From(const NumberMention& number, uint32_t end) const {
    const uint32_t sentence_end = a_.sentences()[a_[number.tokens.begin].sentence].end;
    if (const int32_t of = OfPhrase(end, sentence_end); of >= 0) return of;
    const bool measured = number.kind == NumberKind::kMoney || number.kind == NumberKind::kPercent ||
                          number.kind == NumberKind::kPercentPoint || number.kind == NumberKind::kQuantity;
    const uint32_t head = HeadOf(a_, number.tokens.begin, end);
    if (const int32_t noun = Following(head, end, sentence_end, measured); noun >= 0) return noun;
    if (const int32_t whom = OfWhom(number.tokens.begin); whom >= 0) return whom;
    return Measured(head, measured);
  }

 private:
  bool Cue(uint32_t token, NumberCue cue) const {
    return words_.cues.Is(words_.ids.Id(a_[token].lemma), cue) || words_.cues.Is(words_.ids.Id(a_[token].lower), cue);
  }

  // "of people", "of the 20 passengers", "(out) of its members", behind the number or its unit.
  int32_t OfPhrase(uint32_t at, uint32_t sentence_end) const {
    if (at < sentence_end && a_[at].lower == "more" && at + 1 < sentence_end) ++at;
    if (at < sentence_end && a_[at].lower == "out") ++at;
    if (at >= sentence_end || a_[at].lower != "of") return -1;
    for (const uint32_t child : a_.children(at)) {
      if (a_[child].dep == Dep::kPobj &&
          (IsNoun(a_[child]) || a_[child].pos == Pos::kPron || Cue(child, NumberCue::kDead))) {
        if (a_[child].pos == Pos::kPron) return Before(at, sentence_end, child);
        return static_cast<int32_t>(OfMeasure(child));
      }
    }
    return NounRun(at + 1, sentence_end);
  }

  // "57 of them": the plural noun before it in the sentence; else the pronoun itself.
  int32_t Before(uint32_t at, uint32_t sentence_end, uint32_t pronoun) const {
    const uint32_t first = a_.sentences()[a_[sentence_end - 1].sentence].begin;
    for (uint32_t i = at; i > first && i + 60 > at; --i) {
      if (a_[i - 1].tag == "NNS" || a_[i - 1].lower == "people" ||
          (a_[i - 1].pos != Pos::kVerb && Cue(i - 1, NumberCue::kDead))) {
        return static_cast<int32_t>(i - 1);
      }
    }
    return static_cast<int32_t>(pronoun);
  }

  // Of a noun that only holds another ("number of cases", "total of 30 people"): the other.
  uint32_t OfMeasure(uint32_t noun) const {
    for (uint32_t steps = 0; steps < 3 && Cue(noun, NumberCue::kMeasureNoun); ++steps) {
      uint32_t next = noun;
      for (const uint32_t child : a_.children(noun)) {
        if (a_[child].dep != Dep::kPrep || a_[child].lower != "of" || child < noun) continue;
        for (const uint32_t object : a_.children(child)) {
          if (a_[object].dep == Dep::kPobj && IsNoun(a_[object])) next = object;
        }
      }
      if (next == noun) break;
      noun = next;
    }
    return noun;
  }

  // The last noun of the noun phrase that starts at `at`; -1 where none starts there.
  int32_t NounRun(uint32_t at, uint32_t sentence_end) const {
    int32_t noun = -1;
    for (uint32_t i = at; i < sentence_end && i < at + 9; ++i) {
      const Token& token = a_[i];
      if (IsNoun(token)) {
        noun = static_cast<int32_t>(i);
        continue;
      }
      if (token.tag == "POS" && noun >= 0) {
        noun = -1;
        continue;
      }
      if (noun >= 0) break;
      const bool modifier =
          token.pos == Pos::kAdj || token.pos == Pos::kDet || token.pos == Pos::kNum || token.tag == "VBN" ||
          token.tag == "VBG" || token.tag == "PRP$" || token.text == "-" ||
          (token.pos == Pos::kAdv && token.dep == Dep::kAdvmod && token.head > i && token.head < i + 3);
      if (!modifier) break;
    }
    return noun;
  }

  int32_t Following(uint32_t head, uint32_t end, uint32_t sentence_end, bool measured) const {
    uint32_t noun = a_[head].head;
    const Dep dep = a_[head].dep;
    const bool modifier = dep == Dep::kNummod || dep == Dep::kQuantmod || dep == Dep::kCompound || dep == Dep::kAmod ||
                          dep == Dep::kNmod || dep == Dep::kNpadvmod || dep == Dep::kDet || dep == Dep::kAdvmod;
    if (modifier && noun >= end && noun < sentence_end && noun < end + 8) {
      // Up compounds: the number may hang on a noun's modifier ("eight law | enforcement officers").
      for (uint32_t steps = 0; steps < 3; ++steps) {
        const Dep up = a_[noun].dep;
        const uint32_t above = a_[noun].head;
        const bool inner = (up == Dep::kCompound || up == Dep::kNmod || up == Dep::kQuantmod ||
                            (up == Dep::kAmod && !Cue(noun, NumberCue::kDead))) &&
                           above > noun && above <= noun + 3 && IsNoun(a_[above]);
        if (!inner) break;
        noun = above;
      }
      if (IsNoun(a_[noun])) return static_cast<int32_t>(noun);
      if (a_[noun].pos == Pos::kAdj && Cue(noun, NumberCue::kDead)) return static_cast<int32_t>(noun);
    }
    if (end < sentence_end && Cue(end, NumberCue::kDead) && !measured) {
      const int32_t run = NounRun(end, sentence_end);
      // "12 injured workers", but "12 injured, police said"
      if (run >= 0) return run;
      return static_cast<int32_t>(end);
    }
    if (measured && dep != Dep::kNummod && dep != Dep::kCompound && dep != Dep::kAmod && dep != Dep::kNmod &&
        dep != Dep::kNpadvmod) {
      return -1;
    }
    const int32_t run = NounRun(end, sentence_end);
    return run >= 0 && static_cast<uint32_t>(run) < end + 8 ? run : -1;
  }

  // "two of whom", "of whom five", "12 of them" is OfPhrase's: the noun before the relative clause.
  int32_t OfWhom(uint32_t begin) const {
    if (begin < 2 ||
        (a_[begin - 1].lower != "whom" && a_[begin - 1].lower != "which" && a_[begin - 1].lower != "them")) {
      return -1;
    }
    if (a_[begin - 2].lower != "of") return -1;
    for (uint32_t i = begin - 2; i > 0 && i + 8 > begin; --i) {
      if (IsNoun(a_[i - 1])) return static_cast<int32_t>(i - 1);
    }
    return -1;
  }

  int32_t SubjectOf(uint32_t verb, Dep first, Dep second) const {
    for (uint32_t steps = 0; steps < 4; ++steps) {
      for (const uint32_t child : a_.children(verb)) {
        if ((a_[child].dep == first || a_[child].dep == second) && IsNoun(a_[child])) {
          return static_cast<int32_t>(OfMeasure(child));
        }
      }
      const Dep dep = a_[verb].dep;
      if (dep == Dep::kAcl && IsNoun(a_[a_[verb].head])) return static_cast<int32_t>(OfMeasure(a_[verb].head));
      if (dep == Dep::kRelcl && IsNoun(a_[a_[verb].head])) return static_cast<int32_t>(OfMeasure(a_[verb].head));
      if (dep != Dep::kConj && dep != Dep::kXcomp && dep != Dep::kAdvcl) return -1;
      verb = a_[verb].head;
      if (!IsVerb(a_[verb])) return -1;
    }
    return -1;
  }

  // A number alone: the object or complement of a verb of level, or of a preposition below one.
  int32_t Measured(uint32_t head, bool measured) const {
    uint32_t at = head;
    bool prepositional = false;
    for (uint32_t steps = 0; steps < 6; ++steps) {
      const Dep dep = a_[at].dep;
      const uint32_t above = a_[at].head;
      if (above == at) return -1;
      if (dep == Dep::kPobj || dep == Dep::kPrep || dep == Dep::kConj || dep == Dep::kAppos || dep == Dep::kQuantmod ||
          dep == Dep::kNummod || dep == Dep::kNpadvmod || dep == Dep::kAdvmod || dep == Dep::kPcomp) {
        prepositional |= dep == Dep::kPobj;
        if (dep == Dep::kPrep && IsNoun(a_[above])) {
          // "a toll of 12", "prices at 5 crowns", "an increase of 20 percent"
          return a_[at].lower == "of" || a_[at].lower == "at" || a_[at].lower == "to" || a_[at].lower == "by" ||
                         a_[at].lower == "from"
                     ? static_cast<int32_t>(OfMeasure(above))
                     : -1;
        }
        at = above;
        if (IsVerb(a_[at])) break;
        continue;
      }
      if (dep == Dep::kNsubj || dep == Dep::kNsubjpass) {
        // "12 is the number of dead" and the like are rare; a bare subject counts what CarryCounted finds.
        return -1;
      }
      at = above;
      if (IsVerb(a_[at])) break;
    }
    if (!IsVerb(a_[at])) return -1;
    if (Cue(at, NumberCue::kBringVerb)) {
      for (const uint32_t child : a_.children(at)) {
        if (a_[child].dep == Dep::kDobj && IsNoun(a_[child]) && child < head) {
          return static_cast<int32_t>(OfMeasure(child));
        }
      }
      const int32_t passive = SubjectOf(at, Dep::kNsubjpass, Dep::kNsubjpass);
      if (passive >= 0) return passive;
    }
    if (Cue(at, NumberCue::kLevelVerb)) {
      const int32_t subject = SubjectOf(at, Dep::kNsubj, Dep::kNsubjpass);
      if (subject >= 0 && (measured || prepositional || a_[at].lower != "be")) return subject;
    }
    return -1;
  }

  const Analysis& a_;
  const NumberWords& words_;
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

int32_t CountedBy(const Analysis& analysis, const NumberWords& words, const NumberMention& number, uint32_t end) {
  return Climb(analysis, words).From(number, end);
}

}  // namespace diurna
