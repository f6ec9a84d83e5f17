// The head of a report follows conventions, not grammar: a few labels, separators and orders of publisher, place and
// date, learned from how papers, agencies and exports of archives print them. Each shape is tried on the whole line,
// and a line that leaves anything unexplained is no header line: it is better to read a stray byline as text than to
// lose a sentence. Names are known by their capitals alone; whether a place exists is the gazetteer's business.

#include "text/header_line.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "text/letters.h"

namespace diurna {
namespace {

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

// "Harbour Wire, (" is "Harbour Wire".
std::string_view WithoutMarks(std::string_view text, std::string_view marks) {
  while (!text.empty() && marks.find(text.back()) != std::string_view::npos) {
    text = Trim(text.substr(0, text.size() - 1));
  }
  return text;
}

bool EndsSentence(std::string_view text) { return text.ends_with('.') || text.ends_with('?') || text.ends_with('!'); }

void SetPublished(const HeaderDate& date, std::string_view words, HeaderLine* line) {
  if (line->published) return;
  line->published = date;
  line->published_words = words.substr(0, date.size);
}

// Tries the shapes of a line one after the other. Members that do not fit leave the line as it was.
class HeaderLineReader {
 public:
  explicit HeaderLineReader(const LayoutWords& words) : words_(words), names_(words.names) {}

  std::optional<HeaderLine> Read(std::string_view text) const {
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

 private:
  std::string_view AuthorIn(std::string_view names) const;
  bool ReadByline(std::string_view field, HeaderLine* line) const;
  bool ReadAuthor(std::string_view field, size_t cue, HeaderLine* line) const;
  bool ReadRole(std::string_view field, HeaderLine* line) const;
  bool ReadLabel(std::string_view field, HeaderLine* line) const;
  bool ReadDateLabel(HeaderField field, std::string_view value, HeaderLine* line) const;
  bool ReadValue(HeaderField field, std::string_view value, HeaderLine* line) const;
  bool SetPublisher(std::string_view names, HeaderLine* line) const;
  bool ReadPublisherAndDate(std::string_view field, HeaderLine* line) const;
  bool ReadDate(std::string_view field, HeaderLine* line) const;
  bool ReadField(std::string_view field, HeaderLine* line) const {
    return ReadDate(field, line) || ReadLabel(field, line) || ReadByline(field, line) ||
           ReadPublisherAndDate(field, line);
  }
  bool ReadFields(std::string_view text, HeaderLine* line) const;
  bool ReadInlineTitle(std::string_view text, HeaderLine* line) const;

  const LayoutWords& words_;
  const NameForms& names_;
};

// The part of a byline that names its author: up to a comma or preposition behind which something else stands.
std::string_view HeaderLineReader::AuthorIn(std::string_view names) const {
  size_t end = 0;
  size_t begin = 0;
  while (begin < names.size()) {
    const size_t comma = std::min(names.find(", ", begin), names.size());
    const std::string_view part = names.substr(begin, comma - begin);
    if (begin > 0 && (!names_.LooksLikeName(part, 6) || Words(part).size() < 2 || names_.NamesPublisher(part))) break;
    end = comma;
    begin = comma + 2;
  }
  std::string_view author = names.substr(0, end);
  for (const std::string& stop : words_.author_ends) author = author.substr(0, author.find(" " + stop + " "));
  for (const std::string_view stop : {";", " ("}) author = author.substr(0, author.find(stop));
  while (author.ends_with('.') || author.ends_with(')')) author.remove_suffix(1);
  return Trim(author);
}

bool HeaderLineReader::ReadByline(std::string_view field, HeaderLine* line) const {
  constexpr size_t kLongest = 160;
  if (field.size() > kLongest) return false;
  if (field.starts_with('(') && field.ends_with(')')) field = field.substr(1, field.size() - 2);
  const size_t cue = words_.bylines.Leading(field);
  return cue > 0 ? ReadAuthor(field, cue, line) : ReadRole(field, line);
}

// "By Jane Doe", "Reporting by ...", "From our correspondent"; `cue` bytes stand before the name.
bool HeaderLineReader::ReadAuthor(std::string_view field, size_t cue, HeaderLine* line) const {
  constexpr size_t kLongestAuthor = 100;
  const std::string_view names = Trim(field.substr(cue));
  const std::string_view author = AuthorIn(names);
  if (author.empty() || author.size() > kLongestAuthor) {
    line->byline = words_.staff_bylines.Leading(field) == cue;
    return line->byline;
  }
  if (!names_.LooksLikeName(author, 12) || ReadHeaderDate(author, words_.dates)) return false;
  // "By Monday night 200 were dead" begins like a byline and runs on.
  const bool may_be_sentence = words_.sentence_bylines.Leading(field) == cue;
  if (may_be_sentence && EndsSentence(names) && Words(names).size() > 4) return false;
  line->author = author;
  line->byline = true;
  return true;
}

// "Daily Herald reporter Jane Doe", "Jane Doe, correspondent".
bool HeaderLineReader::ReadRole(std::string_view field, HeaderLine* line) const {
  constexpr size_t kMostWords = 9;
  const std::string lower = ToLower(field);
  if (lower.size() != field.size() || field.ends_with('.') || Words(field).size() > kMostWords) return false;
  for (const std::string& role : words_.author_roles) {
    const size_t at = lower.find(role);
    if (at == std::string::npos) continue;
    const std::string_view before = Trim(field.substr(0, at));
    const std::string_view after = Trim(field.substr(at + role.size()));
    // "Daily Herald reporter Jane Doe": who stands behind the role is a name of two words or more, or all that is left.
    if (!after.empty() && Words(after).size() <= 4 && names_.LooksLikeName(after, 4) && First(after) != ',' &&
        (before.empty() || names_.LooksLikeName(before, 6))) {
      line->author = after;
      line->byline = true;
      return true;
    }
    // "Jane Doe, chief correspondent"
    const size_t comma = before.find(',');
    if (after.empty() && comma != std::string_view::npos && names_.LooksLikeName(before.substr(0, comma), 4) &&
        Words(before.substr(0, comma)).size() >= 2) {
      line->author = Trim(before.substr(0, comma));
      line->byline = true;
      return true;
    }
  }
  return false;
}

// "Published: 6 March 2024", "Source: Harbour Wire", "Updated 7 March".
bool HeaderLineReader::ReadLabel(std::string_view field, HeaderLine* line) const {
  for (const HeaderLabel& label : words_.labels) {
    if (!StartsWithWord(field, label.words)) continue;
    std::string_view value = Trim(field.substr(label.words.size()));
    const bool colon = value.starts_with(':');
    if (colon) value = Trim(value.substr(1));
    if (value.empty()) continue;
    const bool is_date = label.field == HeaderField::kPublished || label.field == HeaderField::kUpdated;
    const bool read = is_date ? ReadDateLabel(label.field, value, line) : colon && ReadValue(label.field, value, line);
    if (!read) continue;
    line->labelled = true;
    return true;
  }
  return false;
}

bool HeaderLineReader::ReadDateLabel(HeaderField field, std::string_view value, HeaderLine* line) const {
  const std::optional<HeaderDate> date = ReadWholeDate(value, words_.dates);
  if (!date || date->month == 0) return false;
  if (field == HeaderField::kPublished) {
    SetPublished(*date, value, line);
  } else {
    line->updated = date;
  }
  return true;
}

bool HeaderLineReader::ReadValue(HeaderField field, std::string_view value, HeaderLine* line) const {
  constexpr size_t kLongestOther = 200;
  switch (field) {
    case HeaderField::kTitle:
      line->title = value;
      return true;
    case HeaderField::kPublisher:
      if (!names_.LooksLikeName(value, 8)) return false;
      line->publisher = value;
      return true;
    case HeaderField::kAuthor:
      if (!names_.LooksLikeName(AuthorIn(value), 12)) return false;
      line->author = AuthorIn(value);
      line->byline = true;
      return true;
    case HeaderField::kPlace:
      if (!names_.LooksLikePlace(value)) return false;
      line->place = value;
      return true;
    case HeaderField::kUrl:
      if (value.find("://") == std::string_view::npos) return false;
      line->url = value;
      return true;
    default:
      return value.size() <= kLongestOther && !value.ends_with('.');
  }
}

// "Harbour Wire", "Harbour Wire, Marsa Alba".
bool HeaderLineReader::SetPublisher(std::string_view names, HeaderLine* line) const {
  names = WithoutMarks(Trim(names), ",:(");
  // "Harbour Wire (translated edition)"
  if (const size_t open = names.find(" ("); open != std::string_view::npos && names.ends_with(')')) {
    names = Trim(names.substr(0, open));
  }
  const size_t comma = names.find(", ");
  if (comma != std::string_view::npos) {
    const std::string_view before = names.substr(0, comma);
    const std::string_view place = Trim(names.substr(comma + 2));
    // Only of an agency or paper is it known that a place stands there, and not a department.
    if (names_.company_forms.Leading(place) == 0 && names_.LooksLikePlace(place) && names_.LooksLikeName(before, 8) &&
        names_.NamesPublisher(before)) {
      line->publisher = before;
      line->place = place;
      return true;
    }
  }
  if (!names_.LooksLikeName(names, 8)) return false;
  line->publisher = names;
  return true;
}

// "Harbour Wire, 2024-03-06", "Harbour Wire 6 March 2024", "Harbour Wire (6 March 2024)".
bool HeaderLineReader::ReadPublisherAndDate(std::string_view field, HeaderLine* line) const {
  constexpr size_t kLongest = 120;
  if (field.size() > kLongest) return false;
  for (size_t at = field.find_first_of(" ("); at != std::string_view::npos; at = field.find_first_of(" (", at + 1)) {
    const std::string_view before = Trim(field.substr(0, at));
    std::string_view rest = Trim(field.substr(at + 1));
    if (before.empty() || rest.empty()) continue;
    if (rest.starts_with('(')) rest = rest.substr(1);
    const std::optional<HeaderDate> date = ReadWholeDate(rest, words_.dates);
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

bool HeaderLineReader::ReadDate(std::string_view field, HeaderLine* line) const {
  const std::optional<HeaderDate> date = ReadWholeDate(field, words_.dates);
  if (!date || date->month == 0) return false;
  SetPublished(*date, field, line);
  return true;
}

// "Jane Doe | Harbour Wire | 6 March 2024": each field must say something, and names alone do not make a header line.
bool HeaderLineReader::ReadFields(std::string_view text, HeaderLine* line) const {
  const std::vector<std::string_view> fields = Fields(text);
  if (fields.size() < 2 || fields.size() > 6) return false;
  HeaderLine found;
  bool sure = false;
  for (const std::string_view field : fields) {
    if (field.empty()) continue;
    if (ReadField(field, &found)) {
      sure = true;
    } else if (!names_.LooksLikeName(field, 6)) {
      return false;
    } else if (found.publisher.empty()) {
      found.publisher = field;
    }
  }
  if (sure) *line = found;
  return sure;
}

// "Harbour Wire, Marsa Alba, March 6th, title: Ferries stay in port".
bool HeaderLineReader::ReadInlineTitle(std::string_view text, HeaderLine* line) const {
  constexpr size_t kFarthest = 160;
  const std::string lower = ToLower(text);
  if (lower.size() != text.size()) return false;
  for (const std::string& words : words_.inline_titles) {
    const std::string label = words + ":";
    const size_t at = lower.find(label);
    if (at == std::string::npos || at == 0 || at > kFarthest) continue;
    const std::string_view head = WithoutMarks(Trim(text.substr(0, at)), ",;.-");
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

std::optional<HeaderLine> ReadHeaderLine(std::string_view text, const LayoutWords& words) {
  return HeaderLineReader(words).Read(text);
}

}  // namespace diurna
