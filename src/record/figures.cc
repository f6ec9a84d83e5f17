// Figures: each number with what it counts.
//
// A number climbs from its own phrase outwards until something says what befell whoever is counted: a word right behind
// it
// ("12 dead"), the noun that it counts ("three deaths"), an adjective or participle on that noun ("300 people
// injured"), a noun that it is "of" ("the arrest of 20 men", "a toll of 5"), and last the predicate whose role the
// phrase fills. In an enumeration a participle at the end speaks for all members. Numbers that no predicate claims are
// kind `other`.

#include <algorithm>
#include <memory>
#include <optional>
#include <unordered_map>

#include "base/term_set.h"
#include "record/frames.h"
#include "record/registers.h"

namespace diurna {

namespace {

// How far back in a paragraph a bare number takes up what was counted.
constexpr uint32_t kSentencesInParagraph = 2;

// Whom a frame may count and whom not; of an empty pattern anyone and no one.
struct Counted {
  RolePattern wanted, unwanted;
};

// What a number counts, and what said so; or that it is no figure.
struct Kind {
  std::optional<FigureKind> kind;
  const LexiconEntry* entry = nullptr;
  uint32_t predicate = 0;  // token that decided
  bool ignored = false;    // an entry says that it is no figure

  bool found() const { return kind || ignored; }
};

Kind KindOfEntry(const LexiconEntry& entry, uint32_t token) {
  const std::optional<FigureKind> kind = entry.Term<FigureKind>("kind");
  return {kind, &entry, token, !kind};
}

// What is counted is there, whatever the clause around it makes of its predicate, but for these.
constexpr TermSet<Modality> kKept = {Modality::kPlanned, Modality::kPossible, Modality::kDenied};

// "Relatives put it at 50": the subject gives the number of something else.
bool CountsAnother(const Analysis& analysis, const NumberMention& number) {
  const auto counted = static_cast<uint32_t>(number.counted);
  const uint32_t verb = VerbAbove(analysis, number.tokens.head);
  if (analysis[counted].dep != Dep::kNsubj || analysis[counted].head != verb) return false;
  const auto children = analysis.children(verb);
  return std::any_of(children.begin(), children.end(),
                     [&](uint32_t child) { return analysis[child].dep == Dep::kDobj; });
}

// What a rate or a sum is of where no noun behind it says so: "exports fell 12 percent", "puts the losses at $3
// million".
std::string Measured(const ReportView& view, uint32_t number) {
  const Analysis& analysis = view.analysis;
  const uint32_t verb = VerbAbove(analysis, number);
  if (!IsVerb(view.analysis[verb])) return {};
  for (const Dep dep : {Dep::kDobj, Dep::kNsubj, Dep::kNsubjpass}) {
    for (const uint32_t child : analysis.children(verb)) {
      const bool holds = analysis[child].left_edge <= number && number <= analysis[child].right_edge;
      if (analysis[child].dep != dep || holds || analysis[child].pos == Pos::kPron || view.kinds.IsHuman(child) ||
          view.kinds.IsBody(child) || view.mentions.number_of[child] >= 0) {
        continue;
      }
      return NounPhraseText(analysis, child, false);
    }
  }
  return {};
}

}  // namespace

struct FigureFinder::Impl {
  explicit Impl(const Lexicon& lexicon) : frames(lexicon, "figure_frame"), words(lexicon.Entries("figure_word")) {
    for (const Frame& frame : frames.frames()) {
      counts.push_back({RolePattern(frame.entry.List("counted")), RolePattern(frame.entry.List("not_counted"))});
    }
    for (const LexiconEntry& entry : words) {
      const auto add = [&](std::string_view key, auto* map) {
        for (const std::string_view word : entry.List(key)) map->emplace(word, &entry);
      };
      add("nouns", &nouns);
      add("weak", &weak);
      add("adjectives", &adjectives);
      add("whole", &wholes);
      add("without", &lacks);
    }
  }

  using Words = std::unordered_map<std::string_view, const LexiconEntry*>;
  static Kind Of(const Words& map, std::string_view word, uint32_t token) {
    const auto found = map.find(word);
    if (found == map.end()) return {};
    return KindOfEntry(*found->second, token);
  }

  Kind KindOf(const ReportView& view, const NumberMention& number, uint32_t head) const;
  Kind KindByPredicate(const ReportView& view, uint32_t counted) const;
  Kind KindWithin(const ReportView& view, uint32_t noun) const;
  Kind KindOfToll(const ReportView& view, uint32_t head) const;
  // The figure before, in the same breath, of whose kind a bare number gives another count; or null.
  const Draft<Figure>* TakenUp(const ReportView& view, uint32_t head, const Drafts& drafts) const;
  Kind KindInRole(const ReportView& view, const Proposition& p, bool agent, uint32_t counted) const;
  void FindZeros(const ReportView& view, Drafts* drafts) const;

  FrameTable frames;
  std::vector<Counted> counts;  // of each frame
  std::vector<LexiconEntry> words;
  Words nouns, weak, adjectives, wholes, lacks;
};

FigureFinder::FigureFinder(const Lexicon& lexicon) : impl_(std::make_unique<Impl>(lexicon)) {}
FigureFinder::FigureFinder(FigureFinder&&) noexcept = default;
FigureFinder::~FigureFinder() = default;

Kind FigureFinder::Impl::KindInRole(const ReportView& view, const Proposition& p, bool agent, uint32_t counted) const {
  const bool sole = SoleArgument(view, p);
  for (const Frame* frame : frames.All(view, p)) {
    const bool of_agent = frame->entry.Text("role") == "agent";
    if (of_agent != agent && !(of_agent && sole)) continue;
    const Counted& who = counts[frames.IndexOf(frame)];
    if (!who.wanted.empty() && !who.wanted.MatchesOne(view, counted)) continue;
    if (!who.unwanted.empty() && who.unwanted.MatchesOne(view, counted)) continue;
    return KindOfEntry(frame->entry, p.head);
  }
  return {};
}

Kind FigureFinder::Impl::KindByPredicate(const ReportView& view, uint32_t counted) const {
  const Analysis& analysis = view.analysis;
  uint32_t token = counted;
  for (int steps = 0; steps < 6; ++steps) {
    for (const RoleOf& role : view.propositions.RolesOf(token)) {
      const Proposition& p = view.propositions.items[role.proposition];
      if (role.role == RoleOf::kAgent || role.role == RoleOf::kTheme) {
        const Kind kind = KindInRole(view, p, role.role == RoleOf::kAgent, counted);
        if (kind.found()) return kind;
      }
    }
    const Token& t = analysis[token];
    if (t.head == token) break;
    // Out of an enumeration, an apposition, a count of counts, or an "of" phrase.
    if (t.dep == Dep::kConj || t.dep == Dep::kAppos || t.dep == Dep::kNummod || t.dep == Dep::kQuantmod) {
      if (IsVerb(view.analysis[t.head])) break;
      token = t.head;
    } else if (t.dep == Dep::kPobj && (analysis[t.head].lower == "of" || analysis[t.head].lower == "including" ||
                                       analysis[t.head].lower == "among")) {
      token = analysis[t.head].head;
      if (IsVerb(view.analysis[token])) break;
    } else {
      break;
    }
  }
  return {};
}

Kind FigureFinder::Impl::KindOf(const ReportView& view, const NumberMention& number, uint32_t head) const {
  const Analysis& analysis = view.analysis;
  // Right behind the number: "12 dead", "three others injured".
  for (uint32_t i = number.tokens.end; i < analysis.size() && i <= number.tokens.end + 1; ++i) {
    if (i > number.tokens.end && analysis[i - 1].lower != "others" && analysis[i - 1].lower != "people" &&
        analysis[i - 1].lower != "were")
      break;
    const Kind kind = Of(adjectives, analysis[i].lower, i);
    if (kind.found()) return kind;
  }
  // The counted noun itself, and what hangs on it.
  Kind kind = Of(nouns, view.lemmas[head], head);
  if (kind.found() && kind.kind != FigureKind::kCases) return kind;
  for (const uint32_t child : analysis.children(head)) {
    const Token& c = analysis[child];
    if (c.dep == Dep::kAmod || c.dep == Dep::kAcl) {
      const Kind adjective = Of(adjectives, c.lower, child);
      if (adjective.found()) return adjective;
    }
    if (c.dep == Dep::kAcl || c.dep == Dep::kRelcl) {
      if (const Proposition* p = view.PropositionOf(child)) {
        const bool passive = p->form == Form::kPassive || c.tag == "VBN";
        const Kind role = KindInRole(view, *p, !passive, head);
        if (role.found()) return role;
      }
    }
  }
  if (kind.found()) return kind;
  const Kind adjective = Of(adjectives, analysis[head].lower, head);
  if (adjective.found()) return adjective;
  // A participle at the end of an enumeration.
  for (uint32_t at = head, steps = 0; steps < 3; ++steps) {
    for (const uint32_t conjunct : Conjuncts(analysis, at)) {
      for (const uint32_t child : analysis.children(conjunct)) {
        const Token& c = analysis[child];
        if ((c.dep != Dep::kAcl && c.dep != Dep::kAmod) || child < conjunct) continue;
        const Kind shared = Of(adjectives, c.lower, child);
        if (shared.found()) return shared;
      }
    }
    if (analysis[at].dep != Dep::kConj) break;
    at = analysis[at].head;
  }
  // What it is "of".
  const Token& h = analysis[head];
  const std::string_view preposition = h.dep == Dep::kPobj ? analysis[h.head].lower : std::string_view();
  if (preposition == "of") {
    const uint32_t above = analysis[h.head].head;
    Kind whole = Of(wholes, view.lemmas[above], above);
    if (!whole.found()) whole = Of(nouns, view.lemmas[above], above);
    if (whole.found()) return whole;
  }
  if (preposition == "without") return {};
  for (const uint32_t child : analysis.children(head)) {
    // "24,000 households without power"
    if (analysis[child].dep != Dep::kPrep || analysis[child].lower != "without") continue;
    for (const uint32_t object : analysis.children(child)) {
      const Kind kind_of_lack = Of(lacks, view.lemmas[object], child);
      if (kind_of_lack.found()) return kind_of_lack;
    }
  }
  const Kind by_predicate = KindByPredicate(view, head);
  if (by_predicate.found()) return by_predicate;
  const Kind toll = KindOfToll(view, head);
  if (toll.found()) return toll;
  return Of(weak, view.lemmas[head], head);
}

Kind FigureFinder::Impl::KindWithin(const ReportView& view, uint32_t noun) const {
  for (uint32_t i = view.analysis[noun].left_edge; i <= view.analysis[noun].right_edge; ++i) {
    for (const Words* map : {&nouns, &adjectives, &wholes, &weak}) {
      const Kind kind = Of(*map, view.lemmas[i], i);
      if (kind.found()) return kind;
    }
    const Kind adjective = Of(adjectives, view.analysis[i].lower, i);
    if (adjective.found()) return adjective;
  }
  return {};
}

Kind FigureFinder::Impl::KindOfToll(const ReportView& view, uint32_t head) const {
  // "The death toll rose to 12", "fatalities reached 40", "brought the number of dead to 9", "a toll of 5".
  const Analysis& analysis = view.analysis;
  const auto is_toll = [&](uint32_t token) {
    return view.words["toll"].contains(view.lemmas[token]) || view.words["total_noun"].contains(view.lemmas[token]);
  };
  if (is_toll(head)) {
    const Kind kind = KindWithin(view, head);
    if (kind.found()) return kind;
  }
  const uint32_t verb = VerbAbove(analysis, head);
  if (verb == head) return {};
  for (const uint32_t child : analysis.children(verb)) {
    const Dep dep = analysis[child].dep;
    if (child == head || (dep != Dep::kNsubj && dep != Dep::kNsubjpass && dep != Dep::kDobj)) continue;
    if (is_toll(child)) return KindWithin(view, child);
    // What rises, reaches or stands at a number is that number: "infections passed 9,000".
    const Proposition* p = view.PropositionOf(verb);
    if (p != nullptr && view.words["count_verb"].contains(p->predicate)) {
      const Kind kind = Of(nouns, view.lemmas[child], child);
      if (kind.found()) return kind;
    }
  }
  return {};
}

const Draft<Figure>* FigureFinder::Impl::TakenUp(const ReportView& view, uint32_t head, const Drafts& drafts) const {
  // "The union puts it at 40", "other counts go beyond 60", "..., from 67 that morning".
  const Analysis& analysis = view.analysis;
  const Proposition* p = view.PropositionOf(VerbAbove(analysis, head));
  const bool total = view.words["total_noun"].contains(view.lemmas[head]);
  if (!total) {
    if (p == nullptr || !view.words["count_verb"].contains(p->predicate)) return nullptr;
    // Whoever counts, or "it"; what else rises or falls has a number of its own.
    const bool counted = std::all_of(p->agents.begin(), p->agents.end(), [&](uint32_t agent) {
      return agent == head || analysis[agent].pos == Pos::kPron || view.kinds.IsHuman(agent) ||
             view.kinds.IsBody(agent) || view.words["speaking_noun"].contains(view.lemmas[agent]) ||
             view.words["total_noun"].contains(view.lemmas[agent]) || analysis[agent].pos == Pos::kPropn;
    });
    if (!counted) return nullptr;
  }
  for (size_t i = drafts.figures.size(); i-- > 0;) {
    const Draft<Figure>& before = drafts.figures[i];
    const uint32_t distance = analysis[head].sentence - analysis[before.token].sentence;
    const bool same_paragraph = view.sentences.ParagraphOf(before.row.evidence.bytes.begin) ==
                                view.sentences.ParagraphOf(analysis[head].span.begin);
    if (distance > (same_paragraph ? kSentencesInParagraph : 1)) return nullptr;
    if (before.why.line != 0) return &before;
  }
  return nullptr;
}

void FigureFinder::Impl::FindZeros(const ReportView& view, Drafts* drafts) const {
  const Analysis& analysis = view.analysis;
  for (uint32_t i = view.sentences.body(); i < analysis.size(); ++i) {
    Kind kind;
    uint32_t head = i;
    if (analysis[i].lower == "no" && analysis[i].dep == Dep::kDet) {
      head = analysis[i].head;
      kind = Of(nouns, view.lemmas[head], head);
    } else if (analysis[i].lower == "nobody" ||
               (analysis[i].lower == "one" && i > 0 && analysis[i - 1].lower == "no")) {
      for (const RoleOf& role : view.propositions.RolesOf(i)) {
        const Proposition& p = view.propositions.items[role.proposition];
        if (!kind.found()) kind = KindInRole(view, p, role.role == RoleOf::kAgent, i);
        head = p.head;
      }
    }
    if (!kind.kind) continue;
    const uint32_t first = std::min(i, head), last = std::max(i, head);
    if (last - first > 8) continue;
    Draft<Figure> draft = view.MakeDraft<Figure>(head, analysis.SpanOf(first, last), PlaceReach::kLocal);
    Figure& figure = draft.row;
    figure.kind = *kind.kind;
    figure.value = 0;
    figure.bound = Bound::kExactly;
    figure.modality = Modality::kHappened;
    draft.why = Why(*kind.entry, "none of them");
    drafts->figures.push_back(std::move(draft));
  }
}

void FigureFinder::Find(const ReportView& view, Drafts* drafts) const {
  const Analysis& analysis = view.analysis;
  for (const NumberMention& number : view.mentions.numbers) {
    if (!view.sentences.InBody(number.tokens.begin) || number.converts >= 0) continue;
    Kind kind;
    const Draft<Figure>* taken_up = nullptr;  // whose count this number gives anew
    std::string unit = number.unit;
    const bool counts = number.counted >= 0 && !CountsAnother(analysis, number);
    const uint32_t head = counts ? static_cast<uint32_t>(number.counted) : number.tokens.head;
    const bool bare = !counts || analysis[head].pos == Pos::kPron;
    switch (number.kind) {
      case NumberKind::kMoney:
        kind = {FigureKind::kMoney, nullptr, VerbAbove(analysis, number.tokens.head)};
        unit = number.currency;
        break;
      case NumberKind::kPercent:
      case NumberKind::kPercentPoint:
      case NumberKind::kFraction:
        kind = {FigureKind::kRate, nullptr, VerbAbove(analysis, head)};
        unit = "percent";
        break;
      case NumberKind::kQuantity:
        if (number.unit == "magnitude" || number.unit == "category") {
          kind = {FigureKind::kMagnitude, nullptr, VerbAbove(analysis, head)};
        } else if (view.words["time_unit"].contains(
                       view.lemmas[number.tokens.end < analysis.size() ? number.tokens.end : head])) {
          continue;
        } else {
          kind = {number.per.empty() ? FigureKind::kOther : FigureKind::kRate, nullptr, VerbAbove(analysis, head)};
        }
        break;
      case NumberKind::kCount:
        if (view.words["time_unit"].contains(view.lemmas[head])) continue;
        kind = impl_->KindOf(view, number, head);
        if (!kind.found() && (bare || view.words["total_noun"].contains(view.lemmas[head]))) {
          taken_up = impl_->TakenUp(view, head, *drafts);
          if (taken_up != nullptr) kind = {taken_up->row.kind, &impl_->words.front(), VerbAbove(analysis, head)};
        }
        if (!kind.found()) {
          const bool plain_noun = counts && (analysis[head].pos == Pos::kNoun || analysis[head].pos == Pos::kPropn);
          if (!plain_noun || number.value == 1) continue;
          kind = {FigureKind::kOther, nullptr, VerbAbove(analysis, head)};
        }
        // A head count of one is an event unless the text counts it (rule 10).
        if (number.value == 1 && number.span.In(view.document.text).size() < 2) continue;
        break;
      default:
        continue;
    }
    if (kind.ignored) {
      if (kind.entry != nullptr) drafts->set_aside.emplace_back(*kind.entry, kind.entry->Text("name"));
      continue;
    }
    const auto [bound_begin, bound_end] = analysis.TokensIn(number.bound_span);
    uint32_t first = std::min(number.tokens.begin, bound_begin), last = std::max(number.tokens.end, bound_end) - 1;
    const auto widen = [&](uint32_t token, uint32_t most) {
      if (analysis[token].sentence != analysis[number.tokens.head].sentence) return;
      if ((token < first && first - token < most) || (token > last && token - last < most)) {
        first = std::min(first, token);
        last = std::max(last, token);
      }
    };
    if (counts) widen(head, 8);
    if (kind.entry != nullptr) widen(kind.predicate, 14);
    Draft<Figure> draft = view.MakeDraft<Figure>(kind.entry != nullptr ? kind.predicate : head,
                                                 analysis.SpanOf(first, last), PlaceReach::kLocal);
    Figure& figure = draft.row;
    const std::string who_before = taken_up == nullptr ? std::string() : taken_up->row.who;
    figure.kind = kind.kind.value_or(FigureKind::kOther);
    figure.value = number.value;
    figure.high = number.high;
    figure.bound = number.bound;
    figure.unit = unit;
    if (counts && number.kind != NumberKind::kMoney) {
      figure.who = NounPhraseText(analysis, head);
      // The number itself and its bound are no part of what is counted.
      const TokenRange phrase = NounPhrase(analysis, head);
      uint32_t begin = phrase.begin;
      while (begin < head && (begin < number.tokens.end || analysis[begin].pos == Pos::kDet)) ++begin;
      if (begin > phrase.begin && phrase.end > begin) {
        figure.who = std::string(analysis.SpanOf(begin, phrase.end - 1).In(view.document.text));
      }
    }
    if (figure.who.empty() && (number.kind == NumberKind::kMoney || number.kind == NumberKind::kPercent)) {
      figure.who = Measured(view, number.tokens.head);
    }
    // "The toll", "the number" is the count, not what is counted.
    const bool bare_total =
        view.words["total_noun"].contains(view.lemmas[head]) && figure.who.find(' ') == std::string::npos;
    if (bare_total || !who_before.empty()) figure.who = who_before;
    if (number.additional) {
      figure.running = Running::kAdditional;
    } else {
      const uint32_t begin = std::max(analysis.sentences()[analysis[head].sentence].begin, first < 6 ? 0 : first - 6);
      for (uint32_t i = begin; i <= last + 4 && i < analysis.size(); ++i) {
        if (view.words["running_total"].contains(analysis[i].lower)) figure.running = Running::kTotal;
        if (i >= first && i <= last && view.words["new_count"].contains(analysis[i].lower))
          figure.running = Running::kAdditional;
      }
    }
    if (!kKept.Has(figure.modality)) {
      figure.modality = Modality::kHappened;
    }
    if (kind.entry != nullptr) {
      draft.why = Why(*kind.entry, "what befell those counted");
    } else {
      draft.why = Why("a number of its kind");
    }
    drafts->figures.push_back(std::move(draft));
  }
  impl_->FindZeros(view, drafts);
}

}  // namespace diurna
