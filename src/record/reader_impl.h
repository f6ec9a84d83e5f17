// What a Reader is inside: the floors, made once. The commands that show a single floor look in here.

#ifndef DIURNA_RECORD_READER_IMPL_H_
#define DIURNA_RECORD_READER_IMPL_H_

#include <optional>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "diurna/reader.h"
#include "language/language.h"
#include "lexicon/lexicon.h"
#include "numbers/numbers.h"
#include "places/gazetteer.h"
#include "places/places.h"
#include "proposition/propositions.h"
#include "record/confidence.h"
#include "record/registers.h"
#include "record/report.h"
#include "times/times.h"

namespace diurna {

struct Reader::Impl {
  Impl(Language language_in, Gazetteer gazetteer_in, Lexicon lexicon_in);
  Status MakeFinders();

  Analysis Analyze(const Document& document, Language::Workspace& workspace) const;
  Mentions FindMentions(const Document& document, const Analysis& analysis) const;
  void FillRegisters(const Report& report, Record* record) const;

  Language language;
  Gazetteer gazetteer;
  Lexicon lexicon;
  WordClasses words;
  std::optional<TimeFinder> times;
  std::optional<PlaceFinder> places;
  std::optional<NumberFinder> numbers;
  std::optional<ActorFinder> actors;
  std::optional<Proposer> proposer;
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

// The record's account of its document.
Record::DocumentInfo DescribeDocument(const Document& document);

}  // namespace diurna

#endif  // DIURNA_RECORD_READER_IMPL_H_
