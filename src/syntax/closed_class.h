// Closed classes of English: prepositions, pronouns, determiners, auxiliaries and other words of grammar, as named
// sets.
//
// What no report adds a word to may stand here; words of news, law, geography, the calendar and the like belong in
// lexicon/. A set is named for what its members do, or for its only member.

#ifndef DIURNA_SYNTAX_CLOSED_CLASS_H_
#define DIURNA_SYNTAX_CLOSED_CLASS_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace diurna {

// A fixed set of words in lower case.
template <size_t N>
class ClosedClass {
 public:
  template <typename... Words>
  explicit constexpr ClosedClass(Words... words) : words_{std::string_view(words)...} {}
  // `word` in lower case.
  constexpr bool Has(std::string_view word) const {
    return std::find(words_.begin(), words_.end(), word) != words_.end();
  }
  constexpr auto begin() const { return words_.begin(); }
  constexpr auto end() const { return words_.end(); }

 private:
  std::array<std::string_view, N> words_;
};
template <typename... Words>
ClosedClass(Words...) -> ClosedClass<sizeof...(Words)>;

namespace closed_class {

// Single words that grammar turns on.
inline constexpr ClosedClass kAgainst{"against"};
inline constexpr ClosedClass kAnd{"and"};
inline constexpr ClosedClass kAs{"as"};
inline constexpr ClosedClass kAt{"at"};
inline constexpr ClosedClass kBe{"be"};  // a lemma
inline constexpr ClosedClass kBeen{"been"};
inline constexpr ClosedClass kBeing{"being"};
inline constexpr ClosedClass kBetween{"between"};
inline constexpr ClosedClass kBy{"by"};
inline constexpr ClosedClass kCould{"could"};
inline constexpr ClosedClass kFor{"for"};
inline constexpr ClosedClass kFrom{"from"};
inline constexpr ClosedClass kHave{"have"};  // a lemma
inline constexpr ClosedClass kIn{"in"};
inline constexpr ClosedClass kIt{"it"};
inline constexpr ClosedClass kLonger{"longer"};  // of "no longer"
inline constexpr ClosedClass kMore{"more"};
inline constexpr ClosedClass kNo{"no"};
inline constexpr ClosedClass kNot{"not"};
inline constexpr ClosedClass kOf{"of"};
inline constexpr ClosedClass kOn{"on"};
inline constexpr ClosedClass kOne{"one"};
inline constexpr ClosedClass kOr{"or"};
inline constexpr ClosedClass kOut{"out"};
inline constexpr ClosedClass kPer{"per"};
inline constexpr ClosedClass kSince{"since"};
inline constexpr ClosedClass kThan{"than"};
inline constexpr ClosedClass kThat{"that"};
inline constexpr ClosedClass kThe{"the"};
inline constexpr ClosedClass kThrough{"through"};
inline constexpr ClosedClass kTo{"to"};
inline constexpr ClosedClass kWho{"who"};
inline constexpr ClosedClass kWill{"will"};
inline constexpr ClosedClass kWith{"with"};
inline constexpr ClosedClass kWithout{"without"};

// Prepositions by what they say of a place.
inline constexpr ClosedClass kLocative{"in",     "at",     "near",    "across", "on",     "off",  "throughout",
                                       "around", "within", "outside", "over",   "inside", "along"};
inline constexpr ClosedClass kDirectional{"to", "from", "into", "through", "toward", "towards"};
// Those of an instrument, a companion or an opponent.
inline constexpr ClosedClass kComitative{"by", "with", "against"};

// Prepositions by what they tie to a noun.
// What somebody or something belongs to: "minister FOR health", "a doctor AT the clinic".
inline constexpr ClosedClass kAffiliation{"at", "for", "from", "of"};
// What a state, a change or a part is one of: "the extension OF a curfew", "an end TO the ban".
inline constexpr ClosedClass kComplementOfNoun{"for", "of", "to"};
// A part of a name: "Ministry OF Health", "Agency FOR Water".
inline constexpr ClosedClass kInsideName{"for", "of"};
// Where somebody comes from: "Jane Doe OF Telo".
inline constexpr ClosedClass kOrigin{"at", "from", "of"};
// What a noun of part, use or flow is a part, a use or a flow of: "most OF the water", "access TO the network".
inline constexpr ClosedClass kGovernsWhole{"at", "in", "of", "on", "to"};

// Words that may stand between the members of a list of places: "Telo AND THE valley", "in Telo, IN Suri and TO Amba".
inline constexpr ClosedClass kListJoint{"and", "in", "or", "the", "to"};

// Determiners.
inline constexpr ClosedClass kIndefiniteArticle{"a", "an"};
inline constexpr ClosedClass kArticle{"a", "an", "the"};
inline constexpr ClosedClass kDemonstrative{"this", "that", "these", "those"};
inline constexpr ClosedClass kDefinite{"the", "this", "that", "these", "those"};
inline constexpr ClosedClass kDistributive{"each", "every"};

// Pronouns.
inline constexpr ClosedClass kFirstPerson{"i", "we", "me", "us", "my", "our"};
inline constexpr ClosedClass kFirstPersonSubject{"i", "we"};
inline constexpr ClosedClass kHe{"he", "him", "himself", "his"};
inline constexpr ClosedClass kShe{"she", "her", "hers", "herself"};
inline constexpr ClosedClass kItself{"it", "its", "itself"};
inline constexpr ClosedClass kThey{"they", "them", "their", "theirs", "themselves"};
inline constexpr ClosedClass kReflexive{"herself", "himself", "itself", "themselves"};
// Behind "of": "two of whom", "most of them".
inline constexpr ClosedClass kPartitivePronoun{"whom", "which", "them"};
inline constexpr ClosedClass kRelativePronoun{"who", "whom", "whose", "which", "that"};
// Subjects that are persons by themselves, and those that are not.
inline constexpr ClosedClass kPersonSubject{"he", "she"};
inline constexpr ClosedClass kThingSubject{"it", "they"};
// Pronouns that stand for persons.
inline constexpr ClosedClass kPersonPronoun{"he", "she", "they", "we", "i", "you", "who", "him", "her", "them", "us"};
// Subjects that say things although nobody is named by them.
inline constexpr ClosedClass kUnnamedSpeaker{"it", "others", "many", "some", "those"};

// Prepositions between a noun and its measure: "a toll of 12", "prices at 5 crowns", "up by a third".
inline constexpr ClosedClass kMeasuringPreposition{"at", "by", "from", "of", "to"};

// Prepositions of the time that something lasts: "DURING this week".
inline constexpr ClosedClass kDuring{"during", "for", "throughout"};
// Prepositions of an end: "until Friday", "from 9 to 5".
inline constexpr ClosedClass kUntil{"until", "till", "through"};
inline constexpr ClosedClass kUpTo{"to", "until", "till", "through"};

// Modal auxiliaries: of what will be ("wo" of "won't"), and of what may be.
inline constexpr ClosedClass kModalAhead{"will", "shall", "'ll", "’ll", "would", "wo"};
inline constexpr ClosedClass kModalMaybe{"may", "might", "should", "must"};

// Endings of digits: "21st", "1980s".
inline constexpr ClosedClass kOrdinalEnding{"st", "nd", "rd", "th"};
inline constexpr ClosedClass kPluralEnding{"s"};

// Auxiliaries.
inline constexpr ClosedClass kHavePresent{"have", "has"};

// Conjunctions and adverbs that join clauses.
inline constexpr ClosedClass kAlternative{"or", "nor"};
inline constexpr ClosedClass kRelativeAdverb{"where", "when", "why"};

// Prepositions by what stands behind them.
// Of a noun of action or intention who does or intends it: "a plan BY the council".
inline constexpr ClosedClass kDoerOfNoun{"by", "on", "for"};
// Of a document who made it.
inline constexpr ClosedClass kMakerOfDocument{"by", "from"};
// Of a noun of speech what is said: "a warning OF floods".
inline constexpr ClosedClass kContentOfNoun{"for", "of", "about", "against"};
// A gerund that is the doing of the verb's object: "kept them FROM leaving".
inline constexpr ClosedClass kObjectsGerund{"of", "from", "for", "into", "with"};
// A gerund that the verb governs, not one of time or manner: "insisted ON paying".
inline constexpr ClosedClass kGovernsGerund{"of",    "from",    "for",  "to",   "on", "in",
                                            "about", "against", "into", "with", "at"};
// The last of two prepositions that are one: "because OF", "close TO".
inline constexpr ClosedClass kSecondPreposition{"of", "to"};

// What a part is counted in: "three OF them", "12 dead, INCLUDING two".
inline constexpr ClosedClass kWholeOfPart{"of", "including", "among"};
inline constexpr ClosedClass kNobody{"nobody"};
inline constexpr ClosedClass kAfter{"after"};
// Of a title what it is of: "minister OF health", "envoy FOR Telo".
inline constexpr ClosedClass kOfTitle{"of", "at", "for", "in"};
// Of a person the body that one belongs to: "a professor AT the institute", "an officer WITH the guard".
inline constexpr ClosedClass kOfMember{"at", "of", "with", "from"};
inline constexpr ClosedClass kOfEmployer{"at", "of", "with"};
// Inside a title before a name: "minister OF trade AND industry".
inline constexpr ClosedClass kInsideTitle{"of", "and", "for", "the"};
// Of a verb of speech whom it is spoken to: "called ON the council".
inline constexpr ClosedClass kAddressing{"to", "on", "upon"};
// Prices: what a rate is per, what an amount is held against, what stands before an amount and before its unit.
inline constexpr ClosedClass kRatePreposition{"to", "against", "per", "for"};
inline constexpr ClosedClass kComparedWith{"from", "against", "than", "with"};
inline constexpr ClosedClass kBeforeAmount{"from", "to", "at", "for", "than", "about", "around", "nearly"};
inline constexpr ClosedClass kBeforeUnit{"for", "per", "a"};
// Of an adjective of lack what is lacking: "free FROM disease".
inline constexpr ClosedClass kLackPreposition{"from", "of"};

}  // namespace closed_class

}  // namespace diurna

#endif  // DIURNA_SYNTAX_CLOSED_CLASS_H_
