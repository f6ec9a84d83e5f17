#include "record/service_names.h"

#include <algorithm>
#include <string>

#include "syntax/children.h"
#include "syntax/closed_class.h"
#include "syntax/word.h"

namespace diurna {

namespace {

std::string TwoWords(std::string_view first, std::string_view second) {
  return std::string(first).append(" ").append(second);
}

}  // namespace

SystemNames::SystemNames(const Lexicon& lexicon) {
  for (const LexiconEntry& entry : lexicon.Entries("system")) {
    systems_.push_back({entry, entry.Term<ServiceSystem>("name").value_or(ServiceSystem::kOther),
                        WordsOf(entry, "plural_only"), WordsOf(entry, "not_modifier"), WordsOf(entry, "bare"),
                        entry.Flag("essential")});
  }
  for (const SystemEntry& system : systems_) {
    for (const std::string_view word : system.entry.List("words")) by_word_.emplace(word, &system);
  }
}

const SystemEntry* SystemNames::Of(ServiceSystem name) const {
  const auto found =
      std::find_if(systems_.begin(), systems_.end(), [&](const SystemEntry& system) { return system.name == name; });
  return found == systems_.end() ? nullptr : &*found;
}

const SystemEntry* SystemNames::ByWord(std::string_view words) const {
  const auto found = by_word_.find(words);
  return found == by_word_.end() ? nullptr : found->second;
}

const SystemEntry* SystemNames::ByBareWord(std::string_view lemma) const {
  const auto found = std::find_if(systems_.begin(), systems_.end(),
                                  [&](const SystemEntry& system) { return system.bare.contains(lemma); });
  return found == systems_.end() ? nullptr : &*found;
}

NamedSystem SystemReader::At(uint32_t token) {
  std::optional<NamedSystem>& known = known_[token];
  if (!known) known = Read(token);
  return *known;
}

NamedSystem SystemReader::MissingAt(uint32_t token) {
  const SystemEntry* system = At(token).system;
  return {system != nullptr ? system : names_.ByBareWord(view_.lemmas[token]), token};
}

const SystemEntry* SystemReader::LastBefore(uint32_t token) {
  constexpr uint32_t kFarthest = 60;  // tokens
  const WordSet& carriers = view_.words["carrier"];
  const uint32_t first = std::max(view_.sentences.body(), token > kFarthest ? token - kFarthest : 0);
  for (uint32_t i = token; i > first;) {
    if (!IsNoun(analysis_[--i])) continue;
    const std::string_view lemma = view_.lemmas[i];
    if (names_.ByWord(lemma) == nullptr && !carriers.contains(lemma)) continue;
    if (const SystemEntry* system = At(i).system) return system;
    if (const SystemEntry* bare = names_.ByBareWord(lemma)) return bare;
  }
  return nullptr;
}

NamedSystem SystemReader::Read(uint32_t token) const {
  token = Resolve(view_.mentions, token);
  // "Three of the five hospitals": what is counted.
  if (const OptionalIndex counted = view_.propositions.counts[token]) {
    if (const SystemEntry* system = ByPhrase(Resolve(view_.mentions, *counted), 1)) return {system, token};
  }
  if (const SystemEntry* system = ByPhrase(token, 0)) return {system, token};
  return {};
}

const SystemEntry* SystemReader::ByPhrase(uint32_t token, int depth) const {
  if (!IsNominal(analysis_[token])) return nullptr;
  Noun noun{token, view_.lemmas[token], {}};
  for (const uint32_t modifier : ModifiersAndPossessorsOf(analysis_, token)) {
    if (modifier < token) noun.modifiers.push_back(modifier);
  }
  if (const SystemEntry* system = ByTwoWords(noun)) return system;
  if (const SystemEntry* system = ByWhatItCarries(noun, depth)) return system;
  return ByOwnWord(noun);
}

const SystemEntry* SystemReader::ByTwoWords(const Noun& noun) const {
  const auto named = [&](std::string_view before) {
    const SystemEntry* system = names_.ByWord(TwoWords(before, noun.lemma));
    return system != nullptr && !IsSomethingElse(noun, *system) ? system : nullptr;
  };
  for (auto modifier = noun.modifiers.rbegin(); modifier != noun.modifiers.rend(); ++modifier) {
    if (const SystemEntry* system = named(view_.lemmas[*modifier])) return system;
  }
  return noun.token > 0 ? named(analysis_[noun.token - 1].lower) : nullptr;
}

const SystemEntry* SystemReader::ByWhatItCarries(const Noun& noun, int depth) const {
  constexpr int kDeepest = 2;  // "part of the network of roads"
  if (!view_.words["carrier"].contains(noun.lemma)) return nullptr;
  const std::vector<uint32_t>& modifiers = noun.modifiers;
  for (auto modifier = modifiers.rbegin(); modifier != modifiers.rend(); ++modifier) {
    const std::string_view word = view_.lemmas[*modifier];
    const SystemEntry* system = nullptr;
    if (*modifier > 0 && std::find(modifiers.begin(), modifiers.end(), *modifier - 1) != modifiers.end()) {
      system = names_.ByWord(TwoWords(view_.lemmas[*modifier - 1], word));
    }
    if (system == nullptr) system = names_.ByWord(word);
    if (system != nullptr) return system;
  }
  if (depth >= kDeepest) return nullptr;
  for (const uint32_t preposition : PrepositionsOf(analysis_, noun.token)) {
    if (!closed_class::kGovernsWhole.Has(analysis_[preposition].lower)) continue;
    for (const uint32_t carried : ObjectsOf(analysis_, preposition)) {
      if (const SystemEntry* system = ByPhrase(Resolve(view_.mentions, carried), depth + 1)) return system;
      if (const SystemEntry* bare = names_.ByBareWord(view_.lemmas[carried])) return bare;
    }
  }
  return nullptr;
}

const SystemEntry* SystemReader::ByOwnWord(const Noun& noun) const {
  const SystemEntry* system = names_.ByWord(noun.lemma);
  if (system == nullptr || IsSomethingElse(noun, *system)) return nullptr;
  if (!system->plural_only.contains(noun.lemma) || IsPlural(analysis_[noun.token])) return system;
  // A single one is no system, unless it stands for all: "every flight", "no train".
  const WordSet& every_one = view_.words["every_one"];
  const DeterminersOf determiners(analysis_, noun.token);
  const bool all = std::any_of(determiners.begin(), determiners.end(),
                               [&](uint32_t determiner) { return every_one.contains(analysis_[determiner].lower); });
  return all ? system : nullptr;
}

bool SystemReader::IsSomethingElse(const Noun& noun, const SystemEntry& system) const {
  if (noun.token > 0 && !IsPrepositionalObject(analysis_[noun.token]) &&
      system.not_modifier.contains(analysis_[noun.token - 1].lower)) {
    return true;
  }
  return std::any_of(noun.modifiers.begin(), noun.modifiers.end(),
                     [&](uint32_t modifier) { return system.not_modifier.contains(view_.lemmas[modifier]); });
}

}  // namespace diurna
