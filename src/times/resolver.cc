// What a text leaves open comes from one of two anchors, as in HeidelTime (Strötgen and Gertz 2013): in news the
// publication date, with the tense of the governing verb choosing the side; in narratives the time told last. Words
// such as "the following" and "later" always count from the time told last. What neither anchor gives stays X in the
// value and empty in the record; nothing is invented. Left out: values of events ("two days after the vote"), whose
// extents end where the event begins.

#include "times/resolver.h"

#include "times/resolve_kinds.h"

namespace diurna {

namespace {

// "now", "the future"; "that time".
ResolvedTime ResolveReference(const TimeFrame& frame, const TimeContext& context) {
  ResolvedTime out;
  const TimeReference reference = frame.reference.value_or(TimeReference::kPresent);
  out.value = TimexName(reference);
  if (frame.relation) {
    if (context.reference) {
      out.point = context.reference;
      out.value = TimexValue(*context.reference);
    }
    out.from_narrative = true;
  } else if (frame.reference == TimeReference::kPresent && context.published && !context.narrative) {
    out.record = RecordTimeOf(PointOf(*context.published));
  }
  return out;
}

ResolvedTime ResolveByKind(const TimeFrame& frame, const TimeContext& context, const TimeWords& words) {
  switch (frame.kind) {
    case TimeKind::kDate:
      return ResolveDate(frame, context, words);
    case TimeKind::kOffset:
      return ResolveOffset(frame, context, words);
    case TimeKind::kDuration:
    case TimeKind::kPeriod:
      return ResolveLength(frame, context);
    case TimeKind::kSet:
      return ResolveSet(frame, words);
    case TimeKind::kReference:
    case TimeKind::kIgnore:
      break;
  }
  return ResolveReference(frame, context);
}

}  // namespace

void ResolvedTime::MoveTo(const CalendarPoint& to) {
  point = to;
  value = TimexValue(to);
  record = RecordTimeOf(to);
}

ResolvedTime ResolveTime(const TimeFrame& frame, const TimeContext& context, const TimeWords& words) {
  ResolvedTime out = ResolveByKind(frame, context, words);
  if (out.point && out.record.start.empty()) out.record = RecordTimeOf(*out.point);
  if (out.mod.empty()) out.mod = TimexName(frame.quantity != TimeMod::kNone ? frame.quantity : frame.modifier);
  return out;
}

void SetPart(const PartOfDay& part, CalendarPoint* point) {
  point->part = part.value;
  point->part_start = part.start;
  point->part_end = part.end;
}

}  // namespace diurna
