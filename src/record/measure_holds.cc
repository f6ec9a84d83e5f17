#include "record/measure_holds.h"

#include <string>

#include "syntax/closed_class.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

// How well a predicate holds a measure.
constexpr double kTellsStatus = 2;
constexpr double kHoldsAsTheme = 1;
constexpr double kHoldsAsAgent = 0.5;
constexpr double kIsNoAttribute = 0.6;

HeldAs RoleIn(const RoleOf& role) {
  switch (role.role) {
    case RoleOf::kAgent:
      return HeldAs::kAgent;
    case RoleOf::kTheme:
      return HeldAs::kTheme;
    default:
      return HeldAs::kOblique;
  }
}

double WeightOf(HeldAs role) {
  switch (role) {
    case HeldAs::kTheme:
      return kHoldsAsTheme;
    case HeldAs::kAgent:
      return kHoldsAsAgent;
    default:
      return 0;
  }
}

}  // namespace

std::string_view Name(HeldAs role) {
  switch (role) {
    case HeldAs::kAgent:
      return "agent";
    case HeldAs::kTheme:
      return "theme";
    case HeldAs::kOblique:
      return "oblique";
    case HeldAs::kNothing:
      break;
  }
  return {};
}

MeasureStatuses::MeasureStatuses(const Lexicon& lexicon) : entries_(lexicon.Entries("measure_status")) {
  for (const LexiconEntry& entry : entries_) {
    const StatusWord told{entry.Term<MeasureStatus>("status"), &entry};
    for (const std::string_view word : entry.List("predicates")) of_predicate_.emplace(word, told);
    for (const std::string_view word : entry.List("nouns")) of_noun_.emplace(word, told);
  }
}

StatusWord MeasureStatuses::Of(std::string_view predicate) const {
  const auto found = of_predicate_.find(predicate);
  return found == of_predicate_.end() ? StatusWord() : found->second;
}

MeasureStatuses::Wrapping MeasureStatuses::WrappingOf(const ReportView& view, uint32_t token) const {
  constexpr int kMostNounsAround = 4;
  const Analysis& analysis = view.analysis;
  const WordSet& shells = view.words["measure_shell"];
  Wrapping wrapping{token, token, {}};
  for (int steps = 0; steps < kMostNounsAround; ++steps) {
    const uint32_t head = wrapping.head;
    const Token& noun = analysis[head];
    if (closed_class::kComplementOfNoun.Has(PrepositionOf(analysis, head))) {
      const uint32_t above = AbovePreposition(analysis, head);
      if (!IsNoun(analysis[above])) break;
      const auto status = of_noun_.find(view.lemmas[above]);
      if (status != of_noun_.end()) {
        wrapping.told = status->second;
        wrapping.wrapper = above;
      } else if (!shells.contains(view.lemmas[above])) {
        break;
      }
      wrapping.head = above;
    } else if (IsNounModifier(noun) && shells.contains(view.lemmas[noun.head])) {
      wrapping.head = noun.head;
    } else if (IsConjunct(noun) && view.propositions.RolesOf(head).empty() && IsNoun(analysis[noun.head])) {
      wrapping.head = noun.head;
    } else {
      break;
    }
  }
  return wrapping;
}

StatusWord MeasureStatuses::ToldBy(const Proposition& predicate, const RoleOf& role) const {
  if (role.role == RoleOf::kOblique) {
    // "call for", "place under"
    const std::string key =
        std::string(predicate.predicate).append("_").append(Marker(predicate.obliques[role.oblique]));
    if (const StatusWord told = Of(key); told.entry != nullptr) return told;
  }
  return Of(predicate.predicate);
}

void MeasureStatuses::SetPredicate(const ReportView& view, Hold* hold) const {
  double best_score = -1;
  for (const RoleOf& role : view.propositions.RolesOf(hold->head)) {
    const Proposition& predicate = view.propositions.items[role.proposition];
    if (predicate.form == Form::kNominal) continue;
    const StatusWord told = ToldBy(predicate, role);
    const HeldAs held_as = RoleIn(role);
    if (told.entry == nullptr && held_as == HeldAs::kOblique) continue;
    const double score = (told.entry != nullptr ? kTellsStatus : 0) + WeightOf(held_as) +
                         (IsAttributive(view.analysis[predicate.head]) ? 0 : kIsNoAttribute);
    if (score <= best_score) continue;
    best_score = score;
    hold->predicate = &predicate;
    hold->role = held_as;
    hold->told = told;
  }
}

Hold MeasureStatuses::HoldOf(const ReportView& view, uint32_t token) const {
  const Wrapping wrapping = WrappingOf(view, token);
  Hold hold;
  hold.head = wrapping.head;
  SetPredicate(view, &hold);
  hold.anchor = hold.predicate != nullptr ? hold.predicate->head : token;
  if (wrapping.told.entry != nullptr) {
    hold.wrapped = true;
    hold.told = wrapping.told;
    hold.anchor = wrapping.wrapper;
  }
  return hold;
}

}  // namespace diurna
