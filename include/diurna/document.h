// Document: one report, as it came in: its text and what is known about it before anything is understood. Reader::Parse
// makes one of the bytes of a file; a caller who knows the layout already makes it by hand:
//
// Example:
//
//   diurna::Document report;
//   report.id = "17";
//   report.text = "Ferries stay in port\n\nThe strike at Marsa Alba went on.\n";
//   report.published = "2024-03-06";
//   report.title = "Ferries stay in port";
//   report.title_span = {0, 20};
//   report.paragraphs = {{0, 20}, {22, 55}};
//   report.body_begin = 22;
//   const diurna::Status valid = diurna::Validate(report);
//   if (!valid.ok()) std::cerr << valid.message() << '\n';
//   return valid.ok() ? 0 : 1;

#ifndef DIURNA_DOCUMENT_H_
#define DIURNA_DOCUMENT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/span.h"
#include "diurna/status.h"

namespace diurna {

// The longest report that is parsed, in bytes of its file. Ten times a long one; a longer file is a book or an archive.
// It bounds what a report takes of memory, some 512 bytes a byte at most; time is in proportion to the bytes anyway.
inline constexpr size_t kMostReportBytes = size_t{1} << 20;
// The longest text of a document: that of the longest report in an encoding of one byte a character, each of which may
// take three in UTF-8. It bounds every other string of a document too.
inline constexpr size_t kMostTextBytes = 3 * kMostReportBytes;

// What a caller may know about a report. An empty field is unknown, and is then looked for in the text.
struct Metadata {
  std::string id;     // else the file's name without its ending
  std::string title;  // when given it is not part of the text
  std::string publisher;
  std::string published;  // ISO 8601 date
  std::string url;
};

// A plain value: the decoded text (exactly the characters of the source, nothing stripped but a byte order mark) and
// its layout. What must hold, and what Validate checks:
// - every string is UTF-8 and has at most kMostTextBytes;
// - every span lies in `text`, its begin not behind its end, both on boundaries of code points; so does `body_begin`;
// - paragraphs are not empty, stand in order and do not overlap;
// - `published` and `updated` are dates of the calendar as 2024-03-06, or empty;
// - `language` is a tag of letters, digits and hyphens.
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

// Ok where all that must hold of a document does; else kTooLarge or kBadInput, and the message names the field and what
// is wrong with it. Linear in the length of the text. Reader::Read begins with it.
Status Validate(const Document& document);

}  // namespace diurna

#endif  // DIURNA_DOCUMENT_H_
