#include "record/service_states.h"

#include <algorithm>
#include <string>

#include "syntax/children.h"
#include "syntax/relation.h"
#include "syntax/word.h"

namespace diurna {

namespace {

// What an entry tells, of a section whose schema asks for a state.
ToldState StateIn(const LexiconEntry& entry) {
  return {entry, entry.Term<ServiceState>("state").value_or(ServiceState::kNormal)};
}

}  // namespace

bool Works(ServiceState state) { return state == ServiceState::kNormal || state == ServiceState::kRestored; }

ServiceState Opposite(ServiceState state) { return Works(state) ? ServiceState::kDown : ServiceState::kNormal; }

StateNames::StateNames(const Lexicon& lexicon) {
  const std::vector<LexiconEntry> words = lexicon.Entries("state_word");
  for (const bool before_noun : {false, true}) {
    for (const LexiconEntry& entry : words) {
      for (const std::string_view word : entry.List(before_noun ? "before_noun" : "words")) {
        words_.insert_or_assign(word, StateWord{StateIn(entry), before_noun});
      }
    }
  }
  for (const LexiconEntry& entry : lexicon.Entries("state_phrase")) {
    phrases_.push_back({StateIn(entry), WordsOf(entry, "prep"), WordsOf(entry, "words")});
  }
  ReadNouns(lexicon);
}

void StateNames::ReadNouns(const Lexicon& lexicon) {
  const std::vector<LexiconEntry> entries = lexicon.Entries("state_noun");
  for (const LexiconEntry& entry : entries) {
    const StateNoun noun{StateIn(entry), WordsOf(entry, "prep"), entry.Flag("behind_only"), std::nullopt};
    for (const std::string_view word : entry.List("words")) nouns_.insert_or_assign(word, noun);
  }
  for (const LexiconEntry& entry : entries) {
    for (const auto& [word, name] : entry.Map("alone")) {
      const auto noun = nouns_.find(word);
      const std::optional<ServiceSystem> system = Parse<ServiceSystem>(name);
      if (noun != nouns_.end() && system) noun->second.system = system;
    }
  }
}

const StateWord* StateNames::Word(std::string_view word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? nullptr : &found->second;
}

const StateNoun* StateNames::NounAt(const ReportView& view, uint32_t token) const {
  if (!IsNoun(view.analysis[token])) return nullptr;
  auto found = nouns_.end();
  if (token > 0) {  // "traffic jam"
    found = nouns_.find(std::string(view.lemmas[token - 1]).append(" ").append(view.lemmas[token]));
  }
  if (found == nouns_.end()) found = nouns_.find(view.lemmas[token]);
  return found == nouns_.end() ? nullptr : &found->second;
}

std::optional<ToldState> StateNames::BehindCopula(const ReportView& view, uint32_t verb) const {
  const Analysis& analysis = view.analysis;
  for (const uint32_t child : ChildrenOf(analysis, verb)) {
    const Token& token = analysis[child];
    if (IsCopulaComplement(token)) {
      if (const StateWord* word = Word(token.lower)) return word->told;
    }
    if (!IsPrepositional(token) && !IsAdverbialModifier(token)) continue;
    for (const uint32_t adverb : AdverbsOf(analysis, child)) {  // "was back on"
      if (const StateWord* word = Word(analysis[adverb].lower)) return word->told;
    }
    if (const std::optional<ToldState> told = InPhrase(view, child)) return told;
  }
  return std::nullopt;
}

std::optional<ToldState> StateNames::InPhrase(const ReportView& view, uint32_t preposition) const {
  constexpr uint32_t kMostTokens = 300;  // to either side; binds only in endless sentences
  const Token& token = view.analysis[preposition];
  const uint32_t first = std::max(token.left_edge, preposition - std::min(preposition, kMostTokens));
  const uint32_t last = std::min(token.right_edge, preposition + kMostTokens);
  for (const Phrase& phrase : phrases_) {
    if (!phrase.prep.contains(token.lower)) continue;
    for (uint32_t i = first; i <= last; ++i) {
      if (i != preposition && phrase.words.contains(view.lemmas[i])) return phrase.told;
    }
  }
  return std::nullopt;
}

}  // namespace diurna
