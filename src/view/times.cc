// The two forms of `diurna dates`. TimeML 1.2.1 is the form that the corpora and tools of the field read: the text with
// inline TIMEX3, the publication date as t0. Spans never overlap, so that tags nest; characters that XML 1.0 does not
// allow are written as U+FFFD; the controls that it allows by their number, all others as they are.

#include "view/times.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.h"
#include "base/utf8.h"

namespace diurna {

namespace {

constexpr std::string_view kTypes[] = {"DATE", "TIME", "DURATION", "SET"};

void AppendXml(std::string_view text, bool attribute, std::string* out) {
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const char32_t c = DecodeUtf8(text, &at);
    switch (c) {
      case '&':
        *out += "&amp;";
        break;
      case '<':
        *out += "&lt;";
        break;
      case '>':
        *out += "&gt;";
        break;
      case '"':
        *out += attribute ? "&quot;" : "\"";
        break;
      default:
        if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF) {
          AppendUtf8(kReplacement, out);
        } else if (c == '\r' || (c >= 0x7F && c < 0xA0)) {
          *out += fmt::format("&#{};", static_cast<unsigned>(c));
        } else {
          out->append(text.substr(begin, at - begin));
        }
    }
  }
}

void Attribute(std::string_view name, std::string_view value, std::string* out) {
  *out += ' ';
  *out += name;
  *out += "=\"";
  AppendXml(value, true, out);
  *out += '"';
}

}  // namespace

std::string ToTimeMl(const Document& document, const std::vector<TimeMention>& times) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
      "xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">\n<DOCID>";
  AppendXml(document.id, false, &out);
  out += "</DOCID>\n<DCT><TIMEX3 tid=\"t0\" type=\"DATE\"";
  Attribute("value", document.published.empty() ? "XXXX-XX-XX" : document.published, &out);
  out += " temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">";
  AppendXml(document.published, false, &out);
  out += "</TIMEX3></DCT>\n<TEXT>";
  uint32_t at = 0;
  const std::string_view text = document.text;
  for (size_t i = 0; i < times.size(); ++i) {
    const TimeMention& time = times[i];
    if (time.span.begin < at || time.span.end > text.size()) continue;
    AppendXml(text.substr(at, time.span.begin - at), false, &out);
    out += fmt::format("<TIMEX3 tid=\"t{}\" type=\"{}\"", i + 1, kTypes[static_cast<int>(time.type)]);
    Attribute("value", time.value, &out);
    if (!time.quant.empty()) Attribute("quant", time.quant, &out);
    if (!time.freq.empty()) Attribute("freq", time.freq, &out);
    if (!time.mod.empty()) Attribute("mod", time.mod, &out);
    if (time.anchor >= 0) Attribute("anchorTimeID", fmt::format("t{}", time.anchor + 1), &out);
    out += '>';
    AppendXml(time.span.In(text), false, &out);
    out += "</TIMEX3>";
    at = time.span.end;
  }
  AppendXml(text.substr(at), false, &out);
  out += "</TEXT>\n</TimeML>\n";
  return out;
}

std::string ToDatesJson(const Document& document, const std::vector<TimeMention>& times) {
  const CodePointIndex index(document.text);
  JsonWriter json(2);
  json.BeginObject();
  json.Key("published");
  json.StringOrNull(document.published);
  json.Key("dates");
  json.BeginArray();
  for (const TimeMention& time : times) {
    const auto optional = [&](std::string_view name, std::string_view value) {
      if (value.empty()) return;
      json.Key(name);
      json.String(value);
    };
    json.BeginObject();
    optional("text", time.span.In(document.text));
    json.Key("offset");
    json.BeginArray();
    json.Integer(index.CodePoint(time.span.begin));
    json.Integer(index.CodePoint(time.span.end));
    json.EndArray();
    optional("type", kTypes[static_cast<size_t>(time.type)]);
    optional("value", time.value);
    optional("mod", time.mod);
    optional("quant", time.quant);
    optional("freq", time.freq);
    optional("start", time.start);
    optional("end", time.end);
    if (!time.start.empty() && time.granularity) optional("granularity", Name(*time.granularity));
    optional("duration", time.duration);
    if (time.range_end >= 0) {
      json.Key("until");
      json.Integer(time.range_end);
    }
    if (time.daily) {
      json.Key("daily");
      json.Bool(true);
    }
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return json.Take() + "\n";
}

}  // namespace diurna
