// Persons' names are grouped by surname: a full name opens a chain, a short one joins the last chain that fits in
// gender; the chain is called by the shortest full name that the report gives. Last come surnames that nothing marked
// as names.

#include "actors/persons.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "actors/name_forms.h"
#include "syntax/name.h"
#include "syntax/noun_phrase.h"
#include "syntax/relation.h"
#include "syntax/word.h"

namespace diurna {

namespace {

constexpr size_t kChainsBack = 500;     // that a new name is held against; binds only in texts of thousands of names
constexpr size_t kMostForms = 20;       // of a name that are kept
constexpr size_t kShortestSurname = 3;  // letters of a surname that is looked for by itself

bool Contains(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

class Persons {
 public:
  Persons(const Analysis& analysis, const ActorWords& words, Mentions* mentions)
      : a_(analysis), words_(words), m_(*mentions) {}

  void Add(const PersonName& name) {
    const std::string text = TextOf(a_, name.begin, name.end);
    const std::vector<std::string> parts = NameParts(text, words_);
    if (parts.empty()) return;
    const size_t found = ChainFor(parts, name.gender);
    Actor& actor = m_.actors[found];
    Chain& chain = chains_[found];
    if (parts.size() > chain.full.size()) chain.full = parts;
    if (!Contains(chain.names, text) && chain.names.size() < kMostForms) {
      chain.names.push_back(text);
      actor.name = BestName(chain);
    }
    if (actor.gender == 0) actor.gender = name.gender;
    actor.heads.push_back(name.head);
    for (uint32_t i = name.begin; i < name.end; ++i) m_.actor_of[i] = static_cast<uint32_t>(found);
  }

  // Surnames that nothing marked as names: "Tokayev" at the start of a headline.
  void AddSurnames() {
    const std::unordered_map<std::string_view, OptionalIndex> by_surname = Surnames();
    if (by_surname.empty()) return;
    for (uint32_t i = 0; i < a_.size(); ++i) {
      if (m_.actor_of[i] || !IsCapitalized(a_[i]) || !IsNoun(a_[i])) continue;
      const auto found = by_surname.find(a_[i].lower);
      if (found == by_surname.end() || !found->second) continue;
      if (i < m_.place_of.size() && m_.place_of[i]) continue;
      const bool part_of_name =
          i + 1 < a_.size() && IsCapitalized(a_[i + 1]) && IsProperNoun(a_[i + 1]) && IsCompoundPart(a_[i]);
      if (part_of_name) continue;
      m_.actor_of[i] = found->second;
      m_.actors[*found->second].heads.push_back(i);
    }
  }

 private:
  // What is known of a person's names.
  struct Chain {
    std::vector<std::string> full;   // parts of the fullest name
    std::vector<std::string> names;  // all forms, as written
  };

  // The chain that a name belongs to, by index; a new one where none fits.
  size_t ChainFor(const std::vector<std::string>& parts, char gender) {
    for (size_t k = chains_.size(), n = 0; k-- > 0 && n < kChainsBack; ++n) {
      if (Fits(chains_[k], parts, m_.actors[k].gender, gender)) return k;
    }
    m_.actors.emplace_back().person = true;
    chains_.push_back({parts, {}});
    return chains_.size() - 1;
  }

  static bool Fits(const Chain& chain, const std::vector<std::string>& parts, char known, char gender) {
    if (known && gender && known != gender) return false;
    const std::vector<std::string>& full = chain.full;
    if (parts.size() == 1) return Contains(full, parts[0]);
    if (full.size() == 1) return parts.back() == full[0] || parts.front() == full[0];
    if (parts.back() == full.back()) {
      const std::string& one = parts.front();
      const std::string& other = full.front();
      return one == other || ((IsInitial(one) || IsInitial(other)) && one[0] == other[0]);
    }
    // One holds all words of the other: a further given name or a second surname.
    const std::vector<std::string>& less = parts.size() < full.size() ? parts : full;
    const std::vector<std::string>& more = parts.size() < full.size() ? full : parts;
    return less.size() >= 2 &&
           std::all_of(less.begin(), less.end(), [&](const std::string& word) { return Contains(more, word); });
  }

  // The shortest full name; the first form where none is full.
  std::string BestName(const Chain& chain) const {
    const std::string* best = nullptr;
    bool best_full = false;
    for (const std::string& name : chain.names) {
      const bool full = NameParts(name, words_).size() >= 2;
      if (best == nullptr || (full && !best_full) || (full && name.size() < best->size())) {
        best = &name;
        best_full = full;
      }
    }
    return best == nullptr ? std::string() : *best;
  }

  // Surnames of full names, each with its person, none where several bear it.
  std::unordered_map<std::string_view, OptionalIndex> Surnames() const {
    std::unordered_map<std::string_view, OptionalIndex> by_surname;
    for (size_t k = 0; k < chains_.size(); ++k) {
      const std::vector<std::string>& full = chains_[k].full;
      if (full.size() < 2 || full.back().size() < kShortestSurname) continue;
      const auto [at, fresh] = by_surname.emplace(full.back(), static_cast<uint32_t>(k));
      if (!fresh) at->second = std::nullopt;
    }
    return by_surname;
  }

  const Analysis& a_;
  const ActorWords& words_;
  Mentions& m_;
  std::vector<Chain> chains_;  // by actor
};

}  // namespace

void FindPersons(const Analysis& analysis, const ActorWords& words, const PersonNames& names, Mentions* mentions) {
  Persons persons(analysis, words, mentions);
  for (const PersonName& name : names.names) persons.Add(name);
  persons.AddSurnames();
}

}  // namespace diurna
