// Pronouns go to the most salient noun before them that agrees, in the manner of Lappin and Leass (1994): subjects
// before objects, names before common nouns, what was said last before what was said earlier, speakers of the sentence
// before more than others; a pronoun that was resolved keeps its referent salient. Arguments of one verb are not the
// same, save by a reflexive. Definite nouns are read on the way (definite_nouns.h). Left out: pronouns before their
// nouns, split antecedents, "I" and "we", which the speaker of a quotation settles.

#include "actors/coreference.h"

#include <algorithm>
#include <vector>

#include "actors/definite_nouns.h"
#include "syntax/children.h"
#include "syntax/closed_class.h"
#include "syntax/name.h"
#include "syntax/relation.h"
#include "syntax/word.h"

namespace diurna {

namespace {

constexpr uint32_t kReach = 4;             // sentences back that a pronoun looks
constexpr uint32_t kMostCandidates = 150;  // nouns back that a pronoun looks; binds only in endless sentences

// Salience of a noun by its place in the clause.
constexpr double kSubject = 2;
constexpr double kPassive = 1.6;
constexpr double kObject = 0.6;
constexpr double kPossessor = 0.3;
constexpr double kSpeaker = 1.2;  // the subject of a verb of saying has so much more
// What makes a noun more or less likely for a pronoun.
constexpr double kNamed = 0.8;
constexpr double kThing = -2.2;     // "it" and "they" are more often bodies and groups where an actor is meant
constexpr double kLocation = -1.5;  // a place told as a place only
constexpr double kPerSentence = -1.6;
constexpr double kPerToken = -0.012;
constexpr double kPossessiveHere = 0.8;    // "his", of somebody in the same sentence
constexpr double kSubjectOfLesser = -0.5;  // a subject, of a noun of the same sentence that is none
constexpr double kTheyOfGroup = -0.4;      // "they", of a group in the singular
constexpr double kTheyOfOne = -1.6;        // "they", of any other singular
constexpr double kUnknownGender = -0.3;    // "he", "she"

// A noun or resolved pronoun that a later pronoun may stand for.
struct Candidate {
  uint32_t token = 0;
  bool person = false;  // can be he or she
  bool named = false;
  bool plural = false;
  bool body = false;   // can be it and act
  bool group = false;  // can be they though in the singular
  bool thing = false;
  bool location = false;
  char gender = 0;
  double role = 0;
};

enum class PronounKind : uint8_t { kNone, kHe, kShe, kIt, kThey };

PronounKind KindOf(std::string_view lower) {
  if (closed_class::kHe.Has(lower)) return PronounKind::kHe;
  if (closed_class::kShe.Has(lower)) return PronounKind::kShe;
  if (closed_class::kItself.Has(lower)) return PronounKind::kIt;
  if (closed_class::kThey.Has(lower)) return PronounKind::kThey;
  return PronounKind::kNone;
}

class Resolver {
 public:
  Resolver(const Analysis& analysis, const ActorWords& words, Mentions* mentions)
      : a_(analysis), words_(words), m_(*mentions), definite_nouns_(analysis, words, *mentions) {}

  void Run() {
    for (uint32_t i = 0; i < a_.size(); ++i) {
      const Token& token = a_[i];
      const bool relative = IsWhPronoun(token) || IsWhDeterminer(token);
      if (relative || (IsPronoun(token) && IsWhPossessive(token))) {
        Relative(i);
      } else if (IsPronoun(token) || IsPossessivePronoun(token)) {
        Pronoun(i);
      } else if (IsNoun(token)) {
        Noun(i);
      }
    }
    AddHeads();
  }

 private:
  // What was found becomes heads of the actors.
  void AddHeads() {
    for (uint32_t i = 0; i < a_.size(); ++i) {
      if (!m_.antecedent[i]) continue;
      const OptionalIndex actor = m_.actor_of[Resolve(m_, i)];
      if (!actor || m_.actor_of[i]) continue;
      m_.actor_of[i] = actor;
      m_.actors[*actor].heads.push_back(i);
    }
    for (Actor& actor : m_.actors) {
      std::sort(actor.heads.begin(), actor.heads.end());
      actor.heads.erase(std::unique(actor.heads.begin(), actor.heads.end()), actor.heads.end());
    }
  }

  // The actor that a token stands for, pronouns resolved, or null.
  Actor* ActorAt(uint32_t token) const {
    const OptionalIndex actor = m_.actor_of[Resolve(m_, token)];
    return actor ? &m_.actors[*actor] : nullptr;
  }

  double RoleOf(uint32_t i) const {
    uint32_t at = i;
    for (int steps = 0; steps < 4 && (IsConjunct(a_[at]) || IsApposition(a_[at])); ++steps) at = a_[at].head;
    const Token& token = a_[at];
    const Token& head = a_[token.head];
    if (IsActiveSubject(token)) return kSubject + (words_.Find(head.lemma).Is(ActorWord::kSpeech) ? kSpeaker : 0);
    if (IsPassiveSubject(token)) return kPassive;
    if (IsDirectObject(token) || IsIndirectObject(token) || IsAgentPhrase(token)) return kObject;
    if (IsPrepositionalObject(token)) return IsAgentPhrase(head) || closed_class::kTo.Has(head.lower) ? kObject : 0;
    return IsPossessor(token) ? kPossessor : 0;
  }

  // ---- candidates ----

  void Noun(uint32_t i) {
    const Token& token = a_[i];
    const OptionalIndex actor = m_.actor_of[i];
    const bool person = actor && m_.actors[*actor].person;
    if (!person && IsModifier(token)) return;
    if (IsQuantity(EntityTypeAt(a_, i)) || (i < m_.time_of.size() && m_.time_of[i])) return;
    if (const OptionalIndex antecedent = definite_nouns_.AntecedentOf(i)) m_.antecedent[i] = antecedent;
    // The name beside a name is the same.
    if (IsApposition(token) && actor && m_.actor_of[token.head] == actor) return;
    candidates_.push_back(CandidateOf(i));
  }

  static bool IsQuantity(EntityType type) {
    return type == EntityType::kDate || type == EntityType::kTime || type == EntityType::kPercent ||
           type == EntityType::kMoney || type == EntityType::kCardinal;
  }

  Candidate CandidateOf(uint32_t i) const {
    const Token& token = a_[i];
    Candidate c;
    c.token = i;
    c.plural = IsPlural(token);
    c.role = RoleOf(i);
    const uint32_t first = a_.sentences()[token.sentence].begin;
    const ActorWord* word = nullptr;
    const bool title = words_.PhraseEnding(a_, first, i, ActorWord::kTitle, &word).has_value();
    if (title && word->gender) c.gender = word->gender;
    const bool people = words_.PhraseEnding(a_, first, i, ActorWord::kPeople, &word).has_value();
    if (people && word->gender) c.gender = word->gender;
    if (people && word->Is(ActorWord::kPlural)) c.group = true;
    const bool body = words_.PhraseEnding(a_, first, i, ActorWord::kBody, &word).has_value();
    if (body && word->Is(ActorWord::kPlural)) c.group = true;
    const uint32_t stands_for = m_.antecedent[i] ? *m_.antecedent[i] : i;
    if (const OptionalIndex known = m_.actor_of[stands_for]) {
      const Actor& who = m_.actors[*known];
      c.named = true;
      c.person = who.person;
      c.body = !who.person;
      if (who.gender) c.gender = who.gender;
      if (who.plural) c.plural = true;
    } else {
      c.person = (title || people) && !c.plural && !c.group;
      c.body = body || IsProperNoun(token);
      c.thing = !title && !people && !c.body;
    }
    if (c.body && body) c.group = true;
    if (!c.named && words_.Find(token.lemma).Is(ActorWord::kThing)) {
      c.thing = true;
      c.person = c.body = false;
    }
    c.location = i < m_.place_of.size() && m_.place_of[i] && IsPrepositionalObject(token);
    if ((c.person || people || title) && HasConjunctBehind(i)) c.group = true;
    return c;
  }

  bool HasConjunctBehind(uint32_t i) const {
    const auto children = ChildrenOf(a_, i);
    return std::any_of(children.begin(), children.end(),
                       [&](uint32_t child) { return IsConjunct(a_[child]) && child > i; });
  }

  // ---- pronouns ----

  // "who", "which": the noun that the relative clause hangs on.
  void Relative(uint32_t i) {
    constexpr int kHighest = 8;  // steps up to the clause's verb
    uint32_t at = i;
    for (int steps = 0; steps < kHighest && !IsAdnominalClause(a_[at]); ++steps) {
      if (a_[at].head == at) return;
      at = a_[at].head;
    }
    if (!IsAdnominalClause(a_[at])) return;
    const uint32_t noun = a_[at].head;
    if (noun < i && (IsNoun(a_[noun]) || IsPronoun(a_[noun]) || IsNumeral(a_[noun]))) {
      m_.antecedent[i] = noun;
    }
  }

  // "it" that stands for nothing: "it is likely that", "it rained".
  bool IsExpletive(uint32_t i) const {
    const Token& token = a_[i];
    if (IsExpletiveSubject(token)) return true;
    if (!IsSubject(token) && !IsClausalSubject(token)) return false;
    const Token& verb = a_[token.head];
    if (words_.Find(verb.lemma).Is(ActorWord::kWeather)) return true;
    const bool copula = closed_class::kBe.Has(verb.lemma);
    if (!copula && !IsPassiveSubject(token)) return false;
    const auto children = ChildrenOf(a_, token.head);
    return std::any_of(children.begin(), children.end(), [&](uint32_t child) {
      const Token& clause = a_[child];
      return child > i &&
             (IsClausalComplement(clause) || IsClausalSubject(clause) || (copula && IsOpenComplement(clause)));
    });
  }

  void Pronoun(uint32_t i) {
    const Token& token = a_[i];
    const PronounKind kind = KindOf(token.lower);
    if (kind == PronounKind::kNone || (kind == PronounKind::kIt && IsExpletive(i))) return;
    const Candidate* best = MostSalient(i, kind);
    if (best == nullptr) return;
    Candidate referent = *best;
    m_.antecedent[i] = referent.token;
    // The referent stays in the reader's mind, and its gender is known now.
    if (Actor* who = ActorAt(referent.token); who != nullptr && who->person && who->gender == 0) {
      if (kind == PronounKind::kHe) who->gender = 'm';
      if (kind == PronounKind::kShe) who->gender = 'f';
    }
    if (IsPossessive(token)) return;
    referent.token = i;
    referent.role = RoleOf(i);
    referent.location = false;
    candidates_.push_back(referent);
  }

  static bool IsPossessive(const Token& token) { return IsPossessivePronoun(token) || IsPossessor(token); }

  const Candidate* MostSalient(uint32_t i, PronounKind kind) const {
    const Token& token = a_[i];
    const bool reflexive = closed_class::kReflexive.Has(token.lower);
    const Candidate* best = nullptr;
    double best_score = 0;
    uint32_t looked_at = 0;
    for (auto c = candidates_.rbegin(); c != candidates_.rend() && looked_at < kMostCandidates; ++c, ++looked_at) {
      const uint32_t distance = token.sentence - a_[c->token].sentence;
      if (distance > kReach) break;
      if (!Agrees(*c, kind)) continue;
      if (distance == 0 && !reflexive && InSameClause(c->token, i)) continue;
      const double score = Salience(*c, i, kind);
      if (best == nullptr || score > best_score) {
        best_score = score;
        best = &*c;
      }
    }
    return best;
  }

  // How likely the pronoun at i stands for a candidate that agrees with it.
  double Salience(const Candidate& c, uint32_t i, PronounKind kind) const {
    const Token& token = a_[i];
    const uint32_t distance = token.sentence - a_[c.token].sentence;
    double score = c.role + kPerSentence * distance + (c.named ? kNamed : 0);
    if (c.thing) score += kThing;
    if (c.location) score += kLocation;
    if (IsPossessive(token) && distance == 0) score += kPossessiveHere;
    if (distance == 0 && (IsSubject(token) || IsClausalSubject(token)) && c.role < kPassive) {
      score += kSubjectOfLesser;
    }
    if (kind == PronounKind::kThey && !c.plural) score += c.group ? kTheyOfGroup : kTheyOfOne;
    if ((kind == PronounKind::kHe || kind == PronounKind::kShe) && c.gender == 0) score += kUnknownGender;
    return score + kPerToken * (i - c.token);
  }

  bool Agrees(const Candidate& c, PronounKind kind) const {
    char gender = c.gender;
    if (const Actor* who = ActorAt(c.token); who != nullptr && who->gender) gender = who->gender;
    switch (kind) {
      case PronounKind::kHe:
        return c.person && !c.plural && gender != 'f';
      case PronounKind::kShe:
        return c.person && !c.plural && gender != 'm';
      case PronounKind::kIt:
        return !c.person && !c.plural && !c.location && (c.body || c.thing || c.group);
      case PronounKind::kThey:
        return c.plural || c.group || (c.body && !c.person && !c.location);
      case PronounKind::kNone:
        return false;
    }
    return false;
  }

  // Both are arguments of one verb, or the candidate's phrase holds the pronoun.
  bool InSameClause(uint32_t candidate, uint32_t pronoun) const {
    if (a_[candidate].left_edge <= pronoun && pronoun <= a_[candidate].right_edge && candidate > pronoun) return true;
    if (IsPossessive(a_[pronoun])) return a_[pronoun].head == candidate;
    const uint32_t verb = VerbOf(pronoun);
    return VerbOf(candidate) == verb && verb != pronoun;
  }

  // What an argument hangs on, past prepositions and conjuncts.
  uint32_t VerbOf(uint32_t argument) const {
    constexpr int kHighest = 3;  // steps
    const auto passes = [](const Token& token) {
      return IsPrepositionalObject(token) || IsPrepositional(token) || IsConjunct(token) || IsAgentPhrase(token);
    };
    uint32_t at = argument;
    for (int steps = 0; steps < kHighest && passes(a_[at]); ++steps) at = a_[at].head;
    return a_[at].head;
  }

  const Analysis& a_;
  const ActorWords& words_;
  Mentions& m_;
  DefiniteNouns definite_nouns_;
  std::vector<Candidate> candidates_;
};

}  // namespace

void ResolveReferences(const Analysis& analysis, const ActorWords& words, Mentions* mentions) {
  Resolver(analysis, words, mentions).Run();
}

}  // namespace diurna
