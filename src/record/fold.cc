// Folding: a fact told twice in one report is one row (rule 3 of the contract).
//
// Two rows wrongly made one lose a fact, two kept apart only repeat it. So rows of known and different places, days or
// sources stay apart, and so do what is denied and what is not (rules 2 and 14); what was handed down to a row from a
// neighbour or from the whole report keeps nothing apart, and what both lack makes nothing the same. Of the others,
// those are one whose evidence overlaps and whose kind agrees, a nominal that takes up an occurrence of the same type,
// and two tellings that agree in everything that tells their kind apart. The fullest telling that was first is the
// evidence; the others go to `also`.

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <concepts>
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

// From its first day to its last, as strings that compare like days; "2022-01" ends behind all its days.
struct Days {
  explicit Days(const Time& time)
      : first(time.start.substr(0, 10)), last((time.end.empty() ? time.start : time.end).substr(0, 10) + '~') {}
  std::string first, last;
};

// Both have a date of their own and the dates differ.
bool DatesDiffer(const Row& a, const Row& b) {
  if (!a.time || !b.time || a.time->start.empty() || b.time->start.empty()) return false;
  if (a.time->basis != TimeBasis::kStated || b.time->basis != TimeBasis::kStated) return false;
  const Days one(*a.time), other(*b.time);
  return one.last < other.first || other.last < one.first;
}

// Neither place is the other nor can lie in it.
bool Elsewhere(const Place& a, const Place& b) {
  if (a.name == b.name) return false;
  if (a.precision == b.precision) return true;
  if (!a.country.empty() && !b.country.empty() && a.country != b.country) return true;
  return !a.admin1.empty() && !b.admin1.empty() && a.admin1 != b.admin1;
}

// Both sentences name a place and the places differ.
template <typename RowType>
bool PlacesDiffer(const Draft<RowType>& a, const Draft<RowType>& b) {
  return a.anchors.place == PlaceOrigin::kOwnSentence && b.anchors.place == PlaceOrigin::kOwnSentence && a.row.place &&
         b.row.place && Elsewhere(*a.row.place, *b.row.place);
}

// A row's own words hold its time, or its place: they are not those of a neighbour.
bool TellsTime(const Row& row) {
  return row.time && !row.time->text.empty() && row.evidence.text.find(row.time->text) != std::string::npos;
}
bool TellsPlace(const Row& row) {
  return row.place && !row.place->text.empty() && row.evidence.text.find(row.place->text) != std::string::npos;
}

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  return lower;
}

bool Overlap(const Row& a, const Row& b) { return a.evidence.bytes.Overlaps(b.evidence.bytes); }

// Of two rows of one clause, each of its own place: "in Cairo and Suez".
bool PlacesApart(const Row& a, const Row& b) { return TellsPlace(a) && TellsPlace(b) && PlaceName(a) != PlaceName(b); }

// Two rows each of which tells its day, or its place, in its own words.
bool TellApart(const Row& a, const Row& b) {
  return PlacesApart(a, b) || (DatesDiffer(a, b) && TellsTime(a) && TellsTime(b));
}

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

// Both name who tells them, and no one tells both: a party is another's where it is the body that it speaks for.
bool SourcesDiffer(const Row& a, const Row& b) {
  const auto holds = [](const std::string& whole, const std::string& part) {
    return !part.empty() && LowerCase(whole).find(LowerCase(part)) != std::string::npos;
  };
  const auto one = [&](const Party& p, const Party& q) {
    return holds(p.name, q.name) || holds(q.name, p.name) || holds(p.organization, q.name) ||
           holds(q.organization, p.name) || holds(p.organization, q.organization);
  };
  return !a.source.empty() && !b.source.empty() && std::none_of(a.source.begin(), a.source.end(), [&](const Party& p) {
    return std::any_of(b.source.begin(), b.source.end(), [&](const Party& q) { return one(p, q); });
  });
}

// Both are told, and neither holds the other.
bool Differ(std::string_view a, std::string_view b) {
  return a.find(b) == std::string_view::npos && b.find(a) == std::string_view::npos;
}

// One is told as so, the other as not.
bool ModalitiesDiffer(const Row& a, const Row& b) {
  return (a.modality == Modality::kDenied) != (b.modality == Modality::kDenied);
}

// What holds two rows of any register apart. An event has one row, whoever tells it (rule 4).
template <typename RowType>
bool Apart(const Draft<RowType>& a, const Draft<RowType>& b) {
  if (ModalitiesDiffer(a.row, b.row)) return true;
  if (Overlap(a.row, b.row)) return PlacesApart(a.row, b.row);
  if (PlacesDiffer(a, b) || DatesDiffer(a.row, b.row)) return true;
  return !std::same_as<RowType, Event> && SourcesDiffer(a.row, b.row);
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
    if (IsBlast(kept_draft, draft)) return !DatesDiffer(kept, row) && !PlacesDiffer(kept_draft, draft);
    if (kept.type != row.type) return false;
    if (Continues(kept_draft, draft)) return true;
    const Proposition* a = view_.PropositionOf(kept_draft.token);
    const Proposition* b = view_.PropositionOf(draft.token);
    const bool nominal_a = a != nullptr && a->form == Form::kNominal;
    const bool nominal_b = b != nullptr && b->form == Form::kNominal;
    if (Distinct(kept_draft, draft)) return false;
    const bool same_sentence = SentenceOf(kept_draft) == SentenceOf(draft);
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
    // "The attack" is that of before, wherever the sentence goes on to; its own words alone tell it from that.
    if (IsTakenUp(draft) ? ModalitiesDiffer(kept_draft.row, draft.row) || TellApart(kept_draft.row, draft.row)
                         : Apart(kept_draft, draft)) {
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

  bool SameFigure(const Draft<Figure>& kept_draft, const Draft<Figure>& draft) const {
    const Figure& kept = kept_draft.row;
    const Figure& row = draft.row;
    if (kept.kind != row.kind || kept.value != row.value || kept.high != row.high) return false;
    if (Apart(kept_draft, draft) || InOneBreath(kept_draft, draft)) return false;
    if (kept.kind == FigureKind::kOther) return kept.who == row.who && !row.who.empty();
    // People are called now passengers, now victims, but a sum or a share says little without what it is of.
    const bool of_people = kept.kind != FigureKind::kMoney && kept.kind != FigureKind::kRate;
    return of_people || !Differ(kept.who, row.who);
  }

  bool SameMeasure(const Draft<Measure>& kept_draft, const Draft<Measure>& draft) const {
    const Measure& kept = kept_draft.row;
    const Measure& row = draft.row;
    if (Apart(kept_draft, draft)) return false;
    if (Overlap(kept, row)) {
      if (kept.type == row.type && (kept.status == row.status || kept.evidence.bytes == row.evidence.bytes))
        return true;
      if (kept.type != row.type && kLoose.Has(kept.type) && kLoose.Has(row.type)) return true;
    }
    if (kept.type != row.type || kept.status != row.status || !kStrong.Has(kept.type)) return false;
    if (PlaceName(kept) != PlaceName(row)) return false;
    return row.daily_from.empty() || kept.daily_from == row.daily_from;
  }

  bool SameService(const Draft<Service>& kept_draft, const Draft<Service>& draft) const {
    const Service& kept = kept_draft.row;
    const Service& row = draft.row;
    if (kept.system != row.system || kept.state != row.state || Apart(kept_draft, draft)) return false;
    return PlaceName(kept) == PlaceName(row) || kept.evidence.bytes == row.evidence.bytes;
  }

  bool SamePrice(const Draft<Price>& kept_draft, const Draft<Price>& draft) const {
    const Price& kept = kept_draft.row;
    const Price& row = draft.row;
    if (kept.commodity != row.commodity || kept.from != row.from || kept.to != row.to || kept.high != row.high) {
      return false;
    }
    return kept.change_percent == row.change_percent && !Differ(kept.unit, row.unit) &&
           !Differ(kept.currency, row.currency) && !Apart(kept_draft, draft) && !InOneBreath(kept_draft, draft);
  }

  bool SameOffice(const Office& kept, const Office& row) const {
    if (!kept.person || !row.person || kept.person->name != row.person->name || kept.change != row.change) return false;
    if (ModalitiesDiffer(kept, row)) return false;
    // Of two offices of one person each has its row; "President" is the president of somewhere.
    return !Differ(LowerCase(kept.office), LowerCase(row.office));
  }

  bool SameStatement(const Statement& kept, const Statement& row) const {
    return kept.speaker && row.speaker && kept.speaker->name == row.speaker->name && Overlap(kept, row);
  }

 private:
  // Two numbers of one sentence: nobody tells one fact twice in it.
  template <typename RowType>
  bool InOneBreath(const Draft<RowType>& a, const Draft<RowType>& b) const {
    return SentenceOf(a) == SentenceOf(b);
  }

  // "The blast" of a bomb told before.
  bool IsBlast(const Draft<Event>& kept, const Draft<Event>& draft) const {
    return kept.row.mode == EventMode::kExplosives && draft.row.mode == EventMode::kExplosion && IsTakenUp(draft);
  }

  // The same occurrence by its outcome or purpose: "a bomb exploded, KILLING four", "envoys met to DISCUSS a truce".
  bool Continues(const Draft<Event>& kept, const Draft<Event>& draft) const {
    const Token& verb = view_.analysis[draft.token];
    if (verb.head != kept.token || !IsVerb(verb) || IsConjunct(verb) || draft.token < kept.token) return false;
    if (IsInfinitive(view_.analysis, draft.token)) return Share(kept.row.actors, draft.row.actors);
    return IsPresentParticiple(verb) && HasNoSubject(draft.token);
  }
  bool HasNoSubject(uint32_t verb) const {
    const auto children = view_.analysis.children(verb);
    return std::none_of(children.begin(), children.end(), [&](uint32_t child) {
      return IsActiveSubject(view_.analysis[child]) || IsPassiveSubject(view_.analysis[child]) ||
             IsClauseMarker(view_.analysis[child]);
    });
  }

  bool IsTakenUp(const Draft<Event>& draft) const {
    const Proposition* p = view_.PropositionOf(draft.token);
    return p != nullptr && p->form == Form::kNominal && IsDefinite(view_.analysis, draft.token);
  }

  template <typename RowType>
  uint32_t SentenceOf(const Draft<RowType>& draft) const {
    return view_.analysis[draft.token].sentence;
  }

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
      &drafts->events, limits,
      // A blast may be that of a bomb.
      [](const Event& row) { return KeyOf(row.mode == EventMode::kExplosion ? EventType::kAssault : row.type); },
      [&](const Draft<Event>& a, const Draft<Event>& b) { return folder.SameEvent(a, b); });
  Fold(
      &drafts->figures, limits,
      [](const Figure& row) { return KeyOf(row.kind) + std::hash<double>()(row.value.value_or(-1)); },
      [&](const Draft<Figure>& a, const Draft<Figure>& b) { return folder.SameFigure(a, b); });
  Fold(
      &drafts->measures, limits, [](const Measure& row) { return kLoose.Has(row.type) ? 0 : 1 + KeyOf(row.type); },
      [&](const Draft<Measure>& a, const Draft<Measure>& b) { return folder.SameMeasure(a, b); });
  Fold(
      &drafts->services, limits,
      [](const Service& row) { return KeyOf(row.system) * kTerms<ServiceState> + KeyOf(row.state); },
      [&](const Draft<Service>& a, const Draft<Service>& b) { return folder.SameService(a, b); });
  Fold(
      &drafts->prices, limits, [](const Price& row) { return HashOf(row.commodity); },
      [&](const Draft<Price>& a, const Draft<Price>& b) { return folder.SamePrice(a, b); });
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
