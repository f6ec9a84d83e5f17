// Rows in words: what a row says in half a sentence, and when.

#ifndef DIURNA_VIEW_PHRASES_H_
#define DIURNA_VIEW_PHRASES_H_

#include <string>
#include <string_view>
#include <vector>

#include "diurna/record.h"

namespace diurna {

// "killed: more than 300 people", "power: down since 18 Nov", "curfew in force 23:00-07:00 daily until 1 Dec". Dates
// are written without their year where it is `year` (four digits, or empty).
std::string Phrase(const Event& event, std::string_view year);
std::string Phrase(const Figure& figure, std::string_view year);
std::string Phrase(const Measure& measure, std::string_view year);
std::string Phrase(const Service& service, std::string_view year);
std::string Phrase(const Price& price, std::string_view year);
std::string Phrase(const Office& office, std::string_view year);
std::string Phrase(const Statement& statement, std::string_view year);

// "e1 flood" for an id: what a link says of its ends.
struct RowLabel {
  std::string id;
  std::string label;
};
std::vector<RowLabel> LabelRows(const Record& record);
std::string Phrase(const Link& link, const std::vector<RowLabel>& labels);

// "4 Mar", "5 Mar evening", "3-5 Mar", "Feb 2024": `time` for a reader.
std::string PhraseTime(const Time& time, std::string_view year);
// A date or moment of ISO 8601 alone: "4 Mar", "4 Mar 23:00". What is no such thing stays as it is.
std::string PhraseDate(std::string_view iso, std::string_view year);
// "civil defence agency, citing hospitals".
std::string PhraseSource(const std::vector<Party>& source);
// "1,300", "2.5 million", "0.88".
std::string PhraseNumber(double value);

}  // namespace diurna

#endif  // DIURNA_VIEW_PHRASES_H_
