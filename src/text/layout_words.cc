#include "text/layout_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string_view>

namespace diurna {
namespace {

void AddAll(const LexiconEntry& entry, Phrases* to) {
  for (const std::string_view word : entry.List("words")) to->Add(word);
}

// The words of the entries of one kind.
void AddKind(const std::vector<LexiconEntry>& entries, std::string_view kind, Phrases* to) {
  for (const LexiconEntry& entry : entries) {
    if (entry.Text("kind") == kind) AddAll(entry, to);
  }
}

// The labels that tell of one field.
void AddLabels(const std::vector<LexiconEntry>& entries, std::string_view tells, HeaderField field,
               std::vector<HeaderLabel>* to) {
  for (const LexiconEntry& entry : entries) {
    if (entry.Text("tells") != tells) continue;
    for (const std::string_view label : entry.List("words")) to->push_back({std::string(label), field});
  }
}

// The whole name among a name and its abbreviations, in whatever order they stand: the longest, points not counted
// ("june", "jun.").
std::string Longest(const std::vector<std::string_view>& words) {
  const auto letters = [](std::string_view word) { return word.size() - (word.ends_with('.') ? 1 : 0); };
  const auto longest = std::max_element(
      words.begin(), words.end(), [&](std::string_view a, std::string_view b) { return letters(a) < letters(b); });
  return longest == words.end() ? std::string() : std::string(*longest);
}

// The number that a word of the calendar stands for, from 1; 0 where it stands for none up to `most`.
size_t ValueOf(const LexiconEntry& entry, size_t most) {
  const std::string_view value = entry.Text("value");
  size_t number = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
  return read.ec == std::errc() && number >= 1 && number <= most ? number : 0;
}

// Months, weekdays, "a.m." and zones are those of time expressions.
void TakeTimeWords(const Lexicon& lexicon, DateWords* dates) {
  for (const LexiconEntry& entry : lexicon.Entries("time_word")) {
    const std::string_view kind = entry.Text("class");
    if (kind == "MONTH") {
      if (const size_t month = ValueOf(entry, 12)) dates->months[month - 1] = Longest(entry.List("words"));
    } else if (kind == "WEEKDAY") {
      // 7 is Sunday.
      if (const size_t day = ValueOf(entry, 7)) dates->weekdays[day % 7] = Longest(entry.List("words"));
    } else if (kind == "MERIDIEM") {
      AddAll(entry, &dates->clock);
    } else if (kind == "ZONE") {
      AddAll(entry, &dates->zones);
    }
  }
}

Status CheckDates(const DateWords& dates) {
  for (size_t i = 0; i < dates.months.size(); ++i) {
    if (dates.months[i].empty())
      return Status::BadInput(fmt::format("the lexicon has no time_word for month {}", i + 1));
  }
  for (size_t i = 0; i < dates.weekdays.size(); ++i) {
    if (dates.weekdays[i].empty()) {
      return Status::BadInput(fmt::format("the lexicon has no time_word for weekday {}", i == 0 ? 7 : i));
    }
  }
  return Status::Ok();
}

}  // namespace

Result<LayoutWords> LayoutWords::Make(const Lexicon& lexicon) {
  LayoutWords words;
  TakeTimeWords(lexicon, &words.dates);
  if (Status status = CheckDates(words.dates); !status.ok()) return status;
  const std::vector<LexiconEntry> kinds = lexicon.Entries("layout_words");
  AddKind(kinds, "name_particle", &words.names.particles);
  AddKind(kinds, "company_form", &words.names.company_forms);
  AddKind(kinds, "publisher", &words.names.publishers);
  AddKind(kinds, "byline", &words.bylines);
  AddKind(kinds, "byline_or_sentence", &words.bylines);
  AddKind(kinds, "byline_or_sentence", &words.sentence_bylines);
  AddKind(kinds, "staff_byline", &words.bylines);
  AddKind(kinds, "staff_byline", &words.staff_bylines);
  AddKind(kinds, "author_role", &words.author_roles);
  AddKind(kinds, "author_end", &words.author_ends);
  AddKind(kinds, "dateline_author", &words.dateline_authors);
  AddKind(kinds, "no_dateline", &words.no_datelines);
  AddKind(kinds, "clock", &words.dates.clock);
  AddKind(kinds, "zone", &words.dates.zones);
  AddKind(kinds, "day_ending", &words.dates.day_endings);
  AddKind(kinds, "before_month", &words.dates.before_month);
  AddKind(kinds, "before_clock", &words.dates.before_clock);

  const std::vector<LexiconEntry> labels = lexicon.Entries("header_label");
  AddLabels(labels, "title", HeaderField::kTitle, &words.labels);
  AddLabels(labels, "publisher", HeaderField::kPublisher, &words.labels);
  AddLabels(labels, "author", HeaderField::kAuthor, &words.labels);
  AddLabels(labels, "published", HeaderField::kPublished, &words.labels);
  AddLabels(labels, "updated", HeaderField::kUpdated, &words.labels);
  AddLabels(labels, "place", HeaderField::kPlace, &words.labels);
  AddLabels(labels, "url", HeaderField::kUrl, &words.labels);
  AddLabels(labels, "other", HeaderField::kOther, &words.labels);
  for (const LexiconEntry& entry : labels) {
    if (entry.Flag("inline")) AddAll(entry, &words.inline_titles);
  }
  std::stable_sort(words.labels.begin(), words.labels.end(),
                   [](const HeaderLabel& a, const HeaderLabel& b) { return a.words.size() > b.words.size(); });
  return words;
}

}  // namespace diurna
