#include "text/letters.h"

#include <utf8proc.h>

#include "base/utf8.h"

namespace diurna {
namespace {

utf8proc_category_t Category(char32_t point) { return utf8proc_category(static_cast<utf8proc_int32_t>(point)); }

char LowerAscii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool IsLetter(char32_t point) {
  const utf8proc_category_t category = Category(point);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool IsUpper(char32_t point) {
  const utf8proc_category_t category = Category(point);
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool IsLower(char32_t point) { return Category(point) == UTF8PROC_CATEGORY_LL; }

bool IsDigit(char32_t point) { return point >= '0' && point <= '9'; }

bool IsBlank(char32_t point) {
  if (point <= 0x20) return point == ' ' || (point >= '\t' && point <= '\r');
  if (point < 0x80) return false;
  if (point == 0x85 || point == 0xFEFF || point == 0x200B) return true;
  const utf8proc_category_t category = Category(point);
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

bool IsDash(char32_t point) { return point == 0x2212 || Category(point) == UTF8PROC_CATEGORY_PD; }

std::string ToLower(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    AppendUtf8(static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(DecodeUtf8(text, &at)))), &out);
  }
  return out;
}

std::string_view Trim(std::string_view text) {
  while (!text.empty()) {
    size_t at = 0;
    if (!IsBlank(DecodeUtf8(text, &at))) break;
    text.remove_prefix(at);
  }
  while (!text.empty()) {
    size_t begin = text.size() - 1;
    while (begin > 0 && IsUtf8Continuation(text[begin])) --begin;
    size_t at = begin;
    if (!IsBlank(DecodeUtf8(text, &at))) break;
    text.remove_suffix(text.size() - begin);
  }
  return text;
}

char32_t First(std::string_view text) {
  size_t at = 0;
  return text.empty() ? 0 : DecodeUtf8(text, &at);
}

char32_t Last(std::string_view text) {
  if (text.empty()) return 0;
  size_t begin = text.size() - 1;
  while (begin > 0 && IsUtf8Continuation(text[begin])) --begin;
  return DecodeUtf8(text, &begin);
}

std::vector<std::string_view> Words(std::string_view text) {
  std::vector<std::string_view> words;
  size_t begin = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t here = at;
    if (IsBlank(DecodeUtf8(text, &at))) {
      if (here > begin) words.push_back(text.substr(begin, here - begin));
      begin = at;
    }
  }
  if (begin < text.size()) words.push_back(text.substr(begin));
  return words;
}

bool StartsWithWord(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (size_t i = 0; i < word.size(); ++i) {
    if (LowerAscii(text[i]) != word[i]) return false;
  }
  const char32_t next = First(text.substr(word.size()));
  return !IsLetter(next) && !IsDigit(next);
}

bool IsNameParticle(std::string_view word) {
  static constexpr std::string_view kParticles[] = {
      "of",  "the", "and", "on",  "in",   "upon", "for", "de",  "del", "della", "di",  "da", "do",
      "dos", "das", "du",  "des", "la",   "las",  "le",  "les", "los", "el",    "al",  "en", "es",
      "et",  "au",  "aux", "sur", "sous", "van",  "von", "der", "den", "ter",   "bin", "y",  "e"};
  const std::string lower = ToLower(word);
  for (const std::string_view particle : kParticles) {
    if (lower == particle) return true;
  }
  return false;
}

std::string FromCapitals(std::string_view text) {
  std::string out;
  bool first_word = true;
  for (size_t at = 0; at < text.size();) {
    // A word: letters and what joins them; hyphens part it, apostrophes and points do not.
    const size_t begin = at;
    size_t letters = 0;
    bool capitals = true;
    bool points = false;
    while (at < text.size()) {
      size_t next = at;
      const char32_t point = DecodeUtf8(text, &next);
      if (!IsLetter(point) && point != '.' && point != '\'' && point != 0x2019) break;
      letters += IsLetter(point);
      capitals = capitals && !IsLower(point);
      // "ST." loses its capitals, "D.C." does not.
      points = points || (point == '.' && next < text.size() && IsLetter(First(text.substr(next))));
      at = next;
    }
    const std::string_view word = text.substr(begin, at - begin);
    if (letters < 2 || !capitals || points) {
      out += word;
    } else if (!first_word && IsNameParticle(word)) {
      out += ToLower(word);
    } else {
      size_t rest = 0;
      AppendUtf8(DecodeUtf8(word, &rest), &out);
      out += ToLower(word.substr(rest));
    }
    first_word = first_word && word.empty();
    if (at < text.size() && word.empty()) AppendUtf8(DecodeUtf8(text, &at), &out);
  }
  return out;
}

}  // namespace diurna
