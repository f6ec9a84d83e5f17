// Lines at the head of a report that are not its text: publisher, date, byline and the like.

#ifndef DIURNA_TEXT_HEADER_LINE_H_
#define DIURNA_TEXT_HEADER_LINE_H_

#include <optional>
#include <string_view>

#include "text/header_date.h"
#include "text/layout_words.h"

namespace diurna {

// What a line of the head says; views into the line, empty where it says nothing of the kind.
struct HeaderLine {
  std::string_view title;
  std::string_view publisher;
  std::string_view place;
  std::string_view author;
  std::string_view url;
  std::optional<HeaderDate> published;
  std::string_view published_words;
  std::optional<HeaderDate> updated;
  bool byline = false;    // a byline, be its author a person or "our staff"
  bool labelled = false;  // "Source: ...", "Published: ...", or words such as "Updated"
};

// Reads "Harbour Wire, 2024-03-06", "Wednesday, March 6, 2024", "By Jane Doe", "Jane Doe | Harbour Wire | 6 March
// 2024", "Updated 7 March 2024 10:15 GMT", "Source: Harbour Wire", "Harbour Wire, Marsa Alba, March 6th, title: ...".
// Empty where the line is none of these.
std::optional<HeaderLine> ReadHeaderLine(std::string_view text, const LayoutWords& words);

}  // namespace diurna

#endif  // DIURNA_TEXT_HEADER_LINE_H_
