// Phrases are compared word id by word id, the longest first; hyphens between their words are skipped forward only,
// since backward tables hold bounds, which are not hyphenated.

#include "numbers/number_text.h"

#include "numerals/digits.h"

namespace diurna {

NumberText::NumberText(const NumberWords& words, const Analysis& analysis, std::span<const Span> times,
                       std::string_view country)
    : NumeralText(analysis, words.ids, words.numerals),
      words_(words),
      analysis_(analysis),
      country_(country),
      has_pound_sign_(analysis.text().find("£") != std::string_view::npos),
      in_time_(size()) {
  uint32_t at = 0;
  for (const Span time : times) {
    while (at < size() && atom(at).span.end <= time.begin) ++at;
    for (uint32_t k = at; k < size() && atom(k).span.begin < time.end; ++k) in_time_[k] = 1;
  }
}

std::string_view NumberText::Text(uint32_t first, uint32_t last) const {
  return text().substr(atom(first).span.begin, atom(last).span.end - atom(first).span.begin);
}

bool NumberText::IsCapitalized(uint32_t i) const {
  if (!IsWord(i)) return false;
  const char first = text()[atom(i).span.begin];
  return first >= 'A' && first <= 'Z';
}

uint32_t NumberText::AtomOf(uint32_t token, uint32_t from) const {
  for (uint32_t i = from > 0 ? from - 1 : 0; i < size() && atom(i).token <= token; ++i) {
    if (atom(i).token == token && (i + 1 == size() || atom(i + 1).token != token)) return i;
  }
  return 0;
}

std::optional<NumberText::Phrase> NumberText::PhraseAt(const PhraseTable& table, uint32_t i) const {
  const std::vector<PhraseTable::Phrase>* phrases = WordId(i) == 0 ? nullptr : table.With(WordId(i));
  if (phrases == nullptr) return std::nullopt;
  for (const PhraseTable::Phrase& phrase : *phrases) {
    uint32_t at = i + 1;
    bool fits = true;
    for (size_t w = 1; w < phrase.words.size() && fits; ++w, ++at) {
      fits = Follows(at);
      if (fits && WordId(at) != phrase.words[w]) {
        at = Joined(at);
        fits = WordId(at) == phrase.words[w];
      }
    }
    if (fits) return Phrase{i, at, phrase.payload};
  }
  return std::nullopt;
}

std::optional<NumberText::Phrase> NumberText::PhraseEndingAt(const PhraseTable& table, uint32_t i) const {
  const std::vector<PhraseTable::Phrase>* phrases = WordId(i) == 0 ? nullptr : table.With(WordId(i));
  if (phrases == nullptr) return std::nullopt;
  for (const PhraseTable::Phrase& phrase : *phrases) {
    uint32_t at = i;
    bool fits = true;
    for (size_t w = 1; w < phrase.words.size() && fits; ++w) {
      fits = HasBefore(at) && WordId(at - 1) == phrase.words[w];
      if (fits) --at;
    }
    if (fits) return Phrase{at, i + 1, phrase.payload};
  }
  return std::nullopt;
}

bool NumberText::MayStartNumeral(uint32_t i) const {
  if (IsDigits(i) || VulgarFraction(atom(i).sign) > 0) return true;
  if (!IsWord(i)) return false;
  const NumeralWord& word = Word(i);
  return word.kind != NumeralWord::Kind::kNone || word.ordinal > 0 || word.Is(NumeralCue::kSeveral) ||
         word.Is(NumeralCue::kIndefiniteArticle);
}

std::optional<Numeral> NumberText::NumeralAt(uint32_t i) const {
  std::optional<Numeral> numeral = ParseNumeral(*this, i);
  if (!numeral || numeral->vague || numeral->fraction || numeral->ordinal) return numeral;
  const std::optional<Numeral> share = ParseInSoMany(*this, *numeral);
  if (!share) return numeral;
  // "two in 10 days" is no share.
  const bool time = Follows(share->end) && words_.units.BeginsUnit(WordId(share->end));
  return time ? numeral : share;
}

}  // namespace diurna
