// Verbs and nouns of speech as cues: who speaks, to whom, which act it is.

#include <algorithm>

#include "proposition/attribution.h"
#include "syntax/closed_class.h"

namespace diurna {

namespace {

constexpr uint32_t kMeantAsSpeech = 25;  // bytes; a quotation of that length holds a sentence

bool Lists(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// Whether a verb's phrases and object are those that a cue asks for.
bool Fits(const Extraction& x, const SpeechCue& cue, const Proposition& p) {
  if (!cue.with.empty() && std::none_of(p.obliques.begin(), p.obliques.end(),
                                        [&](const Oblique& o) { return Lists(cue.with, o.preposition); })) {
    return false;
  }
  return cue.objects.empty() || std::any_of(p.themes.begin(), p.themes.end(),
                                            [&](uint32_t theme) { return cue.objects.contains(x.lemma[theme]); });
}

// Whether a verb says what a cue wants said.
bool SaysEnough(const Extraction& x, const SpeechCue& cue, const Proposition& p, const SpeechContent& content) {
  switch (cue.need) {
    case ContentNeed::kTold:
      return true;
    case ContentNeed::kAny:
      return content.clause || p.content || !p.themes.empty() || !cue.with.empty();
    case ContentNeed::kNamed: {
      const bool named = x.Has(p.head, Dep::kOprd) || x.Has(p.head, Dep::kXcomp) || x.Has(p.head, Dep::kCcomp);
      return p.form == Form::kActive && named && cue.with.empty() &&
             std::none_of(p.obliques.begin(), p.obliques.end(),
                          [](const Oblique& o) { return closed_class::kFor.Has(o.preposition); });
    }
    case ContentNeed::kInfinitive:
      return content.infinitive_only;
    case ContentNeed::kThing:
      return !(content.infinitive_only && p.themes.empty()) && (content.clause || !p.themes.empty());
    case ContentNeed::kClause:
      return content.clause && !content.infinitive_only;  // "hoped to win" says nothing; "claimed that" does
  }
  return false;
}

// The cue that fits best, or null.
const SpeechCue* CueOf(const Extraction& x, const WordCue& word, const Proposition& p, const SpeechContent& content) {
  // The more is asked of its company, the better the fit.
  const auto asks = [](const SpeechCue& c) { return 2 * !c.objects.empty() + !c.with.empty(); };
  const SpeechCue* best = nullptr;
  for (const uint16_t index : word.speech) {
    const SpeechCue& cue = x.cues.speech()[index];
    if (!Fits(x, cue, p) || !SaysEnough(x, cue, p, content)) continue;
    if (best == nullptr || asks(cue) > asks(*best)) best = &cue;
  }
  return best;
}

OptionalIndex AddresseeOf(const Extraction& x, const SpeechCue& cue, const Proposition& p, bool clause) {
  if (cue.to_recipient && !p.recipients.empty()) return p.recipients.front();
  if (cue.to_theme && !p.themes.empty()) {
    // "told reporters that ...": with a clause beside it the object is the one spoken to.
    const uint32_t theme = p.themes.front();
    const bool spoken_to = cue.need != ContentNeed::kClause || clause;
    const bool things = x.cues.TraitsOf(cue.act).of_things || x.out.of_token[theme];
    if (spoken_to && (x.CanAct(theme) || !things) && theme != p.content) {
      return theme;
    }
  }
  for (const Oblique& oblique : p.obliques) {
    if (Lists(cue.to_prepositions, oblique.preposition) && x.CanAct(oblique.token)) {
      return oblique.token;
    }
  }
  return std::nullopt;
}

// Of several agents the nearest that can speak: "..., says canal chief".
uint32_t NearestSpeaker(const Extraction& x, const Proposition& p) {
  const auto away = [&](uint32_t t) { return t < p.head ? p.head - t : t - p.head; };
  uint32_t speaker = p.agents.front();
  for (const uint32_t agent : p.agents) {
    if (x.analysis[agent].head == p.head && x.CanAct(agent) && away(agent) < away(speaker)) speaker = agent;
  }
  return speaker;
}

// Somebody quoted speaks of a third: "I think" inside of a quotation is no new source.
bool IsInsideSpeech(const Extraction& x, const SpeechText& text, OptionalIndex quotation, OptionalIndex speaker) {
  if (!quotation || text.quotations()[*quotation].size() <= kMeantAsSpeech) return false;
  if (!speaker) return true;
  const Token& token = x.analysis[*speaker];
  return IsPronoun(token) && !closed_class::kWho.Has(token.lower);
}

// "Blamed the weaker currency": things are not accused.
bool IsOfThings(const Extraction& x, SpeechAct act, const Proposition& p) {
  return x.cues.TraitsOf(act).of_persons && !p.themes.empty() &&
         std::none_of(p.themes.begin(), p.themes.end(), [&](uint32_t theme) { return x.CanAct(theme); });
}

void SetAct(const Extraction& x, SpeechAct act, Attribution* attribution) {
  attribution->act = act;
  attribution->tells_facts = x.cues.TraitsOf(act).tells_facts;
}

void AddVerb(Extraction* extraction, const SpeechText& text, size_t k) {
  const Extraction& x = *extraction;
  const Proposition& p = x.out.items[k];
  const WordCue* word = x.predicate_word[k];
  const Token& token = x.analysis[p.head];
  if (word == nullptr || word->speech.empty() || IsAdjectivalModifier(token) || IsCompoundPart(token)) return;

  Attribution found;
  found.cue = p.head;
  found.proposition = static_cast<uint32_t>(k);
  if (!p.agents.empty()) {
    const uint32_t speaker = NearestSpeaker(x, p);
    if (IsClauseVerb(x.analysis[speaker])) return;
    found.speaker = BehindDocument(x, speaker);
  }
  const OptionalIndex inside = text.QuotationAt(token.span.begin);
  if (IsInsideSpeech(x, text, inside, found.speaker)) return;
  const SpeechContent content = ContentOfSpeech(x, text, p, inside);
  const SpeechCue* cue = CueOf(x, *word, p, content);
  if (cue == nullptr) return;
  const bool passive = p.form == Form::kPassive;
  if (passive && !found.speaker && (!content.clause || cue->need == ContentNeed::kClause)) return;
  SetAct(x, IsOfThings(x, cue->act, p) ? x.cues.saying() : cue->act, &found);
  found.addressee = AddresseeOf(x, *cue, p, content.clause);
  if (found.addressee == found.speaker) found.addressee = std::nullopt;
  found.content = text.WithMarks(content.span);
  found.clause = content.clause;
  if (!content.deed.empty() && x.cues.TraitsOf(cue->act).of_persons) {
    // What somebody is accused of is the accuser's word.
    if (!content.span.Contains(content.deed)) found.content = text.WithMarks(content.deed);
    found.tells_facts = true;
  }
  found.quoted = text.MostlyQuoted(found.content);
  extraction->out.attributions.push_back(found);
}

// The clause or phrase behind a noun of speech: "a warning that ...", "calls for calm".
SpeechContent ContentOfNoun(const Extraction& x, const SpeechText& text, uint32_t noun) {
  SpeechContent content;
  for (const uint32_t child : x.Children(noun)) {
    if (child < noun) continue;
    const Token& token = x.analysis[child];
    if (IsAdnominalClause(token) || token.dep == Dep::kCcomp) {
      const bool that = x.Has(child, Dep::kMark) || token.dep == Dep::kCcomp;
      if (!that && !IsBaseForm(token)) continue;
      if (x.IsOfSpeech(child) && IsPresentParticiple(token)) continue;
      content.span = text.Trimmed(token.left_edge, token.right_edge);
      content.clause = true;
      return content;
    }
    if (IsPrepositional(token) && content.span.empty() && closed_class::kContentOfNoun.Has(token.lower)) {
      content.span = text.Trimmed(token.left_edge, token.right_edge);
    }
  }
  return content;
}

void AddNoun(Extraction* extraction, const SpeechText& text, size_t k) {
  const Extraction& x = *extraction;
  const Proposition& p = x.out.items[k];
  const WordCue* word = x.word[p.head];
  if (word == nullptr || !word->speech_noun) return;
  Attribution found;
  found.cue = p.head;
  found.proposition = static_cast<uint32_t>(k);
  const auto speaker = std::find_if(p.agents.begin(), p.agents.end(), [&](uint32_t agent) { return x.CanAct(agent); });
  if (speaker != p.agents.end()) found.speaker = *speaker;
  SetAct(x, *word->speech_noun, &found);
  const SpeechContent content = ContentOfNoun(x, text, p.head);
  found.content = content.span;
  found.clause = content.clause;
  if (found.content.empty() || (!found.speaker && !found.clause)) return;
  found.quoted = text.MostlyQuoted(found.content);
  extraction->out.attributions.push_back(found);
}

}  // namespace

void AddSpeech(Extraction* extraction, const SpeechText& text) {
  for (size_t k = 0; k < extraction->out.items.size(); ++k) {
    switch (extraction->out.items[k].form) {
      case Form::kNominal:
        AddNoun(extraction, text, k);
        break;
      case Form::kActive:
      case Form::kPassive:
        AddVerb(extraction, text, k);
        break;
      case Form::kAdjective:
        break;
    }
  }
}

}  // namespace diurna
