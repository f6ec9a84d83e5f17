// MeasureNouns: the nouns that name a measure, alone or with words around them: "curfew", "state of emergency", "ban on
// rallies".

#ifndef DIURNA_RECORD_MEASURE_NOUNS_H_
#define DIURNA_RECORD_MEASURE_NOUNS_H_

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diurna/vocabulary.h"
#include "lexicon/lexicon.h"
#include "record/report_view.h"
#include "record/word_classes.h"

namespace diurna {

// An entry of section "measure_noun", its lists unpacked; lexicon/schema/measures.toml says what each means.
struct MeasureNoun {
  explicit MeasureNoun(const LexiconEntry& e);
  LexiconEntry entry;
  MeasureType type;
  bool strong;
  WordSet only, never, roles, object, modifier, not_modifier, deferred_by;
};

// Const members are thread-safe; the lexicon must outlive it.
class MeasureNouns {
 public:
  explicit MeasureNouns(const Lexicon& lexicon);
  MeasureNouns(const MeasureNouns&) = delete;
  MeasureNouns& operator=(const MeasureNouns&) = delete;

  // The measure that a noun names, with the words before it or the noun that it is "of"; null where it names none.
  const MeasureNoun* At(const ReportView& view, uint32_t token) const;

 private:
  // A name's words and what it names.
  struct Named {
    std::string_view words;
    const MeasureNoun* noun;
  };
  std::vector<MeasureNoun> nouns_;
  std::unordered_map<std::string_view, std::vector<Named>> by_last_word_;
};

}  // namespace diurna

#endif  // DIURNA_RECORD_MEASURE_NOUNS_H_
