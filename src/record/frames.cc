#include "record/frames.h"

#include <algorithm>
#include <array>
#include <utility>

#include "syntax/closed_class.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

enum Kind : uint32_t {
  kHuman = 1,
  kPerson = 2,
  kBody = 4,
  kPlace = 8,
  kNumber = 16,
  kName = 32,
  kAny = 64,
  kNone = 128,
  kMoney = 256,
};

constexpr std::array<std::pair<std::string_view, Kind>, 9> kKinds = {{{"HUMAN", kHuman},
                                                                      {"PERSON", kPerson},
                                                                      {"BODY", kBody},
                                                                      {"PLACE", kPlace},
                                                                      {"NUMBER", kNumber},
                                                                      {"NAME", kName},
                                                                      {"ANY", kAny},
                                                                      {"NONE", kNone},
                                                                      {"MONEY", kMoney}}};

bool HasModifier(const ReportView& view, uint32_t head, const WordSet& words) {
  const auto children = ChildrenOf(view.analysis, head);
  return std::any_of(children.begin(), children.end(), [&](uint32_t child) {
    return IsModifierOrPossessor(view.analysis[child]) &&
           (words.contains(view.lemmas[child]) || words.contains(view.analysis[child].lower));
  });
}

// Whether one of the words stands behind the noun's "of": "cases of cholera".
bool HasOf(const ReportView& view, uint32_t head, const WordSet& words) {
  for (const uint32_t preposition : ChildrenOf(view.analysis, head)) {
    if (!closed_class::kOf.Has(view.analysis[preposition].lower)) continue;
    for (const uint32_t object : ChildrenOf(view.analysis, preposition)) {
      if (words.contains(view.lemmas[object])) return true;
    }
  }
  return false;
}

// Whether a noun of action is itself said to do one of these: "the strike KILLED two".
bool DoesOneOf(const ReportView& view, uint32_t noun, const WordSet& predicates) {
  const std::span<const RoleOf> roles = view.propositions.RolesOf(noun);
  return std::any_of(roles.begin(), roles.end(), [&](const RoleOf& role) {
    return role.role == RoleOf::kAgent && predicates.contains(view.propositions.items[role.proposition].predicate);
  });
}

}  // namespace

RolePattern::RolePattern(const std::vector<std::string_view>& words) {
  for (const std::string_view word : words) {
    const auto kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& k) { return k.first == word; });
    if (kind != kKinds.end()) {
      kinds_ |= kind->second;
    } else {
      words_.insert(word);
    }
  }
}

bool RolePattern::MatchesOne(const ReportView& view, uint32_t filler) const {
  if (kinds_ & kAny) return true;
  if (words_.contains(view.lemmas[filler]) || words_.contains(view.kinds.ResolvedLemma(filler))) return true;
  // "Dozens of ships": what is counted fills the role.
  if (const int32_t counted = view.propositions.counts[filler]; counted >= 0) {
    if (words_.contains(view.lemmas[static_cast<uint32_t>(counted)])) return true;
  }
  const uint32_t resolved = Resolve(view.mentions, filler);
  if (const std::string_view kind = view.hazards.NounOf(resolved); !kind.empty()) return words_.contains(kind);
  if ((kinds_ & kHuman) && view.kinds.IsHuman(filler)) return true;
  if ((kinds_ & kPerson) && view.kinds.IsPerson(filler)) return true;
  if ((kinds_ & kBody) && view.kinds.IsBody(filler)) return true;
  if ((kinds_ & kPlace) && view.mentions.place_of[resolved] >= 0) return true;
  if ((kinds_ & kNumber) && view.mentions.number_of[filler] >= 0) return true;
  if ((kinds_ & kMoney) && view.mentions.number_of[filler] >= 0 &&
      view.mentions.numbers[static_cast<size_t>(view.mentions.number_of[filler])].kind == NumberKind::kMoney) {
    return true;
  }
  return (kinds_ & kName) && IsProperNoun(view.analysis[resolved]);
}

bool RolePattern::Matches(const ReportView& view, std::span<const uint32_t> fillers) const {
  if (fillers.empty()) return (kinds_ & kNone) != 0;
  return std::any_of(fillers.begin(), fillers.end(), [&](uint32_t filler) { return MatchesOne(view, filler); });
}

Frame::Frame(const LexiconEntry& e)
    : entry(e),
      agent(e.List("agent")),
      theme(e.List("theme")),
      recipient(e.List("recipient")),
      not_agent(e.List("not_agent")),
      not_theme(e.List("not_theme")),
      not_recipient(e.List("not_recipient")),
      prep_object(e.List("prep_object")),
      not_prep_object(e.List("not_prep_object")),
      theme_of(e.List("theme_of")),
      content(e.List("content")),
      prep(WordsOf(e, "prep")),
      not_prep(WordsOf(e, "not_prep")),
      child(WordsOf(e, "child")),
      modifier(WordsOf(e, "modifier")),
      not_modifier(WordsOf(e, "not_modifier")),
      of(WordsOf(e, "of")),
      agent_of(WordsOf(e, "agent_of")),
      not_behind(WordsOf(e, "not_behind")),
      modality(TermsOf<Modality>(e, "modality")) {
  for (const std::string_view form : e.List("form")) {
    for (const Form f : {Form::kActive, Form::kPassive, Form::kNominal, Form::kAdjective}) {
      if (Name(f) == form) forms |= 1u << static_cast<uint32_t>(f);
    }
  }
  if (forms == 0) {
    forms = 1u << static_cast<uint32_t>(Form::kActive) | 1u << static_cast<uint32_t>(Form::kPassive);
  } else {
    specificity += 0.5;
  }
  if (e.Has("negated")) negated = e.Flag("negated") ? 1 : 0;
  for (const RolePattern* pattern : {&agent, &theme, &recipient, &prep_object, &theme_of, &content}) {
    specificity += pattern->empty() ? 0 : 1;
  }
  for (const RolePattern* pattern : {&not_agent, &not_theme, &not_recipient, &not_prep_object}) {
    specificity += pattern->empty() ? 0 : 0.25;
  }
  for (const WordSet* words : {&prep, &child, &modifier, &of, &agent_of}) specificity += words->empty() ? 0 : 1;
  specificity += modality.empty() ? 0 : 1;
  specificity += not_behind.empty() ? 0 : 0.25;
  specificity += (not_prep.empty() ? 0 : 0.25) + (not_modifier.empty() ? 0 : 0.25) + (negated < 0 ? 0 : 0.5);
  specificity += 10 * e.Number("priority");
}

bool Frame::Fits(const ReportView& view, const Proposition& p) const {
  if ((forms >> static_cast<uint32_t>(p.form) & 1u) == 0) return false;
  if (negated >= 0 && p.negated != (negated == 1)) return false;
  if (!modality.empty() && !modality.Has(p.modality)) return false;
  // The sole argument of an intransitive is its theme where the verb is unaccusative ("the bridge collapsed"); a frame
  // that asks for an agent means it all the same.
  const bool sole = theme.empty() && SoleArgument(view, p);
  const std::vector<uint32_t>& agents = sole ? p.themes : p.agents;
  if (!agent.empty() && !agent.Matches(view, agents)) return false;
  if (!theme.empty() && !theme.Matches(view, p.themes)) return false;
  if (!recipient.empty() && !recipient.Matches(view, p.recipients)) return false;
  if (!not_agent.empty() && not_agent.Matches(view, agents)) return false;
  if (!not_theme.empty() && not_theme.Matches(view, p.themes)) return false;
  if (!not_recipient.empty() && not_recipient.Matches(view, p.recipients)) return false;
  if (!prep.empty() || !prep_object.empty()) {
    const bool found = std::any_of(p.obliques.begin(), p.obliques.end(), [&](const Oblique& oblique) {
      return (prep.empty() || prep.contains(Marker(oblique))) &&
             (prep_object.empty() || prep_object.MatchesOne(view, oblique.token));
    });
    if (!found) return false;
  }
  if (!not_prep.empty() || !not_prep_object.empty()) {
    const bool found = std::any_of(p.obliques.begin(), p.obliques.end(), [&](const Oblique& oblique) {
      return (not_prep.empty() || not_prep.contains(Marker(oblique))) &&
             (not_prep_object.empty() || not_prep_object.MatchesOne(view, oblique.token));
    });
    if (found) return false;
  }
  if (!theme_of.empty()) {
    const bool found = std::any_of(p.themes.begin(), p.themes.end(), [&](uint32_t theme_token) {
      for (const uint32_t preposition : PrepositionsOf(view.analysis, theme_token)) {
        for (const uint32_t object : ObjectsOf(view.analysis, preposition)) {
          if (theme_of.MatchesOne(view, object)) return true;
        }
      }
      return false;
    });
    if (!found) return false;
  }
  if (!content.empty()) {
    if (p.content < 0 || !content.MatchesOne(view, static_cast<uint32_t>(p.content))) return false;
  }
  if (!child.empty()) {
    const auto children = ChildrenOf(view.analysis, p.head);
    const bool found = std::any_of(children.begin(), children.end(), [&](uint32_t c) {
      return child.contains(view.analysis[c].lower) || child.contains(view.lemmas[c]);
    });
    if (!found) return false;
  }
  const auto modified = [&](const WordSet& words) {
    if (p.form == Form::kNominal) return HasModifier(view, p.head, words);
    const std::vector<uint32_t>& about = p.themes.empty() ? p.agents : p.themes;
    return std::any_of(about.begin(), about.end(), [&](uint32_t token) { return HasModifier(view, token, words); });
  };
  if (!modifier.empty() && !modified(modifier)) return false;
  if (!not_modifier.empty() && modified(not_modifier)) return false;
  if (!not_behind.empty() && not_behind.contains(PrepositionOf(view.analysis, p.head))) return false;
  if (!agent_of.empty() && !DoesOneOf(view, p.head, agent_of)) return false;
  if (!of.empty()) {
    const auto kind_told = [&](uint32_t noun) { return HasOf(view, noun, of) || HasModifier(view, noun, of); };
    const bool told = p.form == Form::kNominal ? kind_told(p.head)
                                               : std::any_of(p.themes.begin(), p.themes.end(), kind_told) ||
                                                     std::any_of(p.agents.begin(), p.agents.end(), kind_told);
    if (!told) return false;
  }
  return true;
}

FrameTable::FrameTable(const Lexicon& lexicon, std::string_view section) {
  for (const LexiconEntry& entry : lexicon.Entries(section)) {
    const uint32_t index = static_cast<uint32_t>(frames_.size());
    frames_.emplace_back(entry);
    for (const std::string_view predicate : entry.List("predicate")) by_predicate_[predicate].push_back(index);
  }
  for (auto& [predicate, indices] : by_predicate_) {
    std::stable_sort(indices.begin(), indices.end(),
                     [&](uint32_t a, uint32_t b) { return frames_[a].specificity > frames_[b].specificity; });
  }
}

template <typename Take>
void FrameTable::Each(const ReportView& view, const Proposition& proposition, const Take& take) const {
  // Whether to go on.
  const auto each = [&](std::string_view predicate) {
    const auto found = by_predicate_.find(predicate);
    return found == by_predicate_.end() || std::all_of(found->second.begin(), found->second.end(), [&](uint32_t index) {
             return !frames_[index].Fits(view, proposition) || take(&frames_[index]);
           });
  };
  // A nominal is known by its noun, then by the verb that it stands for: "bombing", then "bomb".
  if (proposition.form == Form::kNominal && !each(view.lemmas[proposition.head])) return;
  if (proposition.form != Form::kNominal || view.lemmas[proposition.head] != proposition.predicate) {
    each(proposition.predicate);
  }
}

const Frame* FrameTable::Best(const ReportView& view, const Proposition& proposition) const {
  const Frame* best = nullptr;
  Each(view, proposition, [&](const Frame* frame) {
    best = frame;
    return false;
  });
  return best;
}

std::vector<const Frame*> FrameTable::All(const ReportView& view, const Proposition& proposition) const {
  std::vector<const Frame*> out;
  Each(view, proposition, [&](const Frame* frame) {
    out.push_back(frame);
    return true;
  });
  return out;
}

bool SoleArgument(const ReportView& view, const Proposition& p) {
  if (!p.agents.empty() || p.themes.empty()) return false;
  if (p.form == Form::kActive) return true;
  if (p.form != Form::kPassive || HasPassiveAuxiliary(view.analysis, p.head)) return false;
  const Token& verb = view.analysis[p.head];
  // A sentence that is nothing but a noun and a participle on it is a clause that the parser missed.
  if (IsReducedClause(verb)) return IsRoot(view.analysis[verb.head]);
  return !IsAdjectivalModifier(verb);
}

}  // namespace diurna
