#include "actors/definite_nouns.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/ascii.h"
#include "syntax/children.h"
#include "syntax/closed_class.h"
#include "syntax/name.h"
#include "syntax/relation.h"
#include "syntax/word.h"

namespace diurna {

namespace {

constexpr uint32_t kReach = 4;         // sentences between a noun and one of several that it may stand for
constexpr size_t kMostActors = 2000;   // a text with more is no report, and its definite nouns stay what they are
constexpr size_t kMostWords = 30;      // by which one body is known; no name has so many
constexpr uint32_t kCompanyReach = 8;  // tokens behind a title in which country and organization are looked for

// The actor's last head before a token, or none.
OptionalIndex LastBefore(const Actor& actor, uint32_t at) {
  const auto after = std::lower_bound(actor.heads.begin(), actor.heads.end(), at);
  return after == actor.heads.begin() ? std::nullopt : OptionalIndex(*(after - 1));
}

// Whether the first token stands behind the second; any does behind none.
bool IsLater(OptionalIndex one, OptionalIndex other) { return one && (!other || *one > *other); }

// The first word of a role in lower case: "vice" of "vice president" and "vice-president".
std::string_view FirstWord(std::string_view role) { return role.substr(0, role.find_first_of(" -")); }

void SortAndDropRepeats(std::vector<uint32_t>* items) {
  std::sort(items->begin(), items->end());
  items->erase(std::unique(items->begin(), items->end()), items->end());
}

}  // namespace

DefiniteNouns::DefiniteNouns(const Analysis& analysis, const ActorWords& words, const Mentions& mentions)
    : a_(analysis), words_(words), m_(mentions) {
  for (size_t k = 0; k < m_.actors.size(); ++k) {
    const Actor& actor = m_.actors[k];
    if (actor.person || actor.heads.empty()) continue;
    if (actor.sector) {
      bodies_of_sector_[static_cast<size_t>(*actor.sector)].emplace_back(actor.heads.front(), static_cast<uint32_t>(k));
    }
    const std::string name = ToAsciiLower(actor.name);
    std::set<std::string_view> names;
    for (size_t begin = 0; begin < name.size() && names.size() < kMostWords;) {
      const size_t end = std::min(name.find(' ', begin), name.size());
      if (end > begin) names.insert(std::string_view(name).substr(begin, end - begin));
      begin = end + 1;
    }
    for (const uint32_t head : actor.heads) {
      if (names.size() < kMostWords) names.insert(a_[head].lower);
    }
    for (const std::string_view word : names) {
      std::vector<uint32_t>& heads = heads_of_bodies_[std::string(word)];
      heads.insert(heads.end(), actor.heads.begin(), actor.heads.end());
    }
  }
  for (auto& [word, heads] : heads_of_bodies_) SortAndDropRepeats(&heads);
  for (auto& bodies : bodies_of_sector_) std::sort(bodies.begin(), bodies.end());
}

OptionalIndex DefiniteNouns::AntecedentOf(uint32_t noun) const {
  const Token& token = a_[noun];
  if (m_.actor_of[noun] || m_.antecedent[noun] || m_.actors.size() > kMostActors) return std::nullopt;
  if (IsApposition(token) || IsPredicateNoun(token) || IsPluralCommonNoun(token)) return std::nullopt;
  const uint32_t first = a_.sentences()[token.sentence].begin;
  if (!IsDefinite(noun) && !(IsCapitalized(token) && noun > first)) return std::nullopt;
  const ActorWord* word = nullptr;
  const OptionalIndex title = words_.PhraseEnding(a_, first, noun, ActorWord::kTitle, &word);
  if (title && !word->Is(ActorWord::kCalling)) return AntecedentOfTitle(noun, *title);
  if (IsSpecified(noun)) return std::nullopt;
  if (!words_.PhraseEnding(a_, first, noun, ActorWord::kBody, &word)) return std::nullopt;
  return LastBody(noun, *word);
}

bool DefiniteNouns::IsDefinite(uint32_t noun) const {
  const auto children = ChildrenOf(a_, noun);
  return std::any_of(children.begin(), children.end(), [&](uint32_t child) {
    return IsDeterminerOfNoun(a_[child]) && closed_class::kDefinite.Has(a_[child].lower);
  });
}

// Whether the noun has words of its own that tell which one it is.
bool DefiniteNouns::IsSpecified(uint32_t noun) const {
  const auto children = ChildrenOf(a_, noun);
  return std::any_of(children.begin(), children.end(), [&](uint32_t child) {
    const Token& token = a_[child];
    if (IsPrepositional(token)) return closed_class::kAffiliation.Has(token.lower);
    return IsAdnominalClause(token) || IsApposition(token) || IsModifierOrPossessor(token) || IsConjunct(token) ||
           IsNumericModifier(token);
  });
}

// ---- titles ----

// Of the title that the tokens from `first` to `noun` make.
OptionalIndex DefiniteNouns::AntecedentOfTitle(uint32_t noun, uint32_t first) const {
  bool specified = false;
  for (const uint32_t child : ChildrenOf(a_, noun)) {
    const Token& token = a_[child];
    if (IsConjunct(token) || IsApposition(token)) return std::nullopt;
    if (child < first && !IsDeterminerOfNoun(token)) specified = true;
    if (IsPrepositional(token) && closed_class::kInsideName.Has(token.lower)) specified = true;
  }
  std::string role;
  for (uint32_t k = first; k <= noun; ++k) {
    role += a_[k].lower;
    if (k < noun && a_[k].space_after) role += ' ';
  }
  return PersonWithRole(role, noun, specified);
}

// The head of the last mention of the only person with that role. Specified titles need a country or organization in
// common.
OptionalIndex DefiniteNouns::PersonWithRole(const std::string& role, uint32_t at, bool specified) const {
  const Actor* chosen = nullptr;
  bool unique = true;
  for (const Actor& actor : m_.actors) {
    if (!BearsRole(actor, role) || (specified && !SharesCompany(actor, at))) continue;
    if (chosen != nullptr) unique = false;
    if (chosen == nullptr || IsLater(LastBefore(actor, at), LastBefore(*chosen, at))) chosen = &actor;
  }
  if (chosen == nullptr) return std::nullopt;
  const OptionalIndex head = LastBefore(*chosen, at);
  if (head) return unique || IsNear(head, at) ? head : std::nullopt;
  return unique ? OptionalIndex(chosen->heads.front()) : std::nullopt;
}

// "the minister" is the health minister, but not the former minister nor the deputy minister.
bool DefiniteNouns::BearsRole(const Actor& actor, const std::string& role) const {
  if (!actor.person || actor.role.empty()) return false;
  const std::string theirs = ToAsciiLower(actor.role);
  if (!theirs.ends_with(role)) return false;
  if (theirs.size() > role.size() && theirs[theirs.size() - role.size() - 1] != ' ') return false;
  const std::string_view first = FirstWord(theirs);
  if (words_.Find(first).Is(ActorWord::kFormer)) return false;
  return !words_.Find(first).Is(ActorWord::kStandIn) || FirstWord(role) == first;
}

// Whether the phrase around `at` names the actor's country or organization.
bool DefiniteNouns::SharesCompany(const Actor& actor, uint32_t at) const {
  for (uint32_t i = a_[at].left_edge; i <= a_[at].right_edge && i <= at + kCompanyReach; ++i) {
    const OptionalIndex place = i < m_.place_of.size() ? m_.place_of[i] : std::nullopt;
    if (place && !actor.country.empty() && m_.places[*place].place.country == actor.country) {
      return true;
    }
    if (!actor.organization.empty() && IsCapitalized(a_[i]) && IsProperNoun(a_[i]) &&
        actor.organization.find(a_[i].text) != std::string::npos) {
      return true;
    }
  }
  return false;
}

// ---- bodies ----

OptionalIndex DefiniteNouns::LastBody(uint32_t at, const ActorWord& word) const {
  if (const auto named = heads_of_bodies_.find(std::string(a_[at].lower)); named != heads_of_bodies_.end()) {
    const std::vector<uint32_t>& heads = named->second;
    const auto after = std::lower_bound(heads.begin(), heads.end(), at);
    if (after != heads.begin()) return *(after - 1);
  }
  if (!word.body_sector) return std::nullopt;
  const OptionalIndex only = OnlyBodyOf(*word.body_sector, at);
  return only && IsNear(only, at) ? only : std::nullopt;
}

OptionalIndex DefiniteNouns::OnlyBodyOf(Sector sector, uint32_t at) const {
  const auto& bodies = bodies_of_sector_[static_cast<size_t>(sector)];
  if (bodies.empty() || bodies.front().first >= at || (bodies.size() > 1 && bodies[1].first < at)) return std::nullopt;
  return LastBefore(m_.actors[bodies.front().second], at);
}

bool DefiniteNouns::IsNear(OptionalIndex head, uint32_t at) const {
  return a_[at].sentence - a_[*head].sentence <= kReach;
}

}  // namespace diurna
