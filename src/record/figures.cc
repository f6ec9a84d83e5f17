// Figures: each number with what it counts.
//
// A number climbs from its own phrase outwards until something says what befell whoever is counted: a word right behind
// it ("12 dead"), the noun that it counts ("three deaths"), an adjective or participle on that noun ("300 people
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
#include "syntax/closed_class.h"
#include "syntax/tree.h"

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

// What a number claims: its kind, what is counted, and the figure before whose count it gives anew.
struct Claim {
  Kind kind;
  const Draft<Figure>* taken_up = nullptr;
  std::string unit;
  bool counts = false;  // `head` is a noun that is counted, not the number itself
  uint32_t head = 0;
  int32_t named = -1;  // the noun before by which a bare number says what it counts: "of 40 PEOPLE, 12 were hurt"
};

Kind KindOfEntry(const LexiconEntry& entry, uint32_t token) {
  const std::optional<FigureKind> kind = entry.Term<FigureKind>("kind");
  return {kind, &entry, token, !kind};
}

// What is counted is there, whatever the clause around it makes of its predicate, but for these.
constexpr TermSet<Modality> kKept = {Modality::kPlanned, Modality::kPossible, Modality::kDenied};

// "Relatives put it at 50": the subject gives the number of something else.
bool CountsAnother(const ReportView& view, const NumberMention& number) {
  const Analysis& analysis = view.analysis;
  const auto counted = *number.counted;
  const uint32_t verb = view.propositions.ancestry.VerbAbove(number.tokens.head);
  if (!IsActiveSubject(analysis[counted]) || analysis[counted].head != verb) return false;
  return HasDirectObject(analysis, verb);
}

// "A 5-storey block", "the 12-member panel": a number that describes a noun counts nothing; "300-strong" does, and so
// does "52-to-48".
bool Describes(const Analysis& analysis, const NumberMention& number) {
  const uint32_t hyphen = number.tokens.end, noun = hyphen + 1;
  if (noun >= analysis.size() || analysis[hyphen].text != "-" || !IsNoun(analysis[noun])) return false;
  if (analysis[hyphen].span.begin != number.span.end || analysis[noun].span.begin != analysis[hyphen].span.end) {
    return false;
  }
  return noun + 2 >= analysis.size() || analysis[noun + 1].text != "-" || !IsNumeral(analysis[noun + 2]);
}

// Whether a noun has a number of its own, so that what stands behind its "of" was not counted with it: "six members of
// two families".
bool IsCounted(const ReportView& view, uint32_t noun) {
  if (!IsNoun(view.analysis[noun])) return false;
  const auto children = view.analysis.children(noun);
  return std::any_of(children.begin(), children.end(),
                     [&](uint32_t child) { return child < noun && view.mentions.number_of[child].has_value(); });
}

// "To 5,310 by Friday FROM 4,870 A WEEK EARLIER": what a number came from was when the words behind it say.
void SetTimeBefore(const ReportView& view, const NumberMention& number, Draft<Figure>* draft) {
  constexpr uint32_t kReach = 4;  // tokens
  const Analysis& analysis = view.analysis;
  const uint32_t first = analysis.TokenAt(number.bound_span.begin);
  if (first == 0 || !closed_class::kComparedWith.Has(analysis[first - 1].lower)) return;
  const uint32_t sentence = analysis[number.tokens.head].sentence;
  for (uint32_t i = number.tokens.end; i < std::min<uint32_t>(number.tokens.end + kReach, analysis.size()); ++i) {
    if (analysis[i].sentence != sentence || view.mentions.number_of[i]) return;
    const OptionalIndex time = view.mentions.time_of[i];
    if (!time) continue;
    const TimeMention& mention = view.mentions.times[*time];
    if (mention.start.empty()) return;
    draft->row.time = view.anchors.TimeOf(mention, TimeBasis::kStated);
    draft->anchors.time = TimeOrigin::kOwnSentence;
    return;
  }
}

// What a rate or a sum is of where no noun behind it says so: "exports fell 12 percent", "puts the losses at $3
// million".
std::string Measured(const ReportView& view, uint32_t number) {
  const Analysis& analysis = view.analysis;
  const uint32_t verb = view.propositions.ancestry.VerbAbove(number);
  if (!IsVerb(view.analysis[verb])) return {};
  // The object first, then the subject.
  for (bool (*const asked)(const Token&) : {&IsDirectObject, &IsActiveSubject, &IsPassiveSubject}) {
    for (const uint32_t child : ChildrenOf(analysis, verb)) {
      const bool holds = analysis[child].left_edge <= number && number <= analysis[child].right_edge;
      if (!asked(analysis[child]) || holds || IsPronoun(analysis[child]) || view.kinds.IsHuman(child) ||
          view.kinds.IsBody(child) || view.mentions.number_of[child]) {
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
  // What a number says; nothing where it is no figure.
  std::optional<Claim> ClaimOf(const ReportView& view, const NumberMention& number, const Drafts& drafts) const;
  // The kind of a count, into the claim; false where it is no figure.
  bool FindKindOfCount(const ReportView& view, const NumberMention& number, const Drafts& drafts, Claim* claim) const;
  // Whether a bare number, whose noun stands before it, has a predicate of its own that is not that of the noun:
  // "killed five soldiers; 12 were CAPTURED".
  bool HasOwnClause(const ReportView& view, const NumberMention& number, uint32_t counted) const;
  // The tokens that tell it.
  TokenRange TellingOf(const ReportView& view, const NumberMention& number, const Claim& claim) const;
  std::string WhoOf(const ReportView& view, const NumberMention& number, const Claim& claim) const;
  // "Has killed 292 people since October": a count that goes on holds as of now (rule 9).
  void SetAsOf(const ReportView& view, Draft<Figure>* draft) const;
  std::optional<Running> RunningOf(const ReportView& view, const NumberMention& number, TokenRange telling) const;

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
    // "Nobody was hurt": whoever could have been.
    const bool nobody = closed_class::kNobody.Has(view.analysis[counted].lower);
    if (!nobody && !who.wanted.empty() && !who.wanted.MatchesOne(view, counted)) continue;
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
    if (IsConjunct(t) || IsApposition(t) || IsCount(t)) {
      if (IsVerb(view.analysis[t.head])) break;
      token = t.head;
    } else if (const std::string_view preposition = PrepositionOf(analysis, token);
               closed_class::kWholeOfPart.Has(preposition)) {
      token = AbovePreposition(analysis, token);
      if (IsVerb(view.analysis[token]) || (closed_class::kOf.Has(preposition) && IsCounted(view, token))) break;
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
    if (i > number.tokens.end && !view.words["between_count_and_fate"].contains(analysis[i - 1].lower)) break;
    const Kind kind = Of(adjectives, analysis[i].lower, i);
    if (kind.found()) return kind;
  }
  // The counted noun itself, and what hangs on it.
  Kind kind = Of(nouns, view.lemmas[head], head);
  if (kind.found() && kind.kind != FigureKind::kCases) return kind;
  for (const uint32_t child : ChildrenOf(analysis, head)) {
    const Token& c = analysis[child];
    if (IsAdjectivalModifier(c) || IsReducedClause(c)) {
      const Kind adjective = Of(adjectives, c.lower, child);
      if (adjective.found()) return adjective;
    }
    if (IsAdnominalClause(c)) {
      if (const Proposition* p = view.PropositionOf(child)) {
        const bool passive = p->form == Form::kPassive || IsPastParticiple(c);
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
      for (const uint32_t child : ChildrenOf(analysis, conjunct)) {
        const Token& c = analysis[child];
        if ((!IsReducedClause(c) && !IsAdjectivalModifier(c)) || child < conjunct) continue;
        const Kind shared = Of(adjectives, c.lower, child);
        if (shared.found()) return shared;
      }
    }
    if (!IsConjunct(analysis[at])) break;
    at = analysis[at].head;
  }
  // What it is "of".
  const std::string_view preposition = PrepositionOf(analysis, head);
  if (closed_class::kOf.Has(preposition)) {
    const uint32_t above = AbovePreposition(analysis, head);
    Kind whole = Of(wholes, view.lemmas[above], above);
    if (!whole.found()) whole = Of(nouns, view.lemmas[above], above);
    if (whole.found()) return whole;
  }
  if (closed_class::kWithout.Has(preposition)) return {};
  for (const uint32_t child : PrepositionsOf(analysis, head)) {
    // "24,000 households without power"
    if (!closed_class::kWithout.Has(analysis[child].lower)) continue;
    for (const uint32_t object : ChildrenOf(analysis, child)) {
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
  constexpr uint32_t kMostTokens = 100;  // to either side; binds only in endless sentences
  const uint32_t first = std::max(view.analysis[noun].left_edge, noun - std::min(noun, kMostTokens));
  const uint32_t last = std::min(view.analysis[noun].right_edge, noun + kMostTokens);
  for (uint32_t i = first; i <= last; ++i) {
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
  const uint32_t verb = view.propositions.ancestry.VerbAbove(head);
  if (verb == head) return {};
  for (const uint32_t child : ChildrenOf(analysis, verb)) {
    if (child == head || !IsCoreArgument(analysis[child])) continue;
    if (is_toll(child)) return KindWithin(view, child);
    const Proposition* p = view.PropositionOf(verb);
    // "The dead included 12 women and 3 men."
    if (p != nullptr && child < head && view.words["consist_verb"].contains(p->predicate)) {
      const Kind kind = KindWithin(view, child);
      if (kind.found()) return kind;
    }
    // What rises, reaches or stands at a number is that number: "infections passed 9,000".
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
  const Proposition* p = view.PropositionOf(view.propositions.ancestry.VerbAbove(head));
  const bool total = view.words["total_noun"].contains(view.lemmas[head]);
  if (!total) {
    if (p == nullptr || !view.words["count_verb"].contains(p->predicate)) return nullptr;
    // Whoever counts, or "it"; what else rises or falls has a number of its own.
    const bool counted = std::all_of(p->agents.begin(), p->agents.end(), [&](uint32_t agent) {
      return agent == head || IsPronoun(analysis[agent]) || view.kinds.IsHuman(agent) || view.kinds.IsBody(agent) ||
             view.words["speaking_noun"].contains(view.lemmas[agent]) ||
             view.words["total_noun"].contains(view.lemmas[agent]) || IsProperNoun(analysis[agent]);
    });
    if (!counted) return nullptr;
  }
  constexpr size_t kMostFigures = 50;  // back; binds only in endless sentences
  const size_t all = drafts.figures.size();
  for (size_t i = all; i-- > all - std::min(all, kMostFigures);) {
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
    if (closed_class::kNo.Has(analysis[i].lower) && IsDeterminerOfNoun(analysis[i])) {
      head = analysis[i].head;
      kind = Of(nouns, view.lemmas[head], head);
    } else if (closed_class::kNobody.Has(analysis[i].lower) ||
               (closed_class::kOne.Has(analysis[i].lower) && i > 0 && closed_class::kNo.Has(analysis[i - 1].lower))) {
      for (const RoleOf& role : view.propositions.RolesOf(i)) {
        const Proposition& p = view.propositions.items[role.proposition];
        if (!kind.found()) kind = KindInRole(view, p, role.role == RoleOf::kAgent, i);
        head = p.head;
      }
    }
    if (!kind.kind) continue;
    const uint32_t first = std::min(i, head), last = std::max(i, head);
    if (last - first > 8) continue;
    if (!drafts->limits.Admit(Register::kFigures, analysis[head].sentence)) continue;
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

std::optional<Claim> FigureFinder::Impl::ClaimOf(const ReportView& view, const NumberMention& number,
                                                 const Drafts& drafts) const {
  const Analysis& analysis = view.analysis;
  Claim claim;
  claim.counts = number.counted && !CountsAnother(view, number);
  claim.head = claim.counts ? *number.counted : number.tokens.head;
  claim.unit = number.unit;
  const uint32_t head = claim.head;
  const WordSet& time_units = view.words["time_unit"];
  switch (number.kind) {
    case NumberKind::kMoney:
      claim.kind = {FigureKind::kMoney, nullptr, view.propositions.ancestry.VerbAbove(number.tokens.head)};
      claim.unit = number.currency;
      return claim;
    case NumberKind::kPercent:
    case NumberKind::kPercentPoint:
    case NumberKind::kFraction:
      claim.kind = {FigureKind::kRate, nullptr, view.propositions.ancestry.VerbAbove(head)};
      claim.unit = "percent";
      return claim;
    case NumberKind::kQuantity:
      if (view.words["scale"].contains(number.unit)) {
        claim.kind = {FigureKind::kMagnitude, nullptr, view.propositions.ancestry.VerbAbove(head)};
        return claim;
      }
      if (time_units.contains(view.lemmas[number.tokens.end < analysis.size() ? number.tokens.end : head])) return {};
      if (Describes(analysis, number)) return {};
      claim.kind = {number.per.empty() ? FigureKind::kOther : FigureKind::kRate, nullptr,
                    view.propositions.ancestry.VerbAbove(head)};
      return claim;
    case NumberKind::kCount:
      if (time_units.contains(view.lemmas[head]) || Describes(analysis, number)) return {};
      if (!FindKindOfCount(view, number, drafts, &claim)) return {};
      return claim;
    default:
      return {};
  }
}

bool FigureFinder::Impl::HasOwnClause(const ReportView& view, const NumberMention& number, uint32_t counted) const {
  const Analysis& analysis = view.analysis;
  const uint32_t head = number.tokens.head;
  if (counted >= number.tokens.begin || !IsCoreArgument(analysis[head]) || analysis[head].head == counted) return false;
  const uint32_t verb = VerbAbove(analysis, head);
  if (verb == VerbAbove(analysis, counted)) return false;
  const Proposition* p = view.PropositionOf(verb);
  return p != nullptr && !view.words["count_verb"].contains(p->predicate);
}

bool FigureFinder::Impl::FindKindOfCount(const ReportView& view, const NumberMention& number, const Drafts& drafts,
                                         Claim* claim) const {
  const Analysis& analysis = view.analysis;
  if (claim->counts && HasOwnClause(view, number, claim->head)) {
    claim->named = static_cast<int32_t>(claim->head);
    claim->counts = false;
    claim->head = number.tokens.head;
    claim->kind = KindOf(view, number, claim->head);
    if (!claim->kind.found()) claim->kind = {FigureKind::kOther, nullptr, VerbAbove(analysis, claim->head)};
    return true;
  }
  const uint32_t head = claim->head;
  const bool bare = !claim->counts || IsPronoun(analysis[head]);
  claim->kind = KindOf(view, number, head);
  if (!claim->kind.found() && (bare || view.words["total_noun"].contains(view.lemmas[head]))) {
    claim->taken_up = TakenUp(view, head, drafts);
    if (claim->taken_up != nullptr) {
      claim->kind = {claim->taken_up->row.kind, &words.front(), view.propositions.ancestry.VerbAbove(head)};
    }
  }
  if (!claim->kind.found()) {
    const bool plain_noun = claim->counts && IsNoun(analysis[head]);
    if (!plain_noun || number.value == 1) return false;
    claim->kind = {FigureKind::kOther, nullptr, view.propositions.ancestry.VerbAbove(head)};
  }
  // A head count of one is an event unless the text counts it (rule 10).
  return number.value != 1 || number.span.In(view.document.text).size() >= 2;
}

TokenRange FigureFinder::Impl::TellingOf(const ReportView& view, const NumberMention& number,
                                         const Claim& claim) const {
  constexpr uint32_t kToCounted = 8, kToPredicate = 14;  // tokens
  const Analysis& analysis = view.analysis;
  const auto [bound_begin, bound_end] = analysis.TokensIn(number.bound_span);
  uint32_t first = std::min(number.tokens.begin, bound_begin), last = std::max(number.tokens.end, bound_end) - 1;
  const auto widen = [&](uint32_t token, uint32_t most) {
    if (analysis[token].sentence != analysis[number.tokens.head].sentence) return;
    if ((token < first && first - token < most) || (token > last && token - last < most)) {
      first = std::min(first, token);
      last = std::max(last, token);
    }
  };
  if (claim.counts) widen(claim.head, kToCounted);
  if (claim.kind.entry != nullptr) widen(claim.kind.predicate, kToPredicate);
  return {first, last + 1, claim.head};
}

std::string FigureFinder::Impl::WhoOf(const ReportView& view, const NumberMention& number, const Claim& claim) const {
  const Analysis& analysis = view.analysis;
  const uint32_t head = claim.head;
  std::string who;
  if (claim.named >= 0) {
    const TokenRange phrase = NounPhrase(analysis, static_cast<uint32_t>(claim.named), false);
    uint32_t begin = phrase.begin;
    for (uint32_t i = begin; i < phrase.head; ++i) {
      if (view.mentions.number_of[i] || IsDeterminer(analysis[i])) begin = i + 1;
    }
    return std::string(analysis.SpanOf(begin, phrase.end - 1).In(view.document.text));
  }
  if (claim.counts && number.kind != NumberKind::kMoney) {
    who = NounPhraseText(analysis, head);
    // The number itself and its bound are no part of what is counted.
    const TokenRange phrase = NounPhrase(analysis, head);
    uint32_t begin = phrase.begin;
    while (begin < head && (begin < number.tokens.end || IsDeterminer(analysis[begin]))) ++begin;
    if (begin > phrase.begin && phrase.end > begin) {
      who = std::string(analysis.SpanOf(begin, phrase.end - 1).In(view.document.text));
    }
  }
  if (who.empty() && (number.kind == NumberKind::kMoney || number.kind == NumberKind::kPercent)) {
    who = Measured(view, number.tokens.head);
  }
  // "The toll", "the number" is the count, not what is counted.
  const bool bare_total = view.words["total_noun"].contains(view.lemmas[head]) && who.find(' ') == std::string::npos;
  const std::string& before = claim.taken_up == nullptr ? std::string() : claim.taken_up->row.who;
  return bare_total || !before.empty() ? before : who;
}

std::optional<Running> FigureFinder::Impl::RunningOf(const ReportView& view, const NumberMention& number,
                                                     TokenRange telling) const {
  if (number.additional) return Running::kAdditional;
  constexpr uint32_t kBefore = 6, kBehind = 4;  // tokens
  const Analysis& analysis = view.analysis;
  const uint32_t first = telling.begin, last = telling.end - 1;
  const uint32_t begin =
      std::max(analysis.sentences()[analysis[telling.head].sentence].begin, first < kBefore ? 0 : first - kBefore);
  std::optional<Running> running;
  for (uint32_t i = begin; i <= last + kBehind && i < analysis.size(); ++i) {
    if (view.words["running_total"].contains(analysis[i].lower)) running = Running::kTotal;
    if (i >= first && i <= last && view.words["new_count"].contains(analysis[i].lower)) running = Running::kAdditional;
  }
  return running;
}

void FigureFinder::Impl::SetAsOf(const ReportView& view, Draft<Figure>* draft) const {
  const TimeMention* mention = view.anchors.TimeMentionFor(draft->token);
  if (mention == nullptr || mention->bound != TimeBound::kSince) return;
  TimeAnchor now = view.anchors.NowFor(draft->token);
  draft->row.time = std::move(now.time);
  draft->anchors.time = now.origin;
  if (!draft->row.running) draft->row.running = Running::kTotal;
}

void FigureFinder::Find(const ReportView& view, Drafts* drafts) const {
  for (const NumberMention& number : view.mentions.numbers) {
    if (!view.sentences.InBody(number.tokens.begin) || number.converts) continue;
    const std::optional<Claim> claim = impl_->ClaimOf(view, number, *drafts);
    if (!claim) continue;
    const Kind& kind = claim->kind;
    if (kind.ignored) {
      if (kind.entry != nullptr) drafts->set_aside.emplace_back(*kind.entry, kind.entry->Text("name"));
      continue;
    }
    if (!drafts->limits.Admit(Register::kFigures, view.analysis[number.tokens.head].sentence)) continue;
    const TokenRange telling = impl_->TellingOf(view, number, *claim);
    Draft<Figure> draft =
        view.MakeDraft<Figure>(kind.entry != nullptr ? kind.predicate : claim->head,
                               view.analysis.SpanOf(telling.begin, telling.end - 1), PlaceReach::kLocal);
    Figure& figure = draft.row;
    figure.kind = kind.kind.value_or(FigureKind::kOther);
    figure.value = number.value;
    figure.high = number.high;
    figure.bound = number.bound;
    figure.unit = claim->unit;
    figure.who = impl_->WhoOf(view, number, *claim);
    figure.running = impl_->RunningOf(view, number, telling);
    if (kind.entry != nullptr) impl_->SetAsOf(view, &draft);
    SetTimeBefore(view, number, &draft);
    if (!kKept.Has(figure.modality)) figure.modality = Modality::kHappened;
    draft.why = kind.entry != nullptr ? Why(*kind.entry, "what befell those counted") : Why("a number of its kind");
    drafts->figures.push_back(std::move(draft));
  }
  impl_->FindZeros(view, drafts);
}

}  // namespace diurna
