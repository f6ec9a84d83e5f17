// What holds a measure that a noun names, and what tells its status: a predicate ("impose", "lift"), or a noun around
// it that predicates see in its place ("an EXTENSION of the curfew", "curfew ORDERS").

#ifndef DIURNA_RECORD_MEASURE_HOLDS_H_
#define DIURNA_RECORD_MEASURE_HOLDS_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diurna/vocabulary.h"
#include "lexicon/lexicon.h"
#include "proposition/propositions.h"
#include "record/report_view.h"

namespace diurna {

// What tells the status of a measure, and the entry that says so; or nothing.
struct StatusWord {
  std::optional<MeasureStatus> status;
  const LexiconEntry* entry = nullptr;
};

// The role in which a predicate holds a measure; nothing where none does. Recipients and contents count as obliques.
enum class HeldAs : uint8_t { kNothing, kAgent, kTheme, kOblique };
// As the lexicon names it; empty for kNothing.
std::string_view Name(HeldAs role);

struct Hold {
  const Proposition* predicate = nullptr;
  HeldAs role = HeldAs::kNothing;
  StatusWord told;  // what tells the status, if anything does
  uint32_t anchor = 0;
  uint32_t head = 0;     // the noun that the predicate sees
  bool wrapped = false;  // in "the extension of"
};

// The predicates and nouns of section "measure_status". Const members are thread-safe; the lexicon must outlive it.
class MeasureStatuses {
 public:
  explicit MeasureStatuses(const Lexicon& lexicon);
  MeasureStatuses(const MeasureStatuses&) = delete;
  MeasureStatuses& operator=(const MeasureStatuses&) = delete;

  // What a predicate tells of the measure that it holds; without a status nothing.
  StatusWord Of(std::string_view predicate) const;
  // What holds the measure that a noun names.
  Hold HoldOf(const ReportView& view, uint32_t token) const;

 private:
  // The noun that predicates see in a measure's place, and the last one on the way there that tells a status.
  struct Wrapping {
    uint32_t head = 0;
    uint32_t wrapper = 0;
    StatusWord told;
  };
  Wrapping WrappingOf(const ReportView& view, uint32_t token) const;
  StatusWord ToldBy(const Proposition& predicate, const RoleOf& role) const;
  void SetPredicate(const ReportView& view, Hold* hold) const;

  std::vector<LexiconEntry> entries_;
  std::unordered_map<std::string_view, StatusWord> of_predicate_, of_noun_;
};

}  // namespace diurna

#endif  // DIURNA_RECORD_MEASURE_HOLDS_H_
