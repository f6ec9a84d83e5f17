// Services: systems crossed with predicates that stop, hamper or restore them.
//
// A system is named by its own noun ("the airport"), by a compound ("power supply"), or by what a carrier noun is of
// ("most of the city's water"). Which role it fills tells whether the predicate is about it; a copula hands over to the
// adjective or phrase behind it ("remained closed", "is out of service"); a noun of state ("blackout", "closure of
// schools") stands for itself. Negation turns a normal state into an outage and an outage into a normal state.

#include <algorithm>
#include <memory>
#include <set>
#include <unordered_map>

#include "record/frames.h"
#include "record/registers.h"

namespace diurna {

namespace {

WordSet SetOf(const LexiconEntry& entry, std::string_view key) {
  const auto words = entry.List(key);
  return {words.begin(), words.end()};
}

struct System {
  LexiconEntry entry;
  std::string_view name;
  WordSet plural_only, not_modifier, bare;
  bool essential = false;
};

struct StatePhrase {
  std::string_view state;
  WordSet prep, words;
  LexiconEntry entry;
};

struct StateWord {
  std::string_view state;
  bool before_noun = false;
  const LexiconEntry* entry = nullptr;
};

struct Found {
  const System* system = nullptr;
  uint32_t token = 0;
};

bool IsModifier(Dep dep) {
  return dep == Dep::kCompound || dep == Dep::kNmod || dep == Dep::kAmod || dep == Dep::kPoss;
}

}  // namespace

struct ServiceFinder::Impl {
  explicit Impl(const Lexicon& lexicon) : frames(lexicon, "service_frame") {
    for (const LexiconEntry& entry : lexicon.Entries("system")) {
      systems.push_back({entry, entry.Text("name"), SetOf(entry, "plural_only"), SetOf(entry, "not_modifier"),
                         SetOf(entry, "bare"), entry.Flag("essential")});
    }
    size_t index = 0;
    for (const LexiconEntry& entry : lexicon.Entries("system")) {
      for (const std::string_view word : entry.List("words")) by_word.emplace(word, &systems[index]);
      ++index;
    }
    word_entries = lexicon.Entries("state_word");
    for (const LexiconEntry& entry : word_entries) {
      for (const std::string_view word : entry.List("words")) state_words[word] = {entry.Text("state"), false, &entry};
    }
    for (const LexiconEntry& entry : word_entries) {
      for (const std::string_view word : entry.List("before_noun"))
        state_words[word] = {entry.Text("state"), true, &entry};
    }
    for (const LexiconEntry& entry : lexicon.Entries("state_phrase")) {
      phrases.push_back({entry.Text("state"), SetOf(entry, "prep"), SetOf(entry, "words"), entry});
    }
    noun_entries = lexicon.Entries("state_noun");
    for (const LexiconEntry& entry : noun_entries) {
      for (const std::string_view word : entry.List("words")) state_nouns[word] = {entry.Text("state"), false, &entry};
      for (const auto& [word, system] : entry.Map("alone")) {
        for (const System& candidate : systems) {
          if (candidate.name == system) alone[word] = &candidate;
        }
      }
    }
  }

  Found SystemOf(const Report& report, uint32_t token, int depth = 0) const;
  // The system that a word names only where it is missing, or null.
  const System* Bare(std::string_view lemma) const {
    const auto found =
        std::find_if(systems.begin(), systems.end(), [&](const System& s) { return s.bare.contains(lemma); });
    return found == systems.end() ? nullptr : &*found;
  }
  // The state that a copula's complement tells, and the entry that says so.
  std::pair<std::string_view, const LexiconEntry*> Complement(const Report& report, uint32_t verb) const;

  FrameTable frames;
  std::vector<System> systems;
  std::unordered_map<std::string, const System*> by_word;
  std::vector<LexiconEntry> word_entries, noun_entries;
  std::unordered_map<std::string_view, StateWord> state_words, state_nouns;
  std::unordered_map<std::string_view, const System*> alone;
  std::vector<StatePhrase> phrases;
};

ServiceFinder::ServiceFinder(const Lexicon& lexicon) : impl_(std::make_unique<Impl>(lexicon)) {}
ServiceFinder::ServiceFinder(ServiceFinder&&) noexcept = default;
ServiceFinder::~ServiceFinder() = default;

Found ServiceFinder::Impl::SystemOf(const Report& report, uint32_t token, int depth) const {
  token = Resolve(report.mentions, token);
  const Token& noun = report.analysis[token];
  if (noun.pos != Pos::kNoun && noun.pos != Pos::kPropn && noun.pos != Pos::kNum && noun.pos != Pos::kPron &&
      noun.pos != Pos::kDet && noun.pos != Pos::kAdj) {
    return {};
  }
  const std::string lemma(report.Lemma(token));
  std::vector<uint32_t> modifiers, complements;
  for (const uint32_t child : report.analysis.children(token)) {
    const Token& c = report.analysis[child];
    if (IsModifier(c.dep) && child < token) modifiers.push_back(child);
    if (c.dep == Dep::kPrep &&
        (c.lower == "of" || c.lower == "to" || c.lower == "at" || c.lower == "on" || c.lower == "in")) {
      for (const uint32_t object : report.analysis.children(child)) {
        if (report.analysis[object].dep == Dep::kPobj) complements.push_back(object);
      }
    }
  }
  const auto excluded = [&](const System& system) {
    return std::any_of(modifiers.begin(), modifiers.end(),
                       [&](uint32_t m) { return system.not_modifier.contains(report.Lemma(m)); });
  };
  for (auto m = modifiers.rbegin(); m != modifiers.rend(); ++m) {
    const auto found = by_word.find(std::string(report.Lemma(*m)) + " " + lemma);
    if (found != by_word.end() && !excluded(*found->second)) return {found->second, token};
  }
  if (report.words["carrier"].contains(lemma)) {
    for (auto m = modifiers.rbegin(); m != modifiers.rend(); ++m) {
      const auto found = by_word.find(std::string(report.Lemma(*m)));
      if (found != by_word.end()) return {found->second, token};
    }
    if (depth < 2) {
      for (const uint32_t complement : complements) {
        const Found found = SystemOf(report, complement, depth + 1);
        if (found.system != nullptr) return {found.system, token};
      }
    }
  }
  const auto found = by_word.find(lemma);
  if (found == by_word.end() || excluded(*found->second)) return {};
  const System& system = *found->second;
  if (system.plural_only.contains(lemma) && noun.tag != "NNS" && noun.tag != "NNPS") {
    // A single one is no system, unless it stands for all: "every flight", "no train".
    const auto children = report.analysis.children(token);
    const bool all = std::any_of(children.begin(), children.end(), [&](uint32_t child) {
      return report.analysis[child].dep == Dep::kDet &&
             report.words["every_one"].contains(report.analysis[child].lower);
    });
    if (!all) return {};
  }
  return {&system, token};
}

std::pair<std::string_view, const LexiconEntry*> ServiceFinder::Impl::Complement(const Report& report,
                                                                                 uint32_t verb) const {
  for (const uint32_t child : report.analysis.children(verb)) {
    const Token& c = report.analysis[child];
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
    for (const StatePhrase& phrase : phrases) {
      if (!phrase.prep.contains(c.lower)) continue;
      for (uint32_t i = c.left_edge; i <= c.right_edge; ++i) {
        if (i != child && phrase.words.contains(report.Lemma(i))) return {phrase.state, &phrase.entry};
      }
    }
  }
  return {};
}

void ServiceFinder::Find(const Report& report, Record* record) const {
  const Analysis& analysis = report.analysis;
  std::set<std::pair<uint32_t, const System*>> seen;
  const auto add = [&](uint32_t anchor, Found found, std::string_view state, const Proposition* p,
                       const LexiconEntry& entry, std::string_view rule) {
    if (state.empty() || state == "none" || found.system == nullptr || !report.InBody(anchor)) return;
    if (!seen.insert({anchor, found.system}).second) return;
    Service service = report.MakeRow<Service>(anchor, report.ClauseWith(anchor, found.token), PlaceScope::kNational);
    service.system = found.system->name;
    service.state = state;
    const bool ahead = p != nullptr && (p->modality == Modality::kPlanned || p->modality == Modality::kPossible ||
                                        p->modality == Modality::kCalledFor);
    service.modality = ahead ? Name(p->modality) : "happened";
    for (const TimeMention& time : report.mentions.times) {
      if (analysis[time.tokens.head].sentence != analysis[anchor].sentence || time.start.empty()) continue;
      const std::vector<uint32_t> chain = report.Chain(anchor);
      if (std::find(chain.begin(), chain.end(), VerbAbove(analysis, time.tokens.head)) == chain.end()) continue;
      if (time.bound == TimeBound::kUntil) service.end = time.start;
      if (time.bound == TimeBound::kSince || time.bound == TimeBound::kFrom) service.start = time.start;
    }
    Trace(entry, rule, &service);
    record->services.push_back(std::move(service));
  };

  for (const Proposition& p : report.propositions.items) {
    if (!report.InBody(p.head) || p.form == Form::kNominal) continue;
    bool negated = p.negated;
    for (const uint32_t child : analysis.children(p.head)) {
      negated = negated || report.words["no_more"].contains(analysis[child].lower);
    }
    const auto turned = [&](std::string_view state) -> std::string_view {
      if (!negated) return state;
      if (state == "normal" || state == "restored") return "down";
      return "normal";
    };
    const bool idiom = impl_->frames.Knows(p.predicate) && p.predicate.find('_') != std::string::npos;
    if ((report.words["state_copula"].contains(report.Lemma(p.head)) && !idiom) || p.form == Form::kAdjective) {
      auto [state, entry] = impl_->Complement(report, p.head);
      if (state.empty() && p.form == Form::kAdjective) {
        const auto found = impl_->state_words.find(analysis[p.head].lower);
        if (found != impl_->state_words.end()) state = found->second.state, entry = found->second.entry;
      }
      if (!state.empty()) {
        const bool causative =
            (p.predicate == "keep" || p.predicate == "leave" || p.predicate == "declare") && !p.themes.empty();
        for (const uint32_t token : causative || p.agents.empty() ? p.themes : p.agents) {
          add(p.head, impl_->SystemOf(report, token), turned(state), &p, *entry, "state behind a copula");
        }
        continue;
      }
    }
    for (const Frame* frame : impl_->frames.All(report, p)) {
      const std::string_view state = frame->entry.Text("state");
      if (state == "none") break;
      if (const std::string_view own = frame->entry.Text("object_system"); !own.empty()) {
        for (const System& system : impl_->systems) {
          if (system.name == own)
            add(p.head, {&system, p.head}, turned(state), &p, frame->entry, frame->entry.Text("name"));
        }
        break;
      }
      std::vector<uint32_t> tokens;
      if (frame->entry.Has("role")) {
        for (const std::string_view role : frame->entry.List("role")) {
          const bool sole = SoleArgument(report, p);
          const auto& fillers = role == "agent" && !sole ? p.agents : p.themes;
          tokens.insert(tokens.end(), fillers.begin(), fillers.end());
        }
      } else if (p.themes.empty()) {
        tokens = p.agents;
      } else {
        tokens = p.themes;
        // "Banks suspended operations": what stops is whoever does the operating.
        if (p.form == Form::kActive && report.Any(p.themes, report.words["operation"])) {
          tokens.insert(tokens.end(), p.agents.begin(), p.agents.end());
        }
      }
      const WordSet only = SetOf(frame->entry, "systems"), never = SetOf(frame->entry, "not_systems");
      bool any = false;
      for (const uint32_t token : tokens) {
        Found found = impl_->SystemOf(report, token);
        // "Water was restored": cut or restored, the bare word is the supply.
        if (found.system == nullptr && (state == "down" || state == "restored")) {
          found = {impl_->Bare(report.ResolvedLemma(token)), token};
        }
        if (found.system == nullptr || never.contains(found.system->name)) continue;
        if (!only.empty() && !only.contains(found.system->name)) continue;
        add(p.head, found, turned(state), &p, frame->entry, frame->entry.Text("name"));
        any = true;
      }
      if (any) break;
    }
  }

  for (uint32_t i = report.body(); i < analysis.size(); ++i) {
    const Token& token = analysis[i];
    const Proposition* above = report.PropositionOf(VerbAbove(analysis, i));
    const auto noun = impl_->state_nouns.find(report.Lemma(i));
    if (noun != impl_->state_nouns.end() && (token.pos == Pos::kNoun || token.pos == Pos::kPropn)) {
      const StateWord& word = noun->second;
      bool any = false;
      for (const uint32_t child : analysis.children(i)) {
        const Token& c = analysis[child];
        if (IsModifier(c.dep) && child < i) {
          Found found = impl_->SystemOf(report, child);
          if (found.system == nullptr) {
            const auto own = impl_->by_word.find(std::string(report.Lemma(child)));
            if (own != impl_->by_word.end()) found = {own->second, i};
          }
          if (found.system != nullptr) {
            add(i, {found.system, i}, word.state, above, *word.entry, "noun of state");
            any = true;
          }
        }
        if (c.dep == Dep::kPrep && (c.lower == "of" || c.lower == "to" || c.lower == "in")) {
          for (const uint32_t object : analysis.children(child)) {
            if (analysis[object].dep != Dep::kPobj) continue;
            for (const uint32_t each : Conjuncts(analysis, object)) {
              const Found found = impl_->SystemOf(report, each);
              add(i, found, word.state, above, *word.entry, "noun of state");
              any = any || found.system != nullptr;
            }
          }
        }
      }
      const auto alone = impl_->alone.find(report.Lemma(i));
      if (!any && alone != impl_->alone.end()) {
        add(i, {alone->second, i}, word.state, above, *word.entry, "noun of state");
      }
    }
    if (token.lower == "without") {
      for (const uint32_t object : analysis.children(i)) {
        if (analysis[object].dep != Dep::kPobj) continue;
        for (const uint32_t each : Conjuncts(analysis, object)) {
          const Found found = impl_->SystemOf(report, each);
          const System* system = found.system != nullptr ? found.system : impl_->Bare(report.Lemma(each));
          if (system != nullptr && system->essential) add(i, {system, each}, "down", above, system->entry, "without");
        }
      }
    }
    if (token.dep == Dep::kDet && token.lower == "no" && analysis[token.head].pos == Pos::kNoun) {
      const Found found = impl_->SystemOf(report, token.head);
      const System* system = found.system != nullptr ? found.system : impl_->Bare(report.Lemma(token.head));
      if (system != nullptr && system->essential) {
        add(token.head, {system, token.head}, "down", above, system->entry, "there is none");
      }
    }
    if (token.dep == Dep::kAmod) {
      const auto word = impl_->state_words.find(token.lower);
      if (word != impl_->state_words.end() && word->second.before_noun) {
        add(i, impl_->SystemOf(report, token.head), word->second.state, above, *word->second.entry,
            "state before the noun");
      }
    }
  }
}

}  // namespace diurna
