#include "record/report.h"

#include <algorithm>
#include <cctype>

namespace diurna {

namespace {

bool IsEdge(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',' || c == ';'; }

// The singular of a plural that the tagger took for a name ("Schools" at the start of a line), by its ending.
std::string_view SingularOf(std::string_view lower) {
  for (const std::string_view ending : {"ches", "shes", "sses", "xes"}) {
    if (lower.size() > ending.size() + 1 && lower.ends_with(ending)) return lower.substr(0, lower.size() - 2);
  }
  if (lower.size() > 3 && lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("ies")) {
    return lower.substr(0, lower.size() - 1);
  }
  return lower;
}

}  // namespace

WordClasses::WordClasses(const Lexicon& lexicon) {
  for (const LexiconEntry& entry : lexicon.Entries("class")) {
    WordSet& words = classes_[entry.Text("name")];
    for (const std::string_view word : entry.List("words")) words.insert(word);
  }
}

const WordSet& WordClasses::operator[](std::string_view name) const {
  static const WordSet none;
  const auto found = classes_.find(name);
  return found == classes_.end() ? none : found->second;
}

Report::Report(const Document& document_in, const Analysis& analysis_in, const Mentions& mentions_in,
               const Propositions& propositions_in, const ActorFinder& actors_in, const PlaceFinder& places_in,
               const Gazetteer& gazetteer_in, const WordClasses& words_in)
    : document(document_in),
      analysis(analysis_in),
      mentions(mentions_in),
      propositions(propositions_in),
      actors(actors_in),
      places(places_in),
      gazetteer(gazetteer_in),
      words(words_in),
      code_points_(document_in.text) {
  body_ = analysis.TokenAt(document.body_begin);
  lemmas_.reserve(analysis.size());
  for (const Token& token : analysis.tokens()) {
    const bool cased =
        std::any_of(token.lemma.begin(), token.lemma.end(), [](unsigned char c) { return std::isupper(c); });
    const bool plural_name = cased && token.tag == "NNPS";
    lemmas_.push_back(plural_name ? SingularOf(token.lower) : cased || token.lemma.empty() ? token.lower : token.lemma);
  }
  for (uint32_t i = 0; i + 1 < analysis.size(); ++i) {
    // "Hurricane Mara", "Tropical Storm Mara": a capital kind and a capital name that is no title of a body.
    const Token& name = analysis[i + 1];
    if (analysis[i].pos == Pos::kPropn && words["storm_noun"].contains(lemmas_[i]) && name.pos == Pos::kPropn &&
        name.text.size() > 2 && !words["body"].contains(lemmas_[i + 1]) &&
        !words["alert_noun"].contains(lemmas_[i + 1])) {
      named_hazards_.emplace(name.text, lemmas_[i]);
    }
  }
  places_in_.resize(analysis.sentences().size());
  times_in_.resize(analysis.sentences().size());
  for (uint32_t i = 0; i < mentions.places.size(); ++i) {
    const uint32_t token = mentions.places[i].tokens.begin;
    if (token < analysis.size()) places_in_[analysis[token].sentence].push_back(i);
  }
  for (uint32_t i = 0; i < mentions.times.size(); ++i) {
    const uint32_t token = mentions.times[i].tokens.begin;
    if (token < analysis.size()) times_in_[analysis[token].sentence].push_back(i);
  }
  FindToldDays();
  FindScope();
}

std::string_view Report::KindNoun(uint32_t token) const {
  const auto found = named_hazards_.find(analysis[token].text);
  return found == named_hazards_.end() ? std::string_view() : found->second;
}

bool Report::Any(std::span<const uint32_t> tokens, const WordSet& set) const {
  return std::any_of(tokens.begin(), tokens.end(),
                     [&](uint32_t token) { return set.contains(Lemma(token)) || set.contains(ResolvedLemma(token)); });
}

bool Report::Person(uint32_t token) const {
  const uint32_t resolved = Resolve(mentions, token);
  const int32_t actor = mentions.actor_of[resolved];
  if (actor >= 0 && mentions.actors[actor].person) return true;
  return words["title"].contains(Lemma(resolved));
}

bool Report::Human(uint32_t token) const {
  if (Person(token)) return true;
  const uint32_t resolved = Resolve(mentions, token);
  const std::string_view lemma = Lemma(resolved);
  if (words["human"].contains(lemma) || words["personal_pronoun"].contains(analysis[token].lower)) return true;
  return analysis[resolved].pos == Pos::kNum;
}

bool Report::Body(uint32_t token) const {
  const uint32_t resolved = Resolve(mentions, token);
  if (words["body"].contains(Lemma(resolved))) return true;
  const int32_t entity = analysis[resolved].entity;
  if (entity < 0) return false;
  const EntityType type = analysis.entities()[entity].type;
  return type == EntityType::kOrg || type == EntityType::kGpe || type == EntityType::kNorp;
}

std::vector<uint32_t> Report::Chain(uint32_t token) const {
  std::vector<uint32_t> chain = {token};
  while (analysis[token].head != token && chain.size() < 40) {
    token = analysis[token].head;
    chain.push_back(token);
  }
  return chain;
}

bool Report::IsVerb(uint32_t token) const {
  return analysis[token].pos == Pos::kVerb || analysis[token].pos == Pos::kAux;
}

bool Report::HasChild(uint32_t token, Dep dep) const {
  const auto children = analysis.children(token);
  return std::any_of(children.begin(), children.end(), [&](uint32_t child) { return analysis[child].dep == dep; });
}

const Proposition* Report::PropositionOf(uint32_t token) const {
  const int32_t index = propositions.of_token[token];
  return index < 0 ? nullptr : &propositions.items[index];
}

std::vector<uint32_t> Report::Obliques(const Proposition& proposition,
                                       std::initializer_list<std::string_view> prepositions) const {
  std::vector<uint32_t> out;
  for (const Oblique& oblique : proposition.obliques) {
    if (std::find(prepositions.begin(), prepositions.end(), oblique.preposition) != prepositions.end()) {
      out.push_back(oblique.token);
    }
  }
  return out;
}

bool Report::Quoted(Span span) const {
  const std::vector<Span>& all = propositions.quotations;
  const auto first = std::partition_point(all.begin(), all.end(), [&](Span q) { return q.end <= span.begin; });
  return first != all.end() && first->Overlaps(span);
}

size_t Report::ParagraphOf(uint32_t at) const {
  const std::vector<Span>& all = document.paragraphs;
  const auto first = std::partition_point(all.begin(), all.end(), [at](Span paragraph) { return paragraph.end <= at; });
  if (first != all.end()) return static_cast<size_t>(first - all.begin());
  return all.empty() ? 0 : all.size() - 1;
}

Span Report::SentenceSpan(uint32_t sentence) const {
  const Sentence& bounds = analysis.sentences()[sentence];
  return analysis.SpanOf(bounds.begin, bounds.end - 1);
}

Evidence Report::EvidenceOf(Span span) const {
  const std::string_view text = document.text;
  // Quotation marks and a final stop go too, unless they close what stands inside.
  const auto trim_front = [&] {
    while (span.begin < span.end && (IsEdge(text[span.begin]) || text[span.begin] == '.')) ++span.begin;
  };
  trim_front();
  const auto trim_back = [&] {
    while (span.end > span.begin && IsEdge(text[span.end - 1])) --span.end;
  };
  trim_back();
  // A mark whose other half stands outside is none.
  if (const std::string_view words_in = span.In(text); std::count(words_in.begin(), words_in.end(), '"') % 2 == 1) {
    if (words_in.back() == '"') {
      --span.end;
      trim_back();
    } else if (words_in.front() == '"') {
      ++span.begin;
      trim_front();
    }
  }
  Evidence evidence;
  evidence.text = std::string(span.In(text));
  evidence.start = code_points_.CodePoint(span.begin);
  evidence.end = code_points_.CodePoint(span.end);
  evidence.bytes = span;
  return evidence;
}

Span Report::Subtree(uint32_t token) const {
  return analysis.SpanOf(analysis[token].left_edge, analysis[token].right_edge);
}

Span Report::Clause(uint32_t predicate) const {
  // Arguments and modifiers, but no subordinate clauses; an argument that drags on is cut near its head.
  constexpr uint32_t kLongest = 26, kLongArgument = 14;
  uint32_t first = predicate, last = predicate;
  for (const uint32_t child : analysis.children(predicate)) {
    switch (analysis[child].dep) {
      case Dep::kNsubj:
      case Dep::kNsubjpass:
      case Dep::kDobj:
      case Dep::kAttr:
      case Dep::kAcomp:
      case Dep::kPrep:
      case Dep::kAgent:
      case Dep::kPrt:
      case Dep::kNeg:
      case Dep::kAux:
      case Dep::kAuxpass:
      case Dep::kAdvmod:
      case Dep::kNpadvmod:
      case Dep::kOprd:
      case Dep::kDative:
      case Dep::kXcomp:
      case Dep::kNummod:
      case Dep::kCompound:
      case Dep::kAmod:
      case Dep::kPoss:
      case Dep::kDet:
      case Dep::kExpl:
        break;
      default:
        continue;
    }
    // Who says so is no part of what is said: ", according to the police".
    if (analysis[child].dep == Dep::kPrep && IsSource(child)) continue;
    uint32_t left = analysis[child].left_edge, right = analysis[child].right_edge;
    if (right - left > kLongArgument) {
      left = std::max(left, child < predicate ? (child < 6 ? 0 : child - 6) : (child < 2 ? 0 : child - 2));
      right = std::min(right, child + 8);
    }
    if (left < first && predicate - left <= kLongest) first = left;
    if (right > last && right - predicate <= kLongest) last = right;
  }
  const Sentence& sentence = analysis.sentences()[analysis[predicate].sentence];
  return analysis.SpanOf(std::max(first, sentence.begin), std::min(last, sentence.end - 1));
}

Span Report::ClauseWith(uint32_t predicate, uint32_t token) const {
  Span clause = Clause(predicate);
  const Span other = analysis[token].span;
  if (clause.Contains(other)) return clause;
  constexpr uint32_t kNear = 200;  // bytes
  if (analysis[predicate].sentence == analysis[token].sentence &&
      (other.begin > clause.begin ? other.begin - clause.begin : clause.begin - other.begin) < kNear) {
    return {std::min(clause.begin, other.begin), std::max(clause.end, other.end)};
  }
  return Clause(token);
}

bool Report::IsSource(uint32_t token) const {
  return std::any_of(propositions.attributions.begin(), propositions.attributions.end(), [&](const Attribution& x) {
    return x.proposition < 0 && x.speaker >= 0 && x.cue <= token && token <= analysis[x.cue].right_edge &&
           !x.content.Contains(analysis[token].span);
  });
}

std::vector<Party> Report::SourceFor(uint32_t token, Span evidence) const {
  // The middle third decides: the edges of a clause may hold the attribution itself. Where it tells nothing, the
  // predicate.
  const uint32_t third = evidence.size() / 3;
  std::vector<Party> chain;
  std::vector<uint32_t> sources =
      SourcesOf(propositions, document, analysis, {evidence.begin + third, evidence.end - third});
  if (sources.empty()) sources = SourcesOf(propositions, document, analysis, analysis[token].span);
  for (const uint32_t index : sources) {
    const Attribution& attribution = propositions.attributions[index];
    if (attribution.speaker < 0) continue;
    Party party = PartyOf(static_cast<uint32_t>(attribution.speaker));
    const bool known = std::any_of(chain.begin(), chain.end(), [&](const Party& p) { return p.name == party.name; });
    if (!party.text.empty() && !known) chain.push_back(std::move(party));
  }
  if (chain.empty()) {
    if (const int32_t teller = TellerOf(analysis.TokenAt(evidence.begin + third)); teller >= 0) {
      chain.push_back(PartyOf(static_cast<uint32_t>(teller)));
    }
  }
  return chain;
}

int32_t Report::TellerOf(uint32_t token) const {
  // "The ministry counts 12 dead", "put the toll at 9", "12 cases were recorded by the clinic".
  if (token >= analysis.size()) return -1;
  for (const uint32_t above : Chain(token)) {
    const Proposition* p = PropositionOf(above);
    if (p == nullptr || !words["telling_verb"].contains(p->predicate)) continue;
    for (const uint32_t agent : p->agents) {
      const uint32_t resolved = Resolve(mentions, agent);
      const bool inside = analysis[agent].left_edge <= token && token <= analysis[agent].right_edge;
      if (!inside && (Person(agent) || Body(agent) || words["speaking_noun"].contains(Lemma(resolved)) ||
                      analysis[resolved].pos == Pos::kPropn)) {
        return static_cast<int32_t>(agent);
      }
    }
  }
  return -1;
}

void Report::Fill(uint32_t token, Span evidence, PlaceScope scope, Row* row) const {
  row->evidence = EvidenceOf(evidence);
  Anchored<Place> place = PlaceFor(token, scope);
  row->place = std::move(place.value);
  Anchored<Time> time = TimeFor(token);
  row->time = std::move(time.value);
  row->source = SourceFor(token, row->evidence.bytes);
  row->trace.token = token;
  row->trace.place_from = std::move(place.from);
  row->trace.time_from = std::move(time.from);
  if (const Proposition* proposition = PropositionOf(token)) row->modality = Name(proposition->modality);
}

}  // namespace diurna
