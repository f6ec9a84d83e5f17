// Function words make up a third or more of every running text, and languages share few of them: the language whose
// dozen commonest words cover most of the text is the text's. Scripts of one language tell by themselves. Left out:
// languages that are not listed, which come out as "und", and texts in two languages, which count as the larger part.

#include "text/english.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.h"
#include "text/letters.h"

namespace diurna {
namespace {

struct LanguageWords {
  std::string_view tag;
  std::string_view words;  // between blanks, with one at either end
};

constexpr LanguageWords kLanguages[] = {
    {"en",
     " the of and to in a is that for on was with said by at as from has have it were be are this an he his but not "
     "which who after had its they she her their been will would more about when there or also than "},
    {"de",
     " der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er "
     "hat dass sie nach wird bei einer um am sind noch wie einem über "},
    {"fr",
     " de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son "
     "ont été cette aux ses mais comme on nous "},
    {"es",
     " de la que el en y a los del se las por un para con no una su al lo como más pero sus le ha fue este "
     "son entre está también desde dijo "},
    {"pt",
     " de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou "
     "foi são também pelo pela "},
    {"it",
     " di e il la che in a per un del è una non le con si da i della dei al sono ha alla nel anche più lo gli "
     "come ma dal nella "},
    {"nl",
     " de van het een en in is dat op te zijn met voor niet die aan er om ook als door maar bij hij uit naar heeft "
     "werd over nog "},
    {"id",
     " yang dan di dari untuk dengan pada ini itu dalam tidak akan ke oleh para telah juga sebagai adalah tersebut "
     "kata "},
    {"tr", " ve bir bu da de için ile olarak çok olan daha gibi sonra kadar ancak dedi ise ne "},
    {"pl", " w i na z do się nie że o jest to po jak za od przez oraz dla tym przy który są był "},
    {"sv", " och i att en det som på är av för med till den har de inte om ett men var sig från vi "},
};

// The words of all languages, hashed when this is compiled: with each word a bit for every language that has it.
class WordTable {
 public:
  constexpr WordTable() {
    for (size_t language = 0; language < std::size(kLanguages); ++language) {
      std::string_view rest = kLanguages[language].words.substr(1);
      while (!rest.empty()) {
        const size_t end = rest.find(' ');
        Slot& slot = slots_[Find(rest.substr(0, end))];
        slot.word = rest.substr(0, end);
        slot.languages |= 1U << language;
        rest.remove_prefix(end + 1);
      }
    }
  }

  // The languages that have this word, a bit for each in the order of kLanguages.
  constexpr uint32_t Languages(std::string_view word) const { return slots_[Find(word)].languages; }

 private:
  struct Slot {
    std::string_view word;
    uint32_t languages = 0;
  };

  // Where the word stands or would stand.
  constexpr size_t Find(std::string_view word) const {
    uint32_t hash = 2166136261U;  // FNV-1a
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    size_t at = hash % slots_.size();
    while (!slots_[at].word.empty() && slots_[at].word != word) at = (at + 1) % slots_.size();
    return at;
  }

  std::array<Slot, 1024> slots_{};
};

constexpr WordTable kWords;

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
  return "und";  // Arabic and Cyrillic letters serve many languages
}

}  // namespace

std::string GuessLanguage(std::string_view text) {
  constexpr size_t kSample = 65536;
  if (text.size() > kSample) {
    size_t end = kSample;
    while (IsUtf8Continuation(text[end])) --end;
    text = text.substr(0, end);
  }
  std::array<size_t, static_cast<size_t>(Script::kCount)> letters{};
  size_t words = 0;
  std::array<size_t, std::size(kLanguages)> hits{};
  std::string word;
  const auto finish = [&] {
    if (word.empty()) return;
    ++words;
    const uint32_t languages = kWords.Languages(word);
    for (size_t i = 0; languages >> i != 0; ++i) hits[i] += languages >> i & 1U;
    word.clear();
  };
  const std::string lower = ToLower(text);
  for (size_t at = 0; at < lower.size();) {
    const char32_t point = DecodeUtf8(lower, &at);
    if (IsLetter(point)) {
      ++letters[static_cast<size_t>(ScriptOf(point))];
      AppendUtf8(point, &word);
    } else {
      finish();
    }
  }
  finish();

  size_t all = 0;
  for (const size_t count : letters) all += count;
  if (all == 0) return "und";
  const size_t latin = letters[static_cast<size_t>(Script::kLatin)];
  if (latin * 2 < all) return ByScript(letters);
  constexpr size_t kFewWords = 12;
  const size_t best = static_cast<size_t>(std::max_element(hits.begin(), hits.end()) - hits.begin());
  // English headlines and lists have few function words, other languages hardly any of the English ones.
  if (words < kFewWords) return hits[0] == 0 && hits[best] * 3 >= words ? std::string(kLanguages[best].tag) : "en";
  if (hits[0] * 100 >= words * 12 && hits[0] * 4 >= hits[best] * 3) return "en";
  if (best != 0 && hits[best] * 100 >= words * 15) return std::string(kLanguages[best].tag);
  return hits[0] * 100 >= words * 5 ? "en" : "und";
}

}  // namespace diurna
