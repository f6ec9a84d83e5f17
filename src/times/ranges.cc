// An end of a range is one expression, or a clock time with the day beside it. Two ends belong together where a word
// such as "to" stands between them and else only thin ones.

#include "times/ranges.h"

#include "syntax/closed_class.h"

namespace diurna {

namespace {

constexpr uint32_t kReach = 5;  // atoms between the ends

bool HasDate(const TimeExpression& e) {
  return e.frame.kind == TimeKind::kDate || e.frame.kind == TimeKind::kReference || e.frame.kind == TimeKind::kOffset;
}

class RangeFinder {
 public:
  RangeFinder(const TimeText& text, const TimeExpressions& expressions) : text_(text), all_(expressions) {}

  std::vector<TimeRange> Find() const {
    std::vector<TimeRange> ranges;
    for (size_t i = 0; i < all_.size();) {
      const RangeEnd from = EndAt(i);
      i = from.last + 1;
      if (i >= all_.size()) break;
      const RangeEnd to = EndAt(i);
      if (IsLinked(from, to)) ranges.push_back({from, to});
    }
    return ranges;
  }

 private:
  RangeEnd EndAt(size_t i) const { return {i, all_[i].partner == static_cast<uint32_t>(i + 1) ? i + 1 : i}; }

  // Whether the words between the two make them a range.
  bool IsLinked(RangeEnd from, RangeEnd to) const {
    const TimeExpression& a = all_[from.first];
    const TimeExpression& b = all_[to.first];
    const uint32_t begin = all_[from.last].end;
    if (!HasDate(a) || !HasDate(b) || b.begin <= begin || b.begin - begin > kReach ||
        text_.SentenceOf(a.begin) != text_.SentenceOf(b.begin)) {
      return false;
    }
    const uint32_t first = text_[a.begin].token;
    const bool between = first > 0 && closed_class::kBetween.Has(text_.analysis()[first - 1].lower);
    bool linked = false;
    for (uint32_t k = begin; k < b.begin; ++k) {
      const std::string_view word = text_.Word(k);
      if (closed_class::kUpTo.Has(word) || (between && closed_class::kAnd.Has(word))) {
        linked = true;
      } else if (IsDash(word)) {
        linked = b.begin - begin == 1 && IsDashed(from, to);
      } else if (!text_.Is(TimeCue::kRangeFiller, k)) {
        return false;
      }
    }
    return linked;
  }

  // A dash may also set words apart: both ends are then of different kinds.
  bool IsDashed(RangeEnd from, RangeEnd to) const {
    const RecordTime& x = all_[from.last].time.record;
    const RecordTime& y = all_[to.first].time.record;
    return (x.granularity == y.granularity || all_[from.first].IsClock()) && x.start <= y.start;
  }

  const TimeText& text_;
  const TimeExpressions& all_;
};

class RangeLinker {
 public:
  RangeLinker(const TimeText& text, const TimeExpressions& expressions, std::vector<TimeMention>* mentions)
      : text_(text), all_(expressions), mentions_(*mentions) {}

  void Link(const TimeRange& range) {
    Tie(range.from, range.to);
    if (!Recurs(range.from, range.to)) return;
    MakeDaily(&mentions_[range.from.first]);
    MakeDaily(&mentions_[range.to.first]);
  }

 private:
  void Tie(RangeEnd from, RangeEnd to) {
    for (size_t k = from.first; k <= from.last; ++k) {
      mentions_[k].range_end = static_cast<uint32_t>(to.first);
      if (mentions_[k].bound == TimeBound::kNone) mentions_[k].bound = TimeBound::kFrom;
    }
    for (size_t k = to.first; k <= to.last; ++k) {
      mentions_[k].range_begin = static_cast<uint32_t>(from.first);
      mentions_[k].bound = TimeBound::kUntil;
    }
  }

  // Clock times recur where no day stands beside them but "the next day", and the sentence says so.
  bool Recurs(RangeEnd from, RangeEnd to) {
    const TimeExpression& a = all_[from.first];
    const TimeExpression& b = all_[to.first];
    if (!a.IsClock() || a.day || b.frame.clock < 0 || b.day) return false;
    if (b.frame.relation && b.frame.relation->narrative) return true;
    if (SentenceRecurs(text_.SentenceOf(a.begin))) return true;
    // "From 9 pm to 5 am until March 29": every night of them.
    const size_t after = to.last + 1;
    if (after >= all_.size()) return false;
    const TimeExpression& last = all_[after];
    return last.begin > 0 && last.begin <= all_[to.last].end + 2 && last.frame.clock < 0 && HasDate(last) &&
           closed_class::kUpTo.Has(text_.Word(last.begin - 1));
  }

  // Whether a word of the sentence says that its clock times are those of every day. Asked in the order of the text.
  bool SentenceRecurs(uint32_t sentence) {
    if (recurrence_known_ && recurrence_sentence_ == sentence) return recurs_;
    recurrence_known_ = true;
    recurrence_sentence_ = sentence;
    while (recurrence_at_ < text_.size() && text_.SentenceOf(recurrence_at_) < sentence) ++recurrence_at_;
    recurs_ = false;
    for (; recurrence_at_ < text_.size() && text_.SentenceOf(recurrence_at_) == sentence; ++recurrence_at_) {
      recurs_ = recurs_ || text_.Is(TimeCue::kRecurrence, recurrence_at_);
    }
    return recurs_;
  }

  static void MakeDaily(TimeMention* mention) {
    mention->daily = true;
    mention->start.clear();
    mention->end.clear();
    mention->future = false;
    mention->value = "XXXX-XX-XXT" + mention->clock;
  }

  const TimeText& text_;
  const TimeExpressions& all_;
  std::vector<TimeMention>& mentions_;
  // What was found out last about a sentence, and the atom behind it.
  bool recurrence_known_ = false, recurs_ = false;
  uint32_t recurrence_sentence_ = 0, recurrence_at_ = 0;
};

}  // namespace

std::vector<TimeRange> FindRanges(const TimeText& text, const TimeExpressions& expressions) {
  return RangeFinder(text, expressions).Find();
}

void LinkRanges(const TimeText& text, const TimeExpressions& expressions, const std::vector<TimeRange>& ranges,
                std::vector<TimeMention>* mentions) {
  RangeLinker linker(text, expressions, mentions);
  for (const TimeRange& range : ranges) linker.Link(range);
}

}  // namespace diurna
