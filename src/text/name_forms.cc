#include "text/name_forms.h"

#include <vector>

#include "base/utf8.h"
#include "text/letters.h"

namespace diurna {
namespace {

// The first code point of a word that is no opening bracket or quotation mark.
char32_t FirstBehindQuotes(std::string_view word) {
  size_t at = 0;
  char32_t first = DecodeUtf8(word, &at);
  while ((first == '(' || first == '"' || first == '\'' || first == 0x201C || first == 0x2018) && at < word.size()) {
    first = DecodeUtf8(word, &at);
  }
  return first;
}

// A word in capitals, from a text: letters and what joins them; hyphens part it, apostrophes and points do not.
struct CapitalWord {
  size_t size = 0;
  size_t letters = 0;
  bool capitals = true;
  bool points = false;  // inside it: "ST." loses its capitals, "D.C." does not
};

CapitalWord ReadCapitalWord(std::string_view text) {
  CapitalWord word;
  while (word.size < text.size()) {
    size_t next = word.size;
    const char32_t point = DecodeUtf8(text, &next);
    if (!IsLetter(point) && point != '.' && point != '\'' && point != 0x2019) break;
    word.letters += IsLetter(point);
    word.capitals = word.capitals && !IsLower(point);
    word.points = word.points || (point == '.' && next < text.size() && IsLetter(First(text.substr(next))));
    word.size = next;
  }
  return word;
}

}  // namespace

bool NameForms::IsParticle(std::string_view word) const { return particles.Has(ToLower(word)); }

bool NameForms::LooksLikeName(std::string_view text, size_t most_words) const {
  const std::vector<std::string_view> words = Words(text);
  if (words.empty() || words.size() > most_words || text.size() > 120) return false;
  if (words.size() == 1 && text.find('.') != std::string_view::npos && !text.ends_with('.')) return true;  // a domain
  bool name = false;
  for (const std::string_view word : words) {
    const char32_t first = FirstBehindQuotes(word);
    const char32_t last = Last(word);
    if (last == '!' || last == '?' || last == ';') return false;
    if (IsUpper(first) || (IsLetter(first) && !IsLower(first))) {
      name = true;
    } else if (IsLetter(first) && !IsParticle(word)) {
      return false;
    }
  }
  // A point ends a sentence unless a single letter or a short word stands before it.
  const std::string_view last = words.back();
  return name && !(last.ends_with('.') && last.size() > 5);
}

bool NameForms::LooksLikePlace(std::string_view text) const {
  if (!LooksLikeName(text, 5) || text.size() > 60) return false;
  for (size_t at = 0; at < text.size();) {
    const char32_t point = DecodeUtf8(text, &at);
    if (!IsLetter(point) && !IsBlank(point) && !IsDash(point) && point != '.' && point != '\'' && point != 0x2019 &&
        point != '/' && point != ',') {
      return false;
    }
  }
  return true;
}

bool NameForms::NamesPublisher(std::string_view text) const {
  for (const std::string_view word : Words(text)) {
    if (publishers.Leading(word) > 0) return true;
  }
  return false;
}

std::string NameForms::FromCapitals(std::string_view text) const {
  std::string out;
  bool first_word = true;
  for (size_t at = 0; at < text.size();) {
    const CapitalWord found = ReadCapitalWord(text.substr(at));
    const std::string_view word = text.substr(at, found.size);
    at += found.size;
    if (found.letters < 2 || !found.capitals || found.points) {
      out += word;
    } else if (!first_word && IsParticle(word)) {
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
