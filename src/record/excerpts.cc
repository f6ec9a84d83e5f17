#include "record/excerpts.h"

#include <algorithm>

#include "syntax/tree.h"

namespace diurna {

namespace {

bool IsEdge(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',' || c == ';'; }

}  // namespace

Evidence Excerpts::Of(Span span) const {
  const std::string_view text = document_.text;
  // Quotation marks and a final stop go too, unless they close what stands inside.
  const auto trim_front = [&] {
    while (span.begin < span.end && (IsEdge(text[span.begin]) || text[span.begin] == '.')) ++span.begin;
  };
  trim_front();
  const auto trim_back = [&] {
    while (span.end > span.begin && IsEdge(text[span.end - 1])) --span.end;
  };
  trim_back();
  // A mark whose other half stands outside is none.
  if (const std::string_view words_in = span.In(text); std::count(words_in.begin(), words_in.end(), '"') % 2 == 1) {
    if (words_in.back() == '"') {
      --span.end;
      trim_back();
    } else if (words_in.front() == '"') {
      ++span.begin;
      trim_front();
    }
  }
  Evidence evidence;
  evidence.text = std::string(span.In(text));
  evidence.start = code_points_.CodePoint(span.begin);
  evidence.end = code_points_.CodePoint(span.end);
  evidence.bytes = span;
  return evidence;
}

Span Excerpts::Clause(uint32_t predicate) const {
  // Who says so is no part of what is said: ", according to the police".
  const TokenRange extent = ClauseExtent(
      analysis_, predicate, [&](uint32_t child) { return IsPrepositional(analysis_[child]) && IsSource(child); });
  return analysis_.SpanOf(extent.begin, extent.end - 1);
}

Span Excerpts::ClauseWith(uint32_t predicate, uint32_t token) const {
  Span clause = Clause(predicate);
  const Span other = analysis_[token].span;
  if (clause.Contains(other)) return clause;
  constexpr uint32_t kNear = 200;  // bytes
  if (analysis_[predicate].sentence == analysis_[token].sentence &&
      (other.begin > clause.begin ? other.begin - clause.begin : clause.begin - other.begin) < kNear) {
    return {std::min(clause.begin, other.begin), std::max(clause.end, other.end)};
  }
  return Clause(token);
}

bool Excerpts::IsSource(uint32_t token) const {
  constexpr std::ptrdiff_t kNear = 40;  // attributions before a token that may reach it
  const std::vector<Attribution>& all = propositions_.attributions;
  const auto end = std::partition_point(all.begin(), all.end(), [&](const Attribution& x) { return x.cue <= token; });
  return std::any_of(end - std::min(end - all.begin(), kNear), end, [&](const Attribution& x) {
    return !x.proposition && x.speaker && token <= analysis_[x.cue].right_edge &&
           !x.content.Contains(analysis_[token].span);
  });
}

}  // namespace diurna
