// Links: explicit causes, found by the words that join them, with the rows that stand at either end.
//
// A cue says on which side its cause stands. The end behind the cue is what its words govern in the syntax; the end
// before it is the clause that the cue hangs on. Of the rows told there, the one whose evidence lies nearest to the cue
// and whose register fits best is linked; an end without a row stays empty (rule 20 of the contract).

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <span>
#include <type_traits>
#include <unordered_map>

#include "record/frames.h"
#include "record/registers.h"
#include "syntax/word.h"

namespace diurna {

namespace {

struct Cue {
  LexiconEntry entry;
  std::vector<std::string_view> words;  // of one cue, split at blanks
  bool cause_after = true;
  bool not_before_verb = false;
  WordSet near;
  LinkRelation relation = LinkRelation::kCauses;
};

std::vector<std::string_view> Split(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const size_t space = text.find(' ');
    out.push_back(text.substr(0, space));
    if (space == std::string_view::npos) break;
    text.remove_prefix(space + 1);
  }
  return out;
}

uint32_t Gap(Span a, Span b) {
  if (a.Overlaps(b)) return 0;
  return a.begin >= b.end ? a.begin - b.end : b.begin - a.end;
}

}  // namespace

// That somebody holds an office comes of nothing that is told.
template <typename RowType>
bool IsState(const RowType&) {
  return false;
}
template <>
bool IsState(const Office& office) {
  return office.change == OfficeChange::kHolds || office.change == OfficeChange::kFormer;
}

template <typename RowType>
constexpr bool IsSpeech(const RowType&) {
  return std::is_same_v<RowType, Statement>;
}

// One telling of a row that a link may join.
struct Telling {
  Span span;
  double weight;   // how well its register fits
  uint32_t order;  // of equal ones the first is taken
  uint32_t token;  // the row's
  bool speech;
  const std::string* id;
};

// The tellings of all rows, by where they begin.
class TellingIndex {
 public:
  // The drafts must stay as they are while the index is used, but for their links.
  explicit TellingIndex(const Drafts& drafts) {
    Add(drafts.events, 1.0);
    Add(drafts.measures, 1.0);
    Add(drafts.services, 0.9);
    Add(drafts.prices, 0.9);
    Add(drafts.offices, 0.3);
    Add(drafts.figures, 0.5);
    Add(drafts.statements, 0.2);
    std::stable_sort(tellings_.begin(), tellings_.end(),
                     [](const Telling& a, const Telling& b) { return a.span.begin < b.span.begin; });
  }

  // Those that begin near a cue.
  std::span<const Telling> Near(Span cue) const {
    constexpr uint32_t kFarthest = 4000;  // bytes; binds only in endless sentences
    const auto first = std::partition_point(tellings_.begin(), tellings_.end(), [&](const Telling& telling) {
      return telling.span.begin + kFarthest < cue.begin;
    });
    const auto end = std::partition_point(
        first, tellings_.end(), [&](const Telling& telling) { return telling.span.begin <= cue.end + kFarthest; });
    return {first, end};
  }

 private:
  template <typename RowType>
  void Add(const std::vector<Draft<RowType>>& drafts, double weight) {
    for (const Draft<RowType>& draft : drafts) {
      const RowType& row = draft.row;
      if (IsState(row)) continue;
      for (size_t i = 0; i <= row.also.size(); ++i) {
        const Span span = i == 0 ? row.evidence.bytes : row.also[i - 1].bytes;
        tellings_.push_back(
            {span, weight, static_cast<uint32_t>(tellings_.size()), draft.token, IsSpeech(row), &row.id});
      }
    }
  }

  std::vector<Telling> tellings_;
};

struct LinkFinder::Impl {
  explicit Impl(const Lexicon& lexicon) {
    for (const LexiconEntry& entry : lexicon.Entries("cause_cue")) {
      const auto near = entry.List("near");
      for (const std::string_view words : entry.List("words")) {
        cues.push_back({entry, Split(words), entry.Text("cause") == "after", entry.Flag("not_before_verb"),
                        WordSet(near.begin(), near.end()),
                        entry.Term<LinkRelation>("relation").value_or(LinkRelation::kCauses)});
      }
    }
    std::stable_sort(cues.begin(), cues.end(),
                     [](const Cue& a, const Cue& b) { return a.words.size() > b.words.size(); });
    for (uint32_t i = 0; i < cues.size(); ++i) by_first[cues[i].words.front()].push_back(i);
  }

  // The cue that starts at a token, or null.
  const Cue* CueAt(const ReportView& view, uint32_t token) const;
  // The id of the row that is told in a span, seen from a cue; empty where there is none.
  static std::string RowIn(const ReportView& view, const TellingIndex& tellings, Span span, Span cue);

  std::vector<Cue> cues;
  std::unordered_map<std::string_view, std::vector<uint32_t>> by_first;
};

LinkFinder::LinkFinder(const Lexicon& lexicon) : impl_(std::make_unique<Impl>(lexicon)) {}
LinkFinder::LinkFinder(LinkFinder&&) noexcept = default;
LinkFinder::~LinkFinder() = default;

const Cue* LinkFinder::Impl::CueAt(const ReportView& view, uint32_t token) const {
  const Analysis& analysis = view.analysis;
  const auto found = by_first.find(analysis[token].lower);
  if (found == by_first.end()) return nullptr;
  for (const uint32_t index : found->second) {
    const Cue& cue = cues[index];
    bool fits = token + cue.words.size() <= analysis.size();
    for (size_t i = 0; fits && i < cue.words.size(); ++i) {
      fits = analysis[token + static_cast<uint32_t>(i)].lower == cue.words[i];
    }
    if (!fits) continue;
    const uint32_t next = token + static_cast<uint32_t>(cue.words.size());
    if (cue.not_before_verb && next < analysis.size() && IsBaseForm(analysis[next])) continue;
    if (!cue.near.empty()) {
      bool near = false;
      constexpr uint32_t kNear = 7;  // tokens
      for (uint32_t back = 1; back <= std::min(token, kNear) && !near; ++back) {
        if (analysis[token - back].sentence != analysis[token].sentence) break;
        near = cue.near.contains(view.lemmas[token - back]);
      }
      if (!near) continue;
    }
    return &cue;
  }
  return nullptr;
}

std::string LinkFinder::Impl::RowIn(const ReportView& view, const TellingIndex& tellings, Span span, Span cue) {
  const Telling* best = nullptr;
  double best_score = -1e9;
  for (const Telling& telling : tellings.Near(cue)) {
    // A speech that tells both ends is neither of them.
    if (!telling.span.Overlaps(span) || (telling.speech && telling.span.Contains(cue))) continue;
    const uint32_t overlap = std::min(telling.span.end, span.end) - std::max(telling.span.begin, span.begin);
    const bool head_inside = span.Contains(view.analysis[telling.token].span);
    const double score = telling.weight + (head_inside ? 2 : 0) + 2.0 * overlap / std::max(1u, telling.span.size()) -
                         0.01 * Gap(telling.span, cue);
    if (score > best_score || (score == best_score && telling.order < best->order)) best_score = score, best = &telling;
  }
  return best == nullptr ? std::string() : *best->id;
}

void LinkFinder::Find(const ReportView& view, Drafts* drafts) const {
  const Analysis& analysis = view.analysis;
  const TellingIndex tellings(*drafts);
  for (uint32_t i = view.sentences.body(); i < analysis.size(); ++i) {
    const Cue* cue = impl_->CueAt(view, i);
    if (cue == nullptr) continue;
    const uint32_t last = i + static_cast<uint32_t>(cue->words.size()) - 1;
    const Span cue_span = analysis.SpanOf(i, last);
    const Sentence& bounds = analysis.sentences()[analysis[i].sentence];
    const Span sentence = view.sentences.SpanOf(analysis[i].sentence);
    // Behind the cue: up to the end of what the cue governs; before it: its clause.
    uint32_t right = last;
    for (uint32_t t = i; t <= last; ++t) right = std::max(right, std::min(analysis[t].right_edge, bounds.end - 1));
    if (right == last) right = bounds.end - 1;
    const Span after = {cue_span.end, analysis[right].span.end};
    Span before = {sentence.begin, cue_span.begin};
    if (before.size() < 3) {
      // The cue opens the sentence: its effect is the rest of it, or what it follows is the sentence before.
      if (cue->cause_after) {
        before = {after.end, sentence.end};
      } else if (analysis[i].sentence > 0) {
        before = view.sentences.SpanOf(analysis[i].sentence - 1);
      }
    }
    constexpr uint32_t kBefore = 60, kAfter = 70;  // bytes of evidence around the cue
    Span evidence = {cue_span.begin > sentence.begin + kBefore ? cue_span.begin - kBefore : sentence.begin,
                     std::min(sentence.end, cue_span.end + kAfter)};
    const auto [first_token, end_token] = analysis.TokensIn(evidence);
    evidence = analysis.SpanOf(std::max(first_token, bounds.begin), std::min(end_token, bounds.end) - 1);
    constexpr std::ptrdiff_t kLastLinks = 20;  // none before them stands as near
    const auto last_links = drafts->links.end() - std::min(std::ssize(drafts->links), kLastLinks);
    const bool told = std::any_of(last_links, drafts->links.end(), [&](const Draft<Link>& link) {
      return link.row.evidence.bytes.Overlaps(cue_span) && Gap(link.row.evidence.bytes, evidence) == 0 &&
             (link.row.evidence.bytes.begin > evidence.begin ? link.row.evidence.bytes.begin - evidence.begin
                                                             : evidence.begin - link.row.evidence.bytes.begin) < 40;
    });
    if (told || !drafts->limits.Admit(Register::kLinks, analysis[i].sentence)) continue;
    Draft<Link> draft = view.MakeDraft<Link>(i, evidence, PlaceReach::kLocal);
    Link& link = draft.row;
    link.modality = Modality::kHappened;
    link.relation = cue->relation;
    link.from = Impl::RowIn(view, tellings, cue->cause_after ? after : before, cue_span);
    link.to = Impl::RowIn(view, tellings, cue->cause_after ? before : after, cue_span);
    if (link.from == link.to && !link.from.empty()) link.from.clear();
    // "In return the union called off its strike": the cause was told in the sentence before.
    if (!cue->cause_after && link.from.empty() && analysis[i].sentence > 0) {
      link.from = Impl::RowIn(view, tellings, view.sentences.SpanOf(analysis[i].sentence - 1), cue_span);
      if (link.from == link.to) link.from.clear();
    }
    link.id = fmt::format("l{}", drafts->links.size() + 1);
    draft.why = Why(cue->entry, "cue of a cause");
    drafts->links.push_back(std::move(draft));
    i = last;
  }
}

}  // namespace diurna
