// Clauses: predicate and logical roles of every verb and predicative adjective.
//
// The tree is a CLEAR-style dependency parse, which marks only what is said on the spot: "arrested and fined three men"
// gives one verb its subject and the other its object. The rest is derived as the enhanced dependencies and PredPatt
// do: conjuncts share subjects (and objects, when the first lacks one that it needs), infinitives take the subject or
// object of the verb that controls them, participles that of the clause they belong to, relative pronouns become their
// antecedents, and a passive's subject is a theme, reduced passives and headlines ("Curfew imposed") included.
//
// The parser is small, and errs most where sentences are long. What it gets wrong in a regular way is mended while the
// roles are read: a participle hung on the wrong noun that is in truth the main verb, a particle read as a preposition.
// Left out: gapping ("Tesco stated its intention to leave, Salling to stay"), and control by adjuncts ("before
// leaving") where it is not the subject's.

#include <algorithm>
#include <string>

#include "proposition/reading.h"

namespace diurna {

namespace {

constexpr int kMaxDepth = 6;

struct Subject {
  std::vector<uint32_t> heads;
  bool own = false;  // stands in the clause itself
};

class ClauseReader {
 public:
  explicit ClauseReader(Reading* reading) : r_(*reading), a_(reading->analysis) {}

  void Read() {
    for (uint32_t i = 0; i < a_.size(); ++i) {
      const Token& token = a_[i];
      if (IsNoun(token)) {
        if (token.dep != Dep::kCompound && r_.word[i] != nullptr && r_.word[i]->nominal >= 0 && !IsName(token)) {
          ReadNominal(&r_, i);
        }
      } else if (IsClauseVerb(token)) {
        if (token.dep == Dep::kAmod || token.dep == Dep::kAcomp || token.dep == Dep::kOprd) {
          const FormCue* form = r_.Form(i);
          const bool modifier = form != nullptr && form->modifier && token.dep == Dep::kAmod;  // "a planned march"
          if (!modifier) ReadAdjective(i);
        } else if (IsStateParticiple(i)) {
          ReadAdjective(i);  // "40 people are missing"
        } else if (IsVerbalPredicate(i)) {
          ReadVerb(i);
        }
      } else if (token.pos == Pos::kAdj) {
        if (IsAdjectivalPredicate(i)) ReadAdjective(i);
      }
    }
  }

 private:
  // "in March", "Mr Strike": no event.
  bool IsName(const Token& token) const {
    if (token.entity < 0) return false;
    switch (a_.entities()[static_cast<size_t>(token.entity)].type) {
      case EntityType::kDate:
      case EntityType::kTime:
      case EntityType::kPerson:
      case EntityType::kGpe:
        return token.pos == Pos::kPropn;
      default:
        return false;
    }
  }

  bool IsVerbalPredicate(uint32_t i) const {
    switch (a_[i].dep) {
      case Dep::kPrep:      // "following", "including"
      case Dep::kCompound:  // "operating system"
      case Dep::kPunct:
      case Dep::kMark:
      case Dep::kCase:
      case Dep::kCc:
        return false;
      default:
        return a_[i].tag != "MD" || !a_.children(i).empty();
    }
  }

  bool IsStateParticiple(uint32_t i) const {
    if (a_[i].tag != "VBG" || r_.Has(i, Dep::kDobj)) return false;
    const WordCue* cue = r_.cues.Word(a_[i].lower);
    return cue != nullptr && !cue->participle_verb.empty();
  }

  bool IsAdjectivalPredicate(uint32_t i) const {
    const Token& token = a_[i];
    switch (token.dep) {
      case Dep::kAcomp:
      case Dep::kOprd:
        return true;
      case Dep::kAmod:
        return token.head < i || (r_.word[i] != nullptr && !r_.word[i]->participle_verb.empty());
      case Dep::kRoot:
      case Dep::kRelcl:
      case Dep::kAcl:
      case Dep::kAdvcl:
      case Dep::kCcomp:
      case Dep::kXcomp:
      case Dep::kAttr:
        return true;
      case Dep::kConj:
        return a_[token.head].pos == Pos::kAdj ? IsAdjectivalPredicate(token.head)
                                               : IsClauseVerb(a_[token.head]) || r_.Has(i, Dep::kNsubj);
      default:
        return r_.Has(i, Dep::kNsubj);
    }
  }

  // ---- voice ----

  bool HasAux(uint32_t i, std::string_view lemma) const {
    for (const uint32_t child : a_.children(i)) {
      if ((a_[child].dep == Dep::kAux || a_[child].dep == Dep::kAuxpass) && a_[child].lemma == lemma) return true;
    }
    return false;
  }
  bool HasAnyAux(uint32_t i) const { return r_.Has(i, Dep::kAux) || r_.Has(i, Dep::kAuxpass); }
  bool HasObject(uint32_t i) const {
    for (const uint32_t child : a_.children(i)) {
      const Dep dep = a_[child].dep;
      if (dep == Dep::kDobj || ((dep == Dep::kCcomp || dep == Dep::kXcomp) && child > i)) return true;
    }
    return false;
  }
  // An object further on that this verb shares: "arrested and fined three men".
  bool SharesObject(uint32_t i) const {
    if (r_.Has(i, Dep::kPrt) || r_.Has(i, Dep::kPrep)) return false;
    for (const uint32_t child : a_.children(i)) {
      if (a_[child].dep == Dep::kConj && child > i && IsClauseVerb(a_[child]) && !r_.Has(child, Dep::kNsubj) &&
          !r_.Has(child, Dep::kNsubjpass) && !HasAnyAux(child) && child - i <= 4 && r_.Has(child, Dep::kDobj)) {
        return true;
      }
    }
    return false;
  }

  // A comma between a verb and its subject, which has none inside: no active verb stands like this.
  bool CommaAfterSubject(uint32_t i) const {
    int32_t subject = -1;
    for (const uint32_t child : a_.children(i)) {
      const Dep dep = a_[child].dep;
      if (dep == Dep::kNsubj && child < i) subject = static_cast<int32_t>(child);
      if (dep == Dep::kDobj || dep == Dep::kXcomp) return false;
      // What follows the second comma is the main clause, whatever it was taken for.
      if (dep == Dep::kCcomp && child > i && (r_.Has(child, Dep::kMark) || r_.Has(child, Dep::kNsubj))) return false;
    }
    if (subject < 0 || SharesObject(i)) return false;
    const Token& token = a_[static_cast<uint32_t>(subject)];
    if (IsRelativePronoun(token) || token.pos == Pos::kPron || token.right_edge + 2 < i) return false;
    for (uint32_t at = token.left_edge; at <= token.right_edge; ++at) {
      if (a_[at].lower == ",") return false;
    }
    return true;
  }

  bool IsPassive(uint32_t i, int depth = 0) const {
    const Token& token = a_[i];
    const WordCue* cue = WordOf(i);
    for (const uint32_t child : a_.children(i)) {
      switch (a_[child].dep) {
        case Dep::kAuxpass:
        case Dep::kNsubjpass:
        case Dep::kCsubjpass:
          return true;
        case Dep::kAgent:
          if (token.tag == "VBN" || token.tag == "VBD") return true;
          break;
        default:
          break;
      }
    }
    if (token.tag != "VBN" && token.tag != "VBD") return false;
    if (HasAux(i, "have")) return false;
    if (HasAnyAux(i)) {
      // "to have", "do": active; "being": passive even when the parser calls it aux.
      return token.tag == "VBN" && HasAux(i, "be");
    }
    if (r_.Has(i, Dep::kDobj) && !(cue != nullptr && cue->ditransitive)) return false;
    const bool transitive = cue != nullptr && cue->transitive;
    if (token.dep == Dep::kAcl && token.tag == "VBD" && !r_.Has(i, Dep::kNsubj)) return !HasObject(i);
    if (token.dep == Dep::kConj && IsClauseVerb(a_[token.head]) && depth < kMaxDepth) {
      const bool above = IsPassive(token.head, depth + 1);
      if (!r_.Has(i, Dep::kNsubj)) {
        if (token.tag == "VBN" && !HasAux(token.head, "have")) return above || transitive;
        if (token.tag == "VBN") return above;  // "has arrested and charged"
        return transitive && above && !HasObject(i);
      }
    }
    if (token.tag == "VBN") {
      switch (token.dep) {
        case Dep::kAcl:
        case Dep::kAdvcl:
        case Dep::kPcomp:
        case Dep::kOprd:
        case Dep::kAcomp:
        case Dep::kAmod:
        case Dep::kRelcl:
          return true;
        case Dep::kCcomp:
        case Dep::kXcomp: {
          const WordCue* above = r_.word[token.head];
          if (above != nullptr && above->causative) return true;
          break;
        }
        default:
          break;
      }
      return !HasObject(i) && !SharesObject(i) && (transitive || !r_.Has(i, Dep::kNsubj) || InTitle(i));
    }
    // Past forms that the tagger took for the past tense: "20 killed in bus crash"; "the ban, announced last week,
    // ends".
    if (i > 0 && a_[i - 1].lower == "," && CommaAfterSubject(i)) return true;
    if (!transitive || HasObject(i) || SharesObject(i)) return false;
    const int32_t subject = r_.Child(i, Dep::kNsubj);
    if (token.dep == Dep::kRelcl && (subject < 0 || !IsRelativePronoun(a_[static_cast<uint32_t>(subject)])))
      return false;
    return subject >= 0 || token.dep == Dep::kConj;
  }

  bool InTitle(uint32_t i) const { return a_[i].span.begin < r_.document.body_begin; }

  // ---- subjects ----

  // `subject` as what it stands for, with its conjuncts: a relative pronoun is its antecedent.
  void AddSubject(uint32_t subject, uint32_t verb, std::vector<uint32_t>* out) const {
    if (IsRelativePronoun(a_[subject])) {
      for (uint32_t at = verb, steps = 0; steps < 6; ++steps) {
        if (a_[at].dep == Dep::kRelcl || a_[at].dep == Dep::kAcl) {
          if (!IsClauseVerb(a_[a_[at].head])) {
            out->push_back(a_[at].head);
            return;
          }
          // A relative clause hung on the verb: its noun is the one before the pronoun.
          break;
        }
        if (a_[at].head == at) break;
        at = a_[at].head;
      }
      for (uint32_t at = subject; at > a_.sentences()[a_[subject].sentence].begin;) {
        --at;
        if (IsNoun(a_[at])) {
          out->push_back(at);
          return;
        }
        if (a_[at].pos != Pos::kPunct && a_[at].pos != Pos::kAdp) break;
      }
      if (a_[subject].lower != "that") out->push_back(subject);
      return;
    }
    // "Telephones cut off by the army are working", with the participle as the subject: it is the noun.
    if (IsClauseVerb(a_[subject]) && a_[subject].dep == Dep::kNsubj) {
      int32_t noun = r_.Child(subject, Dep::kNsubj);
      if (noun < 0) noun = r_.Child(subject, Dep::kNsubjpass);
      if (noun >= 0) {
        AddConjuncts(a_, static_cast<uint32_t>(noun), out);
        return;
      }
    }
    AddConjuncts(a_, subject, out);
  }

  bool OwnSubject(uint32_t verb, std::vector<uint32_t>* out) const {
    for (const uint32_t child : a_.children(verb)) {
      switch (a_[child].dep) {
        case Dep::kNsubj:
        case Dep::kNsubjpass:
          AddSubject(child, verb, out);
          break;
        case Dep::kCsubj:
        case Dep::kCsubjpass:
          out->push_back(child);
          break;
        default:
          break;
      }
    }
    if (!out->empty()) return true;
    // Hung on the auxiliary: "Schools are closed".
    for (const uint32_t child : a_.children(verb)) {
      if (a_[child].dep != Dep::kAux && a_[child].dep != Dep::kAuxpass) continue;
      for (const uint32_t below : a_.children(child)) {
        if (a_[below].dep == Dep::kNsubj || a_[below].dep == Dep::kNsubjpass) AddSubject(below, verb, out);
      }
    }
    return !out->empty();
  }

  // The object of a verb, of a passive its subject: what controls an infinitive behind it.
  void ObjectOf(uint32_t verb, int depth, std::vector<uint32_t>* out) const {
    for (const uint32_t child : a_.children(verb)) {
      if (a_[child].dep == Dep::kDobj || (a_[child].dep == Dep::kDative && !IsPreposition(child))) {
        AddConjuncts(a_, child, out);
      }
    }
    if (out->empty() && IsPassive(verb)) *out = SubjectOf(verb, depth + 1).heads;
  }
  bool IsPreposition(uint32_t i) const { return a_[i].pos == Pos::kAdp || a_[i].tag == "IN" || a_[i].tag == "TO"; }

  Subject SubjectOf(uint32_t verb, int depth = 0) const {
    Subject subject;
    if (OwnSubject(verb, &subject.heads)) {
      subject.own = true;
      return subject;
    }
    if (depth > kMaxDepth) return subject;
    const Token& token = a_[verb];
    const uint32_t head = token.head;
    const Token& above = a_[head];
    const WordCue* above_word = r_.word[head];
    switch (token.dep) {
      case Dep::kConj:
        if (IsClauseVerb(above) || above.pos == Pos::kAdj) {
          subject.heads = SubjectOf(head, depth + 1).heads;
        } else if (IsNoun(above) && above.dep == Dep::kNsubj) {
          subject.heads.push_back(head);
        }
        break;
      case Dep::kXcomp:
      case Dep::kCcomp:
      case Dep::kOprd:
      case Dep::kAcomp:
        if (IsClauseVerb(above)) {
          const bool own = above_word != nullptr && above_word->subject_control;
          if (!own || token.dep == Dep::kOprd) ObjectOf(head, depth, &subject.heads);
          if (subject.heads.empty() && token.dep == Dep::kCcomp && !IsInfinitive(verb) && token.tag != "VBN" &&
              token.tag != "VBG") {
            break;  // a finite clause without a subject is not its governor's
          }
          if (subject.heads.empty()) subject.heads = SubjectOf(head, depth + 1).heads;
        } else if (above.pos == Pos::kAdj) {
          subject.heads = SubjectOf(head, depth + 1).heads;
        } else if (IsNoun(above)) {
          subject.heads = NounControl(head, depth);
        }
        break;
      case Dep::kAcl:
        if (IsNoun(above) || above.pos == Pos::kPron || above.pos == Pos::kNum) {
          const uint32_t main = MainSubjectInstead(verb);
          if (main != verb) {
            AddConjuncts(a_, main, &subject.heads);
          } else if (IsInfinitive(verb) && !IsPassive(verb)) {
            subject.heads = NounControl(head, depth);
          } else {
            subject.heads.push_back(head);
          }
          break;
        }
        [[fallthrough]];
      case Dep::kRelcl:
        if (!IsClauseVerb(above)) {
          subject.heads.push_back(head);
          break;
        }
        [[fallthrough]];
      case Dep::kAdvcl:
      case Dep::kPcomp:
      case Dep::kDep:
      case Dep::kParataxis:
        subject.heads = Controller(verb, depth);
        break;
      case Dep::kAmod:
        subject.heads.push_back(head);
        break;
      default:
        break;
    }
    if (subject.heads.empty() && IsFinite(verb)) NounBefore(verb, &subject.heads);
    return subject;
  }

  bool IsFinite(uint32_t verb) const {
    const std::string_view tag = a_[verb].tag;
    if (tag == "VBD" || tag == "VBZ" || tag == "VBP") return true;
    for (const uint32_t child : a_.children(verb)) {
      const Token& token = a_[child];
      if ((token.dep == Dep::kAux || token.dep == Dep::kAuxpass) && token.tag != "TO" && token.tag != "VBG")
        return true;
    }
    return false;
  }

  // The subject that the parser hung elsewhere: the noun phrase that ends right before a finite verb.
  void NounBefore(uint32_t verb, std::vector<uint32_t>* out) const {
    const uint32_t begin = a_.sentences()[a_[verb].sentence].begin;
    uint32_t at = verb;
    while (at > begin && (a_[at - 1].pos == Pos::kAux || a_[at - 1].pos == Pos::kAdv || a_[at - 1].pos == Pos::kPart))
      --at;
    if (at == begin || !(IsNoun(a_[at - 1]) || a_[at - 1].pos == Pos::kNum)) return;
    uint32_t noun = at - 1;
    for (uint32_t steps = 0; steps < 12; ++steps) {
      const Token& token = a_[noun];
      if (token.head >= verb || token.head == noun) break;
      const Token& above = a_[token.head];
      if (token.dep == Dep::kPobj && above.dep == Dep::kPrep && above.head < verb && IsNoun(a_[above.head]) &&
          a_[above.head].head != above.head) {
        noun = above.head;
      } else if (IsNoun(above) && (token.dep == Dep::kCompound || token.dep == Dep::kNmod)) {
        noun = token.head;
      } else {
        break;
      }
    }
    if (a_[noun].entity >= 0) {
      const EntityType type = a_.entities()[static_cast<size_t>(a_[noun].entity)].type;
      if (type == EntityType::kDate || type == EntityType::kTime) return;
    }
    out->push_back(noun);
  }

  bool IsInfinitive(uint32_t verb) const {
    for (const uint32_t child : a_.children(verb)) {
      if (a_[child].dep == Dep::kAux && a_[child].tag == "TO") return true;
    }
    return false;
  }

  // Who does the infinitive behind a noun: "X's plan to close", "X announced a plan to close"; "the first to leave".
  std::vector<uint32_t> NounControl(uint32_t noun, int depth) const {
    std::vector<uint32_t> out;
    const WordCue* cue = r_.word[noun];
    if (cue == nullptr || (cue->governors.empty() && cue->nominal < 0)) {
      out.push_back(noun);
      return out;
    }
    const int32_t possessor = r_.Child(noun, Dep::kPoss);
    if (possessor >= 0) {
      AddConjuncts(a_, static_cast<uint32_t>(possessor), &out);
      return out;
    }
    for (const uint32_t child : a_.children(noun)) {
      if (a_[child].dep != Dep::kPrep ||
          (a_[child].lower != "by" && a_[child].lower != "on" && a_[child].lower != "for")) {
        continue;
      }
      const int32_t object = r_.Child(child, Dep::kPobj);
      if (object >= 0) {
        AddConjuncts(a_, static_cast<uint32_t>(object), &out);
        return out;
      }
    }
    if (a_[noun].dep == Dep::kDobj || a_[noun].dep == Dep::kPobj || a_[noun].dep == Dep::kAttr) {
      const uint32_t verb = VerbAbove(a_, noun);
      if (IsClauseVerb(a_[verb])) {
        const WordCue* carrier = WordOf(verb);
        const bool recipient = carrier != nullptr && carrier->ditransitive;  // "was given permission to"
        return IsPassive(verb) && !recipient ? AgentsOf(verb) : SubjectOf(verb, depth + 1).heads;
      }
    }
    return out;
  }

  // The subject of the clause that a participle, a prepositional gerund or a purpose clause belongs to.
  std::vector<uint32_t> Controller(uint32_t verb, int depth) const {
    // "accused rebels of killing", "prevented them from entering": the noun before the preposition.
    if (a_[verb].dep == Dep::kPcomp) {
      const uint32_t preposition = a_[verb].head;
      static constexpr std::string_view kObjects[] = {"of", "from", "for", "into", "with"};
      const bool object =
          std::find(std::begin(kObjects), std::end(kObjects), a_[preposition].lower) != std::end(kObjects);
      if (object) {
        const uint32_t holder = a_[preposition].head;
        std::vector<uint32_t> out;
        if (IsClauseVerb(a_[holder])) ObjectOf(holder, depth, &out);
        if (out.empty() && (a_[holder].dep == Dep::kDobj || a_[holder].dep == Dep::kNsubjpass) && IsNoun(a_[holder]) &&
            (r_.word[holder] == nullptr || r_.word[holder]->nominal < 0)) {
          AddConjuncts(a_, holder, &out);
        }
        if (!out.empty()) return out;
      }
    }
    // "holding the leader, arrested on Friday": a passive participle behind a comma belongs to who stands before it.
    if (a_[verb].dep == Dep::kAdvcl && a_[verb].tag == "VBN" && !HasAnyAux(verb) && a_[verb].left_edge == verb &&
        verb >= 2 && a_[verb - 1].lower == "," && IsNoun(a_[verb - 2]) && a_[verb].head < verb && r_.CanAct(verb - 2)) {
      uint32_t noun = verb - 2;
      while (a_[noun].dep == Dep::kCompound) noun = a_[noun].head;
      if (a_[noun].dep == Dep::kDobj || a_[noun].dep == Dep::kPobj) return {noun};
    }
    const uint32_t above = VerbAbove(a_, a_[verb].head);
    if (above == verb || !(IsClauseVerb(a_[above]) || a_[above].pos == Pos::kAdj)) return {};
    return SubjectOf(above, depth + 1).heads;
  }

  // "A bus carrying 40 people overturned": a participle hung on a noun inside a noun phrase that has no verb of its own
  // is the main verb. Its subject, or `verb` itself where this is not so.
  uint32_t MainSubjectInstead(uint32_t verb) const {
    if (a_[verb].tag != "VBN" && a_[verb].tag != "VBD") return verb;
    const Sentence& sentence = a_.sentences()[a_[verb].sentence];
    uint32_t root = verb;
    for (uint32_t steps = 0; a_[root].head != root && steps < 100; ++steps) root = a_[root].head;
    if (!IsNoun(a_[root]) || r_.Has(root, Dep::kNsubj)) return verb;
    const uint32_t holder = a_[verb].head;
    if (holder == root || r_.Has(verb, Dep::kAgent)) return verb;
    // Only in a full sentence.
    bool stop = false;
    for (uint32_t i = sentence.end; i > sentence.begin && !stop;) {
      --i;
      if (a_[i].pos == Pos::kSpace) continue;
      if (a_[i].lower != ".") return verb;
      stop = true;
    }
    for (uint32_t at = holder; at != root; at = a_[at].head) {
      if (a_[at].dep == Dep::kAcl && a_[at].tag == "VBG") return root;
    }
    return verb;
  }

  // ---- objects and oblique phrases ----

  std::vector<uint32_t> AgentsOf(uint32_t verb) const {
    std::vector<uint32_t> out;
    for (const uint32_t child : a_.children(verb)) {
      if (a_[child].dep != Dep::kAgent) continue;
      for (const uint32_t object : a_.children(child)) {
        if (a_[object].dep == Dep::kPobj && !IsTime(object)) AddConjuncts(a_, object, &out);
        if (a_[object].dep == Dep::kPcomp) out.push_back(object);
      }
    }
    return out;
  }

  // "restored by noon": not by anyone.
  bool IsTime(uint32_t token) const {
    const Mentions& m = *r_.mentions;
    if (token < m.time_of.size() && m.time_of[token] >= 0) return true;
    if (a_[token].entity < 0) return false;
    const EntityType type = a_.entities()[static_cast<size_t>(a_[token].entity)].type;
    return type == EntityType::kDate || type == EntityType::kTime;
  }

  void AddOblique(uint32_t preposition, std::vector<Oblique>* out, int depth = 0) {
    for (const uint32_t child : a_.children(preposition)) {
      const Token& token = a_[child];
      if (token.dep == Dep::kPobj) {
        scratch_.clear();
        AddConjuncts(a_, child, &scratch_);
        for (const uint32_t object : scratch_)
          out->push_back({ObliqueRole::kPreposition, a_[preposition].lower, object});
      } else if ((token.dep == Dep::kPrep || (token.dep == Dep::kPcomp && token.pos == Pos::kAdp)) && depth < 2) {
        // "from inside X" is inside; "because of X" is because.
        const size_t before = out->size();
        AddOblique(child, out, depth + 1);
        if (token.lower == "of" || token.lower == "to") {
          for (size_t k = before; k < out->size(); ++k) (*out)[k].preposition = a_[preposition].lower;
        }
      } else if (token.dep == Dep::kConj && IsPreposition(child) && depth < 2) {
        AddOblique(child, out, depth + 1);
      }
    }
  }

  // The particle that belongs to the verb, or -1.
  int32_t ParticleOf(uint32_t verb) {
    const int32_t own = r_.Child(verb, Dep::kPrt);
    if (own >= 0) return own;
    for (const uint32_t child : a_.children(verb)) {
      if (child < verb) continue;
      const Token& token = a_[child];
      if (token.dep != Dep::kAdvmod && token.dep != Dep::kPrep && token.dep != Dep::kAcomp && token.dep != Dep::kDep)
        continue;
      const FormCue* form = r_.cues.Form(token.lower);
      if (form == nullptr || !form->particle) continue;
      const bool fixed = [&] {
        key_.assign(r_.lemma[verb]).append("_").append(token.lower);
        const WordCue* cue = r_.cues.Word(key_);
        return cue != nullptr && cue->fixed_particle;
      }();
      if (token.dep == Dep::kPrep) {
        // Without an object it is no preposition; with one, only a verb that never goes without its particle.
        const bool bare = !r_.Has(child, Dep::kPobj) && !r_.Has(child, Dep::kPcomp);
        if ((bare && child <= verb + 1) || (fixed && child == verb + 1)) return static_cast<int32_t>(child);
      } else if (fixed || child == verb + 1 || (r_.lemma[verb] == "be" && child <= verb + 3)) {
        return static_cast<int32_t>(child);
      }
    }
    return -1;
  }

  const WordCue* WordOf(uint32_t verb) const {
    const int32_t particle = r_.Child(verb, Dep::kPrt);
    if (particle < 0) return r_.word[verb];
    std::string key(r_.lemma[verb]);
    key.append("_").append(a_[static_cast<uint32_t>(particle)].lower);
    const WordCue* cue = r_.cues.Word(key);
    return cue != nullptr ? cue : r_.word[verb];
  }

  // ---- predicates ----

  Proposition& Add(uint32_t head, std::string_view predicate, Form form) {
    r_.out.of_token[head] = static_cast<int32_t>(r_.out.items.size());
    Proposition& proposition = r_.out.items.emplace_back();
    proposition.head = head;
    proposition.predicate = predicate;
    proposition.form = form;
    proposition.title = a_[head].span.begin < r_.document.body_begin;
    r_.predicate_word.push_back(r_.word[head]);
    return proposition;
  }

  void ReadVerb(uint32_t verb) {
    Proposition& p = Add(verb, r_.lemma[verb], Form::kActive);
    const int32_t particle = ParticleOf(verb);
    if (particle >= 0) {
      p.predicate.append("_").append(a_[static_cast<uint32_t>(particle)].lower);
      if (const WordCue* cue = r_.cues.Word(p.predicate)) r_.predicate_word.back() = cue;
    }
    const WordCue* cue = r_.predicate_word.back();
    const bool copula = r_.lemma[verb] == "be" || r_.lemma[verb] == "become" || r_.lemma[verb] == "remain";
    const bool passive = IsPassive(verb);
    Subject subject = SubjectOf(verb);
    if (passive) p.form = Form::kPassive;

    bool relative_object = false;
    std::vector<uint32_t> objects;
    for (const uint32_t child : a_.children(verb)) {
      const Token& token = a_[child];
      switch (token.dep) {
        case Dep::kDobj:
          if (IsRelativePronoun(token) && a_[verb].dep == Dep::kRelcl) {
            objects.push_back(a_[verb].head);
            relative_object = true;
          } else {
            AddConjuncts(a_, child, &objects);
          }
          break;
        case Dep::kAttr:
          if (IsNoun(token) || token.pos == Pos::kPron || token.pos == Pos::kNum) {
            if (copula && !passive) {
              AddConjuncts(a_, child, &objects);
            } else {
              p.obliques.push_back({ObliqueRole::kPredicative, {}, child});
            }
          }
          break;
        case Dep::kOprd:
          if (IsNoun(token)) p.obliques.push_back({ObliqueRole::kPredicative, {}, child});
          break;
        case Dep::kDative:
          if (IsPreposition(child)) {
            for (const uint32_t object : a_.children(child)) {
              if (a_[object].dep == Dep::kPobj) AddConjuncts(a_, object, &p.recipients);
            }
          } else {
            AddConjuncts(a_, child, &p.recipients);
          }
          break;
        case Dep::kPrep:
          if (static_cast<int32_t>(child) == particle) {
            // "cut off telephones" read as a phrase with "off".
            for (const uint32_t object : a_.children(child)) {
              if (a_[object].dep == Dep::kPobj) AddConjuncts(a_, object, &objects);
              if (a_[object].dep == Dep::kPrep) AddOblique(object, &p.obliques);  // "ran out of fuel"
            }
          } else {
            AddOblique(child, &p.obliques);
          }
          break;
        case Dep::kAdvmod:
        case Dep::kPrt:
          for (const uint32_t below : a_.children(child)) {
            if (a_[below].dep == Dep::kPrep) AddOblique(below, &p.obliques);
          }
          break;
        case Dep::kAgent:
          if (const int32_t by = r_.Child(child, Dep::kPobj);
              !passive || (by >= 0 && IsTime(static_cast<uint32_t>(by)))) {
            AddOblique(child, &p.obliques);
          }
          break;
        default:
          break;
      }
    }
    // "The bomb was placed in a market, stated minister X": subject and object changed places.
    const bool behind_comma = verb > 0 && a_[verb - 1].lower == "," && !r_.Has(verb, Dep::kCcomp);
    const bool behind_quotation = verb > 0 && a_[verb - 1].tag == "''" && subject.heads.empty();
    if (!passive && cue != nullptr && !cue->speech.empty() && objects.size() == 1 && objects.front() > verb &&
        (behind_comma || behind_quotation) && r_.CanAct(objects.front()) && a_[verb].tag.starts_with("VB") &&
        a_[verb].tag != "VBG") {
      p.agents = std::move(objects);
      return;
    }
    if (passive) {
      p.agents = AgentsOf(verb);
      if (!objects.empty() && cue != nullptr && cue->ditransitive && !subject.heads.empty()) {
        p.recipients = std::move(subject.heads);
        p.themes = objects;
      } else {
        p.themes = std::move(subject.heads);
      }
      for (const uint32_t object : objects) p.obliques.push_back({ObliqueRole::kSecondObject, {}, object});
      return;
    }
    if (r_.word[verb] != nullptr && r_.word[verb]->starts_idiom && particle < 0) {
      // "take place": the object is part of the predicate.
      for (size_t o = 0; o < objects.size(); ++o) {
        if (a_[objects[o]].head != verb || r_.Has(objects[o], Dep::kDet)) continue;
        key_.assign(r_.lemma[verb]).append("_").append(r_.lemma[objects[o]]);
        const WordCue* idiom = r_.cues.Word(key_);
        if (idiom == nullptr || !idiom->idiom) continue;
        p.predicate = key_;
        r_.predicate_word.back() = cue = idiom;
        for (const uint32_t child : a_.children(objects[o])) {
          if (a_[child].dep == Dep::kPrep) AddOblique(child, &p.obliques);
        }
        objects.erase(objects.begin() + static_cast<std::ptrdiff_t>(o));
        break;
      }
    }
    if (cue != nullptr && cue->naming && !objects.empty()) SplitName(&objects, &p.obliques);
    if (objects.empty() && !subject.heads.empty()) {
      if (a_[verb].dep == Dep::kRelcl && subject.own) {
        AddGap(verb, subject, &objects, &relative_object);
      } else if (SharesObject(verb)) {
        for (const uint32_t child : a_.children(verb)) {
          if (a_[child].dep != Dep::kConj || !IsClauseVerb(a_[child])) continue;
          for (const uint32_t object : a_.children(child)) {
            if (a_[object].dep == Dep::kDobj) AddConjuncts(a_, object, &objects);
          }
          break;
        }
      }
    }
    // "There was an explosion": what there is is what exists.
    if (r_.Has(verb, Dep::kExpl) && subject.heads.empty()) {
      if (!objects.empty()) {
        p.agents = std::move(objects);
        return;
      }
    }
    p.themes = std::move(objects);
    if (p.themes.empty() && cue != nullptr && cue->ergative && !HasObject(verb)) {
      p.themes = std::move(subject.heads);
    } else {
      p.agents = std::move(subject.heads);
    }
    if (r_.Has(verb, Dep::kAgent) && p.agents.empty()) p.agents = AgentsOf(verb);
  }

  // "elected Ivan Petrov president", read as one phrase: the person, and what he was made.
  void SplitName(std::vector<uint32_t>* objects, std::vector<Oblique>* obliques) const {
    const uint32_t title = objects->front();
    if (title == 0 || a_[title].pos != Pos::kNoun || a_[title - 1].entity < 0) return;
    const Entity& name = a_.entities()[static_cast<size_t>(a_[title - 1].entity)];
    if (name.type != EntityType::kPerson || name.end > title || a_[name.end - 1].head != title) return;
    objects->front() = name.end - 1;
    obliques->push_back({ObliqueRole::kPredicative, {}, title});
  }

  // "the men police arrested": the object of a relative clause is its noun, unless the gap is elsewhere.
  void AddGap(uint32_t verb, const Subject& subject, std::vector<uint32_t>* objects, bool* relative_object) const {
    const uint32_t noun = a_[verb].head;
    if (IsClauseVerb(a_[noun]) || HasObject(verb)) return;
    if (std::find(subject.heads.begin(), subject.heads.end(), noun) != subject.heads.end()) return;
    for (const uint32_t child : a_.children(verb)) {
      const Token& token = a_[child];
      if (token.dep == Dep::kMark || token.lower == "where" || token.lower == "when" || token.lower == "why") return;
      if (token.dep == Dep::kAcomp || token.dep == Dep::kAttr) return;
      if (token.dep == Dep::kPrep) {
        for (const uint32_t object : a_.children(child)) {
          if (IsRelativePronoun(a_[object])) return;  // "in which"
        }
        if (!r_.Has(child, Dep::kPobj) && !r_.Has(child, Dep::kPcomp) && child != verb + 1) return;
      }
    }
    if (a_[noun].entity >= 0) {
      const EntityType type = a_.entities()[static_cast<size_t>(a_[noun].entity)].type;
      if (type == EntityType::kDate || type == EntityType::kTime) return;
    }
    const WordCue* cue = WordOf(verb);
    if (cue != nullptr && cue->ergative) return;
    objects->push_back(noun);
    *relative_object = true;
  }

  void ReadAdjective(uint32_t adjective) {
    const WordCue* cue = r_.word[adjective];
    const Token& token = a_[adjective];
    std::string_view predicate = r_.lemma[adjective];
    const WordCue* form_cue = r_.cues.Word(token.lower);
    const bool participle = token.pos == Pos::kVerb && !IsStateParticiple(adjective);
    if (form_cue != nullptr && !form_cue->participle_verb.empty() && !participle) {
      predicate = form_cue->participle_verb;
    } else if (cue != nullptr && !cue->participle_verb.empty() && !participle) {
      predicate = cue->participle_verb;
    } else if (!participle) {
      predicate = token.lower;
    }
    const bool present = token.tag == "VBG" && participle;
    Proposition& p = Add(adjective, predicate, participle && present ? Form::kActive : Form::kAdjective);
    if (const WordCue* mended = r_.cues.Word(p.predicate)) r_.predicate_word.back() = mended;
    const int32_t particle = participle ? ParticleOf(adjective) : -1;
    if (particle >= 0) p.predicate.append("_").append(a_[static_cast<uint32_t>(particle)].lower);

    std::vector<uint32_t> holders;
    uint32_t carrier = adjective;  // the verb or adjective whose phrases are this predicate's too
    if (token.dep == Dep::kAmod) {
      holders.push_back(token.head);
    } else if (token.dep == Dep::kConj && a_[token.head].pos == Pos::kAdj && !r_.Has(adjective, Dep::kNsubj) &&
               r_.PropositionOf(token.head) != nullptr) {
      holders = r_.PropositionOf(token.head)->themes;
    } else {
      holders = SubjectOf(adjective).heads;
      if (holders.empty() && token.dep == Dep::kRoot) NumberBefore(adjective, &holders);
    }
    if ((token.dep == Dep::kAcomp || token.dep == Dep::kOprd) && IsClauseVerb(a_[token.head])) carrier = token.head;
    if (present) {
      p.agents = std::move(holders);
    } else {
      p.themes = std::move(holders);
      p.agents = AgentsOf(adjective);
    }
    for (const uint32_t at : {adjective, carrier}) {
      for (const uint32_t child : a_.children(at)) {
        if (a_[child].dep == Dep::kPrep && static_cast<int32_t>(child) != particle) AddOblique(child, &p.obliques);
      }
      if (carrier == adjective) break;
    }
  }

  // "Three dead in crash": what is counted is what the adjective says of it.
  void NumberBefore(uint32_t adjective, std::vector<uint32_t>* out) const {
    for (const uint32_t child : a_.children(adjective)) {
      if (child < adjective && (a_[child].pos == Pos::kNum || IsNoun(a_[child]))) {
        out->push_back(child);
        return;
      }
    }
  }

  Reading& r_;
  const Analysis& a_;
  std::vector<uint32_t> scratch_;
  std::string key_;
};

// The gerund behind a preposition that a verb governs, not one of time or manner ("after leaving"); -1 where none.
int32_t GerundOf(const Reading& r, uint32_t preposition) {
  static constexpr std::string_view kGoverned[] = {"of",    "from",    "for",  "to",   "on", "in",
                                                   "about", "against", "into", "with", "at"};
  const std::string_view lower = r.token(preposition).lower;
  if (std::find(std::begin(kGoverned), std::end(kGoverned), lower) == std::end(kGoverned)) return -1;
  const int32_t gerund = r.Child(preposition, Dep::kPcomp);
  return gerund >= 0 && IsClauseVerb(r.token(static_cast<uint32_t>(gerund))) ? gerund : -1;
}

// What a head governs: a clause first, then an infinitive or participle, then the gerund of a preposition.
int32_t ContentOf(const Reading& r, const Proposition& p) {
  const Analysis& a = r.analysis;
  int32_t best = -1;
  int rank = 0;
  for (const uint32_t child : a.children(p.head)) {
    int here = 0;
    switch (a[child].dep) {
      case Dep::kCcomp:
        // Before the verb only speech has its clause; elsewhere it is a clause strung on without a conjunction.
        if (child > p.head || (r.word[p.head] != nullptr && !r.word[p.head]->speech.empty())) here = 4;
        break;
      case Dep::kXcomp:
        here = 3;
        break;
      case Dep::kAcl:
      case Dep::kRelcl:
        // "a plan to close", "the claim that ..."
        if (p.form == Form::kNominal && (r.Has(child, Dep::kMark) || a[child].tag == "VB")) here = 3;
        break;
      case Dep::kAdvcl:
        // An infinitive behind a verb that governs infinitives, read as one of purpose.
        if (child > p.head && a[child].tag == "VB" && r.word[p.head] != nullptr && !r.word[p.head]->governors.empty()) {
          const int32_t mark = r.Child(child, Dep::kMark);
          if (mark < 0 || a[static_cast<uint32_t>(mark)].lower == "for") here = 2;
        }
        break;
      case Dep::kPrep:
        if (const int32_t gerund = GerundOf(r, child); gerund >= 0 && rank < 1) {
          best = gerund;
          rank = 1;
        }
        break;
      case Dep::kDobj:
        // "accused rebels of killing": hung on the object.
        if (p.form != Form::kNominal && (r.word[child] == nullptr || r.word[child]->nominal < 0)) {
          for (const uint32_t below : a.children(child)) {
            if (a[below].dep != Dep::kPrep || rank >= 1) continue;
            if (const int32_t gerund = GerundOf(r, below); gerund >= 0) {
              best = gerund;
              rank = 1;
            }
          }
        }
        break;
      default:
        break;
    }
    // Of several clauses the nearest.
    const auto away = [&](uint32_t t) { return t < p.head ? p.head - t : t - p.head; };
    if (here > rank || (here == rank && here == 4 && away(child) < away(static_cast<uint32_t>(best)))) {
      rank = here;
      best = static_cast<int32_t>(child);
    }
  }
  return best;
}

}  // namespace

void ReadClauses(Reading* reading) { ClauseReader(reading).Read(); }

void LinkContents(Reading* reading) {
  Reading& r = *reading;
  std::vector<uint32_t> conjuncts;
  for (size_t k = 0; k < r.out.items.size(); ++k) {
    Proposition& p = r.out.items[k];
    if (p.form == Form::kAdjective && r.analysis[p.head].dep == Dep::kAmod) continue;
    p.content = ContentOf(r, p);
    if (p.content < 0) continue;
    conjuncts.clear();
    AddConjuncts(r.analysis, static_cast<uint32_t>(p.content), &conjuncts);
    for (const uint32_t head : conjuncts) {
      Proposition* governed = r.PropositionOf(head);
      if (governed != nullptr && governed != &p && governed->governor < 0) governed->governor = static_cast<int32_t>(k);
    }
  }
  // "Denied reports that a truck had been looted": what is denied is what the reports say.
  for (size_t k = 0; k < r.out.items.size(); ++k) {
    for (const uint32_t theme : r.out.items[k].themes) {
      if (r.word[theme] == nullptr || r.word[theme]->speech_noun.empty()) continue;
      for (const uint32_t child : r.analysis.children(theme)) {
        const Dep dep = r.analysis[child].dep;
        if ((dep != Dep::kAcl && dep != Dep::kCcomp) || !r.Has(child, Dep::kMark)) continue;
        Proposition* governed = r.PropositionOf(child);
        if (governed == nullptr) continue;
        const bool by_noun =
            governed->governor >= 0 && r.out.items[static_cast<size_t>(governed->governor)].head == theme;
        if (governed->governor < 0 || by_noun) governed->governor = static_cast<int32_t>(k);
      }
    }
  }
  // A predicative adjective is governed with its copula.
  for (Proposition& p : r.out.items) {
    if (p.form != Form::kAdjective || p.governor >= 0) continue;
    const Token& token = r.analysis[p.head];
    if (token.dep != Dep::kAcomp) continue;
    if (const Proposition* copula = r.PropositionOf(token.head)) p.governor = copula->governor;
  }
}

}  // namespace diurna
