// Drafts of services: what is told of a system, with its times, cause and modality.

#ifndef DIURNA_RECORD_SERVICE_DRAFTS_H_
#define DIURNA_RECORD_SERVICE_DRAFTS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/term_set.h"
#include "diurna/optional_index.h"
#include "diurna/vocabulary.h"
#include "lexicon/lexicon.h"
#include "proposition/propositions.h"
#include "record/draft.h"
#include "record/report_view.h"
#include "record/service_names.h"

namespace diurna {

// What a report says of a system.
struct ServiceTelling {
  uint32_t anchor = 0;  // the token that tells the state
  NamedSystem named;
  ServiceState state = ServiceState::kNormal;
  const Proposition* proposition = nullptr;  // in which it is told, or null
  LexiconEntry entry;
  std::string_view rule;
};

// Turns what one report tells into drafts; what a word tells of a system it tells once. All that is given must outlive
// it.
class ServiceDrafts {
 public:
  ServiceDrafts(const ReportView& view, SystemReader* systems, Drafts* drafts)
      : view_(view), analysis_(view.analysis), systems_(*systems), drafts_(*drafts) {}

  // Appends a draft, and one for each further place, unless nothing is told that is worth one.
  void Add(const ServiceTelling& told);
  // Whether something was told of a system by the word.
  bool Has(uint32_t anchor, const SystemEntry& system) const;
  // The colon behind a sentence's label of a few words; its beginning where it has none.
  uint32_t LabelEnd(uint32_t sentence) const;

 private:
  // Whether it is a row of its own: not a label, not told before by the verb, more than called for.
  bool IsRow(const ServiceTelling& told) const;
  // Whether the clause that governs a proposition has a verb of the class.
  bool IsGovernedBy(const Proposition& p, std::string_view verbs) const;
  // What is ordered is done.
  bool IsCalledFor(const Proposition* p) const;
  Modality ModalityOf(const Proposition* p) const;
  // When the state began and ends, by times under a verb at or above its own.
  void SetTimes(const ServiceTelling& told, Service* service) const;
  bool MayCause(uint32_t token) const;
  // What brought it about, in the clause's own words: "due to a fault", "by the storm", "after the quake".
  std::string CauseOf(const ServiceTelling& told);
  // The cause that a preposition stands before, or none. "After" tells one only where that is something that happened.
  OptionalIndex CauseBehind(uint32_t preposition) const;

  const ReportView& view_;
  const Analysis& analysis_;
  SystemReader& systems_;
  Drafts& drafts_;
  std::unordered_map<uint32_t, TermSet<ServiceSystem>> told_;  // by the token that tells
};

}  // namespace diurna

#endif  // DIURNA_RECORD_SERVICE_DRAFTS_H_
