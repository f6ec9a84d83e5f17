// Events: propositions that a frame of section "event_frame" takes, typed by PLOVER.
//
// A definite nominal ("the attack", "these protests") that nothing distinguishes repeats an occurrence told elsewhere
// in the view, so it makes a row only where no other row of the type is there to repeat; folding joins the others.
// Bare modifiers ("storm damage", "strike action") name no occurrence.

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>

#include "record/frames.h"
#include "record/registers.h"
#include "syntax/closed_class.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

// "On Monday", "$69 million", "half": when and how much, however the parser hangs them on the predicate.
bool IsTimeOrSum(const ReportView& view, uint32_t token) {
  if (view.mentions.time_of[token]) return true;
  const OptionalIndex number = view.mentions.number_of[token];
  return number && view.mentions.numbers[*number].kind != NumberKind::kCount;
}

// What all events of a type share.
struct TypeEntry {
  std::string_view cameo;
  std::vector<std::string_view> recipient_preps;
  bool of_speech = false;
};

// What a word near an event tells: its mode, and codes that go with it.
struct ModeWords {
  explicit ModeWords(const LexiconEntry& e)
      : entry(e),
        type(e.Term<EventType>("type")),
        mode(e.Term<EventMode>("mode")),
        cameo(e.Text("cameo")),
        acled(e.Term<AcledSubEvent>("acled")) {}

  LexiconEntry entry;
  std::optional<EventType> type;
  std::optional<EventMode> mode;
  std::string_view cameo;
  std::optional<AcledSubEvent> acled;
};

// A context that some words tell.
struct ContextWords {
  LexiconEntry entry;
  EventContext context;
};

// Which of some entries a word tells, by index.
class EntriesOfWord {
 public:
  void Add(const LexiconEntry& entry, uint32_t index) {
    for (const std::string_view word : entry.List("words")) of_word_[word].push_back(index);
  }
  void Collect(std::string_view word, std::vector<uint32_t>* entries) const {
    const auto found = of_word_.find(word);
    if (found != of_word_.end()) entries->insert(entries->end(), found->second.begin(), found->second.end());
  }

 private:
  std::unordered_map<std::string_view, std::vector<uint32_t>> of_word_;
};

void SortAndDropRepeats(std::vector<uint32_t>* items) {
  std::sort(items->begin(), items->end());
  items->erase(std::unique(items->begin(), items->end()), items->end());
}

// What an event frame makes; without a type none.
struct Made {
  explicit Made(const LexiconEntry& entry)
      : type(entry.Term<EventType>("type")),
        mode(entry.Term<EventMode>("mode")),
        acled(entry.Term<AcledSubEvent>("acled")) {}

  std::optional<EventType> type;
  std::optional<EventMode> mode;
  std::optional<AcledSubEvent> acled;
};

bool InFirstPerson(const ReportView& view, const Proposition& p) {
  return std::any_of(p.agents.begin(), p.agents.end(),
                     [&](uint32_t agent) { return closed_class::kFirstPersonSubject.Has(view.analysis[agent].lower); });
}

}  // namespace

struct EventFinder::Impl {
  explicit Impl(const Lexicon& lexicon) : frames(lexicon, "event_frame") {
    for (const LexiconEntry& entry : lexicon.Entries("event_type")) {
      const std::optional<EventType> type = entry.Term<EventType>("name");
      if (!type) continue;
      types[static_cast<size_t>(*type)] = {entry.Text("cameo"), entry.List("recipient_preps"), entry.Flag("of_speech")};
    }
    for (const LexiconEntry& entry : lexicon.Entries("mode_word")) {
      mode_words.Add(entry, static_cast<uint32_t>(modes.size()));
      modes.emplace_back(entry);
    }
    for (const LexiconEntry& entry : lexicon.Entries("context_word")) {
      const std::optional<EventContext> context = entry.Term<EventContext>("name");
      if (!context) continue;
      context_words.Add(entry, static_cast<uint32_t>(contexts.size()));
      contexts.push_back({entry, *context});
    }
    for (const Frame& frame : frames.frames()) made.emplace_back(frame.entry);
  }

  bool NamesOccurrence(const ReportView& view, const Proposition& p) const;
  std::vector<Party> PartiesOf(const ReportView& view, const Proposition& p, const std::vector<std::string_view>& roles,
                               LimitCount* limits) const;
  // The modes that the words nearest to a predicate tell, by index and in order.
  std::vector<uint32_t> ModesNear(const ReportView& view, const Proposition& p) const;
  void SetMode(const ReportView& view, const Proposition& p, Draft<Event>* draft) const;
  void SetContext(const ReportView& view, const Proposition& p, Draft<Event>* draft) const;

  FrameTable frames;
  std::array<TypeEntry, kTerms<EventType>> types;
  std::vector<Made> made;  // of each frame
  std::vector<ModeWords> modes;
  EntriesOfWord mode_words;
  std::vector<ContextWords> contexts;
  EntriesOfWord context_words;
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
  if (IsModifier(noun)) {
    // "Hurricane Dorian": the title of a name is the occurrence itself.
    return IsProperNoun(noun) && IsProperNoun(view.analysis[noun.head]) && noun.head == p.head + 1 &&
           view.words["storm_noun"].contains(view.lemmas[p.head]);
  }
  if (noun.entity && IsProperNoun(noun)) {
    const EntityType type = view.analysis.entities()[*noun.entity].type;
    if (type == EntityType::kOrg || type == EntityType::kPerson || type == EntityType::kDate) return false;
  }
  return true;
}

std::vector<Party> EventFinder::Impl::PartiesOf(const ReportView& view, const Proposition& p,
                                                const std::vector<std::string_view>& roles, LimitCount* limits) const {
  std::vector<Party> parties;
  std::set<uint32_t> seen;
  const auto add = [&](uint32_t token, bool only_named) {
    if (!seen.insert(token).second || IsTimeOrSum(view, token)) return;
    if (only_named && !view.kinds.IsHuman(token) && !view.kinds.IsBody(token) &&
        !IsProperNoun(view.analysis[Resolve(view.mentions, token)])) {
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
  limits->HoldParties(&parties);
  return parties;
}

std::vector<uint32_t> EventFinder::Impl::ModesNear(const ReportView& view, const Proposition& p) const {
  // Itself, its arguments and what modifies these.
  std::vector<uint32_t> near = {p.head};
  const auto add = [&](uint32_t token) {
    near.push_back(token);
    for (const uint32_t child : ChildrenOf(view.analysis, token)) {
      if (IsModifier(view.analysis[child])) near.push_back(child);
    }
  };
  for (const uint32_t child : ChildrenOf(view.analysis, p.head)) add(child);
  for (const uint32_t token : p.themes) add(token);
  for (const uint32_t token : p.agents) add(token);
  for (const Oblique& oblique : p.obliques) add(oblique.token);
  std::vector<uint32_t> told;
  mode_words.Collect(p.predicate, &told);
  for (const uint32_t token : near) mode_words.Collect(view.lemmas[token], &told);
  SortAndDropRepeats(&told);
  return told;
}

void EventFinder::Impl::SetMode(const ReportView& view, const Proposition& p, Draft<Event>* draft) const {
  Event* const event = &draft->row;
  // What is done tells more than who does it: gunmen who kidnap are kidnappers.
  const auto of_type = [&](uint32_t index) { return modes[index].type == event->type; };
  std::vector<uint32_t> told;
  mode_words.Collect(p.predicate, &told);
  SortAndDropRepeats(&told);
  if (std::none_of(told.begin(), told.end(), of_type)) told = ModesNear(view, p);
  for (const uint32_t index : told) {
    if (!of_type(index)) continue;
    const ModeWords& mode = modes[index];
    if (!event->mode) event->mode = mode.mode;
    if (event->mode != mode.mode) continue;
    if (!mode.cameo.empty()) event->cameo = mode.cameo;
    if (!event->acled_sub_event) event->acled_sub_event = mode.acled;
    draft->why.Add(&mode.entry);
    break;
  }
}

void EventFinder::Impl::SetContext(const ReportView& view, const Proposition& p, Draft<Event>* draft) const {
  const Sentence& sentence = view.analysis.sentences()[view.analysis[p.head].sentence];
  constexpr uint32_t kMostTokens = 300;  // to either side; binds only in endless sentences
  const uint32_t first = std::max(sentence.begin, p.head - std::min(p.head, kMostTokens));
  const uint32_t end = std::min(sentence.end, p.head + kMostTokens);
  std::vector<uint32_t> told;
  for (uint32_t i = first; i < end; ++i) context_words.Collect(view.lemmas[i], &told);
  SortAndDropRepeats(&told);
  for (const uint32_t index : told) {
    draft->row.context.push_back(contexts[index].context);
    draft->why.Add(&contexts[index].entry);
  }
}

void EventFinder::Find(const ReportView& view, Drafts* drafts) const {
  for (const Proposition& p : view.propositions.items) {
    if (!view.sentences.InBody(p.head)) continue;
    const Frame* frame = impl_->frames.Best(view, p);
    if (frame == nullptr) continue;
    const Made& made = impl_->made[impl_->frames.IndexOf(frame)];
    if (!made.type) {
      drafts->set_aside.emplace_back(frame->entry, frame->entry.Text("name"));
      continue;
    }
    if (p.form == Form::kNominal && !impl_->NamesOccurrence(view, p)) continue;
    const TypeEntry& type = impl_->types[static_cast<size_t>(*made.type)];
    // "I ask people", "we apologise": words of the one who speaks, a statement (rule 12 of the contract).
    if (type.of_speech && InFirstPerson(view, p)) continue;
    if (!drafts->limits.Admit(Register::kEvents, view.analysis[p.head].sentence)) continue;
    Draft<Event> draft = view.MakeDraft<Event>(p.head, view.excerpts.Clause(p.head), PlaceReach::kLocal);
    Event& event = draft.row;
    event.type = *made.type;
    event.mode = made.mode;
    event.cameo = frame->entry.Text("cameo");
    event.acled_sub_event = made.acled;
    draft.why = Why(frame->entry, frame->entry.Text("name"));
    impl_->SetMode(view, p, &draft);
    impl_->SetContext(view, p, &draft);
    if (event.cameo.empty()) event.cameo = type.cameo;
    std::vector<std::string_view> actors = {"agent"}, recipients;
    if (frame->entry.Has("actor")) actors = frame->entry.List("actor");
    if (frame->entry.Has("recipients")) {
      recipients = frame->entry.List("recipients");
    } else {
      recipients = type.recipient_preps;
      recipients.insert(recipients.end(), {"theme", "recipient"});
    }
    event.actors = impl_->PartiesOf(view, p, actors, &drafts->limits);
    event.recipients = impl_->PartiesOf(view, p, recipients, &drafts->limits);
    // "Has called a summit for Sunday": what is told of a day to come is planned.
    const std::string& today = view.document.published;
    if (event.modality == Modality::kHappened && !today.empty() && event.time &&
        event.time->basis == TimeBasis::kStated && event.time->start.substr(0, 10) > today) {
      event.modality = Modality::kPlanned;
    }
    drafts->events.push_back(std::move(draft));
  }
}

}  // namespace diurna
