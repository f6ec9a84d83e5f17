#include "support/analysis_tsv.h"

#include <charconv>
#include <fstream>
#include <sstream>
#include <vector>

namespace diurna {

namespace {

template <typename Enum>
Enum Named(std::string_view name, Enum last, Enum otherwise) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (Name(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  return otherwise;
}

uint32_t Number(std::string_view digits) {
  uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::string Unescaped(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char next = text[++i];
    out += next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next;
  }
  return out;
}

}  // namespace

Result<Analysis> AnalysisFromTsv(std::string_view text, std::string_view tsv) {
  Analysis::Builder builder(text);
  for (size_t at = 0; at < tsv.size();) {
    const size_t line_end = std::min(tsv.find('\n', at), tsv.size());
    std::vector<std::string_view> cells;
    for (std::string_view line = tsv.substr(at, line_end - at);;) {
      const size_t tab = line.find('\t');
      cells.push_back(line.substr(0, tab));
      if (tab == std::string_view::npos) break;
      line.remove_prefix(tab + 1);
    }
    at = line_end + 1;
    if (cells.size() != 13) return Status::BadInput("a line of an analysis has 13 cells");
    Token token;
    token.span = {Number(cells[0]), Number(cells[1])};
    if (token.span.end > text.size()) return Status::BadInput("the analysis is of another text");
    token.text = token.span.In(text);
    token.space_after = cells[2] == "1";
    token.tag = builder.Keep(cells[3]);
    token.pos = Named(cells[4], Pos::kSpace, Pos::kNone);
    token.morph = builder.Keep(cells[5]);
    token.label = builder.Keep(cells[6]);
    token.dep = Named(cells[6], Dep::kXcomp, Dep::kDep);
    token.head = Number(cells[7]);
    token.lower = builder.Keep(Unescaped(cells[10]));
    token.norm = builder.Keep(Unescaped(cells[11]));
    token.lemma = builder.Keep(Unescaped(cells[12]));
    const uint32_t index = static_cast<uint32_t>(builder.tokens().size());
    if (cells[8] == "1" || index == 0) builder.sentences().push_back({index, index});
    builder.sentences().back().end = index + 1;
    if (cells[9].starts_with("B-")) {
      builder.entities().push_back(
          {index, index, Named(cells[9].substr(2), EntityType::kWorkOfArt, EntityType::kNone)});
    }
    if (cells[9] != "-" && !builder.entities().empty()) builder.entities().back().end = index + 1;
    builder.tokens().push_back(token);
  }
  for (const Token& token : builder.tokens()) {
    if (token.head >= builder.tokens().size()) return Status::BadInput("a head lies outside of the analysis");
  }
  return builder.Finish();
}

Result<Analysis> LoadAnalysisTsv(std::string_view text, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Status::NotFound(path + ": cannot be read");
  std::stringstream content;
  content << file.rdbuf();
  return AnalysisFromTsv(text, content.str());
}

}  // namespace diurna
