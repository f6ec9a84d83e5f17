// The record as JSON, field by field the contract of docs/record.md. What is empty is written as null, so that a reader
// finds every key in every row; only `also`, `flags` and `background` are left out where they say nothing.

#include <cmath>

#include "base/json_writer.h"
#include "diurna/record.h"

namespace diurna {
namespace {

// Confidence in thousandths and degrees to about a metre: more digits would only claim a precision that is not there.
double Rounded(double value, double steps) { return std::round(value * steps) / steps; }

class RecordWriter {
 public:
  explicit RecordWriter(int indent) : json_(indent) {}

  std::string Write(const Record& record) {
    json_.BeginObject();
    json_.Key("document");
    Write(record.document);
    Register("events", record.events);
    Register("figures", record.figures);
    Register("measures", record.measures);
    Register("services", record.services);
    Register("prices", record.prices);
    Register("offices", record.offices);
    Register("statements", record.statements);
    Register("links", record.links);
    json_.EndObject();
    return json_.Take();
  }

 private:
  void Text(std::string_view key, std::string_view value) {
    json_.Key(key);
    json_.StringOrNull(value);
  }

  void Number(std::string_view key, const std::optional<double>& value) {
    json_.Key(key);
    if (value) {
      json_.Number(*value);
    } else {
      json_.Null();
    }
  }

  void Texts(std::string_view key, const std::vector<std::string>& values) {
    json_.Key(key);
    json_.BeginArray();
    for (const std::string& value : values) json_.String(value);
    json_.EndArray();
  }

  void Write(const Record::DocumentInfo& document) {
    json_.BeginObject();
    Text("id", document.id);
    Text("title", document.title);
    Text("publisher", document.publisher);
    Text("author", document.author);
    Text("url", document.url);
    Text("dateline_place", document.dateline_place);
    Text("published", document.published);
    Text("updated", document.updated);
    Text("language", document.language);
    Text("text_sha256", document.text_sha256);
    Text("engine", document.engine);
    Texts("warnings", document.warnings);
    json_.EndObject();
  }

  void Write(const Evidence& evidence) {
    json_.BeginObject();
    json_.Key("text");
    json_.String(evidence.text);
    json_.Key("start");
    json_.Integer(evidence.start);
    json_.Key("end");
    json_.Integer(evidence.end);
    json_.EndObject();
  }

  void Write(const Party& party) {
    json_.BeginObject();
    Text("text", party.text);
    Text("name", party.name);
    Text("role", party.role);
    Text("organization", party.organization);
    Text("country", party.country);
    Text("sector", party.sector);
    json_.EndObject();
  }

  void Write(const Place& place) {
    json_.BeginObject();
    json_.Key("text");
    json_.String(place.text);
    Text("name", place.name);
    json_.Key("geonames_id");
    if (place.geonames_id) {
      json_.Integer(*place.geonames_id);
    } else {
      json_.Null();
    }
    Text("country", place.country);
    Text("admin1", place.admin1);
    Degrees("lat", place.lat);
    Degrees("lon", place.lon);
    json_.Key("precision");
    json_.String(place.precision);
    json_.EndObject();
  }

  void Degrees(std::string_view key, const std::optional<double>& value) {
    Number(key, value ? std::optional(Rounded(*value, 1e5)) : std::nullopt);
  }

  void Write(const Time& time) {
    json_.BeginObject();
    Text("start", time.start);
    Text("end", time.end);
    Text("granularity", time.granularity == "century" ? "" : time.granularity);  // the contract's coarsest is a decade
    Text("text", time.text);
    json_.Key("basis");
    json_.String(time.basis);
    json_.EndObject();
  }

  template <typename T>
  void Optional(std::string_view key, const std::optional<T>& value) {
    json_.Key(key);
    if (value) {
      Write(*value);
    } else {
      json_.Null();
    }
  }

  // A party that the contract wants to be there even where nothing is known of it.
  void Required(std::string_view key, const std::optional<Party>& party) {
    json_.Key(key);
    Write(party.value_or(Party{}));
  }

  template <typename T>
  void List(std::string_view key, const std::vector<T>& values) {
    json_.Key(key);
    json_.BeginArray();
    for (const T& value : values) Write(value);
    json_.EndArray();
  }

  template <typename T>
  void Register(std::string_view name, const std::vector<T>& rows) {
    json_.Key(name);
    json_.BeginArray();
    for (const T& row : rows) {
      json_.BeginObject();
      json_.Key("id");
      json_.String(row.id);
      json_.Key("evidence");
      Write(row.evidence);
      Fields(row);
      Common(row);
      json_.EndObject();
    }
    json_.EndArray();
  }

  void Common(const Row& row) {
    Optional("place", row.place);
    Optional("time", row.time);
    List("source", row.source);
    json_.Key("modality");
    json_.String(row.modality);
    json_.Key("confidence");
    json_.Number(Rounded(row.confidence, 1e3));
    if (!row.also.empty()) List("also", row.also);
    if (!row.flags.empty()) Texts("flags", row.flags);
    if (row.background) {
      json_.Key("background");
      json_.Bool(true);
    }
  }

  void Fields(const Event& event) {
    Text("type", event.type);
    Text("mode", event.mode);
    Texts("context", event.context);
    Text("cameo", event.cameo);
    Text("acled_sub_event", event.acled_sub_event);
    List("actors", event.actors);
    List("recipients", event.recipients);
  }

  void Fields(const Figure& figure) {
    Text("kind", figure.kind);
    Number("value", figure.value);
    Number("high", figure.high);
    Text("bound", figure.bound);
    Text("who", figure.who);
    Text("unit", figure.unit);
    Text("running", figure.running);
  }

  void Fields(const Measure& measure) {
    Text("type", measure.type);
    Text("status", measure.status);
    Optional("authority", measure.authority);
    Text("instrument", measure.instrument);
    Texts("goods", measure.goods);
    Text("start", measure.start);
    Text("end", measure.end);
    Text("duration", measure.duration);
    Text("daily_from", measure.daily_from);
    Text("daily_until", measure.daily_until);
  }

  void Fields(const Service& service) {
    Text("system", service.system);
    Text("state", service.state);
    Text("start", service.start);
    Text("end", service.end);
    Text("cause", service.cause);
  }

  void Fields(const Price& price) {
    Text("commodity", price.commodity);
    Number("from", price.from);
    Number("to", price.to);
    Number("high", price.high);
    Text("bound", price.bound);
    Number("change_percent", price.change_percent);
    Text("currency", price.currency);
    Text("unit", price.unit);
    json_.Key("converted");
    json_.BeginArray();
    for (const Conversion& conversion : price.converted) {
      json_.BeginObject();
      json_.Key("value");
      json_.Number(conversion.value);
      Text("currency", conversion.currency);
      json_.EndObject();
    }
    json_.EndArray();
    Text("start", price.start);
  }

  void Fields(const Office& office) {
    Required("person", office.person);
    Text("office", office.office);
    Text("organization", office.organization);
    Text("change", office.change);
  }

  void Fields(const Statement& statement) {
    Required("speaker", statement.speaker);
    Text("act", statement.act);
    Optional("addressee", statement.addressee);
    Optional("content", statement.content);
    json_.Key("quoted");
    json_.Bool(statement.quoted);
  }

  void Fields(const Link& link) {
    Text("relation", link.relation);
    Text("from", link.from);
    Text("to", link.to);
  }

  JsonWriter json_;
};

}  // namespace

std::string ToJson(const Record& record, int indent) { return RecordWriter(indent).Write(record); }

}  // namespace diurna
