#include "proposition/extraction.h"

#include <algorithm>

#include "syntax/closed_class.h"
#include "syntax/morphology.h"
#include "syntax/name.h"

namespace diurna {

namespace {

bool HasUpper(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// A name's lemma keeps its capitals; in headlines many a common word is taken for a name.
void FindWord(const Cues& cues, const Token& token, std::string_view* lemma, const WordCue** word) {
  *lemma = HasUpper(token.lemma) || token.lemma.empty() ? token.lower : token.lemma;
  if (IsFullVerb(token)) {
    const FormCue* form = cues.Form(token.lower);
    if (form != nullptr && !form->lemma.empty()) *lemma = form->lemma;
  }
  *word = cues.Word(*lemma);
  if (*word != nullptr || !IsProperNoun(token)) return;
  const std::string_view singular = WithoutFinalS(*lemma);
  *word = cues.Word(singular);
  if (*word != nullptr) *lemma = singular;
}

// "The cut-off" comes as three tokens: the whole, where `last` ends such a word, else empty.
std::string_view Hyphenated(const Analysis& analysis, uint32_t last) {
  if (last < 2 || !IsNoun(analysis[last]) || analysis[last - 1].text != "-") return {};
  const bool joined = analysis[last - 2].span.end == analysis[last - 1].span.begin &&
                      analysis[last - 1].span.end == analysis[last].span.begin;
  return joined ? analysis.SpanOf(last - 2, last).In(analysis.text()) : std::string_view();
}

// "Hundreds of homes": what is counted is the object of "of".
void FindCounts(Extraction* x) {
  const Analysis& analysis = x->analysis;
  for (uint32_t i = 0; i < analysis.size(); ++i) {
    const bool quantity = IsNumeral(analysis[i]) || (x->word[i] != nullptr && x->word[i]->quantity);
    if (!quantity || analysis[i].right_edge == i) continue;
    for (const uint32_t preposition : PrepositionsOf(analysis, i)) {
      if (preposition < i || !closed_class::kOf.Has(analysis[preposition].lower)) continue;
      const OptionalIndex object = x->Child(preposition, Dep::kPobj);
      if (object && *object > i) x->out.counts[i] = object;
      break;
    }
  }
}

}  // namespace

Extraction::Extraction(const Cues& all_cues, const Document& a_document, const Analysis& an_analysis,
                       Mentions* all_mentions)
    : cues(all_cues), document(a_document), analysis(an_analysis), mentions(all_mentions) {
  const uint32_t n = analysis.size();
  lemma.resize(n);
  word.resize(n);
  out.ancestry = Ancestry(analysis);
  out.of_token.assign(n, std::nullopt);
  out.counts.assign(n, std::nullopt);
  for (uint32_t i = 0; i < n; ++i) {
    FindWord(cues, analysis[i], &lemma[i], &word[i]);
    if (IsEventNoun(i)) continue;
    const std::string_view joined = Hyphenated(analysis, i);
    const WordCue* cue = joined.empty() ? nullptr : cues.Word(joined);
    if (cue != nullptr && cue->nominal) {
      word[i] = cue;
      lemma[i] = joined;
    }
  }
  FindCounts(this);
}

OptionalIndex Extraction::Child(uint32_t i, Dep dep) const {
  for (const uint32_t child : Children(i)) {
    if (analysis[child].dep == dep) return child;
  }
  return std::nullopt;
}

bool Extraction::IsDateName(uint32_t i) const {
  const EntityType type = EntityTypeAt(analysis, i);
  return type == EntityType::kDate || type == EntityType::kTime;
}

bool Extraction::IsTime(uint32_t i) const {
  return (i < mentions->time_of.size() && mentions->time_of[i]) || IsDateName(i);
}

const WordCue* Extraction::VerbCue(uint32_t verb) const {
  const OptionalIndex particle = Child(verb, Dep::kPrt);
  if (!particle) return word[verb];
  std::string key(lemma[verb]);
  key.append("_").append(analysis[*particle].lower);
  const WordCue* cue = cues.Word(key);
  return cue != nullptr ? cue : word[verb];
}

bool Extraction::CanAct(uint32_t i) const {
  const uint32_t at = Resolve(*mentions, i);
  const WordCue* cue = word[at];
  if (cue != nullptr && cue->never_speaker) return false;
  if (at < mentions->actor_of.size() && mentions->actor_of[at]) return true;
  if (cue != nullptr && cue->speaker) return true;
  const Token& token = analysis[at];
  if (IsPronoun(token)) return closed_class::kPersonPronoun.Has(token.lower);
  switch (EntityTypeAt(analysis, at)) {
    case EntityType::kPerson:
    case EntityType::kOrg:
    case EntityType::kGpe:
    case EntityType::kNorp:
      return true;
    case EntityType::kDate:
    case EntityType::kTime:
    case EntityType::kEvent:
    case EntityType::kLaw:
    case EntityType::kMoney:
    case EntityType::kPercent:
    case EntityType::kQuantity:
      return false;
    default:
      break;  // a name of the wrong kind is a name
  }
  // "Two said"; and nouns of doers: miner, donor, unionist, guardian.
  return IsNumeral(token) || IsProperNoun(token) || (IsCommonNoun(token) && EndsLikeADoer(lemma[at]));
}

Proposition& Extraction::Add(uint32_t head, std::string_view predicate, Form form) {
  out.of_token[head] = static_cast<uint32_t>(out.items.size());
  Proposition& proposition = out.items.emplace_back();
  proposition.head = head;
  proposition.predicate = predicate;
  proposition.form = form;
  proposition.title = IsInTitle(head);
  predicate_word.push_back(word[head]);
  return proposition;
}

}  // namespace diurna
