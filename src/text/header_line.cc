// The head of a report follows conventions, not grammar: a few labels, separators and orders of publisher, place and
// date, learned from how papers, agencies and exports of archives print them. Each shape is tried on the whole line,
// and a line that leaves anything unexplained is no header line: it is better to read a stray byline as text than to
// lose a sentence. Names are known by their capitals alone; whether a place exists is the gazetteer's business.

#include "text/header_line.h"

#include <array>
#include <vector>

#include "base/utf8.h"
#include "text/letters.h"

namespace diurna {
namespace {

enum class Label { kTitle, kPublisher, kAuthor, kPublished, kUpdated, kPlace, kUrl, kOther };

struct LabelWord {
  std::string_view word;
  Label label;
};

// Longer ones before those that they begin with.
constexpr LabelWord kLabels[] = {
    {"headline", Label::kTitle},
    {"heading", Label::kTitle},
    {"title", Label::kTitle},
    {"publisher", Label::kPublisher},
    {"publication date", Label::kPublished},
    {"publication", Label::kPublisher},
    {"newspaper", Label::kPublisher},
    {"outlet", Label::kPublisher},
    {"agency", Label::kPublisher},
    {"source", Label::kPublisher},
    {"author", Label::kAuthor},
    {"authors", Label::kAuthor},
    {"byline", Label::kAuthor},
    {"reporter", Label::kAuthor},
    {"correspondent", Label::kAuthor},
    {"written by", Label::kAuthor},
    {"date of publication", Label::kPublished},
    {"date published", Label::kPublished},
    {"first published", Label::kPublished},
    {"published on", Label::kPublished},
    {"published at", Label::kPublished},
    {"published", Label::kPublished},
    {"posted on", Label::kPublished},
    {"posted at", Label::kPublished},
    {"posted", Label::kPublished},
    {"issued on", Label::kPublished},
    {"issued", Label::kPublished},
    {"date", Label::kPublished},
    {"last updated on", Label::kUpdated},
    {"last updated at", Label::kUpdated},
    {"last updated", Label::kUpdated},
    {"last modified", Label::kUpdated},
    {"updated on", Label::kUpdated},
    {"updated at", Label::kUpdated},
    {"updated", Label::kUpdated},
    {"update", Label::kUpdated},
    {"modified", Label::kUpdated},
    {"dateline", Label::kPlace},
    {"location", Label::kPlace},
    {"url", Label::kUrl},
    {"link", Label::kUrl},
    {"section", Label::kOther},
    {"category", Label::kOther},
    {"keywords", Label::kOther},
    {"tags", Label::kOther},
    {"copyright", Label::kOther},
    {"language", Label::kOther},
};

// Bytes of a blank, dash or bar that parts two fields of a line at `at`, blanks around it included; 0 where none does.
size_t FieldSeparator(std::string_view line, size_t at) {
  size_t next = at;
  bool blank_before = false;
  while (next < line.size()) {
    const size_t here = next;
    if (!IsBlank(DecodeUtf8(line, &next))) {
      next = here;
      break;
    }
    blank_before = true;
  }
  if (next >= line.size()) return 0;
  const char32_t mark = DecodeUtf8(line, &next);
  const bool bar = mark == '|' || mark == 0xB7 || mark == 0x2022;
  if (!bar && !(IsDash(mark) && blank_before)) return 0;
  size_t end = next;
  while (end < line.size()) {
    const size_t here = end;
    if (!IsBlank(DecodeUtf8(line, &end))) {
      end = here;
      break;
    }
  }
  if (!bar && end == next) return 0;
  return end - at;
}

std::vector<std::string_view> Fields(std::string_view line) {
  std::vector<std::string_view> fields;
  size_t begin = 0;
  for (size_t at = 0; at < line.size();) {
    if (const size_t size = FieldSeparator(line, at)) {
      fields.push_back(Trim(line.substr(begin, at - begin)));
      at += size;
      begin = at;
    } else {
      DecodeUtf8(line, &at);
    }
  }
  fields.push_back(Trim(line.substr(begin)));
  return fields;
}

// The part of a byline that names its author: up to a comma or preposition behind which something else stands.
std::string_view AuthorIn(std::string_view names) {
  size_t end = 0;
  size_t begin = 0;
  while (begin < names.size()) {
    const size_t comma = std::min(names.find(", ", begin), names.size());
    const std::string_view part = names.substr(begin, comma - begin);
    if (begin > 0 && (!LooksLikeName(part, 6) || Words(part).size() < 2 || NamesAgency(part))) break;
    end = comma;
    begin = comma + 2;
  }
  std::string_view author = names.substr(0, end);
  for (const std::string_view stop : {" in ", " at ", " for ", " from ", ";", " ("}) {
    author = author.substr(0, author.find(stop));
  }
  while (author.ends_with('.') || author.ends_with(')')) author.remove_suffix(1);
  return Trim(author);
}

// "By Jane Doe", "Reporting by ...", "Daily Herald reporter Jane Doe", "Jane Doe, correspondent".
bool ReadByline(std::string_view field, HeaderLine* line) {
  constexpr size_t kLongest = 160;
  if (field.size() > kLongest) return false;
  if (field.starts_with('(') && field.ends_with(')')) field = field.substr(1, field.size() - 2);
  static constexpr std::string_view kCues[] = {"written and photographed by",
                                               "additional reporting by",
                                               "reporting by",
                                               "reported by",
                                               "written by",
                                               "story by",
                                               "report by",
                                               "text by",
                                               "words by",
                                               "from our correspondent",
                                               "by our correspondent",
                                               "by"};
  for (const std::string_view cue : kCues) {
    if (!StartsWithWord(field, cue)) continue;
    const std::string_view names = Trim(field.substr(cue.size()));
    const std::string_view author = AuthorIn(names);
    if (author.empty() || author.size() > 100) return cue.starts_with("from our");
    const bool bare = cue == "by";
    if (!LooksLikeName(author, 12) || ReadHeaderDate(author)) return false;
    // "By Monday night 200 were dead" begins like a byline and runs on.
    if (bare && (names.ends_with('.') || names.ends_with('?') || names.ends_with('!')) && Words(names).size() > 4) {
      return false;
    }
    line->author = author;
    line->byline = true;
    return true;
  }
  static constexpr std::string_view kRoles[] = {"reporter", "correspondent", "staff writer", "editor"};
  for (const std::string_view role : kRoles) {
    const std::string lower = ToLower(field);
    const size_t at = lower.size() == field.size() ? lower.find(role) : std::string::npos;
    if (at == std::string::npos || field.ends_with('.') || Words(field).size() > 9) continue;
    const std::string_view before = Trim(field.substr(0, at));
    const std::string_view after = Trim(field.substr(at + role.size()));
    // "Daily Herald reporter Jane Doe": who stands behind the role is a name of two words or more, or all that is left.
    if (!after.empty() && Words(after).size() <= 4 && LooksLikeName(after, 4) && First(after) != ',' &&
        (before.empty() || LooksLikeName(before, 6))) {
      line->author = after;
      line->byline = true;
      return true;
    }
    // "Jane Doe, chief correspondent"
    const size_t comma = before.find(',');
    if (after.empty() && comma != std::string_view::npos && LooksLikeName(before.substr(0, comma), 4) &&
        Words(before.substr(0, comma)).size() >= 2) {
      line->author = Trim(before.substr(0, comma));
      line->byline = true;
      return true;
    }
  }
  return false;
}

void SetPublished(const HeaderDate& date, std::string_view words, HeaderLine* line) {
  if (line->published) return;
  line->published = date;
  line->published_words = words.substr(0, date.size);
}

// "Published: 6 March 2024", "Source: Harbour Wire", "Updated 7 March".
bool ReadLabel(std::string_view field, HeaderLine* line) {
  for (const LabelWord& entry : kLabels) {
    if (!StartsWithWord(field, entry.word)) continue;
    std::string_view value = Trim(field.substr(entry.word.size()));
    const bool colon = value.starts_with(':');
    if (colon) value = Trim(value.substr(1));
    if (value.empty()) continue;
    const bool is_date = entry.label == Label::kPublished || entry.label == Label::kUpdated;
    if (is_date) {
      const std::optional<HeaderDate> date = ReadWholeDate(value);
      if (!date || date->month == 0) continue;
      if (entry.label == Label::kPublished) {
        SetPublished(*date, value, line);
      } else {
        line->updated = date;
      }
      line->labelled = true;
      return true;
    }
    if (!colon) continue;
    constexpr size_t kLongestValue = 200;
    switch (entry.label) {
      case Label::kTitle:
        line->title = value;
        break;
      case Label::kPublisher:
        if (!LooksLikeName(value, 8)) continue;
        line->publisher = value;
        break;
      case Label::kAuthor:
        if (!LooksLikeName(AuthorIn(value), 12)) continue;
        line->author = AuthorIn(value);
        line->byline = true;
        break;
      case Label::kPlace:
        if (!LooksLikePlace(value)) continue;
        line->place = value;
        break;
      case Label::kUrl:
        if (value.find("://") == std::string_view::npos) continue;
        line->url = value;
        break;
      default:
        if (value.size() > kLongestValue || value.ends_with('.')) continue;
    }
    line->labelled = true;
    return true;
  }
  return false;
}

// "Harbour Wire", "Harbour Wire, Marsa Alba".
bool SetPublisher(std::string_view names, HeaderLine* line) {
  names = Trim(names);
  while (names.ends_with(',') || names.ends_with(':') || names.ends_with('('))
    names = Trim(names.substr(0, names.size() - 1));
  // "Harbour Wire (translated edition)"
  if (const size_t open = names.find(" ("); open != std::string_view::npos && names.ends_with(')')) {
    names = Trim(names.substr(0, open));
  }
  const size_t comma = names.find(", ");
  if (comma != std::string_view::npos) {
    const std::string_view place = Trim(names.substr(comma + 2));
    static constexpr std::string_view kCompanies[] = {"inc", "ltd", "llc", "plc", "limited", "gmbh", "co"};
    bool company = false;
    for (const std::string_view word : kCompanies) company = company || StartsWithWord(place, word);
    // Only of an agency or paper is it known that a place stands there, and not a department.
    if (!company && LooksLikePlace(place) && LooksLikeName(names.substr(0, comma), 8) &&
        NamesAgency(names.substr(0, comma))) {
      line->publisher = names.substr(0, comma);
      line->place = place;
      return true;
    }
  }
  if (!LooksLikeName(names, 8)) return false;
  line->publisher = names;
  return true;
}

// "Harbour Wire, 2024-03-06", "Harbour Wire 6 March 2024", "Harbour Wire (6 March 2024)".
bool ReadPublisherAndDate(std::string_view field, HeaderLine* line) {
  constexpr size_t kLongest = 120;
  if (field.size() > kLongest) return false;
  for (size_t at = field.find_first_of(" ("); at != std::string_view::npos; at = field.find_first_of(" (", at + 1)) {
    const std::string_view before = Trim(field.substr(0, at));
    std::string_view rest = Trim(field.substr(at + 1));
    if (before.empty() || rest.empty()) continue;
    if (rest.starts_with('(')) rest = rest.substr(1);
    const std::optional<HeaderDate> date = ReadWholeDate(rest);
    if (!date || date->month == 0) continue;
    // Without a comma only a whole date is sign enough.
    if (!before.ends_with(',') && date->year == 0) continue;
    HeaderLine found = *line;
    if (!SetPublisher(before, &found)) return false;
    SetPublished(*date, rest, &found);
    *line = found;
    return true;
  }
  return false;
}

bool ReadDate(std::string_view field, HeaderLine* line) {
  const std::optional<HeaderDate> date = ReadWholeDate(field);
  if (!date || date->month == 0) return false;
  SetPublished(*date, field, line);
  return true;
}

bool ReadField(std::string_view field, HeaderLine* line) {
  return ReadDate(field, line) || ReadLabel(field, line) || ReadByline(field, line) ||
         ReadPublisherAndDate(field, line);
}

// "Jane Doe | Harbour Wire | 6 March 2024": each field must say something, and names alone do not make a header line.
bool ReadFields(std::string_view text, HeaderLine* line) {
  const std::vector<std::string_view> fields = Fields(text);
  if (fields.size() < 2 || fields.size() > 6) return false;
  HeaderLine found;
  bool sure = false;
  for (const std::string_view field : fields) {
    if (field.empty()) continue;
    if (ReadField(field, &found)) {
      sure = true;
    } else if (!LooksLikeName(field, 6)) {
      return false;
    } else if (found.publisher.empty()) {
      found.publisher = field;
    }
  }
  if (sure) *line = found;
  return sure;
}

// "Harbour Wire, Marsa Alba, March 6th, title: Ferries stay in port".
bool ReadInlineTitle(std::string_view text, HeaderLine* line) {
  const std::string lower = ToLower(text);
  if (lower.size() != text.size()) return false;
  for (const std::string_view label : {"title:", "headline:"}) {
    const size_t at = lower.find(label);
    if (at == std::string::npos || at == 0 || at > 160) continue;
    std::string_view head = Trim(text.substr(0, at));
    while (!head.empty() && (head.back() == ',' || head.back() == ';' || head.back() == '.' || head.back() == '-')) {
      head = Trim(head.substr(0, head.size() - 1));
    }
    const std::string_view title = Trim(text.substr(at + label.size()));
    HeaderLine found;
    if (title.empty() || head.empty()) continue;
    if (!ReadField(head, &found) && !SetPublisher(head, &found)) continue;
    found.title = title;
    found.labelled = true;
    *line = found;
    return true;
  }
  return false;
}

}  // namespace

bool LooksLikeName(std::string_view text, size_t most_words) {
  const std::vector<std::string_view> words = Words(text);
  if (words.empty() || words.size() > most_words || text.size() > 120) return false;
  if (words.size() == 1 && text.find('.') != std::string_view::npos && !text.ends_with('.')) return true;  // a domain
  bool name = false;
  for (const std::string_view word : words) {
    size_t at = 0;
    char32_t first = DecodeUtf8(word, &at);
    while ((first == '(' || first == '"' || first == '\'' || first == 0x201C || first == 0x2018) && at < word.size()) {
      first = DecodeUtf8(word, &at);
    }
    const char32_t last = Last(word);
    if (last == '!' || last == '?' || last == ';') return false;
    if (IsUpper(first) || (IsLetter(first) && !IsLower(first))) {
      name = true;
    } else if (IsLetter(first) && !IsNameParticle(word)) {
      return false;
    }
  }
  // A point ends a sentence unless a single letter or a short word stands before it.
  const std::string_view last = words.back();
  return name && !(last.ends_with('.') && last.size() > 5);
}

bool LooksLikePlace(std::string_view text) {
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

bool NamesAgency(std::string_view text) {
  static constexpr std::string_view kWords[] = {"agency",  "service", "news",    "press",    "wire",       "times",
                                                "post",    "daily",   "media",   "radio",    "television", "herald",
                                                "tribune", "gazette", "journal", "courier",  "reuters",    "afp",
                                                "ap",      "xinhua",  "monitor", "newspaper"};
  for (const std::string_view word : Words(text)) {
    for (const std::string_view agency : kWords) {
      if (StartsWithWord(word, agency)) return true;
    }
  }
  return false;
}

std::optional<HeaderLine> ReadHeaderLine(std::string_view text) {
  HeaderLine line;
  if (ReadInlineTitle(text, &line)) return line;
  constexpr size_t kLongest = 240;
  if (text.size() > kLongest) {
    if (ReadLabel(text, &line)) return line;
    return std::nullopt;
  }
  if (ReadDate(text, &line) || ReadFields(text, &line) || ReadField(text, &line)) return line;
  return std::nullopt;
}

}  // namespace diurna
