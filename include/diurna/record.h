// Record: what the engine writes down about one report: the document and eight registers of rows, as plain values.
// Field by field this is the contract of docs/record.md; empty strings, empty optionals and empty lists stand for null.
// Words of closed vocabularies are the enumerations of diurna/vocabulary.h. All are plain values: const access from
// many threads is safe.
//
// Example:
//
//   diurna::Record record;
//   record.document.id = "17";
//   diurna::Event event;
//   event.id = "e1";
//   event.type = diurna::EventType::kProtest;
//   event.mode = diurna::EventMode::kStrike;
//   event.evidence.text = "Ferries stay in port";
//   event.evidence.end = 20;
//   record.events.push_back(event);
//   const std::string json = diurna::ToJson(record, 2);
//   const diurna::Result<diurna::Record> same = diurna::FromJson(json);
//   if (!same.ok() || same->events[0].mode != event.mode) return 1;

#ifndef DIURNA_RECORD_H_
#define DIURNA_RECORD_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/span.h"
#include "diurna/status.h"
#include "diurna/vocabulary.h"

namespace diurna {

// Exact words of the text. Offsets are Unicode code points into the document's text, as the contract wants them.
struct Evidence {
  std::string text;
  uint32_t start = 0;
  uint32_t end = 0;
  Span bytes;  // the same in bytes of the UTF-8 text; not written out, so empty in a record that was read from JSON
};

struct Place {
  std::string text;
  std::string name;
  std::optional<int64_t> geonames_id;
  std::string country;             // ISO 3166-1 alpha-2
  std::string admin1;              // name of the first-order division
  std::optional<double> lat, lon;  // degrees, WGS 84
  PlacePrecision precision = PlacePrecision::kCity;
};

struct Time {
  std::string start, end;                  // local ISO 8601, as precise as the text
  std::optional<Granularity> granularity;  // none where it is coarser than a decade
  std::string text;
  TimeBasis basis = TimeBasis::kStated;
};

// A person, body or group with a part in a row.
struct Party {
  std::string text, name, role, organization;
  std::string country;  // ISO 3166-1 alpha-2
  std::optional<Sector> sector;
  std::optional<uint32_t> start, end;  // of `text`, in code points
};

// What every row has.
struct Row {
  std::string id;
  Evidence evidence;
  std::vector<Evidence> also;
  std::optional<Place> place;
  std::optional<Time> time;
  std::vector<Party> source;  // who says so, outermost first
  Modality modality = Modality::kHappened;
  double confidence = 0.5;  // 0 to 1
  std::vector<std::string> flags;
  bool background = false;
  std::vector<std::string> readers;  // who read it, where there was more than one reader
};

struct Event : Row {
  EventType type = EventType::kHazard;
  std::optional<EventMode> mode;
  std::vector<EventContext> context;
  std::string cameo;
  std::optional<AcledSubEvent> acled_sub_event;
  std::vector<Party> actors, recipients;
};

struct Figure : Row {
  FigureKind kind = FigureKind::kOther;
  std::optional<double> value, high;
  std::optional<Bound> bound;
  std::string who, unit;
  std::optional<Running> running;
};

struct Measure : Row {
  MeasureType type = MeasureType::kOther;
  std::optional<MeasureStatus> status;
  std::optional<Party> authority;
  std::string instrument;
  std::vector<std::string> goods;
  std::string start, end, duration, daily_from, daily_until;
};

struct Service : Row {
  ServiceSystem system = ServiceSystem::kOther;
  ServiceState state = ServiceState::kNormal;
  std::string start, end, cause;
};

struct Conversion {
  double value = 0;
  std::string currency;
};

struct Price : Row {
  std::string commodity;
  std::optional<double> from, to, high, change_percent;
  std::optional<Bound> bound;
  std::string currency, unit, start;
  std::vector<Conversion> converted;
};

struct Office : Row {
  std::optional<Party> person;
  std::string office, organization;
  OfficeChange change = OfficeChange::kHolds;
};

struct Statement : Row {
  std::optional<Party> speaker, addressee;
  SpeechAct act = SpeechAct::kSay;
  std::optional<Evidence> content;
  bool quoted = false;
};

struct Link : Row {
  LinkRelation relation = LinkRelation::kCauses;
  std::string from, to;                          // ids of rows, or empty
  std::optional<Evidence> from_words, to_words;  // the words that tell each end
};

// The record of one report.
struct Record {
  struct DocumentInfo {
    std::string id, title, publisher, author, url, dateline_place, published, updated, language, text_sha256, engine;
    std::vector<std::string> warnings;
    std::string format;  // version of the contract; empty in records from before there were versions
    std::string text;    // the report's own, where it was asked for
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

// A record from its JSON form. Fails, naming the path, where the text is no JSON, a value has another type or is
// missing, a word is none of its vocabulary, or a key is none of the contract's.
Result<Record> FromJson(std::string_view json);

// What breaks the contract in a record, a line each that names the row; empty where nothing does. Looked at is what no
// type can hold: that ids are unlike one another and those of links are there; that spans begin before they end, and
// their words are as long as they say; that dates are dates, and no time, measure or service ends before it begins;
// that a range's high is no less than its low; that numbers are numbers, probabilities from 0 to 1 and places on the
// earth. With `text`, the report's text, all spans lie in it and have its words, and rows stand in its order, as those
// of Reader::Read do. Linear in the sizes of both. FromJson checks words and types; Reader::Read adds to a record's
// warnings what this finds.
std::vector<std::string> Check(const Record& record, std::string_view text = {});

}  // namespace diurna

#endif  // DIURNA_RECORD_H_
