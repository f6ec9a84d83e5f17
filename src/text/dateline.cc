// A dateline stands before the first sentence, ends with a dash or colon, and consists of nothing but places, a date
// and an agency in brackets. Capitals, a date or an agency make it certain; a place in small letters before a dash is
// taken where a sentence begins behind it. Words that papers put there in the same way ("BREAKING - ") are known by the
// lexicon.

#include "text/dateline.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "text/letters.h"

namespace diurna {
namespace {

constexpr size_t kLongest = 140;

bool AllCapitals(std::string_view text) {
  size_t letters = 0;
  for (size_t at = 0; at < text.size();) {
    const char32_t point = DecodeUtf8(text, &at);
    if (IsLower(point)) return false;
    letters += IsLetter(point);
  }
  return letters >= 2;
}

struct Mark {
  size_t begin = 0;  // of the blanks before it
  size_t end = 0;    // of the blanks behind it
  bool dash = false;
  bool spaced = false;
};

// The next dash or colon that could end a dateline, from byte `at`.
std::optional<Mark> FindMark(std::string_view text, size_t at) {
  size_t blanks = std::string_view::npos;
  while (at < text.size() && at < kLongest) {
    const size_t here = at;
    const char32_t point = DecodeUtf8(text, &at);
    if (IsBlank(point)) {
      if (blanks == std::string_view::npos) blanks = here;
      continue;
    }
    const bool spaced = blanks != std::string_view::npos;
    Mark mark{spaced ? blanks : here, at, IsDash(point), spaced};
    blanks = std::string_view::npos;
    if (!mark.dash && point != ':') continue;
    size_t marks = 1;
    while (at < text.size()) {
      size_t next = at;
      const char32_t follower = DecodeUtf8(text, &next);
      if (mark.dash && IsDash(follower) && at == mark.end) {
        mark.end = next;
        ++marks;
      } else if (!IsBlank(follower)) {
        break;
      }
      at = next;
    }
    const bool blank_behind = at > mark.end;
    const bool long_dash = point == 0x2014 || point == 0x2015 || marks > 1;
    const bool after_bracket = mark.begin > 0 && text[mark.begin - 1] == ')';
    mark.end = at;
    if (mark.dash ? long_dash || (blank_behind && (spaced || after_bracket)) : blank_behind && !spaced) return mark;
  }
  return std::nullopt;
}

// Takes the date from the end of `head`, whose places are parted by commas or blanks.
void TakeDate(const DateWords& words, std::string_view* head, Dateline* dateline) {
  for (size_t at = 0; at != std::string_view::npos && at < head->size(); at = head->find(' ', at + 1)) {
    const std::string_view rest = Trim(head->substr(at));
    if (const std::optional<HeaderDate> date = ReadWholeDate(rest, words)) {
      dateline->date = date;
      dateline->date_words = rest.substr(0, date->size);
      *head = Trim(head->substr(0, at));
      return;
    }
  }
}

std::string_view WithoutComma(std::string_view text) {
  while (!text.empty() && (text.back() == ',' || text.back() == ':')) text = Trim(text.substr(0, text.size() - 1));
  return text;
}

// Takes a bracket from the end of `head`; false where there is one that names no agency behind a place in small
// letters.
bool TakeBracket(const NameForms& names, std::string_view* head, Dateline* dateline) {
  const size_t open = head->find('(');
  if (open == std::string_view::npos) return true;
  if (!head->ends_with(')')) return false;
  const std::string_view inside = Trim(head->substr(open + 1, head->size() - open - 2));
  if (names.LooksLikeName(inside, 7)) {
    dateline->agency = inside;
  } else if (!AllCapitals(head->substr(0, open))) {
    return false;
  }
  *head = Trim(head->substr(0, open));
  return true;
}

// Takes the name of an agency from either end of the places: "Harbour News Agency, Marsa Alba", "PARIS, AFP".
void TakeAgency(const NameForms& names, std::string_view* head, Dateline* dateline) {
  if (const size_t comma = head->find(", ");
      comma != std::string_view::npos && names.NamesPublisher(head->substr(0, comma))) {
    dateline->agency = head->substr(0, comma);
    *head = Trim(head->substr(comma + 2));
  }
  if (const size_t comma = head->rfind(", ");
      comma != std::string_view::npos && names.NamesPublisher(head->substr(comma + 2))) {
    dateline->agency = Trim(head->substr(comma + 2));
    *head = Trim(head->substr(0, comma));
  }
}

// True for up to three names of places between commas.
bool ArePlaces(const NameForms& names, std::string_view head) {
  constexpr int kMostParts = 3;
  int parts = 0;
  for (size_t begin = 0; begin <= head.size();) {
    const size_t comma = std::min(head.find(',', begin), head.size());
    const std::string_view part = Trim(head.substr(begin, comma - begin));
    if (++parts > kMostParts || !names.LooksLikePlace(part) || !IsUpper(First(part))) return false;
    const std::vector<std::string_view> words = Words(part);
    const bool short_word = names.IsParticle(words[0]) && ToLower(words[0]).size() < 3;
    if (short_word && words.size() > 2) return false;  // "On the border"
    begin = comma + 1;
  }
  return true;
}

bool ReadHead(const LayoutWords& words, std::string_view head, Dateline* dateline) {
  if (head.starts_with('[') && head.ends_with(']')) head = Trim(head.substr(1, head.size() - 2));
  TakeDate(words.dates, &head, dateline);
  head = WithoutComma(head);
  if (!TakeBracket(words.names, &head, dateline)) return false;
  if (!dateline->date) TakeDate(words.dates, &head, dateline);
  head = WithoutComma(head);
  TakeAgency(words.names, &head, dateline);
  if (head.empty()) return !dateline->agency.empty();
  if (!ArePlaces(words.names, head) || words.no_datelines.Leading(head) > 0) return false;
  dateline->place = head;
  return true;
}

bool IsSure(const Dateline& dateline, const Mark& mark, std::string_view behind) {
  if (dateline.date || !dateline.agency.empty()) return true;
  const std::string_view first = dateline.place.substr(0, dateline.place.find(','));
  if (AllCapitals(first)) return mark.dash || first.size() > 3;
  const char32_t next = First(behind);
  const bool sentence = IsUpper(next) || IsDigit(next) || next == '"' || next == 0x201C;
  constexpr size_t kShortestSentence = 40;
  return mark.dash && mark.spaced && sentence && behind.size() >= kShortestSentence && Words(first).size() <= 3;
}

// Bytes of dashes and blanks from `at` on, added to `at`.
size_t SkipDashes(std::string_view text, size_t at) {
  while (at < text.size()) {
    size_t next = at;
    const char32_t point = DecodeUtf8(text, &next);
    if (!IsBlank(point) && !IsDash(point)) break;
    at = next;
  }
  return at;
}

// "(Marsa Alba, 6 March) The ministry ..."
std::optional<Dateline> ReadInBrackets(const LayoutWords& words, std::string_view paragraph) {
  const size_t close = paragraph.substr(0, kLongest).find(')');
  if (!paragraph.starts_with('(') || close == std::string_view::npos) return std::nullopt;
  Dateline dateline;
  if (!ReadHead(words, Trim(paragraph.substr(1, close - 1)), &dateline) || !dateline.date || dateline.place.empty()) {
    return std::nullopt;
  }
  dateline.size = SkipDashes(paragraph, close + 1);
  if (dateline.size == paragraph.size()) return std::nullopt;
  return dateline;
}

// "MARSA ALBA (from our correspondent). The ministry ...", "MARSA ALBA, March 6. The ministry ..."
std::optional<Dateline> ReadBeforePoint(const LayoutWords& words, std::string_view paragraph) {
  const size_t point = paragraph.substr(0, kLongest).find(". ");
  if (point == std::string_view::npos || point == 0) return std::nullopt;
  Dateline dateline;
  const std::string_view head = paragraph.substr(0, point);
  if (!ReadHead(words, head, &dateline) || dateline.place.empty() || (!head.ends_with(')') && !dateline.date) ||
      !AllCapitals(dateline.place.substr(0, dateline.place.find(',')))) {
    return std::nullopt;
  }
  dateline.size = SkipDashes(paragraph, point + 1);
  return dateline;
}

// "Harbour News Agency, Marsa Alba, March 6 (Reporter Jane Doe) The ministry ...": the bracket ends it.
std::optional<Dateline> ReadReporterBracket(const LayoutWords& words, std::string_view paragraph) {
  const size_t open = paragraph.substr(0, kLongest).find('(');
  if (open == std::string_view::npos || open == 0) return std::nullopt;
  const size_t close = paragraph.find(')', open);
  if (close == std::string_view::npos) return std::nullopt;
  const std::string_view inside = Trim(paragraph.substr(open + 1, close - open - 1));
  if (words.dateline_authors.Leading(inside) == 0) return std::nullopt;
  Dateline dateline;
  if (!ReadHead(words, Trim(paragraph.substr(0, open)), &dateline) || !dateline.date) return std::nullopt;
  dateline.size = SkipDashes(paragraph, close + 1);
  return dateline;
}

}  // namespace

std::optional<Dateline> ReadDateline(std::string_view paragraph, const LayoutWords& words) {
  if (const std::optional<Dateline> dateline = ReadReporterBracket(words, paragraph)) return dateline;
  if (const std::optional<Dateline> dateline = ReadInBrackets(words, paragraph)) return dateline;
  if (const std::optional<Dateline> dateline = ReadBeforePoint(words, paragraph)) return dateline;
  constexpr int kMostMarks = 3;
  size_t at = 0;
  for (int i = 0; i < kMostMarks; ++i) {
    const std::optional<Mark> mark = FindMark(paragraph, at);
    if (!mark) return std::nullopt;
    const std::string_view behind = paragraph.substr(mark->end);
    Dateline dateline;
    if (mark->begin > 0 && !behind.empty() && ReadHead(words, Trim(paragraph.substr(0, mark->begin)), &dateline) &&
        IsSure(dateline, *mark, behind)) {
      dateline.size = mark->end;
      return dateline;
    }
    at = mark->end;
  }
  return std::nullopt;
}

}  // namespace diurna
