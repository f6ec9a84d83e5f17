// A shared noun or sign is that of the report's country, else the default of the lexicon, else of no currency that can
// be told. An adjective before the noun settles it ("50 Hong Kong dollars"). Weights in pounds are told from money by
// what they weigh.

#include "numbers/money.h"

#include <algorithm>
#include <string>
#include <vector>

#include "syntax/word.h"

namespace diurna {

namespace {

constexpr uint32_t kNoCurrency = ~0u;
// Money whose currency several countries have, and none of them is the report's.
constexpr CurrencySense kAnyCurrency{kNoCurrency, false, false, false};

bool IsOneOf(const std::vector<std::string>& countries, std::string_view country) {
  return std::find(countries.begin(), countries.end(), country) != countries.end();
}

struct Choice {
  const CurrencySense* sense = nullptr;
  bool by_country = false;
};

Choice Choose(const NumberText& text, const std::vector<CurrencySense>& senses) {
  const CurrencySense* fallback = nullptr;
  for (const CurrencySense& sense : senses) {
    if (IsOneOf(text.words().currencies.currency(sense.currency).countries, text.country())) return {&sense, true};
    if (sense.is_default || sense.own) fallback = &sense;
  }
  return {fallback, false};
}

// "pounds" are a weight where something is weighed ("30 pounds of explosives") and nothing says money.
bool IsWeight(const NumberText& text, const NumberText::Phrase& noun) {
  const std::optional<NumberText::Phrase> found = text.PhraseAt(text.words().units.behind(), noun.begin);
  if (!found) return false;
  const SuffixPhrase& phrase = text.words().units.phrase(found->payload);
  if (phrase.kind != SuffixKind::kUnit) return false;
  if (text.Follows(noun.end) && text.Is(noun.end, NumeralCue::kOf)) return true;
  if (IsOneOf(text.words().units.unit(phrase.unit).countries, text.country())) return true;
  return noun.begin > 0 && text.IsSign(noun.begin - 1, U'-') && !text.has_pound_sign();
}

// "Hong Kong" before "dollars": the sense whose adjective the words [at, noun.begin) are.
const CurrencySense* SenseByAdjective(const NumberText& text, uint32_t at, const NumberText::Phrase& noun) {
  std::vector<uint32_t> words;
  for (uint32_t i = at; i < noun.begin; ++i) words.push_back(text.WordId(i));
  for (const CurrencySense& sense : text.words().currencies.SensesOfNoun(noun.payload)) {
    const auto& adjectives = text.words().currencies.currency(sense.currency).adjectives;
    if (std::find(adjectives.begin(), adjectives.end(), words) != adjectives.end()) return &sense;
  }
  return nullptr;
}

// "5 euros": what a noun alone stands for; nothing where it is a weight. `again`: it is no noun here, and one behind it
// may yet be.
Suffix BareNoun(const NumberText& text, const NumberText::Phrase& noun, bool* again) {
  const Choice choice = Choose(text, text.words().currencies.SensesOfNoun(noun.payload));
  const Token& token = text.TokenOf(noun.begin);
  *again = !choice.by_country && !IsNoun(token) && token.pos != Pos::kSym;
  if (*again || (!choice.by_country && IsWeight(text, noun))) return {};
  const CurrencySense* sense = choice.sense == nullptr ? &kAnyCurrency : choice.sense;
  return {.kind = SuffixKind::kCurrency, .begin = noun.begin, .end = noun.end, .sense = sense};
}

// A currency's noun with up to three words of an adjective before it. `settled`: no sign is to be looked for.
Suffix CurrencyNoun(const NumberText& text, uint32_t at, bool* settled) {
  constexpr uint32_t kLongestAdjective = 3;
  *settled = true;
  for (uint32_t i = at; i <= at + kLongestAdjective; ++i) {
    if (!text.Follows(i) || (i > at && !text.IsWord(i - 1))) break;
    const std::optional<NumberText::Phrase> noun = text.PhraseAt(text.words().currencies.nouns(), i);
    if (!noun) continue;
    if (i == at) {
      bool again = false;
      const Suffix bare = BareNoun(text, *noun, &again);
      if (!again) return bare;
    } else if (const CurrencySense* sense = SenseByAdjective(text, at, *noun)) {
      return {.kind = SuffixKind::kCurrency, .begin = at, .end = noun->end, .sense = sense};
    }
  }
  *settled = false;
  return {};
}

// Signs and codes: "5€", "300 kr", "5m USD".
Suffix CurrencySign(const NumberText& text, uint32_t at) {
  if (text.IsDigits(at)) return {};
  const bool glued = text.Glued(at);
  if (!glued && (!text.IsWord(at) || text.atom(at).span.size() == 1)) return {};
  // "£5 $6": the sign of the next number.
  const uint32_t next = at + 1;
  if (text.Follows(next) && text.Glued(next) && (text.IsDigits(next) || text.IsWord(next))) return {};
  const CurrencySense* sense = SenseOfSign(text, text.Text(at));
  if (sense == nullptr) return {};
  return {.kind = SuffixKind::kCurrency, .begin = at, .end = next, .sense = sense};
}

}  // namespace

bool NamesCurrency(const CurrencySense& sense) { return sense.currency != kNoCurrency; }

const CurrencySense* SenseOfSign(const NumberText& text, std::string_view sign) {
  const std::vector<CurrencySense>* senses = text.words().currencies.SensesOfSign(sign);
  return senses == nullptr ? nullptr : Choose(text, *senses).sense;
}

std::optional<CurrencyBefore> FindCurrencyBefore(const NumberText& text, uint32_t at) {
  if (!text.HasBefore(at) || text.IsDigits(at - 1)) return std::nullopt;
  const uint32_t sign = at - 1;
  const bool word = text.IsWord(sign);
  // A single letter is a sign only right at the digits ("R500").
  if (word && text.atom(sign).span.size() == 1 && !text.Glued(at)) return std::nullopt;
  const bool cut = !word && text.Glued(sign) && sign > 0 && text.IsWord(sign - 1);
  // "NZ" and "$" as two tokens
  if (cut) {
    if (const CurrencySense* sense = SenseOfSign(text, text.Text(sign - 1, sign))) return {{sign - 1, sense}};
  }
  if (const CurrencySense* sense = SenseOfSign(text, text.Text(sign))) return {{sign, sense}};
  // "Rs." cut in two
  if (cut && text.IsSign(sign, U'.')) {
    if (const CurrencySense* sense = SenseOfSign(text, text.Text(sign - 1))) return {{sign - 1, sense}};
  }
  return std::nullopt;
}

Suffix CurrencyAt(const NumberText& text, uint32_t at) {
  if (!text.Follows(at)) return {};
  bool settled = false;
  const Suffix noun = CurrencyNoun(text, text.Joined(at), &settled);
  return settled ? noun : CurrencySign(text, at);
}

}  // namespace diurna
