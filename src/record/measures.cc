// Measures: nouns that name one, crossed with predicates that announce, impose, extend or lift it; and predicates that
// are one themselves.
//
// A measure's noun may stand inside another phrase that predicates see in its place: "a state of emergency", "an
// extension of the curfew", "curfew orders". Its status comes from the predicate or from such a wrapping noun,
// sharpened by modality: what is called for is not in force. Validity is read from the clause: bounds of its times, its
// durations, and pairs of clock times that recur daily.

#include <algorithm>
#include <memory>
#include <optional>
#include <unordered_map>

#include "base/term_set.h"
#include "record/frames.h"
#include "record/registers.h"

namespace diurna {

namespace {

struct MeasureNoun {
  explicit MeasureNoun(const LexiconEntry& e)
      : entry(e),
        type(e.Term<MeasureType>("type").value_or(MeasureType::kOther)),
        strong(e.Flag("strong")),
        only(WordsOf(e, "only")),
        never(WordsOf(e, "never")),
        roles(WordsOf(e, "roles")),
        object(WordsOf(e, "object")),
        modifier(WordsOf(e, "modifier")),
        not_modifier(WordsOf(e, "not_modifier")) {}
  LexiconEntry entry;
  MeasureType type;
  bool strong;
  WordSet only, never, roles, object, modifier, not_modifier;
};

// What tells the status of a measure, and the entry that says so; or nothing.
struct StatusWord {
  std::optional<MeasureStatus> status;
  const LexiconEntry* entry = nullptr;
};

// What a measure frame makes; without a type none, without a status what the clause tells.
struct Made {
  std::optional<MeasureType> type;
  std::optional<MeasureStatus> status;
};

// What holds a measure that a noun names: its predicate, and the status that this or a noun around it tells.
struct Hold {
  const Proposition* predicate = nullptr;
  std::string_view role;
  StatusWord told;  // what tells the status, if anything does
  uint32_t anchor = 0;
  uint32_t head = 0;     // the noun that the predicate sees
  bool wrapped = false;  // in "the extension of"
};

bool IsModifier(Dep dep) { return dep == Dep::kCompound || dep == Dep::kNmod || dep == Dep::kAmod; }

// Types that hold from an hour until an hour of each day.
constexpr TermSet<MeasureType> kDaily = {MeasureType::kCurfew, MeasureType::kLockdown,
                                         MeasureType::kMovementRestriction, MeasureType::kClosure,
                                         MeasureType::kRegulation};

// Whether a stretch of time is how long the measure lasts: "for 15 days", "extended by a week", "a 72-hour ban", "three
// days of mourning".
bool Lasts(const ReportView& view, const TimeMention& time, uint32_t anchor, uint32_t token) {
  const Analysis& analysis = view.analysis;
  const auto inside = [&](uint32_t part, uint32_t whole) {
    return analysis[whole].left_edge <= part && part <= analysis[whole].right_edge;
  };
  const uint32_t head = time.tokens.head;
  const std::string_view before = time.tokens.begin > 0 ? analysis[time.tokens.begin - 1].lower : std::string_view();
  const bool noun = analysis[token].pos == Pos::kNoun || analysis[token].pos == Pos::kPropn;
  if (noun && head < token && inside(head, token)) return true;
  if (noun && token != head && token > head && inside(token, head)) return true;
  if (view.words["lasting_preposition"].contains(before)) return true;
  const bool other = view.words["not_lasting"].contains(before) ||
                     view.words["not_lasting"].contains(analysis[time.tokens.begin].lower);
  const uint32_t verb = VerbAbove(analysis, head);
  return !other && (verb == VerbAbove(analysis, anchor) || verb == VerbAbove(analysis, token));
}

// A passive in the present without an agent tells how things are, not what was decided: "the banks are closed".
bool IsState(const ReportView& view, const Proposition& p) {
  if (p.form != Form::kPassive || !p.agents.empty()) return false;
  const auto children = view.analysis.children(p.head);
  return std::any_of(children.begin(), children.end(), [&](uint32_t child) {
    const Token& token = view.analysis[child];
    return token.dep == Dep::kAuxpass && (token.tag == "VBZ" || token.tag == "VBP");
  });
}

// Whether a row's own words hold its place.
bool StatesPlace(const Row& row) {
  return !row.place->text.empty() && row.evidence.text.find(row.place->text) != std::string::npos;
}

// Whether a party holds a national office or is a national body, by the words of its name and role.
bool IsNational(const ReportView& view, const Party& party) {
  for (const std::string* text : {&party.role, &party.name, &party.text}) {
    size_t begin = 0;
    while (begin < text->size()) {
      const size_t end = std::min(text->find(' ', begin), text->size());
      std::string word = text->substr(begin, end - begin);
      std::transform(word.begin(), word.end(), word.begin(),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
      if (view.words["national"].contains(word)) return true;
      begin = end + 1;
    }
  }
  return false;
}

// Types whose "by Friday" is when they must be done with.
constexpr TermSet<MeasureType> kWithDeadline = {MeasureType::kRegulation, MeasureType::kDeferral,
                                                MeasureType::kWithdrawal, MeasureType::kEvacuationOrder,
                                                MeasureType::kElectionCall};

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

// Types whose goods stand with a carrier ("the price of RICE") and not as themes of their own predicate.
constexpr TermSet<MeasureType> kOnCarried = {MeasureType::kPriceRegulation, MeasureType::kTax, MeasureType::kSubsidy};

std::string_view RoleName(RoleOf::Role role) {
  switch (role) {
    case RoleOf::kAgent:
      return "agent";
    case RoleOf::kTheme:
      return "theme";
    default:
      return "oblique";
  }
}

}  // namespace

struct MeasureFinder::Impl {
  explicit Impl(const Lexicon& lexicon)
      : frames(lexicon, "measure_frame"),
        of_others(TermsOfClass<MeasureStatus>(lexicon, "status_of_others")),
        on_goods(TermsOfClass<MeasureType>(lexicon, "measure_on_goods")),
        asked_of_public(TermsOfClass<MeasureType>(lexicon, "asked_of_public")),
        lasting(TermsOfClass<MeasureType>(lexicon, "lasting_measure")),
        deciding(TermsOfClass<Sector>(lexicon, "deciding_sector")),
        deciding_nothing(TermsOfClass<Sector>(lexicon, "no_authority")) {
    for (const Frame& frame : frames.frames()) {
      made.push_back({frame.entry.Term<MeasureType>("type"), frame.entry.Term<MeasureStatus>("status")});
    }
    for (const LexiconEntry& entry : lexicon.Entries("measure_noun")) nouns.emplace_back(entry);
    for (const MeasureNoun& noun : nouns) {
      for (const std::string_view word : noun.entry.List("words")) {
        const std::string_view last = word.substr(word.rfind(' ') == std::string_view::npos ? 0 : word.rfind(' ') + 1);
        by_last_word[last].emplace_back(word, &noun);
      }
    }
    for (auto& [last, list] : by_last_word) {
      std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
        // What asks for an object first, then the longer name.
        const bool object_a = !a.second->object.empty(), object_b = !b.second->object.empty();
        return object_a != object_b ? object_a : a.first.size() > b.first.size();
      });
    }
    status_entries = lexicon.Entries("measure_status");
    for (const LexiconEntry& entry : status_entries) {
      const StatusWord told{entry.Term<MeasureStatus>("status"), &entry};
      for (const std::string_view word : entry.List("predicates")) status_of.emplace(word, told);
      for (const std::string_view word : entry.List("nouns")) status_of_noun.emplace(word, told);
    }
  }

  // The measure that a noun names, with the words before it or the noun that it is "of".
  const MeasureNoun* NounAt(const ReportView& view, uint32_t token) const;
  Hold HoldOf(const ReportView& view, uint32_t token) const;
  // Whether one of the words stands behind "on", "of" and the like, or as a modifier: "a ban on rallies", "rally ban".
  bool HasObject(const ReportView& view, uint32_t noun, const WordSet& words) const;
  void FindNoun(const ReportView& view, uint32_t token, Drafts* drafts) const;
  void FindVerb(const ReportView& view, const Proposition& p, Drafts* drafts) const;
  void Add(const ReportView& view, uint32_t token, uint32_t anchor, const Proposition* p, MeasureType type,
           std::optional<MeasureStatus> status, Why why, Drafts* drafts) const;
  // Who decides: the agent, of a noun its possessor or whom it is "by"; -1 where the text names none.
  int32_t DeciderOf(const ReportView& view, uint32_t token, const Proposition* p) const;
  // The goods that a measure is on, as written: "exports of RICE AND MAIZE", "ONION exports", "banned PLASTIC BAGS".
  std::vector<std::string> GoodsOf(const ReportView& view, uint32_t token, const Proposition* p,
                                   MeasureType type) const;
  // The decree, order, law or the like by which it is done, as written; empty where the clause names none.
  std::string InstrumentOf(const ReportView& view, uint32_t token, uint32_t anchor) const;
  void SetValidity(const ReportView& view, uint32_t anchor, uint32_t token, Measure* measure) const;
  // "These measures will start on the 5th and continue until the 19th": the validity of measures told before.
  void SetValidityOfEarlier(const ReportView& view, Drafts* drafts) const;

  FrameTable frames;
  std::vector<Made> made;  // of each frame
  std::vector<MeasureNoun> nouns;
  std::unordered_map<std::string_view, std::vector<std::pair<std::string_view, const MeasureNoun*>>> by_last_word;
  std::vector<LexiconEntry> status_entries;
  TermSet<MeasureStatus> of_others;  // what holds with these has the measure done, it is not the measure
  TermSet<MeasureType> on_goods, asked_of_public, lasting;
  TermSet<Sector> deciding, deciding_nothing;
  std::unordered_map<std::string_view, StatusWord> status_of, status_of_noun;
};

MeasureFinder::MeasureFinder(const Lexicon& lexicon) : impl_(std::make_unique<Impl>(lexicon)) {}
MeasureFinder::MeasureFinder(MeasureFinder&&) noexcept = default;
MeasureFinder::~MeasureFinder() = default;

const MeasureNoun* MeasureFinder::Impl::NounAt(const ReportView& view, uint32_t token) const {
  const auto found = by_last_word.find(view.lemmas[token]);
  if (found == by_last_word.end()) return nullptr;
  for (const auto& [words, noun] : found->second) {
    // Held against the words that stand before the noun, from right to left.
    std::string_view rest = words;
    uint32_t at = token;
    bool fits = true;
    while (fits) {
      const size_t space = rest.rfind(' ');
      const std::string_view word = space == std::string_view::npos ? rest : rest.substr(space + 1);
      fits = view.lemmas[at] == word || view.analysis[at].lower == word;
      if (space == std::string_view::npos || !fits) break;
      rest = rest.substr(0, space);
      if (at == 0) fits = false;
      if (fits) --at;
      // "state of national emergency": an adjective inside does not break the name.
      while (fits && at > 0 && view.analysis[at].dep == Dep::kAmod && rest.ends_with("of")) --at;
    }
    if (!fits) continue;
    const auto children = view.analysis.children(token);
    const auto modified = [&](const WordSet& set) {
      return std::any_of(children.begin(), children.end(), [&](uint32_t child) {
        return IsModifier(view.analysis[child].dep) && set.contains(view.lemmas[child]);
      });
    };
    if (!noun->object.empty() && !HasObject(view, token, noun->object)) continue;
    if (!noun->modifier.empty() && !modified(noun->modifier)) continue;
    if (!noun->not_modifier.empty() && modified(noun->not_modifier)) continue;
    return noun;
  }
  return nullptr;
}

bool MeasureFinder::Impl::HasObject(const ReportView& view, uint32_t noun, const WordSet& words) const {
  const auto named = [&](uint32_t token) {
    return words.contains(view.lemmas[token]) || words.contains(view.analysis[token].lower);
  };
  std::vector<uint32_t> children(view.analysis.children(noun).begin(), view.analysis.children(noun).end());
  // "lifted the block on social media", with the phrase hung on the verb
  if (noun + 1 < view.analysis.size() && view.analysis[noun + 1].dep == Dep::kPrep &&
      view.analysis[noun + 1].head == view.analysis[noun].head) {
    children.push_back(noun + 1);
  }
  for (const uint32_t child : children) {
    const Token& c = view.analysis[child];
    if (IsModifier(c.dep) && named(child)) return true;
    if (c.dep != Dep::kPrep || !view.words["measure_object"].contains(c.lower)) continue;
    for (const uint32_t object : view.analysis.children(child)) {
      if (view.analysis[object].dep == Dep::kPcomp && named(object)) return true;
      if (view.analysis[object].dep != Dep::kPobj) continue;
      for (const uint32_t each : Conjuncts(view.analysis, object)) {
        if (named(each)) return true;
        for (const uint32_t below : view.analysis.children(each)) {
          if (IsModifier(view.analysis[below].dep) && named(below)) return true;
        }
      }
    }
  }
  return false;
}

Hold MeasureFinder::Impl::HoldOf(const ReportView& view, uint32_t token) const {
  const Analysis& analysis = view.analysis;
  Hold hold;
  // Climb to the noun that predicates see.
  uint32_t head = token;
  StatusWord wrapped;
  uint32_t wrapper = token;
  for (int steps = 0; steps < 4; ++steps) {
    const Token& h = analysis[head];
    if (h.dep == Dep::kPobj &&
        (analysis[h.head].lower == "of" || analysis[h.head].lower == "to" || analysis[h.head].lower == "for")) {
      const uint32_t above = analysis[h.head].head;
      if (analysis[above].pos != Pos::kNoun && analysis[above].pos != Pos::kPropn) break;
      const auto status = status_of_noun.find(view.lemmas[above]);
      if (status != status_of_noun.end()) wrapped = status->second, wrapper = above;
      if (status == status_of_noun.end() && !view.words["measure_shell"].contains(view.lemmas[above])) break;
      head = above;
    } else if ((h.dep == Dep::kCompound || h.dep == Dep::kNmod) &&
               view.words["measure_shell"].contains(view.lemmas[h.head])) {
      head = h.head;
    } else if (h.dep == Dep::kConj && view.propositions.RolesOf(head).empty() &&
               (analysis[h.head].pos == Pos::kNoun || analysis[h.head].pos == Pos::kPropn)) {
      head = h.head;
    } else {
      break;
    }
  }
  double best_score = -1;
  std::string key;
  for (const RoleOf& role : view.propositions.RolesOf(head)) {
    const Proposition& p = view.propositions.items[role.proposition];
    if (p.form == Form::kNominal) continue;
    auto status = status_of.end();
    if (role.role == RoleOf::kOblique) {
      // "call for", "place under"
      key.assign(p.predicate).append("_").append(Marker(p.obliques[role.oblique]));
      status = status_of.find(std::string_view(key));
    }
    if (status == status_of.end()) status = status_of.find(p.predicate);
    const bool has_status = status != status_of.end();
    if (!has_status && role.role != RoleOf::kTheme && role.role != RoleOf::kAgent) continue;
    const Dep dep = analysis[p.head].dep;
    const bool main = dep != Dep::kAcl && dep != Dep::kRelcl && dep != Dep::kAmod;
    const double score = (has_status ? 2 : 0) +
                         (role.role == RoleOf::kTheme   ? 1
                          : role.role == RoleOf::kAgent ? 0.5
                                                        : 0) +
                         (main ? 0.6 : 0);
    if (score > best_score) {
      best_score = score;
      hold.predicate = &p;
      hold.role = RoleName(role.role);
      hold.told = has_status ? status->second : StatusWord();
    }
  }
  hold.wrapped = wrapped.entry != nullptr;
  if (hold.wrapped) hold.told = wrapped;
  hold.head = head;
  hold.anchor = hold.wrapped ? wrapper : hold.predicate != nullptr ? hold.predicate->head : token;
  return hold;
}

void MeasureFinder::Impl::FindNoun(const ReportView& view, uint32_t token, Drafts* drafts) const {
  const Token& word = view.analysis[token];
  if (word.pos != Pos::kNoun && word.pos != Pos::kPropn) return;
  const MeasureNoun* noun = NounAt(view, token);
  if (noun == nullptr) return;
  const Hold hold = HoldOf(view, token);
  const std::string_view predicate =
      hold.predicate == nullptr ? std::string_view() : std::string_view(hold.predicate->predicate);
  std::optional<MeasureStatus> status = hold.told.status;
  if (!noun->strong) {
    if (!status) return;
    if (!noun->only.empty() && !hold.wrapped && !noun->only.contains(predicate)) {
      // "come into" force
      const auto& obliques = hold.predicate == nullptr ? std::vector<Oblique>() : hold.predicate->obliques;
      if (std::none_of(obliques.begin(), obliques.end(), [&](const Oblique& oblique) {
            return noun->only.contains(std::string(predicate).append("_").append(Marker(oblique)));
          })) {
        return;
      }
    }
    if (!noun->roles.empty() && !hold.wrapped && !noun->roles.contains(hold.role)) return;
    if (word.dep == Dep::kCompound || word.dep == Dep::kNmod) return;
  } else if (hold.predicate == nullptr && !hold.wrapped && word.dep == Dep::kCompound && hold.head == token) {
    return;
  }
  if (noun->never.contains(predicate)) return;
  // What calls for, rejects or plans is no measure: "the constitution demands a trial".
  if (hold.role == "agent" && !hold.wrapped && of_others.Has(status)) {
    if (!noun->strong) return;
    status.reset();
  }
  MeasureType type = noun->type;
  if (type == MeasureType::kElectionCall && (predicate == "postpone" || predicate == "delay")) {
    type = MeasureType::kDeferral;
    status = MeasureStatus::kInForce;
  }
  // A vote that is set for a day is announced.
  if (type == MeasureType::kElectionCall && status == MeasureStatus::kInForce) status = MeasureStatus::kAnnounced;
  Why why(noun->entry, "measure's noun");
  if (status) why.Add(hold.told.entry);
  Add(view, token, hold.anchor, hold.predicate, type, status, std::move(why), drafts);
}

void MeasureFinder::Impl::FindVerb(const ReportView& view, const Proposition& p, Drafts* drafts) const {
  const Frame* frame = frames.Best(view, p);
  if (frame == nullptr) return;
  Why why(frame->entry, frame->entry.Text("name"));
  const Made& frame_makes = made[frames.IndexOf(frame)];
  if (!frame_makes.type) {
    drafts->set_aside.push_back(std::move(why));
    return;
  }
  if (p.form == Form::kNominal) {
    // "the expulsion of two envoys": what holds the noun tells its status.
    const Hold hold = HoldOf(view, p.head);
    const std::optional<MeasureStatus> status = hold.told.status ? hold.told.status : frame_makes.status;
    if (!status && !frame->entry.Flag("strong")) return;
    why.Add(hold.told.entry);
    Add(view, p.head, hold.anchor, hold.predicate, *frame_makes.type, status, std::move(why), drafts);
    return;
  }
  if (frame->entry.Flag("act") && IsState(view, p)) return;
  const auto own = status_of.find(p.predicate);
  std::optional<MeasureStatus> status = frame_makes.status;
  if (!status && own != status_of.end()) {
    // "lift restrictions", "relax rules": the predicate itself tells the status, unless it makes the measure.
    const std::optional<MeasureStatus> told = own->second.status;
    if (kChanges.Has(told) || (told == MeasureStatus::kLifted && frame_makes.type == MeasureType::kRegulation)) {
      status = told;
      why.Add(own->second.entry);
    }
    // An authority that asks the public for something recommends it.
    if (status == MeasureStatus::kCalledFor && asked_of_public.Has(frame_makes.type)) {
      status = MeasureStatus::kRecommended;
    }
  }
  Add(view, p.head, p.head, &p, *frame_makes.type, status, std::move(why), drafts);
}

void MeasureFinder::Impl::Add(const ReportView& view, uint32_t token, uint32_t anchor, const Proposition* p,
                              MeasureType type, std::optional<MeasureStatus> status, Why why, Drafts* drafts) const {
  if (!view.sentences.InBody(anchor) || !view.sentences.InBody(token)) return;
  if (view.analysis[anchor].sentence != view.analysis[token].sentence) anchor = token;
  Draft<Measure> draft =
      view.MakeDraft<Measure>(anchor, view.excerpts.ClauseWith(anchor, token), PlaceReach::kNational);
  Measure& measure = draft.row;
  measure.type = type;
  measure.status = status.value_or(MeasureStatus::kInForce);
  Modality modality = p == nullptr ? Modality::kHappened : p->modality;
  // What a frame says of its status holds whatever duty or permission it is read from.
  if (why.entries.front().Has("status") && modality != Modality::kPlanned) modality = Modality::kHappened;
  if (modality == Modality::kCalledFor && measure.status != MeasureStatus::kLifted) {
    if (!kOrders.Has(type)) measure.status = MeasureStatus::kCalledFor;
  } else if (modality == Modality::kPlanned) {
    if (measure.status == MeasureStatus::kInForce) measure.status = MeasureStatus::kAnnounced;
  }
  const bool told =
      modality == Modality::kDenied || modality == Modality::kPossible || modality == Modality::kThreatened;
  measure.modality = told ? modality : Modality::kHappened;
  // A verb above that asks for it or turns it down decides.
  if (p != nullptr && p->governor >= 0) {
    const Proposition& governor = view.propositions.items[p->governor];
    const auto above = status_of.find(governor.predicate);
    if (above != status_of.end() && kDecidedAbove.Has(above->second.status) &&
        measure.status == MeasureStatus::kInForce) {
      measure.status = above->second.status;
      why.Add(above->second.entry);
    }
  }
  const bool asked = measure.status == MeasureStatus::kCalledFor && p != nullptr && status_of.contains(p->predicate) &&
                     status_of.at(p->predicate).status == MeasureStatus::kCalledFor;
  if (asked) {
    // Who demands it does not decide it.
    if (measure.source.empty() && !p->agents.empty() && p->agents.front() != token) {
      measure.source.push_back(view.PartyOf(p->agents.front()));
    }
  } else if (const int32_t decider = DeciderOf(view, token, p); decider >= 0) {
    measure.authority = view.PartyOf(static_cast<uint32_t>(decider));
  } else if (!measure.source.empty() && !deciding_nothing.Has(measure.source.back().sector)) {
    measure.authority = measure.source.back();
  }
  // A president decides for the country, wherever the report was filed from.
  if (measure.authority && measure.place && !StatesPlace(measure) && view.scope.country_place &&
      IsNational(view, *measure.authority)) {
    measure.place = view.scope.country_place;
    draft.anchors.place = PlaceOrigin::kNationalAuthority;
  }
  SetValidity(view, anchor, token, &measure);
  const std::string_view today = view.document.published;
  if (measure.status == MeasureStatus::kInForce && !measure.start.empty() && !today.empty() &&
      measure.start.substr(0, 10) > today.substr(0, std::min<size_t>(10, measure.start.size()))) {
    measure.status = MeasureStatus::kAnnounced;  // what begins tomorrow is not in force
  }
  measure.goods = GoodsOf(view, token, p, measure.type);
  measure.instrument = InstrumentOf(view, token, anchor);
  draft.why = std::move(why);
  if (measure.place) {
    for (Place& place : view.anchors.PlacesBeside(view.analysis[anchor].sentence, *measure.place)) {
      Draft<Measure>& beside = drafts->measures.emplace_back(draft);
      beside.row.place = std::move(place);
    }
  }
  drafts->measures.push_back(std::move(draft));
}

int32_t MeasureFinder::Impl::DeciderOf(const ReportView& view, uint32_t token, const Proposition* p) const {
  const auto decides = [&](uint32_t candidate) {
    const Token& noun = view.analysis[candidate];
    if (noun.left_edge <= token && token <= noun.right_edge) return false;
    if (NounAt(view, Resolve(view.mentions, candidate)) != nullptr) return false;
    if (view.kinds.IsHuman(candidate) || view.kinds.IsBody(candidate) ||
        view.words["authority_noun"].contains(view.kinds.ResolvedLemma(candidate))) {
      return true;
    }
    const int32_t actor = view.mentions.actor_of[Resolve(view.mentions, candidate)];
    return actor >= 0 && deciding.Has(view.mentions.actors[static_cast<size_t>(actor)].sector);
  };
  const auto first = [&](const std::vector<uint32_t>& list) -> int32_t {
    const auto found = std::find_if(list.begin(), list.end(), decides);
    return found == list.end() ? -1 : static_cast<int32_t>(*found);
  };
  // "1,960 Russian peacekeepers were stationed": whose they are.
  const auto owner_of_force = [&](const std::vector<uint32_t>& list) -> int32_t {
    for (const uint32_t noun : list) {
      const int32_t counted = view.propositions.counts[noun];
      const uint32_t force = counted >= 0 ? static_cast<uint32_t>(counted) : noun;
      if (!view.words["force"].contains(view.lemmas[force])) continue;
      for (const uint32_t child : view.analysis.children(force)) {
        if (IsModifier(view.analysis[child].dep) && view.mentions.place_of[child] >= 0) {
          return static_cast<int32_t>(child);
        }
      }
    }
    return -1;
  };
  const Proposition* holding = p;
  // The agent of what holds it, then of the noun itself, then of what governs both ("decided to").
  for (int steps = 0; p != nullptr && steps < 3; ++steps) {
    // "The city has entered a state of emergency": whom it befalls does not decide it.
    const bool befalls = view.words["undergo_verb"].contains(p->predicate);
    if (const int32_t agent = befalls ? -1 : first(p->agents); agent >= 0) return agent;
    if (steps == 0) {
      if (const Proposition* own = view.PropositionOf(token); own != nullptr && own != p) {
        if (const int32_t agent = first(own->agents); agent >= 0) return agent;
      }
    }
    p = p->governor < 0 ? nullptr : &view.propositions.items[p->governor];
  }
  for (uint32_t at = token, steps = 0; steps < 3; ++steps) {
    for (const uint32_t child : view.analysis.children(at)) {
      const Token& c = view.analysis[child];
      if (c.dep == Dep::kPoss && decides(child)) return static_cast<int32_t>(child);
      if ((c.dep == Dep::kCompound || c.dep == Dep::kNmod) && child < at &&
          view.words["authority_noun"].contains(view.lemmas[child])) {
        return static_cast<int32_t>(child);  // "a government order"
      }
      if (c.dep != Dep::kAcl && c.dep != Dep::kRelcl) continue;
      // "the curfew that the governor imposed"
      if (const Proposition* clause = view.PropositionOf(child)) {
        if (const int32_t agent = first(clause->agents); agent >= 0) return agent;
      }
    }
    // "the state of emergency": what hangs on the noun around it
    const Token& noun = view.analysis[at];
    if (noun.dep != Dep::kPobj || view.analysis[noun.head].lower != "of") break;
    at = view.analysis[noun.head].head;
  }
  if (holding == nullptr) return -1;
  const int32_t owner = owner_of_force(holding->agents);
  return owner >= 0 ? owner : owner_of_force(holding->themes);
}

std::vector<std::string> MeasureFinder::Impl::GoodsOf(const ReportView& view, uint32_t token, const Proposition* p,
                                                      MeasureType type) const {
  const Analysis& analysis = view.analysis;
  std::vector<std::string> goods;
  if (!on_goods.Has(type)) return goods;
  const auto is_good = [&](uint32_t noun) {
    const Token& t = analysis[noun];
    return (t.pos == Pos::kNoun || t.pos == Pos::kPropn) && t.entity < 0 && view.mentions.place_of[noun] < 0 &&
           view.mentions.time_of[noun] < 0 && !view.kinds.IsHuman(noun) && !view.kinds.IsBody(noun) &&
           !view.words["goods_carrier"].contains(view.lemmas[noun]) && NounAt(view, noun) == nullptr;
  };
  const auto add = [&](uint32_t noun) {
    if (!is_good(noun)) return;
    std::string text = NounPhraseText(analysis, noun, false);
    if (std::find(goods.begin(), goods.end(), text) == goods.end()) goods.push_back(std::move(text));
  };
  // What a noun such as "exports", "duty", "price" is of.
  const auto carried = [&](uint32_t noun, const auto& self, int depth) -> void {
    bool listed = false;
    for (const uint32_t child : analysis.children(noun)) {
      const Token& c = analysis[child];
      if ((c.dep == Dep::kCompound || c.dep == Dep::kNmod) && child < noun) add(child);
      if (c.dep != Dep::kPrep || !view.words["goods_preposition"].contains(c.lower)) continue;
      for (const uint32_t object : analysis.children(child)) {
        if (analysis[object].dep != Dep::kPobj) continue;
        for (const uint32_t each : Conjuncts(analysis, object)) {
          add(each);
          listed = true;
          if (depth < 2 && view.words["goods_carrier"].contains(view.lemmas[each])) self(each, self, depth + 1);
        }
      }
    }
    // The rest of an enumeration hung on the carrier: "adjustments on food, gas and diesel".
    for (const uint32_t each : Conjuncts(analysis, noun)) {
      if (listed && each > noun && !view.words["goods_carrier"].contains(view.lemmas[each])) add(each);
    }
  };
  const Pos pos = analysis[token].pos;
  if (pos == Pos::kNoun || pos == Pos::kPropn) carried(token, carried, 0);
  if (p == nullptr || p->head != token || !goods.empty()) return goods;
  for (const uint32_t theme : p->themes) {
    if (view.words["goods_carrier"].contains(view.lemmas[theme])) {
      carried(theme, carried, 0);
    } else if (!kOnCarried.Has(type)) {
      add(theme);
    }
  }
  if (!goods.empty()) return goods;
  for (const Oblique& oblique : p->obliques) {
    if (oblique.preposition == "on" || oblique.preposition == "of") add(oblique.token);
  }
  return goods;
}

std::string MeasureFinder::Impl::InstrumentOf(const ReportView& view, uint32_t token, uint32_t anchor) const {
  const Analysis& analysis = view.analysis;
  const WordSet& names = view.words["instrument"];
  for (uint32_t i = analysis[anchor].left_edge; i <= analysis[anchor].right_edge && i < analysis.size(); ++i) {
    if (!names.contains(view.lemmas[i]) || (analysis[i].pos != Pos::kNoun && analysis[i].pos != Pos::kPropn)) continue;
    const Dep dep = analysis[i].dep;
    if (dep == Dep::kCompound || (VerbAbove(analysis, i) != VerbAbove(analysis, anchor) && i != token)) continue;
    // An order that is a measure itself ("curfew order") or that is held off is no instrument of another.
    if (i != token && NounAt(view, i) != nullptr && analysis[i].dep == Dep::kPobj &&
        analysis[analysis[i].head].lower == "of") {
      continue;
    }
    return NounPhraseText(analysis, i, false);
  }
  return {};
}

void MeasureFinder::Impl::SetValidity(const ReportView& view, uint32_t anchor, uint32_t token, Measure* measure) const {
  const Analysis& analysis = view.analysis;
  const uint32_t sentence = analysis[token].sentence;
  std::vector<const TimeMention*> clocks;
  for (const uint32_t index : view.sentences.TimesIn(sentence)) {
    const TimeMention& time = view.mentions.times[index];
    // A stretch of so many days; "some minutes", "each day" are none.
    const bool counted = !time.duration.empty() && time.duration.find_first_of("XE") == std::string::npos;
    if (counted && measure->duration.empty() && Lasts(view, time, anchor, token)) measure->duration = time.duration;
    // Hours belong to what their own verb says: of two measures in a sentence to one.
    const uint32_t verb = VerbAbove(analysis, time.tokens.head);
    const bool own_hours = verb == anchor || verb == VerbAbove(analysis, anchor) || verb == VerbAbove(analysis, token);
    if (!time.clock.empty() && own_hours && (time.daily || time.start.size() < 11)) clocks.push_back(&time);
    if (time.start.empty() || time.daily) continue;
    const bool to_new_end =
        measure->status == MeasureStatus::kExtended && time.tokens.begin > 0 &&
        (analysis[time.tokens.begin - 1].lower == "to" || analysis[time.tokens.begin - 1].lower == "through");
    const std::string_view before = time.tokens.begin > 0 ? analysis[time.tokens.begin - 1].lower : std::string_view();
    const bool deadline = time.bound == TimeBound::kBy && kWithDeadline.Has(measure->type);
    if (time.bound == TimeBound::kUntil || time.range_begin >= 0 || to_new_end || deadline || before == "through") {
      if (measure->end.empty()) measure->end = time.start;
    } else if (time.bound == TimeBound::kSince || time.bound == TimeBound::kFrom || time.range_end >= 0) {
      if (measure->start.empty()) measure->start = time.start;
    }
  }
  if (kDaily.Has(measure->type) && clocks.size() >= 2) {
    measure->daily_from = clocks[0]->clock;
    measure->daily_until = clocks[1]->clock;
  }
  if ((measure->status == MeasureStatus::kLifted || measure->status == MeasureStatus::kExpired) &&
      measure->end.empty()) {
    if (const TimeMention* time = view.anchors.TimeMentionFor(anchor)) measure->end = time->start;
  }
}

void MeasureFinder::Impl::SetValidityOfEarlier(const ReportView& view, Drafts* drafts) const {
  const Analysis& analysis = view.analysis;
  constexpr uint32_t kSentencesBack = 3;
  const auto sentence_of = [&](const Draft<Measure>& draft) { return analysis[draft.token].sentence; };
  // The sentence before `sentence` that told a measure last, if it is near.
  const auto last_told = [&](uint32_t sentence) {
    int64_t last = -1;
    for (const Draft<Measure>& draft : drafts->measures) {
      if (sentence_of(draft) < sentence && sentence_of(draft) + kSentencesBack >= sentence) {
        last = std::max<int64_t>(last, sentence_of(draft));
      }
    }
    return last;
  };
  for (const Proposition& p : view.propositions.items) {
    if (p.form == Form::kNominal || !view.words["validity_verb"].contains(p.predicate) ||
        !view.sentences.InBody(p.head))
      continue;
    const auto stands_for = [&](uint32_t filler) {
      return view.words["measure_anaphor"].contains(view.lemmas[filler]) && NounAt(view, filler) == nullptr;
    };
    if (std::none_of(p.agents.begin(), p.agents.end(), stands_for) &&
        std::none_of(p.themes.begin(), p.themes.end(), stands_for)) {
      continue;
    }
    const int64_t told = last_told(analysis[p.head].sentence);
    for (Draft<Measure>& draft : drafts->measures) {
      Measure& measure = draft.row;
      if (told < 0 || sentence_of(draft) != told || !lasting.Has(measure.type)) continue;
      const std::string start = measure.start, end = measure.end;
      SetValidity(view, p.head, p.head, &measure);
      if (measure.start != start || measure.end != end) {
        Evidence evidence = view.excerpts.Of(view.excerpts.Clause(p.head));
        const bool known = std::any_of(measure.also.begin(), measure.also.end(),
                                       [&](const Evidence& also) { return also.bytes == evidence.bytes; });
        if (!known) measure.also.push_back(std::move(evidence));
      }
    }
  }
  // "During this period a curfew will be imposed": as long as the measure before.
  for (Draft<Measure>& draft : drafts->measures) {
    Measure& measure = draft.row;
    const uint32_t sentence = sentence_of(draft);
    if (!measure.start.empty() || !measure.end.empty() || !measure.duration.empty()) continue;
    const Sentence& bounds = analysis.sentences()[sentence];
    bool during = false;
    for (uint32_t i = bounds.begin; i + 2 < bounds.end && !during; ++i) {
      during =
          (analysis[i].lower == "during" || analysis[i].lower == "throughout" || analysis[i].lower == "for") &&
          (analysis[i + 1].lower == "this" || analysis[i + 1].lower == "that" || analysis[i + 1].lower == "these") &&
          (analysis[i + 2].lower == "period" || analysis[i + 2].lower == "time" || analysis[i + 2].lower == "days");
    }
    if (!during) continue;
    const int64_t told = last_told(sentence);
    for (const Draft<Measure>& before : drafts->measures) {
      if (told < 0 || sentence_of(before) > told || sentence_of(before) + kSentencesBack < sentence ||
          before.row.end.empty())
        continue;
      measure.start = before.row.start;
      measure.end = before.row.end;
      if (draft.anchors.place != PlaceOrigin::kOwnSentence) {
        measure.place = before.row.place;
        draft.anchors.place = PlaceOrigin::kEarlierRow;
      }
    }
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
  impl_->SetValidityOfEarlier(view, drafts);
}

}  // namespace diurna
