// Folding: a fact told twice in one report is one row (rule 3 of the contract).
//
// Folding is cautious, since two rows wrongly made one lose a fact and two kept apart only repeat it: rows fold where
// their evidence overlaps and their kind agrees, where a nominal takes up an occurrence of the same type without a date
// of its own, and where two tellings agree in everything that tells their kind apart. The fullest telling that was
// first is the evidence; the others go to `also`.

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

#include "record/registers.h"

namespace diurna {

namespace {

std::string_view PlaceName(const Row& row) {
  return row.place ? std::string_view(row.place->name) : std::string_view();
}

// Both have a date of their own and the dates differ.
bool DatesDiffer(const Row& a, const Row& b) {
  return a.time && b.time && a.time->basis == "stated" && b.time->basis == "stated" && !a.time->start.empty() &&
         !b.time->start.empty() && a.time->start.substr(0, 10) != b.time->start.substr(0, 10);
}

// A row's own words hold its time, or its place: they are not those of a neighbour.
bool TellsTime(const Row& row) {
  return row.time && !row.time->text.empty() && row.evidence.text.find(row.time->text) != std::string::npos;
}
bool TellsPlace(const Row& row) {
  return row.place && !row.place->text.empty() && row.evidence.text.find(row.place->text) != std::string::npos;
}

bool Overlap(const Row& a, const Row& b) { return a.evidence.bytes.Overlaps(b.evidence.bytes); }

std::set<std::string> Names(const std::vector<Party>& parties) {
  std::set<std::string> names;
  for (const Party& party : parties) names.insert(party.name);
  return names;
}

bool Share(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& name) { return b.contains(name); });
}

// Takes what `row` knows beyond `kept` and notes it as a further telling.
template <typename RowType>
void Merge(RowType& row, RowType* kept) {
  if (kept->place == std::nullopt) kept->place = row.place;
  if (row.time && kept->time && kept->time->basis != "stated" && row.time->basis == "stated") {
    kept->time = row.time;
    kept->trace.time_from = row.trace.time_from;
  }
  if (!row.evidence.bytes.empty() && !(row.evidence.bytes == kept->evidence.bytes)) {
    kept->also.push_back(std::move(row.evidence));
  }
  for (Evidence& also : row.also) kept->also.push_back(std::move(also));
}

template <typename RowType>
void Fold(std::vector<RowType>* rows, const std::function<bool(const RowType& kept, const RowType& row)>& same) {
  std::vector<RowType> kept;
  for (RowType& row : *rows) {
    const auto found =
        std::find_if(kept.begin(), kept.end(), [&](const RowType& candidate) { return same(candidate, row); });
    if (found == kept.end()) {
      kept.push_back(std::move(row));
      continue;
    }
    // Of two tellings in one breath the fuller one is the evidence, and what was matched in it the reason.
    if (Overlap(*found, row) && row.evidence.bytes.size() > found->evidence.bytes.size()) std::swap(*found, row);
    Merge(row, &*found);
  }
  *rows = std::move(kept);
}

class Folder {
 public:
  explicit Folder(const Report& report) : report_(report) {}

  bool SameEvent(const Event& kept, const Event& row) const {
    if (kept.type != row.type) return false;
    const Proposition* a = report_.PropositionOf(kept.trace.token);
    const Proposition* b = report_.PropositionOf(row.trace.token);
    const bool nominal_a = a != nullptr && a->form == Form::kNominal;
    const bool nominal_b = b != nullptr && b->form == Form::kNominal;
    if (Distinct(kept, row)) return false;
    const bool same_sentence =
        report_.analysis[kept.trace.token].sentence == report_.analysis[row.trace.token].sentence;
    if (kept.type == "HAZARD") {
      // "The accident", "the disaster": whatever it was.
      if (nominal_b && report_.words["generic_hazard"].contains(report_.Lemma(row.trace.token))) return true;
      if (kept.mode != row.mode) return false;
      return nominal_b || nominal_a || same_sentence || PlaceName(kept) == PlaceName(row);
    }
    if (nominal_b) return true;
    if (nominal_a && a != nullptr && b != nullptr) {
      // "the shooting ... he shot at": a verb of the nominal's own stem.
      const std::string_view stem = std::string_view(a->predicate).substr(0, 4);
      if (stem.size() == 4 && std::string_view(b->predicate).starts_with(stem)) return true;
    }
    if (a != nullptr && b != nullptr && a->predicate == b->predicate) {
      return Share(Names(kept.actors), Names(row.actors)) && Names(kept.recipients) == Names(row.recipients);
    }
    return false;
  }

  // Two occurrences, by what their own words say: other days, other places, other names, "a second one".
  bool Distinct(const Event& kept, const Event& row) const {
    if (TellsTime(kept) && TellsTime(row) && DatesDiffer(kept, row)) return true;
    if (TellsPlace(kept) && TellsPlace(row) && PlaceName(kept) != PlaceName(row) &&
        kept.place->precision == row.place->precision) {
      return true;
    }
    const std::string_view name_a = HazardName(kept.trace.token), name_b = HazardName(row.trace.token);
    if (!name_a.empty() && !name_b.empty() && name_a != name_b) return true;
    for (const uint32_t child : report_.analysis.children(row.trace.token)) {
      if (child < row.trace.token && report_.words["distinct_one"].contains(report_.analysis[child].lower)) return true;
    }
    return false;
  }

  // "Mara" of an occurrence told by or of Hurricane Mara.
  std::string_view HazardName(uint32_t token) const {
    const auto named = [&](uint32_t t) {
      return report_.KindNoun(t).empty() ? std::string_view() : report_.analysis[t].text;
    };
    if (const std::string_view own = named(token); !own.empty()) return own;
    if (token + 1 < report_.analysis.size()) {
      if (const std::string_view next = named(token + 1); !next.empty()) return next;
    }
    if (const Proposition* p = report_.PropositionOf(token)) {
      for (const auto* fillers : {&p->agents, &p->themes}) {
        for (const uint32_t filler : *fillers) {
          if (const std::string_view name = named(Resolve(report_.mentions, filler)); !name.empty()) return name;
        }
      }
    }
    return {};
  }

  bool SameFigure(const Figure& kept, const Figure& row) const {
    if (kept.kind != row.kind || kept.value != row.value || kept.high != row.high) return false;
    return kept.kind != "other" || kept.who == row.who;
  }

  bool SameMeasure(const Measure& kept, const Measure& row) const {
    static const std::set<std::string_view> loose = {"regulation", "reform", "other", "ban", "lockdown"};
    static const std::set<std::string_view> strong = {
        "state_of_emergency", "martial_law", "curfew",         "lockdown",
        "travel_ban",         "sanctions",   "border_closure", "communications_restriction"};
    if (Overlap(kept, row)) {
      if (kept.type == row.type && (kept.status == row.status || kept.evidence.bytes == row.evidence.bytes))
        return true;
      if (kept.type != row.type && loose.contains(kept.type) && loose.contains(row.type)) return true;
    }
    if (kept.type != row.type || kept.status != row.status || !strong.contains(kept.type)) return false;
    if (PlaceName(kept) != PlaceName(row) || DatesDiffer(kept, row)) return false;
    return row.daily_from.empty() || kept.daily_from == row.daily_from;
  }

  bool SameService(const Service& kept, const Service& row) const {
    if (kept.system != row.system || kept.state != row.state) return false;
    return Overlap(kept, row) ? PlaceName(kept) == PlaceName(row) || kept.evidence.bytes == row.evidence.bytes
                              : PlaceName(kept) == PlaceName(row) && !DatesDiffer(kept, row);
  }

  bool SamePrice(const Price& kept, const Price& row) const {
    return kept.commodity == row.commodity && kept.from == row.from && kept.to == row.to && kept.high == row.high &&
           kept.change_percent == row.change_percent;
  }

  bool SameOffice(const Office& kept, const Office& row) const {
    return kept.person && row.person && kept.person->name == row.person->name && kept.change == row.change;
  }

  bool SameStatement(const Statement& kept, const Statement& row) const {
    return kept.speaker && row.speaker && kept.speaker->name == row.speaker->name && Overlap(kept, row);
  }

 private:
  const Report& report_;
};

template <typename RowType>
void Number(std::string_view prefix, std::vector<RowType>* rows) {
  // In the order of the text, so that an id says where to look.
  std::stable_sort(rows->begin(), rows->end(),
                   [](const RowType& a, const RowType& b) { return a.evidence.start < b.evidence.start; });
  for (size_t i = 0; i < rows->size(); ++i) (*rows)[i].id = fmt::format("{}{}", prefix, i + 1);
}

}  // namespace

void FoldRepeats(const Report& report, Record* record) {
  const Folder folder(report);
  Fold<Event>(&record->events, [&](const Event& a, const Event& b) { return folder.SameEvent(a, b); });
  Fold<Figure>(&record->figures, [&](const Figure& a, const Figure& b) { return folder.SameFigure(a, b); });
  Fold<Measure>(&record->measures, [&](const Measure& a, const Measure& b) { return folder.SameMeasure(a, b); });
  Fold<Service>(&record->services, [&](const Service& a, const Service& b) { return folder.SameService(a, b); });
  Fold<Price>(&record->prices, [&](const Price& a, const Price& b) { return folder.SamePrice(a, b); });
  Fold<Office>(&record->offices, [&](const Office& a, const Office& b) { return folder.SameOffice(a, b); });
  Fold<Statement>(&record->statements,
                  [&](const Statement& a, const Statement& b) { return folder.SameStatement(a, b); });
  Number("e", &record->events);
  Number("f", &record->figures);
  Number("m", &record->measures);
  Number("s", &record->services);
  Number("p", &record->prices);
  Number("o", &record->offices);
  Number("st", &record->statements);
}

}  // namespace diurna
