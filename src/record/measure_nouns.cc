#include "record/measure_nouns.h"

#include <algorithm>
#include <string>

#include "syntax/children.h"
#include "syntax/closed_class.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

std::string_view LastWord(std::string_view words) {
  const size_t blank = words.rfind(' ');
  return blank == std::string_view::npos ? words : words.substr(blank + 1);
}

// Whether the words of a name end at a token, each held against a token's lemma or form from right to left.
bool EndsAt(const ReportView& view, std::string_view words, uint32_t token) {
  uint32_t at = token;
  for (std::string_view rest = words;;) {
    const std::string_view word = LastWord(rest);
    if (view.lemmas[at] != word && view.analysis[at].lower != word) return false;
    if (word.size() == rest.size()) return true;
    rest.remove_suffix(word.size() + 1);
    if (at == 0) return false;
    --at;
    // "state of national emergency": an adjective inside does not break the name.
    if (!closed_class::kOf.Has(LastWord(rest))) continue;
    while (at > 0 && IsAdjectivalModifier(view.analysis[at])) --at;
  }
}

bool IsModifiedBy(const ReportView& view, uint32_t noun, const WordSet& words) {
  const ModifiersOf modifiers(view.analysis, noun);
  return std::any_of(modifiers.begin(), modifiers.end(),
                     [&](uint32_t modifier) { return words.contains(view.lemmas[modifier]); });
}

bool IsNamedBy(const ReportView& view, uint32_t token, const WordSet& words) {
  return words.contains(view.lemmas[token]) || words.contains(view.analysis[token].lower);
}

// Whether one of the words is a modifier of the noun.
bool HasNamedModifier(const ReportView& view, uint32_t noun, const WordSet& words) {
  const ModifiersOf modifiers(view.analysis, noun);
  return std::any_of(modifiers.begin(), modifiers.end(),
                     [&](uint32_t modifier) { return IsNamedBy(view, modifier, words); });
}

// Whether one of the words stands behind the preposition, itself or as a modifier of what does.
bool GovernsNamed(const ReportView& view, uint32_t preposition, const WordSet& words) {
  if (!view.words["measure_object"].contains(view.analysis[preposition].lower)) return false;
  const ClausesBehind clauses(view.analysis, preposition);
  const auto named = [&](uint32_t token) { return IsNamedBy(view, token, words); };
  if (std::any_of(clauses.begin(), clauses.end(), named)) return true;
  for (const uint32_t object : ObjectsOf(view.analysis, preposition)) {
    for (const uint32_t each : Conjuncts(view.analysis, object)) {
      if (named(each) || HasNamedModifier(view, each, words)) return true;
    }
  }
  return false;
}

// Whether one of the words stands behind "on", "of" and the like, or as a modifier: "a ban on rallies", "rally ban".
bool HasObject(const ReportView& view, uint32_t noun, const WordSet& words) {
  if (HasNamedModifier(view, noun, words)) return true;
  const auto governs = [&](uint32_t preposition) { return GovernsNamed(view, preposition, words); };
  const PrepositionsOf prepositions(view.analysis, noun);
  if (std::any_of(prepositions.begin(), prepositions.end(), governs)) return true;
  const OptionalIndex stray = StrayPreposition(view.analysis, noun);
  return stray && governs(*stray);
}

}  // namespace

MeasureNoun::MeasureNoun(const LexiconEntry& e)
    : entry(e),
      type(e.Term<MeasureType>("type").value_or(MeasureType::kOther)),
      strong(e.Flag("strong")),
      only(WordsOf(e, "only")),
      never(WordsOf(e, "never")),
      roles(WordsOf(e, "roles")),
      object(WordsOf(e, "object")),
      modifier(WordsOf(e, "modifier")),
      not_modifier(WordsOf(e, "not_modifier")),
      deferred_by(WordsOf(e, "deferred_by")) {}

MeasureNouns::MeasureNouns(const Lexicon& lexicon) {
  for (const LexiconEntry& entry : lexicon.Entries("measure_noun")) nouns_.emplace_back(entry);
  for (const MeasureNoun& noun : nouns_) {
    for (const std::string_view words : noun.entry.List("words")) {
      by_last_word_[LastWord(words)].push_back({words, &noun});
    }
  }
  for (auto& [last, named] : by_last_word_) {
    std::stable_sort(named.begin(), named.end(), [](const Named& a, const Named& b) {
      // What asks for an object first, then the longer name.
      const bool object_a = !a.noun->object.empty(), object_b = !b.noun->object.empty();
      return object_a != object_b ? object_a : a.words.size() > b.words.size();
    });
  }
}

const MeasureNoun* MeasureNouns::At(const ReportView& view, uint32_t token) const {
  const auto found = by_last_word_.find(view.lemmas[token]);
  if (found == by_last_word_.end()) return nullptr;
  for (const auto& [words, noun] : found->second) {
    if (!EndsAt(view, words, token)) continue;
    if (!noun->object.empty() && !HasObject(view, token, noun->object)) continue;
    if (!noun->modifier.empty() && !IsModifiedBy(view, token, noun->modifier)) continue;
    if (!noun->not_modifier.empty() && IsModifiedBy(view, token, noun->not_modifier)) continue;
    return noun;
  }
  return nullptr;
}

}  // namespace diurna
