// Bodies are what the recogniser takes for one, capitalized phrases that end with a noun of bodies, and metonyms. They
// are grouped by name, initials and name without a company's ending. Last come short forms that nothing marked.

#include "actors/bodies.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "actors/name_forms.h"
#include "base/ascii.h"
#include "syntax/name.h"
#include "syntax/noun_phrase.h"
#include "syntax/relation.h"
#include "syntax/word.h"

namespace diurna {

namespace {

constexpr size_t kNamesBack = 500;   // that a new name is held against; binds only in texts of thousands of names
constexpr size_t kShortestForm = 3;  // letters of a short form that is looked for by itself

class Bodies {
 public:
  Bodies(const Analysis& analysis, const ActorWords& words, const PartyReader& reader, const PersonNames& names,
         Mentions* mentions)
      : a_(analysis), words_(words), reader_(reader), names_(names), m_(*mentions) {}

  void AddNamed() {
    for (uint32_t i = 0; i < a_.size(); ++i) Consider(i);
  }

  // Names of bodies that nothing marked: "Salling" after "Salling Group".
  void AddShortForms() {
    if (bodies_.empty()) return;
    const std::unordered_map<std::string, OptionalIndex> by_word = ShortForms();
    for (uint32_t i = 0; i < a_.size(); ++i) {
      const Token& token = a_[i];
      if (m_.actor_of[i] || names_.in_title[i] || !IsProperNoun(token) || !IsCapitalized(token)) continue;
      if (IsCompoundPart(token) || IsAdjectivalModifier(token) || InPlace(i)) continue;
      const auto found = by_word.find(std::string(token.lower));
      if (found == by_word.end() || !found->second) continue;
      m_.actor_of[i] = found->second;
      std::vector<uint32_t>& heads = m_.actors[*found->second].heads;
      heads.insert(std::upper_bound(heads.begin(), heads.end(), i), i);
    }
  }

 private:
  // What speaks for a noun as the head of a body's name.
  struct Signs {
    bool entity = false;   // the recogniser takes it for a body
    bool body = false;     // it is a capitalized noun of bodies
    bool metonym = false;  // it is one by itself
  };

  bool InPlace(uint32_t i) const { return i < m_.place_of.size() && m_.place_of[i]; }
  bool InResolvedPlace(uint32_t i) const { return InPlace(i) && m_.places[*m_.place_of[i]].resolved; }

  // Adds the body that the noun at i heads, if it does.
  void Consider(uint32_t i) {
    if (!IsNoun(a_[i]) || m_.actor_of[i] || names_.in_title[i] || IsPartOfNextName(i)) return;
    const Signs signs = SignsOf(i);
    if (!signs.entity && !signs.body && !signs.metonym) return;
    if (!signs.body && InResolvedPlace(i)) return;
    const TokenRange range = NameRange(i, signs);
    const std::string text = TextOf(a_, range.begin, range.end);
    if (range.begin + 1 == range.end && signs.body) {
      // A lone capitalized noun at the start of a sentence or a mere "Government" is a definite noun, not a name.
      if (!signs.entity && !signs.metonym) return;
      if (words_.MetonymOf(text) == nullptr && a_[i].lemma.size() == text.size()) return;
    }
    const ActorWord* title = nullptr;
    const bool is_title = words_.PhraseEnding(a_, range.begin, i, ActorWord::kTitle, &title) == range.begin;
    if (is_title && !signs.metonym) return;
    Add(range, text);
  }

  bool IsPartOfNextName(uint32_t i) const {
    return IsCompoundPart(a_[i]) && a_[i].head == i + 1 && IsCapitalized(a_[i + 1]) && !names_.name_of[i + 1];
  }

  Signs SignsOf(uint32_t i) {
    Signs signs;
    signs.entity = EntityTypeAt(a_, i) == EntityType::kOrg && IsEntityHead(i);
    const ActorWord* word = nullptr;
    signs.body = IsCapitalized(a_[i]) && IsProperNoun(a_[i]) && words_.PhraseEnding(a_, i, i, ActorWord::kBody, &word);
    signs.metonym = IsCapitalized(a_[i]) && words_.MetonymOf(a_[i].text) != nullptr;
    return signs;
  }

  // Entities are asked in the order of the text, many times each.
  bool IsEntityHead(uint32_t i) {
    const Entity* const entity = EntityAt(a_, i);
    if (entity != entity_) {
      entity_ = entity;
      entity_head_ = HeadNounOf(*entity);
    }
    return entity_head_ == OptionalIndex(i);
  }

  // The last noun of an entity that hangs on nothing within it, if there is one.
  OptionalIndex HeadNounOf(const Entity& entity) const {
    for (uint32_t k = entity.end; k-- > entity.begin;) {
      const uint32_t head = a_[k].head;
      if ((head < entity.begin || head >= entity.end || head == k) && IsNoun(a_[k])) return k;
    }
    return std::nullopt;
  }

  TokenRange NameRange(uint32_t head, const Signs& signs) const {
    const TokenRange phrase = NounPhrase(a_, head, true);
    TokenRange range{phrase.begin, phrase.end, head};
    if (signs.entity) {
      const Entity& entity = *EntityAt(a_, head);
      range.begin = std::max(phrase.begin, entity.begin);
      range.end = std::max(std::min(phrase.end, entity.end), head + 1);
      // "Ministry" | "of Health": the recogniser stops early.
      if (phrase.end > range.end && signs.body) range.end = phrase.end;
    }
    while (range.begin < head &&
           (IsDeterminer(a_[range.begin]) || IsPunctuation(a_[range.begin]) || !IsCapitalized(a_[range.begin]))) {
      ++range.begin;
    }
    while (range.end > head + 1 && IsPossessiveEnding(a_[range.end - 1])) --range.end;
    range.begin = std::min(range.begin, head);
    return range;
  }

  void Add(const TokenRange& range, const std::string& text) {
    const OptionalIndex index = BodyOf(range, text);
    Actor& actor = m_.actors[*index];
    // Initials are no full name.
    if (AreInitials(actor.name, text) && NameParts(text, words_).size() > 1) actor.name = text;
    actor.heads.push_back(range.head);
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (!m_.actor_of[i]) m_.actor_of[i] = index;
    }
  }

  // The body of that name, a new one where there is none.
  OptionalIndex BodyOf(const TokenRange& range, const std::string& text) {
    const Metonym* metonym = words_.MetonymOf(text);
    const std::string key = metonym != nullptr ? ToAsciiLower(metonym->name) : BodyKey(text);
    const auto [at, fresh] = bodies_.try_emplace(key);
    if (!fresh) return at->second;
    at->second = OtherForm(key, text);
    if (!at->second) {
      at->second = static_cast<uint32_t>(m_.actors.size());
      first_names_.emplace_back(key, at->second);
      Party party;
      reader_.ReadNoun(range.head, &party);
      Actor& actor = m_.actors.emplace_back();
      actor.name = text;
      actor.sector = party.sector;
      actor.country = party.country;
    }
    return at->second;
  }

  // The body of whose name this one is a shorter or longer form, or its initials, if there is one.
  OptionalIndex OtherForm(const std::string& key, const std::string& text) const {
    for (size_t k = first_names_.size(), n = 0; k-- > 0 && n < kNamesBack; ++n) {
      const auto& [other, index] = first_names_[k];
      const std::string& name = m_.actors[*index].name;
      if (IsShortForm(key, other, words_) || IsShortForm(other, key, words_) || AreInitials(text, name) ||
          AreInitials(name, text)) {
        return index;
      }
    }
    return std::nullopt;
  }

  // The first words of names that are names by themselves, each with its body, none where several have it.
  std::unordered_map<std::string, OptionalIndex> ShortForms() const {
    std::unordered_map<std::string, OptionalIndex> by_word;
    for (const auto& [key, index] : bodies_) {
      const std::vector<std::string> parts = NameParts(key, words_);
      if (parts.empty() || parts[0].size() < kShortestForm) continue;
      if (parts.size() > 1 && !IsShortForm(parts[0], key, words_)) continue;
      const auto [at, fresh] = by_word.emplace(parts[0], index);
      if (!fresh && at->second != index) at->second = std::nullopt;
    }
    return by_word;
  }

  const Analysis& a_;
  const ActorWords& words_;
  const PartyReader& reader_;
  const PersonNames& names_;
  Mentions& m_;
  const Entity* entity_ = nullptr;                                  // that was asked for last
  OptionalIndex entity_head_;                                       // its
  std::unordered_map<std::string, OptionalIndex> bodies_;           // every form of a name
  std::vector<std::pair<std::string, OptionalIndex>> first_names_;  // the first name of each, in the order of the text
};

}  // namespace

void FindBodies(const Analysis& analysis, const ActorWords& words, const PartyReader& reader, const PersonNames& names,
                Mentions* mentions) {
  Bodies bodies(analysis, words, reader, names, mentions);
  bodies.AddNamed();
  bodies.AddShortForms();
}

}  // namespace diurna
