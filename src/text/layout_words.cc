#include "text/layout_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string_view>
#include <utility>

namespace diurna {
namespace {

constexpr std::pair<std::string_view, HeaderField> kFields[] = {
    {"title", HeaderField::kTitle},     {"publisher", HeaderField::kPublisher},
    {"author", HeaderField::kAuthor},   {"published", HeaderField::kPublished},
    {"updated", HeaderField::kUpdated}, {"place", HeaderField::kPlace},
    {"url", HeaderField::kUrl},         {"other", HeaderField::kOther},
};

void AddAll(const LexiconEntry& entry, Phrases* to) {
  for (const std::string_view word : entry.List("words")) to->Add(word);
}

// The lists that entries [[layout_words]] of this kind go into.
std::vector<Phrases*> ListsOf(std::string_view kind, LayoutWords* words) {
  const std::pair<std::string_view, std::vector<Phrases*>> lists[] = {
      {"name_particle", {&words->names.particles}},
      {"company_form", {&words->names.company_forms}},
      {"publisher", {&words->names.publishers}},
      {"byline", {&words->bylines}},
      {"byline_or_sentence", {&words->bylines, &words->sentence_bylines}},
      {"staff_byline", {&words->bylines, &words->staff_bylines}},
      {"author_role", {&words->author_roles}},
      {"author_end", {&words->author_ends}},
      {"dateline_author", {&words->dateline_authors}},
      {"no_dateline", {&words->no_datelines}},
      {"clock", {&words->dates.clock}},
      {"zone", {&words->dates.zones}},
      {"day_ending", {&words->dates.day_endings}},
      {"before_month", {&words->dates.before_month}},
      {"before_clock", {&words->dates.before_clock}},
  };
  const auto* const found =
      std::find_if(std::begin(lists), std::end(lists), [&](const auto& list) { return list.first == kind; });
  return found == std::end(lists) ? std::vector<Phrases*>() : found->second;
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
  for (const LexiconEntry& entry : lexicon.Entries("layout_words")) {
    for (Phrases* list : ListsOf(entry.Text("kind"), &words)) AddAll(entry, list);
  }
  for (const LexiconEntry& entry : lexicon.Entries("header_label")) {
    const auto* const field = std::find_if(std::begin(kFields), std::end(kFields),
                                           [&](const auto& known) { return known.first == entry.Text("tells"); });
    if (field == std::end(kFields)) continue;
    for (const std::string_view label : entry.List("words"))
      words.labels.push_back({std::string(label), field->second});
    if (entry.Flag("inline")) AddAll(entry, &words.inline_titles);
  }
  std::stable_sort(words.labels.begin(), words.labels.end(),
                   [](const HeaderLabel& a, const HeaderLabel& b) { return a.words.size() > b.words.size(); });
  return words;
}

}  // namespace diurna
