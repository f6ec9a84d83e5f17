// Function words make up a third or more of every running text, and languages share few of them: the language whose
// dozen commonest words cover most of the text is the text's. Scripts of one language tell by themselves. Left out:
// languages that are not listed, which come out as "und", and texts in two languages, which count as the larger part.

#include "text/language_identification.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <span>

#include "base/utf8.h"
#include "text/letters.h"

namespace diurna {
namespace {

constexpr size_t kMostLanguages = 31;  // a bit each, and one to spare
constexpr size_t kSlots = 2048;        // several times the words of all languages

enum class Script { kLatin, kHan, kKana, kHangul, kGreek, kHebrew, kThai, kArabic, kOther, kCount };

Script ScriptOf(char32_t point) {
  if (point < 0x250 || (point >= 0x1E00 && point < 0x1F00)) return Script::kLatin;
  if (point >= 0x370 && point < 0x400) return Script::kGreek;
  if (point >= 0x590 && point < 0x600) return Script::kHebrew;
  if (point >= 0x600 && point < 0x780) return Script::kArabic;
  if (point >= 0xE00 && point < 0xE80) return Script::kThai;
  if (point >= 0x3040 && point < 0x3100) return Script::kKana;
  if (point >= 0x3400 && point < 0xA000) return Script::kHan;
  if (point >= 0xAC00 && point < 0xD7B0) return Script::kHangul;
  return Script::kOther;
}

// The tag of a text that is mostly in scripts other than Latin.
std::string ByScript(const std::array<size_t, static_cast<size_t>(Script::kCount)>& letters) {
  const auto count = [&](Script script) { return letters[static_cast<size_t>(script)]; };
  const size_t most = *std::max_element(letters.begin(), letters.end());
  if (count(Script::kKana) * 10 > count(Script::kHan) && count(Script::kKana) > 0 &&
      count(Script::kKana) + count(Script::kHan) >= most) {
    return "ja";
  }
  if (count(Script::kHan) == most) return "zh";
  if (count(Script::kHangul) == most) return "ko";
  if (count(Script::kGreek) == most) return "el";
  if (count(Script::kHebrew) == most) return "he";
  if (count(Script::kThai) == most) return "th";
  return std::string(kUnknownTag);  // Arabic and Cyrillic letters serve many languages
}

// What is counted of a text.
struct Counts {
  std::array<size_t, static_cast<size_t>(Script::kCount)> letters{};
  size_t words = 0;
  std::vector<size_t> hits;  // of each language, its words
};

// The language whose commonest words stand in a text in Latin letters, as an index; nothing where none does.
std::optional<size_t> Decide(size_t words, std::span<const size_t> hits) {
  constexpr size_t kFewWords = 12;
  const size_t best = static_cast<size_t>(std::max_element(hits.begin(), hits.end()) - hits.begin());
  // English headlines and lists have few function words, other languages hardly any of the English ones.
  if (words < kFewWords) return hits[0] == 0 && hits[best] * 3 >= words ? best : 0;
  if (hits[0] * 100 >= words * 12 && hits[0] * 4 >= hits[best] * 3) return 0;
  if (best != 0 && hits[best] * 100 >= words * 15) return best;
  if (hits[0] * 100 >= words * 5) return 0;
  return std::nullopt;
}

}  // namespace

Result<LanguageIdentifier> LanguageIdentifier::Make(const Lexicon& lexicon) {
  LanguageIdentifier identifier;
  identifier.slots_.resize(kSlots);
  std::vector<LexiconEntry> entries = lexicon.Entries("language_words");
  std::stable_partition(entries.begin(), entries.end(),
                        [](const LexiconEntry& entry) { return entry.Text("tag") == kEnglishTag; });
  size_t words = 0;
  for (const LexiconEntry& entry : entries) {
    std::vector<std::string>& tags = identifier.tags_;
    auto tag = std::find(tags.begin(), tags.end(), entry.Text("tag"));
    if (tag == tags.end()) tag = tags.emplace(tags.end(), entry.Text("tag"));
    if (tags.size() > kMostLanguages) return Status::BadInput(entry.Problem("too many languages"));
    const auto language = static_cast<size_t>(tag - tags.begin());
    for (const std::string_view word : entry.List("words")) {
      if (++words > kSlots / 2) return Status::BadInput(entry.Problem("too many words of languages"));
      identifier.Add(word, language);
    }
  }
  if (identifier.tags_.empty() || identifier.tags_[0] != kEnglishTag) {
    return Status::BadInput("the lexicon has no language_words of English");
  }
  return identifier;
}

void LanguageIdentifier::Add(std::string_view word, size_t language) {
  Slot& slot = slots_[Find(word)];
  slot.word = word;
  slot.languages |= 1U << language;
}

size_t LanguageIdentifier::Find(std::string_view word) const {
  size_t at = std::hash<std::string_view>()(word) & (slots_.size() - 1);
  while (!slots_[at].word.empty() && slots_[at].word != word) at = (at + 1) & (slots_.size() - 1);
  return at;
}

std::string LanguageIdentifier::Identify(std::string_view text) const {
  constexpr size_t kSample = 65536;
  if (text.size() > kSample) {
    size_t end = kSample;
    while (IsUtf8Continuation(text[end])) --end;
    text = text.substr(0, end);
  }
  Counts counts;
  counts.hits.resize(tags_.size());
  std::string word;
  const auto finish = [&] {
    if (word.empty()) return;
    ++counts.words;
    const uint32_t languages = slots_[Find(word)].languages;
    for (size_t i = 0; languages >> i != 0; ++i) counts.hits[i] += languages >> i & 1U;
    word.clear();
  };
  const std::string lower = ToLower(text);
  for (size_t at = 0; at < lower.size();) {
    const char32_t point = DecodeUtf8(lower, &at);
    if (IsLetter(point)) {
      ++counts.letters[static_cast<size_t>(ScriptOf(point))];
      AppendUtf8(point, &word);
    } else {
      finish();
    }
  }
  finish();

  size_t all = 0;
  for (const size_t count : counts.letters) all += count;
  if (all == 0) return std::string(kUnknownTag);
  if (counts.letters[static_cast<size_t>(Script::kLatin)] * 2 < all) return ByScript(counts.letters);
  const std::optional<size_t> language = Decide(counts.words, counts.hits);
  return language ? tags_[*language] : std::string(kUnknownTag);
}

}  // namespace diurna
