// Attribution: source, cue and content, as PARC and PolNeAR describe them.
//
// A cue is a verb or noun of speech, or a phrase such as "according to". Its source is the cue's agent; a document that
// speaks ("a statement by the ministry said") yields to whoever made it. Its content is the clause that the cue
// governs, or the quotation next to it, or the clause that it is tucked into ("two died, police said"). What is said in
// a sentence without a cue still has a speaker where it stands in quotation marks (the nearest speaker of the
// paragraph) or opens with words that carry on ("In addition, ..."). A speaker's pronoun most often means the speaker
// before, which tells more than agreement in number and gender does; antecedents are set accordingly. Left out: free
// indirect speech.

#include <algorithm>
#include <limits>

#include "proposition/reading.h"

namespace diurna {

namespace {

constexpr uint32_t kShortQuotation = 15;  // bytes; shorter ones are names and single words
constexpr uint32_t kMeantAsSpeech = 25;   // a quotation of that length holds a sentence

constexpr size_t kDeepest = 40;        // links of syntax from a verb up to its root
constexpr uint32_t kLongSpeech = 300;  // bytes
constexpr size_t kNear = 40;           // attributions looked at before and behind one that may stand inside of them
constexpr uint32_t kMostTokens = 600;  // of a sentence or paragraph that are looked over; binds only in endless ones

bool IsMark(const Token& token) { return token.pos == Pos::kPunct || token.pos == Pos::kSpace; }

// Whether what stands in the content is known from the source alone, although it is no clause.
bool TellsFacts(std::string_view act) {
  static constexpr std::string_view kActs[] = {"report",   "announce", "confirm", "estimate", "pledge",
                                               "call_for", "ask",      "demand",  "warn"};
  return std::find(std::begin(kActs), std::end(kActs), act) != std::end(kActs);
}

class AttributionReader {
 public:
  explicit AttributionReader(Reading* reading) : r_(*reading), a_(reading->analysis) {}

  void Read() {
    if (r_.mentions->antecedent.size() < a_.size()) r_.mentions->antecedent.resize(a_.size(), -1);
    IndexQuotations();
    for (size_t k = 0; k < r_.out.items.size(); ++k) {
      const Proposition& p = r_.out.items[k];
      if (p.form == Form::kNominal) {
        SpeechNoun(k);
      } else if (p.form != Form::kAdjective) {
        SpeechVerb(k);
      }
    }
    Phrases();
    Introductions();
    std::stable_sort(r_.out.attributions.begin(), r_.out.attributions.end(),
                     [](const Attribution& x, const Attribution& y) { return x.cue < y.cue; });
    SharpenPronouns();
    std::erase_if(r_.out.attributions, [&](const Attribution& x) {
      return x.speaker >= 0 && x.proposition >= 0 && !Speaks(static_cast<uint32_t>(x.speaker));
    });
    Nest();
    ReachQuotations();
    FirstPersons();
    CarryOn();
    std::stable_sort(r_.out.reaches.begin(), r_.out.reaches.end(),
                     [](const Reach& a, const Reach& b) { return a.span.begin < b.span.begin; });
  }

 private:
  // ---- spans ----

  Span SentenceSpan(uint32_t token) const {
    const Sentence& sentence = a_.sentences()[a_[token].sentence];
    return Trimmed(sentence.begin, sentence.end - 1);
  }
  // Tokens first to last, both inclusive, without commas, dashes and white space at the ends.
  Span Trimmed(uint32_t first, uint32_t last) const {
    const auto loose = [&](uint32_t i) {
      return a_[i].pos == Pos::kSpace || (a_[i].pos == Pos::kPunct && QuotationAt(a_[i].span.begin) < 0);
    };
    while (first < last && (loose(first) || (a_[first].dep == Dep::kMark && a_[first].lower == "that"))) ++first;
    while (last > first && loose(last)) --last;
    return a_.SpanOf(first, last);
  }

  // Tokens [first, last] around `token` between semicolons, or of its sentence.
  std::pair<uint32_t, uint32_t> Segment(uint32_t token) const {
    const Sentence& sentence = a_.sentences()[a_[token].sentence];
    const uint32_t begin = std::max(sentence.begin, token - std::min(token, kMostTokens));
    const uint32_t end = std::min(sentence.end, token + kMostTokens);
    uint32_t first = token, last = token;
    while (first > begin && a_[first - 1].lower != ";") --first;
    while (last + 1 < end && a_[last + 1].lower != ";") ++last;
    // What lies farther off than any sentence of a report goes: the whole is one, or there is none.
    if (first == begin) first = sentence.begin;
    if (last + 1 == end) last = sentence.end - 1;
    return {first, last};
  }

  void IndexQuotations() {
    for (const Span quotation : r_.out.quotations) {
      const auto [begin, end] = a_.TokensIn(quotation);
      bool verb = false;
      for (uint32_t i = begin; i < end && !verb; ++i) verb = IsClauseVerb(a_[i]);
      quotation_has_verb_.push_back(verb);
    }
  }
  // Index of the first quotation that ends behind the start of `span`.
  size_t FirstQuotationIn(Span span) const {
    const auto found = std::partition_point(r_.out.quotations.begin(), r_.out.quotations.end(),
                                            [&](Span q) { return q.end <= span.begin; });
    return static_cast<size_t>(found - r_.out.quotations.begin());
  }
  // Index of the first attribution whose cue does not stand before byte `at`. They must be in order.
  size_t FirstAttributionAt(uint32_t at) const {
    const auto found = std::partition_point(r_.out.attributions.begin(), r_.out.attributions.end(),
                                            [&](const Attribution& x) { return a_[x.cue].span.begin < at; });
    return static_cast<size_t>(found - r_.out.attributions.begin());
  }
  // The quotation that holds the byte, or -1.
  int32_t QuotationAt(uint32_t at) const {
    const auto found =
        std::partition_point(r_.out.quotations.begin(), r_.out.quotations.end(), [at](Span q) { return q.end <= at; });
    if (found == r_.out.quotations.end() || at < found->begin) return -1;
    return static_cast<int32_t>(found - r_.out.quotations.begin());
  }
  bool MostlyQuoted(Span span) const {
    uint32_t inside = 0;
    for (size_t q = FirstQuotationIn(span); q < r_.out.quotations.size(); ++q) {
      const Span quotation = r_.out.quotations[q];
      if (quotation.begin >= span.end) break;
      if (quotation.Overlaps(span)) inside += std::min(quotation.end, span.end) - std::max(quotation.begin, span.begin);
    }
    return 2 * inside >= span.size() && inside > 0;
  }

  // ---- speakers ----

  bool Speaks(uint32_t token) const {
    if (r_.CanAct(token)) return true;
    // "It said" is somebody; that "it" is not known must not lose the speech.
    const std::string_view lower = a_[token].lower;
    return lower == "it" || lower == "others" || lower == "many" || lower == "some" || lower == "those";
  }

  // Whoever stands behind a document that speaks.
  int32_t BehindDocument(uint32_t speaker) const {
    // "a decree signed by the president", "figures released by the ministry"
    for (const uint32_t child : a_.children(speaker)) {
      if (a_[child].dep != Dep::kAcl || a_[child].tag != "VBN") continue;
      const int32_t by = r_.Child(child, Dep::kAgent);
      const int32_t maker = by < 0 ? -1 : r_.Child(static_cast<uint32_t>(by), Dep::kPobj);
      if (maker >= 0 && r_.CanAct(static_cast<uint32_t>(maker))) return maker;
    }
    const WordCue* word = r_.word[speaker];
    if (word == nullptr || word->speech_noun.empty()) return static_cast<int32_t>(speaker);
    const Proposition* noun = r_.PropositionOf(speaker);
    if (noun != nullptr) {
      for (const uint32_t agent : noun->agents) {
        if (r_.CanAct(agent)) return static_cast<int32_t>(agent);
      }
    }
    for (const uint32_t child : a_.children(speaker)) {
      if (a_[child].dep == Dep::kPoss && r_.CanAct(child)) return static_cast<int32_t>(child);
      if (a_[child].dep != Dep::kPrep || (a_[child].lower != "by" && a_[child].lower != "from")) continue;
      const int32_t maker = r_.Child(child, Dep::kPobj);
      if (maker >= 0) return maker;
    }
    return static_cast<int32_t>(speaker);
  }

  // ---- verbs ----

  static bool Lists(const std::vector<std::string>& list, std::string_view text) {
    return std::find(list.begin(), list.end(), text) != list.end();
  }

  bool Fits(const SpeechCue& cue, const Proposition& p) const {
    if (!cue.with.empty() && std::none_of(p.obliques.begin(), p.obliques.end(),
                                          [&](const Oblique& o) { return Lists(cue.with, o.preposition); })) {
      return false;
    }
    if (!cue.objects.empty() && std::none_of(p.themes.begin(), p.themes.end(),
                                             [&](uint32_t theme) { return cue.objects.contains(r_.lemma[theme]); })) {
      return false;
    }
    return true;
  }

  int32_t AddresseeOf(const SpeechCue& cue, const Proposition& p, bool clause) const {
    if (cue.to_recipient && !p.recipients.empty()) return static_cast<int32_t>(p.recipients.front());
    if (cue.to_theme && !p.themes.empty()) {
      // "told reporters that ...": with a clause beside it the object is the one spoken to.
      const uint32_t theme = p.themes.front();
      const bool spoken_to = cue.need != ContentNeed::kClause || clause;
      // One can praise and condemn things, which are not spoken to.
      const bool things = cue.act == "condemn" || cue.act == "praise" || r_.out.of_token[theme] >= 0;
      if (spoken_to && (r_.CanAct(theme) || !things) && theme != static_cast<uint32_t>(p.content)) {
        return static_cast<int32_t>(theme);
      }
    }
    for (const Oblique& oblique : p.obliques) {
      if (Lists(cue.to_prepositions, oblique.preposition) && r_.CanAct(oblique.token)) {
        return static_cast<int32_t>(oblique.token);
      }
    }
    return -1;
  }

  void SpeechVerb(size_t k) {
    const Proposition& p = r_.out.items[k];
    const WordCue* word = r_.predicate_word[k];
    if (word == nullptr || word->speech.empty()) return;
    const Token& token = a_[p.head];
    if (token.dep == Dep::kAmod || token.dep == Dep::kCompound) return;
    const bool passive = p.form == Form::kPassive;

    Attribution found;
    found.cue = p.head;
    found.proposition = static_cast<int32_t>(k);
    if (!p.agents.empty()) {
      // Of several the nearest that can speak: "..., says canal chief".
      uint32_t speaker = p.agents.front();
      for (const uint32_t agent : p.agents) {
        const auto away = [&](uint32_t t) { return t < p.head ? p.head - t : t - p.head; };
        if (a_[agent].head == p.head && r_.CanAct(agent) && away(agent) < away(speaker)) speaker = agent;
      }
      if (IsClauseVerb(a_[speaker])) return;
      found.speaker = BehindDocument(speaker);
    }
    // Somebody quoted speaks of a third: "I think" inside of a quotation is no new source.
    const int32_t inside = QuotationAt(token.span.begin);
    if (inside >= 0 && r_.out.quotations[static_cast<size_t>(inside)].size() > kMeantAsSpeech &&
        (found.speaker < 0 || (a_[static_cast<uint32_t>(found.speaker)].pos == Pos::kPron &&
                               a_[static_cast<uint32_t>(found.speaker)].lower != "who"))) {
      return;
    }
    ContentOf(p, inside, &found);
    const SpeechCue* cue = nullptr;
    for (const uint16_t index : word->speech) {
      const SpeechCue& candidate = r_.cues.speech()[index];
      if (!Fits(candidate, p) || !Enough(candidate, p, found)) continue;
      // The more is asked of its company, the better the fit.
      const auto asks = [](const SpeechCue& c) { return 2 * !c.objects.empty() + !c.with.empty(); };
      if (cue == nullptr || asks(candidate) > asks(*cue)) cue = &candidate;
    }
    if (cue == nullptr) return;
    if (passive && found.speaker < 0 && (!found.clause || cue->need == ContentNeed::kClause)) return;
    found.act = cue->act;
    // "Blamed the weaker currency": things are not accused.
    if (found.act == "accuse" && !p.themes.empty() &&
        std::none_of(p.themes.begin(), p.themes.end(), [&](uint32_t theme) { return r_.CanAct(theme); })) {
      found.act = "say";
    }
    found.addressee = AddresseeOf(*cue, p, found.clause);
    if (found.addressee == found.speaker) found.addressee = -1;
    WithMarks(&found.content);
    found.quoted = MostlyQuoted(found.content);
    r_.out.attributions.push_back(std::move(found));
  }

  // A quotation that the content holds but for its marks is held with them.
  void WithMarks(Span* content) const {
    constexpr uint32_t kMark = 4;  // bytes of a mark, and a comma or full stop inside of it
    for (size_t q = FirstQuotationIn(*content); q < r_.out.quotations.size(); ++q) {
      const Span quotation = r_.out.quotations[q];
      if (quotation.begin >= content->end) break;
      if (quotation.begin < content->begin && content->begin - quotation.begin <= kMark)
        content->begin = quotation.begin;
      if (quotation.end > content->end && quotation.end - content->end <= kMark) content->end = quotation.end;
    }
  }

  bool Enough(const SpeechCue& cue, const Proposition& p, const Attribution& found) const {
    const bool infinitive = p.content >= 0;
    switch (cue.need) {
      case ContentNeed::kTold:
        return true;
      case ContentNeed::kAny:
        return found.clause || infinitive || !p.themes.empty() || !cue.with.empty();
      case ContentNeed::kNamed:
        return p.form == Form::kActive &&
               (r_.Has(p.head, Dep::kOprd) || r_.Has(p.head, Dep::kXcomp) || r_.Has(p.head, Dep::kCcomp)) &&
               cue.with.empty() && std::none_of(p.obliques.begin(), p.obliques.end(), [](const Oblique& o) {
                 return o.preposition == "for";
               });
      case ContentNeed::kInfinitive:
        return infinitive_only_;
      case ContentNeed::kThing:
        return !(infinitive_only_ && p.themes.empty()) && (found.clause || !p.themes.empty());
      case ContentNeed::kClause:
        return found.clause && !infinitive_only_;  // "hoped to win" says nothing; "claimed that" does
    }
    return false;
  }

  // A quotation next to the cue in its sentence, not around it; -1 where there is none.
  int32_t QuotationBeside(uint32_t cue, Span sentence) const {
    int32_t best = -1;
    uint32_t distance = std::numeric_limits<uint32_t>::max();
    const Span at = a_[cue].span;
    const size_t near = FirstQuotationIn(at);
    for (size_t q = std::max(FirstQuotationIn(sentence), near - std::min<size_t>(near, kNear));
         q < std::min(r_.out.quotations.size(), near + kNear); ++q) {
      const Span quotation = r_.out.quotations[q];
      if (quotation.begin >= sentence.end) break;
      if (quotation.Contains(at)) continue;
      if (quotation.size() < kShortQuotation && !quotation_has_verb_[q]) continue;
      const uint32_t away = quotation.end <= at.begin ? at.begin - quotation.end : quotation.begin - at.end;
      if (away < distance) {
        distance = away;
        best = static_cast<int32_t>(q);
      }
    }
    return best;
  }

  // The clause that the verb says: the nearest one, and no other act of speech where there is a choice.
  int32_t ClauseOf(uint32_t verb) const {
    int32_t best = -1;
    uint32_t cost = std::numeric_limits<uint32_t>::max();
    for (const uint32_t child : a_.children(verb)) {
      if (a_[child].dep != Dep::kCcomp) continue;
      const bool speech = r_.word[child] != nullptr && !r_.word[child]->speech.empty() && child < verb;
      const uint32_t here = (child < verb ? verb - child : child - verb) + (speech ? 1000 : 0);
      if (here < cost) {
        cost = here;
        best = static_cast<int32_t>(child);
      }
    }
    return best;
  }

  // The clause, quotation or phrase that the verb says.
  void ContentOf(const Proposition& p, int32_t inside, Attribution* out) {
    const uint32_t verb = p.head;
    const Span sentence = SentenceSpan(verb);
    infinitive_only_ = false;
    const auto [first_here, last_here] = Segment(verb);
    int32_t clause = ClauseOf(verb);
    // "Three died, services say; the opposition puts it at 30": what is said stands on this side of the semicolon.
    if (clause >= 0 && inside < 0 &&
        (static_cast<uint32_t>(clause) < first_here || static_cast<uint32_t>(clause) > last_here)) {
      clause = -1;
      uint32_t start = verb;
      for (const uint32_t child : a_.children(verb)) {
        if (child < verb && child >= first_here && a_[child].dep == Dep::kNsubj) {
          start = std::max(first_here, a_[child].left_edge);
        }
      }
      if (start > first_here + 2 && a_[start - 1].lower == ",") {
        out->content = Trimmed(first_here, start - 1);
        out->clause = true;
      }
    }
    if (clause >= 0) {
      const Token& head = a_[static_cast<uint32_t>(clause)];
      // The cue is included where it stands in the midst of it.
      const bool all = inside >= 0 || QuotationAt(head.span.begin) >= 0;
      out->content = all ? Trimmed(head.left_edge, head.right_edge)
                         : Trimmed(std::max(head.left_edge, first_here), std::min(head.right_edge, last_here));
      out->clause = true;
    } else if (a_[verb].dep == Dep::kParataxis || (a_[verb].dep == Dep::kCcomp && CommaBefore(verb))) {
      // "Two people died, police said."
      const uint32_t first = a_[a_[verb].head].left_edge;
      const uint32_t cue_first = a_[verb].left_edge;
      const uint32_t last = a_[a_[verb].head].right_edge;
      if (cue_first > first) {
        out->content = Trimmed(first, cue_first - 1);
        out->clause = true;
      } else if (a_[verb].right_edge < last) {
        out->content = Trimmed(a_[verb].right_edge + 1, last);
        out->clause = true;
      }
    }
    if (!out->clause && inside < 0) RunOn(verb, out);
    // A quotation beside it is the content, or makes it longer.
    const int32_t beside = inside >= 0 ? -1 : QuotationBeside(verb, sentence);
    if (beside >= 0) {
      Span quotation = r_.out.quotations[static_cast<size_t>(beside)];
      // Of a long speech the sentence that the cue stands in.
      if (quotation.size() > kLongSpeech) {
        quotation = {std::max(quotation.begin, sentence.begin), std::min(quotation.end, sentence.end)};
      }
      if (!out->clause) {
        const bool speech = quotation_has_verb_[static_cast<size_t>(beside)] || quotation.size() > kMeantAsSpeech;
        if (speech) out->content = quotation;
        out->clause = speech;
      } else if (quotation.Overlaps(out->content)) {
        out->content = {std::min(out->content.begin, quotation.begin), std::max(out->content.end, quotation.end)};
      }
    }
    if (!out->content.empty()) return;
    // Else its objects and phrases: what is promised, demanded, condemned.
    uint32_t first = 0, last = 0;
    bool any = false;
    for (const uint32_t child : a_.children(verb)) {
      if (child < verb) continue;
      switch (a_[child].dep) {
        case Dep::kXcomp:
          // "urged the government to raise wages": what is said is the infinitive.
          infinitive_only_ = !out->clause && IsInfinitive(child);
          out->clause = true;
          if (!r_.Has(child, Dep::kNsubj) && IsInfinitive(child)) first = a_[child].left_edge;
          last = std::max(last, a_[child].right_edge);
          if (!any) first = a_[child].left_edge;
          any = true;
          break;
        case Dep::kDobj:
        case Dep::kPrep:
        case Dep::kOprd:
        case Dep::kAcomp:
        case Dep::kAttr:
          if (!any) first = a_[child].left_edge;
          last = std::max(last, a_[child].right_edge);
          any = true;
          break;
        default:
          break;
      }
    }
    if (any) {
      out->content = Trimmed(first, last);
      // "said several acres of land burned", read as a noun phrase.
      if (!out->clause && !p.themes.empty() && last > first + 2) {
        for (uint32_t i = first + 1; i <= last && !out->clause; ++i) {
          out->clause = a_[i].pos == Pos::kVerb &&
                        (a_[i].tag == "VBD" || a_[i].tag == "VBZ" || a_[i].tag == "VBP" ||
                         (a_[i].tag == "VBN" && a_[i].dep == Dep::kAcl)) &&
                        a_[i].dep != Dep::kRelcl && a_[a_[i].head].dep != Dep::kRelcl;
        }
      }
    }
    if (p.form == Form::kPassive && !p.themes.empty() && out->content.empty()) {
      // "his resignation was announced"
      const Token& theme = a_[p.themes.front()];
      if (!IsClauseVerb(theme)) out->content = Trimmed(theme.left_edge, theme.right_edge);
    }
    if (p.form == Form::kPassive && p.content >= 0) {
      // "was told to leave", "is said to have left"
      const Token& head = a_[static_cast<uint32_t>(p.content)];
      out->content = Trimmed(head.left_edge, head.right_edge);
    }
  }

  bool IsInfinitive(uint32_t verb) const {
    for (const uint32_t child : a_.children(verb)) {
      if (a_[child].dep == Dep::kAux && a_[child].tag == "TO") return true;
    }
    return false;
  }
  bool CommaBefore(uint32_t verb) const {
    const uint32_t first = a_[verb].left_edge;
    return first > 0 && a_[first - 1].lower == ",";
  }

  // Where the parser lost the clause: "said that" or "said" with a clause behind it in the same sentence.
  void RunOn(uint32_t verb, Attribution* out) const {
    const Sentence& sentence = a_.sentences()[a_[verb].sentence];
    bool aside = false;  // between commas: "reported, citing two officials, that ..."
    for (uint32_t i = verb + 1; i + 2 < sentence.end && i <= verb + 14; ++i) {
      if (a_[i].lower == ",") {
        aside = !aside;
      } else if (a_[i].lower == "that" && (a_[i].tag == "IN" || a_[i].dep == Dep::kMark)) {
        bool finite = false;
        for (uint32_t j = i + 1; j < sentence.end; ++j)
          finite = finite || (a_[j].pos == Pos::kVerb || a_[j].pos == Pos::kAux);
        if (!finite) return;
        out->content = Trimmed(i + 1, sentence.end - 1);
        out->clause = true;
        return;
      } else if (!aside && (IsMark(a_[i]) || IsClauseVerb(a_[i]))) {
        return;
      }
    }
  }

  // ---- nouns ----

  void SpeechNoun(size_t k) {
    const Proposition& p = r_.out.items[k];
    const WordCue* word = r_.word[p.head];
    if (word == nullptr || word->speech_noun.empty()) return;
    int32_t speaker = -1;
    for (const uint32_t agent : p.agents) {
      if (speaker < 0 && r_.CanAct(agent)) speaker = static_cast<int32_t>(agent);
    }
    Attribution found;
    found.cue = p.head;
    found.proposition = static_cast<int32_t>(k);
    found.speaker = speaker;
    found.act = word->speech_noun;
    for (const uint32_t child : a_.children(p.head)) {
      if (child < p.head) continue;
      const Token& token = a_[child];
      if (token.dep == Dep::kAcl || token.dep == Dep::kRelcl || token.dep == Dep::kCcomp) {
        const bool that = r_.Has(child, Dep::kMark) || token.dep == Dep::kCcomp;
        if (!that && token.tag != "VB") continue;
        if (r_.word[child] != nullptr && !r_.word[child]->speech.empty() && token.tag == "VBG") continue;
        found.content = Trimmed(token.left_edge, token.right_edge);
        found.clause = true;
        break;
      }
      if (token.dep == Dep::kPrep && found.content.empty() &&
          (token.lower == "for" || token.lower == "of" || token.lower == "about" || token.lower == "against")) {
        found.content = Trimmed(token.left_edge, token.right_edge);
      }
    }
    if (found.content.empty() || (speaker < 0 && !found.clause)) return;
    found.quoted = MostlyQuoted(found.content);
    r_.out.attributions.push_back(std::move(found));
  }

  // ---- phrases ----

  void Phrases() {
    for (uint32_t i = 0; i < a_.size(); ++i) {
      for (const Phrase& phrase : r_.cues.attributions()) {
        if (a_[i].lower != phrase.words.front()) continue;
        const uint32_t end = i + static_cast<uint32_t>(phrase.words.size());
        if (end >= a_.size()) continue;
        bool same = true;
        for (uint32_t w = i; w < end && same; ++w) same = a_[w].lower == phrase.words[w - i];
        if (!same) continue;
        AttributedBy(i, end);
        break;
      }
    }
  }

  // The head of the noun phrase behind a phrase that ends before token `at`; -1 where there is none.
  int32_t SourceBehind(uint32_t first, uint32_t at) const {
    for (uint32_t word = at; word > first;) {
      --word;
      for (const Dep dep : {Dep::kPobj, Dep::kDobj}) {
        const int32_t object = r_.Child(word, dep);
        if (object >= static_cast<int32_t>(at)) return object;
      }
    }
    const Sentence& sentence = a_.sentences()[a_[first].sentence];
    for (uint32_t i = at; i < std::min(sentence.end, at + 8); ++i) {
      if (a_[i].pos == Pos::kPunct && i > at) return -1;
      if (!IsNoun(a_[i]) && a_[i].pos != Pos::kPron) continue;
      uint32_t head = i;
      while (a_[head].dep == Dep::kCompound || a_[head].dep == Dep::kAmod || a_[head].dep == Dep::kPoss)
        head = a_[head].head;
      return static_cast<int32_t>(head);
    }
    return -1;
  }

  void AttributedBy(uint32_t first, uint32_t behind) {
    const int32_t source = SourceBehind(first, behind);
    if (source < 0) return;
    const auto head = static_cast<uint32_t>(source);
    if (!r_.cues.AttributedTo(r_.lemma[head])) return;
    if (behind - first == 1 && a_[first].tag != "VBG" && !r_.CanAct(head)) return;  // "per litre"
    const Sentence& sentence = a_.sentences()[a_[first].sentence];
    // The phrase ends at the first mark behind its noun, or with the noun phrase.
    uint32_t last = head;
    while (last + 1 < sentence.end && last < a_[head].right_edge && a_[last + 1].lower != ",") ++last;

    uint32_t holder = a_[first].head == first ? first : VerbAbove(a_, a_[first].head);
    // "17 died and 35 were rescued, according to officials": they say both.
    for (int steps = 0; a_[holder].dep == Dep::kConj && steps < 10; ++steps) holder = a_[holder].head;
    const auto [first_here, last_here] = Segment(first);
    uint32_t begin = std::max(a_[holder].left_edge, first_here);
    uint32_t end = std::min(a_[holder].right_edge, last_here);
    if (!IsClauseVerb(a_[holder]) || a_[holder].head == holder || first == sentence.begin || holder < first_here ||
        holder > last_here || first < begin || first > end) {
      begin = first_here;
      end = last_here;
    }
    Attribution found;
    found.cue = first;
    found.speaker = BehindDocument(head);
    found.act = "say";
    found.clause = true;
    // "Reuters reported, citing officials": they say what Reuters says, inside of it.
    if (a_[first].tag == "VBG") {
      for (const Attribution& outer : r_.out.attributions) {
        if (outer.proposition < 0 || outer.cue != holder || !outer.clause) continue;
        found.content = outer.content;
        found.quoted = outer.quoted;
        r_.out.attributions.push_back(std::move(found));
        return;
      }
    }
    if (first - begin < end - std::min(end, last)) {
      // In front, or tucked in early: what follows, with what little stands before.
      const bool front = first <= begin + 1;
      found.content = front ? Trimmed(std::min(last + 1, end), end) : Trimmed(begin, end);
    } else {
      found.content = last + 2 >= end ? Trimmed(begin, first == begin ? first : first - 1) : Trimmed(begin, end);
    }
    found.quoted = MostlyQuoted(found.content);
    r_.out.attributions.push_back(std::move(found));
  }

  // ---- quotations without a cue ----

  // A clause or a name in front of a quotation that no cue holds: "Defending his decision, Karimi cited the floods:
  // '...'", "The mayor went on television, '...'", "Karimi: '...'". Whoever is its subject is the speaker.
  void Introductions() {
    for (size_t q = 0; q < r_.out.quotations.size(); ++q) {
      const Span quotation = r_.out.quotations[q];
      if (!quotation_has_verb_[q] && quotation.size() < kMeantAsSpeech) continue;
      const bool held = std::any_of(r_.out.attributions.begin(), r_.out.attributions.end(), [&](const Attribution& x) {
        return x.content.Overlaps(quotation) && x.speaker >= 0;
      });
      if (held) continue;
      uint32_t mark = a_.TokenAt(quotation.begin);
      while (mark > 0 && (a_[mark].pos == Pos::kSpace || a_[mark].span.begin >= quotation.begin)) --mark;
      if (a_[mark].lower != ":" && a_[mark].lower != ",") continue;
      if (ParagraphAt(a_[mark].span.begin).begin != ParagraphAt(quotation.begin).begin) continue;
      Attribution found;
      if (!IntroducedBy(mark, &found)) continue;
      found.act = "say";
      found.content = quotation;
      found.clause = true;
      found.quoted = true;
      r_.out.attributions.push_back(std::move(found));
    }
  }

  // The speaker that the words up to a colon or comma introduce.
  bool IntroducedBy(uint32_t mark, Attribution* found) const {
    const uint32_t first =
        std::max(a_.sentences()[a_[mark].sentence].begin, a_.TokenAt(ParagraphAt(a_[mark].span.begin).begin));
    int32_t verb = -1;
    size_t depth = 0;
    int32_t noun = -1;
    bool other_verb = false;
    for (uint32_t i = first; i < mark; ++i) {
      if (QuotationAt(a_[i].span.begin) >= 0) continue;
      if (IsClauseVerb(a_[i]) || a_[i].pos == Pos::kAux) other_verb = true;
      if (IsNoun(a_[i]) && a_[i].dep != Dep::kCompound && noun < 0) noun = static_cast<int32_t>(i);
      const Proposition* p = r_.PropositionOf(i);
      if (p == nullptr || p->form == Form::kNominal || p->form == Form::kAdjective || p->agents.empty()) continue;
      const uint32_t agent = p->agents.front();
      if (agent >= mark || a_[agent].lower == "who" || !Speaker(agent)) continue;
      // The clause that stands highest is the one that leads to the quotation.
      size_t here = 0;
      for (uint32_t t = i; a_[t].head != t && here < kDeepest; t = a_[t].head) ++here;
      if (verb < 0 || here < depth) {
        verb = static_cast<int32_t>(i);
        depth = here;
      }
    }
    if (verb >= 0) {
      const int32_t proposition = r_.out.of_token[static_cast<size_t>(verb)];
      found->cue = static_cast<uint32_t>(verb);
      found->proposition = proposition;
      found->speaker = static_cast<int32_t>(r_.out.items[static_cast<size_t>(proposition)].agents.front());
      return true;
    }
    constexpr uint32_t kLongestLabel = 8;  // tokens
    if (other_verb || noun < 0 || a_[mark].lower != ":" || mark - first > kLongestLabel) return false;
    if (!Speaker(static_cast<uint32_t>(noun))) return false;
    found->cue = static_cast<uint32_t>(noun);
    found->speaker = noun;
    return true;
  }

  // A person, known or called by a noun, or a body with a voice.
  bool Speaker(uint32_t token) const {
    const uint32_t resolved = Resolve(*r_.mentions, token);
    if (IsPerson(resolved)) return true;
    const Token& t = a_[resolved];
    const WordCue* cue = r_.word[resolved];
    return t.pos == Pos::kNoun && cue != nullptr && cue->speaker && !cue->never_speaker;
  }

  // ---- over the whole report ----

  bool IsPerson(uint32_t token) const {
    const Mentions& m = *r_.mentions;
    if (token < m.actor_of.size() && m.actor_of[token] >= 0)
      return m.actors[static_cast<size_t>(m.actor_of[token])].person;
    const int32_t entity = a_[token].entity;
    return entity >= 0 && a_.entities()[static_cast<size_t>(entity)].type == EntityType::kPerson;
  }

  void SharpenPronouns() {
    std::vector<int32_t>& antecedent = r_.mentions->antecedent;
    int32_t last = -1;  // token of the last speaker that is no pronoun
    uint32_t last_sentence = 0;
    for (const Attribution& x : r_.out.attributions) {
      if (x.speaker < 0) continue;
      const auto speaker = static_cast<uint32_t>(x.speaker);
      const Token& token = a_[speaker];
      const bool person = token.lower == "he" || token.lower == "she";
      const bool thing = token.lower == "it" || token.lower == "they";
      if (last >= 0 && (person || thing) && QuotationAt(token.span.begin) < 0 && token.sentence >= last_sentence &&
          token.sentence - last_sentence <= 3) {
        const auto before = static_cast<uint32_t>(last);
        const uint32_t now = Resolve(*r_.mentions, speaker);
        // Nobody is "he" of the clause that says what he says.
        const bool of_content = x.content.Contains(a_[now].span);
        const bool unknown = now == speaker || !r_.CanAct(now) || of_content;
        if (person) {
          const bool fits = Gender(before) == 0 || Gender(before) == (token.lower == "he" ? 'm' : 'f');
          if (Speaker(before) && fits && token.sentence != last_sentence && !NamedBetween(before, speaker)) {
            antecedent[speaker] = last;
          } else if (unknown && fits) {
            const int32_t subject = of_content ? PersonBefore(std::min(x.content.begin, token.span.begin)) : -1;
            antecedent[speaker] = subject >= 0 ? subject : last;
          }
        } else if (unknown && !(token.lower == "it" && IsPerson(before))) {
          antecedent[speaker] = last;
        }
      }
      if (person && x.content.Contains(a_[Resolve(*r_.mentions, speaker)].span)) {
        antecedent[speaker] = PersonBefore(std::min(x.content.begin, token.span.begin));
      }
      const uint32_t resolved = Resolve(*r_.mentions, speaker);
      if (a_[resolved].pos != Pos::kPron) {
        last = static_cast<int32_t>(resolved);
        last_sentence = token.sentence;
      }
    }
  }
  char Gender(uint32_t token) const {
    const Mentions& m = *r_.mentions;
    if (token >= m.actor_of.size() || m.actor_of[token] < 0) return 0;
    return m.actors[static_cast<size_t>(m.actor_of[token])].gender;
  }
  // The last person who was a subject before byte `at`, in the paragraph, outside of quotations; -1 where there is
  // none.
  int32_t PersonBefore(uint32_t at) const {
    uint32_t i = std::min(a_.TokenAt(at), a_.size());
    const uint32_t first = std::max(a_.TokenAt(ParagraphAt(at).begin), i - std::min(i, kMostTokens));
    while (i > first) {
      --i;
      const bool subject = a_[i].dep == Dep::kNsubj || a_[i].dep == Dep::kNsubjpass;
      if (subject && a_[i].pos == Pos::kPropn && IsPerson(i) && QuotationAt(a_[i].span.begin) < 0) {
        return static_cast<int32_t>(i);
      }
    }
    return -1;
  }
  // Another person as a subject between two tokens.
  bool NamedBetween(uint32_t before, uint32_t after) const {
    for (uint32_t i = before + 1; i < after; ++i) {
      if (a_[i].dep == Dep::kNsubj && a_[i].pos == Pos::kPropn && IsPerson(i) && a_[i].lower != a_[before].lower)
        return true;
    }
    return false;
  }

  // Each attribution's parent: the smallest content that its cue stands in.
  void Nest() {
    std::vector<Attribution>& all = r_.out.attributions;
    for (Attribution& x : all) {
      const Span cue = a_[x.cue].span;
      uint32_t smallest = std::numeric_limits<uint32_t>::max();
      const auto at = static_cast<size_t>(&x - all.data());
      for (size_t y = at > kNear ? at - kNear : 0; y < std::min(all.size(), at + kNear); ++y) {
        const bool same = all[y].content == x.content && x.proposition < 0 && all[y].proposition >= 0;
        if (&all[y] == &x || !(same || all[y].content.Contains(cue)) || all[y].content.size() >= smallest) continue;
        // Of two with the same content the phrase ("citing officials") is the inner one.
        if (all[y].content == x.content && !same) continue;
        smallest = all[y].content.size();
        x.parent = static_cast<int32_t>(y);
      }
    }
  }

  Span ParagraphAt(uint32_t at) const {
    const std::vector<Span>& paragraphs = r_.document.paragraphs;
    const auto found = std::partition_point(paragraphs.begin(), paragraphs.end(), [at](Span p) { return p.end <= at; });
    if (found == paragraphs.end() || at < found->begin) return {0, static_cast<uint32_t>(r_.document.text.size())};
    return *found;
  }

  // Quotations that no content covers: whose are they?
  void ReachQuotations() {
    const std::vector<Attribution>& all = r_.out.attributions;
    int32_t last = -1;
    for (size_t q = 0; q < r_.out.quotations.size(); ++q) {
      const Span quotation = r_.out.quotations[q];
      if (!quotation_has_verb_[q]) continue;  // names, single words
      const Span paragraph = ParagraphAt(quotation.begin);
      const uint32_t first_token = a_.TokenAt(quotation.begin);
      if (first_token >= a_.size()) break;
      const auto first = static_cast<int32_t>(a_[first_token].sentence);
      const uint32_t last_token = std::min(a_.TokenAt(quotation.end - 1), a_.size() - 1);
      const auto end = static_cast<int32_t>(a_[last_token].sentence);
      int32_t best = -1;
      int32_t cost = 90;
      const size_t near = FirstAttributionAt(quotation.begin);
      for (size_t k = std::max(FirstAttributionAt(paragraph.begin), near - std::min<size_t>(near, kNear));
           k < std::min(all.size(), near + kNear); ++k) {
        if (a_[all[k].cue].span.begin >= paragraph.end) break;
        const Attribution& x = all[k];
        if (x.speaker < 0 || x.proposition < 0 || quotation.Contains(a_[x.cue].span)) continue;
        if (r_.out.items[static_cast<size_t>(x.proposition)].form == Form::kNominal) continue;
        const auto sentence = static_cast<int32_t>(a_[x.cue].sentence);
        int32_t here = 0;
        if (x.content.Overlaps(quotation)) {
          here = -10;
        } else if (sentence < first) {
          here = 20 * (first - sentence) + (x.quoted ? 0 : 3);
        } else if (sentence > end) {
          here = 30 * (sentence - end) + 5;
        } else {
          here = x.clause ? 4 : 2;
        }
        if (here < cost) {
          cost = here;
          best = static_cast<int32_t>(k);
        }
      }
      if (best < 0) best = last;
      if (best < 0) continue;
      last = best;
      if (!all[static_cast<size_t>(best)].content.Contains(quotation)) {
        r_.out.reaches.push_back({quotation, static_cast<uint32_t>(best)});
      }
    }
  }

  void CarryOn() {
    const std::vector<Attribution>& all = r_.out.attributions;
    size_t k = 0;
    int32_t carried = -1;  // attribution of the sentence before
    for (uint32_t s = 0; s < a_.sentences().size(); ++s) {
      const Sentence& sentence = a_.sentences()[s];
      int32_t here = -1;
      bool own = false;
      for (; k < all.size() && all[k].cue < sentence.end; ++k) {
        if (all[k].speaker < 0 || !all[k].clause) continue;
        own = true;
        if (here < 0) here = static_cast<int32_t>(k);
      }
      uint32_t first = sentence.begin;
      while (first < sentence.end && IsMark(a_[first])) ++first;
      if (first == sentence.end) continue;  // white space between
      if (!own && carried >= 0 && StartsLikeCarryOn(first, sentence.end)) {
        const Span span = Trimmed(first, sentence.end - 1);
        const bool quoted = QuotationAt(span.begin) >= 0;
        if (!quoted) r_.out.reaches.push_back({span, static_cast<uint32_t>(carried)});
        here = carried;
      }
      carried = here;
    }
  }
  bool StartsLikeCarryOn(uint32_t first, uint32_t end) const {
    for (const Phrase& phrase : r_.cues.carry_on()) {
      if (first + phrase.words.size() > end) continue;
      bool same = true;
      for (uint32_t w = 0; w < phrase.words.size() && same; ++w) same = a_[first + w].lower == phrase.words[w];
      if (same) return true;
    }
    return false;
  }

  // "I" and "we" in a quotation are its speaker.
  void FirstPersons() {
    size_t reach = 0;
    for (size_t q = 0; q < r_.out.quotations.size(); ++q) {
      const Span quotation = r_.out.quotations[q];
      int32_t speaker = -1;
      const size_t near = FirstAttributionAt(quotation.begin);
      for (size_t k = near > kNear ? near - kNear : 0; k < std::min(r_.out.attributions.size(), near + kNear); ++k) {
        const Attribution& x = r_.out.attributions[k];
        if (x.speaker >= 0 && x.content.Overlaps(quotation) && !quotation.Contains(a_[x.cue].span)) {
          speaker = x.speaker;
          break;
        }
      }
      // Reaches of quotations come in the order of the quotations.
      while (reach < r_.out.reaches.size() && r_.out.reaches[reach].span.begin < quotation.begin) ++reach;
      if (speaker < 0 && reach < r_.out.reaches.size() && r_.out.reaches[reach].span == quotation) {
        speaker = r_.out.attributions[r_.out.reaches[reach].attribution].speaker;
      }
      if (speaker < 0) continue;
      const auto [begin, end] = a_.TokensIn(quotation);
      for (uint32_t i = begin; i < end; ++i) {
        if (a_[i].pos != Pos::kPron) continue;
        const std::string_view w = a_[i].lower;
        if (w == "i" || w == "we" || w == "me" || w == "us" || w == "my" || w == "our") {
          r_.mentions->antecedent[i] = speaker;
        }
      }
    }
  }

  Reading& r_;
  const Analysis& a_;
  std::vector<bool> quotation_has_verb_;
  bool infinitive_only_ = false;  // of the content last looked for
};

}  // namespace

void Attribute(Reading* reading) { AttributionReader(reading).Read(); }

std::vector<uint32_t> SourcesOf(const Propositions& propositions, const Document& document, const Analysis& analysis,
                                Span span) {
  (void)document;
  struct Hit {
    uint32_t size;
    uint32_t attribution;
  };
  constexpr uint32_t kSlack = 2;  // a comma or quotation mark more or less
  std::vector<Hit> hits;
  const auto holds = [&](Span content) {
    return content.begin <= span.begin + kSlack && span.end <= content.end + kSlack && !content.empty();
  };
  const auto add = [&](Span content, uint32_t k) {
    if (std::none_of(hits.begin(), hits.end(), [&](const Hit& hit) { return hit.attribution == k; })) {
      hits.push_back({content.size(), k});
    }
  };
  // Cue and content stand near each other, so only the attributions around the span are asked.
  const std::vector<Attribution>& all = propositions.attributions;
  const auto near = static_cast<size_t>(
      std::partition_point(all.begin(), all.end(),
                           [&](const Attribution& x) { return analysis[x.cue].span.begin < span.begin; }) -
      all.begin());
  const auto last = static_cast<uint32_t>(std::min(all.size(), near + kNear));
  for (uint32_t k = near > kNear ? static_cast<uint32_t>(near - kNear) : 0; k < last; ++k) {
    const Attribution& x = all[k];
    if (x.speaker < 0 || !holds(x.content) || !(x.clause || TellsFacts(x.act))) continue;
    if (span.Contains(analysis[x.cue].span)) continue;
    add(x.content, k);
  }
  const std::vector<Reach>& reaches = propositions.reaches;
  const auto end = std::partition_point(reaches.begin(), reaches.end(),
                                        [&](const Reach& reach) { return reach.span.begin <= span.begin + kSlack; });
  for (auto reach = end - std::min<std::ptrdiff_t>(end - reaches.begin(), kNear); reach != end; ++reach) {
    if (holds(reach->span)) add(reach->span, reach->attribution);
  }
  std::stable_sort(hits.begin(), hits.end(), [&](const Hit& a, const Hit& b) {
    if (a.size != b.size) return a.size > b.size;
    return propositions.attributions[a.attribution].proposition >= 0 &&
           propositions.attributions[b.attribution].proposition < 0;
  });
  std::vector<uint32_t> out;
  out.reserve(hits.size());
  for (const Hit& hit : hits) out.push_back(hit.attribution);
  return out;
}

}  // namespace diurna
