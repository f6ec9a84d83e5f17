#include "proposition/reading.h"

#include <algorithm>

namespace diurna {

namespace {

bool HasUpper(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

Reading::Reading(const Cues& all_cues, const Document& a_document, const Analysis& an_analysis, Mentions* all_mentions)
    : cues(all_cues), document(a_document), analysis(an_analysis), mentions(all_mentions) {
  const uint32_t n = analysis.size();
  lemma.resize(n);
  word.resize(n);
  out.of_token.assign(n, -1);
  out.counts.assign(n, -1);
  for (uint32_t i = 0; i < n; ++i) {
    const Token& token = analysis[i];
    // A name's lemma keeps its capitals; in headlines many a common word is taken for a name.
    lemma[i] = HasUpper(token.lemma) || token.lemma.empty() ? token.lower : token.lemma;
    if (token.pos == Pos::kVerb) {
      const FormCue* form = cues.Form(token.lower);
      if (form != nullptr && !form->lemma.empty()) lemma[i] = form->lemma;
    }
    word[i] = cues.Word(lemma[i]);
    if (word[i] == nullptr && token.pos == Pos::kPropn && lemma[i].size() > 3 && lemma[i].back() == 's') {
      const std::string_view singular = lemma[i].substr(0, lemma[i].size() - 1);
      word[i] = cues.Word(singular);
      if (word[i] != nullptr) lemma[i] = singular;
    }
    // "the cut-off" comes as three tokens.
    if (i >= 2 && IsNoun(token) && analysis[i - 1].text == "-" && (word[i] == nullptr || word[i]->nominal < 0) &&
        analysis[i - 2].span.end == analysis[i - 1].span.begin && analysis[i - 1].span.end == token.span.begin) {
      const std::string_view joined = analysis.SpanOf(i - 2, i).In(analysis.text());
      const WordCue* cue = cues.Word(joined);
      if (cue != nullptr && cue->nominal >= 0) {
        word[i] = cue;
        lemma[i] = joined;
      }
    }
  }
  // "hundreds of homes": what is counted is the object of "of".
  for (uint32_t i = 0; i < n; ++i) {
    const Token& token = analysis[i];
    const bool quantity = token.pos == Pos::kNum || (word[i] != nullptr && word[i]->quantity);
    if (!quantity || token.right_edge == i) continue;
    for (const uint32_t child : analysis.children(i)) {
      if (child < i || analysis[child].dep != Dep::kPrep || analysis[child].lower != "of") continue;
      const int32_t object = Child(child, Dep::kPobj);
      if (object > static_cast<int32_t>(i)) out.counts[i] = object;
      break;
    }
  }
}

int32_t Reading::Child(uint32_t i, Dep dep) const {
  for (const uint32_t child : analysis.children(i)) {
    if (analysis[child].dep == dep) return static_cast<int32_t>(child);
  }
  return -1;
}

bool Reading::CanAct(uint32_t i) const {
  const uint32_t at = Resolve(*mentions, i);
  const WordCue* cue = word[at];
  if (cue != nullptr && cue->never_speaker) return false;
  if (at < mentions->actor_of.size() && mentions->actor_of[at] >= 0) return true;
  if (cue != nullptr && cue->speaker) return true;
  const Token& token = analysis[at];
  static constexpr std::string_view kPersons[] = {"he",  "she", "they", "we",   "i", "you",
                                                  "who", "him", "her",  "them", "us"};
  if (token.pos == Pos::kPron)
    return std::find(std::begin(kPersons), std::end(kPersons), token.lower) != std::end(kPersons);
  if (token.entity >= 0) {
    switch (analysis.entities()[static_cast<size_t>(token.entity)].type) {
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
  }
  if (token.pos == Pos::kNum) return true;  // "two said"
  if (token.pos == Pos::kPropn) return true;
  // Nouns of doers: miner, donor, unionist, guardian.
  if (token.pos == Pos::kNoun && lemma[at].size() > 4) {
    for (const std::string_view ending : {"er", "or", "ist", "ian", "ee"}) {
      if (lemma[at].ends_with(ending)) return true;
    }
  }
  return false;
}

uint32_t Resolve(const Mentions& mentions, uint32_t token) {
  uint32_t at = token;
  for (int steps = 0; steps < 8; ++steps) {
    if (at >= mentions.antecedent.size() || mentions.antecedent[at] < 0) return at;
    const auto next = static_cast<uint32_t>(mentions.antecedent[at]);
    if (next == at) return at;
    at = next;
  }
  return at;
}

}  // namespace diurna
