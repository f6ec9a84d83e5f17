// Names of systems: which of the systems that people depend on a word of a report names.
//
// A system is named by its own noun ("the airport"), by a compound ("power supply"), or by what a carrier noun is of
// ("most of the city's water"). What carries any system ("the line", "supply") names none by itself.

#ifndef DIURNA_RECORD_SERVICE_NAMES_H_
#define DIURNA_RECORD_SERVICE_NAMES_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diurna/vocabulary.h"
#include "lexicon/lexicon.h"
#include "record/report_view.h"
#include "record/word_classes.h"

namespace diurna {

// An entry of section "system".
struct SystemEntry {
  LexiconEntry entry;
  ServiceSystem name = ServiceSystem::kOther;
  WordSet plural_only, not_modifier, bare;
  bool essential = false;
};

// A system that a report names, and the token that stands for it. Without a system none is named.
struct NamedSystem {
  const SystemEntry* system = nullptr;
  uint32_t token = 0;
};

// The systems by the words of the lexicon, which must outlive it. Const, thread-safe.
class SystemNames {
 public:
  explicit SystemNames(const Lexicon& lexicon);
  SystemNames(const SystemNames&) = delete;
  SystemNames& operator=(const SystemNames&) = delete;

  // The entry of a system, or null.
  const SystemEntry* Of(ServiceSystem name) const;
  // What a lemma, or two behind one another, names by itself, or null.
  const SystemEntry* ByWord(std::string_view words) const;
  // What a lemma names only where it is missing ("without WATER"), or null.
  const SystemEntry* ByBareWord(std::string_view lemma) const;

 private:
  std::vector<SystemEntry> systems_;
  std::unordered_map<std::string_view, const SystemEntry*> by_word_;
};

// The systems that the words of one report name; what it has once worked out of a word it keeps, so that all questions
// together cost time linear in the length of the report. Names and view must outlive it.
class SystemReader {
 public:
  SystemReader(const SystemNames& names, const ReportView& view)
      : names_(names), view_(view), analysis_(view.analysis), known_(view.analysis.size()) {}

  // The system that a token names, by itself or by what it stands for.
  NamedSystem At(uint32_t token);
  // The same, or what it names where it is missing.
  NamedSystem MissingAt(uint32_t token);
  // The system named last before a token, not far away: what "the line" or "supply" stands for. Null where none.
  const SystemEntry* LastBefore(uint32_t token);

 private:
  // A noun and what stands before it with it, in the order of the text.
  struct Noun {
    uint32_t token = 0;
    std::string_view lemma;
    std::vector<uint32_t> modifiers;
  };
  NamedSystem Read(uint32_t token) const;
  // Of a token that stands for itself; `depth` counts the nouns of which it is the whole or the number.
  const SystemEntry* ByPhrase(uint32_t token, int depth) const;
  // "Power supply", whatever the parser takes the word before for.
  const SystemEntry* ByTwoWords(const Noun& noun) const;
  // "Social media PLATFORMS", "the SUPPLY of gas".
  const SystemEntry* ByWhatItCarries(const Noun& noun, int depth) const;
  const SystemEntry* ByOwnWord(const Noun& noun) const;
  // Whether a word before the noun makes it something else: "CENTRAL bank".
  bool IsSomethingElse(const Noun& noun, const SystemEntry& system) const;

  const SystemNames& names_;
  const ReportView& view_;
  const Analysis& analysis_;
  std::vector<std::optional<NamedSystem>> known_;  // per token
};

}  // namespace diurna

#endif  // DIURNA_RECORD_SERVICE_NAMES_H_
