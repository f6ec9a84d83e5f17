// Matching of rules. Every atom has its word and the bits of its classes, so that an instruction is one comparison; a
// rule runs until it accepts, taking back what it captured where a way leads nowhere. Numbers and phrases of several
// atoms count as one item. Left out: overlapping matches; the longest match at the leftmost atom wins.

#include <algorithm>
#include <bit>
#include <utility>

#include "times/grammar.h"

namespace diurna {

namespace {

// One attempt at one rule from one atom on.
class TimeMatcher {
 public:
  TimeMatcher(const TimeText& text, const std::vector<TimeInstruction>& code, const TimeGuardian& guardian,
              const TimeRule& rule, uint32_t begin)
      : text_(text), code_(code), guardian_(guardian), rule_(rule), begin_(begin) {}

  bool Run() { return Step(rule_.program, begin_); }
  uint32_t end() const { return end_; }

  void MoveTo(TimeMatch* match) {
    if (extents_.empty()) extents_.push_back({begin_, end_});
    *match = {&rule_, std::move(captures_), std::move(extents_), end_};
  }

 private:
  // Runs from instruction `pc` on with the text from atom `at` on.
  bool Step(uint32_t pc, uint32_t at) {
    for (;;) {
      const TimeInstruction& code = code_[pc];
      switch (code.op) {
        case TimeOp::kWord:
          if (!Takes(at) || text_[at].word != code.x) return false;
          ++at;
          ++pc;
          continue;
        case TimeOp::kClass:
          return Takes(at) && (text_[at].classes & ClassBit(code.x)) != 0 && StepClass(pc, at);
        case TimeOp::kFork:
          if (StepFork(pc, at)) return true;
          pc = code.x;
          continue;
        case TimeOp::kJump:
          pc = code.x;
          continue;
        case TimeOp::kOpen:
          extents_.push_back({at, at});
          ++pc;
          continue;
        case TimeOp::kClose:
          if (!extents_.empty()) extents_.back().second = at;
          ++pc;
          continue;
        case TimeOp::kAccept:
          return Accept(at);
      }
    }
  }

  // No expression goes on in the next line.
  bool Takes(uint32_t at) const { return at < text_.size() && (at == begin_ || !text_[at].line_start); }

  // Tries each sense that the atom has of the class.
  bool StepClass(uint32_t pc, uint32_t at) {
    const size_t captures = captures_.size();
    const size_t extents = extents_.size();
    for (const TimeSense& sense : text_.SensesOf(text_[at])) {
      if (sense.word_class != code_[pc].x) continue;
      captures_.push_back({sense.slot, static_cast<uint8_t>(extents == 0 ? 0 : extents - 1), sense.value});
      if (Step(pc + 1, at + sense.length)) return true;
      captures_.resize(captures);
      extents_.resize(extents);
    }
    return false;
  }

  bool StepFork(uint32_t pc, uint32_t at) {
    const size_t captures = captures_.size();
    const std::vector<std::pair<uint32_t, uint32_t>> extents = extents_;
    if (Step(pc + 1, at)) return true;
    captures_.resize(captures);
    extents_ = extents;
    return false;
  }

  bool Accept(uint32_t at) {
    if (at == begin_) return false;
    const uint32_t begin = extents_.empty() ? begin_ : extents_.front().first;
    const uint32_t end = extents_.empty() ? at : extents_.back().second;
    const auto has = [](const std::vector<uint32_t>& words, uint32_t word) {
      return std::binary_search(words.begin(), words.end(), word);
    };
    const uint32_t previous = text_.Continues(begin) ? text_[begin - 1].word : 0;
    const uint32_t next = text_.Continues(end) ? text_[end].word : 0;
    if (!rule_.after.empty() && !has(rule_.after, previous)) return false;
    if (previous != 0 && has(rule_.not_after, previous)) return false;
    if (!rule_.before.empty() && !has(rule_.before, next)) return false;
    if (next != 0 && has(rule_.not_before, next)) return false;
    if (rule_.guard != TimeGuard::kNone && !guardian_.Allows(rule_.guard, begin, end)) return false;
    end_ = at;
    return true;
  }

  const TimeText& text_;
  const std::vector<TimeInstruction>& code_;
  const TimeGuardian& guardian_;
  const TimeRule& rule_;
  const uint32_t begin_;
  std::vector<TimeCapture> captures_;
  std::vector<std::pair<uint32_t, uint32_t>> extents_;
  uint32_t end_ = 0;
};

}  // namespace

bool TimeGrammar::Match(const TimeText& text, uint32_t at, TimeGenre genre, const TimeGuardian& guardian,
                        TimeMatch* match) const {
  bool found = false;
  const auto attempt = [&](const std::vector<uint32_t>& rules) {
    for (uint32_t r : rules) {
      const TimeRule& rule = rules_[r];
      if (rule.only != TimeGenre::kAny && rule.only != genre) continue;
      TimeMatcher matcher(text, code_, guardian, rule, at);
      if (!matcher.Run()) continue;
      if (found && (matcher.end() < match->end || (matcher.end() == match->end && &rule >= match->rule))) continue;
      found = true;
      matcher.MoveTo(match);
    }
  };
  const TimeAtom& atom = text[at];
  if (atom.word != 0) attempt(rules_by_word_[atom.word]);
  for (uint64_t classes = atom.classes; classes != 0; classes &= classes - 1) {
    attempt(rules_by_class_[static_cast<size_t>(std::countr_zero(classes))]);
  }
  return found;
}

}  // namespace diurna
