// Definite nouns that stand for someone named elsewhere: "the minister", "the company".

#ifndef DIURNA_ACTORS_DEFINITE_NOUNS_H_
#define DIURNA_ACTORS_DEFINITE_NOUNS_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "actors/mentions.h"
#include "actors/words.h"
#include "diurna/analysis.h"
#include "diurna/optional_index.h"
#include "diurna/vocabulary.h"

namespace diurna {

// A view over one report, whose named actors are already there; const members are thread-safe.
class DefiniteNouns {
 public:
  // All must outlive it.
  DefiniteNouns(const Analysis& analysis, const ActorWords& words, const Mentions& mentions);

  // The token that the definite noun at `noun` stands for, or none. A title stands for the only person of the report
  // that bears it; a noun of bodies for the last body named with that noun, or for the only one of its sector near by.
  //
  // Example: "The ministry" behind "Ministry of Health" stands for it; "the ministry of finance" does not.
  OptionalIndex AntecedentOf(uint32_t noun) const;

 private:
  bool IsDefinite(uint32_t noun) const;
  bool IsSpecified(uint32_t noun) const;
  OptionalIndex AntecedentOfTitle(uint32_t noun, uint32_t first) const;
  OptionalIndex PersonWithRole(const std::string& role, uint32_t at, bool specified) const;
  bool BearsRole(const Actor& actor, const std::string& role) const;
  bool SharesCompany(const Actor& actor, uint32_t at) const;
  OptionalIndex LastBody(uint32_t at, const ActorWord& word) const;
  // The last head before `at` of the only body of a sector that has one, or none.
  OptionalIndex OnlyBodyOf(Sector sector, uint32_t at) const;
  bool IsNear(OptionalIndex head, uint32_t at) const;

  const Analysis& a_;
  const ActorWords& words_;
  const Mentions& m_;
  // By a word of their names or one that heads a mention of them, in lower case: the heads of bodies, in order.
  std::unordered_map<std::string, std::vector<uint32_t>> heads_of_bodies_;
  // The first head of each body and its actor's index, by sector and in order.
  std::array<std::vector<std::pair<uint32_t, uint32_t>>, kTerms<Sector>> bodies_of_sector_;
};

}  // namespace diurna

#endif  // DIURNA_ACTORS_DEFINITE_NOUNS_H_
