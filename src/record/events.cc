// Events: propositions that a frame of section "event_frame" takes, typed by PLOVER.
//
// A definite nominal ("the attack", "these protests") that nothing distinguishes repeats an occurrence told elsewhere
// in the view, so it makes a row only where no other row of the type is there to repeat; folding joins the others.
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

bool InFirstPerson(const ReportView& view, const Proposition& p) {
  return std::any_of(p.agents.begin(), p.agents.end(), [&](uint32_t agent) {
    const std::string_view word = view.analysis[agent].lower;
    return word == "i" || word == "we";
  });
}

}  // namespace

struct EventFinder::Impl {
  explicit Impl(const Lexicon& lexicon) : frames(lexicon, "event_frame") {
    for (const LexiconEntry& entry : lexicon.Entries("event_type")) {
      types[entry.Text("name")] = {entry.Text("cameo"), entry.List("recipient_preps"), entry.Flag("of_speech")};
    }
    for (const LexiconEntry& entry : lexicon.Entries("mode_word")) modes.push_back({entry, WordsOf(entry, "words")});
    for (const LexiconEntry& entry : lexicon.Entries("context_word"))
      contexts.push_back({entry, WordsOf(entry, "words")});
  }

  bool NamesOccurrence(const ReportView& view, const Proposition& p) const;
  std::vector<Party> PartiesOf(const ReportView& view, const Proposition& p,
                               const std::vector<std::string_view>& roles) const;
  void SetMode(const ReportView& view, const Proposition& p, Draft<Event>* draft) const;

  FrameTable frames;
  std::unordered_map<std::string_view, EventType> types;
  std::vector<ModeWords> modes, contexts;
};

EventFinder::EventFinder(const Lexicon& lexicon) : impl_(std::make_unique<Impl>(lexicon)) {}
EventFinder::EventFinder(EventFinder&&) noexcept = default;
EventFinder::~EventFinder() = default;

bool EventFinder::Impl::NamesOccurrence(const ReportView& view, const Proposition& p) const {
  const Token& noun = view.analysis[p.head];
  // "set fire", "opened fire": the verb's own object, told with the verb.
  if (const Proposition* verb = view.PropositionOf(noun.head); verb != nullptr && noun.head != p.head) {
    const std::string_view lemma = view.lemmas[p.head];
    if (verb->predicate.size() > lemma.size() + 1 && verb->predicate.ends_with(lemma) &&
        verb->predicate[verb->predicate.size() - lemma.size() - 1] == '_') {
      return false;
    }
  }
  if (noun.dep == Dep::kCompound || noun.dep == Dep::kNmod || noun.dep == Dep::kAmod) {
    // "Hurricane Dorian": the title of a name is the occurrence itself.
    return noun.pos == Pos::kPropn && view.analysis[noun.head].pos == Pos::kPropn && noun.head == p.head + 1 &&
           view.words["storm_noun"].contains(view.lemmas[p.head]);
  }
  if (noun.entity >= 0 && noun.pos == Pos::kPropn) {
    const EntityType type = view.analysis.entities()[noun.entity].type;
    if (type == EntityType::kOrg || type == EntityType::kPerson || type == EntityType::kDate) return false;
  }
  return true;
}

std::vector<Party> EventFinder::Impl::PartiesOf(const ReportView& view, const Proposition& p,
                                                const std::vector<std::string_view>& roles) const {
  std::vector<Party> parties;
  std::set<uint32_t> seen;
  const auto add = [&](uint32_t token, bool only_named) {
    if (!seen.insert(token).second) return;
    if (only_named && !view.kinds.IsHuman(token) && !view.kinds.IsBody(token) &&
        view.analysis[Resolve(view.mentions, token)].pos != Pos::kPropn) {
      return;
    }
    Party party = view.PartyOf(token);
    const bool known =
        std::any_of(parties.begin(), parties.end(), [&](const Party& q) { return q.name == party.name; });
    if (!party.text.empty() && !known) parties.push_back(std::move(party));
  };
  for (const std::string_view role : roles) {
    if (role == "agent") {
      for (const uint32_t token : p.agents) add(token, p.form == Form::kNominal && IsModifier(view.analysis[token]));
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

void EventFinder::Impl::SetMode(const ReportView& view, const Proposition& p, Draft<Event>* draft) const {
  Event* const event = &draft->row;
  // The words nearest to the predicate: itself, its arguments and what modifies these.
  std::vector<uint32_t> near = {p.head};
  const auto add = [&](uint32_t token) {
    near.push_back(token);
    for (const uint32_t child : view.analysis.children(token)) {
      const Dep dep = view.analysis[child].dep;
      if (dep == Dep::kCompound || dep == Dep::kAmod || dep == Dep::kNmod) near.push_back(child);
    }
  };
  for (const uint32_t child : view.analysis.children(p.head)) add(child);
  for (const uint32_t token : p.themes) add(token);
  for (const uint32_t token : p.agents) add(token);
  for (const Oblique& oblique : p.obliques) add(oblique.token);
  for (const ModeWords& mode : modes) {
    if (mode.entry.Text("type") != event->type) continue;
    const bool fits = mode.words.contains(p.predicate) || std::any_of(near.begin(), near.end(), [&](uint32_t token) {
                        return mode.words.contains(view.lemmas[token]);
                      });
    if (!fits) continue;
    if (event->mode.empty()) event->mode = mode.entry.Text("mode");
    if (event->mode != mode.entry.Text("mode")) continue;
    if (mode.entry.Has("cameo")) event->cameo = mode.entry.Text("cameo");
    if (mode.entry.Has("acled") && event->acled_sub_event.empty()) event->acled_sub_event = mode.entry.Text("acled");
    draft->why.Add(&mode.entry);
    break;
  }
  const Sentence& sentence = view.analysis.sentences()[view.analysis[p.head].sentence];
  constexpr uint32_t kMostTokens = 300;  // to either side; binds only in endless sentences
  const uint32_t first = std::max(sentence.begin, p.head - std::min(p.head, kMostTokens));
  const uint32_t end = std::min(sentence.end, p.head + kMostTokens);
  for (const ModeWords& context : contexts) {
    for (uint32_t i = first; i < end; ++i) {
      if (!context.words.contains(view.lemmas[i])) continue;
      event->context.emplace_back(context.entry.Text("name"));
      draft->why.Add(&context.entry);
      break;
    }
  }
}

void EventFinder::Find(const ReportView& view, Drafts* drafts) const {
  for (const Proposition& p : view.propositions.items) {
    if (!view.sentences.InBody(p.head)) continue;
    const Frame* frame = impl_->frames.Best(view, p);
    if (frame == nullptr) continue;
    const std::string_view type = frame->entry.Text("type");
    if (type == "none") {
      drafts->set_aside.emplace_back(frame->entry, frame->entry.Text("name"));
      continue;
    }
    if (p.form == Form::kNominal && !impl_->NamesOccurrence(view, p)) continue;
    const auto type_entry = impl_->types.find(type);
    // "I ask people", "we apologise": words of the one who speaks, a statement (rule 12 of the contract).
    if (type_entry != impl_->types.end() && type_entry->second.of_speech && InFirstPerson(view, p)) continue;
    Draft<Event> draft = view.MakeDraft<Event>(p.head, view.excerpts.Clause(p.head), PlaceReach::kLocal);
    Event& event = draft.row;
    event.type = type;
    event.mode = frame->entry.Text("mode");
    event.cameo = frame->entry.Text("cameo");
    event.acled_sub_event = frame->entry.Text("acled");
    draft.why = Why(frame->entry, frame->entry.Text("name"));
    impl_->SetMode(view, p, &draft);
    if (event.cameo.empty() && type_entry != impl_->types.end()) event.cameo = type_entry->second.cameo;
    std::vector<std::string_view> actors = {"agent"}, recipients;
    if (frame->entry.Has("actor")) actors = frame->entry.List("actor");
    if (frame->entry.Has("recipients")) {
      recipients = frame->entry.List("recipients");
    } else {
      if (type_entry != impl_->types.end()) recipients = type_entry->second.recipient_preps;
      recipients.insert(recipients.end(), {"theme", "recipient"});
    }
    event.actors = impl_->PartiesOf(view, p, actors);
    event.recipients = impl_->PartiesOf(view, p, recipients);
    // "Has called a summit for Sunday": what is told of a day to come is planned.
    const std::string& today = view.document.published;
    if (event.modality == "happened" && !today.empty() && event.time && event.time->basis == "stated" &&
        event.time->start.substr(0, 10) > today) {
      event.modality = "planned";
    }
    drafts->events.push_back(std::move(draft));
  }
}

}  // namespace diurna
