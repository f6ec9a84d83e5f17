// Propositions: who did what to whom, whatever the grammar, and who says so.
//
// This floor knows syntax and the words of grammar and speech (lexicon/cues.toml); it knows nothing of registers.

#ifndef DIURNA_PROPOSITION_PROPOSITIONS_H_
#define DIURNA_PROPOSITION_PROPOSITIONS_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "actors/mentions.h"
#include "diurna/analysis.h"
#include "diurna/document.h"
#include "diurna/optional_index.h"
#include "diurna/status.h"
#include "diurna/vocabulary.h"
#include "lexicon/lexicon.h"
#include "syntax/ancestry.h"

namespace diurna {

enum class Form : uint8_t { kActive, kPassive, kNominal, kAdjective };
std::string_view Name(Form form);

// How a phrase that is neither agent, theme nor recipient belongs to its predicate.
enum class ObliqueRole : uint8_t {
  kPreposition,   // behind a preposition: "raided AT DAWN"
  kModifier,      // a noun or adjective before a nominal predicate: "POLICE raid"
  kSecondObject,  // what a passive keeps as object: "was given A MEDAL"
  kPredicative,   // a predicative noun without preposition: "elected him PRESIDENT"
};

// A phrase beside the roles. What a role's list holds is not repeated here, modifiers and second objects excepted.
struct Oblique {
  ObliqueRole role = ObliqueRole::kPreposition;
  // In lower case; of "because of" and "out of" the first word. Empty but for kPreposition.
  std::string_view preposition;
  uint32_t token = 0;  // head of the phrase
};
// The name by which the lexicon's frames know the phrase (their `prep`, `actor`, `office`): its preposition, or "mod",
// "obj2", and "as" for a predicative, which says the same with and without the preposition.
std::string_view Marker(const Oblique& oblique);

struct Proposition {
  uint32_t head = 0;  // the predicate's token
  // Lemma, lower case, with a particle behind an underscore: "cut_off". Of an event noun the verb that it stands for,
  // where the lexicon names one ("cutoff": cut_off, "closure": close), else the noun; of an adjective that is a verb's
  // state that verb ("shut", "closed": close where the lexicon says so).
  std::string predicate;
  Form form = Form::kActive;
  // Logical roles: of a passive the subject is a theme; of "the arrest of X by Y" Y is the agent and X a theme. Head
  // tokens with conjuncts listed; relative pronouns already replaced by their antecedent, others by Resolve() of
  // actors/mentions.h. An intransitive subject is an agent ("people died"), but of a verb whose object it might as well
  // be a theme ("schools reopened"). "X is Y" has X as agent and Y as theme, "there is X" has X as agent; an
  // adjective's subject is its theme.
  std::vector<uint32_t> agents;
  std::vector<uint32_t> themes;
  std::vector<uint32_t> recipients;
  std::vector<Oblique> obliques;
  OptionalIndex content;   // head of the clause that it governs ("said that ...", "agreed to ..."), or none
  OptionalIndex governor;  // index of the proposition whose content this one is, or none
  bool negated = false;
  Modality modality = Modality::kHappened;
  bool title = false;  // stands before the body: in the headline
};

// One act of speech or one attribution: who says what.
struct Attribution {
  uint32_t cue = 0;           // token: "said", "according", "statement"
  OptionalIndex proposition;  // of the cue, or none
  OptionalIndex speaker;      // head token as written (a pronoun stays one), or none
  SpeechAct act = SpeechAct::kSay;
  bool tells_facts = false;  // what the act is about is known from the speaker alone, although it is no clause
  OptionalIndex addressee;   // head token, or none
  Span content;              // bytes of what is said; empty where only the act is told
  bool clause = false;       // content is a clause or quotation, not a mere noun phrase
  bool quoted = false;       // words in quotation marks make up the content's core
  OptionalIndex parent;      // attribution within whose content this one stands, or none
};

// A span outside of an attribution's own content that it speaks for: a quotation in another sentence, a sentence that
// carries it on.
struct Reach {
  Span span;
  uint32_t attribution = 0;
};

// What fills which role of what: the inverse of a proposition's lists.
struct RoleOf {
  enum Role : uint8_t { kAgent, kTheme, kRecipient, kOblique, kContent };
  uint32_t token = 0;
  uint32_t proposition = 0;
  Role role = kAgent;
  uint32_t oblique = 0;  // index into obliques, of kOblique
};

struct Propositions {
  std::vector<Proposition> items;         // in the order of their heads
  std::vector<OptionalIndex> of_token;    // per token: index of the proposition that it heads, or none
  std::vector<Attribution> attributions;  // in the order of their cues
  std::vector<Reach> reaches;             // what attributions speak for beyond their content, in the order of the text
  std::vector<Span> quotations;           // in quotation marks, marks included, in order
  // Sorted by token. A quantity noun and what it counts both stand here: of "hundreds of homes burned" RolesOf()
  // answers for "hundreds", which is what the proposition lists, and for "homes".
  std::vector<RoleOf> roles;
  Ancestry ancestry;  // what stands above each token
  // Per token: of a quantity noun or number before "of" the head of what it counts ("homes"), or none.
  std::vector<OptionalIndex> counts;

  // The entries of `roles` for one token.
  std::span<const RoleOf> RolesOf(uint32_t token) const;
};

// Finds the propositions of reports. Const members are thread-safe; the lexicon need not outlive it.
class PropositionExtractor {
 public:
  // Fails where the lexicon names a class of verbs or acts that there is not, or a verb without its particle.
  static Result<PropositionExtractor> Make(const Lexicon& lexicon);
  PropositionExtractor(PropositionExtractor&&) noexcept;
  PropositionExtractor& operator=(PropositionExtractor&&) noexcept;
  ~PropositionExtractor();

  // All clauses of the report and who says what. May sharpen `mentions->antecedent`: a speaker's pronoun follows the
  // last speaker. Time is linear in the number of tokens, whatever the length of sentences.
  Propositions Extract(const Document& document, const Analysis& analysis, Mentions* mentions) const;

 private:
  PropositionExtractor();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Indices of the attributions that say what stands at `span`, outermost first. Quotations whose speaker stands in
// another sentence and sentences that carry on an attribution ("In addition, ...") are included.
std::vector<uint32_t> SourcesOf(const Propositions& propositions, const Analysis& analysis, Span span);

}  // namespace diurna

#endif  // DIURNA_PROPOSITION_PROPOSITIONS_H_
