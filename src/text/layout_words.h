// The words of the lexicon by which the layout of a report is known.

#ifndef DIURNA_TEXT_LAYOUT_WORDS_H_
#define DIURNA_TEXT_LAYOUT_WORDS_H_

#include <array>
#include <string>
#include <vector>

#include "diurna/status.h"
#include "lexicon/lexicon.h"
#include "text/name_forms.h"
#include "text/phrases.h"

namespace diurna {

// How dates are written.
struct DateWords {
  std::array<std::string, 12> months;   // in lower case, January first
  std::array<std::string, 7> weekdays;  // Sunday first
  Phrases clock;                        // behind a clock time: "a.m.", "hrs"
  Phrases zones;                        // "gmt", "local time"
  Phrases day_endings;                  // "th"
  Phrases before_month;                 // "6th of March"
  Phrases before_clock;                 // "6 March at 10:15"
};

// What a label of the head announces.
enum class HeaderField { kTitle, kPublisher, kAuthor, kPublished, kUpdated, kPlace, kUrl, kOther };

struct HeaderLabel {
  std::string words;  // in lower case
  HeaderField field;
};

// A value, made once; const use from many threads.
struct LayoutWords {
  // Fails where an entry is missing without which dates cannot be read, such as the name of a month.
  static Result<LayoutWords> Make(const Lexicon& lexicon);

  NameForms names;
  DateWords dates;
  std::vector<HeaderLabel> labels;  // longer ones before those that they begin with
  Phrases inline_titles;            // labels of a title that may stand in the middle of a line
  Phrases bylines;                  // an author's name stands behind them: "reporting by", "by"
  Phrases sentence_bylines;         // those of them with which a sentence may begin as well: "by"
  Phrases staff_bylines;            // "from our correspondent"
  Phrases author_roles;             // "reporter"
  Phrases author_ends;              // "in", "for": what stands behind them is not the author's name
  Phrases dateline_authors;         // "(reporter Jane Doe)"
  Phrases no_datelines;             // "update", before a dash, is no place
};

}  // namespace diurna

#endif  // DIURNA_TEXT_LAYOUT_WORDS_H_
