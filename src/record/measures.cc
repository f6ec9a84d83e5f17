// Measures: nouns that name one, crossed with predicates that announce, impose, extend or lift it; and predicates that
// are one themselves.
//
// A measure's status comes from the predicate or from a noun around it (measure_holds.h), sharpened by modality: what
// is called for is not in force. Who decides it, what it is on and from when until when it holds is read from its
// clause (measure_details.h, measure_validity.h).

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/term_set.h"
#include "record/frames.h"
#include "record/measure_details.h"
#include "record/measure_holds.h"
#include "record/measure_nouns.h"
#include "record/measure_validity.h"
#include "record/registers.h"
#include "syntax/relation.h"
#include "syntax/tree.h"
#include "syntax/word.h"

namespace diurna {

namespace {

// What a measure frame makes; without a type none, without a status what the clause tells.
struct Made {
  std::optional<MeasureType> type;
  std::optional<MeasureStatus> status;
};

// A measure as its words tell it, without what stands around them.
struct MeasureFact {
  MeasureSite site;
  MeasureType type = MeasureType::kOther;
  std::optional<MeasureStatus> status;  // nothing: in force, where nothing says otherwise
  Why why;
};

// Statuses that a frame's own predicate tells: "extend", "relax". The others it has because it makes the measure.
constexpr TermSet<MeasureStatus> kChanges = {
    MeasureStatus::kExtended, MeasureStatus::kEased,       MeasureStatus::kRejected, MeasureStatus::kAnnounced,
    MeasureStatus::kPlanned,  MeasureStatus::kRecommended, MeasureStatus::kCalledFor};

// Statuses that a verb above gives to what would be in force: "refused to impose a curfew".
constexpr TermSet<MeasureStatus> kDecidedAbove = {MeasureStatus::kCalledFor, MeasureStatus::kRejected,
                                                  MeasureStatus::kRecommended, MeasureStatus::kPlanned};

// A call for one of these is an order; of any other it is only asked for.
constexpr TermSet<MeasureType> kOrders = {MeasureType::kEvacuationOrder, MeasureType::kLockdown,
                                          MeasureType::kRegulation};

// Modalities that a measure's row keeps; the others its status tells.
constexpr TermSet<Modality> kKept = {Modality::kDenied, Modality::kPossible, Modality::kThreatened};

// A passive in the present without an agent tells how things are, not what was decided: "the banks are closed".
bool IsState(const ReportView& view, const Proposition& p) {
  return p.form == Form::kPassive && p.agents.empty() && HasPresentPassiveAuxiliary(view.analysis, p.head);
}

// Whether a row's own words hold its place.
bool StatesPlace(const Row& row) {
  return !row.place->text.empty() && row.evidence.text.find(row.place->text) != std::string::npos;
}

// Whether a party holds a national office or is a national body, by the words of its name and role.
bool IsNational(const ReportView& view, const Party& party) {
  const WordSet& national = view.words["national"];
  for (const std::string* text : {&party.role, &party.name, &party.text}) {
    for (size_t begin = 0; begin < text->size();) {
      const size_t end = std::min(text->find(' ', begin), text->size());
      if (national.contains(ToAsciiLower(std::string_view(*text).substr(begin, end - begin)))) return true;
      begin = end + 1;
    }
  }
  return false;
}

// Whether an ISO date lies after another, as far as it goes.
bool BeginsAfter(std::string_view start, std::string_view day) {
  constexpr size_t kDay = 10;  // bytes of "2022-01-04"
  return !start.empty() && !day.empty() && start.substr(0, kDay) > day.substr(0, std::min(kDay, start.size()));
}

// Whether one of the lexicon's predicates with a preposition ("come_into") holds: "COME INTO force".
bool HasPredicateWithPreposition(const Proposition& p, const WordSet& predicates) {
  return std::any_of(p.obliques.begin(), p.obliques.end(), [&](const Oblique& oblique) {
    return predicates.contains(std::string(p.predicate).append("_").append(Marker(oblique)));
  });
}

// Whether what holds a noun that is no measure by itself makes it one.
bool MakesMeasure(const Hold& hold, const MeasureNoun& noun) {
  if (!hold.told.status) return false;
  if (hold.wrapped) return true;
  const Proposition* p = hold.predicate;
  if (!noun.only.empty() && (p == nullptr || (!noun.only.contains(std::string_view(p->predicate)) &&
                                              !HasPredicateWithPreposition(*p, noun.only)))) {
    return false;
  }
  return noun.roles.empty() || noun.roles.contains(Name(hold.role));
}

}  // namespace

struct MeasureFinder::Impl {
  explicit Impl(const Lexicon& lexicon);

  void FindNoun(const ReportView& view, uint32_t token, Drafts* drafts) const;
  void FindVerb(const ReportView& view, const Proposition& p, Drafts* drafts) const;
  // "the expulsion of two envoys": what holds the noun tells its status.
  void FindNominal(const ReportView& view, const Frame& frame, const Proposition& p, Drafts* drafts) const;
  // The status that a frame, or else its own predicate, gives to the measure that it makes.
  std::optional<MeasureStatus> StatusOf(const Frame& frame, const Proposition& p, Why* why) const;
  void Add(const ReportView& view, MeasureFact fact, Drafts* drafts) const;
  // Status and modality of the row, by its own words, its modality and the verb above it.
  void SetStatus(const ReportView& view, MeasureFact* fact, Measure* measure) const;
  void SetAuthority(const ReportView& view, const MeasureSite& site, Measure* measure) const;

  FrameTable frames;
  std::vector<Made> made;  // of each frame
  MeasureNouns nouns;
  MeasureStatuses statuses;
  MeasureDetails details;
  MeasureValidity validity;
  TermSet<MeasureStatus> of_others;  // what holds with these has the measure done, it is not the measure
  TermSet<MeasureType> asked_of_public;
  TermSet<Sector> deciding_nothing;
};

MeasureFinder::Impl::Impl(const Lexicon& lexicon)
    : frames(lexicon, "measure_frame"),
      nouns(lexicon),
      statuses(lexicon),
      details(lexicon, nouns),
      validity(lexicon, nouns),
      of_others(TermsOfClass<MeasureStatus>(lexicon, "status_of_others")),
      asked_of_public(TermsOfClass<MeasureType>(lexicon, "asked_of_public")),
      deciding_nothing(TermsOfClass<Sector>(lexicon, "no_authority")) {
  for (const Frame& frame : frames.frames()) {
    made.push_back({frame.entry.Term<MeasureType>("type"), frame.entry.Term<MeasureStatus>("status")});
  }
}

MeasureFinder::MeasureFinder(const Lexicon& lexicon) : impl_(std::make_unique<Impl>(lexicon)) {}
MeasureFinder::MeasureFinder(MeasureFinder&&) noexcept = default;
MeasureFinder::~MeasureFinder() = default;

void MeasureFinder::Impl::FindNoun(const ReportView& view, uint32_t token, Drafts* drafts) const {
  const Token& word = view.analysis[token];
  if (!IsNoun(word)) return;
  const MeasureNoun* noun = nouns.At(view, token);
  if (noun == nullptr) return;
  const Hold hold = statuses.HoldOf(view, token);
  if (noun->strong) {
    const bool held = hold.predicate != nullptr || hold.wrapped;
    if (!held && IsCompoundPart(word) && hold.head == token) return;
  } else if (IsNounModifier(word) || !MakesMeasure(hold, *noun)) {
    return;
  }
  const std::string_view predicate =
      hold.predicate == nullptr ? std::string_view() : std::string_view(hold.predicate->predicate);
  if (noun->never.contains(predicate)) return;
  MeasureFact fact{{token, hold.anchor, hold.predicate}, noun->type, hold.told.status, {}};
  // What calls for, rejects or plans is no measure: "the constitution demands a trial".
  if (hold.role == HeldAs::kAgent && !hold.wrapped && of_others.Has(fact.status)) {
    if (!noun->strong) return;
    fact.status.reset();
  }
  if (noun->deferred_by.contains(predicate)) {
    fact.type = MeasureType::kDeferral;
    fact.status = MeasureStatus::kInForce;
  }
  // A vote that is set for a day is announced.
  if (fact.type == MeasureType::kElectionCall && fact.status == MeasureStatus::kInForce) {
    fact.status = MeasureStatus::kAnnounced;
  }
  fact.why = Why(noun->entry, "measure's noun");
  if (fact.status) fact.why.Add(hold.told.entry);
  Add(view, std::move(fact), drafts);
}

void MeasureFinder::Impl::FindVerb(const ReportView& view, const Proposition& p, Drafts* drafts) const {
  const Frame* frame = frames.Best(view, p);
  if (frame == nullptr) return;
  Why why(frame->entry, frame->entry.Text("name"));
  const std::optional<MeasureType> type = made[frames.IndexOf(frame)].type;
  if (!type) {
    drafts->set_aside.push_back(std::move(why));
    return;
  }
  if (p.form == Form::kNominal) {
    FindNominal(view, *frame, p, drafts);
    return;
  }
  if (frame->entry.Flag("act") && IsState(view, p)) return;
  const std::optional<MeasureStatus> status = StatusOf(*frame, p, &why);
  Add(view, {{p.head, p.head, &p}, *type, status, std::move(why)}, drafts);
}

void MeasureFinder::Impl::FindNominal(const ReportView& view, const Frame& frame, const Proposition& p,
                                      Drafts* drafts) const {
  const Made& makes = made[frames.IndexOf(&frame)];
  const Hold hold = statuses.HoldOf(view, p.head);
  const std::optional<MeasureStatus> status = hold.told.status ? hold.told.status : makes.status;
  if (!status && !frame.entry.Flag("strong")) return;
  Why why(frame.entry, frame.entry.Text("name"));
  why.Add(hold.told.entry);
  Add(view, {{p.head, hold.anchor, hold.predicate}, *makes.type, status, std::move(why)}, drafts);
}

std::optional<MeasureStatus> MeasureFinder::Impl::StatusOf(const Frame& frame, const Proposition& p, Why* why) const {
  const Made& makes = made[frames.IndexOf(&frame)];
  if (makes.status) return makes.status;
  const StatusWord own = statuses.Of(p.predicate);
  // "lift restrictions", "relax rules": the predicate itself tells the status, unless it makes the measure.
  const bool changes =
      kChanges.Has(own.status) || (own.status == MeasureStatus::kLifted && makes.type == MeasureType::kRegulation);
  if (!changes) return std::nullopt;
  why->Add(own.entry);
  // An authority that asks the public for something recommends it.
  if (own.status == MeasureStatus::kCalledFor && asked_of_public.Has(makes.type)) return MeasureStatus::kRecommended;
  return own.status;
}

void MeasureFinder::Impl::Add(const ReportView& view, MeasureFact fact, Drafts* drafts) const {
  MeasureSite& site = fact.site;
  if (!view.sentences.InBody(site.anchor) || !view.sentences.InBody(site.token)) return;
  if (view.analysis[site.anchor].sentence != view.analysis[site.token].sentence) site.anchor = site.token;
  const uint32_t sentence = view.analysis[site.token].sentence;
  if (!drafts->limits.Admit(Register::kMeasures, sentence)) return;
  Draft<Measure> draft =
      view.MakeDraft<Measure>(site.anchor, view.excerpts.ClauseWith(site.anchor, site.token), PlaceReach::kNational);
  Measure& measure = draft.row;
  measure.type = fact.type;
  SetStatus(view, &fact, &measure);
  SetAuthority(view, site, &measure);
  // A president decides for the country, wherever the report was filed from.
  if (measure.authority && measure.place && !StatesPlace(measure) && view.scope.country_place &&
      IsNational(view, *measure.authority)) {
    measure.place = view.scope.country_place;
    draft.anchors.place = PlaceOrigin::kNationalAuthority;
  }
  MeasureValidity::Set(view, site.anchor, site.token, &measure);
  if (measure.status == MeasureStatus::kInForce && BeginsAfter(measure.start, view.document.published)) {
    measure.status = MeasureStatus::kAnnounced;  // what begins tomorrow is not in force
  }
  measure.goods = details.Goods(view, site, measure.type);
  measure.instrument = details.Instrument(view, site);
  draft.why = std::move(fact.why);
  if (measure.place) {
    std::vector<Place> places = view.anchors.PlacesBeside(site.anchor, *measure.place);
    drafts->limits.HoldPlaces(&places);
    for (Place& place : places) {
      if (!drafts->limits.Admit(Register::kMeasures, sentence)) continue;
      Draft<Measure>& beside = drafts->measures.emplace_back(draft);
      beside.row.place = std::move(place);
    }
  }
  drafts->measures.push_back(std::move(draft));
}

void MeasureFinder::Impl::SetStatus(const ReportView& view, MeasureFact* fact, Measure* measure) const {
  const Proposition* p = fact->site.predicate;
  measure->status = fact->status.value_or(MeasureStatus::kInForce);
  Modality modality = p == nullptr ? Modality::kHappened : p->modality;
  // What a frame says of its status holds whatever duty or permission it is read from.
  if (fact->why.entries.front().Has("status") && modality != Modality::kPlanned) modality = Modality::kHappened;
  if (modality == Modality::kCalledFor && measure->status != MeasureStatus::kLifted) {
    if (!kOrders.Has(fact->type)) measure->status = MeasureStatus::kCalledFor;
  } else if (modality == Modality::kPlanned) {
    if (measure->status == MeasureStatus::kInForce) measure->status = MeasureStatus::kAnnounced;
  }
  measure->modality = kKept.Has(modality) ? modality : Modality::kHappened;
  // A verb above that asks for it or turns it down decides.
  if (p == nullptr || !p->governor || measure->status != MeasureStatus::kInForce) return;
  const StatusWord above = statuses.Of(view.propositions.items[*p->governor].predicate);
  if (!kDecidedAbove.Has(above.status)) return;
  measure->status = above.status;
  fact->why.Add(above.entry);
}

void MeasureFinder::Impl::SetAuthority(const ReportView& view, const MeasureSite& site, Measure* measure) const {
  const Proposition* p = site.predicate;
  const bool asked = measure->status == MeasureStatus::kCalledFor && p != nullptr &&
                     statuses.Of(p->predicate).status == MeasureStatus::kCalledFor;
  if (asked) {
    // Who demands it does not decide it.
    if (measure->source.empty() && !p->agents.empty() && p->agents.front() != site.token) {
      measure->source.push_back(view.PartyOf(p->agents.front()));
    }
  } else if (const OptionalIndex decider = details.Decider(view, site)) {
    measure->authority = view.PartyOf(*decider);
  } else if (!measure->source.empty() && !deciding_nothing.Has(measure->source.back().sector)) {
    measure->authority = measure->source.back();
  }
}

void MeasureFinder::Find(const ReportView& view, Drafts* drafts) const {
  for (uint32_t token = view.sentences.body(); token < view.analysis.size(); ++token) {
    impl_->FindNoun(view, token, drafts);
  }
  for (const Proposition& p : view.propositions.items) {
    const bool plain =
        p.form == Form::kAdjective && view.words["plain_adjective"].contains(view.analysis[p.head].lower);
    if (view.sentences.InBody(p.head) && !plain) impl_->FindVerb(view, p, drafts);
  }
  impl_->validity.SetFromOtherSentences(view, drafts);
}

}  // namespace diurna
