// The trip over one report: each step is in the file that times.h names for it. Here are its order, the loop over
// matches, and the making of mentions from what was found out.

#include "times/times.h"

#include <algorithm>
#include <utility>

#include "times/clock_days.h"
#include "times/expression.h"
#include "times/genre.h"
#include "times/grammar.h"
#include "times/guards.h"
#include "times/range_order.h"
#include "times/ranges.h"
#include "times/story.h"

namespace diurna {

namespace {

TimeExpressions Match(const TimeGrammar& grammar, const TimeText& text, TimeGenre genre) {
  constexpr uint32_t kReach = 8;  // an expression shows its nature within so many atoms
  const TimeGuards guards(text);
  TimeExpressions out;
  uint32_t hint = 0;  // the next atom that suggests an expression
  TimeMatch match;
  for (uint32_t at = 0; at < text.size();) {
    hint = std::max(hint, at);
    while (hint < text.size() && !text.words().Suggests(text[hint].classes)) ++hint;
    if (hint >= text.size()) break;
    if (hint > at + kReach) at = hint - kReach;
    if (!grammar.Match(text, at, genre, guards, &match)) {
      ++at;
      continue;
    }
    at = match.end;
    if (match.rule->kind == TimeKind::kIgnore) continue;
    std::vector<TimeFrame> frames = FramesOf(match);
    for (size_t i = 0; i < frames.size(); ++i) {
      const auto [begin, end] = match.extents[i];
      if (begin >= end) continue;
      TimeExpression expression;
      expression.frame = std::move(frames[i]);
      expression.begin = begin;
      expression.end = end;
      out.push_back(std::move(expression));
    }
  }
  return out;
}

// The tokens of an expression; the head is the one whose own head lies outside.
TokenRange TokensOf(const Analysis& analysis, uint32_t first, uint32_t last) {
  uint32_t head = last;
  for (uint32_t t = first; t <= last; ++t) {
    const uint32_t above = analysis[t].head;
    if (above < first || above > last || above == t) {
      head = t;
      break;
    }
  }
  return {first, last + 1, head};
}

// ISO dates compare as strings as far as both go.
bool IsAfter(std::string_view start, std::string_view published) {
  const size_t common = std::min<size_t>({10, start.size(), published.size()});
  return common > 0 && start.substr(0, common) > published.substr(0, common);
}

TimeMention MentionOf(const TimeText& text, const Document& document, const TimeExpression& expression) {
  TimeMention mention;
  const TimeAtom& first = text[expression.begin];
  const TimeAtom& last = text[expression.end - 1];
  const ResolvedTime& time = expression.time;
  mention.span = {first.span.begin, last.span.end};
  mention.tokens = TokensOf(text.analysis(), first.token, last.token);
  mention.type = time.type;
  mention.value = time.value;
  mention.mod = time.mod;
  mention.quant = time.quant;
  mention.freq = time.freq;
  mention.anchor = expression.anchor;
  mention.start = time.record.start;
  mention.end = time.record.end;
  mention.granularity = time.record.granularity;
  mention.bound = expression.bound;
  mention.duration = time.duration;
  mention.clock = time.clock;
  mention.confidence = time.confidence;
  mention.future = expression.context.published && IsAfter(mention.start, document.published);
  return mention;
}

}  // namespace

struct TimeFinder::Impl {
  TimeGrammar grammar;
};

TimeFinder::TimeFinder() = default;
TimeFinder::TimeFinder(TimeFinder&&) noexcept = default;
TimeFinder& TimeFinder::operator=(TimeFinder&&) noexcept = default;
TimeFinder::~TimeFinder() = default;

Result<TimeFinder> TimeFinder::Make(const Lexicon& lexicon) {
  Result<TimeGrammar> grammar = TimeGrammar::Make(lexicon);
  if (!grammar.ok()) return grammar.status();
  TimeFinder finder;
  finder.impl_ = std::make_unique<Impl>(Impl{std::move(*grammar)});
  return finder;
}

std::vector<TimeMention> TimeFinder::Find(const Document& document, const Analysis& analysis) const {
  const TimeText text(analysis, impl_->grammar.words());
  const TimeGenre genre = GenreOf(text, ParseCivilDay(document.published));
  TimeExpressions expressions = Match(impl_->grammar, text, genre);
  TieClocksToDays(text, &expressions);
  ResolveInOrder(text, document, genre, &expressions);
  const std::vector<TimeRange> ranges = FindRanges(text, expressions);
  OrderRanges(text, ranges, &expressions);
  std::vector<TimeMention> mentions;
  mentions.reserve(expressions.size());
  for (const TimeExpression& expression : expressions) mentions.push_back(MentionOf(text, document, expression));
  LinkRanges(text, expressions, ranges, &mentions);
  return mentions;
}

}  // namespace diurna
