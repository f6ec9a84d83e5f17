// Services: systems crossed with predicates that stop, hamper or restore them.
//
// A system is named by its own noun ("the airport"), by a compound ("power supply"), or by what a carrier noun is of
// ("most of the city's water"). Which role it fills tells whether the predicate is about it; a copula hands over to the
// adjective or phrase behind it ("remained closed", "is out of service"); a noun of state ("blackout", "closure of
// schools") stands for itself. Negation turns a normal state into an outage and an outage into a normal state, "again"
// makes a normal state a restored one, "only" a hampered one. What carries any system ("the line", "supply") means the
// one that was spoken of last; a label at the start of a sentence ("Power: back since noon") is what its sentence is
// about.

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>

#include "base/term_set.h"
#include "record/frames.h"
#include "record/registers.h"

namespace diurna {

namespace {

struct System {
  LexiconEntry entry;
  ServiceSystem name = ServiceSystem::kOther;
  WordSet plural_only, not_modifier, bare;
  bool essential = false;
};

struct StatePhrase {
  ServiceState state = ServiceState::kNormal;
  WordSet prep, words;
  LexiconEntry entry;
};

struct StateWord {
  ServiceState state = ServiceState::kNormal;
  bool before_noun = false;
  const LexiconEntry* entry = nullptr;
  WordSet prep;  // of a noun of state: what stands before the system
  bool behind_only = false;
};

// The systems that a frame is about; of an empty `only` any.
struct Limits {
  TermSet<ServiceSystem> only, never;
};

// The state that an entry tells, of a section whose schema asks for one.
ServiceState StateIn(const LexiconEntry& entry) {
  return entry.Term<ServiceState>("state").value_or(ServiceState::kNormal);
}

struct Found {
  const System* system = nullptr;
  uint32_t token = 0;
};

// The systems that a frame's own words name.
std::vector<ServiceSystem> SystemsIn(const LexiconEntry& entry) {
  std::vector<ServiceSystem> systems;
  for (const std::string_view name : entry.List("object_system")) {
    if (const std::optional<ServiceSystem> system = Parse<ServiceSystem>(name)) systems.push_back(*system);
  }
  return systems;
}

bool Works(ServiceState state) { return state == ServiceState::kNormal || state == ServiceState::kRestored; }
// What a negated state is: what does not work is down, what is not down works.
ServiceState Opposite(ServiceState state) { return Works(state) ? ServiceState::kDown : ServiceState::kNormal; }

bool Contains(const std::vector<uint32_t>& list, uint32_t token) {
  return std::find(list.begin(), list.end(), token) != list.end();
}

bool IsModifier(Dep dep) {
  return dep == Dep::kCompound || dep == Dep::kNmod || dep == Dep::kAmod || dep == Dep::kPoss;
}

}  // namespace

struct ServiceFinder::Impl {
  class Reading;

  explicit Impl(const Lexicon& lexicon) : frames(lexicon, "service_frame") {
    for (const Frame& frame : frames.frames()) {
      limits.push_back(
          {TermsOf<ServiceSystem>(frame.entry, "systems"), TermsOf<ServiceSystem>(frame.entry, "not_systems")});
      states.push_back(frame.entry.Term<ServiceState>("state"));
      implied.push_back(SystemsIn(frame.entry));
    }
    for (const LexiconEntry& entry : lexicon.Entries("system")) {
      systems.push_back({entry, entry.Term<ServiceSystem>("name").value_or(ServiceSystem::kOther),
                         WordsOf(entry, "plural_only"), WordsOf(entry, "not_modifier"), WordsOf(entry, "bare"),
                         entry.Flag("essential")});
    }
    size_t index = 0;
    for (const LexiconEntry& entry : lexicon.Entries("system")) {
      for (const std::string_view word : entry.List("words")) by_word.emplace(word, &systems[index]);
      ++index;
    }
    word_entries = lexicon.Entries("state_word");
    for (const LexiconEntry& entry : word_entries) {
      for (const std::string_view word : entry.List("words"))
        state_words[word] = {StateIn(entry), false, &entry, {}, false};
    }
    for (const LexiconEntry& entry : word_entries) {
      for (const std::string_view word : entry.List("before_noun"))
        state_words[word] = {StateIn(entry), true, &entry, {}, false};
    }
    for (const LexiconEntry& entry : lexicon.Entries("state_phrase")) {
      phrases.push_back({StateIn(entry), WordsOf(entry, "prep"), WordsOf(entry, "words"), entry});
    }
    noun_entries = lexicon.Entries("state_noun");
    for (const LexiconEntry& entry : noun_entries) {
      for (const std::string_view word : entry.List("words")) {
        state_nouns[std::string(word)] = {StateIn(entry), false, &entry, WordsOf(entry, "prep"),
                                          entry.Flag("behind_only")};
      }
      for (const auto& [word, system] : entry.Map("alone")) {
        for (const System& candidate : systems) {
          if (candidate.name == Parse<ServiceSystem>(system)) alone[word] = &candidate;
        }
      }
    }
  }

  Found SystemOf(const ReportView& view, uint32_t token, int depth = 0) const;
  // The system named last before a token, not far away: what "the line" or "supply" stands for. Null where none.
  const System* LastSystem(const ReportView& view, uint32_t token) const;
  const System* Named(ServiceSystem name) const {
    const auto found = std::find_if(systems.begin(), systems.end(), [&](const System& s) { return s.name == name; });
    return found == systems.end() ? nullptr : &*found;
  }
  // The system that a word names only where it is missing, or null.
  const System* Bare(std::string_view lemma) const {
    const auto found =
        std::find_if(systems.begin(), systems.end(), [&](const System& s) { return s.bare.contains(lemma); });
    return found == systems.end() ? nullptr : &*found;
  }
  // The state that a copula's complement tells, and the entry that says so.
  std::pair<std::optional<ServiceState>, const LexiconEntry*> Complement(const ReportView& view, uint32_t verb) const;

  FrameTable frames;
  // Of each frame.
  std::vector<Limits> limits;
  std::vector<std::optional<ServiceState>> states;  // none: it makes no row
  std::vector<std::vector<ServiceSystem>> implied;  // systems that its own words name
  std::vector<System> systems;
  std::unordered_map<std::string, const System*> by_word;
  std::vector<LexiconEntry> word_entries, noun_entries;
  std::unordered_map<std::string_view, StateWord> state_words;
  std::unordered_map<std::string, StateWord> state_nouns;  // of one word or two
  std::unordered_map<std::string_view, const System*> alone;
  std::vector<StatePhrase> phrases;
};

ServiceFinder::ServiceFinder(const Lexicon& lexicon) : impl_(std::make_unique<Impl>(lexicon)) {}
ServiceFinder::ServiceFinder(ServiceFinder&&) noexcept = default;
ServiceFinder::~ServiceFinder() = default;

Found ServiceFinder::Impl::SystemOf(const ReportView& view, uint32_t token, int depth) const {
  token = Resolve(view.mentions, token);
  // "Three of the five hospitals": what is counted.
  if (depth == 0 && view.propositions.counts[token] >= 0) {
    const Found counted = SystemOf(view, static_cast<uint32_t>(view.propositions.counts[token]), 1);
    if (counted.system != nullptr) return {counted.system, token};
  }
  const Token& noun = view.analysis[token];
  if (noun.pos != Pos::kNoun && noun.pos != Pos::kPropn && noun.pos != Pos::kNum && noun.pos != Pos::kPron &&
      noun.pos != Pos::kDet && noun.pos != Pos::kAdj) {
    return {};
  }
  const std::string lemma(view.lemmas[token]);
  std::vector<uint32_t> modifiers, complements;
  for (const uint32_t child : view.analysis.children(token)) {
    const Token& c = view.analysis[child];
    if (IsModifier(c.dep) && child < token) modifiers.push_back(child);
    if (c.dep == Dep::kPrep &&
        (c.lower == "of" || c.lower == "to" || c.lower == "at" || c.lower == "on" || c.lower == "in")) {
      for (const uint32_t object : view.analysis.children(child)) {
        if (view.analysis[object].dep == Dep::kPobj) complements.push_back(object);
      }
    }
  }
  const auto excluded = [&](const System& system) {
    if (token > 0 && noun.dep != Dep::kPobj && system.not_modifier.contains(view.analysis[token - 1].lower))
      return true;
    return std::any_of(modifiers.begin(), modifiers.end(),
                       [&](uint32_t m) { return system.not_modifier.contains(view.lemmas[m]); });
  };
  for (auto m = modifiers.rbegin(); m != modifiers.rend(); ++m) {
    const auto found = by_word.find(std::string(view.lemmas[*m]) + " " + lemma);
    if (found != by_word.end() && !excluded(*found->second)) return {found->second, token};
  }
  if (token > 0) {  // whatever the parser takes the word before for
    const auto found = by_word.find(std::string(view.analysis[token - 1].lower).append(" ").append(lemma));
    if (found != by_word.end() && !excluded(*found->second)) return {found->second, token};
  }
  if (view.words["carrier"].contains(lemma)) {
    for (auto m = modifiers.rbegin(); m != modifiers.rend(); ++m) {
      // "social media platforms", "the power supply"
      std::string word(view.lemmas[*m]);
      auto found = by_word.end();
      if (*m > 0 && std::find(modifiers.begin(), modifiers.end(), *m - 1) != modifiers.end()) {
        found = by_word.find(std::string(view.lemmas[*m - 1]).append(" ").append(word));
      }
      if (found == by_word.end()) found = by_word.find(word);
      if (found != by_word.end()) return {found->second, token};
    }
    if (depth < 2) {
      for (const uint32_t complement : complements) {
        const Found found = SystemOf(view, complement, depth + 1);
        if (found.system != nullptr) return {found.system, token};
        if (const System* bare = Bare(view.lemmas[complement])) return {bare, token};
      }
    }
  }
  const auto found = by_word.find(lemma);
  if (found == by_word.end() || excluded(*found->second)) return {};
  const System& system = *found->second;
  if (system.plural_only.contains(lemma) && noun.tag != "NNS" && noun.tag != "NNPS") {
    // A single one is no system, unless it stands for all: "every flight", "no train".
    const auto children = view.analysis.children(token);
    const bool all = std::any_of(children.begin(), children.end(), [&](uint32_t child) {
      return view.analysis[child].dep == Dep::kDet && view.words["every_one"].contains(view.analysis[child].lower);
    });
    if (!all) return {};
  }
  return {&system, token};
}

std::pair<std::optional<ServiceState>, const LexiconEntry*> ServiceFinder::Impl::Complement(const ReportView& view,
                                                                                            uint32_t verb) const {
  for (const uint32_t child : view.analysis.children(verb)) {
    const Token& c = view.analysis[child];
    switch (c.dep) {
      case Dep::kAcomp:
      case Dep::kOprd:
      case Dep::kAttr:
      case Dep::kAdvmod:
      case Dep::kCcomp:
      case Dep::kPrt:
      case Dep::kXcomp:
      case Dep::kAdvcl: {
        const auto found = state_words.find(c.lower);
        if (found != state_words.end()) return {found->second.state, found->second.entry};
        break;
      }
      default:
        break;
    }
    if (c.dep != Dep::kPrep && c.dep != Dep::kAdvmod) continue;
    for (const uint32_t below : view.analysis.children(child)) {  // "was back on"
      const auto found = state_words.find(view.analysis[below].lower);
      if (view.analysis[below].dep == Dep::kAdvmod && found != state_words.end()) {
        return {found->second.state, found->second.entry};
      }
    }
    for (const StatePhrase& phrase : phrases) {
      if (!phrase.prep.contains(c.lower)) continue;
      for (uint32_t i = c.left_edge; i <= c.right_edge; ++i) {
        if (i != child && phrase.words.contains(view.lemmas[i])) return {phrase.state, &phrase.entry};
      }
    }
  }
  return {std::nullopt, nullptr};
}

const System* ServiceFinder::Impl::LastSystem(const ReportView& view, uint32_t token) const {
  constexpr uint32_t kFarthest = 60;  // tokens
  const uint32_t first = std::max(view.sentences.body(), token > kFarthest ? token - kFarthest : 0);
  for (uint32_t i = token; i > first;) {
    const Pos pos = view.analysis[--i].pos;
    if (pos != Pos::kNoun && pos != Pos::kPropn) continue;
    if (by_word.find(std::string(view.lemmas[i])) == by_word.end() && !view.words["carrier"].contains(view.lemmas[i])) {
      continue;
    }
    if (const Found found = SystemOf(view, i); found.system != nullptr) return found.system;
    if (const System* bare = Bare(view.lemmas[i])) return bare;
  }
  return nullptr;
}

// One report while its services are read.
class ServiceFinder::Impl::Reading {
 public:
  Reading(const Impl& impl, const ReportView& view, Drafts* drafts)
      : impl_(impl), view_(view), analysis_(view.analysis), drafts_(*drafts) {}

  void Read() {
    for (const Proposition& p : view_.propositions.items) {
      if (!view_.sentences.InBody(p.head) || p.form == Form::kNominal) continue;
      if (p.form == Form::kAdjective && view_.words["plain_adjective"].contains(analysis_[p.head].lower)) continue;
      if (ReadImplied(p) || ReadFrames(p, true) || ReadComplement(p)) continue;
      ReadFrames(p, false);
    }
    for (uint32_t i = view_.sentences.body(); i < analysis_.size(); ++i) ReadWord(i);
    for (uint32_t s = 0; s < analysis_.sentences().size(); ++s) ReadLabel(s);
  }

 private:
  void Add(uint32_t anchor, Found found, ServiceState state, const Proposition* p, const LexiconEntry& entry,
           std::string_view rule) {
    if (found.system == nullptr || !view_.sentences.InBody(anchor)) return;
    // A label ("Roads and rail: ...") is no subject of what stands behind it.
    if (const uint32_t colon = LabelEnd(analysis_[anchor].sentence); found.token < colon && anchor > colon) return;
    const Dep dep = analysis_[anchor].dep;
    const bool complement = dep == Dep::kAcomp || dep == Dep::kOprd;
    if (complement && seen_.contains({analysis_[anchor].head, found.system})) return;
    // What is only called for is no state; what is ordered is done.
    const bool ordered = p != nullptr && p->governor >= 0 &&
                         view_.words["ordering_verb"].contains(view_.propositions.items[p->governor].predicate);
    const bool called_for = p != nullptr && p->modality == Modality::kCalledFor && !ordered;
    if (called_for && p->head == anchor && !entry.Has("modality")) return;
    if (!seen_.insert({anchor, found.system}).second) return;
    Draft<Service> draft =
        view_.MakeDraft<Service>(anchor, view_.excerpts.ClauseWith(anchor, found.token), PlaceReach::kNational);
    Service& service = draft.row;
    service.system = found.system->name;
    service.state = state;
    const bool ahead = p != nullptr && (p->modality == Modality::kPlanned || p->modality == Modality::kPossible ||
                                        p->modality == Modality::kThreatened || called_for);
    // "denied that fuel was rationed"; a negation of its own has turned the state instead
    const bool denied = p != nullptr && p->modality == Modality::kDenied && !p->negated && p->governor >= 0 &&
                        view_.words["denying_verb"].contains(view_.propositions.items[p->governor].predicate);
    service.modality = ahead || denied ? p->modality : Modality::kHappened;
    for (const uint32_t index : view_.sentences.TimesIn(analysis_[anchor].sentence)) {
      const TimeMention& time = view_.mentions.times[index];
      if (analysis_[time.tokens.head].sentence != analysis_[anchor].sentence || time.start.empty()) continue;
      const std::vector<uint32_t> chain = ChainAbove(view_.analysis, anchor);
      if (std::find(chain.begin(), chain.end(), VerbAbove(analysis_, time.tokens.head)) == chain.end()) continue;
      // "will not run before the 15th"
      const bool not_before = time.bound == TimeBound::kBefore && p != nullptr && p->negated;
      if (time.bound == TimeBound::kUntil || not_before) service.end = time.start;
      if (time.bound == TimeBound::kSince || time.bound == TimeBound::kFrom) service.start = time.start;
    }
    service.cause = CauseOf(anchor, found.token, p, Works(state));
    draft.why = Why(entry, rule);
    if (!(found.system->entry == entry)) draft.why.Add(&found.system->entry);
    if (service.place) {
      for (Place& place : view_.anchors.PlacesBeside(analysis_[anchor].sentence, *service.place)) {
        Draft<Service>& beside = drafts_.services.emplace_back(draft);
        beside.row.place = std::move(place);
      }
    }
    drafts_.services.push_back(std::move(draft));
  }

  // What brought it about, in the clause's own words: "due to a fault", "by the storm", "after the quake".
  std::string CauseOf(uint32_t anchor, uint32_t system, const Proposition* p, bool good) const {
    const auto causes = [&](uint32_t token) {
      const Token& noun = analysis_[token];
      return (noun.pos == Pos::kNoun || noun.pos == Pos::kPropn) && view_.mentions.time_of[token] < 0 &&
             view_.mentions.place_of[token] < 0 && !view_.kinds.IsHuman(token) && !view_.kinds.IsBody(token);
    };
    for (const uint32_t at : {anchor, system}) {
      for (const uint32_t child : analysis_.children(at)) {
        const bool behind = view_.words["cause_preposition"].contains(analysis_[child].lower);
        if (!behind && !view_.words["after_preposition"].contains(analysis_[child].lower)) continue;
        for (uint32_t i = child + 1; i <= analysis_[child].right_edge; ++i) {
          if (analysis_[i].dep != Dep::kPobj || !causes(i)) continue;
          if (!behind && view_.PropositionOf(i) == nullptr) break;
          return NounPhraseText(analysis_, i, true);
        }
      }
    }
    if (p == nullptr || p->head != anchor || good) return {};
    for (const uint32_t agent : p->agents) {
      // "Schools suspended classes": who runs it is no cause.
      const bool runs_it = impl_.SystemOf(view_, agent).system != nullptr;
      if (agent != system && !runs_it && causes(agent)) return NounPhraseText(analysis_, agent, true);
    }
    return {};
  }

  // Whether one of the words stands in the predicate's own clause.
  bool Holds(uint32_t predicate, const WordSet& words) const {
    for (uint32_t i = analysis_[predicate].left_edge; i <= analysis_[predicate].right_edge; ++i) {
      if (words.contains(analysis_[i].lower) && VerbAbove(analysis_, i) == VerbAbove(analysis_, predicate)) return true;
    }
    return false;
  }

  // The state that a predicate tells of a system, negation and adverbs of degree reckoned in.
  ServiceState Turned(const Proposition& p, ServiceState state) const {
    bool negated = p.negated;
    for (const uint32_t child : analysis_.children(p.head)) {
      negated = negated || view_.words["no_more"].contains(analysis_[child].lower);
    }
    if (negated) return Opposite(state);
    if (state == ServiceState::kNormal) {
      if (Holds(p.head, view_.words["limited"])) return ServiceState::kDegraded;
      if (Holds(p.head, view_.words["once_more"])) return ServiceState::kRestored;
    }
    return state;
  }

  bool ReadComplement(const Proposition& p) {
    const bool idiom = impl_.frames.Knows(p.predicate) && p.predicate.find('_') != std::string::npos &&
                       !p.predicate.starts_with("be_");
    if ((!view_.words["state_copula"].contains(view_.lemmas[p.head]) || idiom) && p.form != Form::kAdjective) {
      return false;
    }
    auto [state, entry] = impl_.Complement(view_, p.head);
    if (!state && p.form == Form::kAdjective) {
      const auto found = impl_.state_words.find(analysis_[p.head].lower);
      const bool before = analysis_[p.head].dep == Dep::kAmod && analysis_[p.head].head > p.head;
      if (found != impl_.state_words.end() && (!before || found->second.before_noun)) {
        state = found->second.state, entry = found->second.entry;
      }
    }
    if (!state) return false;
    // "Diesel is back at $1.03 a gallon": a price
    if (std::any_of(p.obliques.begin(), p.obliques.end(), [&](const Oblique& oblique) {
          const int32_t number = view_.mentions.number_of[oblique.token];
          return number >= 0 && view_.mentions.numbers[static_cast<size_t>(number)].kind == NumberKind::kMoney;
        })) {
      return true;
    }
    // "servers accessible to all": what it is like, not how it is
    if (state == ServiceState::kNormal && p.form == Form::kAdjective && analysis_[p.head].dep == Dep::kAmod)
      return true;
    const bool causative =
        (p.predicate == "keep" || p.predicate == "leave" || p.predicate == "declare") && !p.themes.empty();
    bool any = false;
    for (const uint32_t token : causative || p.agents.empty() ? p.themes : p.agents) {
      Found found = WithContext(p, token, impl_.SystemOf(view_, token));
      if (found.system == nullptr && state != ServiceState::kNormal)
        found = {impl_.Bare(view_.kinds.ResolvedLemma(token)), token};
      Add(p.head, found, Turned(p, *state), &p, *entry, "state behind a copula");
      any = any || found.system != nullptr;
    }
    return any || p.form != Form::kAdjective;
  }

  // "The line reopened": a carrier without a system of its own means the one spoken of.
  Found WithContext(const Proposition& p, uint32_t token, Found found) const {
    if (found.system != nullptr) return found;
    const uint32_t resolved = Resolve(view_.mentions, token);
    if (view_.words["stand_in"].contains(analysis_[token].lower) && resolved == token &&
        view_.words["stand_in_predicate"].contains(p.predicate)) {
      return {impl_.LastSystem(view_, token), token};  // "it was reopened"
    }
    const bool by_place = view_.words["carrier_by_place"].contains(view_.lemmas[resolved]);
    if (!by_place && !view_.words["carrier_alone"].contains(view_.lemmas[resolved])) return found;
    for (const Oblique& oblique : p.obliques) {
      if (const Found near = impl_.SystemOf(view_, oblique.token); near.system != nullptr) return near;
    }
    if (by_place) return found;  // "loading stopped at the port", or nothing
    // "Banks suspended operations": theirs, not those of a system spoken of before.
    const auto names_one = [&](uint32_t filler) {
      return filler != token && impl_.SystemOf(view_, filler).system != nullptr;
    };
    if (std::any_of(p.agents.begin(), p.agents.end(), names_one) ||
        std::any_of(p.themes.begin(), p.themes.end(), names_one)) {
      return found;
    }
    return {impl_.LastSystem(view_, std::min(p.head, resolved)), token};
  }

  // What a frame's own words name: the first of its systems, or that of them which was spoken of last.
  const System* Implied(const std::vector<ServiceSystem>& names, uint32_t at) const {
    const System* last = names.size() > 1 ? impl_.LastSystem(view_, at) : nullptr;
    if (last != nullptr && std::find(names.begin(), names.end(), last->name) != names.end()) return last;
    return impl_.Named(names.front());
  }

  std::vector<uint32_t> Fillers(const Frame& frame, const Proposition& p) const {
    std::vector<uint32_t> tokens;
    if (frame.entry.Has("role")) {
      for (const std::string_view role : frame.entry.List("role")) {
        if (role == "oblique") {
          for (const Oblique& oblique : p.obliques) {
            if (frame.prep.contains(Marker(oblique))) tokens.push_back(oblique.token);
            AddBehind(oblique.token, frame.prep, &tokens);  // "for hours outside banks"
          }
          continue;
        }
        const bool sole = SoleArgument(view_, p);
        const auto& fillers = role == "agent" && !sole ? p.agents : p.themes;
        tokens.insert(tokens.end(), fillers.begin(), fillers.end());
      }
    } else if (p.themes.empty()) {
      tokens = p.agents;
    } else {
      tokens = p.themes;
      // "Banks suspended operations": what stops is whoever does the operating.
      if (p.form == Form::kActive && view_.kinds.Any(p.themes, view_.words["operation"])) {
        tokens.insert(tokens.end(), p.agents.begin(), p.agents.end());
      }
    }
    return tokens;
  }

  // Notes that a frame says of what it fits that it tells no state; true, since nothing more is to be read of it.
  bool SetAside(const Frame& frame) {
    drafts_.set_aside.emplace_back(frame.entry, frame.entry.Text("name"));
    return true;
  }

  // Frames whose own words name the system: "lost power", "in the dark".
  bool ReadImplied(const Proposition& p) {
    for (const Frame* frame : impl_.frames.All(view_, p)) {
      const size_t index = impl_.frames.IndexOf(frame);
      const std::optional<ServiceState> state = impl_.states[index];
      if (!state) return SetAside(*frame);
      const std::vector<ServiceSystem>& own = impl_.implied[index];
      if (own.empty()) continue;
      Add(p.head, {Implied(own, p.head), p.head}, StateOf(*frame, *state, p), &p, frame->entry,
          frame->entry.Text("name"));
      return true;
    }
    return false;
  }

  ServiceState StateOf(const Frame& frame, ServiceState state, const Proposition& p) const {
    // A frame that asks for a negation has it in its state already.
    return frame.negated == 1 || frame.modality.Has(Modality::kDenied) ? state : Turned(p, state);
  }

  void AddBehind(uint32_t token, const WordSet& prepositions, std::vector<uint32_t>* out) const {
    for (const uint32_t child : analysis_.children(token)) {
      if (analysis_[child].dep != Dep::kPrep || !prepositions.contains(analysis_[child].lower)) continue;
      for (const uint32_t object : analysis_.children(child)) {
        if (analysis_[object].dep == Dep::kPobj) out->push_back(object);
      }
    }
  }

  // Frames that go before what a copula's complement says, those with a priority, or all.
  bool ReadFrames(const Proposition& p, bool first) {
    for (const Frame* frame : impl_.frames.All(view_, p)) {
      if (first && frame->entry.Number("priority") <= 0) return false;
      const size_t index = impl_.frames.IndexOf(frame);
      const std::optional<ServiceState> state = impl_.states[index];
      if (!state) return SetAside(*frame);
      if (!impl_.implied[index].empty()) continue;
      const auto& [only, never] = impl_.limits[index];
      bool any = false;
      for (const uint32_t token : Fillers(*frame, p)) {
        Found found = WithContext(p, token, impl_.SystemOf(view_, token));
        // "Water was restored": cut or restored, the bare word is the supply.
        if (found.system == nullptr &&
            (state == ServiceState::kDown || state == ServiceState::kRestored || frame->entry.Flag("bare"))) {
          found = {impl_.Bare(view_.kinds.ResolvedLemma(token)), token};
        }
        if (found.system == nullptr || never.Has(found.system->name)) continue;
        if (!only.empty() && !only.Has(found.system->name)) continue;
        Add(p.head, found, StateOf(*frame, *state, p), &p, frame->entry, frame->entry.Text("name"));
        any = true;
      }
      if (any) return true;
    }
    return false;
  }

  // The system that a word names, or names where it is missing.
  Found Missing(uint32_t token) const {
    const Found found = impl_.SystemOf(view_, token);
    return {found.system != nullptr ? found.system : impl_.Bare(view_.lemmas[token]), token};
  }

  void ReadWord(uint32_t i) {
    const Token& token = analysis_[i];
    ReadStateNoun(i);
    const Proposition* above = view_.PropositionOf(VerbAbove(analysis_, i));
    if (token.lower == "without") {
      for (const uint32_t object : analysis_.children(i)) {
        if (analysis_[object].dep != Dep::kPobj) continue;
        for (const uint32_t each : Conjuncts(analysis_, object)) {
          const Found found = Missing(each);
          if (found.system == nullptr || !found.system->essential) continue;
          Add(i, found, ServiceState::kDown, above, found.system->entry, "without");
        }
      }
    }
    if (token.dep == Dep::kDet && token.lower == "no" && analysis_[token.head].pos == Pos::kNoun) {
      const Found found = Missing(token.head);
      if (found.system != nullptr && found.system->essential) {
        Add(token.head, found, ServiceState::kDown, above, found.system->entry, "there is none");
      }
    }
    if (token.dep == Dep::kAmod) {
      const auto word = impl_.state_words.find(token.lower);
      if (word != impl_.state_words.end() && word->second.before_noun) {
        Add(i, impl_.SystemOf(view_, token.head), word->second.state, above, *word->second.entry,
            "state before the noun");
      }
    }
  }

  void ReadStateNoun(uint32_t i) {
    const Token& token = analysis_[i];
    if (token.pos != Pos::kNoun && token.pos != Pos::kPropn) return;
    auto noun = impl_.state_nouns.end();
    if (i > 0) {  // "traffic jam"
      noun = impl_.state_nouns.find(std::string(view_.lemmas[i - 1]).append(" ").append(view_.lemmas[i]));
    }
    const bool two_words = noun != impl_.state_nouns.end();
    if (!two_words) noun = impl_.state_nouns.find(std::string(view_.lemmas[i]));
    if (noun == impl_.state_nouns.end()) return;
    const StateWord& word = noun->second;
    const Proposition* above = view_.PropositionOf(VerbAbove(analysis_, i));
    bool any = false;
    const auto add = [&](Found found) {
      Add(i, found, word.state, above, *word.entry, "noun of state");
      any = any || found.system != nullptr;
    };
    for (const uint32_t child : analysis_.children(i)) {
      const Token& c = analysis_[child];
      if (IsModifier(c.dep) && child < i && !word.behind_only) {
        Found found = impl_.SystemOf(view_, child);
        if (found.system == nullptr) {
          const auto own = impl_.by_word.find(std::string(view_.lemmas[child]));
          const bool noun_before = c.pos == Pos::kNoun || c.pos == Pos::kPropn;
          found.system = own != impl_.by_word.end() ? own->second
                         : noun_before              ? impl_.Bare(view_.lemmas[child])
                                                    : nullptr;
        }
        add({found.system, i});
      }
      if (c.dep == Dep::kPrep && word.prep.contains(c.lower)) {
        for (const uint32_t object : analysis_.children(child)) {
          if (analysis_[object].dep != Dep::kPobj) continue;
          for (const uint32_t each : Conjuncts(analysis_, object)) add(Missing(each));
        }
      }
    }
    // "caused delays to flights", with the phrase hung on the verb
    if (!any && above != nullptr && Contains(above->themes, i)) {
      for (const Oblique& oblique : above->obliques) {
        if (word.prep.contains(Marker(oblique))) add(Missing(oblique.token));
      }
    }
    const auto alone = impl_.alone.find(std::string_view(noun->first));
    if (!any && alone != impl_.alone.end()) add({alone->second, i});
  }

  // The colon behind a sentence's label of a few words; its beginning where it has none.
  uint32_t LabelEnd(uint32_t sentence) const {
    const Sentence& bounds = analysis_.sentences()[sentence];
    constexpr uint32_t kLongestLabel = 4;  // tokens
    uint32_t colon = bounds.begin;
    while (colon < bounds.end && colon < bounds.begin + kLongestLabel && analysis_[colon].lower != ":") ++colon;
    return colon < bounds.end && analysis_[colon].lower == ":" ? colon : bounds.begin;
  }

  // "Phones: patchy in the north.": a name of a system, a colon, and a state before the next stop.
  void ReadLabel(uint32_t sentence) {
    const Sentence& bounds = analysis_.sentences()[sentence];
    constexpr uint32_t kReach = 8;  // tokens
    const uint32_t colon = LabelEnd(sentence);
    if (colon == bounds.begin) return;
    const Found found = Missing(colon - 1);
    if (found.system == nullptr) return;
    for (uint32_t i = colon + 1; i < std::min(bounds.end, colon + kReach); ++i) {
      if (view_.PropositionOf(i) != nullptr && seen_.contains({i, found.system})) return;
      if (analysis_[i].pos == Pos::kNoun && impl_.SystemOf(view_, i).system != nullptr) return;
      const auto word = impl_.state_words.find(analysis_[i].lower);
      if (word == impl_.state_words.end()) continue;
      const bool negated = i > colon + 1 && (analysis_[i - 1].lower == "not" || analysis_[i - 1].lower == "no");
      const ServiceState state = word->second.state;
      Add(i, {found.system, i}, negated ? Opposite(state) : state, nullptr, *word->second.entry, "label");
      return;
    }
  }

  const Impl& impl_;
  const ReportView& view_;
  const Analysis& analysis_;
  Drafts& drafts_;
  std::set<std::pair<uint32_t, const System*>> seen_;
};

void ServiceFinder::Find(const ReportView& view, Drafts* drafts) const { Impl::Reading(*impl_, view, drafts).Read(); }

}  // namespace diurna
