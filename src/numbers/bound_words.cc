// Phrases before a number are kept backward, so that the longest one that ends right before it is found from its last
// word.

#include "numbers/bound_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "numerals/atoms.h"

namespace diurna {

BoundWords::BoundWords(const Lexicon& lexicon, WordIds* ids, EntryProblems* problems) {
  for (const LexiconEntry& entry : lexicon.Entries("number_bound")) Add(entry, ids, problems);
}

void BoundWords::Add(const LexiconEntry& entry, WordIds* ids, EntryProblems* problems) {
  const Bound bound = entry.Term<Bound>("bound").value_or(Bound::kAbout);
  const std::vector<std::string_view> prepositions = entry.List("prepositions");
  const std::vector<std::string_view> before = entry.List("before");
  for (const std::string_view preposition : prepositions) {
    if (std::find(before.begin(), before.end(), preposition) == before.end()) {
      problems->Add(entry, fmt::format("prepositions: \"{}\" does not stand in before", preposition));
    }
  }
  const auto keep = [&](PhraseTable* table, std::string_view phrase, bool preposition) {
    table->Add(InternPhrase(phrase, ids), static_cast<uint32_t>(phrases_.size()));
    phrases_.push_back({bound, preposition});
  };
  for (const std::string_view phrase : before) {
    keep(&before_, phrase, std::find(prepositions.begin(), prepositions.end(), phrase) != prepositions.end());
  }
  for (const std::string_view phrase : entry.List("after")) keep(&behind_, phrase, false);
}

}  // namespace diurna
