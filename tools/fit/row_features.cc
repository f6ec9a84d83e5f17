// Prints what the confidence of each row goes by, one JSON line a row, for the reports given: what
// tools/fit/fit_confidence.py fits the weights of lexicon/confidence.toml on.
//
//   row_features DATA_FOLDER REPORT...

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iostream>

#include "diurna/reader.h"
#include "record/confidence.h"
#include "record/engine.h"

namespace {

using diurna::Document;
using diurna::Engine;
using diurna::Findings;
using diurna::Language;
using diurna::Result;
using diurna::Row;

// The names hold letters, digits and signs that JSON takes as they are.
void Print(std::string_view document, std::string_view name, const std::vector<std::string>& features, const Row& row) {
  std::cout << fmt::format("{{\"document\":\"{}\",\"register\":\"{}\",\"id\":\"{}\",\"features\":[\"{}\"]}}\n",
                           document, name, row.id, fmt::join(features, "\",\""));
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::cerr << "usage: row_features DATA_FOLDER REPORT...\n";
    return 2;
  }
  const Result<Engine> engine = Engine::Open({.data_folder = arguments[1], .lexicon_folders = {}});
  if (!engine.ok()) {
    std::cerr << engine.status().message() << '\n';
    return 1;
  }
  Language::Workspace workspace;
  for (int i = 2; i < count; ++i) {
    const Result<Document> document = engine->parser().Load(arguments[i], {});
    if (!document.ok()) {
      std::cerr << document.status().message() << '\n';
      return 1;
    }
    Findings findings = engine->Find(*document, workspace);
    diurna::VisitFeatures(&findings.drafts, [&](diurna::Register name, const std::vector<std::string>& features,
                                                Row* row) { Print(document->id, diurna::Name(name), features, *row); });
  }
  return 0;
}
