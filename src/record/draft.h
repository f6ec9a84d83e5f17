// Draft: a row before it leaves the engine, with what made it. A record holds rows alone; `diurna explain` reads
// drafts.

#ifndef DIURNA_RECORD_DRAFT_H_
#define DIURNA_RECORD_DRAFT_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "diurna/record.h"
#include "lexicon/lexicon.h"
#include "record/limits.h"

namespace diurna {

// Where the place and the time of a row were taken from.
enum class PlaceOrigin : uint8_t {
  kNowhere,
  kOwnSentence,
  kEarlierSentence,    // of the paragraph
  kMainPlace,          // the report's
  kCountry,            // that the report is about
  kNation,             // the country, since the sentence speaks of the nation
  kNationalAuthority,  // the country, since its authority is national
  kEarlierRow,         // a row before that this one continues
};
enum class TimeOrigin : uint8_t { kNowhere, kOwnSentence, kEarlierSentence, kPublication };
// In words, for a person.
std::string_view Describe(PlaceOrigin origin);
std::string_view Describe(TimeOrigin origin);

struct Anchors {
  PlaceOrigin place = PlaceOrigin::kNowhere;
  TimeOrigin time = TimeOrigin::kNowhere;
};

// What was matched. The views live as long as the lexicon.
struct Why {
  Why() = default;
  explicit Why(std::string_view rule_in) : rule(rule_in) {}
  Why(const LexiconEntry& entry, std::string_view rule_in)
      : file(entry.file()), line(entry.line()), rule(rule_in), entries{entry} {}
  // Adds an entry that took part, where there is one.
  void Add(const LexiconEntry* entry) {
    if (entry != nullptr) entries.push_back(*entry);
  }

  std::string_view file;  // of the lexicon, and the line of the entry that made the row; empty where no entry did
  uint32_t line = 0;
  std::string_view rule;  // in words
  // All entries that took part, the one that made the row first: a frame, then the system that it speaks of, the words
  // that tell a mode or a status.
  std::vector<LexiconEntry> entries;
};

template <typename RowType>
struct Draft {
  RowType row;
  uint32_t token = 0;  // the head of the proposition or mention that the row was made of
  Anchors anchors;
  Why why;
};

// The drafts of the eight registers.
struct Drafts {
  std::vector<Draft<Event>> events;
  std::vector<Draft<Figure>> figures;
  std::vector<Draft<Measure>> measures;
  std::vector<Draft<Service>> services;
  std::vector<Draft<Price>> prices;
  std::vector<Draft<Office>> offices;
  std::vector<Draft<Statement>> statements;
  std::vector<Draft<Link>> links;
  // By entries that say that what they fit is no row (type = "none").
  std::vector<Why> set_aside;
  LimitCount limits;
};

// Calls `visit` with each register's drafts, in the order of the contract.
template <typename DraftsType, typename Visit>
void VisitRegisters(DraftsType& drafts, const Visit& visit) {
  visit(drafts.events);
  visit(drafts.figures);
  visit(drafts.measures);
  visit(drafts.services);
  visit(drafts.prices);
  visit(drafts.offices);
  visit(drafts.statements);
  visit(drafts.links);
}

// Where a measure or service would end before it begins, one of the two belongs to something else and is taken away:
// the beginning where the row's own time agrees with the end, else the end.
void DropReversedEnds(Drafts* drafts);

}  // namespace diurna

#endif  // DIURNA_RECORD_DRAFT_H_
