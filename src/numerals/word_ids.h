// WordIds: a number for each word that some table knows, so that a text's words are looked up once each and all further
// matching compares numbers.
//
// One WordIds may serve several tables: each interns its own words and keeps what it knows of them by id.
//
//   WordIds ids;
//   const Result<NumeralWords> numerals = NumeralWords::Make(lexicon, &ids);
//   const uint32_t kilometre = ids.Intern("kilometre");  // a word of another table
//   CutAtoms(analysis, ids, &atoms);                      // atoms[i].word is an id of either

#ifndef DIURNA_NUMERALS_WORD_IDS_H_
#define DIURNA_NUMERALS_WORD_IDS_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace diurna {

class WordIds {
 public:
  // The id of a word in lower case; a new word gets one. Ids are 1, 2, 3 ... in the order in which words come.
  uint32_t Intern(std::string_view lower) {
    const auto found = ids_.find(lower);
    if (found != ids_.end()) return found->second;
    const uint32_t id = static_cast<uint32_t>(ids_.size()) + 1;
    ids_.emplace(std::string(lower), id);
    return id;
  }
  // The id of a word in lower case; 0 where it has none.
  uint32_t Id(std::string_view lower) const {
    const auto found = ids_.find(lower);
    return found == ids_.end() ? 0 : found->second;
  }
  // All ids are smaller.
  uint32_t size() const { return static_cast<uint32_t>(ids_.size()) + 1; }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::unordered_map<std::string, uint32_t, Hash, std::equal_to<>> ids_;
};

}  // namespace diurna

#endif  // DIURNA_NUMERALS_WORD_IDS_H_
