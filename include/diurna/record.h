// Record: what the engine writes down about one report: the document and eight registers of rows, as plain values.
// Field by field this is the contract of docs/record.md; empty strings, empty optionals and empty lists stand for null.
//
// Example:
//
//   diurna::Record record;
//   record.document.id = "17";
//   diurna::Event event;
//   event.id = "e1";
//   event.evidence.text = "Ferries stay in port";
//   event.evidence.end = 20;
//   record.events.push_back(event);
//   std::cout << diurna::ToJson(record, 2) << '\n';

#ifndef DIURNA_RECORD_H_
#define DIURNA_RECORD_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "diurna/span.h"

namespace diurna {

// Exact words of the text. Offsets are Unicode code points into the document's text, as the contract wants them.
struct Evidence {
  std::string text;
  uint32_t start = 0;
  uint32_t end = 0;
  Span bytes;  // the same in bytes of the UTF-8 text; not written out
};

struct Place {
  std::string text;
  std::string name;
  std::optional<int64_t> geonames_id;
  std::string country;             // ISO 3166-1 alpha-2
  std::string admin1;              // name of the first-order division
  std::optional<double> lat, lon;  // degrees, WGS 84
  std::string precision;           // facility, city, admin2, admin1, country, region
};

struct Time {
  std::string start, end;   // local ISO 8601, as precise as the text
  std::string granularity;  // minute, hour, part_of_day, day, week, month, quarter, year, decade
  std::string text;
  std::string basis;  // stated, inherited, publication
};

// A person, body or group with a part in a row.
struct Party {
  std::string text, name, role, organization;
  std::string country;  // ISO 3166-1 alpha-2
  std::string sector;   // PLOVER's
};

// What every row has.
struct Row {
  std::string id;
  Evidence evidence;
  std::vector<Evidence> also;
  std::optional<Place> place;
  std::optional<Time> time;
  std::vector<Party> source;  // who says so, outermost first
  std::string modality = "happened";
  double confidence = 0.5;  // 0 to 1
  std::vector<std::string> flags;
  bool background = false;
};

struct Event : Row {
  std::string type, mode;
  std::vector<std::string> context;
  std::string cameo, acled_sub_event;
  std::vector<Party> actors, recipients;
};

struct Figure : Row {
  std::string kind;
  std::optional<double> value, high;
  std::string bound, who, unit, running;
};

struct Measure : Row {
  std::string type, status;
  std::optional<Party> authority;
  std::string instrument;
  std::vector<std::string> goods;
  std::string start, end, duration, daily_from, daily_until;
};

struct Service : Row {
  std::string system, state, start, end, cause;
};

struct Conversion {
  double value = 0;
  std::string currency;
};

struct Price : Row {
  std::string commodity;
  std::optional<double> from, to, high, change_percent;
  std::string bound, currency, unit, start;
  std::vector<Conversion> converted;
};

struct Office : Row {
  std::optional<Party> person;
  std::string office, organization, change;
};

struct Statement : Row {
  std::optional<Party> speaker, addressee;
  std::string act;
  std::optional<Evidence> content;
  bool quoted = false;
};

struct Link : Row {
  std::string relation;
  std::string from, to;  // ids of rows, or empty
};

// The record of one report. A plain value; const access from many threads is safe.
struct Record {
  struct DocumentInfo {
    std::string id, title, publisher, author, url, dateline_place, published, updated, language, text_sha256, engine;
    std::vector<std::string> warnings;
  };
  DocumentInfo document;
  std::vector<Event> events;
  std::vector<Figure> figures;
  std::vector<Measure> measures;
  std::vector<Service> services;
  std::vector<Price> prices;
  std::vector<Office> offices;
  std::vector<Statement> statements;
  std::vector<Link> links;
};

// The record as JSON, the same bytes for the same record. `indent` spaces a level, or 0 for one line without line end.
std::string ToJson(const Record& record, int indent = 0);

}  // namespace diurna

#endif  // DIURNA_RECORD_H_
