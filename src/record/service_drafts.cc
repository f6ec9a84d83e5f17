#include "record/service_drafts.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "record/service_states.h"
#include "syntax/children.h"
#include "syntax/noun_phrase.h"
#include "syntax/relation.h"
#include "syntax/word.h"

namespace diurna {

bool ServiceDrafts::IsRow(const ServiceTelling& told) const {
  if (told.named.system == nullptr || !view_.sentences.InBody(told.anchor)) return false;
  const Token& anchor = analysis_[told.anchor];
  // A label ("Roads and rail: ...") is no subject of what stands behind it.
  if (const uint32_t colon = LabelEnd(anchor.sentence); told.named.token < colon && told.anchor > colon) return false;
  if (IsAscribed(anchor) && Has(anchor.head, *told.named.system)) return false;
  // What is only called for is no state.
  const Proposition* p = told.proposition;
  if (IsCalledFor(p) && p->head == told.anchor && !told.entry.Has("modality")) return false;
  return !Has(told.anchor, *told.named.system);
}

void ServiceDrafts::Add(const ServiceTelling& told) {
  if (!IsRow(told)) return;
  const SystemEntry& system = *told.named.system;
  told_[told.anchor].Add(system.name);
  const uint32_t sentence = analysis_[told.anchor].sentence;
  if (!drafts_.limits.Admit(Register::kServices, sentence)) return;
  Draft<Service> draft = view_.MakeDraft<Service>(told.anchor, view_.excerpts.ClauseWith(told.anchor, told.named.token),
                                                  PlaceReach::kNational);
  Service& service = draft.row;
  service.system = system.name;
  service.state = told.state;
  service.modality = ModalityOf(told.proposition);
  SetTimes(told, &service);
  service.cause = CauseOf(told);
  draft.why = Why(told.entry, told.rule);
  if (!(system.entry == told.entry)) draft.why.Add(&system.entry);
  if (service.place) {
    std::vector<Place> places = view_.anchors.PlacesBeside(told.anchor, *service.place);
    drafts_.limits.HoldPlaces(&places);
    for (Place& place : places) {
      if (!drafts_.limits.Admit(Register::kServices, sentence)) continue;
      Draft<Service>& beside = drafts_.services.emplace_back(draft);
      beside.row.place = std::move(place);
    }
  }
  drafts_.services.push_back(std::move(draft));
}

bool ServiceDrafts::Has(uint32_t anchor, const SystemEntry& system) const {
  const auto found = told_.find(anchor);
  return found != told_.end() && found->second.Has(system.name);
}

uint32_t ServiceDrafts::LabelEnd(uint32_t sentence) const {
  const Sentence& bounds = analysis_.sentences()[sentence];
  constexpr uint32_t kLongestLabel = 4;  // tokens
  uint32_t colon = bounds.begin;
  while (colon < bounds.end && colon < bounds.begin + kLongestLabel && analysis_[colon].lower != ":") ++colon;
  return colon < bounds.end && analysis_[colon].lower == ":" ? colon : bounds.begin;
}

bool ServiceDrafts::IsGovernedBy(const Proposition& p, std::string_view verbs) const {
  return p.governor && view_.words[verbs].contains(view_.propositions.items[*p.governor].predicate);
}

bool ServiceDrafts::IsCalledFor(const Proposition* p) const {
  return p != nullptr && p->modality == Modality::kCalledFor && !IsGovernedBy(*p, "ordering_verb");
}

Modality ServiceDrafts::ModalityOf(const Proposition* p) const {
  if (p == nullptr) return Modality::kHappened;
  const bool ahead = p->modality == Modality::kPlanned || p->modality == Modality::kPossible ||
                     p->modality == Modality::kThreatened || IsCalledFor(p);
  // "denied that fuel was rationed"; a negation of its own has turned the state instead
  const bool denied = p->modality == Modality::kDenied && !p->negated && IsGovernedBy(*p, "denying_verb");
  return ahead || denied ? p->modality : Modality::kHappened;
}

void ServiceDrafts::SetTimes(const ServiceTelling& told, Service* service) const {
  constexpr uint32_t kFarthest = 4000;  // bytes to a time that is looked at; binds only in endless sentences
  const std::vector<TimeMention>& times = view_.mentions.times;
  const Ancestry& ancestry = view_.propositions.ancestry;
  const Token& anchor = analysis_[told.anchor];
  const auto in_sentence = view_.sentences.TimesIn(anchor.sentence);
  auto near = std::partition_point(in_sentence.begin(), in_sentence.end(), [&](uint32_t index) {
    return times[index].span.begin + kFarthest < anchor.span.begin;
  });
  for (; near != in_sentence.end() && times[*near].span.begin <= anchor.span.begin + kFarthest; ++near) {
    const TimeMention& time = times[*near];
    if (analysis_[time.tokens.head].sentence != anchor.sentence || time.start.empty()) continue;
    if (!ancestry.Dominates(ancestry.VerbAbove(time.tokens.head), told.anchor)) continue;
    // "will not run before the 15th"
    const bool not_before =
        time.bound == TimeBound::kBefore && told.proposition != nullptr && told.proposition->negated;
    if (time.bound == TimeBound::kUntil || not_before) service->end = time.start;
    if (time.bound == TimeBound::kSince || time.bound == TimeBound::kFrom) service->start = time.start;
  }
}

bool ServiceDrafts::MayCause(uint32_t token) const {
  return IsNoun(analysis_[token]) && !view_.mentions.time_of[token] && !view_.mentions.place_of[token] &&
         !view_.kinds.IsHuman(token) && !view_.kinds.IsBody(token);
}

std::string ServiceDrafts::CauseOf(const ServiceTelling& told) {
  for (const uint32_t at : {told.anchor, told.named.token}) {
    for (const uint32_t child : ChildrenOf(analysis_, at)) {
      if (const OptionalIndex cause = CauseBehind(child)) {
        return NounPhraseText(analysis_, *cause, true);
      }
    }
  }
  const Proposition* p = told.proposition;
  if (p == nullptr || p->head != told.anchor || Works(told.state)) return {};
  for (const uint32_t agent : p->agents) {
    // "Schools suspended classes": who runs it is no cause.
    const bool runs_it = systems_.At(agent).system != nullptr;
    if (agent != told.named.token && !runs_it && MayCause(agent)) return NounPhraseText(analysis_, agent, true);
  }
  return {};
}

OptionalIndex ServiceDrafts::CauseBehind(uint32_t preposition) const {
  constexpr uint32_t kMostTokens = 300;  // of the phrase; binds only in endless sentences
  const Token& token = analysis_[preposition];
  const bool of_cause = view_.words["cause_preposition"].contains(token.lower);
  if (!of_cause && !view_.words["after_preposition"].contains(token.lower)) return std::nullopt;
  for (uint32_t i = preposition + 1; i <= std::min(token.right_edge, preposition + kMostTokens); ++i) {
    if (!IsPrepositionalObject(analysis_[i]) || !MayCause(i)) continue;
    return of_cause || view_.PropositionOf(i) != nullptr ? OptionalIndex(i) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace diurna
