// Services: systems crossed with predicates that stop, hamper or restore them.
//
// Which systems words name stands in service_names, which words tell a state in service_states. Which role a system
// fills tells whether the predicate is about it; a copula hands over to the adjective or phrase behind it ("remained
// closed", "is out of service"); a noun of state ("blackout", "closure of schools") stands for itself. Negation turns a
// normal state into an outage and an outage into a normal state, "again" makes a normal state a restored one, "only" a
// hampered one. What carries any system ("the line", "supply") means the one that was spoken of last; a label at the
// start of a sentence ("Power: back since noon") is what its sentence is about.

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/term_set.h"
#include "record/frames.h"
#include "record/registers.h"
#include "record/service_drafts.h"
#include "record/service_names.h"
#include "record/service_states.h"
#include "syntax/children.h"
#include "syntax/closed_class.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

// What a system fills of a frame's predicate; in the lexicon by these names.
enum class SystemRole : uint8_t { kAgent, kTheme, kOblique };
constexpr std::array kSystemRoles = {std::string_view("agent"), std::string_view("theme"), std::string_view("oblique")};

std::vector<SystemRole> RolesIn(const LexiconEntry& entry) {
  std::vector<SystemRole> roles;
  for (const std::string_view name : entry.List("role")) {
    const auto role = std::find(kSystemRoles.begin(), kSystemRoles.end(), name);
    if (role != kSystemRoles.end()) roles.push_back(static_cast<SystemRole>(role - kSystemRoles.begin()));
  }
  return roles;
}

// The systems that a frame's own words name.
std::vector<ServiceSystem> SystemsIn(const LexiconEntry& entry) {
  std::vector<ServiceSystem> systems;
  for (const std::string_view name : entry.List("object_system")) {
    if (const std::optional<ServiceSystem> system = Parse<ServiceSystem>(name)) systems.push_back(*system);
  }
  return systems;
}

// What a frame says of services beside the keys that all frames have.
struct ServiceKeys {
  explicit ServiceKeys(const LexiconEntry& entry)
      : state(entry.Term<ServiceState>("state")),
        implied(SystemsIn(entry)),
        roles(RolesIn(entry)),
        only(TermsOf<ServiceSystem>(entry, "systems")),
        never(TermsOf<ServiceSystem>(entry, "not_systems")),
        bare(entry.Flag("bare")) {}

  // Whether the frame speaks of such a system.
  bool Takes(ServiceSystem system) const { return !never.Has(system) && (only.empty() || only.Has(system)); }
  // Whether a bare word may stand for a system: "water was restored" is the supply, cut or restored.
  bool TakesBareWords() const { return bare || state == ServiceState::kDown || state == ServiceState::kRestored; }

  std::optional<ServiceState> state;   // none: it makes no row
  std::vector<ServiceSystem> implied;  // systems that its own words name
  std::vector<SystemRole> roles;       // which the system fills; empty: the theme, or else the agent
  TermSet<ServiceSystem> only, never;  // of an empty `only` any
  bool bare = false;
};

}  // namespace

struct ServiceFinder::Impl {
  class ServiceReader;

  explicit Impl(const Lexicon& lexicon) : frames(lexicon, "service_frame"), systems(lexicon), states(lexicon) {
    for (const Frame& frame : frames.frames()) keys.emplace_back(frame.entry);
  }
  const ServiceKeys& KeysOf(const Frame* frame) const { return keys[frames.IndexOf(frame)]; }

  FrameTable frames;
  std::vector<ServiceKeys> keys;  // of each frame
  SystemNames systems;
  StateNames states;
};

ServiceFinder::ServiceFinder(const Lexicon& lexicon) : impl_(std::make_unique<Impl>(lexicon)) {}
ServiceFinder::ServiceFinder(ServiceFinder&&) noexcept = default;
ServiceFinder::~ServiceFinder() = default;

// One report while its services are read.
class ServiceFinder::Impl::ServiceReader {
 public:
  ServiceReader(const Impl& impl, const ReportView& view, Drafts* drafts)
      : impl_(impl),
        view_(view),
        analysis_(view.analysis),
        drafts_(*drafts),
        systems_(impl.systems, view),
        services_(view, &systems_, drafts) {}

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
  uint32_t VerbOver(uint32_t token) const { return view_.propositions.ancestry.VerbAbove(token); }

  // Whether one of the words stands in the predicate's own clause.
  bool Holds(uint32_t predicate, const WordSet& words) const {
    constexpr uint32_t kMostTokens = 300;  // to either side; binds only in endless sentences
    const Token& token = analysis_[predicate];
    const uint32_t first = std::max(token.left_edge, predicate - std::min(predicate, kMostTokens));
    const uint32_t last = std::min(token.right_edge, predicate + kMostTokens);
    for (uint32_t i = first; i <= last; ++i) {
      if (words.contains(analysis_[i].lower) && VerbOver(i) == VerbOver(predicate)) return true;
    }
    return false;
  }

  // The state that a predicate tells of a system, negation and adverbs of degree reckoned in.
  ServiceState Turned(const Proposition& p, ServiceState state) const {
    const WordSet& no_more = view_.words["no_more"];
    const auto children = ChildrenOf(analysis_, p.head);
    const bool negated = p.negated || std::any_of(children.begin(), children.end(), [&](uint32_t child) {
                           return no_more.contains(analysis_[child].lower);
                         });
    if (negated) return Opposite(state);
    if (state == ServiceState::kNormal) {
      if (Holds(p.head, view_.words["limited"])) return ServiceState::kDegraded;
      if (Holds(p.head, view_.words["once_more"])) return ServiceState::kRestored;
    }
    return state;
  }

  // Whether a frame knows the predicate with its particle as one that means more than its verb.
  bool IsIdiom(std::string_view predicate) const {
    const size_t particle = predicate.find('_');
    return particle != std::string_view::npos && impl_.frames.Knows(predicate) &&
           !closed_class::kBe.Has(predicate.substr(0, particle));
  }

  // The state that a copula or an adjective tells.
  std::optional<ToldState> ComplementOf(const Proposition& p) const {
    const bool adjective = p.form == Form::kAdjective;
    const bool copula = view_.words["state_copula"].contains(view_.lemmas[p.head]) && !IsIdiom(p.predicate);
    if (!copula && !adjective) return std::nullopt;
    std::optional<ToldState> told = impl_.states.BehindCopula(view_, p.head);
    if (told || !adjective) return told;
    const StateWord* word = impl_.states.Word(analysis_[p.head].lower);
    if (word == nullptr || (StandsBeforeItsNoun(analysis_, p.head) && !word->before_noun)) return std::nullopt;
    return word->told;
  }

  // "Diesel is back at $1.03 a gallon": a price.
  bool TellsPrice(const Proposition& p) const {
    return std::any_of(p.obliques.begin(), p.obliques.end(), [&](const Oblique& oblique) {
      const OptionalIndex number = view_.mentions.number_of[oblique.token];
      return number && view_.mentions.numbers[*number].kind == NumberKind::kMoney;
    });
  }

  bool ReadComplement(const Proposition& p) {
    const std::optional<ToldState> told = ComplementOf(p);
    if (!told) return false;
    if (TellsPrice(p)) return true;
    // "servers accessible to all": what it is like, not how it is
    if (told->state == ServiceState::kNormal && p.form == Form::kAdjective && IsAdjectivalModifier(analysis_[p.head])) {
      return true;
    }
    const bool of_object = view_.words["causative_copula"].contains(p.predicate) && !p.themes.empty();
    bool any = false;
    for (const uint32_t token : of_object || p.agents.empty() ? p.themes : p.agents) {
      NamedSystem named = InContext(p, token);
      if (named.system == nullptr && told->state != ServiceState::kNormal) {
        named = {impl_.systems.ByBareWord(view_.kinds.ResolvedLemma(token)), token};
      }
      services_.Add({p.head, named, Turned(p, told->state), &p, told->entry, "state behind a copula"});
      any = any || named.system != nullptr;
    }
    return any || p.form != Form::kAdjective;
  }

  // The system that a token names. "The line reopened": a carrier without a system of its own means the one spoken of.
  NamedSystem InContext(const Proposition& p, uint32_t token) {
    const NamedSystem named = systems_.At(token);
    if (named.system != nullptr) return named;
    const uint32_t resolved = Resolve(view_.mentions, token);
    if (view_.words["stand_in"].contains(analysis_[token].lower) && resolved == token &&
        view_.words["stand_in_predicate"].contains(p.predicate)) {
      return {systems_.LastBefore(token), token};  // "it was reopened"
    }
    const bool by_place = view_.words["carrier_by_place"].contains(view_.lemmas[resolved]);
    if (!by_place && !view_.words["carrier_alone"].contains(view_.lemmas[resolved])) return named;
    for (const Oblique& oblique : p.obliques) {
      if (const NamedSystem near = systems_.At(oblique.token); near.system != nullptr) return near;
    }
    if (by_place) return named;  // "loading stopped at the port", or nothing
    // "Banks suspended operations": theirs, not those of a system spoken of before.
    const auto names_one = [&](uint32_t filler) { return filler != token && systems_.At(filler).system != nullptr; };
    if (std::any_of(p.agents.begin(), p.agents.end(), names_one) ||
        std::any_of(p.themes.begin(), p.themes.end(), names_one)) {
      return named;
    }
    return {systems_.LastBefore(std::min(p.head, resolved)), token};
  }

  // What a frame's own words name: the first of its systems, or that of them which was spoken of last.
  const SystemEntry* Implied(const std::vector<ServiceSystem>& names, uint32_t at) {
    const SystemEntry* last = names.size() > 1 ? systems_.LastBefore(at) : nullptr;
    if (last != nullptr && std::find(names.begin(), names.end(), last->name) != names.end()) return last;
    return impl_.systems.Of(names.front());
  }

  // What fills the roles that a frame asks for.
  std::vector<uint32_t> FillersOf(const std::vector<SystemRole>& roles, const Frame& frame,
                                  const Proposition& p) const {
    std::vector<uint32_t> tokens;
    for (const SystemRole role : roles) {
      if (role == SystemRole::kOblique) {
        for (const Oblique& oblique : p.obliques) {
          if (frame.prep.contains(Marker(oblique))) tokens.push_back(oblique.token);
          AddBehind(oblique.token, frame.prep, &tokens);  // "for hours outside banks"
        }
        continue;
      }
      const auto& fillers = role == SystemRole::kAgent && !SoleArgument(view_, p) ? p.agents : p.themes;
      tokens.insert(tokens.end(), fillers.begin(), fillers.end());
    }
    return tokens;
  }

  // What is stopped or restored where a frame asks for no role.
  std::vector<uint32_t> Undergoers(const Proposition& p) const {
    if (p.themes.empty()) return p.agents;
    std::vector<uint32_t> tokens = p.themes;
    // "Banks suspended operations": what stops is whoever does the operating.
    if (p.form == Form::kActive && view_.kinds.Any(p.themes, view_.words["operation"])) {
      tokens.insert(tokens.end(), p.agents.begin(), p.agents.end());
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
      const ServiceKeys& keys = impl_.KeysOf(frame);
      if (!keys.state) return SetAside(*frame);
      if (keys.implied.empty()) continue;
      services_.Add({p.head,
                     {Implied(keys.implied, p.head), p.head},
                     StateOf(*frame, *keys.state, p),
                     &p,
                     frame->entry,
                     frame->entry.Text("name")});
      return true;
    }
    return false;
  }

  ServiceState StateOf(const Frame& frame, ServiceState state, const Proposition& p) const {
    // A frame that asks for a negation has it in its state already.
    return frame.negated == 1 || frame.modality.Has(Modality::kDenied) ? state : Turned(p, state);
  }

  void AddBehind(uint32_t token, const WordSet& prepositions, std::vector<uint32_t>* out) const {
    for (const uint32_t preposition : PrepositionsOf(analysis_, token)) {
      if (!prepositions.contains(analysis_[preposition].lower)) continue;
      for (const uint32_t object : ObjectsOf(analysis_, preposition)) out->push_back(object);
    }
  }

  // Frames that go before what a copula's complement says, those with a priority, or all.
  bool ReadFrames(const Proposition& p, bool first) {
    for (const Frame* frame : impl_.frames.All(view_, p)) {
      if (first && frame->entry.Number("priority") <= 0) return false;
      const ServiceKeys& keys = impl_.KeysOf(frame);
      if (!keys.state) return SetAside(*frame);
      if (!keys.implied.empty()) continue;
      bool any = false;
      for (const uint32_t token : keys.roles.empty() ? Undergoers(p) : FillersOf(keys.roles, *frame, p)) {
        NamedSystem named = InContext(p, token);
        if (named.system == nullptr && keys.TakesBareWords()) {
          named = {impl_.systems.ByBareWord(view_.kinds.ResolvedLemma(token)), token};
        }
        if (named.system == nullptr || !keys.Takes(named.system->name)) continue;
        services_.Add({p.head, named, StateOf(*frame, *keys.state, p), &p, frame->entry, frame->entry.Text("name")});
        any = true;
      }
      if (any) return true;
    }
    return false;
  }

  void ReadWord(uint32_t i) {
    const Token& token = analysis_[i];
    const Proposition* above = view_.PropositionOf(VerbOver(i));
    if (const StateNoun* noun = impl_.states.NounAt(view_, i)) ReadStateNoun(i, *noun, above);
    if (closed_class::kWithout.Has(token.lower)) {
      for (const uint32_t object : ObjectsOf(analysis_, i)) {
        for (const uint32_t each : Conjuncts(analysis_, object)) AddMissing(i, each, above, "without");
      }
    }
    if (IsDeterminerOfNoun(token) && closed_class::kNo.Has(token.lower) && IsCommonNoun(analysis_[token.head])) {
      AddMissing(token.head, token.head, above, "there is none");
    }
    if (IsAdjectivalModifier(token)) {
      if (const StateWord* word = impl_.states.Word(token.lower); word != nullptr && word->before_noun) {
        services_.Add({i, systems_.At(token.head), word->told.state, above, word->told.entry, "state before the noun"});
      }
    }
  }

  // What people are without is down, where they depend on it.
  void AddMissing(uint32_t anchor, uint32_t token, const Proposition* above, std::string_view rule) {
    const NamedSystem named = systems_.MissingAt(token);
    if (named.system == nullptr || !named.system->essential) return;
    services_.Add({anchor, named, ServiceState::kDown, above, named.system->entry, rule});
  }

  void ReadStateNoun(uint32_t i, const StateNoun& noun, const Proposition* above) {
    bool any = false;
    const auto add = [&](NamedSystem named) {
      services_.Add({i, named, noun.told.state, above, noun.told.entry, "noun of state"});
      any = any || named.system != nullptr;
    };
    for (const uint32_t child : ChildrenOf(analysis_, i)) {
      const Token& token = analysis_[child];
      if (IsModifierOrPossessor(token) && child < i && !noun.behind_only) add({SystemBeforeNoun(child), i});
      if (!IsPrepositional(token) || !noun.prep.contains(token.lower)) continue;
      for (const uint32_t object : ObjectsOf(analysis_, child)) {
        for (const uint32_t each : Conjuncts(analysis_, object)) add(systems_.MissingAt(each));
      }
    }
    // "caused delays to flights", with the phrase hung on the verb
    if (!any && above != nullptr && std::find(above->themes.begin(), above->themes.end(), i) != above->themes.end()) {
      for (const Oblique& oblique : above->obliques) {
        if (noun.prep.contains(Marker(oblique))) add(systems_.MissingAt(oblique.token));
      }
    }
    if (!any && noun.system) add({impl_.systems.Of(*noun.system), i});
  }

  // The system that a word before a noun of state names: "POWER cut", "GAS shortage".
  const SystemEntry* SystemBeforeNoun(uint32_t modifier) {
    if (const SystemEntry* system = systems_.At(modifier).system) return system;
    if (const SystemEntry* system = impl_.systems.ByWord(view_.lemmas[modifier])) return system;
    return IsNoun(analysis_[modifier]) ? impl_.systems.ByBareWord(view_.lemmas[modifier]) : nullptr;
  }

  // "Phones: patchy in the north.": a name of a system, a colon, and a state before the next stop.
  void ReadLabel(uint32_t sentence) {
    const Sentence& bounds = analysis_.sentences()[sentence];
    constexpr uint32_t kReach = 8;  // tokens
    const uint32_t colon = services_.LabelEnd(sentence);
    if (colon == bounds.begin) return;
    const SystemEntry* system = systems_.MissingAt(colon - 1).system;
    if (system == nullptr) return;
    for (uint32_t i = colon + 1; i < std::min(bounds.end, colon + kReach); ++i) {
      if (view_.PropositionOf(i) != nullptr && services_.Has(i, *system)) return;
      if (IsCommonNoun(analysis_[i]) && systems_.At(i).system != nullptr) return;
      const StateWord* word = impl_.states.Word(analysis_[i].lower);
      if (word == nullptr) continue;
      const std::string_view before = analysis_[i - 1].lower;  // the colon at the least
      const bool negated = closed_class::kNot.Has(before) || closed_class::kNo.Has(before);
      const ServiceState state = word->told.state;
      services_.Add({i, {system, i}, negated ? Opposite(state) : state, nullptr, word->told.entry, "label"});
      return;
    }
  }

  const Impl& impl_;
  const ReportView& view_;
  const Analysis& analysis_;
  Drafts& drafts_;
  SystemReader systems_;
  ServiceDrafts services_;
};

void ServiceFinder::Find(const ReportView& view, Drafts* drafts) const {
  Impl::ServiceReader(*impl_, view, drafts).Read();
}

}  // namespace diurna
