// Report: one report with everything that the floors below found in it, and what all registers ask of it: what kind of
// thing a word stands for, which words are evidence, and the place, time and source of a fact.

#ifndef DIURNA_RECORD_REPORT_H_
#define DIURNA_RECORD_REPORT_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "actors/actors.h"
#include "actors/mentions.h"
#include "base/utf8.h"
#include "diurna/analysis.h"
#include "diurna/document.h"
#include "diurna/record.h"
#include "lexicon/lexicon.h"
#include "places/gazetteer.h"
#include "places/places.h"
#include "proposition/propositions.h"
#include "syntax/tree.h"

namespace diurna {

// A set of words, views into the lexicon.
using WordSet = std::unordered_set<std::string_view>;

// The classes of words of the lexicon (section "class"), by name. Const, thread-safe.
class WordClasses {
 public:
  explicit WordClasses(const Lexicon& lexicon);
  // The words of a class; an empty set for a name that there is not.
  const WordSet& operator[](std::string_view name) const;

 private:
  std::unordered_map<std::string_view, WordSet> classes_;
};

// How far a fact's place reaches where its own words name none.
enum class PlaceScope {
  kLocal,     // what happened somewhere: the sentence's, the paragraph's, then the report's place
  kNational,  // what an authority decides or a country-wide system suffers: the country where the report is about one
};

// Where the place or time of a row was taken from, for `diurna explain`.
constexpr std::string_view kOwnSentence = "its sentence";
template <typename T>
struct Anchored {
  std::optional<T> value;
  std::string from;
};

// A view over one report; all that it refers to must outlive it. Const members are thread-safe.
class Report {
 public:
  Report(const Document& document, const Analysis& analysis, const Mentions& mentions, const Propositions& propositions,
         const ActorFinder& actors, const PlaceFinder& places, const Gazetteer& gazetteer, const WordClasses& words);

  const Document& document;
  const Analysis& analysis;
  const Mentions& mentions;
  const Propositions& propositions;
  const ActorFinder& actors;
  const PlaceFinder& places;
  const Gazetteer& gazetteer;
  const WordClasses& words;

  // ---- words ----

  // The first token of the report's body, after title and publisher lines.
  uint32_t body() const { return body_; }
  bool InBody(uint32_t token) const { return token >= body_; }
  // Lemma in lower case, of names too.
  std::string_view Lemma(uint32_t token) const { return lemmas_[token]; }
  // Lemma of what the token stands for, pronouns resolved.
  std::string_view ResolvedLemma(uint32_t token) const { return lemmas_[Resolve(mentions, token)]; }
  // The common noun that a named hazard goes by, from a name such as "Hurricane Mara" anywhere in the report: of "Mara"
  // "hurricane". Empty for all other tokens.
  std::string_view KindNoun(uint32_t token) const;
  // Whether any of the tokens, or what it stands for, has its lemma in the set.
  bool Any(std::span<const uint32_t> tokens, const WordSet& set) const;
  // A person or group of persons, whatever word or pronoun stands for it.
  bool Human(uint32_t token) const;
  // A named person or the holder of an office.
  bool Person(uint32_t token) const;
  // A government, company, force or other body that can act.
  bool Body(uint32_t token) const;
  // Tokens from `token` up to its root, both included.
  std::vector<uint32_t> Chain(uint32_t token) const;
  bool IsVerb(uint32_t token) const;
  bool HasChild(uint32_t token, Dep dep) const;
  // The proposition headed by a token, or null.
  const Proposition* PropositionOf(uint32_t token) const;
  // Heads of the phrases that a proposition has behind one of the prepositions.
  std::vector<uint32_t> Obliques(const Proposition& proposition,
                                 std::initializer_list<std::string_view> prepositions) const;
  // Whether the bytes lie in quotation marks.
  bool Quoted(Span span) const;
  // Index of the paragraph that holds the byte.
  size_t ParagraphOf(uint32_t at) const;
  Span SentenceSpan(uint32_t sentence) const;
  // The time mentions that begin in a sentence, by index and in order.
  std::span<const uint32_t> TimesIn(uint32_t sentence) const { return times_in_[sentence]; }
  std::string_view SentenceText(uint32_t sentence) const { return SentenceSpan(sentence).In(document.text); }

  // ---- evidence ----

  // The words of a span, blanks and punctuation at the edges left out.
  Evidence EvidenceOf(Span span) const;
  // Shortest clause around a predicate: its own words without subordinate clauses.
  Span Clause(uint32_t predicate) const;
  // The clause, widened to hold `token` where that stands in the same sentence.
  Span ClauseWith(uint32_t predicate, uint32_t token) const;
  // Everything below a token.
  Span Subtree(uint32_t token) const;

  // ---- what a fact inherits ----

  Anchored<Place> PlaceFor(uint32_t token, PlaceScope scope) const;
  // The places named in one breath with a place of a sentence ("in Cairo, ALEXANDRIA and SUEZ"); each has its own row
  // (rule 14 of the contract).
  std::vector<Place> PlacesBeside(uint32_t sentence, const Place& place) const;
  // The mention that dates a predicate: its own, or with `inherit` one of an earlier sentence. Null where there is
  // none.
  const TimeMention* TimeMentionFor(uint32_t token) const;
  Anchored<Time> TimeFor(uint32_t token) const;
  // Who tells the fact of a predicate, outermost first; empty where it is the reporter.
  std::vector<Party> SourceFor(uint32_t token, Span evidence) const;
  Party PartyOf(uint32_t head) const { return actors.PartyOf(analysis, mentions, head); }
  Place PlaceOf(const PlaceMention& mention) const;
  Time TimeOf(const TimeMention& mention, std::string_view basis) const;

  // A row's evidence, place, time, source and modality, for a fact whose predicate is `token`.
  template <typename RowType>
  RowType MakeRow(uint32_t token, Span evidence, PlaceScope scope) const {
    RowType row;
    Fill(token, evidence, scope, &row);
    return row;
  }

  // ISO 3166-1 alpha-2 of the country that the report is about; empty where it shows none.
  std::string_view country() const { return country_; }
  // Whether the report is about a whole country rather than one place in it.
  bool national() const { return national_; }
  const std::optional<Place>& main_place() const { return main_place_; }
  const std::optional<Place>& country_place() const { return country_place_; }

 private:
  // Whether a token introduces who says so, as in "according to the police".
  bool IsSource(uint32_t token) const;
  // Who counts, records or reports what stands at a token, without a clause of speech: the agent, or -1.
  int32_t TellerOf(uint32_t token) const;
  void Fill(uint32_t token, Span evidence, PlaceScope scope, Row* row) const;
  void FindScope();
  void FindToldDays();

  CodePointIndex code_points_;
  uint32_t body_ = 0;
  std::vector<std::string_view> lemmas_;
  std::unordered_map<std::string_view, std::string_view> named_hazards_;  // name: kind
  std::vector<std::vector<uint32_t>> places_in_, times_in_;               // per sentence: mentions, by index
  std::vector<int32_t> told_day_;  // per sentence: the day that it or the nearest one before it tells, or -1
  std::string country_;
  bool national_ = false;
  std::optional<Place> main_place_, country_place_;
};

}  // namespace diurna

#endif  // DIURNA_RECORD_REPORT_H_
