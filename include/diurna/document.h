// Document: one report, as it came in: its text and what is known about it before anything is understood.

#ifndef DIURNA_DOCUMENT_H_
#define DIURNA_DOCUMENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/span.h"
#include "diurna/status.h"

namespace diurna {

// What a caller may know about a report. An empty field is unknown, and is then looked for in the text.
struct Metadata {
  std::string id;     // else the file's name without its ending
  std::string title;  // when given it is not part of the text
  std::string publisher;
  std::string published;  // ISO 8601 date
  std::string url;
};

// A plain value: the decoded text (UTF-8, exactly the characters of the source, nothing stripped but a byte order
// mark) and its layout. All spans are bytes into `text`.
struct Document {
  std::string id;
  std::string text;
  std::string title;
  std::string publisher;
  std::string author;
  std::string url;
  std::string dateline_place;  // as written in the dateline: "MARSA ALBA" is "Marsa Alba"
  std::string published;       // ISO 8601 date, or empty
  std::string updated;
  std::string language = "en";        // BCP 47; "und" where the text is not English
  std::vector<std::string> warnings;  // each a line for a person

  Span title_span;      // empty when the title came as metadata, or is all that there is
  Span publisher_span;  // the line "PUBLISHER, DATE", empty when there is none
  Span byline_span;
  Span dateline_span;   // "MARSA ALBA, March 6 - ", empty when there is none
  Span published_span;  // the words that `published` was read from
  // Every line with something on it, title and publisher line included; where a text was broken into lines of even
  // length, the lines between two blank ones are one paragraph.
  std::vector<Span> paragraphs;
  uint32_t body_begin = 0;  // where the report itself starts, after title, publisher and byline lines
};

}  // namespace diurna

#endif  // DIURNA_DOCUMENT_H_
