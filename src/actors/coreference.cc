// Pronouns go to the most salient noun before them that agrees, in the manner of Lappin and Leass (1994): subjects
// before objects, names before common nouns, what was said last before what was said earlier, speakers of the sentence
// before more than others; a pronoun that was resolved keeps its referent salient. Arguments of one verb are not the
// same, save by a reflexive. Definite nouns go to the one person who bears the title, or to the last body named with
// that noun. Left out: pronouns before their nouns, split antecedents, "I" and "we", which the speaker of a quotation
// settles.

#include "actors/coreference.h"

#include <algorithm>
#include <string>

#include "actors/person_names.h"

namespace diurna {

namespace {

constexpr uint32_t kReach = 4;             // sentences back that a pronoun looks
constexpr uint32_t kMostCandidates = 150;  // nouns back that a pronoun looks; binds only in endless sentences
constexpr size_t kMostActors = 2000;       // a text with more is no report, and its definite nouns stay what they are
constexpr double kPerSentence = 1.6;       // what a sentence of distance costs
constexpr double kSubject = 2;
constexpr double kPassive = 1.6;
constexpr double kObject = 0.6;
constexpr double kNamed = 0.8;
constexpr double kSpeaker = 1.2;
constexpr double kThing = -2.2;     // "it" and "they" are more often bodies and groups where an actor is meant
constexpr double kLocation = -1.5;  // a place told as a place only

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

enum class PronounKind : uint8_t { kNone, kHe, kShe, kIt, kThey, kReflexive, kRelative };

PronounKind KindOf(std::string_view lower) {
  struct Row {
    std::string_view word;
    PronounKind kind;
  };
  static constexpr Row kRows[] = {
      {"he", PronounKind::kHe},          {"him", PronounKind::kHe},      {"his", PronounKind::kHe},
      {"himself", PronounKind::kHe},     {"she", PronounKind::kShe},     {"her", PronounKind::kShe},
      {"hers", PronounKind::kShe},       {"herself", PronounKind::kShe}, {"it", PronounKind::kIt},
      {"its", PronounKind::kIt},         {"itself", PronounKind::kIt},   {"they", PronounKind::kThey},
      {"them", PronounKind::kThey},      {"their", PronounKind::kThey},  {"theirs", PronounKind::kThey},
      {"themselves", PronounKind::kThey}};
  for (const Row& row : kRows) {
    if (row.word == lower) return row.kind;
  }
  return PronounKind::kNone;
}

bool IsSubject(Dep dep) { return dep == Dep::kNsubj || dep == Dep::kNsubjpass || dep == Dep::kCsubj; }

class Resolver {
 public:
  Resolver(const Analysis& analysis, const ActorWords& words, Mentions* mentions)
      : a_(analysis), words_(words), m_(*mentions) {}

  void Run() {
    for (uint32_t i = 0; i < a_.size(); ++i) {
      const Token& token = a_[i];
      if (token.pos == Pos::kPron || token.tag == "PRP$" || token.tag == "WP" || token.tag == "WDT") {
        if (token.tag == "WP" || token.tag == "WDT" || token.tag == "WP$") {
          Relative(i);
        } else {
          Pronoun(i);
        }
        continue;
      }
      if (token.pos == Pos::kNoun || token.pos == Pos::kPropn) Noun(i);
    }
    for (uint32_t i = 0; i < a_.size(); ++i) {
      if (m_.antecedent[i] < 0) continue;
      uint32_t at = i;
      for (int steps = 0; steps < 8 && m_.antecedent[at] >= 0; ++steps) at = static_cast<uint32_t>(m_.antecedent[at]);
      const int32_t actor = m_.actor_of[at];
      if (actor < 0 || m_.actor_of[i] >= 0) continue;
      m_.actor_of[i] = actor;
      m_.actors[static_cast<size_t>(actor)].heads.push_back(i);
    }
    for (Actor& actor : m_.actors) {
      std::sort(actor.heads.begin(), actor.heads.end());
      actor.heads.erase(std::unique(actor.heads.begin(), actor.heads.end()), actor.heads.end());
    }
  }

 private:
  EntityType Type(uint32_t i) const {
    return a_[i].entity < 0 ? EntityType::kNone : a_.entities()[static_cast<size_t>(a_[i].entity)].type;
  }

  double RoleOf(uint32_t i) const {
    uint32_t at = i;
    for (int steps = 0; steps < 4 && (a_[at].dep == Dep::kConj || a_[at].dep == Dep::kAppos); ++steps) at = a_[at].head;
    switch (a_[at].dep) {
      case Dep::kNsubj: {
        const Token& verb = a_[a_[at].head];
        return kSubject + (words_.Find(verb.lemma).Is(ActorWord::kSpeech) ? kSpeaker : 0);
      }
      case Dep::kNsubjpass:
        return kPassive;
      case Dep::kDobj:
      case Dep::kDative:
      case Dep::kAgent:
        return kObject;
      case Dep::kPobj:
        return a_[a_[at].head].dep == Dep::kAgent || a_[a_[at].head].lower == "to" ? kObject : 0;
      case Dep::kPoss:
        return 0.3;
      default:
        return 0;
    }
  }

  // ---- candidates ----

  void Noun(uint32_t i) {
    const Token& token = a_[i];
    const int32_t actor = m_.actor_of[i];
    if ((actor < 0 || !m_.actors[static_cast<size_t>(actor)].person) &&
        (token.dep == Dep::kCompound || token.dep == Dep::kAmod || token.dep == Dep::kNmod)) {
      return;
    }
    if (Type(i) == EntityType::kDate || Type(i) == EntityType::kTime || Type(i) == EntityType::kPercent ||
        Type(i) == EntityType::kMoney || Type(i) == EntityType::kCardinal) {
      return;
    }
    if (i < m_.time_of.size() && m_.time_of[i] >= 0) return;
    Definite(i);
    uint32_t stands_for = i;
    if (m_.antecedent[i] >= 0) stands_for = static_cast<uint32_t>(m_.antecedent[i]);

    Candidate c;
    c.token = i;
    c.plural = token.tag == "NNS" || token.tag == "NNPS";
    c.role = RoleOf(i);
    const ActorWord* word = nullptr;
    const uint32_t first = a_.sentences()[token.sentence].begin;
    const bool title = words_.PhraseEnding(a_, first, i, ActorWord::kTitle, &word) >= 0;
    if (title && word->gender) c.gender = word->gender;
    const bool people = words_.PhraseEnding(a_, first, i, ActorWord::kPeople, &word) >= 0;
    if (people && word->gender) c.gender = word->gender;
    if (people && word->Is(ActorWord::kPlural)) c.group = true;
    const bool body = words_.PhraseEnding(a_, first, i, ActorWord::kBody, &word) >= 0;
    if (body && word->Is(ActorWord::kPlural)) c.group = true;
    const int32_t known = m_.actor_of[stands_for];
    if (known >= 0) {
      const Actor& who = m_.actors[static_cast<size_t>(known)];
      c.named = true;
      c.person = who.person;
      c.body = !who.person;
      if (who.gender) c.gender = who.gender;
      if (who.plural) c.plural = true;
    } else {
      c.person = (title || people) && !c.plural && !c.group;
      c.body = body || token.pos == Pos::kPropn;
      c.thing = !title && !people && !c.body;
    }
    if (c.body) c.group |= body;
    if (words_.Find(token.lemma).Is(ActorWord::kThing) && known < 0) {
      c.thing = true;
      c.person = c.body = false;
    }
    const bool place = i < m_.place_of.size() && m_.place_of[i] >= 0;
    c.location = place && token.dep == Dep::kPobj;
    for (const uint32_t child : a_.children(i)) {
      if (a_[child].dep == Dep::kConj && child > i && (c.person || people || title)) c.group = true;
    }
    if (token.dep == Dep::kAppos && m_.actor_of[token.head] == m_.actor_of[i] && known >= 0) return;
    candidates_.push_back(c);
  }

  // ---- definite nouns ----

  bool Determined(uint32_t i) const {
    for (const uint32_t child : a_.children(i)) {
      const std::string_view word = a_[child].lower;
      if (a_[child].dep == Dep::kDet && (word == "the" || word == "this" || word == "that")) return true;
    }
    return false;
  }

  // True where the noun has words of its own that tell which one it is.
  bool Specified(uint32_t i) const {
    for (const uint32_t child : a_.children(i)) {
      switch (a_[child].dep) {
        case Dep::kPrep:
          if (a_[child].lower == "of" || a_[child].lower == "for" || a_[child].lower == "at" ||
              a_[child].lower == "from") {
            return true;
          }
          break;
        case Dep::kRelcl:
        case Dep::kAcl:
        case Dep::kAppos:
        case Dep::kPoss:
        case Dep::kNummod:
        case Dep::kConj:
          return true;
        case Dep::kCompound:
        case Dep::kAmod:
        case Dep::kNmod:
          return true;
        default:
          break;
      }
    }
    return false;
  }

  void Definite(uint32_t i) {
    const Token& token = a_[i];
    if (m_.actor_of[i] >= 0 || m_.antecedent[i] >= 0 || m_.actors.size() > kMostActors) return;
    if (token.dep == Dep::kAppos || token.dep == Dep::kAttr || token.tag == "NNS") return;
    const uint32_t first = a_.sentences()[token.sentence].begin;
    const ActorWord* word = nullptr;
    const bool determined = Determined(i) || (IsCapitalized(token) && i > first);
    if (!determined) return;
    const int32_t title = words_.PhraseEnding(a_, first, i, ActorWord::kTitle, &word);
    if (title >= 0 && !word->Is(ActorWord::kCalling)) {
      std::string role = Lower(static_cast<uint32_t>(title), i);
      bool specified = false;
      for (const uint32_t child : a_.children(i)) {
        if (a_[child].dep == Dep::kConj || a_[child].dep == Dep::kAppos) return;
        if (child + 1 <= static_cast<uint32_t>(title) && a_[child].dep != Dep::kDet) specified = true;
        if (a_[child].dep == Dep::kPrep && (a_[child].lower == "of" || a_[child].lower == "for")) specified = true;
      }
      if (const int32_t head = Titled(role, i, specified); head >= 0) m_.antecedent[i] = head;
      return;
    }
    if (Specified(i)) return;
    if (words_.PhraseEnding(a_, first, i, ActorWord::kBody, &word) < 0) return;
    if (const int32_t head = LastBody(i, *word); head >= 0) m_.antecedent[i] = head;
  }

  std::string Lower(uint32_t from, uint32_t to) const {
    std::string out;
    for (uint32_t k = from; k <= to; ++k) {
      out += a_[k].lower;
      if (k < to && a_[k].space_after) out += ' ';
    }
    return out;
  }

  // The head of the last mention of the only person with that role. Specified titles need a country in common.
  int32_t Titled(const std::string& role, uint32_t at, bool specified) const {
    int32_t chosen = -1;
    bool unique = true;
    for (size_t k = 0; k < m_.actors.size(); ++k) {
      const Actor& actor = m_.actors[k];
      if (!actor.person || actor.role.empty()) continue;
      std::string theirs = actor.role;
      std::transform(theirs.begin(), theirs.end(), theirs.begin(),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
      const bool ends = theirs.size() >= role.size() &&
                        theirs.compare(theirs.size() - role.size(), role.size(), role) == 0 &&
                        (theirs.size() == role.size() || theirs[theirs.size() - role.size() - 1] == ' ');
      if (!ends) continue;
      if (theirs.rfind("former", 0) == 0 || (theirs.rfind("vice", 0) == 0 && role.rfind("vice", 0) != 0) ||
          (theirs.rfind("deputy", 0) == 0 && role.rfind("deputy", 0) != 0)) {
        continue;
      }
      if (specified && actor.country.empty() && actor.organization.empty()) continue;
      if (specified && !Shares(actor, at)) continue;
      if (chosen >= 0) unique = false;
      if (chosen < 0 || LastBefore(actor, at) > LastBefore(m_.actors[static_cast<size_t>(chosen)], at)) {
        chosen = static_cast<int32_t>(k);
      }
    }
    if (chosen < 0) return -1;
    const Actor& actor = m_.actors[static_cast<size_t>(chosen)];
    const int32_t head = LastBefore(actor, at);
    if (head >= 0) {
      return unique || a_[at].sentence - a_[static_cast<uint32_t>(head)].sentence <= kReach ? head : -1;
    }
    return unique ? static_cast<int32_t>(actor.heads.front()) : -1;
  }

  // The phrase around `at` names the actor's country or organization.
  bool Shares(const Actor& actor, uint32_t at) const {
    for (uint32_t i = a_[at].left_edge; i <= a_[at].right_edge && i <= at + 8; ++i) {
      if (i < m_.place_of.size() && m_.place_of[i] >= 0 &&
          m_.places[static_cast<size_t>(m_.place_of[i])].place.country == actor.country && !actor.country.empty()) {
        return true;
      }
      if (!actor.organization.empty() && IsCapitalized(a_[i]) && a_[i].pos == Pos::kPropn &&
          actor.organization.find(a_[i].text) != std::string::npos) {
        return true;
      }
    }
    return false;
  }

  int32_t LastBefore(const Actor& actor, uint32_t at) const {
    const auto after = std::lower_bound(actor.heads.begin(), actor.heads.end(), at);
    return after == actor.heads.begin() ? -1 : static_cast<int32_t>(*(after - 1));
  }

  // The last body named with the same noun ("the ministry" after "Ministry of Health"), or the only company so far.
  int32_t LastBody(uint32_t at, const ActorWord& word) const {
    int32_t best = -1;
    for (const Actor& actor : m_.actors) {
      if (actor.person || actor.heads.empty()) continue;
      const int32_t last = LastBefore(actor, at);
      if (last < 0) continue;
      bool same = false;
      for (const uint32_t head : actor.heads) {
        same |= a_[head].lower == a_[at].lower || HasWord(actor.name, a_[at].lower);
      }
      if (same && last > best) best = last;
    }
    if (best >= 0) return best;
    if (word.body_sector.empty()) return -1;
    int32_t only = -1;
    for (const Actor& actor : m_.actors) {
      if (actor.person || actor.sector != word.body_sector) continue;
      const int32_t last = LastBefore(actor, at);
      if (last < 0) continue;
      if (only >= 0) return -1;
      only = last;
    }
    return only >= 0 && a_[at].sentence - a_[static_cast<uint32_t>(only)].sentence <= kReach ? only : -1;
  }

  static bool HasWord(std::string_view name, std::string_view lower) {
    for (size_t at = 0; at + lower.size() <= name.size(); ++at) {
      if (at > 0 && name[at - 1] != ' ') continue;
      if (at + lower.size() < name.size() && name[at + lower.size()] != ' ') continue;
      bool same = true;
      for (size_t k = 0; k < lower.size() && same; ++k) {
        const char c = name[at + k];
        same = (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) == lower[k];
      }
      if (same) return true;
    }
    return false;
  }

  // ---- pronouns ----

  void Relative(uint32_t i) {
    uint32_t at = i;
    for (int steps = 0; steps < 8 && a_[at].dep != Dep::kRelcl && a_[at].dep != Dep::kAcl; ++steps) {
      if (a_[at].head == at) return;
      at = a_[at].head;
    }
    if (a_[at].dep != Dep::kRelcl && a_[at].dep != Dep::kAcl) return;
    const uint32_t noun = a_[at].head;
    if (noun < i && (a_[noun].pos == Pos::kNoun || a_[noun].pos == Pos::kPropn || a_[noun].pos == Pos::kPron ||
                     a_[noun].pos == Pos::kNum)) {
      m_.antecedent[i] = static_cast<int32_t>(noun);
    }
  }

  // "it" that stands for nothing: "it is likely that", "it rained".
  bool Expletive(uint32_t i) const {
    const Token& token = a_[i];
    if (token.dep == Dep::kExpl) return true;
    if (!IsSubject(token.dep)) return false;
    const Token& verb = a_[token.head];
    if (words_.Find(verb.lemma).Is(ActorWord::kWeather)) return true;
    bool clause = false;
    for (const uint32_t child : a_.children(token.head)) {
      if (child > i && (a_[child].dep == Dep::kCcomp || a_[child].dep == Dep::kCsubj)) clause = true;
      if (child > i && a_[child].dep == Dep::kXcomp && verb.lemma == "be") clause = true;
    }
    return clause && (verb.lemma == "be" || token.dep == Dep::kNsubjpass);
  }

  void Pronoun(uint32_t i) {
    const Token& token = a_[i];
    const PronounKind kind = KindOf(token.lower);
    if (kind == PronounKind::kNone) return;
    if (kind == PronounKind::kIt && Expletive(i)) return;
    const bool possessive = token.tag == "PRP$" || token.dep == Dep::kPoss;
    const bool reflexive = token.lower.size() > 4 && (token.lower.find("self") != std::string_view::npos ||
                                                      token.lower.find("selves") != std::string_view::npos);
    const Candidate* best = nullptr;
    double best_score = -1e9;
    uint32_t looked_at = 0;
    for (auto c = candidates_.rbegin(); c != candidates_.rend() && looked_at < kMostCandidates; ++c, ++looked_at) {
      const uint32_t distance = token.sentence - a_[c->token].sentence;
      if (distance > kReach) break;
      if (!Agrees(*c, kind)) continue;
      if (distance == 0 && !reflexive && SameClause(c->token, i, possessive)) continue;
      double score = c->role - kPerSentence * distance + (c->named ? kNamed : 0);
      // In a paragraph of its own, the sentence before is farther away.
      if (c->thing) score += kThing;
      if (c->location) score += kLocation;
      if (possessive && distance == 0) score += 0.8;
      if (distance == 0 && IsSubject(token.dep) && c->role < kPassive) score -= 0.5;
      if (kind == PronounKind::kThey && !c->plural) score -= c->group ? 0.4 : 1.6;
      if ((kind == PronounKind::kHe || kind == PronounKind::kShe) && c->gender == 0) score -= 0.3;
      score -= 0.012 * (i - c->token);
      if (score > best_score) {
        best_score = score;
        best = &*c;
      }
    }
    if (best == nullptr) return;
    const Candidate referent = *best;
    m_.antecedent[i] = static_cast<int32_t>(referent.token);
    // The referent stays in the reader's mind, and its gender is known now.
    uint32_t named = referent.token;
    for (int steps = 0; steps < 8 && m_.antecedent[named] >= 0; ++steps) {
      named = static_cast<uint32_t>(m_.antecedent[named]);
    }
    if (const int32_t actor = m_.actor_of[named]; actor >= 0) {
      Actor& who = m_.actors[static_cast<size_t>(actor)];
      if (who.person && who.gender == 0 && (kind == PronounKind::kHe || kind == PronounKind::kShe)) {
        who.gender = kind == PronounKind::kHe ? 'm' : 'f';
      }
    }
    if (!possessive) {
      Candidate again = referent;
      again.token = i;
      again.role = RoleOf(i);
      again.location = false;
      candidates_.push_back(again);
    }
  }

  bool Agrees(const Candidate& c, PronounKind kind) const {
    char gender = c.gender;
    uint32_t named = c.token;
    for (int steps = 0; steps < 8 && m_.antecedent[named] >= 0; ++steps) {
      named = static_cast<uint32_t>(m_.antecedent[named]);
    }
    if (const int32_t actor = m_.actor_of[named]; actor >= 0 && m_.actors[static_cast<size_t>(actor)].gender) {
      gender = m_.actors[static_cast<size_t>(actor)].gender;
    }
    switch (kind) {
      case PronounKind::kHe:
        return c.person && !c.plural && gender != 'f';
      case PronounKind::kShe:
        return c.person && !c.plural && gender != 'm';
      case PronounKind::kIt:
        return !c.person && !c.plural && !c.location && (c.body || c.thing || c.group);
      case PronounKind::kThey:
        return c.plural || c.group || (c.body && !c.person && !c.location);
      default:
        return false;
    }
  }

  // Both are arguments of one verb, or the candidate's phrase holds the pronoun.
  bool SameClause(uint32_t candidate, uint32_t pronoun, bool possessive) const {
    if (a_[candidate].left_edge <= pronoun && pronoun <= a_[candidate].right_edge && candidate > pronoun) return true;
    if (possessive) return a_[pronoun].head == candidate;
    const auto verb_of = [&](uint32_t i) {
      uint32_t at = i;
      for (int steps = 0; steps < 3 && (a_[at].dep == Dep::kPobj || a_[at].dep == Dep::kPrep ||
                                        a_[at].dep == Dep::kConj || a_[at].dep == Dep::kAgent);
           ++steps) {
        at = a_[at].head;
      }
      return a_[at].head;
    };
    return verb_of(candidate) == verb_of(pronoun) && verb_of(pronoun) != pronoun;
  }

  const Analysis& a_;
  const ActorWords& words_;
  Mentions& m_;
  std::vector<Candidate> candidates_;
};

}  // namespace

void ResolveReferences(const Analysis& analysis, const ActorWords& words, Mentions* mentions) {
  Resolver(analysis, words, mentions).Run();
}

}  // namespace diurna
