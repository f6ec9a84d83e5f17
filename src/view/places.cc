// The two forms of `diurna places`: a list for measures and tools, with offsets in code points as in the record; and
// GeoJSON (RFC 7946) for maps, where a feature carries what a reader of the map asks of a point: what it is called, how
// sure that is, what else it could be, and the sentence that names it. Longitude stands first, as the RFC has it.

#include "view/places.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.h"
#include "base/utf8.h"

namespace diurna {

namespace {

std::string_view KindOf(const PlaceMention& mention) {
  return mention.described ? "described" : mention.demonym ? "demonym" : "toponym";
}

double Rounded(double value, double steps) { return std::round(value * steps) / steps; }

void Text(std::string_view key, std::string_view value, JsonWriter* json) {
  json->Key(key);
  json->String(value);
}

void TextOrNull(std::string_view key, std::string_view value, JsonWriter* json) {
  json->Key(key);
  json->StringOrNull(value);
}

void WriteSpan(Span span, const CodePointIndex& index, JsonWriter* json) {
  json->Key("start");
  json->Integer(index.CodePoint(span.begin));
  json->Key("end");
  json->Integer(index.CodePoint(span.end));
}

void WriteId(const PlaceCandidate& place, JsonWriter* json) {
  json->Key("geonames_id");
  place.geonames_id != 0 ? json->Integer(place.geonames_id) : json->Null();
}

void WritePoint(const PlaceCandidate& place, JsonWriter* json) {
  json->Key("lat");
  place.has_point ? json->Number(place.lat) : json->Null();
  json->Key("lon");
  place.has_point ? json->Number(place.lon) : json->Null();
}

void WriteConfidence(double confidence, JsonWriter* json) {
  json->Key("confidence");
  json->Number(Rounded(confidence, 100));
}

// "Springfield, Missouri, US"
std::string Label(const PlaceCandidate& place) {
  std::string label = place.name;
  if (!place.admin1.empty() && place.admin1 != place.name) label += ", " + place.admin1;
  if (!place.country.empty()) label += ", " + place.country;
  return label;
}

// The sentence that a mention stands in, without the white space around it.
std::string_view SentenceOf(const PlaceMention& mention, const Analysis& analysis) {
  if (mention.tokens.begin >= analysis.size()) return {};
  const Sentence& sentence = analysis.sentences()[analysis[mention.tokens.begin].sentence];
  std::string_view text = analysis.SpanOf(sentence.begin, sentence.end - 1).In(analysis.text());
  constexpr std::string_view kBlank = " \t\r\n";
  const size_t begin = std::min(text.find_first_not_of(kBlank), text.size());
  return text.substr(begin, text.find_last_not_of(kBlank) + 1 - begin);
}

}  // namespace

std::string ToPlacesJson(const Document& document, const std::vector<PlaceMention>& places) {
  const CodePointIndex index(document.text);
  JsonWriter json(1);
  json.BeginObject();
  json.Key("places");
  json.BeginArray();
  for (const PlaceMention& mention : places) {
    if (mention.described) continue;
    json.BeginObject();
    Text("text", mention.span.In(document.text), &json);
    WriteSpan(mention.span, index, &json);
    Text("name", mention.place.name, &json);
    WriteId(mention.place, &json);
    TextOrNull("country", mention.place.country, &json);
    TextOrNull("admin1", mention.place.admin1, &json);
    WritePoint(mention.place, &json);
    Text("precision", Name(mention.place.precision), &json);
    Text("kind", KindOf(mention), &json);
    WriteConfidence(mention.confidence, &json);
    if (mention.runner_up) {
      json.Key("runner_up");
      json.BeginObject();
      Text("name", mention.runner_up->name, &json);
      WriteId(*mention.runner_up, &json);
      TextOrNull("country", mention.runner_up->country, &json);
      TextOrNull("admin1", mention.runner_up->admin1, &json);
      WritePoint(*mention.runner_up, &json);
      json.EndObject();
    }
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return json.Take() + "\n";
}

std::string ToGeoJson(const Document& document, const Analysis& analysis, const std::vector<PlaceMention>& places) {
  const CodePointIndex index(document.text);
  JsonWriter json(1);
  json.BeginObject();
  Text("type", "FeatureCollection", &json);
  json.Key("features");
  json.BeginArray();
  for (const PlaceMention& mention : places) {
    json.BeginObject();
    Text("type", "Feature", &json);
    json.Key("geometry");
    if (mention.place.has_point) {
      json.BeginObject();
      Text("type", "Point", &json);
      json.Key("coordinates");
      json.BeginArray();
      json.Number(mention.place.lon);
      json.Number(mention.place.lat);
      json.EndArray();
      json.EndObject();
    } else {
      json.Null();
    }
    json.Key("properties");
    json.BeginObject();
    Text("text", mention.span.In(document.text), &json);
    WriteSpan(mention.span, index, &json);
    Text("name", mention.place.name, &json);
    WriteId(mention.place, &json);
    TextOrNull("country", mention.place.country, &json);
    TextOrNull("admin1", mention.place.admin1, &json);
    Text("precision", Name(mention.place.precision), &json);
    Text("kind", KindOf(mention), &json);
    WriteConfidence(mention.confidence, &json);
    json.Key("runner_up");
    mention.runner_up ? json.String(Label(*mention.runner_up)) : json.Null();
    Text("evidence", SentenceOf(mention, analysis), &json);
    json.EndObject();
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return json.Take() + "\n";
}

}  // namespace diurna
