// Cues: the words of grammar and speech (lexicon/cues.toml), laid out for one look-up a token.

#ifndef DIURNA_PROPOSITION_CUES_H_
#define DIURNA_PROPOSITION_CUES_H_

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "diurna/analysis.h"
#include "diurna/optional_index.h"
#include "diurna/status.h"
#include "lexicon/lexicon.h"
#include "proposition/propositions.h"

namespace diurna {

struct StringHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
template <typename Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;
using StringSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

enum class Role : uint8_t { kNone, kAgent, kTheme, kRecipient };

// What a verb of saying needs before it counts as one.
enum class ContentNeed : uint8_t { kTold, kAny, kNamed, kInfinitive, kThing, kClause };

// What is true of an act of speech, whichever word performs it.
struct ActTraits {
  bool tells_facts = false;  // what is said is known from the speaker alone, although it is no clause
  bool of_things = false;    // done to things too, which are not spoken to: one can praise a plan
  bool of_persons = false;   // done to persons and bodies only; of anything else it is plain saying
};

struct SpeechCue {
  SpeechAct act = SpeechAct::kSay;
  ContentNeed need = ContentNeed::kTold;
  std::vector<std::string> with;
  StringSet objects;
  bool to_theme = false, to_recipient = false;  // where the addressee stands
  std::vector<std::string> to_prepositions;
};

// What a word does to the modality of what it governs.
struct Governor {
  Modality modality = Modality::kHappened;
  bool infinitive = false, gerund = false, clause = false, theme = false, agent = false;
  std::vector<std::string> prepositions;

  bool GovernsBehind(std::string_view preposition) const;
  // Behind "of", as which a noun has its theme.
  bool GovernsBehindOf() const;
};

// Where a verb that carries an event noun has it.
enum class NounPosition : uint8_t { kTheme, kAgent, kPreposition };

// A verb that carries an event noun, and what its own subject and object are to the event.
struct LightCue {
  NounPosition where = NounPosition::kTheme;
  std::string preposition;  // of kPreposition
  Role subject = Role::kNone;
  Role theme = Role::kNone;
};

// Which phrases around an event noun fill which roles.
struct NominalPattern {
  Role possessor = Role::kNone;
  Role modifier = Role::kNone;
  bool modifier_must_act = false;
  std::vector<std::pair<std::string, Role>> prepositions;
};

// Everything that the lexicon knows of one lemma.
struct WordCue {
  std::vector<uint16_t> speech;          // indices into speech()
  std::vector<uint16_t> governors;       // indices into governors()
  std::vector<uint16_t> light;           // indices into light_verbs()
  std::optional<SpeechAct> speech_noun;  // act of a noun of saying
  OptionalIndex nominal;                 // index into nominals()
  std::string nominal_verb;              // the verb that the noun stands for, or empty
  std::string participle_verb;           // the verb whose state the adjective is, or empty
  bool speaker = false, never_speaker = false, natural_force = false;
  bool transitive = false, ergative = false, ditransitive = false, copula = false, causative = false;
  bool naming = false;
  bool quantity = false;
  bool idiom = false;         // of a verb_noun that is one predicate
  bool starts_idiom = false;  // of a verb that starts one
  bool subject_control = false;
  bool fixed_particle = false;  // verb_particle that is one whatever the parser says
};

// What the lexicon knows of a form as written.
struct FormCue {
  bool negator = false, particle = false;
  bool modal = false, modifier = false, context = false;
  Modality modal_modality = Modality::kHappened;
  Modality modifier_modality = Modality::kHappened;
  Modality context_modality = Modality::kHappened;
  std::string lemma;  // the right one, where the language model errs
};

// A run of words, as written.
struct Phrase {
  std::vector<std::string> words;
  Modality modality = Modality::kHappened;

  // Whether the words stand from token `first` on.
  bool StandsAt(const Analysis& analysis, uint32_t first) const;
};

// Phrases to be looked for in a text.
class CuePhrases {
 public:
  void Add(Phrase phrase);
  // Puts the longest first; call it when all are added.
  void Settle();
  // The longest phrase that stands from a token on, or null.
  const Phrase* At(const Analysis& analysis, uint32_t first) const;

 private:
  StringMap<std::vector<Phrase>> by_first_word_;
};

// Const, thread-safe.
class Cues {
 public:
  static Result<Cues> Make(const Lexicon& lexicon);

  // What is known of a lemma or of a form, or null.
  const WordCue* Word(std::string_view lemma) const {
    const auto found = words_.find(lemma);
    return found == words_.end() ? nullptr : &found->second;
  }
  const FormCue* Form(std::string_view lower) const {
    const auto found = forms_.find(lower);
    return found == forms_.end() ? nullptr : &found->second;
  }
  const ActTraits& TraitsOf(SpeechAct act) const { return traits_[static_cast<size_t>(act)]; }
  // The act of plain saying: of whoever is quoted, of "according to".
  SpeechAct saying() const { return saying_; }
  const std::vector<SpeechCue>& speech() const { return speech_; }
  const std::vector<Governor>& governors() const { return governors_; }
  const std::vector<LightCue>& light_verbs() const { return light_; }
  const std::vector<NominalPattern>& nominals() const { return nominals_; }
  // In front of a speaker ("according to").
  const CuePhrases& attributions() const { return attributions_; }
  bool AttributedTo(std::string_view lemma) const { return !attribution_except_.contains(lemma); }
  const CuePhrases& carry_on() const { return carry_on_; }
  // Prepositions of several words that set modality ("in case of"), longest first.
  const std::vector<Phrase>& contexts() const { return contexts_; }

 private:
  class Builder;
  Cues() = default;

  StringMap<WordCue> words_;
  StringMap<FormCue> forms_;
  std::array<ActTraits, kTerms<SpeechAct>> traits_;
  SpeechAct saying_ = SpeechAct::kSay;
  std::vector<SpeechCue> speech_;
  std::vector<Governor> governors_;
  std::vector<LightCue> light_;
  std::vector<NominalPattern> nominals_;
  CuePhrases attributions_, carry_on_;
  std::vector<Phrase> contexts_;
  StringSet attribution_except_;
};

}  // namespace diurna

#endif  // DIURNA_PROPOSITION_CUES_H_
