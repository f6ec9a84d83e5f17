// Folding: a fact told twice in one report is one row (rule 3 of the contract).
//
// Folding is cautious, since two rows wrongly made one lose a fact and two kept apart only repeat it: rows fold where
// their evidence overlaps and their kind agrees, where a nominal takes up an occurrence of the same type without a date
// of its own, and where two tellings agree in everything that tells their kind apart. The fullest telling that was
// first is the evidence; the others go to `also`.

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <functional>
#include <unordered_map>

#include "base/term_set.h"
#include "record/registers.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

std::string_view PlaceName(const Row& row) {
  return row.place ? std::string_view(row.place->name) : std::string_view();
}

// Both have a date of their own and the dates differ.
bool DatesDiffer(const Row& a, const Row& b) {
  return a.time && b.time && a.time->basis == TimeBasis::kStated && b.time->basis == TimeBasis::kStated &&
         !a.time->start.empty() && !b.time->start.empty() && a.time->start.substr(0, 10) != b.time->start.substr(0, 10);
}

// A row's own words hold its time, or its place: they are not those of a neighbour.
bool TellsTime(const Row& row) {
  return row.time && !row.time->text.empty() && row.evidence.text.find(row.time->text) != std::string::npos;
}
bool TellsPlace(const Row& row) {
  return row.place && !row.place->text.empty() && row.evidence.text.find(row.place->text) != std::string::npos;
}

bool Overlap(const Row& a, const Row& b) { return a.evidence.bytes.Overlaps(b.evidence.bytes); }

bool Holds(const std::vector<Party>& parties, const Party& one) {
  return std::any_of(parties.begin(), parties.end(), [&](const Party& party) { return party.name == one.name; });
}
// Some name is in both.
bool Share(const std::vector<Party>& a, const std::vector<Party>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Party& party) { return Holds(b, party); });
}
// The same names, however often.
bool SameNames(const std::vector<Party>& a, const std::vector<Party>& b) {
  return std::all_of(a.begin(), a.end(), [&](const Party& party) { return Holds(b, party); }) &&
         std::all_of(b.begin(), b.end(), [&](const Party& party) { return Holds(a, party); });
}

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  return lower;
}

// Takes what `row` knows beyond `kept` and notes it as a further telling.
template <typename RowType>
void Merge(Draft<RowType>& draft, Draft<RowType>* into, LimitCount* limits) {
  RowType& row = draft.row;
  RowType* const kept = &into->row;
  if (kept->place == std::nullopt) kept->place = row.place;
  if (row.time && kept->time && kept->time->basis != TimeBasis::kStated && row.time->basis == TimeBasis::kStated) {
    kept->time = row.time;
    into->anchors.time = draft.anchors.time;
  }
  if (!row.evidence.bytes.empty() && !(row.evidence.bytes == kept->evidence.bytes)) {
    kept->also.push_back(std::move(row.evidence));
  }
  for (Evidence& also : row.also) kept->also.push_back(std::move(also));
  limits->HoldTellings(&kept->also);
}

template <Vocabulary E>
size_t KeyOf(E term) {
  return static_cast<size_t>(term);
}
size_t HashOf(std::string_view text) { return std::hash<std::string_view>()(text); }

// Folds rows that `same` finds told before. Rows of different keys are never the same, and of one key only the last
// kMostTellings are held against a new one: a text with more of them is no view, and must end all the same.
template <typename RowType, typename Key, typename Same>
void Fold(std::vector<Draft<RowType>>* rows, LimitCount* limits, const Key& key, const Same& same) {
  constexpr size_t kMostTellings = 300;
  std::vector<Draft<RowType>> kept;
  std::unordered_map<size_t, std::vector<size_t>> of_key;
  for (Draft<RowType>& draft : *rows) {
    std::vector<size_t>& alike = of_key[key(draft.row)];
    const auto first = alike.size() > kMostTellings ? alike.end() - kMostTellings : alike.begin();
    const auto found = std::find_if(first, alike.end(), [&](size_t index) { return same(kept[index], draft); });
    if (found == alike.end()) {
      alike.push_back(kept.size());
      kept.push_back(std::move(draft));
      continue;
    }
    Draft<RowType>& before = kept[*found];
    // Of two tellings in one breath the fuller one is the evidence, and what was matched in it the reason.
    if (Overlap(before.row, draft.row) && draft.row.evidence.bytes.size() > before.row.evidence.bytes.size()) {
      std::swap(before, draft);
    }
    Merge(draft, &before, limits);
  }
  *rows = std::move(kept);
}

// Types of measures that one telling may be taken for another of, and those that a country has one of at a time.
constexpr TermSet<MeasureType> kLoose = {MeasureType::kRegulation, MeasureType::kReform, MeasureType::kOther,
                                         MeasureType::kBan, MeasureType::kLockdown};
constexpr TermSet<MeasureType> kStrong = {MeasureType::kStateOfEmergency, MeasureType::kMartialLaw,
                                          MeasureType::kCurfew,           MeasureType::kLockdown,
                                          MeasureType::kTravelBan,        MeasureType::kSanctions,
                                          MeasureType::kBorderClosure,    MeasureType::kCommunicationsRestriction};

class Folder {
 public:
  Folder(const ReportView& view, const std::vector<Draft<Event>>& events) : view_(view) {
    for (const Draft<Event>& event : events) {
      const std::string_view name = HazardName(event.token);
      if (!name.empty()) hazard_names_.emplace(event.token, name);
    }
  }

  bool SameEvent(const Draft<Event>& kept_draft, const Draft<Event>& draft) const {
    const Event& kept = kept_draft.row;
    const Event& row = draft.row;
    if (kept.type != row.type) return false;
    const Proposition* a = view_.PropositionOf(kept_draft.token);
    const Proposition* b = view_.PropositionOf(draft.token);
    const bool nominal_a = a != nullptr && a->form == Form::kNominal;
    const bool nominal_b = b != nullptr && b->form == Form::kNominal;
    if (Distinct(kept_draft, draft)) return false;
    const bool same_sentence = view_.analysis[kept_draft.token].sentence == view_.analysis[draft.token].sentence;
    if (kept.type == EventType::kHazard) {
      // "The accident", "the disaster": whatever it was.
      if (nominal_b && view_.words["generic_hazard"].contains(view_.lemmas[draft.token])) return true;
      if (kept.mode != row.mode) return false;
      return nominal_b || nominal_a || same_sentence || PlaceName(kept) == PlaceName(row);
    }
    // "Clashes with the police" are no repetition of a building set on fire.
    if (nominal_b) return !kept.mode || row.mode == kept.mode || IsDefinite(view_.analysis, draft.token);
    if (nominal_a && a != nullptr && b != nullptr) {
      // "The protests began on Monday": the noun is told with its verb.
      for (const auto* fillers : {&b->agents, &b->themes}) {
        if (std::find(fillers->begin(), fillers->end(), kept_draft.token) != fillers->end()) return true;
      }
      // "the shooting ... he shot at": a verb of the nominal's own stem.
      const std::string_view stem = std::string_view(a->predicate).substr(0, 4);
      if (stem.size() == 4 && std::string_view(b->predicate).starts_with(stem)) return true;
    }
    if (a != nullptr && b != nullptr && a->predicate == b->predicate) {
      return Share(kept.actors, row.actors) && SameNames(kept.recipients, row.recipients);
    }
    return false;
  }

  // Two occurrences, by what their own words say: other days, other places, other names, "a second one".
  bool Distinct(const Draft<Event>& kept_draft, const Draft<Event>& draft) const {
    const Event& kept = kept_draft.row;
    const Event& row = draft.row;
    if (DatesDiffer(kept, row) && TellsTime(kept) && TellsTime(row)) return true;
    if (PlaceName(kept) != PlaceName(row) && TellsPlace(kept) && TellsPlace(row) &&
        kept.place->precision == row.place->precision) {
      return true;
    }
    if (!hazard_names_.empty()) {
      const auto a = hazard_names_.find(kept_draft.token), b = hazard_names_.find(draft.token);
      if (a != hazard_names_.end() && b != hazard_names_.end() && a->second != b->second) return true;
    }
    for (const uint32_t child : ChildrenOf(view_.analysis, draft.token)) {
      if (child < draft.token && view_.words["distinct_one"].contains(view_.analysis[child].lower)) return true;
    }
    return false;
  }

  bool SameFigure(const Figure& kept, const Figure& row) const {
    if (kept.kind != row.kind || kept.value != row.value || kept.high != row.high) return false;
    return kept.kind != FigureKind::kOther || kept.who == row.who;
  }

  // Of two rows of one clause, each of its own place: "in Cairo and Suez".
  static bool PlacesApart(const Row& a, const Row& b) {
    return TellsPlace(a) && TellsPlace(b) && PlaceName(a) != PlaceName(b);
  }

  bool SameMeasure(const Measure& kept, const Measure& row) const {
    if (PlacesApart(kept, row)) return false;
    if (Overlap(kept, row)) {
      if (kept.type == row.type && (kept.status == row.status || kept.evidence.bytes == row.evidence.bytes))
        return true;
      if (kept.type != row.type && kLoose.Has(kept.type) && kLoose.Has(row.type)) return true;
    }
    if (kept.type != row.type || kept.status != row.status || !kStrong.Has(kept.type)) return false;
    if (PlaceName(kept) != PlaceName(row) || DatesDiffer(kept, row)) return false;
    return row.daily_from.empty() || kept.daily_from == row.daily_from;
  }

  bool SameService(const Service& kept, const Service& row) const {
    if (kept.system != row.system || kept.state != row.state || PlacesApart(kept, row)) return false;
    return Overlap(kept, row) ? PlaceName(kept) == PlaceName(row) || kept.evidence.bytes == row.evidence.bytes
                              : PlaceName(kept) == PlaceName(row) && !DatesDiffer(kept, row);
  }

  bool SamePrice(const Price& kept, const Price& row) const {
    return kept.commodity == row.commodity && kept.from == row.from && kept.to == row.to && kept.high == row.high &&
           kept.change_percent == row.change_percent;
  }

  bool SameOffice(const Office& kept, const Office& row) const {
    if (!kept.person || !row.person || kept.person->name != row.person->name || kept.change != row.change) return false;
    // Of two offices of one person each has its row; "President" is the president of somewhere.
    const std::string a = LowerCase(kept.office), b = LowerCase(row.office);
    return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
  }

  bool SameStatement(const Statement& kept, const Statement& row) const {
    return kept.speaker && row.speaker && kept.speaker->name == row.speaker->name && Overlap(kept, row);
  }

 private:
  // "Mara" of an occurrence told by or of Hurricane Mara.
  std::string_view HazardName(uint32_t token) const {
    const auto named = [&](uint32_t t) {
      return view_.hazards.NounOf(t).empty() ? std::string_view() : view_.analysis[t].text;
    };
    if (const std::string_view own = named(token); !own.empty()) return own;
    if (token + 1 < view_.analysis.size()) {
      if (const std::string_view next = named(token + 1); !next.empty()) return next;
    }
    if (const Proposition* p = view_.PropositionOf(token)) {
      for (const auto* fillers : {&p->agents, &p->themes}) {
        for (const uint32_t filler : *fillers) {
          if (const std::string_view name = named(Resolve(view_.mentions, filler)); !name.empty()) return name;
        }
      }
    }
    return {};
  }

  const ReportView& view_;
  std::unordered_map<uint32_t, std::string_view> hazard_names_;  // by the token of an event, where it has one
};

template <typename RowType>
void Number(std::string_view prefix, std::vector<Draft<RowType>>* rows) {
  // In the order of the text, so that an id says where to look.
  std::stable_sort(rows->begin(), rows->end(), [](const Draft<RowType>& a, const Draft<RowType>& b) {
    return a.row.evidence.start < b.row.evidence.start;
  });
  for (size_t i = 0; i < rows->size(); ++i) (*rows)[i].row.id = fmt::format("{}{}", prefix, i + 1);
}

}  // namespace

void FoldRepeats(const ReportView& view, Drafts* drafts) {
  const Folder folder(view, drafts->events);
  LimitCount* const limits = &drafts->limits;
  Fold(
      &drafts->events, limits, [](const Event& row) { return KeyOf(row.type); },
      [&](const Draft<Event>& a, const Draft<Event>& b) { return folder.SameEvent(a, b); });
  Fold(
      &drafts->figures, limits,
      [](const Figure& row) { return KeyOf(row.kind) + std::hash<double>()(row.value.value_or(-1)); },
      [&](const Draft<Figure>& a, const Draft<Figure>& b) { return folder.SameFigure(a.row, b.row); });
  Fold(
      &drafts->measures, limits, [](const Measure& row) { return kLoose.Has(row.type) ? 0 : 1 + KeyOf(row.type); },
      [&](const Draft<Measure>& a, const Draft<Measure>& b) { return folder.SameMeasure(a.row, b.row); });
  Fold(
      &drafts->services, limits,
      [](const Service& row) { return KeyOf(row.system) * kTerms<ServiceState> + KeyOf(row.state); },
      [&](const Draft<Service>& a, const Draft<Service>& b) { return folder.SameService(a.row, b.row); });
  Fold(
      &drafts->prices, limits, [](const Price& row) { return HashOf(row.commodity); },
      [&](const Draft<Price>& a, const Draft<Price>& b) { return folder.SamePrice(a.row, b.row); });
  Fold(
      &drafts->offices, limits,
      [](const Office& row) {
        return row.person ? HashOf(row.person->name) * kTerms<OfficeChange> + KeyOf(row.change) : size_t{0};
      },
      [&](const Draft<Office>& a, const Draft<Office>& b) { return folder.SameOffice(a.row, b.row); });
  Fold(
      &drafts->statements, limits,
      [](const Statement& row) { return row.speaker ? HashOf(row.speaker->name) : size_t{0}; },
      [&](const Draft<Statement>& a, const Draft<Statement>& b) { return folder.SameStatement(a.row, b.row); });
  Number("e", &drafts->events);
  Number("f", &drafts->figures);
  Number("m", &drafts->measures);
  Number("s", &drafts->services);
  Number("p", &drafts->prices);
  Number("o", &drafts->offices);
  Number("st", &drafts->statements);
}

}  // namespace diurna
