// Everything goes to one string by appending: an analysis has tens of numbers and names a token, and a tree of JSON
// values would cost more than the analysis. Tokens stand in the order of the text, so code points are counted along.

#include "language/parse_output.h"

#include <charconv>
#include <vector>

#include "base/json_writer.h"
#include "base/utf8.h"

namespace diurna {

namespace {

void AppendNumber(uint32_t number, std::string* out) {
  char digits[10];
  out->append(digits, std::to_chars(digits, digits + sizeof(digits), number).ptr);
}

// Code points in front of the start and the end of each token.
struct Offsets {
  std::vector<uint32_t> begin;
  std::vector<uint32_t> end;
};

Offsets CodePoints(const Analysis& analysis) {
  const std::string_view text = analysis.text();
  Offsets offsets;
  offsets.begin.reserve(analysis.size());
  offsets.end.reserve(analysis.size());
  uint32_t at = 0;
  uint32_t points = 0;
  const auto count_to = [&](uint32_t byte) {
    for (; at < byte; ++at) points += IsUtf8Continuation(text[at]) ? 0 : 1;
    return points;
  };
  for (const Token& token : analysis.tokens()) {
    offsets.begin.push_back(count_to(token.span.begin));
    offsets.end.push_back(count_to(token.span.end));
  }
  return offsets;
}

void AppendSpan(uint32_t begin, uint32_t end, std::string* out) {
  out->append("{\"start\": ");
  AppendNumber(begin, out);
  out->append(", \"end\": ");
  AppendNumber(end, out);
}

void AppendMember(std::string_view key, std::string_view value, std::string* out) {
  out->append(", \"");
  out->append(key);
  out->append("\": ");
  AppendJsonString(value, out);
}

// A column of CoNLL-U, where blanks would end it.
void AppendColumn(std::string_view value, std::string* out) {
  if (value.empty()) out->push_back('_');
  for (const char c : value) {
    switch (c) {
      case ' ':
        out->append("\\s");
        break;
      case '\n':
        out->append("\\n");
        break;
      case '\t':
        out->append("\\t");
        break;
      case '\r':
        out->append("\\r");
        break;
      default:
        out->push_back(c);
    }
  }
}

}  // namespace

std::string ToJson(const Analysis& analysis, std::string_view id) {
  constexpr size_t kPerToken = 150;  // bytes, about
  const Offsets offsets = CodePoints(analysis);
  std::string out;
  out.reserve(analysis.text().size() * 2 + analysis.size() * kPerToken);
  out.push_back('{');
  if (!id.empty()) {
    out.append("\"id\": ");
    AppendJsonString(id, &out);
    out.append(", ");
  }
  out.append("\"text\": ");
  AppendJsonString(analysis.text(), &out);
  out.append(", \"ents\": [");
  for (const Entity& entity : analysis.entities()) {
    if (out.back() == '}') out.append(", ");
    AppendSpan(offsets.begin[entity.begin], offsets.end[entity.end - 1], &out);
    AppendMember("label", Name(entity.type), &out);
    out.push_back('}');
  }
  out.append("], \"sents\": [");
  for (const Sentence& sentence : analysis.sentences()) {
    if (out.back() == '}') out.append(", ");
    AppendSpan(offsets.begin[sentence.begin], offsets.end[sentence.end - 1], &out);
    out.push_back('}');
  }
  out.append("], \"tokens\": [");
  for (uint32_t i = 0; i < analysis.size(); ++i) {
    const Token& token = analysis[i];
    out.append(i == 0 ? "{\"id\": " : ", {\"id\": ");
    AppendNumber(i, &out);
    out.append(", \"start\": ");
    AppendNumber(offsets.begin[i], &out);
    out.append(", \"end\": ");
    AppendNumber(offsets.end[i], &out);
    AppendMember("tag", token.tag, &out);
    AppendMember("pos", Name(token.pos), &out);
    AppendMember("morph", token.morph, &out);
    AppendMember("lemma", token.lemma, &out);
    AppendMember("dep", token.label, &out);
    out.append(", \"head\": ");
    AppendNumber(token.head, &out);
    out.push_back('}');
  }
  out.append("]}");
  return out;
}

std::string ToConllu(const Analysis& analysis, std::string_view id) {
  constexpr size_t kPerToken = 120;  // bytes, about
  const Offsets offsets = CodePoints(analysis);
  std::string out;
  out.reserve(analysis.text().size() + analysis.size() * kPerToken);
  uint32_t number = 0;
  for (const Sentence& sentence : analysis.sentences()) {
    if (number == 0 && !id.empty()) {
      out.append("# newdoc id = ");
      out.append(id);
      out.push_back('\n');
    }
    out.append("# sent_id = ");
    AppendNumber(++number, &out);
    out.append("\n# text = ");
    for (const char c : analysis.SpanOf(sentence.begin, sentence.end - 1).In(analysis.text())) {
      out.push_back(static_cast<unsigned char>(c) < ' ' ? ' ' : c);
    }
    out.push_back('\n');
    for (uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const Token& token = analysis[i];
      AppendNumber(i - sentence.begin + 1, &out);
      for (const std::string_view column : {token.text, token.lemma, Name(token.pos), token.tag, token.morph}) {
        out.push_back('\t');
        AppendColumn(column, &out);
      }
      out.push_back('\t');
      AppendNumber(token.head == i ? 0 : token.head - sentence.begin + 1, &out);
      out.push_back('\t');
      AppendColumn(token.head == i ? "root" : token.label, &out);
      out.append("\t_\t");
      if (!token.space_after) out.append("SpaceAfter=No|");
      out.append("start_char=");
      AppendNumber(offsets.begin[i], &out);
      out.append("|end_char=");
      AppendNumber(offsets.end[i], &out);
      if (token.entity) {
        const Entity& entity = analysis.entities()[*token.entity];
        out.append(entity.begin == i ? "|NER=B-" : "|NER=I-");
        out.append(Name(entity.type));
      }
      out.push_back('\n');
    }
    out.push_back('\n');
  }
  return out;
}

}  // namespace diurna
