// Engine: the floors, made once, and the trip of a report through them.
//
// What a Reader is inside. The commands that show what single floors found (`dates`, `places`, `explain`) and the
// benchmarks look at the same trip through here.

#ifndef DIURNA_RECORD_ENGINE_H_
#define DIURNA_RECORD_ENGINE_H_

#include <memory>

#include "actors/actors.h"
#include "actors/mentions.h"
#include "diurna/analysis.h"
#include "diurna/document.h"
#include "diurna/reader.h"
#include "diurna/status.h"
#include "language/language.h"
#include "lexicon/lexicon.h"
#include "numbers/numbers.h"
#include "places/gazetteer.h"
#include "places/places.h"
#include "proposition/propositions.h"
#include "record/confidence.h"
#include "record/findings.h"
#include "record/registers.h"
#include "record/report_view.h"
#include "text/document_parser.h"
#include "times/times.h"

namespace diurna {

// Const members may be called from many threads at once, each with a workspace of its own.
class Engine {
 public:
  static Result<Engine> Open(const ReaderOptions& options);

  // The whole trip, each step a floor: from a text as it was given.
  Findings Find(const Document& source, Language::Workspace& workspace) const;

  // Its steps, one by one, on a document in normal form.
  Analysis Analyze(const Document& document, Language::Workspace& workspace) const;
  Mentions FindMentions(const Document& document, const Analysis& analysis) const;
  Propositions Propose(const Document& document, const Analysis& analysis, Mentions* mentions) const;
  Drafts FindRows(const ReportView& view) const;

  ViewTools ToolsOfView() const {
    return {finders_->actors, finders_->places, floors_->gazetteer, finders_->words, finders_->place_weights};
  }
  const DocumentParser& parser() const { return floors_->parser; }
  const Lexicon& lexicon() const { return floors_->lexicon; }

  // What the steps are made of, for whoever times them one by one.
  struct Finders {
    Finders(TimeFinder times, PlaceFinder places, NumberFinder numbers, ActorFinder actors,
            PropositionExtractor extractor, const Lexicon& lexicon);
    TimeFinder times;
    PlaceFinder places;
    NumberFinder numbers;
    ActorFinder actors;
    PropositionExtractor extractor;
    WordClasses words;
    PlaceWeights place_weights;
    EventFinder events;
    FigureFinder figures;
    MeasureFinder measures;
    ServiceFinder services;
    PriceFinder prices;
    OfficeFinder offices;
    StatementFinder statements;
    LinkFinder links;
    ConfidenceModel confidence;
  };
  const Finders& finders() const { return *finders_; }

 private:
  // What the finders refer to; it stays where it is when an engine moves.
  struct Floors {
    Language language;
    Gazetteer gazetteer;
    Lexicon lexicon;
    DocumentParser parser;
  };
  Engine(std::unique_ptr<const Floors> floors, std::unique_ptr<const Finders> finders);

  std::unique_ptr<const Floors> floors_;
  std::unique_ptr<const Finders> finders_;
};

}  // namespace diurna

#endif  // DIURNA_RECORD_ENGINE_H_
