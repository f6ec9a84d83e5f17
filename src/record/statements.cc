// Statements: attributions whose content is a stance, promise, demand, accusation, warning or assessment.
//
// Speech that only passes on a fact of another register makes no row: that row carries the speaker as its source. What
// counts as a stance is told by the act, by words of will and judgement in the content, by quotation marks, and by who
// speaks: media and data report facts.

#include <algorithm>
#include <memory>

#include "record/registers.h"
#include "syntax/closed_class.h"

namespace diurna {

namespace {

constexpr int kDeepest = 8;  // statements within one another; a text with more would hold each as often as it is deep

// Contents around an attribution's own, each longer than the one within; two whose cues stand in one another's content
// are no nest.
int Depth(const Propositions& propositions, const Attribution& attribution) {
  int depth = 0;
  const Attribution* inner = &attribution;
  while (inner->parent && depth <= kDeepest) {
    const Attribution* outer = &propositions.attributions[*inner->parent];
    if (outer->content.size() <= inner->content.size()) break;
    inner = outer;
    ++depth;
  }
  return depth;
}

// Quotations that some content holds. A content may hold all that follow, so stretches of them are marked, not each.
class QuotationMarks {
 public:
  explicit QuotationMarks(size_t quotations) : turns_(quotations + 1) {}
  void Mark(size_t begin, size_t end) {
    ++turns_[begin];
    --turns_[end];
  }
  // Of each quotation in turn, when all are marked: whether a marked stretch holds it.
  bool Next() { return (around_ += turns_[at_++]) > 0; }

 private:
  std::vector<int32_t> turns_;  // stretches that begin at a quotation, less those that end there
  int32_t around_ = 0;
  size_t at_ = 0;
};

// Some tokens of the view, in order.
struct TokenList {
  bool AnyIn(uint32_t begin, uint32_t end) const {
    const auto first = std::lower_bound(tokens.begin(), tokens.end(), begin);
    return first != tokens.end() && *first < end;
  }
  std::vector<uint32_t> tokens;
};

}  // namespace

struct StatementFinder::Impl {
  explicit Impl(const Lexicon& lexicon) : stance_acts(TermsOfClass<SpeechAct>(lexicon, "stance_act")) {}

  bool IsStance(const ReportView& view, const Attribution& attribution, const Party& speaker, bool stance,
                bool fact) const;
  OptionalIndex AddresseeOf(const ReportView& view, const Attribution& attribution) const;
  // Of a speech too long for evidence its first sentence (rule 13 of the contract).
  Span MainSentence(const ReportView& view, Span speech) const;

  TermSet<SpeechAct> stance_acts;  // a stance whatever they are about
};

StatementFinder::StatementFinder(const Lexicon& lexicon) : impl_(std::make_unique<Impl>(lexicon)) {}
StatementFinder::StatementFinder(StatementFinder&&) noexcept = default;
StatementFinder::~StatementFinder() = default;

bool StatementFinder::Impl::IsStance(const ReportView& view, const Attribution& attribution, const Party& speaker,
                                     bool stance, bool fact) const {
  const SpeechAct act = attribution.act;
  const Span content = attribution.content;
  if (stance_acts.Has(act)) return true;
  const Proposition* cue = attribution.proposition ? &view.propositions.items[*attribution.proposition] : nullptr;
  const bool quoted = attribution.quoted || (!content.empty() && view.Quoted(content));
  if (act == SpeechAct::kAsk) {
    return quoted || (cue != nullptr && cue->form == Form::kActive && !cue->themes.empty() && cue->content);
  }
  if (quoted) return true;
  if (cue != nullptr && view.words["assertive"].contains(cue->predicate)) return true;
  // The speaker's own words, not those of a longer description.
  const auto [name_begin, name_end] = view.analysis.TokensIn(view.analysis[*attribution.speaker].span);
  for (uint32_t i = name_begin; i < name_end; ++i) {
    if (view.words["media"].contains(view.analysis[i].lower)) return false;
  }
  std::string word;
  for (const char c : speaker.text + " ") {
    if (std::isalnum(static_cast<unsigned char>(c))) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else {
      if (view.words["media"].contains(word)) return false;
      word.clear();
    }
  }
  if (cue == nullptr) return stance;
  if (act == SpeechAct::kReport) return false;
  if (act == SpeechAct::kConfirm || act == SpeechAct::kEstimate || act == SpeechAct::kAnnounce) {
    return stance && (act != SpeechAct::kAnnounce || attribution.clause);
  }
  return stance || !fact;
}

Span StatementFinder::Impl::MainSentence(const ReportView& view, Span speech) const {
  constexpr uint32_t kMostTokens = 55;
  const auto [begin, end] = view.analysis.TokensIn(speech);
  if (end - begin <= kMostTokens) return speech;
  // A mark or a word cut off by a full stop is no sentence.
  constexpr uint32_t kFewestTokens = 4;
  uint32_t index = view.analysis[begin].sentence;
  const auto& sentences = view.analysis.sentences();
  while (index + 1 < sentences.size() && sentences[index].end < std::min(begin + kFewestTokens, end)) ++index;
  const Span sentence = view.sentences.SpanOf(index);
  const Span first = {speech.begin, std::min(speech.end, sentence.end)};
  const auto [first_begin, first_end] = view.analysis.TokensIn(first);
  if (first_end - first_begin <= kMostTokens) return first;
  return {speech.begin, view.analysis[first_begin + kMostTokens].span.end};
}

OptionalIndex StatementFinder::Impl::AddresseeOf(const ReportView& view, const Attribution& attribution) const {
  if (attribution.addressee) return attribution.addressee;
  if (!attribution.proposition) return std::nullopt;
  const Proposition& cue = view.propositions.items[*attribution.proposition];
  if (cue.form != Form::kPassive && view.words["addressing"].contains(cue.predicate) && !cue.themes.empty()) {
    return cue.themes.front();
  }
  if (!cue.recipients.empty()) return cue.recipients.front();
  const std::vector<uint32_t> to = view.Obliques(cue, closed_class::kAddressing);
  if (!to.empty() && (view.kinds.IsHuman(to.front()) || view.kinds.IsBody(to.front()))) return to.front();
  if ((attribution.act == SpeechAct::kCallFor || attribution.act == SpeechAct::kDemand) && cue.content) {
    if (const Proposition* wanted = view.PropositionOf(*cue.content)) {
      if (!wanted->agents.empty()) return wanted->agents.front();
    }
  }
  return std::nullopt;
}

void StatementFinder::Find(const ReportView& view, Drafts* drafts) const {
  QuotationMarks used(view.propositions.quotations.size());
  TokenList stances, facts;
  const WordSet& stance_words = view.words["stance_word"];
  const WordSet& casualty_words = view.words["casualty_word"];
  for (uint32_t i = 0; i < view.analysis.size(); ++i) {
    const std::string_view word = view.analysis[i].lower;
    if (stance_words.contains(word)) stances.tokens.push_back(i);
    if (view.mentions.number_of[i] || casualty_words.contains(word)) facts.tokens.push_back(i);
  }
  const auto& quotations = view.propositions.quotations;
  for (const Attribution& attribution : view.propositions.attributions) {
    if (!attribution.speaker || !view.sentences.InBody(attribution.cue)) continue;
    const Party speaker = view.PartyOf(*attribution.speaker);
    if (speaker.text.empty()) continue;
    const Span content = attribution.content;
    const auto quotation =
        std::partition_point(quotations.begin(), quotations.end(), [&](Span q) { return q.end <= content.begin; });
    const auto behind = std::partition_point(quotation, quotations.end(),
                                             [&](Span q) { return q.begin < content.end && q.Overlaps(content); });
    used.Mark(static_cast<size_t>(quotation - quotations.begin()), static_cast<size_t>(behind - quotations.begin()));
    if (Depth(view.propositions, attribution) > kDeepest) continue;
    const auto [begin, end] = view.analysis.TokensIn(content);
    if (!impl_->IsStance(view, attribution, speaker, stances.AnyIn(begin, end), facts.AnyIn(begin, end))) continue;
    Span evidence = view.excerpts.Clause(attribution.cue);
    if (!attribution.content.empty()) {
      evidence = attribution.content;
      if (!attribution.clause) evidence.begin = std::min(evidence.begin, view.analysis[attribution.cue].span.begin);
    }
    evidence = impl_->MainSentence(view, evidence);
    if (!drafts->limits.Admit(Register::kStatements, view.analysis[attribution.cue].sentence)) continue;
    Draft<Statement> draft = view.MakeDraft<Statement>(attribution.cue, evidence, PlaceReach::kLocal);
    Statement& statement = draft.row;
    if (statement.evidence.text.empty()) continue;
    statement.source.clear();
    statement.speaker = speaker;
    statement.act = attribution.act;
    if (const OptionalIndex addressee = impl_->AddresseeOf(view, attribution)) {
      statement.addressee = view.PartyOf(*addressee);
    }
    if (!attribution.content.empty()) statement.content = view.excerpts.Of(attribution.content);
    statement.quoted = attribution.quoted || view.Quoted(evidence);
    const bool denied = attribution.proposition && view.propositions.items[*attribution.proposition].negated;
    statement.modality = denied ? Modality::kDenied : Modality::kHappened;
    draft.why = Why("attribution");
    drafts->statements.push_back(std::move(draft));
  }
  // Quotations whose speaker stands elsewhere.
  constexpr uint32_t kShortest = 40;  // bytes; shorter ones are names and scare quotes
  for (uint32_t i = 0; i < quotations.size(); ++i) {
    const Span span = quotations[i];
    if (used.Next() || span.begin < view.document.body_begin || span.size() < kShortest) continue;
    const std::vector<uint32_t> sources = SourcesOf(view.propositions, view.analysis, {span.begin + 2, span.end - 2});
    if (sources.empty()) continue;
    const Attribution& attribution = view.propositions.attributions[sources.back()];
    if (!attribution.speaker) continue;
    const uint32_t token = view.analysis.TokenAt(span.begin + 1);
    if (!drafts->limits.Admit(Register::kStatements, view.analysis[token].sentence)) continue;
    Draft<Statement> draft = view.MakeDraft<Statement>(token, impl_->MainSentence(view, span), PlaceReach::kLocal);
    Statement& statement = draft.row;
    if (statement.evidence.text.empty()) continue;
    statement.source.clear();
    statement.modality = Modality::kHappened;
    statement.speaker = view.PartyOf(*attribution.speaker);
    statement.act = SpeechAct::kSay;
    statement.content = statement.evidence;
    statement.quoted = true;
    draft.why = Why("quotation carried on");
    drafts->statements.push_back(std::move(draft));
  }
}

}  // namespace diurna
