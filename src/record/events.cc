// Events: propositions that a frame of section "event_frame" takes, typed by PLOVER.
//
// A definite nominal ("the attack", "these protests") that nothing distinguishes repeats an occurrence told elsewhere
// in the report, so it makes a row only where no other row of the type is there to repeat; folding joins the others.
// Bare modifiers ("storm damage", "strike action") name no occurrence.

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <unordered_map>

#include "record/frames.h"
#include "record/registers.h"

namespace diurna {

namespace {

struct EventType {
  std::string_view cameo;
  std::vector<std::string_view> recipient_preps;
  bool of_speech = false;
};

struct ModeWords {
  LexiconEntry entry;
  WordSet words;
};

bool InFirstPerson(const Report& report, const Proposition& p) {
  return std::any_of(p.agents.begin(), p.agents.end(), [&](uint32_t agent) {
    const std::string_view word = report.analysis[agent].lower;
    return word == "i" || word == "we";
  });
}

}  // namespace

struct EventFinder::Impl {
  explicit Impl(const Lexicon& lexicon) : frames(lexicon, "event_frame") {
    for (const LexiconEntry& entry : lexicon.Entries("event_type")) {
      types[entry.Text("name")] = {entry.Text("cameo"), entry.List("recipient_preps"), entry.Flag("of_speech")};
    }
    for (const LexiconEntry& entry : lexicon.Entries("mode_word")) modes.push_back({entry, SetOf(entry)});
    for (const LexiconEntry& entry : lexicon.Entries("context_word")) contexts.push_back({entry, SetOf(entry)});
  }

  static WordSet SetOf(const LexiconEntry& entry) {
    const auto words = entry.List("words");
    return {words.begin(), words.end()};
  }

  bool NamesOccurrence(const Report& report, const Proposition& p) const;
  std::vector<Party> PartiesOf(const Report& report, const Proposition& p,
                               const std::vector<std::string_view>& roles) const;
  void SetMode(const Report& report, const Proposition& p, Event* event) const;

  FrameTable frames;
  std::unordered_map<std::string_view, EventType> types;
  std::vector<ModeWords> modes, contexts;
};

EventFinder::EventFinder(const Lexicon& lexicon) : impl_(std::make_unique<Impl>(lexicon)) {}
EventFinder::EventFinder(EventFinder&&) noexcept = default;
EventFinder::~EventFinder() = default;

bool EventFinder::Impl::NamesOccurrence(const Report& report, const Proposition& p) const {
  const Token& noun = report.analysis[p.head];
  // "set fire", "opened fire": the verb's own object, told with the verb.
  if (const Proposition* verb = report.PropositionOf(noun.head); verb != nullptr && noun.head != p.head) {
    const std::string_view lemma = report.Lemma(p.head);
    if (verb->predicate.size() > lemma.size() + 1 && verb->predicate.ends_with(lemma) &&
        verb->predicate[verb->predicate.size() - lemma.size() - 1] == '_') {
      return false;
    }
  }
  if (noun.dep == Dep::kCompound || noun.dep == Dep::kNmod || noun.dep == Dep::kAmod) {
    // "Hurricane Dorian": the title of a name is the occurrence itself.
    return noun.pos == Pos::kPropn && report.analysis[noun.head].pos == Pos::kPropn && noun.head == p.head + 1 &&
           report.words["storm_noun"].contains(report.Lemma(p.head));
  }
  if (noun.entity >= 0 && noun.pos == Pos::kPropn) {
    const EntityType type = report.analysis.entities()[noun.entity].type;
    if (type == EntityType::kOrg || type == EntityType::kPerson || type == EntityType::kDate) return false;
  }
  return true;
}

std::vector<Party> EventFinder::Impl::PartiesOf(const Report& report, const Proposition& p,
                                                const std::vector<std::string_view>& roles) const {
  std::vector<Party> parties;
  std::set<uint32_t> seen;
  const auto add = [&](uint32_t token, bool only_named) {
    if (!seen.insert(token).second) return;
    if (only_named && !report.Human(token) && !report.Body(token) &&
        report.analysis[Resolve(report.mentions, token)].pos != Pos::kPropn) {
      return;
    }
    Party party = report.PartyOf(token);
    const bool known =
        std::any_of(parties.begin(), parties.end(), [&](const Party& q) { return q.name == party.name; });
    if (!party.text.empty() && !known) parties.push_back(std::move(party));
  };
  for (const std::string_view role : roles) {
    if (role == "agent") {
      for (const uint32_t token : p.agents) add(token, p.form == Form::kNominal && IsModifier(report.analysis[token]));
    } else if (role == "theme") {
      for (const uint32_t token : p.themes) add(token, false);
    } else if (role == "recipient") {
      for (const uint32_t token : p.recipients) add(token, false);
    } else {
      for (const Oblique& oblique : p.obliques) {
        if (Marker(oblique) == role) add(oblique.token, true);
      }
    }
  }
  return parties;
}

void EventFinder::Impl::SetMode(const Report& report, const Proposition& p, Event* event) const {
  // The words nearest to the predicate: itself, its arguments and what modifies these.
  std::vector<uint32_t> near = {p.head};
  const auto add = [&](uint32_t token) {
    near.push_back(token);
    for (const uint32_t child : report.analysis.children(token)) {
      const Dep dep = report.analysis[child].dep;
      if (dep == Dep::kCompound || dep == Dep::kAmod || dep == Dep::kNmod) near.push_back(child);
    }
  };
  for (const uint32_t child : report.analysis.children(p.head)) add(child);
  for (const uint32_t token : p.themes) add(token);
  for (const uint32_t token : p.agents) add(token);
  for (const Oblique& oblique : p.obliques) add(oblique.token);
  for (const ModeWords& mode : modes) {
    if (mode.entry.Text("type") != event->type) continue;
    const bool fits = mode.words.contains(p.predicate) || std::any_of(near.begin(), near.end(), [&](uint32_t token) {
                        return mode.words.contains(report.Lemma(token));
                      });
    if (!fits) continue;
    if (event->mode.empty()) event->mode = mode.entry.Text("mode");
    if (event->mode != mode.entry.Text("mode")) continue;
    if (mode.entry.Has("cameo")) event->cameo = mode.entry.Text("cameo");
    if (mode.entry.Has("acled") && event->acled_sub_event.empty()) event->acled_sub_event = mode.entry.Text("acled");
    break;
  }
  const Sentence& sentence = report.analysis.sentences()[report.analysis[p.head].sentence];
  constexpr uint32_t kMostTokens = 300;  // to either side; binds only in endless sentences
  const uint32_t first = std::max(sentence.begin, p.head - std::min(p.head, kMostTokens));
  const uint32_t end = std::min(sentence.end, p.head + kMostTokens);
  for (const ModeWords& context : contexts) {
    for (uint32_t i = first; i < end; ++i) {
      if (!context.words.contains(report.Lemma(i))) continue;
      event->context.emplace_back(context.entry.Text("name"));
      break;
    }
  }
}

void EventFinder::Find(const Report& report, Record* record) const {
  for (const Proposition& p : report.propositions.items) {
    if (!report.InBody(p.head)) continue;
    const Frame* frame = impl_->frames.Best(report, p);
    if (frame == nullptr) continue;
    const std::string_view type = frame->entry.Text("type");
    if (type == "none") continue;
    if (p.form == Form::kNominal && !impl_->NamesOccurrence(report, p)) continue;
    const auto type_entry = impl_->types.find(type);
    // "I ask people", "we apologise": words of the one who speaks, a statement (rule 12 of the contract).
    if (type_entry != impl_->types.end() && type_entry->second.of_speech && InFirstPerson(report, p)) continue;
    Event event = report.MakeRow<Event>(p.head, report.Clause(p.head), PlaceScope::kLocal);
    event.type = type;
    event.mode = frame->entry.Text("mode");
    event.cameo = frame->entry.Text("cameo");
    event.acled_sub_event = frame->entry.Text("acled");
    impl_->SetMode(report, p, &event);
    if (event.cameo.empty() && type_entry != impl_->types.end()) event.cameo = type_entry->second.cameo;
    std::vector<std::string_view> actors = {"agent"}, recipients;
    if (frame->entry.Has("actor")) actors = frame->entry.List("actor");
    if (frame->entry.Has("recipients")) {
      recipients = frame->entry.List("recipients");
    } else {
      if (type_entry != impl_->types.end()) recipients = type_entry->second.recipient_preps;
      recipients.insert(recipients.end(), {"theme", "recipient"});
    }
    event.actors = impl_->PartiesOf(report, p, actors);
    event.recipients = impl_->PartiesOf(report, p, recipients);
    // "Has called a summit for Sunday": what is told of a day to come is planned.
    const std::string& today = report.document.published;
    if (event.modality == "happened" && !today.empty() && event.time && event.time->basis == "stated" &&
        event.time->start.substr(0, 10) > today) {
      event.modality = "planned";
    }
    Trace(frame->entry, frame->entry.Text("name"), &event);
    record->events.push_back(std::move(event));
  }
}

}  // namespace diurna
