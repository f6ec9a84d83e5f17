// Prints what the place of each row is chosen from, one JSON line a row, for the reports given: what
// tools/fit/fit_places.py fits the weights of lexicon/place_choice.toml on.
//
//   place_options DATA_FOLDER REPORT...

#include <fmt/format.h>

#include <iostream>

#include "base/json_writer.h"
#include "diurna/reader.h"
#include "record/engine.h"
#include "record/place_choice.h"

namespace {

using diurna::Document;
using diurna::Draft;
using diurna::Engine;
using diurna::Findings;
using diurna::Language;
using diurna::PlaceOption;
using diurna::PlaceReach;
using diurna::ReportView;
using diurna::Result;

std::string Quoted(std::string_view text) {
  std::string out;
  diurna::AppendJsonString(text, &out);
  return out;
}

std::string FeaturesOf(const PlaceOption& option) {
  std::string out;
  for (size_t i = 0; i < diurna::kPlaceFeatures; ++i) {
    if (option.features[i] == 0) continue;
    out += fmt::format("{}\"{}\":{:g}", out.empty() ? "" : ",", diurna::Name(static_cast<diurna::PlaceFeature>(i)),
                       option.features[i]);
  }
  return out;
}

template <typename RowType>
void Print(const ReportView& view, const std::vector<Draft<RowType>>& drafts, PlaceReach reach) {
  for (const Draft<RowType>& draft : drafts) {
    std::string options;
    for (const PlaceOption& option : view.anchors.PlacesFor(draft.token, reach)) {
      const diurna::Place place =
          option.mention != nullptr ? diurna::PlaceOf(view.document, *option.mention) : *option.place;
      options += fmt::format("{}{{\"name\":{},\"text\":{},\"features\":{{{}}}}}", options.empty() ? "" : ",",
                             Quoted(place.name), Quoted(place.text), FeaturesOf(option));
    }
    std::cout << fmt::format("{{\"document\":{},\"id\":\"{}\",\"origin\":{},\"options\":[{}]}}\n",
                             Quoted(view.document.id), draft.row.id, static_cast<int>(draft.anchors.place), options);
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::cerr << "usage: place_options DATA_FOLDER REPORT...\n";
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
    const Findings found = engine->Find(*document, workspace);
    const ReportView view(engine->ToolsOfView(), found.document, found.analysis, found.mentions, found.propositions);
    Print(view, found.drafts.events, PlaceReach::kLocal);
    Print(view, found.drafts.figures, PlaceReach::kLocal);
    Print(view, found.drafts.measures, PlaceReach::kNational);
    Print(view, found.drafts.services, PlaceReach::kNational);
    Print(view, found.drafts.prices, PlaceReach::kNational);
    Print(view, found.drafts.offices, PlaceReach::kLocal);
    Print(view, found.drafts.statements, PlaceReach::kLocal);
    Print(view, found.drafts.links, PlaceReach::kLocal);
  }
  return 0;
}
