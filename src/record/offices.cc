// Offices: changes of office by frames, and offices held where the report introduces their holder.
//
// A holder is introduced by a title before the name ("Health Minister Jane Roe"), by an apposition on either side
// ("Jane Roe, head of the clinic"), or by a predicate. The organization is what the title is "of", a possessor before
// it, or names inside the title that are no part of the portfolio; of offices of state the country that the report is
// about.

#include <algorithm>
#include <cctype>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "record/frames.h"
#include "record/registers.h"
#include "syntax/closed_class.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

struct Title {
  std::string office;
  std::string organization;
  uint32_t first = 0, last = 0;  // tokens
  bool former = false;
};

bool Capital(std::string_view word) { return !word.empty() && std::isupper(static_cast<unsigned char>(word[0])); }

}  // namespace

struct OfficeFinder::Impl {
  explicit Impl(const Lexicon& lexicon) : frames(lexicon, "office_frame") {
    for (const Frame& frame : frames.frames()) changes.push_back(frame.entry.Term<OfficeChange>("change"));
  }

  bool IsTitle(const ReportView& view, uint32_t token) const {
    return view.words["title"].contains(view.lemmas[token]) && IsNoun(view.analysis[token]);
  }
  Title Describe(const ReportView& view, uint32_t first, uint32_t head, uint32_t last) const;
  // The body that stands in front of a title, or that a possessive there means; empty where there is none.
  std::string BodyBefore(const ReportView& view, uint32_t first, uint32_t head) const;
  // The one behind it: "at Princeton".
  std::string BodyBehind(const ReportView& view, uint32_t head) const;
  // The title phrase headed by a noun.
  Title TitleAt(const ReportView& view, uint32_t head) const;
  // The title that introduces the person whose name is headed by `name`, or one with an empty office.
  Title TitleOf(const ReportView& view, uint32_t name) const;
  // The person named right behind a verb; none where a "by" comes first.
  OptionalIndex PersonBehind(const ReportView& view, uint32_t verb) const;
  void FindChanges(const ReportView& view, Drafts* drafts) const;
  void FindHolders(const ReportView& view, Drafts* drafts) const;

  FrameTable frames;
  std::vector<std::optional<OfficeChange>> changes;  // of each frame; none: it makes no row
};

OfficeFinder::OfficeFinder(const Lexicon& lexicon) : impl_(std::make_unique<Impl>(lexicon)) {}
OfficeFinder::OfficeFinder(OfficeFinder&&) noexcept = default;
OfficeFinder::~OfficeFinder() = default;

Title OfficeFinder::Impl::Describe(const ReportView& view, uint32_t first, uint32_t head, uint32_t last) const {
  const Analysis& analysis = view.analysis;
  Title title;
  title.first = first;
  title.last = last;
  const WordSet& fillers = view.words["title_filler"];
  const WordSet& former = view.words["former"];
  for (uint32_t i = first; i < head; ++i) title.former = title.former || former.contains(analysis[i].lower);
  uint32_t begin = first;
  while (begin < head && (fillers.contains(analysis[begin].lower) || IsPunctuation(analysis[begin]) ||
                          IsCoordinator(analysis[begin]) || IsAdposition(analysis[begin]))) {
    ++begin;
  }
  title.office = std::string(analysis.SpanOf(begin, last).In(view.document.text));
  // What it is of: "minister of health of Chile", "head of the Red Cross in Goma".
  const bool owned =
      std::any_of(analysis.tokens().begin() + begin, analysis.tokens().begin() + head,
                  [](const Token& token) { return IsWrittenPossessive(token) || IsPossessivePronoun(token); });
  for (uint32_t i = head + 1; i <= last; ++i) {
    const std::string_view word = analysis[i].lower;
    if (!closed_class::kOfTitle.Has(word)) continue;
    if (owned && !closed_class::kOf.Has(word)) continue;  // "Tesco's director for Poland"
    uint32_t object = i + 1;
    while (object < last && IsDeterminer(analysis[object])) ++object;
    if (object <= last && (Capital(analysis[object].text) || view.words["body"].contains(view.lemmas[last]))) {
      title.organization = std::string(analysis.SpanOf(object, last).In(view.document.text));
    }
  }
  if (title.organization.empty()) {
    // A possessor or the names before the title, as far as they are no portfolio.
    uint32_t end = begin;
    while (end < head && !IsWrittenPossessive(analysis[end])) ++end;
    const bool possessor = end < head;
    if (!possessor) end = head;
    const WordSet& portfolio = view.words["portfolio"];
    while (end > begin && !possessor &&
           (portfolio.contains(analysis[end - 1].lower) || !Capital(analysis[end - 1].text))) {
      --end;
    }
    if (end > begin && Capital(analysis[begin].text)) {
      title.organization = std::string(analysis.SpanOf(begin, end - 1).In(view.document.text));
    }
  }
  if (title.organization.empty()) title.organization = BodyBefore(view, first, head);
  if (title.organization.empty()) title.organization = BodyBehind(view, head);
  for (uint32_t i = begin; i <= last; ++i) {
    const OptionalIndex place = view.mentions.place_of[i];
    if (place && view.mentions.places[*place].demonym && (title.organization.empty() || i < head)) {
      title.organization = view.mentions.places[*place].place.name;
    }
  }
  if (title.organization.empty() && view.words["state_office"].contains(view.lemmas[head]) &&
      view.scope.country_place && view.scope.country_place->precision == PlacePrecision::kCountry) {
    title.organization = view.scope.country_place->name;
  }
  return title;
}

std::string OfficeFinder::Impl::BodyBefore(const ReportView& view, uint32_t first, uint32_t head) const {
  // "the central bank governor", "the militia's spokesman", "its chairman".
  const Analysis& analysis = view.analysis;
  for (uint32_t i = head; i-- > first;) {
    if (IsPossessor(analysis[i]) && IsPronoun(analysis[i])) {
      const uint32_t owner = Resolve(view.mentions, i);
      if (owner != i && view.kinds.IsBody(owner)) return view.PartyOf(owner).name;
      return {};
    }
    if (!view.words["body"].contains(view.lemmas[i])) continue;
    uint32_t begin = i;
    while (begin > first && !IsDeterminer(analysis[begin - 1]) && !IsPunctuation(analysis[begin - 1])) --begin;
    return std::string(analysis.SpanOf(begin, i).In(view.document.text));
  }
  return {};
}

std::string OfficeFinder::Impl::BodyBehind(const ReportView& view, uint32_t head) const {
  // "a professor at Princeton", told outside of the phrase proper.
  const Analysis& analysis = view.analysis;
  for (const uint32_t preposition : ChildrenOf(analysis, head)) {
    const std::string_view word = analysis[preposition].lower;
    if (preposition < head || !closed_class::kOfMember.Has(word)) continue;
    for (const uint32_t object : ChildrenOf(analysis, preposition)) {
      if (IsPrepositionalObject(analysis[object]) && view.kinds.IsBody(object)) return NounPhraseText(analysis, object);
    }
  }
  return {};
}

Title OfficeFinder::Impl::TitleAt(const ReportView& view, uint32_t head) const {
  const TokenRange phrase = NounPhrase(view.analysis, head);
  return Describe(view, std::min(phrase.begin, head), head, std::max(head, phrase.end == 0 ? head : phrase.end - 1));
}

Title OfficeFinder::Impl::TitleOf(const ReportView& view, uint32_t name) const {
  const Analysis& analysis = view.analysis;
  // The name's first token: the entity's, titles inside it left out.
  uint32_t first = name, last = name;
  if (analysis[name].entity) {
    const Entity& entity = analysis.entities()[*analysis[name].entity];
    first = entity.begin;
    last = entity.end - 1;
  }
  while (first < name && view.words["title"].contains(view.lemmas[first])) ++first;
  constexpr uint32_t kLongest = 9;
  uint32_t begin = first;
  while (begin > 0 && first - begin < kLongest && analysis[begin - 1].sentence == analysis[first].sentence) {
    const Token& before = analysis[begin - 1];
    const bool part = IsNoun(before) || IsAdjective(before) || IsWrittenPossessive(before) || before.lower == "-" ||
                      view.words["deputy_prefix"].contains(before.lower) ||
                      (begin < first && closed_class::kInsideTitle.Has(before.lower) && begin >= 2 &&
                       (IsNoun(analysis[begin - 2]) || closed_class::kOf.Has(analysis[begin - 2].lower)));
    if (!part) break;
    --begin;
  }
  if (begin < first) {
    // The last title of the run is the head, be it right before the name or "president of Chile NAME".
    for (uint32_t i = first; i-- > begin;) {
      if (!IsTitle(view, i)) continue;
      const bool adjacent = i + 1 == first;
      const bool of_phrase = !adjacent && i + 2 < first && closed_class::kInsideName.Has(analysis[i + 1].lower);
      if (adjacent || of_phrase) {
        // Words of an earlier phrase do not belong to it: keep what hangs on the title or on the name.
        uint32_t start = i;
        while (start > begin && !IsAdposition(analysis[start - 1]) && !IsCoordinator(analysis[start - 1]) &&
               !IsDeterminer(analysis[start - 1])) {
          --start;
        }
        return Describe(view, start, i, first - 1);
      }
    }
  }
  for (uint32_t i = first; i <= last; ++i) {
    for (const uint32_t child : ChildrenOf(analysis, i)) {
      if (IsApposition(analysis[child]) && IsTitle(view, child)) return TitleAt(view, child);
    }
    const Token& token = analysis[i];
    if (IsApposition(token) && IsTitle(view, token.head) && (token.head < first || token.head > last)) {
      return TitleAt(view, token.head);
    }
  }
  return {};
}

OptionalIndex OfficeFinder::Impl::PersonBehind(const ReportView& view, uint32_t verb) const {
  constexpr uint32_t kFarthest = 8;  // tokens
  const Sentence& sentence = view.analysis.sentences()[view.analysis[verb].sentence];
  for (uint32_t i = verb + 1; i < std::min(sentence.end, verb + kFarthest); ++i) {
    const OptionalIndex actor = view.mentions.actor_of[i];
    if (actor && view.mentions.actors[*actor].person && IsProperNoun(view.analysis[i]) && !IsTitle(view, i)) {
      return i;
    }
    if (closed_class::kBy.Has(view.analysis[i].lower)) return std::nullopt;
  }
  return std::nullopt;
}

void OfficeFinder::Impl::FindChanges(const ReportView& view, Drafts* drafts) const {
  for (const Proposition& p : view.propositions.items) {
    if (!view.sentences.InBody(p.head)) continue;
    const Frame* frame = frames.Best(view, p);
    if (frame == nullptr) continue;
    const std::optional<OfficeChange> change = changes[frames.IndexOf(frame)];
    if (!change) {
      drafts->set_aside.emplace_back(frame->entry, frame->entry.Text("name"));
      continue;
    }
    const bool sole = SoleArgument(view, p);
    const auto& fillers = frame->entry.Text("person") == "agent" && !sole ? p.agents : p.themes;
    if (fillers.empty()) continue;
    uint32_t who = fillers.front();
    const std::vector<std::string_view> where = frame->entry.List("office");
    const auto looks = [&](std::string_view place) {
      return std::find(where.begin(), where.end(), place) != where.end();
    };
    // Of "appointed X prime minister" the title is one of the themes: the person is the other.
    for (const uint32_t filler : fillers) {
      if (!IsTitle(view, filler) || view.mentions.actor_of[filler]) {
        who = filler;
        break;
      }
    }
    // "The president, who ..., named Ana Silva minister", read as if he had been named himself: the clause has no
    // auxiliary, and another person stands behind the verb.
    if (p.form == Form::kPassive && who < p.head && !HasPassiveAuxiliary(view.analysis, p.head) &&
        frame->entry.Text("person") == "theme") {
      const OptionalIndex named = PersonBehind(view, p.head);
      if (named) who = *named;
    }
    const uint32_t resolved = Resolve(view.mentions, who);
    const OptionalIndex actor = view.mentions.actor_of[resolved];
    const bool named = actor && view.mentions.actors[*actor].person;
    if (frame->entry.Flag("needs_name") && !named) continue;
    Title title;
    const auto try_token = [&](uint32_t token) {
      if (title.office.empty() && token != who && IsTitle(view, token)) title = TitleAt(view, token);
    };
    for (const Oblique& oblique : p.obliques) {
      if (looks(Marker(oblique))) try_token(oblique.token);
    }
    if (looks("theme")) {
      for (const uint32_t token : p.themes) try_token(token);
    }
    if (looks("child") || looks("obj2")) {
      for (const uint32_t child : ChildrenOf(view.analysis, p.head)) {
        if (IsNounBehindVerb(view.analysis[child])) try_token(child);
      }
    }
    if (title.office.empty() && looks("person")) {
      title = IsTitle(view, who) ? TitleAt(view, who) : TitleOf(view, who);
    }
    if (frame->entry.Flag("needs_office") && title.office.empty()) continue;
    if (!drafts->limits.Admit(Register::kOffices, view.analysis[p.head].sentence)) continue;
    Draft<Office> draft = view.MakeDraft<Office>(p.head, view.excerpts.ClauseWith(p.head, who), PlaceReach::kLocal);
    Office& office = draft.row;
    office.person = view.PartyOf(who);
    office.office = title.office;
    office.organization = title.organization;
    office.change = *change;
    if (office.change == OfficeChange::kHolds && title.former) office.change = OfficeChange::kFormer;
    if (frame->entry.Text("name") == "head a body" && !p.themes.empty()) {
      office.organization = NounPhraseText(view.analysis, p.themes.front());
    }
    for (const uint32_t body : view.Obliques(p, closed_class::kOfEmployer)) {
      if (office.organization.empty() && view.kinds.IsBody(body)) {
        office.organization = NounPhraseText(view.analysis, body);
      }
    }
    if (office.modality == Modality::kOngoing) office.modality = Modality::kHappened;
    draft.why = Why(frame->entry, frame->entry.Text("name"));
    drafts->offices.push_back(std::move(draft));
  }
}

void OfficeFinder::Impl::FindHolders(const ReportView& view, Drafts* drafts) const {
  std::set<std::string> seen;
  for (const Actor& actor : view.mentions.actors) {
    if (!actor.person) continue;
    for (const uint32_t head : actor.heads) {
      if (!view.sentences.InBody(head) || !IsProperNoun(view.analysis[head])) continue;
      const Title title = TitleOf(view, head);
      if (title.office.empty() || !seen.insert(actor.name).second) continue;
      if (!drafts->limits.Admit(Register::kOffices, view.analysis[head].sentence)) break;
      uint32_t first = std::min(title.first, head), last = std::max(title.last, head);
      if (view.analysis[head].entity) {
        const Entity& entity = view.analysis.entities()[*view.analysis[head].entity];
        first = std::min(first, entity.begin);
        last = std::max(last, entity.end - 1);
      }
      Draft<Office> draft = view.MakeDraft<Office>(head, view.analysis.SpanOf(first, last), PlaceReach::kLocal);
      Office& office = draft.row;
      office.person = view.PartyOf(head);
      office.person->role.clear();
      office.office = title.office;
      office.organization = title.organization;
      office.change = title.former ? OfficeChange::kFormer : OfficeChange::kHolds;
      office.modality = Modality::kHappened;
      draft.why = Why("a title introduces its holder");
      drafts->offices.push_back(std::move(draft));
      break;
    }
  }
}

void OfficeFinder::Find(const ReportView& view, Drafts* drafts) const {
  impl_->FindChanges(view, drafts);
  impl_->FindHolders(view, drafts);
  // What the report tells of a holder in one place holds in the others.
  std::map<std::string, std::pair<std::string, std::string>> known;
  for (const Draft<Office>& draft : drafts->offices) {
    const Office& office = draft.row;
    if (!office.office.empty() && office.person)
      known.try_emplace(office.person->name, office.office, office.organization);
  }
  for (Draft<Office>& draft : drafts->offices) {
    Office& office = draft.row;
    if (!office.person) continue;
    const auto found = known.find(office.person->name);
    if (found == known.end()) continue;
    if (office.office.empty()) office.office = found->second.first;
    if (office.organization.empty()) office.organization = found->second.second;
    if (office.organization.empty()) office.organization = office.person->organization;
  }
  // The death of one who held no office is an event, not a change of office.
  std::erase_if(drafts->offices, [](const Draft<Office>& draft) {
    return draft.row.change == OfficeChange::kDied && draft.row.office.empty();
  });
}

}  // namespace diurna
