// Tense is read off the nearest verb above the expression and its auxiliaries. An infinitive looks ahead ("plans to
// meet on Friday") unless it is the complement of something past that was done already; a modal looks ahead, also in
// the past ("said they would meet on Friday"). Before that the words around the expression are asked, which know better
// than the parser: "since Monday" lies behind, what is put off to Monday ahead.

#include "times/tense.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "syntax/closed_class.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

constexpr int kHighest = 30;  // steps up from an expression to its verb
constexpr int kDeepest = 8;   // infinitives within infinitives

class TenseReader {
 public:
  TenseReader(const TimeWords& words, const Analysis& analysis, uint32_t first, uint32_t last)
      : words_(words),
        analysis_(analysis),
        first_(first),
        last_(last),
        start_(analysis.sentences()[analysis[first].sentence].begin),
        before_(first > start_ ? analysis[first - 1].lower : std::string_view()) {}

  TimeTense Read() const {
    if (const std::optional<TimeTense> tense = TenseByNeighbours()) return *tense;
    uint32_t verb = last_, below = last_;
    for (int steps = 0; steps < kHighest; ++steps) {
      if (verb != last_) {
        if (const std::optional<TimeTense> tense = TenseUnder(verb, below)) return *tense;
      }
      const uint32_t head = analysis_[verb].head;
      if (head == verb) break;
      below = verb;
      verb = head;
    }
    return TimeTense::kUnknown;
  }

 private:
  // The auxiliaries of a verb.
  struct Auxiliaries {
    std::optional<TimeTense> modal;  // what a modal settles
    bool could = false, to = false, have = false, past = false, present = false;
  };

  std::optional<TimeTense> TenseByNeighbours() const {
    // A date that something is set or called off for lies ahead.
    if (closed_class::kFor.Has(before_)) return TimeTense::kFuture;
    // "since Monday", "Monday's"
    const uint32_t next = last_ + 1;
    if (closed_class::kSince.Has(before_) || (next < analysis_.size() && IsPossessiveEnding(analysis_[next]))) {
      return TimeTense::kPast;
    }
    // "said Monday it would open": right behind its verb, whatever the parser makes of it; but "said Monday would be".
    const uint32_t back = first_ > start_ && closed_class::kOn.Has(before_) ? first_ - 1 : first_;
    if (back > start_ && IsPastTense(analysis_[back - 1]) && IsFullVerb(analysis_[back - 1]) &&
        next < analysis_.size() && !IsVerb(analysis_[next])) {
      return TimeTense::kPast;
    }
    return std::nullopt;
  }

  // What the word `above` says of the expression, which stands in its branch `below`.
  std::optional<TimeTense> TenseUnder(uint32_t above, uint32_t below) const {
    const Token& token = analysis_[above];
    if (IsAdjective(token) && words_.Is(TimeCue::kPlan, token.lower)) return TimeTense::kFuture;
    if (!IsVerb(token)) return std::nullopt;
    // "The June vote was postponed", "was put off to June"; but "flights were delayed on Friday"
    const bool object = analysis_[below].dep == Dep::kNsubjpass || analysis_[below].dep == Dep::kDobj;
    if ((object || closed_class::kTo.Has(before_)) && words_.Is(TimeCue::kMove, token.lower)) return TimeTense::kFuture;
    const bool until = closed_class::kUntil.Has(before_);
    const bool sets_term = until && words_.Is(TimeCue::kTerm, token.lower);
    // "delaying the vote until June"
    if (sets_term && IsPresentParticiple(token)) return TimeTense::kFuture;
    const std::optional<TimeTense> tense = TenseOf(above, 0);
    // "was suspended until Friday" and "extended it until Friday" look ahead, "lasted until Friday" does not.
    if (until && tense == TimeTense::kPast && (sets_term || HasChild(analysis_, above, Dep::kAuxpass))) {
      return TimeTense::kFuture;
    }
    return tense;
  }

  // The tense of a verb form itself; nothing for a participle or bare form, which takes it from what is above.
  std::optional<TimeTense> TenseOf(uint32_t verb, int depth) const {
    const Token& token = analysis_[verb];
    const Auxiliaries aux = AuxiliariesOf(verb);
    if (aux.modal) return aux.modal;
    if (!IsPastTense(token) && words_.Is(TimeCue::kPlan, token.lower)) return TimeTense::kFuture;
    if (aux.to) return aux.have ? TimeTense::kPast : TenseOfInfinitive(verb, depth);
    if (IsPastTense(token) || aux.past || aux.have || IsPastParticiple(token)) return TimeTense::kPast;
    if (IsPresentParticiple(token) && aux.present) return TimeTense::kFuture;
    if (IsPresentTense(token) && words_.Is(TimeCue::kInvariant, token.lower)) return TimeTense::kPast;
    if (IsPresentTense(token) || aux.present) return TimeTense::kPresent;
    return std::nullopt;
  }

  Auxiliaries AuxiliariesOf(uint32_t verb) const {
    Auxiliaries out;
    for (uint32_t child : ChildrenOf(analysis_, verb)) {
      const Token& token = analysis_[child];
      if (token.dep != Dep::kAux && token.dep != Dep::kAuxpass) continue;
      out.modal = TenseOfModal(token, verb);
      if (out.modal) return out;
      if (closed_class::kTo.Has(token.lower)) out.to = true;
      if (closed_class::kHave.Has(token.lemma)) out.have = true;
      if (IsPastTense(token)) out.past = true;
      if (IsPresentTense(token)) out.present = true;
    }
    return out;
  }

  std::optional<TimeTense> TenseOfModal(const Token& modal, uint32_t verb) const {
    if (closed_class::kModalAhead.Has(modal.lower)) return TimeTense::kFuture;
    if (closed_class::kModalMaybe.Has(modal.lower)) {
      // "must be passed", but "must have passed"
      const std::span<const uint32_t> children = ChildrenOf(analysis_, verb);
      const bool done = std::any_of(children.begin(), children.end(),
                                    [&](uint32_t child) { return closed_class::kHave.Has(analysis_[child].lemma); });
      return done ? TimeTense::kUnknown : TimeTense::kFuture;
    }
    // "could slip to April" looks ahead, "could not meet in April" back: the date itself must tell.
    if (closed_class::kCould.Has(modal.lower) && IsBaseForm(analysis_[verb])) return TimeTense::kUnknown;
    return std::nullopt;
  }

  // "plans to meet": ahead of what is above it.
  TimeTense TenseOfInfinitive(uint32_t verb, int depth) const {
    const uint32_t head = analysis_[verb].head;
    const Token& above = analysis_[head];
    if (words_.Is(TimeCue::kPlan, above.lower)) return TimeTense::kFuture;
    if (head == verb || depth > kDeepest || !IsVerb(above)) return TimeTense::kUnknown;
    const std::optional<TimeTense> over = TenseOf(head, depth + 1);
    return over == TimeTense::kPresent || over == TimeTense::kFuture ? TimeTense::kFuture : TimeTense::kUnknown;
  }

  const TimeWords& words_;
  const Analysis& analysis_;
  const uint32_t first_, last_;
  const uint32_t start_;           // of the sentence
  const std::string_view before_;  // the word before the expression
};

}  // namespace

TimeTense TenseAt(const TimeWords& words, const Analysis& analysis, uint32_t first, uint32_t last) {
  return TenseReader(words, analysis, first, last).Read();
}

}  // namespace diurna
