// The fields of the record, each object once: what the writer and the reader of JSON both go by, so that neither knows
// a field that the other does not. Names, order and rules are those of docs/record.md.
//
// VisitFields(visitor, object) calls, for each field,
//   visitor.Field("name", member, rule)
// and for numbers that are written with no more digits than they can claim,
//   visitor.Rounded("name", member, steps, rule)     to the next 1/steps

#ifndef DIURNA_RECORD_FIELDS_H_
#define DIURNA_RECORD_FIELDS_H_

#include <concepts>
#include <cstdint>
#include <type_traits>

#include "diurna/record.h"

namespace diurna {

enum class FieldRule : uint8_t {
  kFilled,   // always there and never null
  kPresent,  // always there
  kOpen,     // may be left out; we write null
  kSparse,   // may be left out, and is where it says nothing
};

// T or const T.
template <typename A, typename T>
concept MaybeConst = std::same_as<std::remove_const_t<A>, T>;

constexpr double kDegreeSteps = 1e5;      // to about a metre
constexpr double kConfidenceSteps = 1e3;  // more digits would claim a precision that is not there

template <typename Visitor, MaybeConst<Evidence> T>
void VisitFields(Visitor& visitor, T& evidence) {
  visitor.Field("text", evidence.text, FieldRule::kFilled);
  visitor.Field("start", evidence.start, FieldRule::kFilled);
  visitor.Field("end", evidence.end, FieldRule::kFilled);
}

template <typename Visitor, MaybeConst<Party> T>
void VisitFields(Visitor& visitor, T& party) {
  visitor.Field("text", party.text, FieldRule::kPresent);
  visitor.Field("name", party.name, FieldRule::kPresent);
  visitor.Field("role", party.role, FieldRule::kOpen);
  visitor.Field("organization", party.organization, FieldRule::kOpen);
  visitor.Field("country", party.country, FieldRule::kOpen);
  visitor.Field("sector", party.sector, FieldRule::kOpen);
  visitor.Field("start", party.start, FieldRule::kSparse);
  visitor.Field("end", party.end, FieldRule::kSparse);
}

template <typename Visitor, MaybeConst<Place> T>
void VisitFields(Visitor& visitor, T& place) {
  visitor.Field("text", place.text, FieldRule::kFilled);
  visitor.Field("name", place.name, FieldRule::kPresent);
  visitor.Field("geonames_id", place.geonames_id, FieldRule::kOpen);
  visitor.Field("country", place.country, FieldRule::kOpen);
  visitor.Field("admin1", place.admin1, FieldRule::kOpen);
  visitor.Rounded("lat", place.lat, kDegreeSteps, FieldRule::kOpen);
  visitor.Rounded("lon", place.lon, kDegreeSteps, FieldRule::kOpen);
  visitor.Field("precision", place.precision, FieldRule::kFilled);
}

template <typename Visitor, MaybeConst<Time> T>
void VisitFields(Visitor& visitor, T& time) {
  visitor.Field("start", time.start, FieldRule::kPresent);
  visitor.Field("end", time.end, FieldRule::kOpen);
  visitor.Field("granularity", time.granularity, FieldRule::kOpen);
  visitor.Field("text", time.text, FieldRule::kOpen);
  visitor.Field("basis", time.basis, FieldRule::kFilled);
}

template <typename Visitor, MaybeConst<Conversion> T>
void VisitFields(Visitor& visitor, T& conversion) {
  visitor.Field("value", conversion.value, FieldRule::kOpen);
  visitor.Field("currency", conversion.currency, FieldRule::kOpen);
}

template <typename Visitor, MaybeConst<Record::DocumentInfo> T>
void VisitFields(Visitor& visitor, T& document) {
  visitor.Field("format", document.format, FieldRule::kSparse);
  visitor.Field("id", document.id, FieldRule::kPresent);
  visitor.Field("title", document.title, FieldRule::kOpen);
  visitor.Field("publisher", document.publisher, FieldRule::kOpen);
  visitor.Field("author", document.author, FieldRule::kOpen);
  visitor.Field("url", document.url, FieldRule::kOpen);
  visitor.Field("dateline_place", document.dateline_place, FieldRule::kOpen);
  visitor.Field("published", document.published, FieldRule::kOpen);
  visitor.Field("updated", document.updated, FieldRule::kOpen);
  visitor.Field("language", document.language, FieldRule::kOpen);
  visitor.Field("text_sha256", document.text_sha256, FieldRule::kOpen);
  visitor.Field("engine", document.engine, FieldRule::kOpen);
  visitor.Field("warnings", document.warnings, FieldRule::kOpen);
  visitor.Field("text", document.text, FieldRule::kSparse);
}

template <typename Visitor, MaybeConst<Event> T>
void VisitOwnFields(Visitor& visitor, T& event) {
  visitor.Field("type", event.type, FieldRule::kFilled);
  visitor.Field("mode", event.mode, FieldRule::kOpen);
  visitor.Field("context", event.context, FieldRule::kOpen);
  visitor.Field("cameo", event.cameo, FieldRule::kOpen);
  visitor.Field("acled_sub_event", event.acled_sub_event, FieldRule::kOpen);
  visitor.Field("actors", event.actors, FieldRule::kOpen);
  visitor.Field("recipients", event.recipients, FieldRule::kOpen);
}

template <typename Visitor, MaybeConst<Figure> T>
void VisitOwnFields(Visitor& visitor, T& figure) {
  visitor.Field("kind", figure.kind, FieldRule::kFilled);
  visitor.Field("value", figure.value, FieldRule::kFilled);
  visitor.Field("high", figure.high, FieldRule::kOpen);
  visitor.Field("bound", figure.bound, FieldRule::kPresent);
  visitor.Field("who", figure.who, FieldRule::kOpen);
  visitor.Field("unit", figure.unit, FieldRule::kOpen);
  visitor.Field("running", figure.running, FieldRule::kOpen);
}

template <typename Visitor, MaybeConst<Measure> T>
void VisitOwnFields(Visitor& visitor, T& measure) {
  visitor.Field("type", measure.type, FieldRule::kFilled);
  visitor.Field("status", measure.status, FieldRule::kPresent);
  visitor.Field("authority", measure.authority, FieldRule::kOpen);
  visitor.Field("instrument", measure.instrument, FieldRule::kOpen);
  visitor.Field("goods", measure.goods, FieldRule::kOpen);
  visitor.Field("start", measure.start, FieldRule::kOpen);
  visitor.Field("end", measure.end, FieldRule::kOpen);
  visitor.Field("duration", measure.duration, FieldRule::kOpen);
  visitor.Field("daily_from", measure.daily_from, FieldRule::kOpen);
  visitor.Field("daily_until", measure.daily_until, FieldRule::kOpen);
}

template <typename Visitor, MaybeConst<Service> T>
void VisitOwnFields(Visitor& visitor, T& service) {
  visitor.Field("system", service.system, FieldRule::kFilled);
  visitor.Field("state", service.state, FieldRule::kFilled);
  visitor.Field("start", service.start, FieldRule::kOpen);
  visitor.Field("end", service.end, FieldRule::kOpen);
  visitor.Field("cause", service.cause, FieldRule::kOpen);
}

template <typename Visitor, MaybeConst<Price> T>
void VisitOwnFields(Visitor& visitor, T& price) {
  visitor.Field("commodity", price.commodity, FieldRule::kPresent);
  visitor.Field("from", price.from, FieldRule::kOpen);
  visitor.Field("to", price.to, FieldRule::kPresent);
  visitor.Field("high", price.high, FieldRule::kOpen);
  visitor.Field("bound", price.bound, FieldRule::kOpen);
  visitor.Field("change_percent", price.change_percent, FieldRule::kOpen);
  visitor.Field("currency", price.currency, FieldRule::kOpen);
  visitor.Field("unit", price.unit, FieldRule::kOpen);
  visitor.Field("converted", price.converted, FieldRule::kOpen);
  visitor.Field("start", price.start, FieldRule::kOpen);
}

template <typename Visitor, MaybeConst<Office> T>
void VisitOwnFields(Visitor& visitor, T& office) {
  visitor.Field("person", office.person, FieldRule::kFilled);
  visitor.Field("office", office.office, FieldRule::kOpen);
  visitor.Field("organization", office.organization, FieldRule::kOpen);
  visitor.Field("change", office.change, FieldRule::kFilled);
}

template <typename Visitor, MaybeConst<Statement> T>
void VisitOwnFields(Visitor& visitor, T& statement) {
  visitor.Field("speaker", statement.speaker, FieldRule::kFilled);
  visitor.Field("act", statement.act, FieldRule::kFilled);
  visitor.Field("addressee", statement.addressee, FieldRule::kOpen);
  visitor.Field("content", statement.content, FieldRule::kOpen);
  visitor.Field("quoted", statement.quoted, FieldRule::kOpen);
}

template <typename Visitor, MaybeConst<Link> T>
void VisitOwnFields(Visitor& visitor, T& link) {
  visitor.Field("relation", link.relation, FieldRule::kFilled);
  visitor.Field("from", link.from, FieldRule::kOpen);
  visitor.Field("to", link.to, FieldRule::kOpen);
  visitor.Field("from_words", link.from_words, FieldRule::kSparse);
  visitor.Field("to_words", link.to_words, FieldRule::kSparse);
}

// A row: what every row has, with the register's own fields behind its evidence.
template <typename Visitor, typename T>
requires std::derived_from<std::remove_const_t<T>, Row>
void VisitFields(Visitor& visitor, T& row) {
  visitor.Field("id", row.id, FieldRule::kFilled);
  visitor.Field("evidence", row.evidence, FieldRule::kFilled);
  VisitOwnFields(visitor, row);
  visitor.Field("place", row.place, FieldRule::kOpen);
  visitor.Field("time", row.time, FieldRule::kOpen);
  visitor.Field("source", row.source, FieldRule::kFilled);
  visitor.Field("modality", row.modality, FieldRule::kFilled);
  visitor.Rounded("confidence", row.confidence, kConfidenceSteps, FieldRule::kFilled);
  visitor.Field("also", row.also, FieldRule::kSparse);
  visitor.Field("flags", row.flags, FieldRule::kSparse);
  visitor.Field("background", row.background, FieldRule::kSparse);
  visitor.Field("readers", row.readers, FieldRule::kSparse);
}

template <typename Visitor, MaybeConst<Record> T>
void VisitFields(Visitor& visitor, T& record) {
  visitor.Field("document", record.document, FieldRule::kFilled);
  visitor.Field("events", record.events, FieldRule::kFilled);
  visitor.Field("figures", record.figures, FieldRule::kFilled);
  visitor.Field("measures", record.measures, FieldRule::kFilled);
  visitor.Field("services", record.services, FieldRule::kFilled);
  visitor.Field("prices", record.prices, FieldRule::kFilled);
  visitor.Field("offices", record.offices, FieldRule::kFilled);
  visitor.Field("statements", record.statements, FieldRule::kFilled);
  visitor.Field("links", record.links, FieldRule::kFilled);
}

}  // namespace diurna

#endif  // DIURNA_RECORD_FIELDS_H_
